// What follows from the rules before any search: slots are closed to meetings until nothing changes, or a rule is found that cannot be kept.

import { dayPatternsOf, type DayPatterns } from './day-patterns.ts';
import { pruneByMatching } from './matching.ts';
import { slotsIn, type BreakRange, type PairProblem } from './pair-problem.ts';
import { keepOrders } from './orders.ts';

/** Why no plan holds every meeting; codes and params are listed in this library's README, people and meetings are indices. */
export interface Obstacle {
  readonly code: string;
  readonly params: Readonly<Record<string, number>>;
}

/** What presolve leaves: fewer open slots and every person's possible days; or why there is no plan. */
export type Presolved =
  | { readonly feasible: true; readonly problem: PairProblem; readonly days: readonly DayPatterns[] }
  | { readonly feasible: false; readonly obstacle: Obstacle };

const impossible = (code: string, params: Obstacle['params']): Obstacle => ({ code: `scheduler.${code}`, params });

type Round = { readonly closed: number } | Obstacle;
const isObstacle = (round: Round): round is Obstacle => 'code' in round;

const close = (domain: Uint8Array | undefined, slot: number): number => {
  if (domain?.[slot] !== 1) return 0;
  domain[slot] = 0;
  return 1;
};

const emptyDomain = ({ domains }: PairProblem): Obstacle | null => {
  const meeting = domains.findIndex((domain) => !domain.includes(1));
  return meeting < 0 ? null : impossible('no_slot', { meeting });
};

/** Tells for whom there is something new since they were last looked at: slots are closed and never opened, so that their number tells. */
type News = (participant: number, meetings: readonly number[]) => boolean;

const newsOf = ({ domains }: PairProblem): News => {
  const seen = new Map<number, number>();
  return (participant, meetings) => {
    const open = meetings.reduce((sum, meeting) => sum + (domains[meeting]?.reduce((a, b) => a + b, 0) ?? 0), 0);
    if (seen.get(participant) === open) return false;
    seen.set(participant, open);
    return true;
  };
};

const byMatching = ({ domains, meetingsOf }: PairProblem, isNew: News): Round => {
  let closed = 0;
  for (const [participant, meetings] of meetingsOf.entries()) {
    if (!isNew(participant, meetings)) continue;
    const result = pruneByMatching(domains, meetings);
    if (typeof result === 'number') closed += result;
    else {
      const slots = new Set(result.flatMap((meeting) => slotsIn(domains[meeting]))).size;
      return impossible('crowd', { participant, count: result.length, slots });
    }
  }
  return { closed };
};

const byOrders = (problem: PairProblem): Round => {
  const closed = keepOrders(problem);
  return typeof closed === 'number' ? { closed } : impossible('order', { earlier: closed[0], later: closed[1] });
};

/** Slots that fixed meetings fill are closed to the others. */
const byTables = ({ domains, capacity }: PairProblem): Round => {
  const fixed = capacity.map(() => 0);
  const only = domains.map((domain) => (slotsIn(domain).length === 1 ? domain.indexOf(1) : -1));
  for (const slot of only) if (slot >= 0) fixed[slot] = (fixed[slot] ?? 0) + 1;
  let closed = 0;
  for (const [slot, count] of fixed.entries()) {
    const tables = capacity[slot] ?? 0;
    if (count > tables) return impossible('tables', { slot, count, tables });
    if (count === tables) domains.forEach((domain, meeting) => (closed += only[meeting] === slot ? 0 : close(domain, slot)));
  }
  return { closed };
};

/** Slots that are busy in no possible day of a person are closed to their meetings. */
const byDays = (problem: PairProblem, range: BreakRange, days: DayPatterns[], isNew: News): Round => {
  let closed = 0;
  for (const [participant, meetings] of problem.meetingsOf.entries()) {
    if (!isNew(participant, meetings)) continue;
    const found = dayPatternsOf(problem.domains, meetings, problem.slots, range);
    if (found === null) return impossible('breaks', { participant, count: meetings.length, ...range });
    days[participant] = found;
    found.mayBeBusy.forEach((busy, slot) => {
      if (!busy) for (const meeting of meetings) closed += close(problem.domains[meeting], slot);
    });
  }
  return { closed };
};

/** People who cannot but be busy must have tables. */
const tooManyBusy = ({ capacity }: PairProblem, days: readonly DayPatterns[]): Obstacle | null => {
  for (const [slot, tables] of capacity.entries()) {
    const count = days.filter(({ mayBeIdle }) => mayBeIdle[slot] !== true).length;
    if (count > 2 * tables) return impossible('tables_for_people', { slot, count, tables });
  }
  return null;
};

/** Closes what cannot be, to a fixpoint, for plans in which every person's breaks lie within the range; the given problem is left as it is. */
export const presolve = (given: PairProblem, range: BreakRange): Presolved => {
  const problem = { ...given, domains: given.domains.map((domain) => domain.slice()) };
  const days: DayPatterns[] = [];
  const refuse = (obstacle: Obstacle): Presolved => ({ feasible: false, obstacle });
  const seats = given.capacity.reduce((sum, tables) => sum + tables, 0);
  if (given.pairs.length > seats) return refuse(impossible('too_few_tables', { count: given.pairs.length, seats }));
  const forMatching = newsOf(problem);
  const forDays = newsOf(problem);
  const rules = [
    () => byOrders(problem),
    () => byTables(problem),
    () => byMatching(problem, forMatching),
    () => byDays(problem, range, days, forDays),
  ];
  for (;;) {
    let closed = 0;
    for (const rule of rules) {
      const empty = emptyDomain(problem);
      if (empty !== null) return refuse(empty);
      const round = rule();
      if (isObstacle(round)) return refuse(round);
      closed += round.closed;
    }
    if (closed === 0) break;
  }
  const crowded = emptyDomain(problem) ?? tooManyBusy(problem, days);
  return crowded === null ? { feasible: true, problem, days } : refuse(crowded);
};
