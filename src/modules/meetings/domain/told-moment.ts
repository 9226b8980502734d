// When something happened, as somebody says it who may have waited for a network and whose clock may differ.
import type { Refusal } from '#kernel/result.ts';

/** How far the clock of whoever tells may be ahead, and how long what they tell may have waited. */
const [ahead, behind] = [15 * 60_000, 12 * 3_600_000];

export const badTime: Refusal = { kind: 'conflict', code: 'meetings.queue_bad_time' };

/** The moment in UTC milliseconds, now where none is said; one that is a little ahead is now. */
export function toldMoment(at: string | undefined, now: number): { readonly at: number; readonly isPossible: boolean } {
  const moment = at === undefined ? now : Date.parse(at);
  return { at: Math.min(now, moment), isPossible: moment - now <= ahead && now - moment <= behind };
}
