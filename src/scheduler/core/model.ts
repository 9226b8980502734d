// The planner's facts and its answer, apart: what is given (participants, meetings, slots, places, resources) and what is decided (placements).
// Everything refers to everything by index into its array; `id` is the caller's own name for a thing and is only handed back in reasons.

import type { Params } from '#kernel/result.ts';

/** A span of the timetable. Slots are sorted by time and do not overlap; on one day, slots of the same session follow each other without a long pause. */
export interface Slot {
  readonly id: string;
  readonly day: number;
  /** Part of the day, e.g. 1 morning, 2 afternoon: a meeting of several slots stays within one session. */
  readonly session: number;
  /** Minutes since midnight of the day. */
  readonly startMinute: number;
  readonly lengthMinutes: number;
}

/** Who takes part in meetings. */
export interface Participant {
  readonly id: string;
  /** Meetings at the same time. */
  readonly seats: number;
  /** Slots in which the participant is away. */
  readonly unavailableSlots: readonly number[];
  /** Meetings wished at least. */
  readonly minMeetings: number;
  /** Meetings allowed at most; null = no limit. */
  readonly maxMeetings: number | null;
  /** Languages spoken, e.g. `['en', 'zh']`; empty = not known, never a reason for an interpreter. */
  readonly languages: readonly string[];
  /** A seated participant keeps one place while the others walk. */
  readonly seated: boolean;
  /** The participant's own stand: all their meetings are held there; null = at any open table. */
  readonly ownPlace: number | null;
}

/** Two or more participants who should meet. */
export interface Meeting {
  readonly id: string;
  readonly participants: readonly number[];
  /** How much it is wished, > 0; compared among wants only. */
  readonly weight: number;
  readonly must: boolean;
  /** Slots in which it may begin and go on; null = every slot. */
  readonly allowedSlots: readonly number[] | null;
  readonly pinnedSlot: number | null;
  readonly pinnedPlace: number | null;
  /** Slots in a row. */
  readonly lengthSlots: number;
}

/** One meeting that must have ended before another begins, when both are held. */
export interface Precedence {
  readonly earlier: number;
  readonly later: number;
}

/** Where meetings are held: a table, or a stand with an owner. */
export interface Place {
  readonly id: string;
  /** Meetings at the same time. */
  readonly capacity: number;
  /** Row and column of `walkingMinutes`. */
  readonly zone: number;
  readonly closedSlots: readonly number[];
  /** The participant whose stand it is: only their meetings are held there; null = open to all. */
  readonly owner: number | null;
}

/** Something scarce that a meeting needs: an interpreter, one meeting at a time. */
export interface Resource {
  readonly id: string;
  readonly languages: readonly string[];
  readonly unavailableSlots: readonly number[];
  /** The only place where they work; null = anywhere. */
  readonly place: number | null;
  /** null = nothing was agreed. */
  readonly rest: Rest | null;
}

/** What an interpreter works at most before a rest; what counts as one; and what they work besides, whatever is planned. */
export interface Rest {
  readonly longestMinutes: number;
  /** A pause shorter than this is none. */
  readonly restMinutes: number;
  readonly standing: readonly { readonly day: number; readonly startMinute: number; readonly endMinute: number }[];
}

/** All that is given to the planner. */
export interface Facts {
  readonly slots: readonly Slot[];
  readonly participants: readonly Participant[];
  readonly meetings: readonly Meeting[];
  readonly precedences: readonly Precedence[];
  readonly places: readonly Place[];
  readonly resources: readonly Resource[];
  /** Minutes on foot between zones, `[from][to]`; empty = everything is near. */
  readonly walkingMinutes: readonly (readonly number[])[];
  /** Fairness: by how many breaks any two participants may differ; null = no rule. */
  readonly maxBreakSpread: number | null;
}

/** One decision: a meeting begins in `slot` at `place`, with an interpreter or without. */
export interface Placement {
  readonly meeting: number;
  readonly slot: number;
  readonly place: number;
  readonly resource: number | null;
  /** Set by a person; a plan made anew keeps it. */
  readonly pinned: boolean;
}

/** All decisions of one run; repeatable from `engine` and `seed`. */
export interface Plan {
  readonly engine: string;
  readonly seed: number;
  readonly placements: readonly Placement[];
}

/** Something that speaks against a plan, or in the way of a meeting; `code` and `params` are listed in this library's README. */
export interface Reason {
  readonly code: string;
  /** Ids of things and plain numbers, to fill a sentence. */
  readonly params: Params;
  readonly meetings: readonly number[];
  readonly participants: readonly number[];
  readonly slot?: number;
  readonly place?: number;
  readonly resource?: number;
  /** Whether the plan cannot be held like this; otherwise it is only less good. */
  readonly hard: boolean;
  /** How much, in the unit of its constraint (overbooked seats, lost weight, breaks, minutes). */
  readonly weight: number;
}

/** What a plan is worth, in the strict order of the fields from `unplacedMusts` on: fewer is better, except `weight` of wants placed. */
export interface Value {
  readonly placed: number;
  readonly total: number;
  readonly unplacedMusts: number;
  readonly weight: number;
  /** Meetings missing to the participants' minima, summed. */
  readonly shortfall: number;
  /** Groups of idle slots between meetings of one day, summed over participants. */
  readonly breaks: number;
  /** Most breaks of a participant minus fewest. */
  readonly breakSpread: number;
  /** How often a seated participant has to change places. */
  readonly placeChanges: number;
  readonly walkingMinutes: number;
}
