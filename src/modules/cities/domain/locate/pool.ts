// Gathers, while the gazetteer's lines go by once, the places that ends may mean: by name, by nearness, by number.
import { fold } from '#kernel/fold.ts';
import { kilometresBetween, type Coordinates, type Entry } from './entry.ts';
import { nameKey, type FormOrigin, type NameForm } from './name.ts';
import { isHan, Namesakes } from './namesakes.ts';
import { prepare, type Preparation } from './prepare.ts';
import type { LocateQuestion } from './end.ts';

/** A place that is called like an end. */
export interface Hit {
  readonly entry: Entry;
  readonly origin: FormOrigin;
  /** What of the written name it is called like. */
  readonly text: string;
  /** By its first name in the gazetteer, not by another spelling or a former name. */
  readonly isMainName: boolean;
  /** The gazetteer has a name spelled so, word for word, accents apart. */
  readonly isSpelled: boolean;
  /** Not known to be called so: a place of the same first name is, in Chinese. */
  readonly isNamesake: boolean;
}

export interface NearPlace {
  readonly entry: Entry;
  readonly kilometres: number;
}

/** An end with everything of the gazetteer that touches it. */
export interface PooledEnd {
  readonly prepared: Preparation;
  readonly hits: readonly Hit[];
  /** The places around the written coordinates, the nearest first. */
  readonly near: readonly NearPlace[];
  readonly stated: Entry | null;
  /** Countries with places within a degree or two; null without coordinates. */
  readonly countriesAround: ReadonlySet<string> | null;
}

export interface Pool {
  readonly ends: readonly PooledEnd[];
  /** Places called like what stands beside a name: `Salo` of `Kisko (Salo)`. */
  readonly beside: ReadonlyMap<string, readonly Entry[]>;
  /** Places of known ties, by number. */
  readonly known: ReadonlyMap<number, Entry>;
}

export interface PoolBuilder {
  /** Takes one place; `spellings` are all other names in the gazetteer, separated by commas. */
  readonly offer: (entry: Entry, plainName: string, spellings: string) => void;
  readonly close: () => Pool;
}

const CELL_DEGREES = 0.25;
const COLUMNS = 1440;
/** A city's name alone has up to hundreds of bearers; the greatest are enough, and the near ones come by nearness. */
const MOST_HITS = 400;
const MOST_NEAR = 24;
const NEAR_KILOMETRES = 15;
/** Names in other scripts are looked up only where an end has one. */
const OTHER_SCRIPT = /[\u0370-\uffff]/;

const cellOf = (latitude: number, longitude: number): number =>
  Math.floor((latitude + 90) / CELL_DEGREES) * COLUMNS + ((Math.floor((longitude + 180) / CELL_DEGREES) + COLUMNS) % COLUMNS);
const degreeOf = (latitude: number, longitude: number): number =>
  Math.floor(latitude + 90) * 360 + ((Math.floor(longitude + 180) + 360) % 360);

/** One place that is called by a wanted key, and how the gazetteer spells it. */
interface Called {
  readonly entry: Entry;
  readonly isMainName: boolean;
  readonly spelling: string;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

interface Wishes {
  /** Ends of one name share its places. */
  readonly byKey: ReadonlyMap<string, Called[]>;
  readonly beside: ReadonlyMap<string, Entry[]>;
  readonly byCell: ReadonlyMap<number, readonly number[]>;
  readonly byNumber: ReadonlyMap<number, readonly number[]>;
}

/** What of the gazetteer the ends ask for, so that each line is looked up and not compared. */
function wishesOf(prepared: readonly Preparation[]): Wishes {
  const byKey = new Map<string, Called[]>();
  const beside = new Map<string, Entry[]>();
  const byCell = new Map<number, number[]>();
  const byNumber = new Map<number, number[]>();
  for (const [end, { forms, at, besideKey, end: asked }] of prepared.entries()) {
    for (const { key } of forms) byKey.set(key, []);
    if (besideKey !== null) beside.set(besideKey, []);
    if (asked.geonamesId !== undefined) push(byNumber, asked.geonamesId, end);
    if (at === null) continue;
    for (const north of [-1, 0, 1])
      for (const east of [-1, 0, 1]) push(byCell, cellOf(at.latitude + north * CELL_DEGREES, at.longitude + east * CELL_DEGREES), end);
  }
  return { byKey, beside, byCell, byNumber };
}

/** A town’s Chinese name with the word for its kind, simplified as keys are. */
const HAN_TOWN = /^(\p{Script=Han}{2,}?)(?:广域市|特别市|都会区|市)$/u;

/** Of some places the gazetteer has the name with its kind alone: 仁川广域市, 奥克兰都会区. */
function keysOf(spelling: string): readonly string[] {
  const key = nameKey(spelling);
  const bare = HAN_TOWN.exec(key)?.[1];
  return bare === undefined ? [key] : [key, bare];
}

const LETTERS = 26;
const letterAt = (text: string, at: number): number => {
  const letter = (text.charCodeAt(at) | 32) - 97;
  return letter >= 0 && letter < LETTERS ? letter : -1;
};
/** Beginnings that keys write shorter: Saint, Mount, Fort. */
const longBeginnings: Readonly<Record<string, readonly string[]>> = { st: ['sai', 'san', 'sin'], mt: ['mou'], ft: ['for'] };

/** Whether a spelling can have one of the keys, by its first three letters: most spellings need not be folded to be passed over. */
function beginningsOf(keys: readonly string[]): (spelling: string) => boolean {
  const wanted = new Uint8Array(LETTERS ** 3);
  const placeOf = (text: string): number => {
    const [a, b, c] = [letterAt(text, 0), letterAt(text, 1), letterAt(text, 2)];
    return a < 0 || b < 0 || c < 0 ? -1 : (a * LETTERS + b) * LETTERS + c;
  };
  const mark = (text: string): void => {
    const place = placeOf(text);
    if (place >= 0) wanted[place] = 1;
  };
  for (const key of keys) [key, ...(longBeginnings[key.slice(0, 2)] ?? [])].forEach(mark);
  return (spelling) => {
    const place = placeOf(spelling);
    return place < 0 || wanted[place] === 1;
  };
}

/** Opens a pool for all ends of a question: memory grows with what they touch, not with the gazetteer. */
export function openPool({ ends, knownTies = [] }: LocateQuestion): PoolBuilder {
  const prepared = ends.map(prepare);
  const wishes = wishesOf(prepared);
  const near: NearPlace[][] = prepared.map(() => []);
  const stated = new Map<number, Entry>();
  const knownNumbers = new Set(knownTies.flat());
  const known = new Map<number, Entry>();
  const byDegree = new Map<number, Set<string>>();
  const mayBegin = beginningsOf([...wishes.byKey.keys(), ...wishes.beside.keys()]);
  const readsOtherScripts = [...wishes.byKey.keys()].some((key) => OTHER_SCRIPT.test(key));
  const namesakes = [...wishes.byKey.keys()].some(isHan) ? new Namesakes() : null;

  const called = (spelling: string, key: string, entry: Entry, isMainName: boolean): void => {
    const places = wishes.byKey.get(key);
    if (places !== undefined && places.at(-1)?.entry !== entry) addCalled(places, { entry, isMainName, spelling });
    wishes.beside.get(key)?.push(entry);
  };

  const offerNames = (entry: Entry, plainName: string, spellings: string): void => {
    const main = nameKey(entry.name);
    called(entry.name, main, entry, true);
    namesakes?.offer(entry, main);
    const plain = plainName === entry.name ? main : nameKey(plainName);
    if (plain !== main) called(plainName, plain, entry, true);
    for (const spelling of spellings === '' ? [] : spellings.split(',')) {
      if (!mayBegin(spelling) || (!readsOtherScripts && OTHER_SCRIPT.test(spelling))) continue;
      for (const key of keysOf(spelling)) if (key !== main && key !== plain) called(spelling, key, entry, false);
    }
  };

  const offer = (entry: Entry, plainName: string, spellings: string): void => {
    offerNames(entry, plainName, spellings);
    const { geonamesId, latitude, longitude, country } = entry;
    for (const end of wishes.byCell.get(cellOf(latitude, longitude)) ?? []) {
      const { at = null, slackKilometres = 0 } = prepared[end] ?? {};
      // Most places of the cells are too far north or south already.
      if (at === null || Math.abs(at.latitude - latitude) > CELL_DEGREES) continue;
      const kilometres = kilometresBetween(at, entry);
      if (kilometres <= NEAR_KILOMETRES + Math.min(10, slackKilometres)) addNear(near[end] ?? [], { entry, kilometres });
    }
    for (const end of wishes.byNumber.get(geonamesId) ?? []) stated.set(end, entry);
    if (knownNumbers.has(geonamesId)) known.set(geonamesId, entry);
    const degree = degreeOf(latitude, longitude);
    const there = byDegree.get(degree);
    if (there === undefined) byDegree.set(degree, new Set([country]));
    else there.add(country);
  };

  const hitsOf = hitsIn(wishes.byKey, namesakes);
  const close = (): Pool => ({
    ends: prepared.map((one, end) => ({
      prepared: one,
      hits: hitsOf(one.forms),
      near: (near[end] ?? []).toSorted((a, b) => a.kilometres - b.kilometres),
      stated: stated.get(end) ?? null,
      countriesAround: one.at === null ? null : countriesAround(one.at, byDegree),
    })),
    beside: wishes.beside,
    known,
  });
  return { offer, close };
}

/** The gazetteer writes mere transliterations without capitals (`pan jin`); they are no names that people write. */
const isProper = (spelling: string): boolean => /^\P{Ll}/u.test(spelling);
/** Accents that were typed as signs of their own count as little as those of the letters: `K'oln`, `Xi’an`. */
const withoutMarks = (text: string): string => text.replace(/['’‘`´ʼʻ]/gu, '');
const spaced = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ');
const isSpeltAlike = (one: string, other: string): boolean =>
  spaced(one) === spaced(other) || spaced(withoutMarks(one)) === spaced(withoutMarks(other));

function countriesAround({ latitude, longitude }: Coordinates, byDegree: ReadonlyMap<number, ReadonlySet<string>>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const north of [-1, 0, 1])
    for (const east of [-1, 0, 1]) for (const code of byDegree.get(degreeOf(latitude + north, longitude + east)) ?? []) found.add(code);
  return found;
}

const origins: readonly FormOrigin[] = ['whole', 'core', 'shortened'];

/** The hits by the fullest form of the name: who writes `Newcastle-under-Lyme` does not mean any Newcastle. */
export function fullest(hits: readonly Hit[]): readonly Hit[] {
  const origin = origins.find((one) => hits.some((hit) => hit.origin === one));
  return hits.filter((hit) => hit.origin === origin);
}

function addCalled(places: Called[], place: Called): void {
  places.push(place);
  if (places.length > MOST_HITS * 2)
    places.splice(0, places.length, ...places.toSorted((a, b) => b.entry.population - a.entry.population).slice(0, MOST_HITS));
}

/** The places of an end's forms, each once by the fullest, the greatest first; ends of one name share one list. */
function hitsIn(
  byKey: ReadonlyMap<string, readonly Called[]>,
  namesakes: Namesakes | null,
): (forms: readonly NameForm[]) => readonly Hit[] {
  const known = new Map<string, readonly Hit[]>();
  return (forms) => {
    const signature = forms.map(({ text, origin }) => `${origin} ${text}`).join('\n');
    const hits = known.get(signature) ?? withNamesakes(gather(forms, byKey), namesakes);
    known.set(signature, hits);
    return hits;
  };
}

function gather(forms: readonly NameForm[], byKey: ReadonlyMap<string, readonly Called[]>): readonly Hit[] {
  const found = new Map<Entry, Hit>();
  for (const { key, text, origin } of forms.toSorted((a, b) => origins.indexOf(a.origin) - origins.indexOf(b.origin)))
    for (const { entry, isMainName, spelling } of byKey.get(key) ?? []) {
      const before = found.get(entry);
      const isSpelled = isMainName || (isProper(spelling) && isSpeltAlike(spelling, text));
      const hit = before ?? { entry, origin, text, isMainName, isSpelled, isNamesake: false };
      found.set(entry, { ...hit, isMainName: hit.isMainName || isMainName, isSpelled: hit.isSpelled || isSpelled });
    }
  return [...found.values()].toSorted((a, b) => b.entry.population - a.entry.population);
}

/** A place that is called so in Chinese brings along those of its first name. */
function withNamesakes(hits: readonly Hit[], namesakes: Namesakes | null): readonly Hit[] {
  if (namesakes === null) return hits;
  const found = new Map(hits.map((hit) => [hit.entry, hit]));
  for (const hit of hits)
    if (isHan(hit.text) && !hit.isMainName)
      for (const entry of namesakes.of(hit.entry)) if (!found.has(entry)) found.set(entry, { ...hit, entry, isNamesake: true });
  if (found.size === hits.length) return hits;
  return [...found.values()].toSorted((a, b) => b.entry.population - a.entry.population).slice(0, MOST_HITS);
}

function addNear(list: NearPlace[], place: NearPlace): void {
  list.push(place);
  if (list.length > MOST_NEAR * 2) list.splice(0, list.length, ...list.toSorted((a, b) => a.kilometres - b.kilometres).slice(0, MOST_NEAR));
}
