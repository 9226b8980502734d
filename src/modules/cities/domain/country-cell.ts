// The country of a row in any of many languages, slips of the pen among them. A browser needs none of it.
import { meansOne, readCountry } from './locate/country.ts';
import { regionsCalled, regionsOfLetters } from './locate/regions.ts';

/** The ISO code; null where the words mean no country, or one that has come apart into several. */
export function countryInAnyLanguage(words: string): string | null {
  const read = readCountry(words);
  return meansOne(read) ? (read.codes[0] ?? null) : null;
}

/** Every country that the words can mean; none where they mean none. */
export const countriesMeant = (words: string): readonly string[] => readCountry(words).codes;

/** What stands beside a city: Georgia and Bavaria are states as well, and LA is no Laos; the matching of cities tells them by what lies there. */
export function countryBeside(words: string): string | null {
  const code = countryInAnyLanguage(words);
  return words !== 'UK' && code !== 'GB' && (regionsCalled(words).length > 0 || regionsOfLetters(words).length > 0) ? null : code;
}
