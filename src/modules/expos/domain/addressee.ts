// Whom letters with a personal link go to: a participant's company, an interpreter, a speaker. What is the same for all of them.
import type { Id, OfficeId } from '#kernel/ids.ts';
import type { EditionId, InterpreterId, ParticipantId } from './edition.ts';
import type { SpeakerId } from './programme/programme.ts';

export const addressees = ['participants', 'interpreters', 'speakers'] as const;
export type Addressees = (typeof addressees)[number];

/** That of the participant or the interpreter; a speaker has no other. */
export type AddresseeId = Id<'Addressee'> | ParticipantId | InterpreterId | SpeakerId;

interface AddresseeFacts {
  readonly editionId: EditionId;
  readonly version: number;
  readonly organiser: OfficeId;
  /** The company's own office, or the one that stands for the person; null before the first link. */
  readonly officeId: OfficeId | null;
  /** A company's; of persons it is not known. */
  readonly country: string | null;
  /** When they last said when they can; a speaker, whether they come. */
  readonly saidAt: Date | null;
}

/** One of them, by what they are. */
export type Addressee = AddresseeFacts &
  (
    | { readonly whom: 'participants'; readonly id: ParticipantId }
    | { readonly whom: 'interpreters'; readonly id: InterpreterId }
    | { readonly whom: 'speakers'; readonly id: SpeakerId }
  );
