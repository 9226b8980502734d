// Names made comparable: what people type finds what was written, whatever the case, accents or width.
import type { MultilingualText } from '#kernel/language.ts';

const letters: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ı: 'i' };
const SORT_LENGTH = 100;

/** Lower case without accents, full-width forms narrowed, blanks single: `'Ｓãn  Łódź'` gives `'san lodz'`. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ßøłđðþæœı]/g, (letter) => letters[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim();

/** All texts of a name folded, one a line: English first, then by language tag, none twice. */
export function searchNameOf(name: MultilingualText): string {
  const tags = Object.keys(name).sort((a, b) => Number(b === 'en') - Number(a === 'en') || (a < b ? -1 : 1));
  const lines = tags.map((tag) => fold(name[tag]?.text ?? '')).filter((line) => line !== '');
  return [...new Set(lines)].join('\n');
}

/** What lists are sorted by: the beginning of the first line of a search name. */
export const sortNameOf = (searchName: string): string => [...(searchName.split('\n')[0] ?? '')].slice(0, SORT_LENGTH).join('');
