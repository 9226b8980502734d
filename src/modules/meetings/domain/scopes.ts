// Proofs that somebody may do something: the store asks for them, policy.ts alone makes them.
import type { Proof } from '#kernel/grant.ts';
import type { OfficeId } from '#kernel/ids.ts';

/** The actor runs the meetings of this edition: an editor of the organiser's office. */
export interface OrganiserScope extends Proof<'meetings.organiser'> {
  readonly editionId: string;
  readonly office: OfficeId;
}

/** The actor may see what the organiser sees of this edition. */
export interface OverviewScope extends Proof<'meetings.overview'> {
  readonly editionId: string;
  readonly office: OfficeId;
}

/** The actor may say who came to the door of this edition and went. */
export interface DoorScope extends Proof<'meetings.door'> {
  readonly editionId: string;
  readonly office: OfficeId;
}

/** The actor acts for this participant, as one of its own offices or as the organiser; `office` owns what is entered. */
export interface ParticipantScope extends Proof<'meetings.participant'> {
  readonly editionId: string;
  readonly participantId: string;
  readonly office: OfficeId;
  readonly organiser: OfficeId;
  readonly side: 'own' | 'organiser';
  /** Offices of the participant's own side. */
  readonly offices: readonly OfficeId[];
}

/** The actor is this interpreter, or their organiser; `office` owns what is entered. */
export interface InterpreterScope extends Proof<'meetings.interpreter'> {
  readonly editionId: string;
  readonly interpreterId: string;
  readonly office: OfficeId;
  readonly organiser: OfficeId;
  readonly side: 'own' | 'organiser';
}

/**
 * The transaction may read and write as these offices too, for one step that a rule of this module grants:
 * seeing who else is free, booking what both sides asked for, telling those whom a release concerns.
 */
export interface ActingScope extends Proof<'meetings.acting'> {
  readonly offices: readonly OfficeId[];
  readonly writes: boolean;
}
