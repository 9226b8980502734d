// How words of a typed table are compared, and countries read.
import { isCountry } from '#kernel/codes.ts';
import { countryOf } from '#kernel/names-of-codes.ts';
import { simplifiedWord } from './han-words.ts';

/** How a word is compared: width, case, blanks, punctuation and the Chinese script do not matter. */
export const foldWord = (text: string): string =>
  simplifiedWord(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/[\s_\-–—/.,:;()（）'"“”]+/gu, '');

/** The ISO code of a country or region as people write it; null where the word names none. */
export function countryOfWord(word: string): string | null {
  const code = countryOf(word);
  return isCountry(code) ? code : null;
}
