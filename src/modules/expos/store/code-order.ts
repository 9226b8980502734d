// Codes in the order in which people read them: E2 before E10, B before E.
import { sql, type RawBuilder } from 'kysely';

/** What rows are sorted and paged by: letters, number, whole code, id. `row` is a table or alias with `code`; `id` is its key. */
export function codeOrder(row: string, id = 'id'): RawBuilder<unknown> {
  const code = sql.ref(`${row}.code`);
  return sql`regexp_replace(${code}, '[0-9].*$', ''), coalesce(substring(${code} from '[0-9]+')::numeric, -1), ${code}, ${sql.ref(`${row}.${id}`)}`;
}
