// Places meetings that find no free slot by Kempe chains, as in Kőnig's proof that a bipartite graph needs no more colours than its busiest
// node has edges: where one of two people is busy, their meeting there changes slots with others until both are free.

import type { Random } from '../random.ts';
import { at, hasBit, listAt } from './arrays.ts';
import { chainFor, clear, costGained, move, tablesFit, tablesMoved, trace, type Chain } from './chain.ts';
import type { Search } from './search.ts';
import { settleTimes, timesOf } from './settle-times.ts';
import { enter, timetableOf, type Timetable } from './timetable.ts';

/** Longest chain worth following; chains are short where people are not busy all day. */
export const longestChain = 64;
/** Chains that would make room are compared, up to so many a meeting. */
const enough = 6;

/** Moving `meeting` to `to` makes room in `slot`. */
interface Choice {
  readonly meeting: number;
  readonly to: number;
  readonly slot: number;
}

/** Who of a meeting is busy in a slot. */
const busyPeople = ({ people, peopleFrom, rowFrom, use, slots }: Timetable, meeting: number, slot: number): number[] => {
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

/** Finds the chain that makes room in a slot at the least cost; the meetings to begin it with are those of `holder`. */
const choose = (table: Timetable, chain: Chain, meeting: number, slot: number, holder: number, random: Random): Option | null => {
  const { rowFrom, holds, slots, there } = table;
  let best: Option | null = null;
  const from = random.below(slots);
  for (let row = at(rowFrom, holder); row < at(rowFrom, holder + 1); row += 1) {
    const first = at(holds, row * slots + slot);
    for (let step = 0; first >= 0 && step < slots; step += 1) {
      const to = (from + step) % slots;
      if (to === slot || there[holder * slots + to] === 0 || at(holds, row * slots + to) >= 0) continue;
      if (trace(table, chain, first, to) && makesRoom(table, chain, meeting)) {
        const cost = costGained(table, chain, breaksAlone);
        if (best === null || cost < best.cost) best = { choice: { meeting: first, to, slot }, cost };
      }
      clear(chain);
    }
  }
  return best;
};

/** Somebody who holds a meeting at a table of the pool in a slot, to be moved away where all tables are taken; -1 = nobody was found. */
const anyHolder = ({ people, pooled, rowFrom, holds, slots }: Timetable, slot: number, random: Random): number => {
  for (let tries = 0; tries < 12; tries += 1) {
    const participant = at(people, random.below(people.length));
    const meeting = at(holds, at(rowFrom, participant) * slots + slot);
    if (meeting >= 0 && pooled[meeting] === 1) return participant;
  }
  return -1;
};

/** Whether somebody has as many meetings as allowed. */
const isLimited = ({ terrain, slotOf }: Timetable, meeting: number): boolean =>
  listAt(terrain.participantsOf, meeting).some((participant) => {
    const most = at(terrain.maxMeetings, participant);
    const meetings = listAt(terrain.meetingsOf, participant);
    return most < meetings.length && meetings.reduce((sum, one) => sum + (at(slotOf, one) >= 0 ? 1 : 0), 0) >= most;
  });

/** Moves a meeting and whoever has to change with it. */
const moveTo = (table: Timetable, chain: Chain, meeting: number, to: number): boolean => {
  const moved = trace(table, chain, meeting, to) && tablesFit(table, chain) && move(table, chain);
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
    const holder = busy >= 0 ? busy : anyHolder(table, slot, random);
    const option = holder < 0 ? null : choose(table, chain, meeting, slot, holder, random);
    if (option === null) continue;
    found += 1;
    if (best === null || option.cost < best.cost) best = option;
  }
  if (best === null || !moveTo(table, chain, best.choice.meeting, best.choice.to)) return false;
  enter(table, meeting, best.choice.slot);
  return true;
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
      if (!moveTo(table, chain, held, to)) continue;
      if (busyPeople(table, meeting, slot).length < 2) {
        const option = choose(table, chain, meeting, slot, second, random);
        if (option !== null && moveTo(table, chain, option.choice.meeting, option.choice.to)) {
          enter(table, meeting, slot);
          return true;
        }
      }
      moveTo(table, chain, held, slot);
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
