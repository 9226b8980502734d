import { isId } from '#kernel/ids.ts';
import { ok, type Result } from '#kernel/result.ts';
import type { Found as FoundTerm } from '#platform/search/search-terms.ts';
import type { Work } from '#platform/work.ts';
import type { Asked, Found } from '../contract.ts';
import type { CityId } from '../domain/city.ts';
import { earliestDay } from '../domain/profile/partner-call.ts';
import { endedAmong } from '../store/published-entries.ts';
import { listSearchedRows, type SearchedRow } from '#platform/search/searched-rows.ts';
import { placesByIds } from './name-places.ts';
import { namingOf } from './naming.ts';
import { searchNames } from './search-names.ts';

type FoundRow = Omit<FoundTerm, 'kind'> & Pick<SearchedRow, 'kind'>;

/** Partner calls that are over are found no more. */
async function openOnes(work: Work, found: readonly FoundTerm[]): Promise<readonly FoundTerm[]> {
  const entries = found.filter(({ kind }) => kind === 'entry').map(({ id }) => id);
  if (entries.length === 0) return found;
  const ended = await endedAmong(work.tx, entries, earliestDay(work.now));
  return found.filter(({ id }) => !ended.has(id));
}

/** Of editions, sources and people so many stand among the first finds, however many cities are called so. */
const KEPT = 3;

/** What has names, the best first, then editions, sources and people; where both are many, the latter keep a few places. */
async function findAll(work: Work, input: Asked<'search'>): Promise<readonly (FoundTerm | FoundRow)[]> {
  const offices = work.actor.memberships.map(({ office }) => office);
  const rows = (await listSearchedRows(work.tx, { q: input.q, limit: input.limit, offices })).map((row): FoundRow => ({
    ...{ kind: row.kind, id: row.id, slug: row.slug, label: row.label, term: row.term, isPublic: row.is_public },
    fit: row.term.toLowerCase() === input.q.toLowerCase() ? 'whole' : 'part',
  }));
  const named = await openOnes(work, await searchNames(work, input));
  const places = Math.max(input.limit - named.length, Math.min(rows.length, KEPT, Math.floor(input.limit / 2)));
  const called = named.filter(({ fit }) => fit !== 'near');
  // What is only called alike comes after what holds the words.
  return [...called.slice(0, input.limit - Math.min(places, rows.length)), ...rows.slice(0, places), ...named.slice(called.length)].slice(
    0,
    input.limit,
  );
}

type Caller = (work: Work, ids: readonly string[]) => Promise<ReadonlyMap<string, Pick<FoundTerm, 'slug' | 'label'>>>;
const callers = new Map<Found['kind'], Caller>();

/** Has `caller` asked how finds of a kind are called now: terms are an office's own and older than a rule, which holds for all. app/ subscribes. */
export const callsFinds = (kind: Found['kind'], caller: Caller): void => {
  callers.set(kind, caller);
};

/** As they are called now, without those that may not be shown. */
async function callFinds(work: Work, found: readonly (FoundTerm | FoundRow)[]): Promise<readonly (FoundTerm | FoundRow)[]> {
  const called = new Map<string, Awaited<ReturnType<Caller>>>();
  for (const [kind, caller] of callers) {
    const ids = found.filter((one) => one.kind === kind).map(({ id }) => id);
    if (ids.length > 0) called.set(kind, await caller(work, ids));
  }
  return found.flatMap((one) => {
    const now = called.get(one.kind);
    if (now === undefined) return [one];
    const name = now.get(one.id);
    return name === undefined ? [] : [{ ...one, ...name }];
  });
}

/** Finds everything that has a name; what only the actor's offices may see is among them, marked. */
export async function search(work: Work, input: Asked<'search'>): Promise<Result<{ entries: Found[] }>> {
  const found = await callFinds(work, await findAll(work, input));
  const cities = found.flatMap(({ kind, id }) => (kind === 'city' && isId<'City'>(id) ? [id] : []));
  if (cities.length === 0) return ok({ entries: found.map((entry) => ({ ...entry, label: { ...entry.label }, countryName: null })) });
  const naming = await namingOf(work);
  const places = await placesByIds(work, cities, naming);
  const countryOf = (id: string): Found['countryName'] => {
    const place = places.get(id as CityId);
    return place === undefined ? null : { ...naming.countryLabelOf(place.country) };
  };
  const shown = found.filter(({ kind, id }) => kind !== 'city' || places.has(id as CityId));
  return ok({ entries: shown.map((entry) => ({ ...entry, label: { ...entry.label }, countryName: countryOf(entry.id) })) });
}
