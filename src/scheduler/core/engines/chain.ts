// Kempe chains: a meeting moves from one slot to another, whoever is busy there back to the first one, and so on until nobody is in two
// meetings at once. People inside a chain stay as busy as they were, so that only those at its ends are counted.

import { add, at, hasBit } from './arrays.ts';
import { runErrands } from './errands.ts';
import { breaksGained, enter, leave, type Timetable } from './timetable.ts';

export interface Chain {
  /** Meetings of the chain, the first `size` of them; those marked 1 go from `a` to `b`, the others back. */
  readonly meetings: Int32Array;
  readonly forth: Uint8Array;
  size: number;
  a: number;
  b: number;
  /** Per meeting the number of the chain it was last in. */
  readonly seen: Int32Array;
  number: number;
  /** Meetings more in slots a and b per participant; the first `touchedSize` of `touched` may differ from 0. */
  readonly moreInA: Int32Array;
  readonly moreInB: Int32Array;
  readonly touched: Int32Array;
  touchedSize: number;
}

/** Room for chains of at most `longest` meetings. */
export const chainFor = ({ people, peopleFrom, breaks }: Timetable, longest: number): Chain => {
  const meetings = peopleFrom.length - 1;
  let mostPeople = 0;
  for (let meeting = 0; meeting < meetings; meeting += 1) {
    mostPeople = Math.max(mostPeople, at(peopleFrom, meeting + 1) - at(peopleFrom, meeting));
  }
  return {
    meetings: new Int32Array(longest),
    forth: new Uint8Array(longest),
    size: 0,
    a: 0,
    b: 0,
    seen: new Int32Array(meetings),
    number: 0,
    moreInA: new Int32Array(breaks.length),
    moreInB: new Int32Array(breaks.length),
    touched: new Int32Array(Math.min(people.length, longest * mostPeople)),
    touchedSize: 0,
  };
};

const join = (table: Timetable, chain: Chain, meeting: number, forth: 0 | 1): boolean => {
  if (table.moves[meeting] !== 1 || !hasBit(table.mayStart, table.words, meeting, forth === 1 ? chain.b : chain.a)) return false;
  if (chain.size === chain.meetings.length) return false;
  chain.meetings[chain.size] = meeting;
  chain.forth[chain.size] = forth;
  chain.size += 1;
  chain.seen[meeting] = chain.number;
  const change = forth === 1 ? 1 : -1;
  for (let index = at(table.peopleFrom, meeting); index < at(table.peopleFrom, meeting + 1); index += 1) {
    const participant = at(table.people, index);
    chain.touched[chain.touchedSize] = participant;
    chain.touchedSize += 1;
    add(chain.moreInA, participant, -change);
    add(chain.moreInB, participant, change);
  }
  return true;
};

/** Somebody's meeting in a slot that is not in the chain yet; -1 = none. */
const otherAt = ({ rowFrom, holds, slots }: Timetable, chain: Chain, participant: number, slot: number): number => {
  for (let row = at(rowFrom, participant); row < at(rowFrom, participant + 1); row += 1) {
    const meeting = at(holds, row * slots + slot);
    if (meeting >= 0 && at(chain.seen, meeting) !== chain.number) return meeting;
  }
  return -1;
};

const makeRoom = (table: Timetable, chain: Chain, participant: number, forth: 0 | 1): boolean => {
  const slot = forth === 1 ? chain.b : chain.a;
  const more = forth === 1 ? chain.moreInB : chain.moreInA;
  const seats = at(table.rowFrom, participant + 1) - at(table.rowFrom, participant);
  while ((table.use[participant * table.slots + slot] ?? 0) + at(more, participant) > seats) {
    const other = otherAt(table, chain, participant, slot);
    if (other < 0 || !join(table, chain, other, forth === 1 ? 0 : 1)) return false;
  }
  return true;
};

const follow = (table: Timetable, chain: Chain, first: number): boolean => {
  for (let index = first; index < chain.size; index += 1) {
    const meeting = at(chain.meetings, index);
    const forth = chain.forth[index] === 1 ? 1 : 0;
    for (let place = at(table.peopleFrom, meeting); place < at(table.peopleFrom, meeting + 1); place += 1) {
      if (!makeRoom(table, chain, at(table.people, place), forth)) return false;
    }
  }
  return true;
};

/** Forgets the chain; must follow `trace`, whatever came of it. */
export const clear = (chain: Chain): void => {
  for (let index = 0; index < chain.touchedSize; index += 1) {
    const participant = at(chain.touched, index);
    chain.moreInA[participant] = 0;
    chain.moreInB[participant] = 0;
  }
  chain.size = 0;
  chain.touchedSize = 0;
};

/** Finds who has to move so that a meeting can go from its slot to `to`; false = it cannot, or the chain is too long. */
export const trace = (table: Timetable, chain: Chain, meeting: number, to: number): boolean => {
  chain.a = at(table.slotOf, meeting);
  chain.b = to;
  chain.number += 1;
  return join(table, chain, meeting, 1) && follow(table, chain, 0);
};

/** Adds a meeting that goes back from `b` to `a`, with whom has to move for it; false = it cannot. */
export const crossWith = (table: Timetable, chain: Chain, meeting: number): boolean => {
  if (at(chain.seen, meeting) === chain.number) return false;
  const first = chain.size;
  return join(table, chain, meeting, 0) && follow(table, chain, first);
};

/** Tables of the pool more in `b` (and less in `a`) once the chain has moved. */
export const tablesMoved = ({ pooled }: Timetable, chain: Chain): number => {
  let moved = 0;
  for (let index = 0; index < chain.size; index += 1) {
    if (pooled[at(chain.meetings, index)] === 1) moved += chain.forth[index] === 1 ? 1 : -1;
  }
  return moved;
};

/** Whether there are tables for all once the chain has moved. */
export const tablesFit = (table: Timetable, chain: Chain): boolean => {
  const moved = tablesMoved(table, chain);
  return moved <= at(table.poolRoom, chain.b) && -moved <= at(table.poolRoom, chain.a);
};

/** What one more or fewer break costs somebody who has some already. */
export type CostOf = (breaks: number) => number;

/** Change of cost once the chain has moved. */
export const costGained = (table: Timetable, chain: Chain, costOf: CostOf): number => {
  const { use, slots, breaks } = table;
  const { a, b } = chain;
  let change = 0;
  for (let index = 0; index < chain.touchedSize; index += 1) {
    const participant = at(chain.touched, index);
    const inA = at(chain.moreInA, participant);
    const inB = at(chain.moreInB, participant);
    if (inA === 0 && inB === 0) continue;
    // Somebody with two meetings in the chain stands in the list twice and is counted once.
    chain.moreInA[participant] = 0;
    chain.moreInB[participant] = 0;
    const useA = use[participant * slots + a] ?? 0;
    const useB = use[participant * slots + b] ?? 0;
    let from = -1;
    let to = -1;
    if (useA > 0 !== useA + inA > 0) {
      if (useA > 0) from = a;
      else to = a;
    }
    if (useB > 0 !== useB + inB > 0) {
      if (useB > 0) from = b;
      else to = b;
    }
    if (from < 0 && to < 0) continue;
    const gained = breaksGained(table, participant, from, to);
    if (gained !== 0) change += costOf(at(breaks, participant) + gained) - costOf(at(breaks, participant));
  }
  return change;
};

const targetsOf = ({ meetings, forth, size, a, b }: Chain): Map<number, number> => {
  const targets = new Map<number, number>();
  for (let index = 0; index < size; index += 1) targets.set(at(meetings, index), forth[index] === 1 ? b : a);
  return targets;
};

/** Moves the chain; false, and nothing has moved, when a meeting's errand finds no place or interpreter, or its order is broken. */
export const move = (table: Timetable, chain: Chain): boolean => {
  const { a, b, size } = chain;
  let errands = 0;
  for (let index = 0; index < size; index += 1) errands += table.errand[at(chain.meetings, index)] ?? 0;
  if (errands > 0 && !runErrands(table, targetsOf(chain))) return false;
  for (let index = 0; index < size; index += 1) leave(table, at(chain.meetings, index));
  for (let index = 0; index < size; index += 1) enter(table, at(chain.meetings, index), chain.forth[index] === 1 ? b : a);
  return true;
};
