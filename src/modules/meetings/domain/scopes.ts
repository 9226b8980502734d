// Proofs that somebody may do something: the store asks for them, policy.ts alone makes them.
import type { OfficeId } from '#kernel/ids.ts';

declare const proof: unique symbol;

/** The actor runs the meetings of this edition: an editor of the organiser's office. */
export interface OrganiserScope {
  readonly editionId: string;
  readonly office: OfficeId;
  readonly [proof]: 'organiser';
}

/** The actor may see what the organiser sees of this edition. */
export interface OverviewScope {
  readonly editionId: string;
  readonly office: OfficeId;
  readonly [proof]: 'overview';
}

/** The actor may say who came to the door of this edition and went. */
export interface DoorScope {
  readonly editionId: string;
  readonly office: OfficeId;
  readonly [proof]: 'door';
}

/** The actor acts for this participant, as one of its own offices or as the organiser; `office` owns what is entered. */
export interface ParticipantScope {
  readonly editionId: string;
  readonly participantId: string;
  readonly office: OfficeId;
  readonly organiser: OfficeId;
  readonly side: 'own' | 'organiser';
  /** Offices of the participant's own side. */
  readonly offices: readonly OfficeId[];
  readonly [proof]: 'participant';
}

/** The actor is this interpreter, or their organiser; `office` owns what is entered. */
export interface InterpreterScope {
  readonly editionId: string;
  readonly interpreterId: string;
  readonly office: OfficeId;
  readonly organiser: OfficeId;
  readonly side: 'own' | 'organiser';
  readonly [proof]: 'interpreter';
}

/**
 * The transaction may read and write as these offices too, for one step that a rule of this module grants:
 * seeing who else is free, booking what both sides asked for, telling those whom a release concerns.
 */
export interface ActingScope {
  readonly offices: readonly OfficeId[];
  readonly writes: boolean;
  readonly [proof]: 'acting';
}
