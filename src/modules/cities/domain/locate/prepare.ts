// What an end says, read once: its name taken apart, its country, its coordinates and how exact they are.
import { gazetteerNamesOf } from '../city-words.ts';
import { meantByShortName } from '../chinese-short-names.ts';
import { readCountry, type ReadCountry } from './country.ts';
import type { EndToLocate, WrittenKind } from './end.ts';
import type { Coordinates } from './entry.ts';
import { nameKey, readName, type NameForm } from './name.ts';
import { countryOfLetters } from '../country-letters.ts';
import { regionsBeside, regionsCalled, regionsOfLetters, type Region } from './regions.ts';
import { isCountry } from '#kernel/codes.ts';

export interface Preparation {
  readonly end: EndToLocate;
  readonly kind: WrittenKind;
  readonly forms: readonly NameForm[];
  /** The country as it is written, else as it stands beside the name. */
  readonly country: ReadCountry;
  readonly countryFrom: 'written' | 'name' | null;
  /** Regions that are written beside the name or the country; the place lies in one of them. */
  readonly regions: readonly Region[];
  /** Letters beside the name stand for places in several countries: Salem, IN may lie in India. */
  readonly isAmbiguous: boolean;
  /** A place beside the name that is neither country nor region: its key. */
  readonly besideKey: string | null;
  readonly at: Coordinates | null;
  /** How far the coordinates may be off by their rounding alone. */
  readonly slackKilometres: number;
}

const KILOMETRES_PER_DEGREE = 111;

const decimalsOf = (value: number): number => {
  const text = String(value);
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
};

function slackOf({ latitude, longitude }: Coordinates): number {
  const decimals = Math.max(decimalsOf(latitude), decimalsOf(longitude));
  return (KILOMETRES_PER_DEGREE / 2) * 10 ** -decimals;
}

function coordinatesOf({ latitude, longitude }: EndToLocate): Coordinates | null {
  if (latitude === null || longitude === null || !Number.isFinite(latitude) || !Number.isFinite(longitude)) return null;
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return null;
  // Nobody lives off the Gulf of Guinea where both are zero: it stands for a missing value.
  return latitude === 0 && longitude === 0 ? null : { latitude, longitude };
}

const isKindOfForm = (kind: WrittenKind, { origin }: NameForm): boolean =>
  kind === 'place' || kind === 'municipality' || origin === 'whole';

/** 兵库县: what is a county in China is a prefecture in Japan. */
const isJapanesePrefecture = (name: string, { codes }: ReadCountry): boolean =>
  /\p{Script=Han}{2,}[县縣]$/u.test(name) && codes.includes('JP');

/** 沪 in China is 上海; without its country, or where it can be two, a short name stays as it is written and is asked about. */
function nameIn({ name }: EndToLocate, { codes }: ReadCountry): string {
  const [meant, other] = codes.includes('CN') ? meantByShortName(name) : [];
  return meant === undefined || other !== undefined ? name : meant;
}

/** "Cork – Ireland" as "Cork, Ireland": what stands behind a dash is the place itself only where it is no country. */
function besideDash(name: string): string {
  const [, city = '', country = ''] = /^(.+?)\s+[–—-]\s+([^–—]+)$/u.exec(name.trim()) ?? [];
  if (country === '' || readCountry(city).codes.length > 0) return name;
  const { codes, correction } = readCountry(country);
  return codes.length > 0 && correction !== 'misspelt' ? `${city}, ${country}` : name;
}

interface Beside {
  readonly country: ReadCountry;
  readonly regions: readonly Region[];
}

/** What letters beside a name may stand for, as far as the country that is written agrees: states, provinces, and countries. */
function besideLetters(letters: string, written: ReadCountry): Beside | null {
  const agrees = (code: string): boolean => written.codes.length === 0 || written.codes.includes(code);
  const regions = regionsOfLetters(letters).filter(({ country }) => agrees(country));
  const code = isCountry(letters) ? letters : countryOfLetters(letters);
  const codes = [...new Set([...regions.map(({ country }) => country), ...(code === null || !agrees(code) ? [] : [code])])];
  if (codes.length === 0) return null;
  return {
    country: { codes, region: null, isTerritory: false, correction: written.codes.length === 0 ? 'other_words' : written.correction },
    regions,
  };
}

function besideWords(beside: string | null, written: ReadCountry): Beside {
  const fromName = written.codes.length === 0 && beside !== null ? readCountry(beside) : null;
  const country = fromName !== null && fromName.codes.length > 0 ? fromName : written;
  const besideRegions = beside === null ? [] : regionsOf(beside, country.codes);
  return { country, regions: besideRegions.length > 0 ? besideRegions : country.region === null ? [] : [country.region] };
}

/** Reads an end; pure words, no gazetteer yet. */
export function prepare(end: EndToLocate): Preparation {
  const written = readCountry(end.countryWritten);
  const others = [...(end.otherNames ?? []), ...gazetteerNamesOf(end.name, written.codes)];
  const { kind, forms, beside, letters } = readName(besideDash(nameIn(end, written)), others);
  // Letters behind the name itself say more than the country behind them: Memphis TN, USA.
  const isLetters = letters !== null && beside === letters;
  const lettered = letters === null ? null : besideLetters(letters, isLetters ? written : besideWords(beside, written).country);
  const inWords = besideWords(beside, written);
  const { country, regions } = lettered ?? inWords;
  const isResolved =
    beside === null ||
    (lettered !== null && isLetters) ||
    regionsOf(beside, country.codes).length > 0 ||
    readCountry(beside).codes.length > 0;
  const named = forms.length === 1 && country.codes.length === 0 && readCountry(end.name).codes.length > 0;
  const at = coordinatesOf(end);
  return {
    end,
    kind: named ? 'country' : isJapanesePrefecture(end.name, country) ? 'region' : kind,
    forms: forms.filter((form) => isKindOfForm(kind, form)),
    country,
    countryFrom: country.codes.length === 0 ? null : written.codes.length > 0 ? 'written' : 'name',
    regions,
    isAmbiguous: lettered !== null && country.codes.length > 1,
    besideKey: isResolved ? null : nameKey(beside),
    at,
    slackKilometres: at === null ? 0 : slackOf(at),
  };
}

function regionsOf(beside: string, codes: readonly string[]): readonly Region[] {
  if (codes.length === 0) return regionsCalled(beside);
  return codes.flatMap((code) => regionsBeside(beside, code));
}
