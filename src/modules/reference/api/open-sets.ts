// A set is shown to everybody or to nobody else again: the set, what it lists, its cities, and then what they are found by, as a job.
import type { AccountId } from '#kernel/ids.ts';
import { ok, refuse, unauthenticated, type Result } from '#kernel/result.ts';
import { kindOfOffice } from '#modules/accounts/api/name-offices.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { indexCities } from '#modules/cities/api/index-city.ts';
import { populationsOf } from '#modules/cities/api/locate/populations.ts';
import { openSetCities } from '#modules/cities/api/record-reference-cities.ts';
import { citeFrom } from '#modules/evidence/api/enter-source.ts';
import { openListings } from '#modules/ties/api/set-listings.ts';
import type { TieCityId } from '#modules/ties/domain/tie.ts';
import { inWork, nobody, type Caller, type Work } from '#platform/work.ts';
import type { Asked } from '../contract.ts';
import type { ImportScope } from '../domain/scope.ts';
import type { SetId, SetRecord } from '../domain/set.ts';
import { mayOpen } from '../policy.ts';
import { findAtWork } from '../store/imports.ts';
import { findSet, lockSet, setOpenness, tellOpenProgress } from '../store/sets.ts';
import { seeSet } from './find-set.ts';
import type { ImportRun } from './run-import.ts';
import { showSet, type ShownSet } from './show-set.ts';

export const openJobName = 'reference-open';

export interface OpenJob {
  readonly setId: string;
  readonly account: AccountId;
}

async function openAsRegister(work: Work, setId: string): Promise<Result<{ readonly set: SetRecord; readonly scope: ImportScope }>> {
  const set = await seeSet(work, setId);
  if (!set.ok) return set;
  const { office } = set.value;
  const scope = mayOpen(work.actor, office, await kindOfOffice(work, office));
  return scope.ok ? ok({ set: set.value, scope: scope.value }) : scope;
}

async function begin(work: Work, setId: string, to: 'opening' | 'closing'): Promise<Result<ShownSet>> {
  const opened = await openAsRegister(work, setId);
  if (!opened.ok) return opened;
  const { set, scope } = opened.value;
  const { account } = work.actor;
  if (account === null) return refuse(unauthenticated);
  await lockSet(work.tx, scope, set.id);
  if ((await findAtWork(work.tx, set.id)) !== null) return refuse({ kind: 'conflict', code: 'reference.import_at_work' });
  const from = to === 'opening' ? (['closed'] as const) : (['open'] as const);
  if (!(await setOpenness(work.tx, scope, set.id, { from, to, progress: { done: 0, of: 0 } })))
    return refuse({ kind: 'conflict', code: to === 'opening' ? 'reference.set_is_open' : 'reference.set_is_closed' });
  await work.enqueue(openJobName, { setId: set.id, account });
  const useCase = to === 'opening' ? 'open-reference-set' : 'close-reference-set';
  await audit(work, { useCase, office: set.office, subjects: [set.id], fields: ['visibility'] });
  const now = await findSet(work.tx, set.id);
  if (now === null) throw new Error('a set vanished while it was opened');
  return ok(await showSet(work, now));
}

/** Refuses `reference.register_office_opens` to other offices, `reference.set_is_open`. */
export const openReferenceSet = (work: Work, { setId }: Asked<'openReferenceSet'>): Promise<Result<ShownSet>> =>
  begin(work, setId, 'opening');

/** Refuses `reference.register_office_opens` to other offices, `reference.set_is_closed`. */
export const closeReferenceSet = (work: Work, { setId }: Asked<'closeReferenceSet'>): Promise<Result<ShownSet>> =>
  begin(work, setId, 'closing');

/** Everything but the terms of search in one transaction: from now on it is seen, or no longer. */
async function turn(work: Work, setId: string): Promise<Result<{ readonly cities: readonly TieCityId[]; readonly set: SetRecord }>> {
  const opened = await openAsRegister(work, setId);
  if (!opened.ok) return opened;
  const { set, scope } = opened.value;
  if (set.openness !== 'opening' && set.openness !== 'closing') return refuse({ kind: 'conflict', code: 'reference.set_is_open' });
  const visibility = set.openness === 'opening' ? 'public' : 'private';
  const target = { office: set.office, setId: set.id, visibility } as const;
  const listed = await openListings(work, target);
  if (!listed.ok) return listed;
  const cities = await openSetCities(work, target);
  if (!cities.ok) return cities;
  const cited = await citeFrom(work, {
    office: set.office,
    citingId: set.id,
    audience: { visibility, sharedWith: [] },
    sourceIds: [set.sourceId],
  });
  if (!cited.ok) return cited;
  const progress = { done: 0, of: cities.value.length };
  await setOpenness(work.tx, scope, set.id, { from: [set.openness], to: set.openness, visibility, progress });
  return ok({ cities: cities.value, set });
}

/** Terms of so many cities at once: each has a dozen names. */
const AT_ONCE = 250;

/** Turns a set that is to be opened or closed; done again after a node has died, it comes to the same. */
export async function runOpening({ database, signal }: Pick<ImportRun, 'database' | 'signal'>, { setId, account }: OpenJob): Promise<void> {
  const caller: Caller = { ...nobody(), account };
  const turned = await inWork(database, caller, (work) => turn(work, setId));
  if (!turned.ok) return;
  const { cities, set } = turned.value;
  // What terms are weighed by is read once, before a transaction would wait for it.
  await populationsOf([]);
  for (let from = 0; from < cities.length; from += AT_ONCE) {
    if (signal.aborted) throw new Error('this node ends');
    await inWork(database, caller, async (work) => {
      await indexCities(work, cities.slice(from, from + AT_ONCE));
      const opened = await openAsRegister(work, setId);
      if (opened.ok)
        await tellOpenProgress(work.tx, opened.value.scope, setId as SetId, {
          done: Math.min(from + AT_ONCE, cities.length),
          of: cities.length,
        });
      return ok(null);
    });
  }
  await inWork(database, caller, async (work) => {
    const opened = await openAsRegister(work, setId);
    if (!opened.ok) return opened;
    const [from, to] = set.openness === 'opening' ? (['opening', 'open'] as const) : (['closing', 'closed'] as const);
    await setOpenness(work.tx, opened.value.scope, set.id, { from: [from], to, progress: null });
    return ok(null);
  });
}
