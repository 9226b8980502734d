// What ties tell of two entries that may be one city: sisters of both, lists that hold both, and whether they are tied with each other.
import { nameOffices, nameOf } from '#modules/accounts/api/name-offices.ts';
import {
  pairKeyOf,
  weighTwo,
  type Around,
  type CandidatePair,
  type Candidates,
  type Described,
  type Weighed,
} from '#modules/cities/api/merging.ts';
import { namingOf } from '#modules/cities/api/naming.ts';
import type { Work } from '#platform/work.ts';
import type { Duplicate, DuplicateSide } from '../../contract/duplicates.ts';
import type { TieCityId } from '../../domain/tie.ts';
import { loadEdgesAround } from '../../store/edges.ts';
import { setsNaming } from '../../store/listings.ts';

export interface WeighedPair {
  readonly stays: Described;
  readonly goes: Described;
  readonly around: Around;
  readonly weighed: Weighed;
  readonly sisters: ReadonlyMap<string, ReadonlySet<string>>;
}

async function neighboursOf(work: Work, ids: readonly TieCityId[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const neighbours = new Map<string, Set<string>>(ids.map((id) => [id, new Set()]));
  for (const { a, b } of await loadEdgesAround(work.tx, ids)) {
    neighbours.get(a)?.add(b);
    neighbours.get(b)?.add(a);
  }
  return neighbours;
}

const none: ReadonlySet<string> = new Set();

/** Weighs pairs; those of which one may no longer be seen are left out. */
export async function weighPairs(work: Work, { pairs, cities, related }: Candidates): Promise<readonly WeighedPair[]> {
  const ids = [...cities.keys()] as TieCityId[];
  const [sisters, sets] = [await neighboursOf(work, ids), await setsNaming(work.tx, ids)];
  const weigh = ({ a, b }: CandidatePair): readonly WeighedPair[] => {
    const [one, other] = [cities.get(a), cities.get(b)];
    if (one === undefined || other === undefined) return [];
    const [ofOne, ofOther] = [sisters.get(a) ?? none, sisters.get(b) ?? none];
    const around = {
      sisters: [...ofOne].filter((id) => ofOther.has(id)).length,
      listedApart: [...(sets.get(a) ?? none)].filter((set) => sets.get(b)?.has(set) === true).length,
      tied: Number(ofOne.has(b)),
      related: related.has(pairKeyOf(a, b)),
    };
    return [{ ...weighTwo(one, other, around), around, sisters }];
  };
  return pairs.flatMap(weigh);
}

/** Pairs as their readers see them, with the names of the offices that have said something of them. */
export async function showPairs(work: Work, pairs: readonly WeighedPair[], said: Candidates['said']): Promise<Duplicate[]> {
  const naming = await namingOf(work);
  const words = ({ stays, goes }: WeighedPair) => said.get(pairKeyOf(stays.id, goes.id)) ?? [];
  const offices = await nameOffices(
    work,
    pairs.flatMap((pair) => words(pair).map(({ office }) => office)),
  );
  const show = (city: Described, { sisters }: WeighedPair): DuplicateSide => {
    const { id, slug, kind, country, latitude, longitude, geonamesId, wikidataId, isPublic, names } = city;
    const told = { id, slug, kind, country, latitude, longitude, geonamesId, wikidataId, isPublic };
    return {
      ...told,
      name: { ...naming.labelOf(city) },
      names: names.map(({ language, text, kind: nameKind }) => ({ language, text, kind: nameKind })),
      hasOffice: city.officeId !== null,
      sisters: sisters.get(id)?.size ?? 0,
    };
  };
  return pairs.map((pair) => ({
    stays: show(pair.stays, pair),
    goes: show(pair.goes, pair),
    score: pair.weighed.score,
    grounds: pair.weighed.grounds.map(({ code, points, params }) => ({ code, points, params: { ...params } })),
    said: words(pair).map(({ verdict, office, reason }) => ({
      verdict,
      reason,
      office: { id: office, name: nameOf(offices, office) ?? {} },
    })),
  }));
}
