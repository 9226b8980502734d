// Collects the places of a set: what is written alike in several rows is one place.
import { compare, type WrittenPlace } from './written.ts';

export type PlaceAsRead = Omit<WrittenPlace, 'key' | 'rows'>;

interface Collected {
  readonly key: string;
  readonly rows: number[];
  place: PlaceAsRead;
}

const near = (degrees: number | null): string => (degrees === null ? '' : degrees.toFixed(1));

/** The number of a database says which place it is; else how it is written and about where it lies. */
export function keyOf({ wikidataId, geonamesId, name, country, latitude, longitude }: PlaceAsRead): string {
  if (wikidataId !== null) return wikidataId;
  if (geonamesId !== null) return `geonames ${geonamesId}`;
  return [name, country ?? '', `${near(latitude)} ${near(longitude)}`.trim()].join(' | ');
}

const longer = (x: string, y: string): string => (x.length === y.length ? (x < y ? x : y) : x.length > y.length ? x : y);

/** What two rows say of one place, whichever comes first: names are kept, the position is one of the two as it stands. */
function joined(x: PlaceAsRead, y: PlaceAsRead): PlaceAsRead {
  const other = [x, y].toSorted((p, q) => compare(JSON.stringify([p.latitude, p.longitude]), JSON.stringify([q.latitude, q.longitude])));
  const located = other.find(({ latitude }) => latitude !== null) ?? x;
  const name = longer(x.name, y.name);
  const spelt = [x.name, y.name, ...x.otherNames, ...y.otherNames].filter((text) => text !== '' && text !== name);
  return {
    name,
    country: x.country === null || y.country === null ? (x.country ?? y.country) : longer(x.country, y.country),
    latitude: located.latitude,
    longitude: located.longitude,
    wikidataId: x.wikidataId ?? y.wikidataId,
    geonamesId: x.geonamesId === null || y.geonamesId === null ? (x.geonamesId ?? y.geonamesId) : Math.min(x.geonamesId, y.geonamesId),
    otherNames: [...new Set(spelt)].toSorted(),
    names: { ...y.names, ...x.names },
    columns: x.columns,
  };
}

export class Places {
  readonly #collected: Collected[] = [];
  readonly #at = new Map<string, number>();

  #enter(key: string, place: PlaceAsRead, rows: readonly number[]): number {
    this.#at.set(key, this.#collected.length);
    return this.#collected.push({ key, place, rows: [...rows] }) - 1;
  }

  /** The place of every row; it has no name of its own here. */
  own(key: string): number {
    const columns = { name: null, country: null, position: null };
    const unknown = { name: '', country: null, latitude: null, longitude: null, wikidataId: null, geonamesId: null };
    return this.#enter(key, { ...unknown, otherNames: [], names: {}, columns }, []);
  }

  /** Its index, with the row counted to it. */
  add(place: PlaceAsRead, row: number): number {
    const key = keyOf(place);
    const at = this.#at.get(key);
    const known = at === undefined ? undefined : this.#collected[at];
    if (at === undefined || known === undefined) return this.#enter(key, place, [row]);
    if (known.rows.at(-1) !== row) known.rows.push(row);
    known.place = sameAs(known.place, place) ? known.place : joined(known.place, place);
    return at;
  }

  /** A place that a list describes apart from its ties. */
  describe(place: PlaceAsRead): number {
    const key = keyOf(place);
    const at = this.#at.get(key);
    const known = at === undefined ? undefined : this.#collected[at];
    if (at === undefined || known === undefined) return this.#enter(key, place, []);
    known.place = joined(place, known.place);
    return at;
  }

  all(): readonly WrittenPlace[] {
    return this.#collected.map(({ key, rows, place }) => ({ ...place, key, rows }));
  }
}

const sameAs = (x: PlaceAsRead, y: PlaceAsRead): boolean =>
  x.name === y.name && x.country === y.country && x.latitude === y.latitude && x.longitude === y.longitude && x.geonamesId === y.geonamesId;
