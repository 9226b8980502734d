// The readable address of an edition: words of its English name and the year it opens; once given it stays.
import { fold } from '#kernel/fold.ts';
import type { MultilingualText } from '#kernel/language.ts';

const MAX_LENGTH = 60;

const wordsOf = (text: string): string =>
  fold(text)
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

/** Cuts at the end of a word where one ends in reach. */
function shortened(words: string): string {
  if (words.length <= MAX_LENGTH) return words;
  const cut = words.slice(0, MAX_LENGTH + 1);
  const end = cut.lastIndexOf('-');
  return end > 0 ? cut.slice(0, end) : cut.slice(0, MAX_LENGTH);
}

/**
 * The first choice of a slug: `'Harbour Cities Forum'` opening 2019-11-05 gives `'harbour-cities-forum-2019'`.
 * A name that already holds the year does not get it twice; a name without Latin letters gives `'edition-2019'`.
 */
export function slugOf(name: MultilingualText, firstDay: string): string {
  const year = firstDay.slice(0, 4);
  const texts = [name['en'], ...Object.values(name)];
  const words = texts.map((text) => wordsOf(text?.text ?? '')).find((candidate) => /[a-z]/.test(candidate)) ?? 'edition';
  const short = shortened(words);
  return short.split('-').includes(year) ? short : `${short}-${year}`;
}

/** The n-th choice, where the ones before are taken: `slug`, `slug-2`, `slug-3`. */
export const slugChoice = (slug: string, n: number): string => (n === 1 ? slug : `${slug}-${n}`);
