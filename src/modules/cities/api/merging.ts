// Two entries of one city: found, weighed and put together by the register office, and parted again. The module of ties adds what ties tell.
import { fold } from '#kernel/fold.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { forbidden, notFound, ok, refuse, type Result, stale } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { kindOfOffice } from '#modules/accounts/api/name-offices.ts';
import type { Work } from '#platform/work.ts';
import type { CityId } from '../domain/city.ts';
import {
  isNearlyCalled,
  mergeProblems,
  weighPair,
  whichStays,
  type Around,
  type Described,
  type MergeId,
  type MergeRecord,
  type Verdict,
  type Weighed,
} from '../domain/merge.ts';
import { stateOf, type LabelRule } from '../domain/naming-policy.ts';
import { mayDecideNames, mayRecord } from '../policy.ts';
import { loadCities } from '../store/cities.ts';
import { findCandidatePairs, findNearlyCalled, findTwins, itemsOfCities, relatedPairs, type CandidatePair } from '../store/duplicates.ts';
import {
  deleteVerdict,
  findMerge,
  loadMerges,
  loadVerdicts,
  mergeRows,
  putVerdict,
  standingCities,
  undoMergeRows,
} from '../store/merges.ts';
import { findRegisterOffice, loadRules } from '../store/naming-policy.ts';
import { indexCities } from './index-city.ts';

export type { Around, Described, MergeRecord, Weighed } from '../domain/merge.ts';
export type { CandidatePair } from '../store/duplicates.ts';

/** The cities that stand for those that have gone into another; nothing for those that stand for themselves. */
export const standingOf = (work: Work, ids: readonly CityId[]): Promise<ReadonlyMap<CityId, CityId>> => standingCities(work.tx, ids);

/** Whether the actor decides for the register office which entries are one. */
export const mayMerge = async (work: Work) => mayDecideNames(work.actor, await findRegisterOffice(work.tx));

export async function describeCities(work: Work, ids: readonly CityId[]): Promise<ReadonlyMap<CityId, Described>> {
  const unique = [...new Set(ids)];
  const [records, items] = [await loadCities(work.tx, unique), await itemsOfCities(work.tx, unique)];
  return new Map(records.map((record) => [record.id, { ...record, wikidataId: items.get(record.id) ?? null }]));
}

export const pairKeyOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** A word of an office about a pair. */
export interface SaidOfPair {
  readonly verdict: Verdict;
  readonly office: OfficeId;
  readonly reason: string | null;
}

export interface Candidates {
  readonly pairs: readonly CandidatePair[];
  readonly cities: ReadonlyMap<CityId, Described>;
  readonly related: ReadonlySet<string>;
  /** What offices have said, by pair; the last said first. */
  readonly said: ReadonlyMap<string, readonly SaidOfPair[]>;
}

const MOST_PAIRS = 2000;

async function saidOfPairs(work: Work): Promise<Candidates['said']> {
  return Map.groupBy(await loadVerdicts(work.tx), ({ a, b }) => pairKeyOf(a, b));
}

/** Every pair that may be one city and that the actor sees; those that an office asks about among them. */
export async function findCandidates(work: Work): Promise<Candidates> {
  const said = await saidOfPairs(work);
  const asked = [...said].flatMap(([key, words]) => (words.some(({ verdict }) => verdict === 'same') ? [key] : []));
  const pairs = new Map((await findCandidatePairs(work.tx, MOST_PAIRS)).map((pair) => [pairKeyOf(pair.a, pair.b), pair]));
  for (const { a, b, one, other } of await findNearlyCalled(work.tx))
    if (isNearlyCalled(fold(one), fold(other))) pairs.set(pairKeyOf(a, b), { a, b });
  for (const key of asked) {
    const [a, b] = key.split(' ') as [CityId, CityId];
    pairs.set(key, { a, b });
  }
  const cities = await describeCities(
    work,
    [...pairs.values()].flatMap(({ a, b }) => [a, b]),
  );
  return { pairs: [...pairs.values()], cities, related: await relatedPairs(work.tx), said };
}

/** Which of the two should stay, and what speaks for and against their being one. */
export function weighTwo(one: Described, other: Described, around: Around) {
  const [stays, goes] = whichStays(one, other);
  return { stays, goes, weighed: weighPair(stays, goes, around) };
}

/** What two entries of one name in one place must weigh to be taken for one city before anybody has said so. */
const TWIN_SCORE = 40;

/**
 * Entries among these that are most likely another of them entered a second time, by which one should stay: nets name a city once.
 * Nothing of whom the register office has said that they are two.
 */
export async function twinsAmong(work: Work, ids: readonly CityId[]): Promise<ReadonlyMap<CityId, CityId>> {
  const pairs = await findTwins(work.tx, ids);
  if (pairs.length === 0) return new Map();
  const cities = await describeCities(
    work,
    pairs.flatMap(({ a, b }) => [a, b]),
  );
  const around = { sisters: 0, listedApart: 0, tied: 0, related: false };
  return new Map(
    pairs.flatMap(({ a, b }) => {
      const [one, other] = [cities.get(a), cities.get(b)];
      if (one === undefined || other === undefined) return [];
      const { stays, goes, weighed } = weighTwo(one, other, around);
      return weighed.score >= TWIN_SCORE ? [[goes.id, stays.id] as const] : [];
    }),
  );
}

/** The same for one pair. Refuses `cities.not_found`. */
export async function openPair(work: Work, one: CityId, other: CityId): Promise<Result<Candidates>> {
  const cities = await describeCities(work, [one, other]);
  if (cities.size < 2) return notFound('cities.not_found');
  const [a, b] = one < other ? [one, other] : [other, one];
  return ok({ pairs: [{ a, b }], cities, related: await relatedPairs(work.tx), said: await saidOfPairs(work) });
}

/** A rule about the place of the one that goes would no longer be asked. */
const escapesRule = (rules: readonly LabelRule[], from: Described, into: Described): boolean =>
  from.geonamesId !== null &&
  into.geonamesId !== null &&
  rules.some(({ geonamesId }) => geonamesId === from.geonamesId) &&
  stateOf(rules, from, 'page') !== stateOf(rules, into, 'page');

/** What stands in the way of putting the one into the other: codes of refusals. */
export async function problemsOfMerge(
  work: Work,
  from: Described,
  into: Described,
  around: Pick<Around, 'tied'>,
): Promise<readonly string[]> {
  const rules = await loadRules(work.tx);
  return [...mergeProblems(from, into, around), ...(escapesRule(rules, from, into) ? ['cities.rule_of_its_own'] : [])];
}

interface Merging {
  readonly from: Described;
  readonly into: Described;
  readonly reason: string;
  readonly weighed: Weighed;
}

/**
 * Puts one city into another, with all that hangs on it; the caller has looked for problems, and writes the terms of ties anew.
 * Refuses `kernel.forbidden`.
 */
export async function mergeCity(work: Work, { from, into, reason, weighed }: Merging): Promise<Result<MergeId>> {
  const scope = await mayMerge(work);
  if (!scope.ok) return scope;
  const id = work.newId<'CityMerge'>();
  await mergeRows(work.tx, scope.value, { id, from: from.id, into: into.id, reason, weighed, now: work.now });
  await indexCities(work, [from.id, into.id]);
  const { office } = scope.value;
  await audit(work, { useCase: 'merge-cities', office, subjects: [from.id, into.id, id], fields: ['reason'] });
  return ok(id);
}

/** Refuses `cities.merge_not_found`, also where it is undone already. */
export async function openMerge(work: Work, id: MergeId): Promise<Result<MergeRecord>> {
  const merge = await findMerge(work.tx, id);
  return merge === null || merge.undoneAt !== null ? notFound('cities.merge_not_found') : ok(merge);
}

/** Merges of the register office that stand, the last first; up to `limit`. */
export const listMergeRecords = (
  work: Work,
  page: { readonly after: MergeId | null; readonly limit: number },
): Promise<readonly MergeRecord[]> => loadMerges(work.tx, page);

/**
 * Parts two cities again; answers the cities whose ties are to be found anew. Refuses `kernel.forbidden`, `kernel.stale`.
 */
export async function partCities(work: Work, merge: MergeRecord, reason: string | null): Promise<Result<readonly CityId[]>> {
  const scope = await mayMerge(work);
  if (!scope.ok) return scope;
  if (work.expectedVersion !== null && work.expectedVersion !== merge.version) return refuse(stale);
  const cities = await undoMergeRows(work.tx, scope.value, { id: merge.id, reason, now: work.now });
  await indexCities(work, cities);
  const { office } = scope.value;
  await audit(work, { useCase: 'part-cities', office, subjects: [merge.from, merge.into, merge.id], fields: ['reason'] });
  return ok(cities);
}

interface Judging {
  readonly office: OfficeId;
  readonly a: Described;
  readonly b: Described;
  readonly verdict: Verdict;
  readonly reason: string | null;
}

/**
 * Keeps an office's word about a pair. That they are two, or are looked at later, says the register office; that they are the same says any
 * office of a city to the register office. Refuses `kernel.forbidden`, `cities.not_seen_by_register`.
 */
export async function judgePair(work: Work, { office, a, b, verdict, reason }: Judging): Promise<Result<null>> {
  const register = await findRegisterOffice(work.tx);
  const own = mayDecideNames(work.actor, register);
  const isOwn = own.ok && office === register;
  const scope = isOwn ? own : mayRecord(work.actor, office, await kindOfOffice(work, office));
  const { account } = work.actor;
  if (!scope.ok) return scope;
  if (account === null || (!isOwn && verdict !== 'same')) return refuse(forbidden);
  if (!isOwn && (register === null || !a.isPublic || !b.isPublic)) return refuse({ kind: 'conflict', code: 'cities.not_seen_by_register' });
  const [one, other] = a.id < b.id ? [a.id, b.id] : [b.id, a.id];
  const sharedWith = isOwn || register === null ? [] : [register];
  await putVerdict(work.tx, { a: one, b: other, office: scope.value.office, verdict, reason, sharedWith, account, now: work.now });
  await audit(work, { useCase: 'judge-duplicate', office: scope.value.office, subjects: [one, other], fields: ['verdict', 'reason'] });
  return ok(null);
}

/** Takes an office's word about a pair back. Refuses `cities.verdict_not_found`. */
export async function forgetVerdict(
  work: Work,
  { office, one, other }: { office: OfficeId; one: CityId; other: CityId },
): Promise<Result<null>> {
  const scope = mayRecord(work.actor, office, await kindOfOffice(work, office));
  if (!scope.ok) return scope;
  const [a, b] = one < other ? [one, other] : [other, one];
  if (!(await deleteVerdict(work.tx, { a, b, office: scope.value.office }))) return notFound('cities.verdict_not_found');
  await audit(work, { useCase: 'forget-verdict', office: scope.value.office, subjects: [a, b], fields: ['verdict'] });
  return ok(null);
}
