// A reference set as its file writes it, whatever the format: places, ties between them, and what is wrong with its rows.
import type { FlexDate } from '#kernel/flex-date.ts';
import type { Params } from '#kernel/result.ts';

/** Where a row says that it has something from. */
export interface CitedSource {
  readonly title: string;
  readonly address: string | null;
  readonly retrieved: FlexDate | null;
  readonly passage: string | null;
}

/** What a row says of its tie besides that there is one. `classCode` is a class of ties that everybody finds. */
export interface Said {
  readonly since: FlexDate | null;
  readonly until: FlexDate | null;
  readonly classCode: string | null;
  readonly note: string | null;
  readonly source: CitedSource | null;
}

/** One end of ties. Degrees; `rows` are the numbers of the rows it stands in. */
export interface WrittenPlace {
  /** What tells it from other places of the set, whatever the order of rows: its number, else name, country and about where it lies. */
  readonly key: string;
  /** Empty where the set has no name for it. */
  readonly name: string;
  readonly country: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly wikidataId: string | null;
  readonly geonamesId: number | null;
  readonly otherNames: readonly string[];
  /** Names by language tag, where the set knows the language. */
  readonly names: Readonly<Record<string, string>>;
  readonly rows: readonly number[];
  /** The columns that hold its name, country and position, for problems. */
  readonly columns: PlaceColumns;
}

export interface PlaceColumns {
  readonly name: string | null;
  readonly country: string | null;
  readonly position: string | null;
}

/** A row: place `a` names place `b`; indices into the places. */
export interface WrittenTie {
  readonly a: number;
  readonly b: number;
  readonly row: number;
  readonly said: Said | null;
}

/** What became of what is wrong. */
export const outcomes = [
  'kept',
  'left_out',
  'joined',
  'corrected',
  'country_from_place',
  'country_from_coordinates',
  'country_from_name',
  'country_unknown',
  'kept_as_written',
  'kept_as_region',
  'kept_by_name',
  'kept_without_date',
  'kept_without_class',
  'kept_without_coordinates',
] as const;
export type Outcome = (typeof outcomes)[number];

/** One thing that is wrong or doubtful: the first row that has it and all of them, what it is and what was done. */
export interface RowProblem {
  readonly row: number;
  readonly rows: readonly number[];
  /** Letters of a sheet's column, or the name of a field. */
  readonly column: string | null;
  readonly code: string;
  readonly params: Params;
  readonly outcome: Outcome;
  /** The place it is about, where it is about one. */
  readonly key: string | null;
}

export interface WrittenSet {
  /** Whether a row says which side lists the other. */
  readonly directed: boolean;
  /** The language of names that have none of their own, BCP-47. */
  readonly language: string;
  readonly places: readonly WrittenPlace[];
  readonly ties: readonly WrittenTie[];
  readonly problems: readonly RowProblem[];
  /** Rows that say something. */
  readonly rows: number;
  /** The column that names the other place, for problems of a row. */
  readonly partnerColumn: string | null;
}

/** A problem of one row. */
export const problemAt = (
  row: number,
  column: string | null,
  {
    code,
    params = {},
    outcome,
    key = null,
  }: { readonly code: string; readonly params?: Params; readonly outcome: Outcome; readonly key?: string | null },
): RowProblem => ({ row, rows: [row], column, code, params, outcome, key });

/** In order of rows, then columns, then codes; the same whatever the order in which they were found. */
export const inOrderOfRows = (problems: readonly RowProblem[]): readonly RowProblem[] =>
  problems.toSorted(
    (x, y) =>
      x.row - y.row ||
      compare(x.column ?? '', y.column ?? '') ||
      compare(x.code, y.code) ||
      compare(x.key ?? '', y.key ?? '') ||
      compare(JSON.stringify(x.params), JSON.stringify(y.params)),
  );

const dateText = (date: FlexDate | null): string => (date === null ? '' : `${date.qualifier} ${date.text}`);

/** One text for the same words, whatever order their fields have come back in. */
export const saidText = ({ since, until, classCode, note, source }: Said): string =>
  JSON.stringify([
    ...[dateText(since), dateText(until), classCode, note],
    ...(source === null ? [] : [source.title, source.address, dateText(source.retrieved), source.passage]),
  ]);

/** Whether a set says the same of a tie; both in their own order. */
export const saysTheSame = (x: readonly Said[], y: readonly Said[]): boolean =>
  x.length === y.length && x.every((one, at) => saidText(one) === saidText(y[at] ?? one));

export const compare = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0);
