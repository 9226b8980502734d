// Where a problem of an edition file lies: the sheet, row and column that the person who sent the file sees.
import type { Params, Problem } from '#kernel/result.ts';
import type { FileTableName } from './edition-file.ts';

/** A place in a file as people see it: sheet or file name, 1-based row, name of the column. */
export interface FilePlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
}

/** Leads from a fact (table, index in it, field) to its place in the file it came from. */
export type FilePlaces = (table: FileTableName, index: number, field: string) => FilePlace;

/** Places of facts that came from no file: the names of the table and field themselves. */
export const ownPlaces: FilePlaces = (table, index, field) => ({ sheet: table, row: index + 1, column: field });

/** One problem at one place; the path is `[sheet, row, column]` and the same three are placeholders of the text. */
export const problemAt = (place: FilePlace, code: string, params: Params = {}): Problem => ({
  path: [place.sheet, place.row, place.column],
  code,
  params: { ...params, sheet: place.sheet, row: place.row, column: place.column },
});

const SHOWN = 40;

/** A value as a problem quotes it: on one line and at most 40 characters, however long it was. */
export const quoted = (value: string): string => {
  const line = value.slice(0, SHOWN + 1).replace(/\s+/g, ' ');
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
};
