// The part of the net that one city or two cities have around them.
import { ok, type Result } from '#kernel/result.ts';
import { openPlaces, placesByIds, type NamedPlace } from '#modules/cities/api/name-places.ts';
import type { Work } from '#platform/work.ts';
import type { CityOfNet, Net, TieOfNet } from '../contract/network.ts';
import type { Answer, Asked } from '../contract.ts';
import { slugOf } from '#modules/ties/domain/naming.ts';
import { sistersIn } from '../domain/network.ts';
import type { Edge, TieCityId } from '#modules/ties/domain/tie.ts';
import { edgesAround, edgesBetween } from '#modules/ties/api/list-edges.ts';

export const showCityOfNet = ({ id, slug, name, country, officeId, latitude, longitude }: NamedPlace): CityOfNet => ({
  ...{ id, slug, country, officeId, latitude, longitude },
  name: { ...name },
});

/** Cities with the ties among them, both in the order of their addresses; a tie with a city that is not among them is left out. */
export function netOf(cities: ReadonlyMap<TieCityId, NamedPlace>, edges: readonly Edge[]): Net {
  const ties = edges.flatMap(({ a, b, kept, isPublic }): TieOfNet[] => {
    const [one, other] = [cities.get(a), cities.get(b)];
    return one === undefined || other === undefined ? [] : [{ slug: slugOf(one, other), a, b, kept, isPublic }];
  });
  return {
    cities: [...cities.values()].map(showCityOfNet).sort((x, y) => (x.slug < y.slug ? -1 : 1)),
    ties: ties.sort((x, y) => (x.slug < y.slug ? -1 : 1)),
  };
}

/** The sisters of a city and the ties among all of them, as the actor may see them. Refuses `cities.not_found`. */
export async function getNetwork(work: Work, input: Asked<'getNetwork'>): Promise<Result<Answer<'getNetwork'>>> {
  const opened = await openPlaces(work, [input.city]);
  if (!opened.ok) return opened;
  const { places, hidden, naming } = opened.value;
  const id = places[0]?.id ?? ('' as TieCityId);
  const around = await edgesAround(work, [id]);
  const sisters = sistersIn(around, id).filter((sister) => !hidden.has(sister));
  const among = await edgesBetween(work, sisters, sisters);
  return ok({ city: id, ...netOf(await placesByIds(work, [id, ...sisters], naming), [...around, ...among]) });
}

/** The cities tied with both of two, and all ties among these. Refuses `cities.not_found`. */
export async function listSharedSisters(work: Work, input: Asked<'listSharedSisters'>): Promise<Result<Answer<'listSharedSisters'>>> {
  const opened = await openPlaces(work, [input.city, input.withCity]);
  if (!opened.ok) return opened;
  const { places, hidden, naming } = opened.value;
  const [a, b] = [places[0]?.id ?? ('' as TieCityId), places[1]?.id ?? ('' as TieCityId)];
  const edges = await edgesAround(work, [a, b]);
  const ofOther = new Set(sistersIn(edges, b));
  const shared = sistersIn(edges, a).filter((sister) => ofOther.has(sister) && sister !== a && sister !== b && !hidden.has(sister));
  const seen = new Set<string>([a, b, ...shared]);
  const net = netOf(
    await placesByIds(work, [a, b, ...shared], naming),
    edges.filter((edge) => seen.has(edge.a) && seen.has(edge.b)),
  );
  const shown = new Set(net.cities.map(({ id }) => id));
  return ok({ city: a, withCity: b, shared: a === b ? [] : shared.filter((id) => shown.has(id)), ...net });
}
