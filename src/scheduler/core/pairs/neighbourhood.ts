// Plans near a given one: most meetings stay, some may move; a smaller problem of pairs, solved exactly (large-neighbourhood search, Shaw 1998).

import type { Random } from '../random.ts';
import type { Domains, PairProblem } from './pair-problem.ts';

/** How much may move: of the meetings of a crowd of people, and of the meetings within some hours. Both from 0 to 1. */
export interface Reach {
  readonly people: number;
  readonly hours: number;
}

/** Breaks of each person in a plan that gives the slot of each meeting. */
export const breaksOfEach = ({ meetingsOf }: PairProblem, slots: readonly number[]): readonly number[] =>
  meetingsOf.map((meetings) => {
    const busy = meetings.map((meeting) => slots[meeting] ?? 0).sort((a, b) => a - b);
    return busy.filter((slot, index) => index > 0 && slot - (busy[index - 1] ?? slot) > 1).length;
  });

const only = (slots: number, slot: number): Uint8Array => {
  const domain = new Uint8Array(slots);
  domain[slot] = 1;
  return domain;
};

/** Meetings held in a stretch of hours move within it. */
const withinHours = (problem: PairProblem, plan: readonly number[], share: number, random: Random): Domains => {
  const length = Math.min(problem.slots, Math.max(2, Math.round(share * problem.slots)));
  const from = random.below(problem.slots - length + 1);
  const to = from + length;
  return problem.domains.map((domain, meeting) => {
    const slot = plan[meeting] ?? 0;
    if (slot < from || slot >= to) return only(problem.slots, slot);
    return domain.map((open, at) => (at >= from && at < to ? open : 0));
  });
};

/** Meetings of people who know each other move freely, beginning with somebody who has a break. */
const ofPeople = (problem: PairProblem, plan: readonly number[], share: number, random: Random): Domains => {
  const { meetingsOf, pairs } = problem;
  const broken = breaksOfEach(problem, plan).flatMap((breaks, person) => (breaks > 0 ? [person] : []));
  const free = new Set<number>();
  const crowd: number[] = [];
  const join = (person: number): void => {
    if (crowd.includes(person)) return;
    crowd.push(person);
    for (const meeting of meetingsOf[person] ?? []) free.add(meeting);
  };
  join(broken[random.below(broken.length)] ?? 0);
  while (free.size < share * pairs.length && crowd.length < problem.people) {
    // Mostly whom somebody of the crowd meets, at times a stranger: without strangers the crowd is soon the same again.
    const own = meetingsOf[crowd[random.below(crowd.length)] ?? 0] ?? [];
    const pair = pairs[own[random.below(own.length)] ?? -1];
    join(pair === undefined || random.next() < 0.2 ? random.below(problem.people) : (pair[random.below(2)] ?? 0));
  }
  return problem.domains.map((domain, meeting) => (free.has(meeting) ? domain : only(problem.slots, plan[meeting] ?? 0)));
};

/** The problem with most meetings held where the plan has them; the plan itself is one of its plans. */
export const neighbourhoodOf = (
  problem: PairProblem,
  plan: readonly number[],
  { kind, share, random }: { readonly kind: keyof Reach; readonly share: number; readonly random: Random },
): PairProblem => ({ ...problem, domains: (kind === 'hours' ? withinHours : ofPeople)(problem, plan, share, random) });
