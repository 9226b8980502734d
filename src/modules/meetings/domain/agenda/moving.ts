// Whether and until when the two sides of a meeting may agree on another time, and how a proposal stands.

/** A proposal that nobody answers lapses after a day at the latest. */
const longestOpen = 24 * 3_600_000;

export interface Times {
  /** When the meeting begins now, and when it would; UTC milliseconds. */
  readonly now: number;
  readonly then: number;
}

/** Until when a move can be agreed by the edition's rule; null: not at all. */
export const agreedUntil = ({ now, then }: Times, movesUntilMinutes: number | null): number | null =>
  movesUntilMinutes === null ? null : Math.min(now, then) - movesUntilMinutes * 60_000;

/** When a proposal of this moment lapses; null where it is too late, or no move can be agreed. */
export function lapsesAt(times: Times, movesUntilMinutes: number | null, proposedAt: number): number | null {
  const until = agreedUntil(times, movesUntilMinutes);
  return until === null || until <= proposedAt ? null : Math.min(until, proposedAt + longestOpen);
}

/** Whose answer a proposal waits for: that of the organiser where the other side cannot be told, or where no time is named. */
export type MoveAsks = 'other_side' | 'organiser';
export type MoveWants = 'move' | 'cancel';

/** agreed: the other side of one of two meetings that change times has agreed, and that of the other has not yet. */
export type MoveState = 'open' | 'agreed' | 'accepted' | 'declined' | 'withdrawn';

/** Whether something can still come of it. */
export const isStanding = (state: MoveState | 'lapsed'): boolean => state === 'open' || state === 'agreed';

/** A proposal that is open no longer counts once it has lapsed, or once the meeting was moved or cancelled meanwhile. */
export const stateOf = (
  { state, lapsesAt: at, fromSlot }: { readonly state: MoveState; readonly lapsesAt: number; readonly fromSlot: string },
  now: number,
  standsIn: string | null,
): MoveState | 'lapsed' => (isStanding(state) && (at <= now || standsIn !== fromSlot) ? 'lapsed' : state);
