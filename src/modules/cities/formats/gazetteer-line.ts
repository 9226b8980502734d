// One line of GeoNames' table of cities: tab-separated, its columns in GeoNames' order.
import { fold } from '#kernel/fold.ts';
import { hasStateLetters, kilometresBetween } from '../domain/match-entry.ts';

/** A place of GeoNames (CC BY 4.0); degrees, inhabitants. */
export interface GazetteerPlace {
  readonly geonamesId: number;
  readonly name: string;
  /** Other spellings, in no known language. */
  readonly alsoCalled: readonly string[];
  readonly country: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly population: number;
  /** The state, where it is known by its letters: the gazetteer has no names of regions. */
  readonly region?: string;
  /** The nearest greater city of 100,000 inhabitants and more, for places that others are called like. */
  readonly near?: Neighbour;
}

export interface Neighbour {
  readonly name: string;
  readonly kilometres: number;
}

/** `tells`: with what tells the places from others of their name. */
export type GazetteerRequest =
  { readonly q: string; readonly limit: number } | { readonly numbers: readonly number[]; readonly tells: boolean };

const column = { id: 0, name: 1, plainName: 2, alsoCalled: 3, latitude: 4, longitude: 5, country: 8, region: 10, population: 14 } as const;

/** Reads a line; null where it is none. */
export function placeOf(line: string): GazetteerPlace | null {
  const cells = line.split('\t');
  const at = (name: keyof typeof column): string => cells[column[name]] ?? '';
  const [geonamesId, latitude, longitude] = [Number(at('id')), Number(at('latitude')), Number(at('longitude'))];
  if (!Number.isSafeInteger(geonamesId) || geonamesId <= 0 || Number.isNaN(latitude) || Number.isNaN(longitude)) return null;
  if (!/^[A-Z]{2}$/.test(at('country')) || at('name') === '') return null;
  const others = [at('plainName'), ...at('alsoCalled').split(',')].filter((name) => name !== '' && name !== at('name'));
  return {
    geonamesId,
    name: at('name'),
    alsoCalled: [...new Set(others)],
    country: at('country'),
    latitude,
    longitude,
    population: Number(at('population')) || 0,
    ...(hasStateLetters({ country: at('country'), region: at('region') }) ? { region: at('region') } : {}),
  };
}

/** The nearest of the great places that is greater than this one and called otherwise. */
export function neighbourOf(place: GazetteerPlace, great: readonly GazetteerPlace[]): Neighbour | null {
  let nearest: Neighbour | null = null;
  for (const other of great) {
    if (other.population <= place.population || fold(other.name) === fold(place.name)) continue;
    const kilometres = kilometresBetween(place, other);
    if (nearest === null || kilometres < nearest.kilometres) nearest = { name: other.name, kilometres };
  }
  return nearest === null ? null : { ...nearest, kilometres: Math.round(nearest.kilometres) };
}

/** The places of which another one in the list has the same name and country. */
export function namesakesIn(places: readonly GazetteerPlace[]): ReadonlySet<number> {
  const called = Map.groupBy(places, ({ name, country }) => `${country} ${fold(name)}`);
  return new Set([...called.values()].filter((group) => group.length > 1).flatMap((group) => group.map(({ geonamesId }) => geonamesId)));
}

/** How well a place fits what was typed: 4 its name, 3 another spelling, 2 the beginning of its name, 1 of a spelling, 0 not. */
export function rankOf(
  { name, alsoCalled }: Pick<GazetteerPlace, 'name' | 'alsoCalled'>,
  { typed, folded }: { readonly typed: string; readonly folded: string },
): number {
  const equal = (text: string): boolean => text.toLowerCase() === typed || fold(text) === folded;
  const begins = (text: string): boolean => text.toLowerCase().startsWith(typed) || fold(text).startsWith(folded);
  if (equal(name)) return 4;
  if (alsoCalled.some(equal)) return 3;
  if (begins(name)) return 2;
  return alsoCalled.some(begins) ? 1 : 0;
}
