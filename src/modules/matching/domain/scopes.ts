// Proofs that somebody may do something: the store asks for them, policy.ts alone makes them.
import type { Proof } from '#kernel/grant.ts';
import type { OfficeId } from '#kernel/ids.ts';
import type { EditionId, ParticipantId } from '#modules/expos/domain/edition.ts';

/** The actor runs this edition. */
export interface OrganiserScope extends Proof<'matching.organiser'> {
  readonly editionId: EditionId;
  readonly office: OfficeId;
}

/** The actor acts for this participant, as one of its own offices or as the organiser; `office` owns what is said. */
export interface SideScope extends Proof<'matching.side'> {
  readonly editionId: EditionId;
  readonly participantId: ParticipantId;
  readonly office: OfficeId;
  readonly organiser: OfficeId;
  readonly side: 'own' | 'organiser';
  /** Offices of the participant's own side. */
  readonly offices: readonly OfficeId[];
}

/** The actor changes what an office of theirs has entered, or enters more. */
export interface OfficeScope extends Proof<'matching.office'> {
  readonly office: OfficeId;
}

/** The transaction may read and write as these offices too, for one step that a rule of this module grants. */
export interface ActingScope extends Proof<'matching.acting'> {
  readonly offices: readonly OfficeId[];
  readonly writes: boolean;
}
