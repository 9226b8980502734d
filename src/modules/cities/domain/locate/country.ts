// Which country a list means, however it writes it: another language, a slip of the pen, a part named with the whole.
import { isCountry } from '#kernel/codes.ts';
import { fold } from '#kernel/fold.ts';
import { codesOfWords, countryOf } from '#reading/names-of-codes.ts';
import { countryOfLetters } from '../country-letters.ts';
import { formerCountries } from '../former-countries.ts';
import type { CountryCorrectionCode } from './end.ts';
import { nameKey, stepsBetween } from './name.ts';
import { regionsCalled, type Region } from './regions.ts';

export interface ReadCountry {
  /** ISO 3166-1 alpha-2 (and XK), the likeliest first; several where the words mean more than one, none where they mean none. */
  readonly codes: readonly string[];
  /** The region that is written with or for the country. */
  readonly region: Region | null;
  /** A territory is written with the country it belongs to: its own places alone are meant. */
  readonly isTerritory: boolean;
  /** Null where the country stands there by one of its usual English or Chinese names. */
  readonly correction: CountryCorrectionCode | null;
}

/** What the gazetteer uses for a territory that ISO has no code for. */
const KOSOVO = 'XK';
const LANGUAGES =
  'en de fr es it pt nl da sv nb is fi et lv lt pl cs sk hu ro bg ru uk sr hr sl sq el tr ja ko zh-Hans zh-Hant vi id ar'.split(' ');
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const codes = [...LETTERS.flatMap((a) => LETTERS.map((b) => a + b)).filter(isCountry), KOSOVO];

/** `codes: name|other name`: names that runtimes do not have, former ones, short ones, those of lists. The first code is the likelier. */
const more = codesOfWords(`
IE: republic of ireland|eire
PS: palestine|state of palestine|palestinian territories|palestinian authority|west bank|gaza strip
CY: northern cyprus|turkish republic of northern cyprus
MK: macedonia|republic of macedonia|fyrom
MD: moldavia|republic of moldova|transnistria
SR: surinam
CI: ivory coast
TL: east timor
CV: cape verde
SZ: swaziland
MM: burma
CG CD: congo
CG: republic of the congo
CD: democratic republic of the congo|dr congo|zaire
FM: micronesia|federated states of micronesia
BA: bosnia
TW: republic of china
KR: south korea
KP: north korea
RU: russian federation
VA: vatican city
VI: united states virgin islands
TR: turkiye
SK: slovak republic
SY: syrian arab republic
IR: persia
GE: abkhazia|south ossetia
XK: republic of kosovo
`);

interface Names {
  readonly names: ReadonlyMap<string, readonly string[]>;
  readonly english: ReadonlyMap<string, string>;
}

let known: Names | null = null;

/** Made at the first country that is read, of nine thousand names: who only starts does not wait for them. */
function namesOfCountries(): Names {
  if (known !== null) return known;
  const names = new Map(more.map(([name, found]) => [nameKey(name), found]));
  const english = new Map<string, string>();
  for (const tag of LANGUAGES) {
    const called = new Intl.DisplayNames(tag, { type: 'region', fallback: 'none' });
    for (const code of codes) {
      const name = called.of(code);
      if (name === undefined) continue;
      // CLDR writes "Myanmar (Burma)"; lists write either.
      for (const part of [name, name.replace(/ *\(.*\)/, '')]) {
        if (tag === 'en') english.set(nameKey(part), code);
        if (!names.has(nameKey(part))) names.set(nameKey(part), [code]);
      }
    }
  }
  for (const [name, [code]] of more) if (code !== undefined) english.set(nameKey(name), code);
  return (known = { names, english });
}
const former = new Map(formerCountries.map(([name, found]) => [nameKey(name), found]));
/** Georgia is a country and a state: coordinates decide. */
const ALSO_REGION: ReadonlySet<string> = new Set(['georgia']);

/** Codes of a country by one of its names in any of many languages; usual names first. */
function codesCalled(text: string): readonly string[] {
  const trimmed = text.trim();
  const code = countryOf(trimmed);
  const { names } = namesOfCountries();
  // Small letters are words, not codes: "in", "us". "UK" is a name, since its code is another.
  if (isCountry(code) && (trimmed.length > 2 || trimmed === code || trimmed.toUpperCase() !== code))
    return names.get(nameKey(trimmed))?.includes(code) ? (names.get(nameKey(trimmed)) ?? [code]) : [code];
  // NGA is Nigeria, though Nga is Russia in Vietnamese.
  const lettered = trimmed === KOSOVO ? KOSOVO : countryOfLetters(trimmed);
  return lettered === null ? (names.get(nameKey(trimmed)) ?? []) : [lettered];
}

const isUsual = (text: string): boolean =>
  isCountry(countryOf(text.trim())) || namesOfCountries().english.has(nameKey(text)) || countryOfLetters(text.trim()) !== null;
const LEADING =
  /^(?:in|aus|from|en|the|republic of|rep\.? of|kingdom of|state of|federal republic of|islamic republic of|people's republic of)\s+/i;

function misspelt(text: string): readonly string[] {
  const key = nameKey(text);
  const limit = key.length < 5 ? 0 : key.length < 9 ? 1 : 2;
  if (limit === 0) return [];
  let [least, found] = [limit + 1, new Set<string>()];
  for (const [name, code] of namesOfCountries().english) {
    const steps = stepsBetween(key, name, Math.min(limit, least));
    if (steps < least) [least, found] = [steps, new Set([code])];
    else if (steps === least && steps <= limit) found.add(code);
  }
  return found.size === 1 ? [...found] : [];
}

const none: ReadCountry = { codes: [], region: null, isTerritory: false, correction: null };
const cache = new Map<string, ReadCountry>();
const MOST_CACHED = 5000;

/** Whether the words mean one country, be it the likelier of two: not where they name a state that has come apart. */
export const meansOne = ({ codes: found, correction }: ReadCountry): boolean =>
  found.length === 1 || (found.length > 1 && correction !== 'other_words');

/** Reads a country as lists write it: `'Grece'`, `'in Italy'`, `'Ohio, United States'`, `'Georgia (country)'`, `'Réunion, France'`. */
export function readCountry(written: string | null): ReadCountry {
  const text = (written ?? '').normalize('NFKC').replace(/\s+/g, ' ').trim();
  if (text === '') return none;
  const found = cache.get(text) ?? read(text);
  if (cache.size < MOST_CACHED) cache.set(text, found);
  return found;
}

function read(text: string): ReadCountry {
  const before = former.get(nameKey(text));
  if (before !== undefined) return { codes: before, region: null, isTerritory: false, correction: 'other_words' };
  const direct = codesCalled(text);
  const [state] = regionsCalled(text);
  if (direct.length > 0) {
    const asState = state !== undefined && ALSO_REGION.has(fold(text)) ? [state.country] : [];
    const nation = state?.country === 'GB' ? state : null;
    return {
      codes: [...direct, ...asState],
      region: nation,
      isTerritory: false,
      correction: nation !== null ? 'part_of_country' : isUsual(text) ? null : 'other_language',
    };
  }
  if (state !== undefined) return { codes: [state.country], region: state, isTerritory: false, correction: 'part_of_country' };
  return readParts(text) ?? readWords(text);
}

/** `part, whole`: the part is a territory with a code of its own, a known region, or something smaller. */
function readParts(text: string): ReadCountry | null {
  const cut = text.lastIndexOf(',');
  if (cut < 0) return null;
  const [before, behind] = [text.slice(0, cut), read(text.slice(cut + 1).trim())];
  const [country] = behind.codes;
  if (country === undefined) return null;
  const territory = codesCalled(before).filter((code) => code !== country && (kin[country]?.includes(code) ?? false));
  if (territory.length > 0) return { codes: territory, region: null, isTerritory: true, correction: 'part_of_country' };
  return { codes: behind.codes, region: regionsCalled(before, country)[0] ?? null, isTerritory: false, correction: 'part_of_country' };
}

function readWords(text: string): ReadCountry {
  const bare = text
    .replace(/\s*\([^)]*\)\s*$/, '')
    .replace(LEADING, '')
    .replace(LEADING, '')
    .trim();
  if (bare !== '' && bare !== text) {
    const { codes: found, region } = read(bare);
    // What stands in brackets tells the country from a region of the same name.
    const said = /\(country\)/i.test(text) ? found.slice(0, 1) : found;
    if (said.length > 0) return { codes: said, region, isTerritory: false, correction: 'other_words' };
  }
  const found = misspelt(text);
  return found.length > 0 ? { codes: found, region: null, isTerritory: false, correction: 'misspelt' } : none;
}

/** Territories that lists and the gazetteer may file under one another: no judgement of whose they are. */
export const kin: Readonly<Record<string, readonly string[]>> = {
  FR: ['RE', 'GP', 'MQ', 'GF', 'YT', 'NC', 'PF', 'PM', 'BL', 'MF', 'WF'],
  US: ['PR', 'GU', 'VI', 'AS', 'MP'],
  GB: ['GG', 'JE', 'IM', 'GI', 'FK', 'BM', 'KY'],
  NL: ['AW', 'CW', 'SX', 'BQ'],
  DK: ['GL', 'FO'],
  FI: ['AX'],
  NO: ['SJ'],
  CN: ['HK', 'MO', 'TW'],
  IL: ['PS'],
  RS: [KOSOVO],
  MA: ['EH'],
  UA: ['RU'],
};

/** The codes that are kin to one, itself among them. */
export const kinOf = (code: string): readonly string[] => [
  code,
  ...(kin[code] ?? []),
  ...Object.keys(kin).filter((other) => kin[other]?.includes(code)),
];

/** Whether a place filed under `found` may be what a list writes under `written`. */
export const isKin = (written: string, found: string): boolean =>
  written === found || (kin[written]?.includes(found) ?? false) || (kin[found]?.includes(written) ?? false);
