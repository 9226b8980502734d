// Which country a list means, however it writes it: another language, a slip of the pen, a part named with the whole.
import { isCountry } from '#kernel/codes.ts';
import { fold } from '#kernel/fold.ts';
import { countryOf } from '#reading/names-of-codes.ts';
import { countryOfLetters } from '../country-letters.ts';
import { countryForms } from '../country-words.ts';
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
/** The main languages of lists, then all others that the runtime has: a word of two of those is one of the earlier. */
const MAIN =
  'en de fr es it pt nl da sv nb is fi et lv lt pl cs sk hu ro bg ru uk sr sr-Latn hr sl sq el tr ja ko zh-Hans zh-Hant zh-Hant-HK vi id ar'.split(
    ' ',
  );
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const pairs = LETTERS.flatMap((a) => LETTERS.map((b) => a + b));
const codes = [...pairs.filter(isCountry), KOSOVO];
const others = (): readonly string[] =>
  Intl.DisplayNames.supportedLocalesOf(pairs.map((pair) => pair.toLowerCase())).filter((language) => !MAIN.includes(language));

interface Names {
  readonly names: ReadonlyMap<string, readonly string[]>;
  readonly english: ReadonlyMap<string, string>;
}

let known: Names | null = null;

/** Made at the first country that is read, of thirty thousand names: who only starts does not wait for them. */
function namesOfCountries(): Names {
  if (known !== null) return known;
  const names = new Map(countryForms.map(([name, found]) => [nameKey(name), found]));
  const english = new Map<string, string>();
  const add = (tag: string, into: Map<string, readonly string[]>): void => {
    const called = new Intl.DisplayNames(tag, { type: 'region', fallback: 'none' });
    for (const code of codes) {
      const name = called.of(code);
      if (name === undefined) continue;
      // CLDR writes "Myanmar (Burma)"; lists write either.
      for (const key of [name, name.replace(/ *\(.*\)/, '')].map(nameKey)) {
        if (tag === 'en') english.set(key, code);
        if (!names.has(key)) into.set(key, into === names ? [code] : [...new Set([...(into.get(key) ?? []), code])]);
      }
    }
  };
  for (const language of MAIN) add(language, names);
  const rest = new Map<string, readonly string[]>();
  for (const language of others()) add(language, rest);
  // What two of the smaller languages mean differently is asked about.
  for (const [key, found] of rest) if (found.length === 1 && key.length > 3) names.set(key, found);
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
  isCountry(countryOf(text.trim())) ||
  namesOfCountries().english.has(nameKey(text)) ||
  (namesOfCountries().names.get(nameKey(text)) ?? []).length > 1 ||
  countryOfLetters(text.trim()) !== null;
/** What a state calls itself before and behind its name. */
const LEADING =
  /^(?:in|aus|from|en|the|(?:the\s+)?(?:(?:federal|federative|federated|islamic|socialist|people['’]s|democratic|independent|oriental|bolivarian|plurinational|hashemite|united)\s+)*(?:republic|rep\.?|kingdom|states?|principality|grand duchy|commonwealth|sultanate|union) of(?: the)?|(?:bundes|volks)?republik|r[eé]p\.(?! of)|vr(?=\s)|(?:königreich|fürstentum|großherzogtum|staat)(?: der)?|(?:république|royaume|principauté|grand-duché|état)(?: (?:fédérale|populaire|démocratique|islamique|socialiste))*(?: (?:de la|de|du|des))?(?: d['’]| l['’])?|(?:república|reino|estado|principado|repubblica|regno)(?: (?:federal|federativa|popular|bolivariana|oriental|plurinacional|democratica|democrática))*(?: (?:de la|de|del|di|do|da))?|republika|królestwo|республика|королевство)\s*(?<=['’\s])/iu;
const BEHIND =
  /\s+(?:republic|rep\.?|republik|federation|kingdom)$|(?:人民|民主|社会主义|社会主義|联邦|聯邦|連邦|伊斯兰|阿拉伯)*(?:共和国|共和國)$|(?<=[\p{Script=Han}\p{Script=Katakana}ー]{2})(?:王国|王國|联邦|聯邦|連邦|大公国|公国|酋长国)$/iu;
/** Of a divided name the form of the state says which is meant: it is no mere form. */
const DIVIDED: ReadonlySet<string> = new Set(['CN', 'TW', 'KR', 'KP', 'CG', 'CD', 'VN', 'DE']);
const DIRECTION = /^(?:north|south|east|west|nord|süd|sued|sud|ost|du |del |norte|sur|sul|nördl|südl|p[oó]łn|połud|北|南|东|西|북|남)/iu;

const AND = /^(?:and|und|et|en|y|e|i|och|og|&|u\.)?$/iu;

/** `Tschech. Republik`, `Österr.`: each word that ends with a full stop begins one of a name with as many words. */
function abbreviated(text: string): readonly string[] {
  const words = text.split(/(?<=\.)[\s-]*|[\s-]+/).filter((word) => !AND.test(word));
  if (!words.some((word) => /\p{L}{2}\.$/u.test(word))) return [];
  const found = new Set<string>();
  for (const [name, code] of spelt()) {
    const parts = name.split(/[\s-]+/).filter((word) => !AND.test(word));
    const fits = (word: string, at: number): boolean =>
      word.endsWith('.') ? (parts[at] ?? '').startsWith(fold(word).replace('.', '')) : parts[at] === fold(word);
    if (parts.length === words.length && words.every(fits)) found.add(code);
  }
  return found.size === 1 ? [...found] : [];
}

let spelled: readonly (readonly [string, string])[] | null = null;
/** Names with their words apart, in the languages that abbreviate with a full stop. */
function spelt(): readonly (readonly [string, string])[] {
  spelled ??= [
    ...countryForms.flatMap(([name, [code = '']]) => [[fold(name), code] as const]),
    ...MAIN.slice(0, 20).flatMap((language) => {
      const called = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
      return codes.flatMap((code) => [[fold(called.of(code) ?? ''), code] as const]);
    }),
  ];
  return spelled;
}

let adjectives: ReadonlyMap<string, string> | null = null;
/** Languages of one country: "Polish", "polnisch", "polonais". */
const SPOKEN =
  'de fr it pl cs sk hu ro bg uk ru el tr ja sv nb:NO da:DK fi nl et:EE lv lt hr sl:SI sr:RS sq:AL mk is es pt en:GB zh:CN ga:IE he:IL vi:VN th id';
function countryOfAdjective(text: string): string | null {
  adjectives ??= new Map(
    MAIN.flatMap((language) => {
      const called = new Intl.DisplayNames(language, { type: 'language', fallback: 'none' });
      const codeOf: Readonly<Record<string, string>> = { cs: 'CZ', uk: 'UA', el: 'GR', ja: 'JP', sv: 'SE' };
      return SPOKEN.split(' ').flatMap((entry): [string, string][] => {
        const [tongue = '', code = codeOf[tongue] ?? tongue.toUpperCase()] = entry.split(':');
        return [[nameKey(called.of(tongue) ?? ''), code]];
      });
    }),
  );
  return adjectives.get(nameKey(text)) ?? null;
}

function misspelt(text: string): readonly string[] {
  const key = nameKey(text);
  const limit = key.length < 5 ? 0 : key.length < 9 ? 1 : 2;
  if (limit === 0) return [];
  let [least, found] = [limit + 1, new Set<string>()];
  for (const [name, code] of namesOfCountries().english) {
    const steps = stepsBetween(key, name, Math.min(limit, least));
    // Inland is no slip of Finland, nor N.Ireland of Ireland.
    if (name[0] !== key[0]) continue;
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
  const before =
    former.get(nameKey(text)) ??
    former.get(
      nameKey(
        text.replace(/^(?:former|formerly|ehem\.|ehemalige[sr]?|früher|ex[- ]|ancienne? |antigua |była |бывш(?:ая|ий) |旧|前)\s*/iu, ''),
      ),
    );
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
  return readBracketed(text) ?? readParts(text) ?? readWords(text);
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

/** `Korea (Süd)`, `Congo (Kinshasa)`: what stands in brackets belongs to the name. */
function readBracketed(text: string): ReadCountry | null {
  const [, outside = '', inside = ''] =
    /^(.+?)\s*[(（[]\s*([^()（）[\]]+?)\s*[)）\]]$/u.exec(text) ?? /^([^,]+),\s*([^,]+)$/u.exec(text) ?? [];
  if (outside === '') return null;
  for (const whole of [`${inside} ${outside}`, `${outside} ${inside}`, `${inside}${outside}`]) {
    const found = codesCalled(whole);
    if (found.length > 0) return { ...none, codes: found, correction: 'other_words' };
  }
  return DIRECTION.test(inside) && codesCalled(outside).some((code) => DIVIDED.has(code)) ? none : null;
}

function readWords(text: string): ReadCountry {
  const short = abbreviated(text);
  if (short.length > 0) return { ...none, codes: short, correction: 'other_words' };
  const bare = text.replace(/\s*[(（[][^)）\]]*[)）\]]\s*$/u, '').trim();
  for (const words of new Set([
    bare,
    bare.replace(LEADING, ''),
    bare.replace(LEADING, '').replace(LEADING, ''),
    bare.replace(BEHIND, ''),
    bare.replace(/^(.+), (.+ of)$/i, '$2 $1').replace(LEADING, ''),
    // Tuerkei, Daenemark
    bare.replace(/([aou])e/gi, '$1'),
  ])) {
    if (words.trim() === '' || words === text) continue;
    const { codes: found, region, correction } = read(words.trim());
    // What stands in brackets tells the country from a region of the same name.
    const said = /\(country\)/i.test(text) ? found.slice(0, 1) : found;
    const isDivided = words !== bare && said.some((code) => DIVIDED.has(code));
    if (isDivided || correction === 'misspelt') continue;
    if (said.length > 0) return { codes: said, region, isTerritory: false, correction: 'other_words' };
  }
  const scripts = text.split(/(?<=[^\p{Script=Han}])\s+(?=\p{Script=Han})|(?<=\p{Script=Han})\s+(?=[^\p{Script=Han}])|\s*[/|／]\s*/u);
  const [said, again] = scripts.length === 2 ? scripts.map((part) => read(part)) : [];
  if (said !== undefined && again !== undefined && said.codes.join() === again.codes.join() && said.codes.length > 0)
    return { ...said, correction: 'other_words' };
  const adjective = countryOfAdjective(text);
  if (adjective !== null) return { ...none, codes: [adjective], correction: 'other_words' };
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
