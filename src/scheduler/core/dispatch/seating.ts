// At which table, and with whose help, a pair can talk now: a table without an interpreter before one with, an interpreter bound to the table before
// one who can go anywhere, few languages before many, so that what is scarce stays free for those who need it.

import { nth, type Person, type Queue, type Wish } from './queue.ts';
import type { Seating } from './queue-facts.ts';

/** Tables and interpreters that are given away in the decision being made. */
export interface Taken {
  readonly tables: Map<number, number>;
  readonly interpreters: Set<number>;
}

/** Why a pair cannot be seated now. */
export type Missing = 'table' | 'interpreter';

const canSitAt = (queue: Queue, seated: Person, index: number, taken: Taken): boolean => {
  const table = nth(queue.tables, index);
  if (!table.open || table.talks + (taken.tables.get(index) ?? 0) >= table.facts.capacity) return false;
  return seated.facts.tables !== null || !table.owned;
};

const interpreterAt = (queue: Queue, wish: Wish, table: number, taken: Taken, now: number): number | null => {
  const end = now + queue.facts.changeMinutes + queue.facts.talkMinutes.shortest;
  let best: number | null = null;
  let bestRank = Infinity;
  for (const index of wish.interpreters ?? []) {
    const { facts, here, busy } = nth(queue.interpreters, index);
    if (!here || busy || taken.interpreters.has(index) || facts.from > now || facts.until < end) continue;
    if (facts.table !== null && facts.table !== table) continue;
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
  return best ?? (tableFound ? 'interpreter' : 'table');
};

/** Notes what a call uses. */
export const occupy = (taken: Taken, { table, interpreter }: Seating): void => {
  taken.tables.set(table, (taken.tables.get(table) ?? 0) + 1);
  if (interpreter !== null) taken.interpreters.add(interpreter);
};

/** Until when both are expected to be here, as the last minute at which they can be called. */
export const lastCall = (queue: Queue, seated: Person, rotating: Person): number =>
  Math.min(queue.facts.closesAt - 1, Math.min(seated.until, rotating.until) - queue.facts.changeMinutes - queue.facts.talkMinutes.shortest);
