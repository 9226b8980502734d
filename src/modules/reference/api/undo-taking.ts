// What an office took over from a set, each time as one: looked at, and undone as one.
import { holds } from '#kernel/actor.ts';
import { forbidden, notFound, ok, refuse, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { withdrawBatch } from '#modules/evidence/api/change-statement.ts';
import { broughtTies, takeTiesBack } from '#modules/ties/api/brought-ties.ts';
import type { Work } from '#platform/work.ts';
import type { Answered, Asked } from '../contract.ts';
import type { TakingId, TakingRecord } from '../domain/set.ts';
import { mayTakeOver } from '../policy.ts';
import { findTaking, markUndone, pageOfTakings } from '../store/takings.ts';
import { seeSet } from './find-set.ts';
import { byId, cutPage, readCursor } from '#kernel/pages.ts';

type Taking = Answered<'listReferenceTakings'>['entries'][number];
type Worked = Awaited<ReturnType<typeof broughtTies>>['worked'];

const show = ({ id, setId, office, ties, takenAt, undoneAt }: TakingRecord): Taking => ({
  ...{ id, setId, office, ties, takenAt: takenAt.toISOString() },
  undoneAt: undoneAt?.toISOString() ?? null,
});

const showInFull = (taking: TakingRecord, standing: number, worked: Worked): Answered<'getReferenceTaking'> => ({
  ...show(taking),
  standing,
  worked: [...worked],
});

const actOf = ({ id, office, takenAt }: TakingRecord) => ({ id, office, at: takenAt });

/** What an office took over from a set, the last first; for its members alone. Refuses `reference.set_not_found`, `kernel.forbidden`. */
export async function listReferenceTakings(
  work: Work,
  input: Asked<'listReferenceTakings'>,
): Promise<Result<Answered<'listReferenceTakings'>>> {
  const set = await seeSet(work, input.setId);
  if (!set.ok) return set;
  const office = input.office;
  if (!holds(work.actor, office, 'viewer')) return refuse(forbidden);
  const after = readCursor<'Taking'>(input.cursor);
  if (!after.ok) return after;
  const found = await pageOfTakings(work.tx, { office, setId: set.value.id, after: after.value, limit: input.limit });
  const { entries, nextCursor } = cutPage(found, input.limit, byId);
  return ok({ entries: entries.map(show), nextCursor });
}

/** One of them, with what has been worked on since by name. Refuses `reference.taking_not_found`. */
export async function getReferenceTaking(work: Work, input: Asked<'getReferenceTaking'>): Promise<Result<Answered<'getReferenceTaking'>>> {
  const taking = await findTaking(work.tx, input.takingId as TakingId);
  if (taking === null) return notFound('reference.taking_not_found');
  const { standing, worked } = await broughtTies(work, actOf(taking));
  return ok(showInFull(taking, standing, worked));
}

/**
 * Takes the ties out of the register again and withdraws what was entered with them. Ties worked on since stay, with what was entered
 * since. Refuses `reference.taking_not_found`, `kernel.forbidden`, `reference.taking_undone`.
 */
export async function undoReferenceTaking(
  work: Work,
  input: Asked<'undoReferenceTaking'>,
): Promise<Result<Answered<'undoReferenceTaking'>>> {
  const taking = await findTaking(work.tx, input.takingId as TakingId);
  if (taking === null) return notFound('reference.taking_not_found');
  const { id, office } = taking;
  const scope = mayTakeOver(work.actor, office);
  if (!scope.ok) return scope;
  if (!(await markUndone(work.tx, scope.value, id, work.now))) return refuse({ kind: 'conflict', code: 'reference.taking_undone' });
  const back = await takeTiesBack(work, actOf(taking));
  if (!back.ok) return back;
  const withdrawn = await withdrawBatch(work, { office, batchId: id, reason: 'taking over undone' });
  if (!withdrawn.ok) return withdrawn;
  const { taken, worked } = back.value;
  await audit(work, { useCase: 'undo-reference-taking', office, subjects: [id, ...taken], fields: [] });
  return ok(showInFull({ ...taking, undoneAt: work.now }, worked.length, worked));
}
