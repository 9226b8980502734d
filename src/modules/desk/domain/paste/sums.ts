// Rows of a sheet that name no tie: headings between the others, and sums.
import { beginsAsSum, isSumWord } from '#reading/sums.ts';
import { withoutMarks } from '#reading/written-cells.ts';
import type { PastedSheet } from './columns.ts';

const group =
  /^(?:(?:former|other|current)\s)?(?:sister|twin|partner|friendship|friendly)[\s-](?:cit(?:y|ies)|towns?|links?|agreements?|relations?)(?:\s.*)?$/iu;

/** A sum, whatever else its row holds; a country beside it says that a city may be called so. */
function isSum({ columns }: PastedSheet, cells: readonly string[]): boolean {
  const filled = cells.flatMap((cell, at) => (cell.trim() === '' ? [] : [{ cell: withoutMarks(cell), meaning: columns[at] }]));
  const city = filled.find(({ meaning }) => meaning === 'city') ?? filled[0];
  return (
    city !== undefined &&
    isSumWord(city.cell) &&
    !filled.some(({ cell, meaning }) => meaning === 'country' && /\p{L}/u.test(cell) && cell !== city.cell)
  );
}

/** One cell alone that names no city, in a sheet where rows have more: "Asia & Pacific"; "Twinned with:"; or a sum. */
export function isHeading(sheet: PastedSheet, cells: readonly string[]): boolean {
  const { columns, rows } = sheet;
  const filled = cells.flatMap((cell, at) => (cell.trim() === '' || columns[at] === 'ignored' ? [] : [{ cell, at }]));
  const [only] = filled;
  if (isSum(sheet, cells)) return true;
  if (only === undefined || filled.length > 1) return filled.length === 0 && rows.length > 1;
  const meaning = columns[only.at] ?? 'extra';
  const text = withoutMarks(only.cell);
  if (meaning === 'city') return beginsAsSum.test(text) || (rows.length > 1 && (/[:：]$/.test(text) || group.test(text)));
  return columns.includes('city') && (meaning === 'country' || meaning === 'note' || meaning === 'extra');
}
