// What planning and the current schedule need to know of an edition; instants are UTC milliseconds.
import type { OfficeId } from '#kernel/ids.ts';
import type { Interval } from '#kernel/intervals.ts';
import type { MultilingualText } from '#kernel/language.ts';
import type { NameOrder } from '#modules/organisations/domain/contact.ts';
import type { Walk } from '#modules/expos/domain/floor/plan.ts';
import type { ProgrammeSpan } from '#modules/expos/domain/planning-facts.ts';

export interface EditionSlot extends Interval {
  readonly id: string;
  readonly number: number;
  readonly session: number;
}

export interface EditionPlace {
  readonly id: string;
  readonly kind: 'table' | 'stand';
  readonly code: string;
  readonly hall: string;
  /** Meetings at once. */
  readonly seats: number;
  readonly standId: string | null;
  readonly closedSlots: readonly string[];
}

export interface Away extends Interval {
  readonly reason: string;
  /** The item of the programme that they are away for. */
  readonly itemId?: string;
}

export interface Person {
  readonly surname: string;
  readonly givenName: string;
  /** As it was entered; what was released before agendas kept it has none. */
  readonly nameOrder?: NameOrder | undefined;
  readonly post: string;
  /** How a name in Chinese characters is said, where that is sure. */
  readonly spoken?: string | undefined;
}

export interface EditionParticipant {
  readonly id: string;
  readonly code: string;
  readonly name: MultilingualText;
  readonly country: string | null;
  readonly role: 'exhibitor' | 'buyer';
  /** Meetings at once. */
  readonly seats: number;
  /** BCP-47 tags in order of preference; empty: not known. */
  readonly languages: readonly string[];
  readonly minMeetings: number | null;
  readonly maxMeetings: number | null;
  readonly groupId: string | null;
  readonly standId: string | null;
  /** The hall of their own stand, whether or not meetings are held there. */
  readonly standHall: string | null;
  /** Whether it holds the stand for others. */
  readonly leadsStand: boolean;
  readonly meetsAt: 'table' | 'stand';
  /** Offices that act for the participant: the company's and that of its group's lead. */
  readonly offices: readonly OfficeId[];
  /** The first of them first. */
  readonly contacts: readonly Person[];
  readonly withdrawn: boolean;
  readonly away: readonly Away[];
}

export interface EditionInterpreter {
  readonly id: string;
  readonly name: string;
  readonly languages: readonly string[];
  readonly away: readonly (Interval & Partial<Away>)[];
  /** What they interpret at most without a rest, in minutes; null or absent: nothing was agreed. */
  readonly longestMinutes?: number | null;
  /** How long a pause has to be to be a rest, in minutes; null or absent: as usual. */
  readonly restMinutes?: number | null;
  /** Meetings that they have interpreted where what has been is no more among the slots. */
  readonly worked?: readonly Interval[];
  /** The office that stands for them; null or absent as long as nobody has written to them. */
  readonly office?: OfficeId | null;
}

export interface EditionGroup {
  readonly id: string;
  readonly code: string;
  readonly kind: 'delegation' | 'trading_group';
  readonly name: MultilingualText;
  readonly parentId: string | null;
  readonly leadOffice: OfficeId | null;
}

export interface EditionStand {
  readonly id: string;
  readonly code: string;
  readonly hall: string;
}

/** An edition with its times and places, and those of its participants who were asked for. */
export interface EditionHall {
  readonly id: string;
  readonly slug: string;
  readonly organiser: OfficeId;
  readonly name: MultilingualText;
  readonly venue: MultilingualText;
  readonly timeZone: string;
  /** Sorted by time. */
  readonly slots: readonly EditionSlot[];
  /** Minutes on foot between halls, as far as they were entered. */
  readonly walks: readonly Walk[];
  /** Tables by number, then stands by code. */
  readonly places: readonly EditionPlace[];
  /** By code. */
  readonly participants: readonly EditionParticipant[];
  /** What the released programme takes people for: among the absences of those above already. */
  readonly programme?: readonly ProgrammeSpan[];
}

/** The same with those who interpret: all that meetings are held against, of a whole edition or of the part around a few meetings. */
export interface EditionBoard extends EditionHall {
  readonly interpreters: readonly EditionInterpreter[];
}

export interface EditionFacts extends EditionBoard {
  /** Offices that take part. */
  readonly offices: readonly OfficeId[];
  /** All of them, meetings there or not. */
  readonly stands: readonly EditionStand[];
  readonly groups: readonly EditionGroup[];
}

export type PositiveWish = 'must' | 'want';
export type Wish = PositiveWish | 'no';

/** What the planner places: two participants, what each side wished, and what is settled. */
export interface Meeting {
  readonly id: string;
  readonly number: number;
  readonly a: string;
  readonly b: string;
  /** The n-th meeting of these two, from 1. */
  readonly round: number;
  readonly wishOfA: PositiveWish | null;
  readonly wishOfB: PositiveWish | null;
  readonly session: number | null;
  readonly fixedSlot: string | null;
}

/** Meeting `earlier` must have ended before meeting `later` begins. */
export interface MeetingOrder {
  readonly earlier: string;
  readonly later: string;
}

/** Where and when a meeting is put. */
export interface Placed {
  readonly meetingId: string;
  readonly slotId: string;
  readonly placeId: string;
  readonly interpreterId: string | null;
  readonly pinned: boolean;
}

/** The stronger of the two sides' wishes. */
export const wishOf = (meeting: Pick<Meeting, 'wishOfA' | 'wishOfB'>): PositiveWish =>
  meeting.wishOfA === 'must' || meeting.wishOfB === 'must' ? 'must' : 'want';

/** The other side of a meeting; null when the participant is not in it. */
export const otherSide = (meeting: Pick<Meeting, 'a' | 'b'>, participant: string): string | null =>
  meeting.a === participant ? meeting.b : meeting.b === participant ? meeting.a : null;
