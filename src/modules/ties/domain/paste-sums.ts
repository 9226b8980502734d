// Rows of a sheet that name no tie: headings between the others, and sums.
import { withoutMarks } from './written-cells.ts';
import type { PastedSheet } from './paste-columns.ts';

const words =
  '(?:(?:grand[\\s-]?|sub[\\s-]?)?totals?|sum|summe|gesamt(?:summe|zahl)?|zwischensumme|insgesamt|somme|totale|suma|合[计計]|[总總][计計数數]|共[计計]|小[计計])';
const begins = new RegExp(`^${words}(?![\\p{L}])`, 'iu');
/** The word with nothing but a number behind it. */
const whole = new RegExp(`^${words}[\\s:：=（(]*(?:\\d[\\d.,\\s]*(?:ties|cities|towns|partners|rows|[个座对])?)?[)）.:：]*$`, 'iu');
const group =
  /^(?:(?:former|other|current)\s)?(?:sister|twin|partner|friendship|friendly)[\s-](?:cit(?:y|ies)|towns?|links?|agreements?|relations?)(?:\s.*)?$/iu;

/** Whether a cell is the word of a sum, with nothing but a number behind it. */
export const isSumWord = (cell: string): boolean => whole.test(withoutMarks(cell));

/** A sum, whatever else its row holds; a country beside it says that a city may be called so. */
function isSum({ columns }: PastedSheet, cells: readonly string[]): boolean {
  const filled = cells.flatMap((cell, at) => (cell.trim() === '' ? [] : [{ cell: withoutMarks(cell), meaning: columns[at] }]));
  const city = filled.find(({ meaning }) => meaning === 'city') ?? filled[0];
  return (
    city !== undefined &&
    whole.test(city.cell) &&
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
  if (meaning === 'city') return begins.test(text) || (rows.length > 1 && (/[:：]$/.test(text) || group.test(text)));
  return columns.includes('city') && (meaning === 'country' || meaning === 'note' || meaning === 'extra');
}
