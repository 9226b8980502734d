// At which table, and with whose help, a pair can talk now: a table without an interpreter before one with, an interpreter bound to the table before
// one who can go anywhere, few languages before many, so that what is scarce stays free for those who need it.

import { type Interpreter, nth, type Person, type Queue, type Wish } from './queue.ts';
import type { Seating } from './queue-facts.ts';

/** Tables and interpreters that are given away in the decision being made. */
export interface Taken {
  readonly tables: Map<number, number>;
  readonly interpreters: Set<number>;
}

/** Why a pair cannot be seated now. */
export type Missing = 'table' | 'interpreter' | 'rest';

const canSitAt = (queue: Queue, seated: Person, index: number, taken: Taken): boolean => {
  const table = nth(queue.tables, index);
  if (!table.open || table.talks + (taken.tables.get(index) ?? 0) >= table.facts.capacity) return false;
  return seated.facts.tables !== null || !table.owned;
};

/** Where nothing else was agreed. */
const usualRest = 15;

/** When a pause has ended the stretch that somebody worked; in the past where they are rested. */
const restedAt = ({ facts, stretch }: Interpreter): number => stretch.freeSince + (facts.restMinutes ?? usualRest);

/** When the stretch began in which a call now would stand. */
export const stretchAt = (interpreter: Interpreter, now: number): number => (now >= restedAt(interpreter) ? now : interpreter.stretch.from);

/** Whether a talk of the usual length fits into what was agreed; with a rest before it, any does. */
const hasBreath = (queue: Queue, interpreter: Interpreter, now: number): boolean => {
  const most = interpreter.facts.longestMinutes ?? null;
  if (most === null || now >= restedAt(interpreter)) return true;
  return now + queue.facts.changeMinutes + queue.facts.talkMinutes.usual - interpreter.stretch.from <= most;
};

/** When the first of those who rest could interpret for the request again; null = nobody rests. */
export const restsUntil = (queue: Queue, request: number, now: number): number | null => {
  const resting = (nth(queue.wishes, request).interpreters ?? [])
    .map((index) => nth(queue.interpreters, index))
    .filter((one) => one.here && !one.busy && !hasBreath(queue, one, now));
  return resting.length === 0 ? null : Math.min(...resting.map(restedAt));
};

/** From when on the first of those who can interpret is likely to be at hand for a talk; Infinity = nobody is expected to be. One who works may be free at any minute. */
export const interpretedFrom = (queue: Queue, interpreters: readonly number[], now: number): number =>
  interpreters.reduce((first, index) => {
    const one = nth(queue.interpreters, index);
    const from = Math.max(now, one.from, one.busy || hasBreath(queue, one, now) ? now : restedAt(one));
    const end = from + queue.facts.changeMinutes + queue.facts.talkMinutes.shortest;
    return one.here && one.until >= end ? Math.min(first, from) : first;
  }, Infinity);

const interpreterAt = (queue: Queue, wish: Wish, table: number, taken: Taken, now: number): number | null => {
  const end = now + queue.facts.changeMinutes + queue.facts.talkMinutes.shortest;
  let best: number | null = null;
  let bestRank = Infinity;
  for (const index of wish.interpreters ?? []) {
    const one = nth(queue.interpreters, index);
    const { facts, here, busy, from, until } = one;
    if (!here || busy || taken.interpreters.has(index) || from > now || until < end) continue;
    if ((facts.table !== null && facts.table !== table) || !hasBreath(queue, one, now)) continue;
    const rank = (facts.table === null ? 1_000 : 0) + facts.languages.length;
    if (rank < bestRank) [best, bestRank] = [index, rank];
  }
  return best;
};

const rankOf = (queue: Queue, table: number, interpreter: number | null): number => {
  if (interpreter === null) return nth(queue.tables, table).interpreted ? 1 : 0;
  const { facts } = nth(queue.interpreters, interpreter);
  return (facts.table === null ? 1_000 : 0) + facts.languages.length;
};

/** The table and interpreter for a request now, or what is missing. */
export const seatFor = (queue: Queue, request: number, taken: Taken, now: number): Seating | Missing => {
  const wish = nth(queue.wishes, request);
  const seated = nth(queue.people, wish.facts.seated);
  let best: Seating | null = null;
  let bestRank = Infinity;
  let tableFound = false;
  const consider = (table: number): void => {
    if (!canSitAt(queue, seated, table, taken)) return;
    tableFound = true;
    const interpreter = wish.interpreters === null ? null : interpreterAt(queue, wish, table, taken, now);
    if (wish.interpreters !== null && interpreter === null) return;
    const rank = rankOf(queue, table, interpreter);
    if (rank < bestRank) [best, bestRank] = [{ request, table, interpreter }, rank];
  };
  if (seated.facts.tables === null) for (const table of queue.tables.keys()) consider(table);
  else for (const table of seated.facts.tables) consider(table);
  if (best !== null || !tableFound) return best ?? 'table';
  return restsUntil(queue, request, now) === null ? 'interpreter' : 'rest';
};

/** Notes what a call uses. */
export const occupy = (taken: Taken, { table, interpreter }: Seating): void => {
  taken.tables.set(table, (taken.tables.get(table) ?? 0) + 1);
  if (interpreter !== null) taken.interpreters.add(interpreter);
};

/** Until when both are expected to be here, as the last minute at which they can be called. */
export const lastCall = (queue: Queue, seated: Person, rotating: Person): number =>
  Math.min(queue.facts.closesAt - 1, Math.min(seated.until, rotating.until) - queue.facts.changeMinutes - queue.facts.talkMinutes.shortest);
