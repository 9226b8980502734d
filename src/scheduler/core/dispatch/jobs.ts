// A day in hindsight: each request as a talk of known length that can be called between two known minutes.

import { type LiveDay, requestsOf } from './day.ts';
import { nth, openQueue } from './queue.ts';

/** One request; `from` > `lastCall`: it could never be held. */
export interface Job {
  readonly seated: number;
  readonly rotating: number;
  readonly must: boolean;
  readonly from: number;
  readonly lastCall: number;
  /** From the call to the end. */
  readonly length: number;
  /** Tables where it can be held. */
  readonly tables: readonly number[];
  /** Who can interpret; null = nobody is needed. */
  readonly interpreters: readonly number[] | null;
}

/** The requests of the day as jobs, in the order of their indices: the rules of the live queue, and all that nobody knew beforehand. */
export const jobsOf = (day: LiveDay): readonly Job[] => {
  const { participants, tables, changeMinutes, talkMinutes, closesAt } = day.facts;
  const requests = requestsOf(day);
  const opened = openQueue({ ...day.facts, requests });
  if (!opened.ok) throw new Error('The day contradicts itself.');
  const open = [...tables.keys()].filter((table) => !nth(opened.value.tables, table).owned);
  return requests.map((request, index) => {
    const made = day.later[index - day.facts.requests.length]?.at ?? 0;
    const sides = [request.seated, request.rotating];
    const comes = sides.map((one) => day.arrivesAt[one] ?? Infinity);
    const goes = sides.map((one) => day.leavesAt[one] ?? 0);
    const announced = sides.map((one) => nth(participants, one).until);
    return {
      seated: request.seated,
      rotating: request.rotating,
      must: request.must,
      from: Math.max(day.opensAt, made, ...comes),
      lastCall: Math.min(
        closesAt - 1,
        Math.min(...announced) - changeMinutes - talkMinutes.shortest,
        Math.min(...goes) - 1,
        (day.withdrawnAt[index] ?? Infinity) - 1,
      ),
      length: nth(day.talkMinutes, index) + changeMinutes,
      tables: nth(participants, request.seated).tables ?? open,
      interpreters: nth(opened.value.wishes, index).interpreters,
    };
  });
};

/** Whether a job could be held on a day on which nothing else is. */
export const isPossible = (job: Job): boolean => job.from <= job.lastCall;
