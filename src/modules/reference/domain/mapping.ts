// What the columns of a table are taken for, and how its rows are read: guessed at first, answered by a person.
import type { DayOrder } from '#reading/dates.ts';

/** What can be said of a place at one side of a row. */
export const placeParts = ['name', 'country', 'latitude', 'longitude', 'point', 'wikidata', 'geonames'] as const;
export type PlacePart = (typeof placeParts)[number];

export const sides = ['a', 'b'] as const;
export type RowSide = (typeof sides)[number];

/** What is said of the tie. A precision is Wikidata's figure: 9 a year, 10 a month, 11 a day. */
export const tieParts = ['since', 'since_precision', 'until', 'until_precision', 'class', 'note', 'source'] as const;
export type TiePart = (typeof tieParts)[number];

/** What a column is taken for. */
export const columnMeanings = [
  ...placeParts.map((part) => `a_${part}` as const),
  ...placeParts.map((part) => `b_${part}` as const),
  ...tieParts,
  'ignored',
] as const;
export type ColumnMeaning = (typeof columnMeanings)[number];

export interface Mapping {
  /** The sheet of a workbook; null is the first one. */
  readonly sheet: string | null;
  /** Whether the first row names the columns. */
  readonly hasHeads: boolean;
  readonly columns: readonly ColumnMeaning[];
  /** The city of every row, where the table lists the partners of one: its id here. */
  readonly ownCity: string | null;
  /** Whether a row says which side lists the other. */
  readonly directed: boolean;
  /** Whether the file is the whole set, so that what it no longer holds is withdrawn. */
  readonly whole: boolean;
  readonly order: DayOrder | null;
  /** The language of names, BCP-47. */
  readonly language: string;
}

/** What still has to be answered before rows can be read: codes, none where all is clear. */
export function missingIn({ columns, ownCity }: Pick<Mapping, 'columns' | 'ownCity'>): readonly string[] {
  const names = (side: RowSide): boolean => (['name', 'wikidata', 'geonames'] as const).some((part) => columns.includes(`${side}_${part}`));
  const twice = columns.some((meaning, at) => meaning !== 'ignored' && columns.indexOf(meaning) !== at);
  return [
    ...(names('b') ? [] : ['reference.partner_column_missing']),
    ...(names('a') === (ownCity === null) ? [] : [ownCity === null ? 'reference.city_column_missing' : 'reference.city_column_and_own']),
    ...(twice ? ['reference.meaning_twice'] : []),
  ];
}
