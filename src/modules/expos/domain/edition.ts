// What an edition is, and which facts of it can be together.
import { contains, type Interval } from '#kernel/intervals.ts';
import type { Id, OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import type { Problem } from '#kernel/result.ts';
import { limits } from './limits.ts';
import { daysBetween, editionSpan } from './venue-time.ts';

export type EditionId = Id<'Edition'>;
export type ExpoId = Id<'Expo'>;
export type SlotId = Id<'Slot'>;
export type PlaceId = Id<'Place'>;
export type StandId = Id<'Stand'>;
export type GroupId = Id<'Group'>;
export type ParticipantId = Id<'Participant'>;
export type InterpreterId = Id<'Interpreter'>;

export type Visibility = 'private' | 'shared' | 'public';

/** What is said of an edition; days are dates at the venue, both inclusive. */
export interface EditionFacts {
  readonly name: MultilingualText;
  readonly venue: MultilingualText;
  readonly description: MultilingualText | null;
  readonly website: string | null;
  readonly timeZone: string;
  readonly firstDay: string;
  readonly lastDay: string;
  /** The expo over the years that it is one of; null where none is named. */
  readonly expoId: ExpoId | null;
}

/** An expo over the years. */
export interface ExpoRecord {
  readonly id: ExpoId;
  readonly version: number;
  readonly name: MultilingualText;
  readonly organiser: OfficeId;
}

export interface EditionCounts {
  readonly exhibitors: number;
  /** Null to whoever takes no part: the directory shows them none. */
  readonly buyers: number | null;
  readonly countries: number;
  readonly stands: number;
}

/** An edition on record. */
export interface EditionRecord extends EditionFacts {
  readonly id: EditionId;
  readonly version: number;
  readonly slug: string;
  readonly organiser: OfficeId;
  readonly visibility: Visibility;
  readonly counts: EditionCounts;
  readonly publishedAt: Date | null;
  /** Since when no list holds it; never while it is public. */
  readonly archivedAt: Date | null;
  /** Null where none is named, or the reader cannot see it. */
  readonly expoName: MultilingualText | null;
  readonly updatedAt: Date;
}

export interface SlotRecord extends Interval {
  readonly id: SlotId;
  readonly number: number;
  readonly session: number;
}

/** A table (with number) or a stand at which meetings are held. */
export interface PlaceRecord {
  readonly id: PlaceId;
  readonly kind: 'table' | 'stand';
  readonly number: number | null;
  readonly code: string;
  readonly hall: string;
  /** Meetings at once. */
  readonly seats: number;
  readonly standId: StandId | null;
  readonly closedSlots: readonly SlotId[];
}

/** Whether the days of an edition make sense. */
export function dayProblems({ firstDay, lastDay }: Pick<EditionFacts, 'firstDay' | 'lastDay'>): readonly Problem[] {
  if (lastDay < firstDay) return [{ path: ['lastDay'], code: 'expos.last_day_before_first' }];
  if (daysBetween(firstDay, lastDay).length > limits.editionDays)
    return [{ path: ['lastDay'], code: 'expos.edition_too_long', params: { max: limits.editionDays } }];
  return [];
}

/** Slots that exist must stay inside the days, also when the days or the zone change. */
export function straySlotProblems(
  edition: Pick<EditionFacts, 'firstDay' | 'lastDay' | 'timeZone'>,
  slots: readonly Interval[],
): readonly Problem[] {
  const bounds = editionSpan(edition);
  const count = slots.filter((slot) => !contains(bounds, slot)).length;
  return count === 0 ? [] : [{ path: ['lastDay'], code: 'expos.slots_outside_edition', params: { count } }];
}
