// Many rows by one statement. They travel as one parameter, so that its text is the same however many they are.
import { sql, type Insertable, type RawBuilder, type Selectable } from 'kysely';
import type { DB } from './schema.ts';
import type { Tx } from './tx.ts';

/** What a column takes; a document (jsonb) is given as it is, not as its text. */
type Given<Insert, Select> = Date extends Select ? Insert : string extends Select ? Insert : string extends Insert ? Select : Insert;
type Row<T> = { readonly [C in keyof Insertable<T>]: Given<Insertable<T>[C], C extends keyof Selectable<T> ? Selectable<T>[C] : never> };

const atOnce = 5000;

/** Rows as they travel, so many at once. */
export function* inBatches<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < rows.length; at += atOnce) yield rows.slice(at, at + atOnce);
}

/** Inserts a row for each; rows are made so many at once, so that those of a hundred thousand are never held together. */
export async function insertEach<T extends keyof DB, S>(
  tx: Tx,
  table: T,
  things: readonly S[],
  { rowOf, onConflict = sql`` }: { readonly rowOf: (one: S) => Row<DB[T]>; readonly onConflict?: RawBuilder<unknown> },
): Promise<void> {
  for (const batch of inBatches(things)) {
    const rows = batch.map(rowOf);
    const columns = sql.join(Object.keys(rows[0] ?? {}).map((column) => sql.ref(column)));
    await sql`insert into ${sql.table(table)} (${columns}) select ${columns}
      from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb) ${onConflict}`.execute(tx);
  }
}

/** Inserts rows that all name the same columns; `onConflict` is the rest of the statement. */
export const insertRows = <T extends keyof DB>(
  tx: Tx,
  table: T,
  rows: readonly Row<DB[T]>[],
  onConflict: RawBuilder<unknown> = sql``,
): Promise<void> => insertEach(tx, table, rows, { rowOf: (row) => row, onConflict });
