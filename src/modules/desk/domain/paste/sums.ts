// Rows of a sheet that name no tie: headings between the others, and sums.
import { beginsAsSum, isSumRow, isSumWord } from '#reading/sums.ts';
import { withoutMarks } from '#reading/written-cells.ts';
import { countryOfHeading, isWorldRegion, namesCountry } from '#modules/cities/domain/country-cell.ts';
import type { PastedSheet } from './columns.ts';
import type { ColumnMeaning } from './heads.ts';

const group =
  /^(?:(?:former|other|current)\s)?(?:sister|twin|partner|friendship|friendly)[\s-](?:cit(?:y|ies)|towns?|links?|agreements?|relations?)(?:\s.*)?$/iu;

/** A sum, whatever else its row holds; a country beside it says that a city may be called so. */
function isSum({ columns }: PastedSheet, cells: readonly string[]): boolean {
  const filled = cells.flatMap((cell, at) => (cell.trim() === '' ? [] : [{ cell: withoutMarks(cell), meaning: columns[at] }]));
  // The word may stand in any column.
  if (isSumRow(cells)) return true;
  const city = filled.find(({ meaning }) => meaning === 'city') ?? filled[0];
  return (
    city !== undefined &&
    isSumWord(city.cell) &&
    !filled.some(({ cell, meaning }) => meaning === 'country' && /\p{L}/u.test(cell) && cell !== city.cell)
  );
}

/** The line's only cell that is not left out, in a sheet of several rows; null where there are more. */
function onlyCell(
  { columns, rows }: PastedSheet,
  cells: readonly string[],
): { readonly text: string; readonly meaning: ColumnMeaning } | null {
  const filled = cells.flatMap((cell, at) => (cell.trim() === '' || columns[at] === 'ignored' ? [] : [{ cell, at }]));
  const [only] = filled;
  if (only === undefined || filled.length > 1 || rows.length < 2) return null;
  return { text: withoutMarks(only.cell), meaning: columns[only.at] ?? 'extra' };
}

/** The country or part of the world of the rows below: `code` null for a part of the world; null for a row that is no such heading. */
export function headingOfPlaces(
  sheet: PastedSheet,
  cells: readonly string[],
): { readonly code: string | null; readonly written: string } | null {
  const only = onlyCell(sheet, cells);
  if (only === null) return null;
  // "Frankreich (3):", "Polen – 4"
  const written = only.text.replace(/\s*(?:[(（]\s*\d+\s*[)）]|[–—-]\s*\d+)?\s*[:：]?$/u, '');
  const code = countryOfHeading(written);
  return code === null && !isWorldRegion(written) ? null : { code, written };
}

/** Luxembourg alone in its row: a heading, or the city, nobody knows. */
export function isCountryOrCity(sheet: PastedSheet, cells: readonly string[]): boolean {
  const only = onlyCell(sheet, cells);
  return only !== null && namesCountry(only.text);
}

/** One cell alone that names no city, in a sheet where rows have more: "Asia & Pacific"; "Twinned with:"; or a sum. */
export function isHeading(sheet: PastedSheet, cells: readonly string[]): boolean {
  const { columns, rows } = sheet;
  const filled = cells.flatMap((cell, at) => (cell.trim() === '' || columns[at] === 'ignored' ? [] : [{ cell, at }]));
  const [only] = filled;
  if (isSum(sheet, cells)) return true;
  if (only === undefined || filled.length > 1) return filled.length === 0 && rows.length > 1;
  if (headingOfPlaces(sheet, cells) !== null) return true;
  const meaning = columns[only.at] ?? 'extra';
  const text = withoutMarks(only.cell);
  if (meaning === 'city') return beginsAsSum.test(text) || (rows.length > 1 && (/[:：]$/.test(text) || group.test(text)));
  return columns.includes('city') && (meaning === 'country' || meaning === 'note' || meaning === 'extra');
}
