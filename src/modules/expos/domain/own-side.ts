// What a company says of its own times: of each slot that it can meet, or cannot, or nothing.
import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import type { EditionId, ParticipantId, SlotId } from './edition.ts';

export const saidTimes = ['can', 'cannot'] as const;
export type SaidTime = (typeof saidTimes)[number];

export interface SaidOfSlot {
  readonly slotId: string;
  readonly says: SaidTime;
}

export interface TimeOfSlot {
  readonly id: SlotId;
  /** UTC milliseconds. */
  readonly start: number;
  readonly end: number;
  readonly says: SaidTime | null;
  /** An absence is on record that touches it. */
  readonly away: boolean;
}

export interface OwnParticipation {
  readonly editionId: EditionId;
  readonly slug: string;
  readonly editionName: MultilingualText;
  readonly venue: MultilingualText;
  readonly timeZone: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly organiser: OfficeId;
  readonly participantId: ParticipantId;
  readonly code: string;
  readonly name: MultilingualText;
  readonly profileSaidAt: Date | null;
  readonly timesSaidAt: Date | null;
}
