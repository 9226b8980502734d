// Columns under heads that nobody knows, told by what stands in them: countries, roles, languages, addresses, wishes.
import type { SheetRow } from '#platform/files/sheets.ts';
import { isLanguageTag } from '#kernel/codes.ts';
import { kindOfColumn, type ColumnKind } from '#reading/columns.ts';
import { languagesOf } from '#reading/names-of-codes.ts';
import { countryOfWord } from '#reading/words.ts';
import type { TableLayout } from '../../domain/file/layout.ts';
import { textOf } from './cells.ts';
import { roleWords, wishWords } from './words.ts';

/** Single letters may be anything. */
const isWord = (cell: string): boolean => /\p{L}{2}|\p{Script=Han}/u.test(cell);

const isAddress = (cell: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/u.test(cell.normalize('NFKC'));

const kinds: { readonly [Table in TableLayout['table']]?: readonly ColumnKind<string>[] } = {
  participants: [
    ['role', (cell) => isWord(cell) && roleWords.read(cell) !== null, 0.8],
    ['country', (cell) => isWord(cell) && countryOfWord(cell) !== null, 0.8],
    ['languages', (cell) => isWord(cell) && languagesOf(cell).every(isLanguageTag), 0.8],
    ['email', isAddress, 0.8],
  ],
  contacts: [['email', isAddress, 0.8]],
  interpreters: [['email', isAddress, 0.8]],
  requests: [['wish', (cell) => isWord(cell) && wishWords.read(cell) !== null, 0.8]],
};

/** Under a head of its own a country may be the market that somebody looks for, and a language the one to be interpreted. */
const ONLY_HEADLESS: ReadonlySet<string> = new Set(['country', 'languages']);

/** Of most rows, so many are looked at. */
const LOOKED_AT = 500;

export function byValues(
  { table }: TableLayout,
  rows: readonly SheetRow[],
  {
    heads,
    columns,
  }: { readonly heads: readonly string[]; readonly columns: readonly { readonly index: number; readonly field: string }[] },
): readonly { readonly index: number; readonly field: string; readonly tag: null }[] {
  const held = new Set(columns.map(({ field }) => field));
  return heads.flatMap((head, index) => {
    if (columns.some((one) => one.index === index)) return [];
    const cells = rows.slice(0, LOOKED_AT).flatMap(({ cells: row }) => textOf(row[index] ?? '') || []);
    const own = (kinds[table] ?? []).filter(([kind]) => !held.has(kind) && (head === '' || !ONLY_HEADLESS.has(kind)));
    const field = cells.length < 2 ? null : kindOfColumn(cells, own);
    if (field === null) return [];
    held.add(field);
    return [{ index, field, tag: null }];
  });
}
