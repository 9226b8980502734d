// What others may know of a participant: the public an exhibitor, offices that take part every participant.
import type { Id } from '#kernel/ids.ts';
import type { ParticipantId } from './edition.ts';
import type { ParticipantFacts } from './participant.ts';
import type { Market } from './topic.ts';

export interface ListingRecord extends Pick<
  ParticipantFacts,
  keyof Market | 'role' | 'offer' | 'need' | 'code' | 'name' | 'country' | 'city' | 'standId' | 'leadsStand' | 'meetsAt'
> {
  readonly participantId: ParticipantId;
  readonly organisationId: Id<'Organisation'>;
  readonly standCode: string | null;
  readonly hall: string | null;
}
