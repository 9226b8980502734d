// A stand: the booth that one lead exhibitor holds, with whom it shares it.
import type { StandId } from './edition.ts';
import type { ListingRecord } from './listing.ts';

export interface StandFacts {
  readonly code: string;
  readonly hall: string;
  /** Meetings it can hold at once; 0 when none are held there. */
  readonly seats: number;
  /** m²; null where it is not entered. */
  readonly area: number | null;
}

/** What a stand is as far as nothing is said of it. */
export const blankStand: StandFacts = { code: '', hall: '', seats: 0, area: null };

export interface StandRecord extends StandFacts {
  readonly id: StandId;
  readonly version: number;
}

/** A stand with its exhibitors, the lead first. */
export interface FilledStand extends StandRecord {
  readonly exhibitors: readonly ListingRecord[];
}
