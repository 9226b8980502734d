// The country of a row in any of many languages, slips of the pen among them. Apart from paste-words, since a browser needs none of it.
import { readCountry } from '#modules/cities/domain/match-country.ts';

/** The ISO code; null where the words mean no country. */
export const countryInAnyLanguage = (words: string): string | null => readCountry(words).codes[0] ?? null;
