// The readable address of an edition: words of its English name and the year it opens; once given it stays.
import type { MultilingualText } from '#kernel/language.ts';
import { slugWords } from '#modules/cities/domain/slug.ts';

const MAX_LENGTH = 60;

/** Cuts at the end of a word where one ends in reach. */
function shortened(words: string): string {
  if (words.length <= MAX_LENGTH) return words;
  const cut = words.slice(0, MAX_LENGTH + 1);
  const end = cut.lastIndexOf('-');
  return end > 0 ? cut.slice(0, end) : cut.slice(0, MAX_LENGTH);
}

/**
 * The first choice of a slug: `'Harbour Cities Forum'` opening 2019-11-05 gives `'harbour-cities-forum-2019'`.
 * A name that already holds the year does not get it twice; one without Latin letters is spelt as it sounds, `'bei-jing-lun-tan-2019'`, and where
 * that gives none either it is `'edition-2019'`.
 */
export function slugOf(name: MultilingualText, firstDay: string, spell: (text: string) => string): string {
  const year = firstDay.slice(0, 4);
  const texts = [name['en'], ...Object.values(name)];
  const written = texts.map((text) => slugWords(text?.text ?? ''));
  const spelt = texts.map((text) => slugWords(spell(text?.text ?? '')));
  const words = [...written, ...spelt].find((candidate) => /[a-z]/.test(candidate)) ?? 'edition';
  const short = shortened(words);
  return short.split('-').includes(year) ? short : `${short}-${year}`;
}
