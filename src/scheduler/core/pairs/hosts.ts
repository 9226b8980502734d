// Days of two sides: a few busy people ("hosts") whom all the others meet. Tables counted in hosts, beside the count of busy people.

import { atLeast, counterOf, no, yes, type Clauses } from './clauses.ts';
import type { PairProblem } from './pair-problem.ts';

/**
 * Gives every meeting to one of its two people: again and again the person with most meetings not yet given takes them all
 * (a greedy vertex cover). Per person the meetings given to them; nothing for most people where there are hosts.
 */
export const givenTo = ({
  people,
  meetingsOf,
  pairs,
}: Pick<PairProblem, 'people' | 'meetingsOf' | 'pairs'>): readonly (readonly number[])[] => {
  const given: number[][] = Array.from({ length: people }, () => []);
  const left = meetingsOf.map((meetings) => new Set(meetings));
  for (let open = pairs.length; open > 0;) {
    let most = 0;
    for (let person = 1; person < people; person += 1) if ((left[person]?.size ?? 0) > (left[most]?.size ?? 0)) most = person;
    const own = [...(left[most] ?? [])];
    if (own.length === 0) break;
    given[most] = own;
    open -= own.length;
    for (const meeting of own) for (const person of pairs[meeting] ?? []) left[person]?.delete(meeting);
  }
  return given;
};

/** From this share of meetings on that belong to people who host all of theirs, hosts are few enough to be counted. */
const FEW = 0.75;

/** Whether the day has two sides; elsewhere counting hosts only costs. */
export const hasHosts = (
  { meetingsOf, pairs }: Pick<PairProblem, 'meetingsOf' | 'pairs'>,
  given: readonly (readonly number[])[],
): boolean => {
  const whole = given.reduce((sum, own, person) => sum + (own.length === meetingsOf[person]?.length ? own.length : 0), 0);
  return pairs.length > 0 && whole >= FEW * pairs.length;
};

interface HostDay {
  readonly person: number;
  /** Per slot whether the person is busy. */
  readonly busy: readonly number[];
}

/**
 * The literal that says a host holds one of the meetings given to them in a slot. Where all their meetings that are open then are given to them
 * it is the busy literal itself, on which counts and breaks hang: with fresh equivalent ones the solver is slower by far.
 */
const holding = (clauses: Clauses, busy: number, own: readonly number[], all: readonly number[]): number => {
  if (own.length === 0) return no;
  if (own.length === all.length) return busy;
  const [only] = own;
  if (own.length === 1 && only !== undefined) return only;
  const literal = clauses.fresh();
  for (const held of own) clauses.add(-held, literal);
  clauses.add(-literal, ...own);
  return literal;
};

/**
 * Per slot no more hosts at tables than there are tables, where the count of busy people says anything at all. Sound, since every meeting has one
 * host: hosts busy with meetings given to them are the meetings of the slot.
 */
export const addHosts = (
  clauses: Clauses,
  problem: PairProblem,
  days: readonly HostDay[],
  heldAt: readonly (readonly number[])[],
): void => {
  const given = givenTo(problem);
  if (!hasHosts(problem, given)) return;
  const open = (meetings: readonly number[], slot: number): readonly number[] =>
    meetings.map((meeting) => heldAt[meeting]?.[slot] ?? no).filter((literal) => literal !== no);
  problem.capacity.forEach((tables, slot) => {
    const people = days.map(({ busy }) => busy[slot] ?? no).filter((literal) => literal !== no);
    if (people.length <= 2 * tables) return;
    const hosts = days.map(({ person, busy }) =>
      (busy[slot] ?? no) === no
        ? no
        : holding(clauses, busy[slot] ?? no, open(given[person] ?? [], slot), open(problem.meetingsOf[person] ?? [], slot)),
    );
    const surely = hosts.filter((literal) => literal === yes).length;
    const maybe = hosts.filter((literal) => literal !== yes && literal !== no);
    if (surely + maybe.length <= tables) return;
    const counter = counterOf(clauses, maybe, { cap: tables - surely + 1, exact: false });
    clauses.add(-atLeast(counter, tables - surely + 1));
  });
};
