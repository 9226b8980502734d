// Who may record outcomes, add to their ledgers, and say what a side holds of them. Reading is decided by the database.
import { holds, type Actor } from '#kernel/actor.ts';
import { grant } from '#kernel/grant.ts';
import type { Id, OfficeId } from '#kernel/ids.ts';
import { forbidden, ok, refuse, type Result } from '#kernel/result.ts';
import type { OutcomeRecord } from './domain/outcome.ts';
import type { FollowThroughScope, FollowUpScope, OutcomeScope, RecordScope, VoiceScope } from './domain/scope.ts';

/** A personal link notes what came of a meeting and takes it back; ledger, answers and audience are for people who are signed in. */
export const goesOnWith = (actor: Actor, office: OfficeId): boolean => actor.holder !== 'link' && holds(actor, office, 'editor');

export const mayRecord = (actor: Actor, office: OfficeId): Result<RecordScope> =>
  holds(actor, office, 'editor') ? ok(grant<RecordScope>({ office })) : refuse(forbidden);

/** What an office sets for all it shows is set by its editors, who are people. */
export const mayDecide = (actor: Actor, office: OfficeId): Result<RecordScope> =>
  goesOnWith(actor, office) ? ok(grant<RecordScope>({ office })) : refuse(forbidden);

/** What goes out in an office's name is decided by its editors, who are people. */
export const mayAsk = (actor: Actor, office: OfficeId): Result<FollowUpScope> =>
  goesOnWith(actor, office) ? ok(grant<FollowUpScope>({ office })) : refuse(forbidden);

/** What waits for an office's word is told to its members alone. */
export const mayReadWaiting = (actor: Actor, office: OfficeId): Result<OfficeId> =>
  holds(actor, office, 'viewer') ? ok(office) : refuse(forbidden);

export const mayChange = (actor: Actor, { id, ownerOffice }: Pick<OutcomeRecord, 'id' | 'ownerOffice'>): Result<OutcomeScope> =>
  holds(actor, ownerOffice, 'editor') ? ok(grant<OutcomeScope>({ office: ownerOffice, outcomeId: id })) : refuse(forbidden);

/** Only a side speaks: the office that keeps the outcome, those of its cities, and those of its parties. `sides` are these offices. */
export function maySpeak(
  actor: Actor,
  { id }: Pick<OutcomeRecord, 'id'>,
  { office, sides }: { readonly office: OfficeId; readonly sides: readonly OfficeId[] },
): Result<VoiceScope> {
  if (!holds(actor, office, 'editor')) return refuse(forbidden);
  return sides.includes(office)
    ? ok(grant<VoiceScope>({ office, outcomeId: id }))
    : refuse({ kind: 'forbidden', code: 'outcomes.not_a_side' });
}

/** Whether an edition's follow-through page is shown is its organiser's choice. */
export const mayShowFollowThrough = (
  actor: Actor,
  { id, organiser }: { readonly id: Id<'Edition'>; readonly organiser: OfficeId },
): Result<FollowThroughScope> =>
  holds(actor, organiser, 'editor') ? ok(grant<FollowThroughScope>({ office: organiser, editionId: id })) : refuse(forbidden);
