// Who may freeze the report of a tie: editors of the offices that speak for its cities. Reading is decided by the database.
import { holds, type Actor } from '#kernel/actor.ts';
import { grant } from '#kernel/grant.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { forbidden, ok, refuse, type Result } from '#kernel/result.ts';
import type { SnapshotScope } from './domain/snapshots/scope.ts';

const edits = (actor: Actor, office: OfficeId): boolean => actor.holder !== 'link' && holds(actor, office, 'editor');

/** `sides` speak for the two cities. */
export function mayFreeze(
  actor: Actor,
  { office, tieId, sides }: Pick<SnapshotScope, 'office' | 'tieId'> & { readonly sides: readonly OfficeId[] },
): Result<SnapshotScope> {
  if (!edits(actor, office)) return refuse(forbidden);
  return sides.includes(office) ? ok(grant<SnapshotScope>({ office, tieId })) : refuse({ kind: 'forbidden', code: 'reports.not_a_side' });
}

/** Of somebody who edits for no office of that name it is not told what there is. */
export const mayAsk = (actor: Actor, office: OfficeId): Result<OfficeId> => (edits(actor, office) ? ok(office) : refuse(forbidden));

/** Withdrawing, and taking names out, is of the office that published it. */
export const mayWithdraw = (actor: Actor, { office, tieId }: Pick<SnapshotScope, 'office' | 'tieId'>): Result<SnapshotScope> =>
  edits(actor, office) ? ok(grant<SnapshotScope>({ office, tieId })) : refuse(forbidden);

/** What its exchanges cost an office is told to its members alone. */
export const mayReadCouncil = (actor: Actor, office: OfficeId): Result<OfficeId> =>
  actor.holder !== 'link' && holds(actor, office, 'viewer') ? ok(office) : refuse(forbidden);

/** Offices of the actor in whose name they may. */
export const sidesOfActor = (actor: Actor, sides: readonly OfficeId[]): readonly OfficeId[] =>
  sides.filter((office) => edits(actor, office));
