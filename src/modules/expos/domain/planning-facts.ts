// What planning and the schedule need to know of an edition; instants are UTC milliseconds.
import type { OfficeId } from '#kernel/ids.ts';
import type { Interval } from '#kernel/intervals.ts';
import type { MultilingualText } from '#kernel/language.ts';
import type { EditionId, GroupId, InterpreterId, ParticipantId, PlaceRecord, SlotRecord, StandId } from './edition.ts';
import type { Walk } from './floor/plan.ts';
import type { ParticipantFacts } from './participant.ts';
import type { Absence, GroupKind } from './roster.ts';

export interface PlanningParticipant extends Omit<ParticipantFacts, 'officeId' | 'listed'> {
  readonly id: ParticipantId;
  /** Offices that act for it besides the organiser: the company's, and those that lead its group or one above. */
  readonly offices: readonly OfficeId[];
  /** The hall of its own stand, whether or not meetings are held there; null without a stand. */
  readonly standHall: string | null;
  readonly withdrawn: boolean;
  readonly away: readonly Absence[];
}

export interface PlanningInterpreter {
  readonly id: InterpreterId;
  readonly name: string;
  readonly languages: readonly string[];
  readonly away: readonly Absence[];
  /** What they interpret at most without a rest, in minutes; null: nothing was agreed. */
  readonly longestMinutes: number | null;
  /** How long a pause has to be to be a rest, in minutes; null: as usual. */
  readonly restMinutes: number | null;
  /** The office that stands for them; null as long as nobody has written to them. */
  readonly office: OfficeId | null;
}

export interface PlanningStand {
  readonly id: StandId;
  readonly code: string;
  readonly hall: string;
  readonly seats: number;
}

export interface PlanningGroup {
  readonly id: GroupId;
  readonly code: string;
  readonly kind: GroupKind;
  readonly name: MultilingualText;
  readonly parentId: GroupId | null;
  readonly leadOffice: OfficeId | null;
}

export interface HallFacts {
  readonly id: EditionId;
  readonly slug: string;
  readonly version: number;
  readonly organiser: OfficeId;
  readonly name: MultilingualText;
  readonly venue: MultilingualText;
  readonly timeZone: string;
  readonly firstDay: string;
  readonly lastDay: string;
  /** In order of time. */
  readonly slots: readonly SlotRecord[];
  /** Tables by number, then stands by code. */
  readonly places: readonly PlaceRecord[];
  /** Minutes on foot between halls, as far as they were entered. */
  readonly walks: readonly Walk[];
  /** By code, the withdrawn ones included. */
  readonly participants: readonly PlanningParticipant[];
  /** What the released programme takes people for; without those of whom no time is known. */
  readonly programme: readonly ProgrammeSpan[];
}

/** An item of the released programme and whom it takes: a seat of each participant, once for each speaker, and the interpreters. */
export interface ProgrammeSpan extends Interval {
  readonly itemId: string;
  readonly title: MultilingualText;
  readonly room: MultilingualText | null;
  readonly participants: readonly string[];
  readonly interpreters: readonly string[];
}

/** The same with those who interpret, by name: of a whole edition or of a part of it. */
export interface BoardFacts extends HallFacts {
  readonly interpreters: readonly PlanningInterpreter[];
}

export interface PlanningFacts extends BoardFacts {
  /** Offices that take part: thousands at a large edition. */
  readonly offices: readonly OfficeId[];
  /** By code. */
  readonly stands: readonly PlanningStand[];
  /** By code. */
  readonly groups: readonly PlanningGroup[];
}
