// The answer of the map as its page uses it: which ties pass the filters, and in which order they are listed.
import { type Language, writing } from '#kernel/language.ts';
import type { Answer } from '../contract.ts';
import type { MapSearch } from './network-address.ts';

export type Drawn = Answer<'drawMap'>;

/** 1 for each tie that passes all filters; null where none is set. */
export function passing(drawn: Drawn, { country, class: classCode, from, sided, seen }: MapSearch): Uint8Array | null {
  if ([country, classCode, from, sided, seen].every((word) => word === undefined)) return null;
  const { places, ties, listedBy, classes } = drawn;
  const hidden = new Set(seen === undefined ? [] : drawn.notPublic);
  const groups = listedBy.map((sets) => (from === undefined ? true : from === 'lists' ? sets.length > 0 : sets.includes(from)));
  // A class that no tie has lets none pass.
  const wanted = classCode === undefined ? null : classes.indexOf(classCode) + 1 || -1;
  return Uint8Array.from(ties.a, (a, at) => {
    const isThere = country === undefined || places.country[a] === country || places.country[ties.b[at] ?? -1] === country;
    const isFrom = from === undefined || (from === 'register' ? ties.kept[at] === 1 : groups[ties.listed[at] ?? -1] === true);
    const isSided = sided === undefined || ties.oneSided[at] === 1;
    return Number(isThere && isFrom && isSided && (wanted === null || ties.class[at] === wanted) && !hidden.has(at));
  });
}

/** A tie of the list: its number, and its places in the order in which they are named. */
export interface ListedTie {
  readonly line: number;
  readonly one: number;
  readonly other: number;
}

/** The rank of each place by its name, as the reader's language orders names: Chinese by their sounds. Once for all lists of a map. */
export function ranksOf({ places: { name } }: Drawn, language: Language): Int32Array {
  const order = new Intl.Collator(writing[language].locale);
  const ranks = new Int32Array(name.length);
  [...name.keys()]
    .sort((x, y) => order.compare(name[x] ?? '', name[y] ?? '') || x - y)
    .forEach((place, rank) => {
      ranks[place] = rank;
    });
  return ranks;
}

interface Asked {
  /** The place whose ties are listed: it is named first. */
  readonly first: number | null;
  readonly lines: readonly number[] | null;
  readonly ranks: Int32Array;
}

/** Ties that pass, by the names of their places; the one that comes first is named first, unless it is the other one's list. */
export function listed(drawn: Drawn, filter: Uint8Array | null, { first, lines, ranks }: Asked): readonly ListedTie[] {
  const { a, b } = drawn.ties;
  const rankOf = (place: number): number => ranks[place] ?? 0;
  const of = (line: number): ListedTie => {
    const [one, other] = [a[line] ?? 0, b[line] ?? 0];
    const turned = one !== first && (other === first || rankOf(other) < rankOf(one));
    return turned ? { line, one: other, other: one } : { line, one, other };
  };
  const chosen = lines ?? [...a.keys()];
  return chosen
    .filter((line) => filter === null || filter[line] === 1)
    .map(of)
    .sort((x, y) => rankOf(x.one) - rankOf(y.one) || rankOf(x.other) - rankOf(y.other));
}

/** The readable address of a tie. */
export const slugOfTie = ({ places, ties }: Drawn, line: number): string =>
  [places.slug[ties.a[line] ?? 0] ?? '', places.slug[ties.b[line] ?? 0] ?? ''].sort().join('--');

/** Places as points and ties as lines, as far as they have positions (RFC 7946: longitude first). */
export function geoJsonOf(drawn: Drawn, filter: Uint8Array | null): string {
  const { places, ties } = drawn;
  const hidden = new Set(drawn.notPublic);
  const at = (place: number): readonly [number, number] | null => {
    const [latitude, longitude] = [places.latitude[place] ?? null, places.longitude[place] ?? null];
    return latitude === null || longitude === null ? null : [longitude, latitude];
  };
  const ends = new Set<number>();
  const lines = ties.a.flatMap((a, line) => {
    const b = ties.b[line] ?? 0;
    const [from, to] = [at(a), at(b)];
    if ((filter !== null && filter[line] !== 1) || from === null || to === null) return [];
    ends.add(a).add(b);
    const properties = {
      tie: slugOfTie(drawn, line),
      cities: [places.name[a], places.name[b]],
      kept: ties.kept[line] === 1,
      public: !hidden.has(line),
    };
    return [{ type: 'Feature', geometry: { type: 'LineString', coordinates: [from, to] }, properties }];
  });
  const points = [...ends].map((place) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: at(place) },
    properties: { city: places.slug[place], name: places.name[place], country: places.country[place] },
  }));
  return JSON.stringify({ type: 'FeatureCollection', features: [...points, ...lines] });
}
