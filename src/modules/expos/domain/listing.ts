// What others may know of a participant: the public an exhibitor, offices that take part every participant.
import type { MultilingualText } from '#kernel/language.ts';
import type { ParticipantId, StandId } from './edition.ts';
import type { MeetingPoint, ParticipantRole } from './roster.ts';

export interface ListingRecord {
  readonly participantId: ParticipantId;
  readonly role: ParticipantRole;
  readonly code: string;
  readonly name: MultilingualText;
  readonly country: string | null;
  readonly city: string | null;
  readonly standId: StandId | null;
  readonly standCode: string | null;
  readonly hall: string | null;
  readonly leadsStand: boolean;
  readonly meetsAt: MeetingPoint;
}
