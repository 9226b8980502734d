// Which column of a pasted sheet is what: by its head, else by what stands in it.
import { parseFlexDate } from '#kernel/flex-date-reading.ts';
import { classOfWord, countryOfWord, headMeaning, statusOfWord, type ColumnMeaning, type OwnClass } from './paste-words.ts';
import type { PastedRow } from './pasted-table.ts';

/** The heads of the sheet (null where it has none), what each column is taken for, and the rows below the heads. */
export interface PastedSheet {
  readonly heads: readonly string[] | null;
  readonly columns: readonly ColumnMeaning[];
  readonly rows: readonly PastedRow[];
}

/** A first row is one of heads when it names the column of cities or at least half of its filled cells are heads we know, and none is a date. */
function headsOf(row: PastedRow | undefined): readonly string[] | null {
  if (row === undefined) return null;
  const filled = row.cells.filter((cell) => cell.trim() !== '');
  const known = filled.filter((cell) => headMeaning(cell) !== null);
  const enough = known.length * 2 >= filled.length || known.some((cell) => headMeaning(cell) === 'city');
  return enough && !filled.some((cell) => parseFlexDate(cell).ok) ? row.cells : null;
}

/** Keeps the first column of each meaning; a second one of the same is kept as an extra, so that nothing is lost. */
function once(meanings: readonly (ColumnMeaning | null)[]): readonly ColumnMeaning[] {
  const taken = new Set<ColumnMeaning>();
  return meanings.map((meaning) => {
    if (meaning === null || meaning === 'extra') return 'extra';
    if (meaning === 'ignored') return meaning;
    if (taken.has(meaning)) return 'extra';
    taken.add(meaning);
    return meaning;
  });
}

const share = (cells: readonly string[], is: (cell: string) => boolean): number =>
  cells.length === 0 ? 0 : cells.filter(is).length / cells.length;

/** A column without a head, by most of what is in it. */
function guess(cells: readonly string[], own: readonly OwnClass[]): ColumnMeaning | null {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const isDate = (cell: string): boolean => {
    const read = parseFlexDate(cell);
    return read.ok || read.refusal.code !== 'kernel.date_unreadable';
  };
  if (share(filled, isDate) > 0.5) return 'since';
  if (share(filled, (cell) => /^\d{1,4}$/.test(cell)) > 0.8) return 'ignored';
  if (share(filled, (cell) => classOfWord(cell, own) !== null) > 0.5) return 'class';
  if (share(filled, (cell) => statusOfWord(cell) !== null) > 0.5) return 'status';
  if (share(filled, (cell) => countryOfWord(cell) !== null) > 0.5) return 'country';
  return null;
}

function guessAll(rows: readonly PastedRow[], width: number, own: readonly OwnClass[]): readonly (ColumnMeaning | null)[] {
  const guessed = Array.from({ length: width }, (_, at) =>
    guess(
      rows.map(({ cells }) => cells[at] ?? ''),
      own,
    ),
  );
  // The first column of words that is nothing else names the cities.
  const city = guessed.findIndex((meaning, at) => meaning === null && rows.some(({ cells }) => (cells[at] ?? '').trim() !== ''));
  return guessed.map((meaning, at) => (at === city ? 'city' : meaning));
}

/** Reads a sheet's columns; `asked` is what the person chose instead, by column. */
export function sheetOf(rows: readonly PastedRow[], own: readonly OwnClass[], asked: readonly ColumnMeaning[] = []): PastedSheet {
  const heads = headsOf(rows[0]);
  const body = heads === null ? rows : rows.slice(1);
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const filled = (at: number): boolean => body.some(({ cells }) => (cells[at] ?? '').trim() !== '');
  const found =
    heads === null
      ? guessAll(body, width, own)
      : Array.from({ length: width }, (_, at) => headMeaning(heads[at] ?? '') ?? (filled(at) ? null : 'ignored'));
  return { heads, columns: once(found.map((meaning, at) => asked[at] ?? meaning)), rows: body };
}
