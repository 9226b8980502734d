// The country of a row in any of many languages, slips of the pen among them. A browser needs none of it.
import { fold } from '#kernel/fold.ts';
import { meansOne, readCountry } from './locate/country.ts';
import { regionsBeside, regionsCalled, regionsOfLetters } from './locate/regions.ts';

/** The ISO code; null where the words mean no country, or one that has come apart into several. */
export function countryInAnyLanguage(words: string): string | null {
  const read = readCountry(words);
  return meansOne(read) ? (read.codes[0] ?? null) : null;
}

/** Every country that the words can mean; none where they mean none. */
export const countriesMeant = (words: string): readonly string[] => readCountry(words).codes;

/** Names that are a country's and a city's alike: alone in a row, nobody knows which is meant. */
const ALSO_CITY: ReadonlySet<string> = new Set('SG LU MC SM VA DJ PA GT KW HK MO MX GI AD'.split(' '));

/** The country that a line between rows names, `'Frankreich'`; null where it names none, or a city as well. */
export function countryOfHeading(line: string): string | null {
  const { codes, correction } = readCountry(line);
  const [code, other] = codes;
  return code === undefined || other !== undefined || correction === 'misspelt' || correction === 'part_of_country' || ALSO_CITY.has(code)
    ? null
    : code;
}

/** Whether the words name a state that has come apart into several, which no city is called: "Ex-Tchécoslovaquie". */
export const meansFormerState = (words: string): boolean => {
  const { codes, correction } = readCountry(words);
  return codes.length > 1 && correction === 'other_words' && regionsCalled(words).length === 0;
};

/** Whether a cell beside a city names a state or province, by its name or its letters. */
export const namesRegion = (words: string): boolean =>
  !isWorldRegion(words) && (regionsBeside(words).length > 0 || regionsOfLetters(words).length > 0);

/** What a state or province beside a city is in its country: known by name or letters, none at all as a part of the world, or unknown. */
export function regionIn(words: string, country: string | null): 'known' | 'unknown' | 'none' {
  // IL is Illinois in the United States, though Israel elsewhere.
  if (regionsBeside(words, country).length > 0) return 'known';
  if (regionsOfLetters(words).some((region) => country === null || region.country === country)) return 'known';
  return isWorldRegion(words) || namesCountry(words) ? 'none' : 'unknown';
}

/** Whether the words name a country itself, be it one of several, and no part of one. */
export const namesCountry = (words: string): boolean => {
  const { codes, correction } = readCountry(words);
  return codes.length > 0 && correction !== 'misspelt' && correction !== 'part_of_country';
};

let worldRegions: ReadonlySet<string> | null = null;
/** Whether a line names a part of the world, as headings do: "Europa", "Asien", "Lateinamerika". */
export function isWorldRegion(line: string): boolean {
  worldRegions ??= new Set(
    'en de fr es it pt nl da sv pl cs hu ru uk tr ja ko zh-Hans zh-Hant'.split(' ').flatMap((language) => {
      const called = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
      const parts = '001 002 003 005 009 011 013 014 015 018 019 021 029 030 034 035 039 053 054 142 143 145 150 151 154 155 419'.split(
        ' ',
      );
      return parts.map((code) => fold(called.of(code) ?? ''));
    }),
  );
  return worldRegions.has(fold(line));
}

/** What stands beside a city: Georgia and Bavaria are states as well, and LA is no Laos; the matching of cities tells them by what lies there. */
export function countryBeside(words: string): string | null {
  const code = countryInAnyLanguage(words);
  return words !== 'UK' && code !== 'GB' && (regionsCalled(words).length > 0 || regionsOfLetters(words).length > 0) ? null : code;
}
