// What the live queue is told: who takes part, where talks are held, who interprets, and what happens. Times are minutes since midnight of the day.
// As in the planner, things refer to each other by index into their array; `id` is the caller's own name for them.

/** Somebody who takes part: who sits stays at a table, the others are called there. */
export interface QueueParticipant {
  readonly id: string;
  readonly seated: boolean;
  /** Talks at the same time. */
  readonly seats: number;
  /** Empty = not known, never a reason for an interpreter. */
  readonly languages: readonly string[];
  /** Of one who sits: the only tables they use; null = any table that nobody calls theirs. Not looked at for the others. */
  readonly tables: readonly number[] | null;
  /** When they are expected to come and to go. */
  readonly from: number;
  readonly until: number;
}

export interface QueueTable {
  readonly id: string;
  /** Talks at the same time. */
  readonly capacity: number;
}

/** One talk at a time. */
export interface QueueInterpreter {
  readonly id: string;
  readonly languages: readonly string[];
  /** The only table where they work; null = anywhere. */
  readonly table: number | null;
  readonly from: number;
  readonly until: number;
  /** Minutes at a stretch, from the first call to the last word; null or absent = nothing agreed. */
  readonly longestMinutes?: number | null | undefined;
  /** A pause of this many minutes ends a stretch; absent: a quarter of an hour. */
  readonly restMinutes?: number | null | undefined;
}

/** The wish of one who sits and one who does not to talk, once. */
export interface QueueRequest {
  readonly id: string;
  readonly seated: number;
  readonly rotating: number;
  readonly must: boolean;
  /** How much it is wished, > 0; compared among wants only, 1 is usual. */
  readonly weight: number;
}

/** How long talks last. */
export interface TalkMinutes {
  readonly shortest: number;
  readonly usual: number;
  readonly longest: number;
}

export interface QueueFacts {
  readonly participants: readonly QueueParticipant[];
  readonly tables: readonly QueueTable[];
  readonly interpreters: readonly QueueInterpreter[];
  readonly requests: readonly QueueRequest[];
  /** Nobody is called from then on. */
  readonly closesAt: number;
  readonly talkMinutes: TalkMinutes;
  /** From the call until the talk begins. */
  readonly changeMinutes: number;
}

/** What happens. Who joins, interpreters too, and what is requested during the day take the next index. */
export type QueueEvent =
  | { readonly kind: 'join'; readonly participant: QueueParticipant }
  | { readonly kind: 'arrive'; readonly participant: number; readonly until?: number }
  /** Not to be called any more; a talk that is under way goes on. Who comes back arrives again. */
  | { readonly kind: 'leave'; readonly participant: number }
  | { readonly kind: 'request'; readonly request: QueueRequest }
  | { readonly kind: 'withdraw'; readonly request: number }
  | { readonly kind: 'call'; readonly request: number; readonly table: number; readonly interpreter: number | null }
  /** The call came to nothing; the request waits again. */
  | { readonly kind: 'callOff'; readonly request: number }
  | { readonly kind: 'talkBegins'; readonly request: number }
  | { readonly kind: 'talkEnds'; readonly request: number }
  /** A person holds the pair back until that minute; null lets it go. */
  | { readonly kind: 'hold'; readonly request: number; readonly until: number | null }
  /** Not here until they come. */
  | { readonly kind: 'interpreterJoins'; readonly interpreter: QueueInterpreter }
  | { readonly kind: 'interpreterComes'; readonly interpreter: number; readonly until?: number }
  | { readonly kind: 'interpreterGoes'; readonly interpreter: number }
  | { readonly kind: 'tableOpens'; readonly table: number }
  | { readonly kind: 'tableCloses'; readonly table: number }
  /** Calls end at another minute; whoever is expected to the end stays to that one. */
  | { readonly kind: 'closesAt'; readonly minute: number };

/** Who is to be called where. */
export interface Seating {
  readonly request: number;
  readonly table: number;
  readonly interpreter: number | null;
}
