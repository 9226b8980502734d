// A place of the gazetteer as matching weighs it; its spellings stay in the file.

export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

export interface Entry extends Coordinates {
  readonly geonamesId: number;
  readonly name: string;
  readonly country: string;
  /** GeoNames' first-order code. */
  readonly region: string;
  /** GeoNames' feature code, such as PPLA. */
  readonly feature: string;
  /** 0 where the gazetteer does not know it. */
  readonly population: number;
  /** Where its line stands in the file. */
  readonly line: number;
}

/** Where places are named in Chinese characters, two that sound alike are written otherwise. */
export const WRITTEN_IN_HAN: ReadonlySet<string> = new Set(['CN', 'TW', 'HK', 'MO', 'JP', 'KR', 'KP']);

const EARTH_RADIUS_KILOMETRES = 6371;

/** Along the great circle, in kilometres (haversine). */
export function kilometresBetween(a: Coordinates, b: Coordinates): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const [dLatitude, dLongitude] = [radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)];
  const half = Math.sin(dLatitude / 2) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(dLongitude / 2) ** 2;
  return 2 * EARTH_RADIUS_KILOMETRES * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** The gazetteer has no names of regions; those of the United States are known by their letters. */
export const hasStateLetters = ({ country, region }: Pick<Entry, 'country' | 'region'>): boolean =>
  country === 'US' && /^[A-Z]{2}$/.test(region);

const SEATS: ReadonlySet<string> = new Set(['PPLC', 'PPLA', 'PPLA2', 'PPLA3']);

export const isSeat = ({ feature }: Entry): boolean => SEATS.has(feature);
export const isPartOfCity = ({ feature }: Entry): boolean => feature === 'PPLX';

/** Inhabitants as far as they tell which of several namesakes is meant: of a seat of unknown size some are assumed, a city's part counts less. */
export const weightOf = (entry: Entry): number =>
  isPartOfCity(entry) ? entry.population / 5 : entry.population > 0 ? entry.population : isSeat(entry) ? 5000 : 300;
