// "Friend of my sister": the shortest ways between two cities from sister to sister, and who could introduce whom along them.
import { ok, refuseInput, type Result } from '#kernel/result.ts';
import { twinsAmong } from '#modules/cities/api/merging.ts';
import { openPlaces, placesByIds } from '#modules/cities/api/name-places.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import { growHalf, introductionsAlong, startHalf, waysThrough, type Half, type Ways } from '../domain/network.ts';
import { pairOf, type Edge, type TieCityId } from '#modules/ties/domain/tie.ts';
import { edgesAround, edgesBetween } from '#modules/ties/api/list-edges.ts';
import { netOf } from './get-network.ts';

/** As many ways as a person compares. */
const mostWays = 6;
/** Nobody asks for an introduction through more cities; it also bounds the work. */
const mostSteps = 16;

const depthOf = ({ depth, rim }: Half): number => depth.get(rim[0] ?? ('' as TieCityId)) ?? 0;

interface Searching {
  readonly from: TieCityId;
  readonly to: TieCityId;
  readonly without: ReadonlySet<TieCityId>;
}

/** Rims up to this size are simply read, both in one question: asking first whether ties join them would cost as much. */
const smallRim = 60;

const joining = (edges: readonly Edge[], some: readonly TieCityId[], others: readonly TieCityId[]): readonly Edge[] => {
  const [one, other] = [new Set(some), new Set(others)];
  return edges.filter(({ a, b }) => (one.has(a) && other.has(b)) || (one.has(b) && other.has(a)));
};

/**
 * The shortest ways, searched from both ends at once: whichever rim is smaller grows. Small rims are read together; before a large one
 * grows it is asked whether ties join the rims, so that the largest level is never read.
 */
async function search(work: Work, { from, to, without }: Searching): Promise<Ways & { readonly edges: readonly Edge[] }> {
  let [near, far] = [startHalf(from), startHalf(to)];
  const walked: Edge[] = [];
  // What was read around the rims and is still to be gone along.
  let read: { readonly around: ReadonlySet<TieCityId>; readonly edges: readonly Edge[] } = { around: new Set(), edges: [] };
  while (near.rim.length > 0 && far.rim.length > 0 && depthOf(near) + depthOf(far) < mostSteps) {
    const isNear = near.rim.length <= far.rim.length;
    const [own, other] = isNear ? [near.rim, far.rim] : [far.rim, near.rim];
    const isRead = own.every((city) => read.around.has(city));
    if (!isRead && own.length > smallRim) {
      const joins = await edgesBetween(work, own, other);
      if (joins.length > 0) return { ...waysThrough(near, far, joins, mostWays), edges: [...walked, ...joins] };
    }
    if (!isRead) {
      const rims = other.length > smallRim ? own : [...own, ...other];
      read = { around: new Set(rims), edges: await edgesAround(work, rims) };
    }
    const joins = joining(read.edges, own, other);
    if (joins.length > 0) return { ...waysThrough(near, far, joins, mostWays), edges: [...walked, ...joins] };
    walked.push(...read.edges);
    if (isNear) near = growHalf(near, read.edges, without);
    else far = growHalf(far, read.edges, without);
  }
  return { total: 0, first: [], edges: [] };
}

const stepsOf = (cities: readonly TieCityId[]): readonly string[] =>
  cities.slice(1).flatMap((city, at) => {
    const before = cities[at];
    const pair = before === undefined ? null : pairOf(before, city);
    return pair === null ? [] : [`${pair.a} ${pair.b}`];
  });

/**
 * All shortest ways' number and the first of them, through no city that may not be shown; a tie counts where the actor may see that an
 * office keeps it or a reference set lists it. Refuses `cities.not_found`, `network.path_to_itself`.
 */
export async function findPath(work: Work, input: Asked<'findPath'>): Promise<Result<Answer<'findPath'>>> {
  const opened = await openPlaces(work, [input.city, input.withCity]);
  if (!opened.ok) return opened;
  const { places, hidden, naming } = opened.value;
  const [from, to] = [places[0]?.id, places[1]?.id];
  if (from === undefined || to === undefined || from === to) return refuseInput([{ path: ['withCity'], code: 'network.path_to_itself' }]);
  const without = new Set<TieCityId>(hidden);
  // A tie is seen with its cities; should one of them not be, the search goes around it.
  for (;;) {
    const { edges, ...ways } = await search(work, { from, to, without });
    const ids = [...new Set([from, to, ...ways.first.flatMap(({ cities }) => cities)])];
    const seen = await placesByIds(work, ids, naming);
    const unseen = ids.filter((id) => !seen.has(id));
    if (unseen.length > 0) {
      for (const id of unseen) without.add(id);
      continue;
    }
    // A city that was entered twice is on no way twice, and never its own friend.
    const twins = [...(await twinsAmong(work, ids))].map(([goes, stays]) => (goes === from || goes === to ? stays : goes));
    const again = twins.filter((id) => id !== from && id !== to);
    if (again.length > 0) {
      for (const id of again) without.add(id);
      continue;
    }
    const walked = new Set(ways.first.flatMap(({ cities }) => stepsOf(cities)));
    const onTheWay = new Map(edges.map((edge) => [`${edge.a} ${edge.b}`, edge]));
    return ok({
      city: from,
      withCity: to,
      ...netOf(
        seen,
        [...onTheWay].filter(([key]) => walked.has(key)).map(([, edge]) => edge),
      ),
      distance: ways.first[0] === undefined ? null : ways.first[0].cities.length - 1,
      total: ways.total,
      ways: ways.first.map(({ cities, kept }) => ({
        cities: [...cities],
        kept,
        introductions: introductionsAlong(cities).map((introduction) => ({ ...introduction })),
      })),
    });
  }
}
