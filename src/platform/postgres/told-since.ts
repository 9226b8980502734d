// Long lists that are written out only for who does not know them (said-again.ts): writing sixty thousand rows out takes the database ten times as long as
// going through them, as JSON twice as long again.
import { sql, type RawBuilder } from 'kysely';

interface ToldThing {
  /** The rows of which it is made: of each table read, `ctid` and `xmin`, of several tables with `tableoid`. A row that stands where it stood, written by the same transaction, is the same row. */
  readonly rows: readonly RawBuilder<unknown>[];
  /** One text. */
  readonly told: RawBuilder<unknown>;
}

/** A column for `thingMarked`: the mark of the rows, and what is told unless their mark is known. */
export const toldSince = ({ rows, told }: ToldThing, known: readonly string[]): RawBuilder<string> => sql<string>`(
  select case when m.mark = any (${known}::text[]) then m.mark else m.mark || ${told} end
  from (select md5(concat_ws(' ', count(*), sum(h.hash), bit_xor(h.hash))) as mark
    from (select hash_record_extended(one, 0) as hash from (${sql.join(rows, sql` union all `)}) one) h) m)`;

/** Rows as lines, their columns of these names in this order; of columns that hold neither tabs nor breaks, nor the empty text. */
export const asLines = (rows: RawBuilder<unknown>, columns: readonly string[]): RawBuilder<unknown> => sql`(
  select coalesce(string_agg(concat_ws(E'\t', ${sql.join(columns.map((column) => sql`coalesce(${sql.ref(`one.${column}`)}::text, '')`))}), E'\n'), E'\n')
  from (${rows}) one)`;

/** Reads such lines; of no rows there is a break alone, since nothing at all is what is known already. An empty cell is null. */
export const linesReader =
  <T>(read: (cells: readonly string[]) => T) =>
  (text: string): readonly T[] =>
    text === '\n' ? [] : text.split('\n').map((line) => read(line.split('\t')));

export const orNull = (cell: string): string | null => (cell === '' ? null : cell);
export const numberOrNull = (cell: string): number | null => (cell === '' ? null : Number(cell));
