// Long lists that are written out only for who does not know them (said-again.ts): writing sixty thousand rows as JSON takes the database ten times as long as
// going through them.
import { sql, type RawBuilder } from 'kysely';

interface Rows {
  /** In any order; columns of types that have a hash, which JSON (but for jsonb) has not. */
  readonly rows: RawBuilder<unknown>;
  /** The same in their order. */
  readonly ordered?: RawBuilder<unknown>;
}

/** A column for `thingMarked`: the mark of the rows, and the rows themselves as a list unless their mark is known. */
export const toldSince = ({ rows, ordered = rows }: Rows, known: readonly string[]): RawBuilder<string> => sql<string>`(
  select case when m.mark = any (${known}::text[]) then m.mark else m.mark || (select coalesce(json_agg(one), '[]')::text from (${ordered}) one) end
  from (select md5(concat_ws(' ', count(*), sum(h.hash), bit_xor(h.hash))) as mark from (select hash_record_extended(one, 0) as hash from (${rows}) one) h) m)`;
