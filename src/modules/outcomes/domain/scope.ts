// Proofs that somebody may write: the store asks for them, policy.ts alone makes them.
import type { Proof } from '#kernel/grant.ts';
import type { OfficeId } from '#kernel/ids.ts';
import type { EditionId } from '#modules/expos/domain/edition.ts';
import type { OutcomeId } from './outcome.ts';

/** The actor may record outcomes for this office. */
export interface RecordScope extends Proof<'outcomes.record'> {
  readonly office: OfficeId;
}

/** The actor may change this outcome and add to its ledger. */
export interface OutcomeScope extends Proof<'outcomes.outcome'> {
  readonly office: OfficeId;
  readonly outcomeId: OutcomeId;
}

/** The actor may say for an office what it holds of an outcome's figures. */
export interface VoiceScope extends Proof<'outcomes.voice'> {
  readonly office: OfficeId;
  readonly outcomeId: OutcomeId;
}

/** The actor may show the follow-through page of this edition to everybody, and take it back. */
export interface FollowThroughScope extends Proof<'outcomes.follow-through'> {
  readonly office: OfficeId;
  readonly editionId: EditionId;
}

/** The actor may ask for this office what became of its outcomes. */
export interface FollowUpScope extends Proof<'outcomes.follow-up'> {
  readonly office: OfficeId;
}
