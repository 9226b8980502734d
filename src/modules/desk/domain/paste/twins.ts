// Several cities in one cell, as in "Bonn; Kiel": a row of its own for each, with everything else that the line says.
import { cityKey, type CityMatch } from './verdicts.ts';
import type { ReadRow } from './read-rows.ts';

/** Further cities of a line are numbered beyond every line that a sheet can have. */
const BEYOND = 10_000_000;
const MOST_IN_CELL = 6;
const separators = /\s*[;；、/／+\n]\s*/u;

/** The row of each city that a cell may name, the first under the line's own number; none where the cell names one. */
export function partsOf(row: ReadRow): readonly ReadRow[] {
  if (row.code !== '') return [];
  const names = row.city.split(separators).filter((name) => /\p{L}{2}/u.test(name));
  if (names.length < 2 || names.length > MOST_IN_CELL) return [];
  return names.map((city, at) => ({ ...row, city, number: row.line + at * BEYOND }));
}

/** All rows that a sheet may have: a row for each city of a cell that may name several. */
export const withParts = (rows: readonly ReadRow[]): readonly ReadRow[] => rows.flatMap((row) => [row, ...partsOf(row).slice(1)]);

export interface PartedRow {
  readonly row: ReadRow;
  readonly match: CityMatch;
}

/**
 * What becomes of a row whose cell may name several cities, by what each part means: rows of their own where every part is a city and no two
 * are the same one ("Biel/Bienne" is one); null where no more than one part is a city; else the cities that were found, to be chosen from.
 */
export function partedRows(row: ReadRow, parts: readonly PartedRow[]): readonly PartedRow[] | null {
  const cities = new Map(parts.flatMap(({ match }) => (match.state === 'one' ? [[cityKey(match.city), match.city] as const] : [])));
  const [only] = cities.values();
  const found = parts.filter(({ match }) => match.state === 'one').length;
  if (found === parts.length && cities.size === parts.length) return parts;
  if (found === parts.length && only !== undefined && cities.size === 1) return [{ row, match: { state: 'one', city: only } }];
  return cities.size < 2 ? null : [{ row, match: { state: 'cities', choices: [...cities.values()] } }];
}
