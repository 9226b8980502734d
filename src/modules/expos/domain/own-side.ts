// What a company or an interpreter says of its own times: of each slot that it can, or cannot, or nothing.
import type { SlotId } from './edition.ts';

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
