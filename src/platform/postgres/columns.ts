// Columns as records call them: a row is a record where its columns are read under the record's own names.
import { sql, type RawBuilder } from 'kysely';

type Camel<S extends string> = S extends `${infer A}_${infer B}` ? `${A}${Capitalize<Camel<B>>}` : S;
type Trimmed<S extends string> = S extends ` ${infer Rest}` | `\n${infer Rest}` ? Trimmed<Rest> : S;
type Named<S extends string> = S extends `${string} as ${string}`
  ? S
  : S extends `${string}.${infer Column}`
    ? `${S} as ${Camel<Column>}`
    : `${S} as ${Camel<S>}`;
type Listed<S extends string> = S extends `${infer First},${infer Rest}` ? Named<Trimmed<First>> | Listed<Rest> : Named<Trimmed<S>>;

const named = (column: string): string =>
  column.includes(' as ')
    ? column
    : `${column} as ${column.slice(column.indexOf('.') + 1).replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())}`;

/** Columns to select or return, each in camel case unless it is given another name: `columns('id, owner_office as office, shared_with')`. */
export const columns = <S extends string>(list: S): readonly Listed<S>[] =>
  list.split(',').map((column) => named(column.trim()) as Listed<S>);

type Written<C extends string, R> = {
  [P in C as P extends `${infer Column} as ${string}` ? Column : never]: P extends `${string} as ${infer Name extends keyof R & string}`
    ? R[Name]
    : never;
};

/** What a record writes into the columns. */
export const valuesOf = <C extends string, R extends object>(list: readonly C[], record: R): Written<C, R> => {
  const given = new Map(Object.entries(record));
  return Object.fromEntries(
    list.map((column) => {
      const [name = '', alias = ''] = column.split(' as ');
      return [name, given.get(alias)];
    }),
  ) as Written<C, R>;
};

/** An instant as UTC milliseconds; `column` may be any expression of SQL. */
export const milliseconds = (column: string): RawBuilder<unknown> => sql.raw(`(extract(epoch from ${column}) * 1000)::bigint`);
