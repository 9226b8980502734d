// The live queue of one day as it is kept: what was known when it opened, and all that has happened since. Times are minutes since midnight at the
// venue, instants UTC milliseconds; things are named by id, since both outlive the order of any list.
import type { MultilingualText } from '#kernel/language.ts';
import type { Sentence } from '../planning/sentences.ts';

export interface QueuePerson {
  readonly id: string;
  /** The number that is called. */
  readonly code: string;
  readonly name: MultilingualText;
  readonly country: string | null;
  /** Exhibitors sit, buyers are called to them. */
  readonly role: 'exhibitor' | 'buyer';
  readonly seats: number;
  readonly languages: readonly string[];
  /** Of one who sits: their own places; null = any table that is nobody’s own. */
  readonly placeIds: readonly string[] | null;
  readonly from: number;
  readonly until: number;
}

export interface QueuePlace {
  readonly id: string;
  readonly code: string;
  readonly kind: 'table' | 'stand';
  readonly hall: string;
  readonly seats: number;
}

export interface QueueInterpreterFacts {
  readonly id: string;
  readonly name: string;
  readonly languages: readonly string[];
  /** The only place where they work; null = anywhere. */
  readonly placeId: string | null;
  readonly from: number;
  readonly until: number;
  /** How long they interpret at a stretch, and what ends one; a queue opened before this was kept has neither. */
  readonly longestMinutes?: number | null | undefined;
  readonly restMinutes?: number | null | undefined;
}

export interface QueueWish {
  /** The meeting that follows from the requests of both sides. */
  readonly meetingId: string;
  readonly seatedId: string;
  readonly rotatingId: string;
  readonly must: boolean;
}

/** unscheduled: only meetings that the schedule in force does not hold; all: these as well. */
export type QueuePairs = 'unscheduled' | 'all';

/** How the queue of a day goes; lengths in minutes. */
export interface QueueRules {
  readonly opensAt: number;
  readonly closesAt: number;
  readonly talkMinutes: { readonly shortest: number; readonly usual: number; readonly longest: number };
  /** From the call until the talk begins. */
  readonly changeMinutes: number;
  /** A call stands this long before it is shown, so that a person can hold it. */
  readonly standsSeconds: number;
}

/** All that is known when the queue opens. */
export interface QueueOpening extends QueueRules {
  /** Whose wishes it calls; a queue opened before this was asked has none and calls all. */
  readonly pairs?: QueuePairs;
  /** Midnight at the venue. */
  readonly midnight: number;
  readonly people: readonly QueuePerson[];
  readonly places: readonly QueuePlace[];
  readonly interpreters: readonly QueueInterpreterFacts[];
  readonly wishes: readonly QueueWish[];
}

/** Why a call was called off: a person held or overruled it, somebody did not come or left, the wish was withdrawn, the queue ended. */
export type CallOffCause = 'held' | 'overruled' | 'not_here' | 'left' | 'withdrawn' | 'closed';

export type QueueState = 'open' | 'paused' | 'closed';

/** What happened, as it is kept. */
export type QueueEvent =
  | { readonly kind: 'join'; readonly person: QueuePerson }
  | { readonly kind: 'arrive'; readonly participantId: string; readonly until: number | null }
  | { readonly kind: 'leave'; readonly participantId: string }
  | { readonly kind: 'wish'; readonly wish: QueueWish }
  | { readonly kind: 'withdraw'; readonly meetingId: string }
  | {
      readonly kind: 'call';
      readonly talkId: string;
      readonly meetingId: string;
      readonly placeId: string;
      readonly interpreterId: string | null;
      /** When it is shown. */
      readonly goesOutAt: number;
      readonly reasons: readonly Sentence[];
      /** Why a person called them; null where the queue did. */
      readonly because: string | null;
    }
  | { readonly kind: 'callOff'; readonly talkId: string; readonly cause: CallOffCause; readonly because: string | null }
  | { readonly kind: 'begin'; readonly talkId: string }
  | { readonly kind: 'end'; readonly talkId: string }
  | { readonly kind: 'hold'; readonly meetingId: string; readonly until: number; readonly because: string }
  | { readonly kind: 'letGo'; readonly meetingId: string }
  | { readonly kind: 'placeOpens' | 'placeCloses'; readonly placeId: string }
  | { readonly kind: 'interpreterJoins'; readonly interpreter: QueueInterpreterFacts }
  /** `until`: until when they stay; a queue before it was asked says nothing of it. */
  | { readonly kind: 'interpreterComes'; readonly interpreterId: string; readonly until?: number | null }
  | { readonly kind: 'interpreterGoes'; readonly interpreterId: string }
  | { readonly kind: 'state'; readonly state: QueueState }
  /** From when to when it calls, otherwise than it was opened with. */
  | { readonly kind: 'hours'; readonly opensAt: number; readonly closesAt: number };

export interface KeptEvent {
  readonly id: string;
  readonly number: number;
  readonly at: number;
  readonly event: QueueEvent;
}

/** What somebody at the desk, at a table or at the door says has happened, or the organiser decides. */
export type Happening =
  | { readonly kind: 'arrive'; readonly participantId: string; readonly until?: number | undefined }
  | { readonly kind: 'leave'; readonly participantId: string }
  | { readonly kind: 'begin'; readonly talkId: string }
  | { readonly kind: 'end'; readonly talkId: string }
  | { readonly kind: 'notHere'; readonly talkId: string; readonly participantId: string }
  | { readonly kind: 'hold'; readonly talkId: string; readonly minutes: number; readonly reason: string }
  | { readonly kind: 'letGo'; readonly meetingId: string }
  | {
      readonly kind: 'call';
      readonly meetingId: string;
      readonly placeId: string;
      readonly interpreterId: string | null;
      readonly reason: string;
      readonly insteadOf?: string | undefined;
    }
  | { readonly kind: 'placeOpens' | 'placeCloses'; readonly placeId: string }
  | { readonly kind: 'interpreterComes'; readonly interpreterId: string; readonly until?: number | undefined }
  | { readonly kind: 'interpreterGoes'; readonly interpreterId: string }
  /** Instants. */
  | { readonly kind: 'hours'; readonly opensAt: number; readonly closesAt: number };
