// People in posts that carry a tie: each office's own, with a reason and an end, and erased without a hole in the history of the post.
import { withGiven } from '#kernel/given.ts';
import { askFirst, notFound, ok, refuse, refuseInput, stale, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inWork, nobody, type Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { holderProblems, type Holder, type HolderId } from '../../domain/carriers.ts';
import type { RegisterScope } from '../../domain/scope.ts';
import { mayWrite } from '../../policy.ts';
import {
  endHolders,
  eraseHolder as saveErasure,
  eraseOverdue,
  findCarrier,
  findHolder,
  insertHolder,
  updateHolder as saveHolder,
} from '../../store/carriers.ts';
import { showHolder } from './show-carriers.ts';

type Shown = Answer<'addHolder'>;

async function shown(work: Work, id: HolderId): Promise<Result<Shown>> {
  const holder = await findHolder(work.tx, id);
  return holder === null ? notFound('ties.holder_not_found') : ok(showHolder(work, holder));
}

/** Enters who holds a post that the actor sees; for the office alone. Refuses `ties.carrier_not_found`, `ties.not_a_post`, dates that cannot be. */
export async function addHolder(work: Work, input: Asked<'addHolder'>): Promise<Result<Shown>> {
  const carrier = await findCarrier(work.tx, input.carrierId);
  if (carrier === null) return notFound('ties.carrier_not_found');
  const scope = mayWrite(work.actor, input.office);
  if (!scope.ok) return scope;
  if (carrier.kind !== 'post') return refuse({ kind: 'conflict', code: 'ties.not_a_post' });
  const { carrierId: _carrier, office: _office, endsEarlier, starts, ends, ...person } = input;
  const problems = holderProblems({ starts, ends, keepUntil: person.keepUntil }, work.now.toISOString().slice(0, 10));
  if (problems.length > 0) return refuseInput(problems);
  const ended = endsEarlier && starts !== null ? await endHolders(work.tx, scope.value, { carrierId: carrier.id, ends: starts }) : [];
  const id = work.newId<'Holder'>();
  await insertHolder(work.tx, scope.value, { id, carrierId: carrier.id, facts: { person, starts, ends } });
  const fields = ['person', 'starts', 'ends', 'reason', 'keepUntil'];
  await audit(work, { useCase: 'add-holder', office: scope.value.office, subjects: [id, carrier.id, ...ended], fields });
  return shown(work, id);
}

/** A name that still stands, with the proof that the actor may change it. Refuses `ties.holder_not_found`, `kernel.forbidden`. */
async function openHolder(
  work: Work,
  id: string,
): Promise<Result<{ readonly holder: Holder; readonly person: NonNullable<Holder['person']>; readonly scope: RegisterScope }>> {
  const holder = await findHolder(work.tx, id as HolderId);
  if (holder === null) return notFound('ties.holder_not_found');
  const scope = mayWrite(work.actor, holder.office);
  if (!scope.ok) return scope;
  if (work.expectedVersion !== null && work.expectedVersion !== holder.version) return refuse(stale);
  return holder.person === null
    ? refuse({ kind: 'conflict', code: 'ties.holder_erased' })
    : ok({ holder, person: holder.person, scope: scope.value });
}

/** Sets what is given; the rest stays. Refuses `ties.holder_erased`, `kernel.stale`, dates that cannot be. */
export async function updateHolder(work: Work, input: Asked<'updateHolder'>): Promise<Result<Shown>> {
  const opened = await openHolder(work, input.holderId);
  if (!opened.ok) return opened;
  const { holder, person: before, scope } = opened.value;
  const { holderId: _id, ...given } = input;
  const { starts, ends } = withGiven(holder, { starts: given.starts, ends: given.ends });
  const person = withGiven(before, given);
  const problems = holderProblems({ starts, ends, keepUntil: person.keepUntil }, work.now.toISOString().slice(0, 10));
  if (problems.length > 0) return refuseInput(problems);
  if (!(await saveHolder(work.tx, scope, { id: holder.id, version: work.expectedVersion, facts: { person, starts, ends } })))
    return refuse(stale);
  await audit(work, { useCase: 'update-holder', office: scope.office, subjects: [holder.id], fields: Object.keys(given) });
  return shown(work, holder.id);
}

/** Erases the name and the reason; the dates of the post stay. Refuses `ties.holder_erased`, `kernel.stale`. */
export async function eraseHolder(work: Work, input: Asked<'eraseHolder'>): Promise<Result<Shown>> {
  const opened = await openHolder(work, input.holderId);
  if (!opened.ok) return opened;
  const { holder, scope } = opened.value;
  const asks = askFirst([{ code: 'ties.name_is_erased', like: [] }], input.confirmed);
  if (asks !== null) return asks;
  if (!(await saveErasure(work.tx, scope, { id: holder.id, version: work.expectedVersion, now: work.now }))) return refuse(stale);
  await audit(work, { useCase: 'erase-holder', office: scope.office, subjects: [holder.id], fields: ['person'] });
  return shown(work, holder.id);
}

/** Erases every name whose day has come, and says so in the log of each office. @returns how many */
export async function eraseOverdueHolders(database: Database): Promise<number> {
  const erased = await inWork(database, nobody(), async (work) => {
    const gone = await eraseOverdue(work.tx, work.now);
    for (const [office, holders] of Map.groupBy(gone, (one) => one.office))
      await audit(work, { useCase: 'erase-holder', office, subjects: holders.map(({ id }) => id), fields: ['person'] });
    return ok(gone.length);
  });
  return erased.ok ? erased.value : 0;
}
