// How words of a typed table are compared, and countries read.
import { isCountry, keysOf } from '#kernel/codes.ts';
import { countryOf } from './names-of-codes.ts';
import { simplifiedWord } from './han-words.ts';

/** How a word is compared: width, case, blanks, punctuation and the Chinese script do not matter. */
export const foldWord = (text: string): string =>
  simplifiedWord(text.normalize('NFKC'))
    .toLowerCase()
    // Turkish İ is an i with a dot of its own when small.
    .replaceAll('i\u0307', 'i')
    .replace(/[\s_\-–—/.,:;()（）'‘’"“”]+/gu, '');

/** Reads the words of a closed list, parted by bars, in one language or by language, and its values themselves: of two values with one word the first is meant. */
export function wordTable<Value extends string>(
  words: Readonly<Record<Value, string | Readonly<Record<string, string>>>>,
): (word: string) => Value | null {
  const values = new Map<string, Value>();
  for (const value of keysOf(words)) {
    const told: string | Readonly<Record<string, string>> = words[value];
    const all = [value, ...(typeof told === 'string' ? [told] : Object.values(told))].join('|').split('|');
    for (const word of all.map(foldWord)) if (!values.has(word)) values.set(word, value);
  }
  return (word) => values.get(foldWord(word)) ?? null;
}

/** The ISO code of a country or region as people write it; null where the word names none. */
export function countryOfWord(word: string): string | null {
  const code = countryOf(word);
  return isCountry(code) ? code : null;
}
