// Places meetings that find no free slot by Kempe chains, as in Kőnig's proof that a bipartite graph needs no more colours than its busiest
// node has edges: where one of two people is busy, their meeting there changes slots with others until both are free.

import type { Random } from '../random.ts';
import { at, hasBit, listAt } from './arrays.ts';
import { chainFor, clear, costGained, crossWith, move, tablesFit, tablesMoved, trace, type Chain } from './chain.ts';
import type { Search } from './search.ts';
import { settleTimes, timesOf } from './settle-times.ts';
import { enter, leave, timetableOf, type Timetable } from './timetable.ts';

/** Longest chain worth following; chains are short where people are not busy all day. */
export const longestChain = 64;
/** Chains that would make room are compared, up to so many a meeting. */
const enough = 6;

/** Moving `meeting` to `to` makes room in `slot`. */
interface Choice {
  readonly meeting: number;
  readonly to: number;
  /** Where `to` has no table left, a meeting that comes back from there; else -1. */
  readonly back: number;
  readonly slot: number;
}

/** Who of a meeting is busy in a slot. */
export const busyPeople = ({ people, peopleFrom, rowFrom, use, slots }: Timetable, meeting: number, slot: number): number[] => {
  const found: number[] = [];
  for (let index = at(peopleFrom, meeting); index < at(peopleFrom, meeting + 1); index += 1) {
    const participant = at(people, index);
    const seats = at(rowFrom, participant + 1) - at(rowFrom, participant);
    if ((use[participant * slots + slot] ?? 0) >= seats) found.push(participant);
  }
  return found;
};

/** Whether everybody of a meeting is free in its slot, and a table is, once the chain has moved. */
const makesRoom = (table: Timetable, chain: Chain, meeting: number): boolean => {
  const { people, peopleFrom, rowFrom, use, slots, pooled, poolRoom } = table;
  const { a, b } = chain;
  for (let index = at(peopleFrom, meeting); index < at(peopleFrom, meeting + 1); index += 1) {
    const participant = at(people, index);
    const seats = at(rowFrom, participant + 1) - at(rowFrom, participant);
    if ((use[participant * slots + a] ?? 0) + at(chain.moreInA, participant) >= seats) return false;
  }
  const moved = tablesMoved(table, chain);
  return moved <= at(poolRoom, b) && (pooled[meeting] ?? 0) - moved <= at(poolRoom, a);
};

interface Option {
  readonly choice: Choice;
  readonly cost: number;
}

const breaksAlone = (breaks: number): number => breaks;

/** Some meeting at a table of the pool in a slot; -1 = none was found. */
const pooledIn = ({ people, pooled, rowFrom, holds, slots }: Timetable, slot: number, random: Random): number => {
  for (let tries = 0; tries < 12; tries += 1) {
    const meeting = at(holds, at(rowFrom, at(people, random.below(people.length))) * slots + slot);
    if (meeting >= 0 && pooled[meeting] === 1) return meeting;
  }
  return -1;
};

/** Finds who has to move for a meeting to go to a slot, and for another to come back, if one is given. */
const traceBoth = (table: Timetable, chain: Chain, meeting: number, to: number, back: number): boolean =>
  trace(table, chain, meeting, to) && (back < 0 || crossWith(table, chain, back));

/** Finds the chain that makes room in a slot at the least cost; the meetings to begin it with are those of `holder`. */
const choose = (table: Timetable, chain: Chain, meeting: number, slot: number, holder: number, random: Random): Option | null => {
  const { rowFrom, holds, slots, there } = table;
  let best: Option | null = null;
  const consider = (first: number, to: number, back: number): void => {
    if (traceBoth(table, chain, first, to, back) && makesRoom(table, chain, meeting)) {
      const cost = costGained(table, chain, breaksAlone);
      if (best === null || cost < best.cost) best = { choice: { meeting: first, to, back, slot }, cost };
    }
    clear(chain);
  };
  const from = random.below(slots);
  for (let row = at(rowFrom, holder); row < at(rowFrom, holder + 1); row += 1) {
    const first = at(holds, row * slots + slot);
    for (let step = 0; first >= 0 && step < slots; step += 1) {
      const to = (from + step) % slots;
      if (to === slot || there[holder * slots + to] === 0 || at(holds, row * slots + to) >= 0) continue;
      consider(first, to, -1);
      if (at(table.poolRoom, to) > 0) continue;
      for (let tries = 0; tries < 3; tries += 1) {
        const back = pooledIn(table, to, random);
        if (back >= 0) consider(first, to, back);
      }
    }
  }
  return best;
};

/** Whether somebody has as many meetings as allowed. */
export const isLimited = ({ terrain, slotOf }: Timetable, meeting: number): boolean =>
  listAt(terrain.participantsOf, meeting).some((participant) => {
    const most = at(terrain.maxMeetings, participant);
    const meetings = listAt(terrain.meetingsOf, participant);
    return most < meetings.length && meetings.reduce((sum, one) => sum + (at(slotOf, one) >= 0 ? 1 : 0), 0) >= most;
  });

/** Moves whoever has to for a choice. */
const moveTo = (table: Timetable, chain: Chain, { meeting, to, back }: Choice): boolean => {
  const moved = traceBoth(table, chain, meeting, to, back) && tablesFit(table, chain) && move(table, chain);
  clear(chain);
  return moved;
};

/** Places a meeting where one chain makes room; compares a few such slots. */
const insertByOne = (table: Timetable, chain: Chain, meeting: number, random: Random): boolean => {
  const { slots, words, mayStart, pooled, poolRoom } = table;
  let best: Option | null = null;
  let found = 0;
  const from = random.below(slots);
  for (let step = 0; step < slots && found < enough; step += 1) {
    const slot = (from + step) % slots;
    if (!hasBit(mayStart, words, meeting, slot)) continue;
    const [busy = -1, other] = busyPeople(table, meeting, slot);
    if (other !== undefined) continue;
    if (busy === -1 && ((pooled[meeting] ?? 0) === 0 || at(poolRoom, slot) > 0)) {
      enter(table, meeting, slot);
      return true;
    }
    // Where people are free and tables are not, anybody's meeting may make room.
    const holder = busy >= 0 ? busy : at(table.people, at(table.peopleFrom, Math.max(0, pooledIn(table, slot, random))));
    const option = holder < 0 ? null : choose(table, chain, meeting, slot, holder, random);
    if (option === null) continue;
    found += 1;
    if (best === null || option.cost < best.cost) best = option;
  }
  if (best === null || !moveTo(table, chain, best.choice)) return false;
  enter(table, meeting, best.choice.slot);
  return true;
};

/** Where meetings of a chain were before it moved. */
type Before = readonly { readonly meeting: number; readonly slot: number }[];

/** Moves a meeting and whoever has to change with it, to be undone by `moveBack`; null, and nothing has moved, when it cannot or has errands. */
const moveNoted = (table: Timetable, chain: Chain, meeting: number, to: number): Before | null => {
  let before: Before | null = null;
  if (trace(table, chain, meeting, to) && tablesFit(table, chain)) {
    const meetings = [...chain.meetings.subarray(0, chain.size)];
    if (meetings.every((one) => table.errand[one] === 0)) {
      before = meetings.map((one) => ({ meeting: one, slot: at(table.slotOf, one) }));
      move(table, chain);
    }
  }
  clear(chain);
  return before;
};

const moveBack = (table: Timetable, before: Before): void => {
  for (const { meeting } of before) leave(table, meeting);
  for (const { meeting, slot } of before) enter(table, meeting, slot);
};

/** Places a meeting where both are busy: a chain frees one of them, another chain the other; what was moved in vain moves back. */
const insertByTwo = (table: Timetable, chain: Chain, meeting: number, random: Random): boolean => {
  const { slots, words, mayStart, rowFrom, holds, there } = table;
  const from = random.below(slots);
  for (let step = 0; step < slots; step += 1) {
    const slot = (from + step) % slots;
    if (!hasBit(mayStart, words, meeting, slot)) continue;
    const [first = -1, second = -1, third] = busyPeople(table, meeting, slot);
    if (second < 0 || third !== undefined) continue;
    const row = at(rowFrom, first);
    const held = at(holds, row * slots + slot);
    for (let to = 0; to < slots; to += 1) {
      if (to === slot || there[first * slots + to] === 0 || at(holds, row * slots + to) >= 0) continue;
      const before = moveNoted(table, chain, held, to);
      if (before === null) continue;
      const option = busyPeople(table, meeting, slot).length < 2 ? choose(table, chain, meeting, slot, second, random) : null;
      if (option !== null && moveTo(table, chain, option.choice)) {
        enter(table, meeting, slot);
        return true;
      }
      moveBack(table, before);
    }
  }
  return false;
};

/** Places one meeting that needs no errand, if chains make room for it. */
export const insertOne = (table: Timetable, chain: Chain, meeting: number, random: Random): boolean => {
  if (table.moves[meeting] !== 1 || table.errand[meeting] === 1 || isLimited(table, meeting)) return false;
  return insertByOne(table, chain, meeting, random) || insertByTwo(table, chain, meeting, random);
};

/** Places as many of the given unplaced meetings as chains make room for, and moves others for them; answers those left. */
export const insert = (search: Search, left: readonly number[]): number[] => {
  const { board, random } = search;
  const table = timetableOf(board);
  const chain = chainFor(table, longestChain);
  const remaining = left.filter((meeting) => search.tick() || !insertOne(table, chain, meeting, random));
  settleTimes(board, table, timesOf(table));
  return remaining;
};
