// What matching asks of the gazetteer, and under which terms its places are filed (an inverted file), so that nobody reads it through.
import { WRITTEN_IN_HAN, type Entry } from './entry.ts';
import { nameKey } from './name.ts';

/** A place that is called by a key, and how the gazetteer spells it. */
export interface Called {
  readonly entry: Entry;
  /** By its first name or the same in plain letters, not by another spelling. */
  readonly isMainName: boolean;
  readonly spelling: string;
}

/** All answers are in the order of the gazetteer; the same place is the same object throughout. */
export interface Gazetteer {
  readonly called: (key: string) => readonly Called[];
  /** Places filed under any of the terms, each once; a few others, too, as terms are kept by their hashes. */
  readonly under: (terms: readonly string[]) => readonly Entry[];
  /** Countries that have places in the field of one degree. */
  readonly countriesIn: (degree: number) => readonly string[];
  /** Its first name, the same in plain letters, and all other spellings. */
  readonly spellingsOf: (entry: Entry) => readonly string[];
}

/** Inhabitants of a place that many people write, and of one that others are told apart by. */
export const KNOWN_SIZE = 50_000;
export const GREAT = 100_000;

export const terms = {
  number: (geonamesId: number): string => `#${String(geonamesId)}`,
  country: (code: string): string => `=${code}`,
  cell: (cell: number): string => `+${String(cell)}`,
  sound: (sound: string): string => `~${sound}`,
  known: '*',
  great: '!',
} as const;

/** Terms of a folded word by its first letters, the last the longest: typed words find what begins with them. */
export const beginningsOf = (word: string): readonly string[] =>
  [1, 2, 4].flatMap((letters) => (word.length < letters ? [] : [`>${word.slice(0, letters)}`]));

/** A town’s Chinese name with the word for its kind, simplified as keys are. */
const HAN_TOWN = /^(\p{Script=Han}{2,}?)(?:广域市|特别市|都会区|市)$/u;
/** A town’s Korean name likewise: 오사카 시. */
const HANGUL_TOWN = /^(\p{Script=Hangul}{2,}?)(?:특별자치시|특별시|광역시|시)$/u;
/** *Am*, *an der*, *im*, *sur*, *upon* in Japanese letters: フランクフルト・アム・マイン is called フランクフルト. */
const KATAKANA_ATTRIBUTE =
  /^(\p{Script=Katakana}[\p{Script=Katakana}ー]{2,})[・＝=](?:アム|アン・デア|アン・デム|イム|イン・デア|オプ・デア|シュル|スュル|アポン|デ・ラ)[・＝=]/u;

/** Of some places the gazetteer has the name with its kind, or with what tells it from others, alone: 仁川广域市, 奥克兰都会区. */
export function keysOf(spelling: string): readonly string[] {
  const key = nameKey(spelling);
  const bare = HAN_TOWN.exec(key)?.[1] ?? HANGUL_TOWN.exec(key)?.[1] ?? KATAKANA_ATTRIBUTE.exec(spelling)?.[1];
  return bare === undefined ? [key] : [key, nameKey(bare)];
}

const HAN = /^\p{Script=Han}{2,}$/u;
const bareHan = (name: string): string => (name.length > 2 ? name.replace(/(?:广域市|廣域市|特别市|特別市|[市县縣区區])$/u, '') : name);

/** How a Chinese name sounds, given by the caller; the same for simplified and traditional characters. */
export type SoundOfHan = (name: string) => string;

/** How those of the names sound that are Chinese, without the word for their kind. */
export const soundsOf = (names: readonly string[], soundOf: SoundOfHan): readonly string[] => [
  ...new Set(names.filter((name) => HAN.test(name)).map((name) => soundOf(bareHan(name)))),
];

export const CELL_DEGREES = 0.25;
const COLUMNS = 1440;

const cellOf = (latitude: number, longitude: number): number =>
  Math.floor((latitude + 90) / CELL_DEGREES) * COLUMNS + ((Math.floor((longitude + 180) / CELL_DEGREES) + COLUMNS) % COLUMNS);
export const degreeOf = (latitude: number, longitude: number): number =>
  Math.floor(latitude + 90) * 360 + ((Math.floor(longitude + 180) + 360) % 360);

/** The field of a point and the eight around it. */
export const fieldsAround = (
  { latitude, longitude }: Pick<Entry, 'latitude' | 'longitude'>,
  { of, degrees }: { readonly of: typeof cellOf; readonly degrees: number },
): readonly number[] => [-1, 0, 1].flatMap((north) => [-1, 0, 1].map((east) => of(latitude + north * degrees, longitude + east * degrees)));

export const cellsAround = (at: Pick<Entry, 'latitude' | 'longitude'>): readonly number[] =>
  fieldsAround(at, { of: cellOf, degrees: CELL_DEGREES });

/** All terms of a place but its names. */
export const termsOf = (entry: Entry): readonly string[] => [
  terms.number(entry.geonamesId),
  terms.country(entry.country),
  terms.cell(cellOf(entry.latitude, entry.longitude)),
  ...(entry.population >= KNOWN_SIZE ? [terms.known] : []),
  ...(entry.population >= GREAT ? [terms.great] : []),
];

/**
 * All places of the same first name, the place itself among them: elsewhere a Chinese name writes the sound of the first one, so who
 * writes 曼彻斯特 may mean each Manchester, whichever of them the gazetteer knows to be written so.
 */
export const namesakesOf = (entry: Entry, { called }: Gazetteer): readonly Entry[] =>
  WRITTEN_IN_HAN.has(entry.country)
    ? []
    : called(nameKey(entry.name)).flatMap((other) =>
        other.spelling === other.entry.name && !WRITTEN_IN_HAN.has(other.entry.country) ? [other.entry] : [],
      );
