// Which city each written place of a set is: a person's answer first, then the gazetteer, else the place as it is written.
import { ok, type Result } from '#kernel/result.ts';
import {
  locatePlaces,
  type EndToLocate,
  type KnownTie,
  type LikelyDuplicate,
  type LocatedEnd,
} from '#modules/cities/api/locate/locate-places.ts';
import type { PlaceToAdd } from '#modules/cities/api/locate/find-places.ts';
import { farPositionOf, type FarPosition } from '#modules/cities/domain/far-position.ts';
import { standingOf } from '#modules/cities/api/merging.ts';
import { labelsRead, namingOf, type Naming } from '#modules/cities/api/naming.ts';
import { labelKey } from '#modules/cities/domain/naming-policy.ts';
import { citiesByIds, type NamedCity } from '#modules/cities/api/open-city.ts';
import { citiesByNumber, cityIdAsWritten, idsOfPlaces, type PlaceAsWritten } from '#modules/cities/api/record-reference-cities.ts';
import type { Transact } from '#platform/work.ts';
import type { Answer, Judged, MatchedBy, Resolved } from '../domain/resolution.ts';
import { itemsOfCities, type ItemOfCity } from '../domain/items.ts';
import type { CalledCity } from '../domain/samples.ts';
import { compare, type RowProblem, type WrittenPlace, type WrittenSet } from '../domain/written.ts';

export interface ResolvedSet {
  /** In the order of the set's places. */
  readonly judged: readonly Judged[];
  /** Places of the gazetteer and places as they are written that the set names. */
  readonly places: readonly PlaceToAdd[];
  readonly written: readonly PlaceAsWritten[];
  readonly called: ReadonlyMap<string, CalledCity>;
  /** Numbers in Wikidata that the set states of cities and that nothing on record has. */
  readonly items: readonly ItemOfCity[];
  /** Written places that are likely one and the same, as problems. */
  readonly duplicates: readonly RowProblem[];
  /** Each city of a place with a position: how far the set puts it from the place of its name, where it is far. */
  readonly far: readonly Far[];
}

interface Question {
  readonly set: WrittenSet;
  readonly answers: ReadonlyMap<string, Answer>;
  readonly knownTies: readonly KnownTie[];
}

const isCity = (answer: Answer | undefined): answer is { readonly city: string } => answer !== undefined && 'city' in answer;

/** Ends in the order of their keys, so that the order of the rows changes nothing. */
function endsOf({ set, answers }: Question, regions: ReadonlyMap<string, string>): readonly EndToLocate[] {
  const neighbours = new Map<number, Set<string>>();
  const keyOf = (at: number): string => set.places[at]?.key ?? '';
  const tied = (at: number, other: number): void => {
    const known = neighbours.get(at) ?? new Set<string>();
    neighbours.set(at, known.add(keyOf(other)));
  };
  for (const { a, b } of set.ties) {
    tied(a, b);
    tied(b, a);
  }
  return set.places
    .flatMap((place, at): readonly EndToLocate[] => {
      const answer = answers.get(place.key);
      const chosen = answer !== undefined && 'geonamesId' in answer ? answer.geonamesId : place.geonamesId;
      if (isCity(answer) || (answer !== undefined && 'as' in answer && answer.as === 'left_out')) return [];
      if (place.name === '' && chosen === null) return [];
      const { key, name, country, latitude, longitude, otherNames } = place;
      return [
        {
          ...{
            key,
            name,
            countryWritten: country === null ? null : (regions.get(labelKey(country)) ?? country),
            latitude,
            longitude,
            otherNames,
          },
          ...(chosen === null ? {} : { geonamesId: chosen }),
          ...(place.wikidataId === null ? {} : { wikidataId: place.wikidataId }),
          neighbours: [...(neighbours.get(at) ?? [])].toSorted(compare),
        },
      ];
    })
    .toSorted((x, y) => compare(x.key, y.key));
}

const kinds = { place: 'municipality', municipality: 'municipality', district: 'district', region: 'region', country: 'region' } as const;

type Far = readonly [cityId: string, position: FarPosition | null];

/** How far the written position lies from what is meant, else from the places of its name. */
const farOf = ({ place, match }: Pick<Judged, 'place' | 'match'>, meant: PlaceToAdd | undefined) =>
  meant === undefined ? farPositionOf(place, match?.alternatives ?? []) : farPositionOf(place, [meant]);

const asWritten = (place: WrittenPlace, match: LocatedEnd, language: string): PlaceAsWritten => ({
  name: place.name,
  language,
  names: place.names,
  otherNames: place.otherNames,
  country: match.country,
  kind: kinds[match.kind],
  latitude: place.latitude,
  longitude: place.longitude,
  wikidataId: place.wikidataId,
  shownAt: shownAt(farOf({ place, match }, undefined)?.at),
});

const shownAt = (at: { readonly latitude: number; readonly longitude: number } | null | undefined) =>
  at == null ? undefined : { latitude: at.latitude, longitude: at.longitude };

type Numbered = Awaited<ReturnType<typeof citiesByNumber>>['cities'];

class Resolver {
  readonly #question: Question;
  readonly #naming: Naming;
  readonly #matches: ReadonlyMap<string, LocatedEnd>;
  readonly #gazetteer: ReadonlyMap<number, PlaceToAdd>;
  readonly #ids: ReadonlyMap<number, string>;
  readonly #cities: ReadonlyMap<string, NamedCity>;
  readonly #numbered: Numbered;
  readonly places = new Map<number, PlaceToAdd>();
  readonly written = new Map<string, PlaceAsWritten>();
  readonly called = new Map<string, CalledCity>();
  readonly far = new Map<string, FarPosition | null>();

  constructor(given: {
    readonly question: Question;
    readonly naming: Naming;
    readonly matches: ReadonlyMap<string, LocatedEnd>;
    readonly gazetteer: ReadonlyMap<number, PlaceToAdd>;
    readonly ids: ReadonlyMap<number, string>;
    readonly cities: ReadonlyMap<string, NamedCity>;
    readonly numbered: Numbered;
  }) {
    this.#question = given.question;
    this.#naming = given.naming;
    this.#matches = given.matches;
    this.#gazetteer = given.gazetteer;
    this.#ids = given.ids;
    this.#cities = given.cities;
    this.#numbered = given.numbered;
  }

  #answered(city: NamedCity | undefined): Resolved {
    // A city that was chosen may have gone out of sight since.
    if (city === undefined || !this.#naming.mayShow(city)) return { cityId: null, by: 'hidden' };
    const name = (city.name['en'] ?? Object.values(city.name)[0])?.text ?? '';
    this.called.set(city.id, { name, country: city.country });
    return { cityId: city.id, by: 'person' };
  }

  #ofPlace(place: PlaceToAdd, by: MatchedBy): Resolved {
    const cityId = this.#ids.get(place.geonamesId);
    if (cityId === undefined || !this.#naming.mayShow(place)) return { cityId: null, by: 'hidden' };
    this.places.set(place.geonamesId, place);
    this.called.set(cityId, { name: place.name, country: place.country });
    return { cityId, by };
  }

  /** By the number in Wikidata that a city on record has; the matching of the other places goes on as if nothing were known of it. */
  #ofNumber(place: WrittenPlace): Resolved | null {
    const city = place.geonamesId === null ? this.#numbered.get(place.wikidataId ?? '') : undefined;
    if (city === undefined) return null;
    const { id, name, country, geonamesId } = city;
    if (!this.#naming.mayShow({ geonamesId, country })) return { cityId: null, by: 'hidden' };
    this.called.set(id, { name, country });
    return { cityId: id, by: 'number', numbered: { geonamesId, country } };
  }

  #resolve(place: WrittenPlace, match: LocatedEnd | null): Resolved {
    const answer = this.#question.answers.get(place.key);
    if (isCity(answer)) return this.#answered(this.#cities.get(answer.city));
    if (answer !== undefined && 'as' in answer && answer.as === 'left_out') return { cityId: null, by: 'left_out' };
    const numbered = answer === undefined ? this.#ofNumber(place) : null;
    if (numbered !== null) return numbered;
    const staysWritten = answer !== undefined && 'as' in answer;
    const meant = staysWritten || match?.geonamesId == null ? undefined : this.#gazetteer.get(match.geonamesId);
    const stated = match?.reasons.some(({ code }) => code === 'number_stated') === true;
    if (meant !== undefined) return this.#ofPlace(meant, answer !== undefined ? 'person' : stated ? 'number' : 'gazetteer');
    if (match === null || place.name === '') return { cityId: null, by: 'as_written' };
    const told = asWritten(place, match, this.#question.set.language);
    if (!this.#naming.mayShow({ geonamesId: null, country: told.country })) return { cityId: null, by: 'hidden' };
    const cityId = cityIdAsWritten(told);
    this.written.set(cityId, told);
    this.called.set(cityId, { name: place.name, country: told.country });
    return { cityId, by: 'as_written' };
  }

  judge(place: WrittenPlace): Judged {
    const match = this.#matches.get(place.key) ?? null;
    const resolved = this.#resolve(place, match);
    const { cityId, by } = resolved;
    // By a person's word or a number it may be another place than its name says.
    if (cityId !== null && place.latitude !== null && (by === 'gazetteer' || by === 'as_written')) {
      const meant = by === 'gazetteer' && match?.geonamesId != null ? this.#gazetteer.get(match.geonamesId) : undefined;
      const found = farOf({ place, match }, meant);
      const known = this.far.get(cityId);
      if (known == null || found === null || found.km > known.km)
        this.far.set(cityId, found === null ? (known ?? null) : { km: found.km, shownBy: found.shownBy });
    }
    return { place, match, resolved };
  }
}

function duplicateProblems(set: WrittenSet, duplicates: readonly LikelyDuplicate[]): readonly RowProblem[] {
  const places = new Map(set.places.map((place) => [place.key, place]));
  return duplicates.flatMap(({ keys, score }) => {
    const [one, other] = keys.map((key) => places.get(key));
    const rows = [...(one?.rows ?? []), ...(other?.rows ?? [])].toSorted((x, y) => x - y);
    const [row] = rows;
    if (one === undefined || other === undefined || row === undefined) return [];
    const params = { name: one.name, other: other.name, percent: Math.round(score * 100) };
    return [{ row, rows, column: one.columns.name, code: 'reference.likely_duplicate', params, outcome: 'kept' as const, key: one.key }];
  });
}

/** Asks the gazetteer, which takes seconds, outside any transaction. Refuses sets of too many places. */
export async function resolvePlaces(transact: Transact, question: Question): Promise<Result<ResolvedSet>> {
  const { set, answers, knownTies } = question;
  const regions = await transact(async (work) => ok(await labelsRead(work)));
  if (!regions.ok) return regions;
  const matching = await locatePlaces({ ends: endsOf(question, regions.value), knownTies });
  if (!matching.ok) return matching;
  const { ends, places: gazetteer, duplicates } = matching.value;
  const chosen = [...answers.values()].flatMap((answer) => (isCity(answer) ? [answer.city] : []));
  const numbers = [...new Set(set.places.flatMap(({ wikidataId }) => wikidataId ?? []))];
  const looked = await transact(async (work) =>
    ok({
      naming: await namingOf(work, 'import'),
      ids: await idsOfPlaces(work, [...gazetteer.keys()]),
      cities: await citiesByIds(work, chosen),
      known: await citiesByNumber(work, numbers),
    }),
  );
  if (!looked.ok) return looked;
  const { known, ...found } = looked.value;
  const matches = new Map(ends.map((end) => [end.key, end]));
  const resolver = new Resolver({ question, matches, gazetteer, ...found, numbered: known.cities });
  const { places, written, called } = resolver;
  const read = set.places.map((place) => resolver.judge(place));
  // What was written so before may have gone into another city since.
  const standing = await transact(async (work) => ok(await standingOf(work, [...written.keys()] as NamedCity['id'][])));
  if (!standing.ok) return standing;
  const judged = read.map((one): Judged => {
    const cityId = one.resolved.cityId === null ? undefined : standing.value.get(one.resolved.cityId as NamedCity['id']);
    return cityId === undefined ? one : { ...one, resolved: { ...one.resolved, cityId } };
  });
  for (const [former, now] of standing.value) {
    const name = called.get(former);
    if (name !== undefined && !called.has(now)) called.set(now, name);
  }
  return ok({
    judged,
    places: [...places.values()].toSorted((x, y) => x.geonamesId - y.geonamesId),
    written: [...written].toSorted(([x], [y]) => compare(x, y)).map(([, place]) => place),
    called,
    items: itemsOfCities(judged, known.held),
    duplicates: duplicateProblems(set, duplicates),
    far: [...resolver.far].toSorted(([x], [y]) => compare(x, y)),
  });
}
