// How much of the time that is allowed for a plan its search may take: the facts are read before it, and what it finds is proven, explained and stored after it.

interface Allowed {
  /** Seconds for all of it. */
  readonly allowed: number;
  /** Seconds that reading has taken, which tell how busy the machine is. */
  readonly read: number;
  readonly meetings: number;
}

/** Of 60,000 meetings proving, explaining and storing take some seven seconds on a machine of two cores. */
const SECONDS_A_MEETING = 0.00012;
/** And at most about three times as long as reading. */
const AS_LONG_AS_READING = 3;

/** Seconds of the search: half of what is allowed at least. */
export const secondsToSearch = ({ allowed, read, meetings }: Allowed): number =>
  Math.max(allowed / 2, allowed - read - Math.max(meetings * SECONDS_A_MEETING, read * AS_LONG_AS_READING));
