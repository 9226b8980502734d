// Who and what is busy when, on a day whose talks are known: for planning in hindsight.

import type { LiveDay, Talk } from './day.ts';
import { isPossible, type Job } from './jobs.ts';
import { nth } from './queue.ts';

/** Where a job stands; `start` is the minute of its call. */
export interface Stand {
  readonly start: number;
  /** A table's place for one talk. */
  readonly spot: number;
  readonly interpreter: number | null;
}

export interface Agenda {
  readonly jobs: readonly Job[];
  readonly stands: (Stand | null)[];
  /** Per spot, its table. */
  readonly spots: readonly number[];
  /** Jobs at a spot, of one who rotates, of an interpreter. */
  readonly ofSpot: readonly number[][];
  readonly ofRotating: readonly number[][];
  readonly ofInterpreter: readonly number[][];
  /** Per one who sits: their possible jobs and the spots they use, as many as they have seats. */
  readonly jobsOf: readonly number[][];
  readonly spotsOf: readonly (readonly number[])[];
}

/** An empty agenda. Who rotates is taken to have one seat. */
export const agendaFrom = (day: LiveDay, jobs: readonly Job[]): Agenda => {
  const { participants, tables, interpreters } = day.facts;
  const spots = tables.flatMap(({ capacity }, table) => Array.from({ length: capacity }, () => table));
  const spotsAt = tables.map((_, table) => [...spots.keys()].filter((spot) => spots[spot] === table));
  const jobsOf: number[][] = participants.map(() => []);
  jobs.forEach((job, index) => {
    if (isPossible(job)) jobsOf[job.seated]?.push(index);
  });
  return {
    jobs,
    stands: jobs.map(() => null),
    spots,
    ofSpot: spots.map(() => []),
    ofRotating: participants.map(() => []),
    ofInterpreter: interpreters.map(() => []),
    jobsOf,
    spotsOf: participants.map((one, index) => {
      const first = jobsOf[index]?.[0];
      const all = first === undefined ? [] : nth(jobs, first).tables.flatMap((table) => spotsAt[table] ?? []);
      // Who sits at any table gets some of their own in hindsight; others may use them as well.
      const turn = one.tables === null && all.length > 0 ? (index * 7) % all.length : 0;
      return [...all.slice(turn), ...all.slice(0, turn)].slice(0, one.seats);
    }),
  };
};

const without = (list: number[], job: number): void => {
  const at = list.indexOf(job);
  const last = list.pop();
  if (last !== undefined && last !== job) list[at] = last;
};

export const place = (agenda: Agenda, job: number, stand: Stand): void => {
  agenda.stands[job] = stand;
  agenda.ofSpot[stand.spot]?.push(job);
  agenda.ofRotating[nth(agenda.jobs, job).rotating]?.push(job);
  if (stand.interpreter !== null) agenda.ofInterpreter[stand.interpreter]?.push(job);
};

export const remove = (agenda: Agenda, job: number): void => {
  const stand = agenda.stands[job];
  if (stand === null || stand === undefined) return;
  agenda.stands[job] = null;
  without(nth(agenda.ofSpot, stand.spot), job);
  without(nth(agenda.ofRotating, nth(agenda.jobs, job).rotating), job);
  if (stand.interpreter !== null) without(nth(agenda.ofInterpreter, stand.interpreter), job);
};

/** Puts the talks of a run onto the agenda, as far as its spots allow. */
export const follow = (agenda: Agenda, talks: readonly Talk[]): void => {
  for (const { request, table, interpreter, calledAt, endsAt } of talks) {
    const job = nth(agenda.jobs, request);
    const idle = (spot: number): boolean =>
      agenda.spots[spot] === table && freeFrom(agenda, nth(agenda.ofSpot, spot), calledAt, endsAt - calledAt) === calledAt;
    const spot = nth(agenda.spotsOf, job.seated).find(idle);
    if (spot !== undefined) place(agenda, request, { start: calledAt, spot, interpreter });
  }
};

/** The first minute from `from` on at which the list leaves `length` minutes free. */
export const freeFrom = (agenda: Agenda, list: readonly number[], from: number, length: number): number => {
  let start = from;
  for (let again = true; again;) {
    again = false;
    for (const one of list) {
      const stand = agenda.stands[one];
      if (stand === null || stand === undefined) continue;
      const end = stand.start + nth(agenda.jobs, one).length;
      if (stand.start < start + length && end > start) {
        start = end;
        again = true;
      }
    }
  }
  return start;
};
