// What is in hand on the page of a plan.
import type { Trouble } from '#client/error.ts';

/** A meeting in hand, and where it is now. */
export interface Taken {
  readonly meetingId: string;
  readonly where: string | null;
  /** Why it was not placed by itself. */
  readonly refused?: Trouble;
}

/** A meeting that is to be shown in the grid. */
export interface Sought {
  readonly meetingId: string;
  readonly startsAt: string;
}
