// How many talks nobody could have exceeded, all lengths and arrivals known. Lagrangian decomposition: who sits and who rotates each choose from
// their own requests what fits into their own day (exactly), at prices that make both sides choose the same; any prices give a bound, a subgradient
// method lowers it. Tables and interpreters are left out, which can only raise it.

import type { LiveDay } from './day.ts';
import { isPossible, type Job, jobsOf } from './jobs.ts';
import { nth } from './queue.ts';

/** One person's requests, and the largest sets of them that fit into their day; null = too many to list, then minutes are counted. */
interface Side {
  readonly seats: number;
  readonly requests: readonly number[];
  readonly sets: readonly (readonly number[])[] | null;
}

/** More are not listed by sets. */
const listed = 12;

const membersOf = (set: number, requests: readonly number[]): number[] => requests.filter((_, one) => (set & (1 << one)) !== 0);

/** Sets that one person with one seat can hold and to which nothing can be added (earliest end of each subset: Held and Karp 1962). */
const largestSets = (jobs: readonly Job[], requests: readonly number[]): readonly (readonly number[])[] => {
  const endOf = new Float64Array(1 << requests.length).fill(Infinity);
  endOf[0] = 0;
  for (let set = 0; set < endOf.length; set += 1) {
    const end = endOf[set] ?? Infinity;
    if (end === Infinity) continue;
    requests.forEach((request, one) => {
      const next = set | (1 << one);
      const { from, lastCall, length } = nth(jobs, request);
      const start = Math.max(end, from);
      if (next !== set && start <= lastCall) endOf[next] = Math.min(endOf[next] ?? Infinity, start + length);
    });
  }
  const fits = (set: number): boolean => (endOf[set] ?? Infinity) < Infinity;
  const isLargest = (set: number): boolean => fits(set) && requests.every((_, one) => (set & (1 << one)) !== 0 || !fits(set | (1 << one)));
  return [...endOf.keys()].filter(isLargest).map((set) => membersOf(set, requests));
};

const sidesFrom = (day: LiveDay, jobs: readonly Job[], counted: (job: Job) => boolean): { seated: Side[]; rotating: Side[] } => {
  const group = (of: (job: Job) => number): Side[] => {
    const lists = new Map<number, number[]>();
    jobs.forEach((job, request) => {
      if (isPossible(job) && counted(job)) lists.set(of(job), [...(lists.get(of(job)) ?? []), request]);
    });
    return [...lists].map(([person, requests]) => {
      const { seats } = nth(day.facts.participants, person);
      return { seats, requests, sets: seats === 1 && requests.length <= listed ? largestSets(jobs, requests) : null };
    });
  };
  return { seated: group(({ seated }) => seated), rotating: group(({ rotating }) => rotating) };
};

/** The best choice by minutes alone: all seats as one long day, latest calls in order (Lawler and Moore 1969). */
const chooseByMinutes = (jobs: readonly Job[], { seats, requests }: Side, price: (request: number) => number): readonly number[] => {
  const wanted = requests.filter((request) => price(request) > 0);
  wanted.sort((a, b) => nth(jobs, a).lastCall + nth(jobs, a).length - nth(jobs, b).lastCall - nth(jobs, b).length);
  const from = Math.min(...wanted.map((request) => nth(jobs, request).from));
  const longest = Math.max(...wanted.map((request) => nth(jobs, request).length));
  let best = new Map<number, { worth: number; set: readonly number[] }>([[0, { worth: 0, set: [] }]]);
  for (const request of wanted) {
    const { lastCall, length } = nth(jobs, request);
    const room = seats * (lastCall - from) + length + (seats - 1) * longest;
    const next = new Map(best);
    for (const [minutes, { worth, set }] of best) {
      const more = worth + price(request);
      const used = minutes + length;
      if (used <= room && more > (next.get(used)?.worth ?? -1)) next.set(used, { worth: more, set: [...set, request] });
    }
    best = next;
  }
  return [...best.values()].reduce((a, b) => (b.worth > a.worth ? b : a)).set;
};

const chooseBySets = ({ sets }: Side, price: (request: number) => number): readonly number[] => {
  let best: readonly number[] = [];
  let most = 0;
  for (const set of sets ?? []) {
    let worth = 0;
    for (const request of set) worth += Math.max(0, price(request));
    if (worth > most) [best, most] = [set, worth];
  }
  return best.filter((request) => price(request) > 0);
};

/** What all persons of one side choose at these prices: marked in `chosen`, and what it is worth to them. */
const chooseAll = (jobs: readonly Job[], sides: readonly Side[], price: (request: number) => number, chosen: Uint8Array): number => {
  chosen.fill(0);
  let total = 0;
  for (const side of sides) {
    const choice = side.sets === null ? chooseByMinutes(jobs, side, price) : chooseBySets(side, price);
    for (const request of choice) {
      chosen[request] = 1;
      total += price(request);
    }
  }
  return total;
};

/**
 * No plan of this day holds more than this, in the worth given to each job (0 = not counted). `reached` is what a plan has reached: it only sets the
 * length of the steps. 100 rounds are enough at the size of the real day.
 */
export const mostInHindsight = (day: LiveDay, worthOf: (job: Job) => number, reached: number, rounds: number): number => {
  const jobs = jobsOf(day);
  const worth = jobs.map(worthOf);
  const { seated, rotating } = sidesFrom(day, jobs, (job) => worthOf(job) > 0);
  const prices = Float64Array.from(worth, (one) => one / 2);
  const [bySeated, byRotating] = [new Uint8Array(jobs.length), new Uint8Array(jobs.length)];
  let best = Infinity;
  let pace = 1.5;
  let still = 0;
  for (let round = 0; round < rounds; round += 1) {
    const value =
      chooseAll(jobs, seated, (request) => prices[request] ?? 0, bySeated) +
      chooseAll(jobs, rotating, (request) => (worth[request] ?? 0) - (prices[request] ?? 0), byRotating);
    still = value < best - 0.01 ? 0 : still + 1;
    best = Math.min(best, value);
    if (still >= 10) [pace, still] = [pace * 0.7, 0];
    const differing = bySeated.reduce((sum, one, request) => sum + (one === byRotating[request] ? 0 : 1), 0);
    if (differing === 0) break;
    const step = Math.max(0.001, (pace * (value - reached)) / differing);
    prices.forEach((price, request) => {
      prices[request] = price - step * ((bySeated[request] ?? 0) - (byRotating[request] ?? 0));
    });
  }
  return best;
};
