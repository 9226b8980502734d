// The best day in hindsight, as good as it can be found: all lengths, arrivals and leavings known. Local search over whole tables: one exhibitor's talks at
// a table are taken out and put back in the best order (exactly, by dynamic programming over subsets), buyers are taken over from other tables, and what
// is worse is accepted for a while (simulated annealing).

import { type Agenda, agendaFrom, follow, freeFrom, place, remove, type Stand } from './agenda.ts';
import type { LiveDay, Talk } from './day.ts';
import { jobsOf } from './jobs.ts';
import { nth } from './queue.ts';
import { type Random, randomFrom } from '../random.ts';

const mustWorth = 3;
/** Among equals, short talks leave more room. */
const worthOfMinute = 0.005;
/** Talks looked at when a table is put in order. */
const most = 9;
const size = 1 << most;

interface Search {
  readonly agenda: Agenda;
  readonly day: LiveDay;
  readonly random: Random;
  readonly worth: readonly number[];
  readonly endOf: Float64Array;
  readonly worthOf: Float64Array;
  readonly last: Int32Array;
  readonly helper: (number | null)[];
  /** Musts count a thousandfold: they come first. */
  value: number;
}

const valueOf = ({ agenda }: Search, job: number): number => (nth(agenda.jobs, job).must ? 1_000 : 1);

const seat = (search: Search, job: number, stand: Stand): void => {
  place(search.agenda, job, stand);
  search.value += valueOf(search, job);
};

const unseat = (search: Search, job: number): void => {
  remove(search.agenda, job);
  search.value -= valueOf(search, job);
};

/** The first call of the job at the spot from `from` on, and who interprets; start = Infinity where it is too late. */
const firstStart = ({ agenda, day }: Search, index: number, spot: number, from: number): { start: number; interpreter: number | null } => {
  const job = nth(agenda.jobs, index);
  const lists = [nth(agenda.ofRotating, job.rotating), nth(agenda.ofSpot, spot)];
  const settle = (busy: readonly (readonly number[])[]): number => {
    let start = Math.max(from, job.from);
    for (let before = -1; before !== start && start <= job.lastCall;) {
      before = start;
      for (const list of busy) start = freeFrom(agenda, list, start, job.length);
    }
    return start <= job.lastCall ? start : Infinity;
  };
  if (job.interpreters === null) return { start: settle(lists), interpreter: null };
  let best: { start: number; interpreter: number | null } = { start: Infinity, interpreter: null };
  for (const interpreter of job.interpreters) {
    const facts = nth(day.facts.interpreters, interpreter);
    if (facts.table !== null && facts.table !== agenda.spots[spot]) continue;
    const start = settle([...lists, nth(agenda.ofInterpreter, interpreter)]);
    const end = start + day.facts.changeMinutes + day.facts.talkMinutes.shortest;
    if (start < best.start && start >= facts.from && end <= facts.until) best = { start, interpreter };
  }
  return best;
};

/** Jobs of one who sits that could stand at the spot: those that do, and some that stand nowhere, musts rather. */
const candidatesFor = ({ agenda, random }: Search, seated: number, spot: number): readonly number[] => {
  const there = nth(agenda.ofSpot, spot).filter((job) => nth(agenda.jobs, job).seated === seated);
  const open = nth(agenda.jobsOf, seated).filter((job) => agenda.stands[job] === null);
  const keyed = open.map((job) => ({ job, key: random.next() - (nth(agenda.jobs, job).must ? 0.8 : 0) }));
  keyed.sort((a, b) => a.key - b.key);
  return [...there, ...keyed.map(({ job }) => job)].slice(0, Math.max(there.length, most)).slice(0, most);
};

/** Fills the tables of the dynamic programme over subsets of `jobs`; answers the best subset. */
const bestSubset = (search: Search, jobs: readonly number[], spot: number, worth: readonly number[]): number => {
  const { endOf, worthOf, last, helper } = search;
  const count = 1 << jobs.length;
  endOf.fill(Infinity, 0, count);
  endOf[0] = 0;
  worthOf[0] = 0;
  let best = 0;
  for (let set = 0; set < count; set += 1) {
    const end = endOf[set] ?? Infinity;
    if (end === Infinity) continue;
    if ((worthOf[set] ?? 0) > (worthOf[best] ?? 0)) best = set;
    for (let one = 0; one < jobs.length; one += 1) {
      const next = set | (1 << one);
      if (next === set) continue;
      const job = nth(jobs, one);
      const { start, interpreter } = firstStart(search, job, spot, end);
      const after = start + nth(search.agenda.jobs, job).length;
      if (after >= (endOf[next] ?? 0)) continue;
      endOf[next] = after;
      worthOf[next] = (worthOf[set] ?? 0) + nth(worth, one);
      last[next] = one;
      helper[next] = interpreter;
    }
  }
  return best;
};

/** Puts one who sits in the best order at a spot; `noise` blurs what talks are worth, so that the search moves on. */
const reorder = (search: Search, seated: number, spot: number, noise: number): void => {
  const { agenda } = search;
  const jobs = candidatesFor(search, seated, spot);
  if (jobs.length === 0) return;
  const there = jobs.filter((job) => agenda.stands[job] !== null);
  for (const job of there) unseat(search, job);
  const worth = jobs.map((job) => nth(search.worth, job) + noise * (search.random.next() - 0.5));
  for (let set = bestSubset(search, jobs, spot, worth); set > 0;) {
    const one = search.last[set] ?? 0;
    const job = nth(jobs, one);
    const start = (search.endOf[set] ?? 0) - nth(agenda.jobs, job).length;
    seat(search, job, { start, spot, interpreter: search.helper[set] ?? null });
    set ^= 1 << one;
  }
};

const standsAt = ({ agenda }: Search, seated: number, spot: number): { job: number; stand: Stand }[] =>
  nth(agenda.ofSpot, spot).flatMap((job) => {
    const stand = agenda.stands[job];
    return nth(agenda.jobs, job).seated === seated && stand !== null && stand !== undefined ? [{ job, stand }] : [];
  });

/** Takes one who rotates away from another table and puts both tables in order; taken back where it is too much worse. */
const takeOver = (search: Search, seated: number, spot: number, heat: number): boolean => {
  const { agenda, random } = search;
  const open = nth(agenda.jobsOf, seated).filter((job) => agenda.stands[job] === null);
  if (open.length === 0) return false;
  const busy = nth(agenda.ofRotating, nth(agenda.jobs, nth(open, random.below(open.length))).rotating);
  const other = busy.length === 0 ? undefined : busy[random.below(busy.length)];
  const stand = other === undefined ? null : agenda.stands[other];
  if (other === undefined || stand === null || stand === undefined) return false;
  const loser = nth(agenda.jobs, other).seated;
  if (loser === seated) return false;
  const before = search.value;
  const saved = [...standsAt(search, seated, spot), ...standsAt(search, loser, stand.spot)];
  unseat(search, other);
  reorder(search, seated, spot, 0);
  reorder(search, loser, stand.spot, 0);
  const change = search.value - before;
  if (change >= 0 || random.next() < Math.exp(change / heat)) return true;
  for (const { job } of [...standsAt(search, seated, spot), ...standsAt(search, loser, stand.spot)]) unseat(search, job);
  for (const one of saved) seat(search, one.job, one.stand);
  return true;
};

const searchFrom = (day: LiveDay, seed: number): Search => {
  const jobs = jobsOf(day);
  return {
    agenda: agendaFrom(day, jobs),
    day,
    random: randomFrom(seed),
    worth: jobs.map(({ must, length }) => (must ? mustWorth : 1) - worthOfMinute * length),
    endOf: new Float64Array(size),
    worthOf: new Float64Array(size),
    last: new Int32Array(size),
    helper: [],
    value: 0,
  };
};

export interface HindsightOptions {
  readonly seed: number;
  /** Tables put in order; 20,000 are worth about three seconds at the size of the real day. */
  readonly rounds: number;
  /** A run of the same day to begin with: the answer is never worse. */
  readonly start: readonly Talk[];
}

/** The talks of a day on which everything was known beforehand: most musts, then most talks, as far as found. Repeatable from its seed. */
export const planInHindsight = (day: LiveDay, { seed, rounds, start }: HindsightOptions): readonly Talk[] => {
  const search = searchFrom(day, seed);
  const { agenda, random } = search;
  follow(agenda, start);
  agenda.stands.forEach((stand, job) => {
    if (stand !== null) search.value += valueOf(search, job);
  });
  const units = agenda.spotsOf.flatMap((spots, seated) => spots.map((spot) => ({ seated, spot })));
  let best = { value: search.value, stands: [...agenda.stands] };
  for (let round = 0; round < rounds && units.length > 0; round += 1) {
    const left = 1 - round / rounds;
    const { seated, spot } = nth(units, random.below(units.length));
    const heat = 0.05 + 0.25 * left;
    if (random.next() < 0.5 || !takeOver(search, seated, spot, heat)) reorder(search, seated, spot, 0.6 * left);
    if (search.value > best.value) best = { value: search.value, stands: [...agenda.stands] };
  }
  return best.stands.flatMap((stand, request) => {
    if (stand === null) return [];
    const { length } = nth(agenda.jobs, request);
    const table = nth(agenda.spots, stand.spot);
    return [{ request, table, interpreter: stand.interpreter, calledAt: stand.start, endsAt: stand.start + length }];
  });
};
