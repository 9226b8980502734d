// A list that is saved as a whole, as a form of which each row is a field: when two people save at once, only rows that both changed ask for a person.
import type { ReactNode } from 'react';
import type { FieldWords } from './two-values.tsx';

/** Rows by what tells them apart; one that was taken out is undefined. */
export type RowFields<R> = Readonly<Record<string, R | undefined>>;

/** Rows that share a key stand apart all the same: none is lost, and who takes the list refuses them. */
export function rowFields<R>(rows: readonly R[], keyOf: (row: R) => string): Readonly<Record<string, R>> {
  const fields: Record<string, R> = {};
  for (const row of rows) {
    let key = keyOf(row);
    while (Object.hasOwn(fields, key)) key += '+';
    fields[key] = row;
  }
  return fields;
}

/** The rows that stand, those of a list that somebody else saved before those added to it. */
export const rowsOf = <R>(fields: RowFields<R>): readonly R[] => Object.values(fields).flatMap((row) => (row === undefined ? [] : [row]));

interface RowWords<R> {
  readonly label: (row: R) => string;
  readonly show: (row: R) => ReactNode;
  /** What stands for a row that was taken out. */
  readonly gone: ReactNode;
}

/** How the rows of some lists are called, such as those read and those typed, where two people changed one: as the first list has them. */
export const rowWords = <R>(lists: readonly RowFields<R>[], { label, show, gone }: RowWords<R>): readonly FieldWords<RowFields<R>>[] =>
  [...new Map(lists.toReversed().flatMap((fields) => Object.entries(fields)))].flatMap(([key, known]) =>
    known === undefined
      ? []
      : [
          {
            key,
            label: label(known),
            show: (fields) => {
              const row = fields[key];
              return row === undefined ? gone : show(row);
            },
          },
        ],
  );
