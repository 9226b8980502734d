// Partner finder: cities that our sisters are tied with and we are not, or that publish what we look for; each with its reasons.
import { twinsAmong } from '#modules/cities/api/merging.ts';
import { ok, type Result } from '#kernel/result.ts';
import { openPlaces, placesByIds, type NamedPlace } from '#modules/cities/api/name-places.ts';
import { openCalls, soughtBy } from '#modules/cities/api/profile/partner-calls.ts';
import { populationsOf } from '#modules/cities/api/locate/populations.ts';
import { publishedDomains } from '#modules/cities/api/profile/published-domains.ts';
import type { Transact, Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import { hasSize, rankCandidates, type CandidateFacts, type PublishedDomains } from '../domain/candidates.ts';
import { sistersIn } from '../domain/network.ts';
import type { TieCityId } from '#modules/ties/domain/tie.ts';
import { edgesAround } from '#modules/ties/api/list-edges.ts';
import { showCityOfNet } from './get-network.ts';

/** As many as are named at all: those with the most shared sisters, and all that publish something that fits. */
const mostNamed = 300;
/** As many as a person looks through. */
const mostShown = 60;

type Entries = Awaited<ReturnType<typeof publishedDomains>>;
type Calls = Awaited<ReturnType<typeof openCalls>>;

function publishedBy(entries: Entries, city: TieCityId): PublishedDomains {
  const of = (...kinds: readonly string[]) =>
    (entries.get(city) ?? []).filter((entry) => kinds.includes(entry.kind)).map(({ domain }) => domain);
  return { strengths: of('strength'), practices: of('practice'), challenges: of('challenge', 'need') };
}

interface Found {
  readonly own: NamedPlace;
  readonly ownPublished: PublishedDomains;
  readonly sisters: readonly TieCityId[];
  readonly shared: ReadonlyMap<TieCityId, readonly TieCityId[]>;
  readonly cities: ReadonlyMap<TieCityId, NamedPlace>;
  readonly entries: Entries;
  readonly calls: Calls;
}

/** Who is two ties away, and who has published something; all read under the actor's own rights. */
async function findAround(work: Work, slug: string): Promise<Result<Found>> {
  const opened = await openPlaces(work, [slug]);
  if (!opened.ok) return opened;
  const { places, hidden, naming } = opened.value;
  const [own] = places;
  if (own === undefined) throw new Error('a city vanished');
  const sisters = sistersIn(await edgesAround(work, [own.id]), own.id).filter((id) => !hidden.has(id));
  const [isOurs, shared] = [new Set<TieCityId>([own.id, ...sisters]), new Map<TieCityId, TieCityId[]>()];
  const add = (candidate: TieCityId, sister: TieCityId): void => {
    if (isOurs.has(candidate) || hidden.has(candidate)) return;
    const known = shared.get(candidate);
    if (known === undefined) shared.set(candidate, [sister]);
    else known.push(sister);
  };
  const isSister = new Set(sisters);
  for (const { a, b } of await edgesAround(work, sisters)) {
    if (isSister.has(a)) add(b, a);
    if (isSister.has(b)) add(a, b);
  }
  const [entries, calls] = [await publishedDomains(work), await openCalls(work)];
  const nearest = [...shared].toSorted(([x, some], [y, others]) => others.length - some.length || (x < y ? -1 : 1)).slice(0, mostNamed);
  const publishing = [...new Set([...entries.keys(), ...calls.keys()])].filter((id) => !isOurs.has(id) && !hidden.has(id));
  const cities = await placesByIds(work, [...sisters, ...nearest.map(([id]) => id), ...publishing], naming);
  const twins = await twinsAmong(work, [own.id, ...cities.keys()]);
  const known = new Set<string>([own.id, ...sisters]);
  // Whoever is our city or a sister of it under another entry is no new partner; of two entries of another city one is proposed.
  const isAgain = (id: string): boolean =>
    !known.has(id) && [...twins].some(([goes, stays]) => goes === id || (stays === id && known.has(goes)));
  const once = new Map([...cities].filter(([id]) => !isAgain(id)));
  return ok({ own, ownPublished: publishedBy(entries, own.id), sisters, shared, cities: once, entries, calls });
}

/**
 * Candidates with reasons, more points first; what counts is what the actor may see of ties and what cities publish. How many people live
 * in a place is the gazetteer's, asked outside the transaction. Refuses `cities.not_found`.
 */
export async function findCandidates(transact: Transact, input: Asked<'findCandidates'>): Promise<Result<Answer<'findCandidates'>>> {
  const found = await transact((work) => findAround(work, input.city));
  if (!found.ok) return found;
  const { own, ownPublished, sisters, shared, cities, entries, calls } = found.value;
  const ours = new Set<TieCityId>(sisters);
  const candidates = [...cities.values()].filter(({ id }) => !ours.has(id));
  const populations = await populationsOf([own, ...candidates]);
  const us = { country: own.country, population: populations.get(own.geonamesId ?? 0) ?? null };
  const facts = candidates.map(({ id, slug, country, geonamesId }): CandidateFacts => ({
    id,
    slug,
    country,
    shared: (shared.get(id) ?? []).filter((sister) => cities.has(sister)),
    published: publishedBy(entries, id),
    seeks: soughtBy(calls.get(id) ?? [], us, { country, population: populations.get(geonamesId ?? 0) ?? null }),
    population: populations.get(geonamesId ?? 0) ?? null,
  }));
  const ownPopulation = populations.get(own.geonamesId ?? 0) ?? null;
  const fits = facts.filter(
    ({ country, population, seeks, published: { strengths, practices, challenges } }) =>
      (input.seeks === undefined || seeks !== null) &&
      // A sister city is abroad, unless somebody asks for one at home.
      (input.country === undefined ? country !== own.country : country === input.country) &&
      (input.size === undefined || hasSize(population, input.size, ownPopulation)) &&
      (input.strength === undefined || strengths.includes(input.strength) || practices.includes(input.strength)) &&
      (input.challenge === undefined || challenges.includes(input.challenge)),
  );
  const countries = new Set(sisters.flatMap((id) => cities.get(id)?.country ?? []));
  const ranked = rankCandidates(fits, { country: own.country, countries, published: ownPublished, population: ownPopulation }).filter(
    // A new country or a like size alone is no likeness.
    ({ reasons }) => reasons.some(({ kind }) => kind !== 'size_alike' && kind !== 'country_new'),
  );
  const shown = ranked.slice(0, mostShown);
  const named = new Set(shown.flatMap(({ reasons }) => reasons.flatMap(({ cities: some }) => some)));
  return ok({
    city: showCityOfNet(own),
    total: ranked.length,
    entries: shown.flatMap(({ facts: { id }, points, reasons }) => {
      const city = cities.get(id);
      if (city === undefined) return [];
      return [
        {
          city: showCityOfNet(city),
          points,
          reasons: reasons.map((reason) => ({ ...reason, cities: [...reason.cities], domains: [...reason.domains] })),
        },
      ];
    }),
    sisters: [...cities.values()].filter(({ id }) => named.has(id)).map(showCityOfNet),
    countries: [...new Set(facts.map(({ country }) => country))].sort(),
  });
}
