// Proofs that somebody may write: the store asks for them, policy.ts alone makes them.
import type { OfficeId } from '#kernel/ids.ts';
import type { EditionId } from '#modules/expos/domain/edition.ts';
import type { OutcomeId } from './outcome.ts';

declare const proof: unique symbol;

/** The actor may record outcomes for this office. */
export interface RecordScope {
  readonly office: OfficeId;
  readonly [proof]: 'record';
}

/** The actor may change this outcome and add to its ledger. */
export interface OutcomeScope {
  readonly office: OfficeId;
  readonly outcomeId: OutcomeId;
  readonly [proof]: 'outcome';
}

/** The actor may say for an office what it holds of an outcome's figures. */
export interface VoiceScope {
  readonly office: OfficeId;
  readonly outcomeId: OutcomeId;
  readonly [proof]: 'voice';
}

/** The actor may show the follow-through page of this edition to everybody, and take it back. */
export interface FollowThroughScope {
  readonly office: OfficeId;
  readonly editionId: EditionId;
  readonly [proof]: 'follow-through';
}

/** The actor may ask for this office what became of its outcomes. */
export interface FollowUpScope {
  readonly office: OfficeId;
  readonly [proof]: 'follow-up';
}
