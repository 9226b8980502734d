// What is in hand on the page of a plan.

/** A meeting in hand, and where it is now. */
export interface Taken {
  readonly meetingId: string;
  readonly where: string | null;
}

/** A meeting that is to be shown in the grid. */
export interface Sought {
  readonly meetingId: string;
  readonly startsAt: string;
}
