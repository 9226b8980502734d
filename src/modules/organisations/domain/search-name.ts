// All names of an organisation in one text to search in, and what lists are sorted by.
import { fold } from '#kernel/fold.ts';
import type { MultilingualText } from '#kernel/language.ts';

const SORT_LENGTH = 100;

/** All texts of a name folded, one a line: English first, then by language tag, none twice. */
export function searchNameOf(name: MultilingualText): string {
  const tags = Object.keys(name).sort((a, b) => Number(b === 'en') - Number(a === 'en') || (a < b ? -1 : 1));
  const lines = tags.map((tag) => fold(name[tag]?.text ?? '')).filter((line) => line !== '');
  return [...new Set(lines)].join('\n');
}

/** What lists are sorted by: the beginning of the first line of a search name. */
export const sortNameOf = (searchName: string): string => [...(searchName.split('\n')[0] ?? '')].slice(0, SORT_LENGTH).join('');
