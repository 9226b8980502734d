// The last few that no chain makes room for: somebody else gives way, and is placed anew by chains; or waits instead, when no heavier.

import type { Random } from '../random.ts';
import { at, hasBit } from './arrays.ts';
import type { Chain } from './chain.ts';
import { busyPeople, insertOne, isLimited } from './insert.ts';
import { enter, leave, type Timetable } from './timetable.ts';

/** Whether a meeting may wait in place of another. */
const isNoHeavier = ({ terrain }: Timetable, one: number, than: number): boolean =>
  at(terrain.rankOf, one) <= at(terrain.rankOf, than) && (terrain.weight[one] ?? 0) <= (terrain.weight[than] ?? 0);

/** The only meeting in the way of another in a slot; -1 when there is none, or more than one. */
const inTheWay = (table: Timetable, meeting: number, slot: number): number => {
  const { terrain, rowFrom, holds, slots, moves, errand, pooled, poolRoom } = table;
  const [busy = -1, second] = busyPeople(table, meeting, slot);
  if (busy < 0 || second !== undefined) return -1;
  const other = at(holds, at(rowFrom, busy) * slots + slot);
  if (other < 0 || moves[other] !== 1 || errand[other] === 1 || at(terrain.rankOf, other) > at(terrain.rankOf, meeting)) return -1;
  return (pooled[meeting] ?? 0) - (pooled[other] ?? 0) <= at(poolRoom, slot) ? other : -1;
};

const exchange = (table: Timetable, out: number, into: number, slot: number): void => {
  leave(table, out);
  table.slotOf[out] = -1;
  enter(table, into, slot);
};

/**
 * Places a meeting where another gives way. Answers -1 when both are placed then, the other one when it waits now in its stead, and the
 * meeting itself when nothing has changed.
 */
export const evict = (table: Timetable, chain: Chain, meeting: number, random: Random): number => {
  const { slots, words, mayStart } = table;
  if (table.moves[meeting] !== 1 || table.errand[meeting] === 1 || isLimited(table, meeting)) return meeting;
  const from = random.below(slots);
  let light = -1;
  let lightSlot = -1;
  for (let step = 0; step < slots; step += 1) {
    const slot = (from + step) % slots;
    const other = hasBit(mayStart, words, meeting, slot) ? inTheWay(table, meeting, slot) : -1;
    if (other < 0) continue;
    exchange(table, other, meeting, slot);
    if (insertOne(table, chain, other, random)) return -1;
    exchange(table, meeting, other, slot);
    if (light < 0 && isNoHeavier(table, other, meeting)) [light, lightSlot] = [other, slot];
  }
  if (light < 0) return meeting;
  exchange(table, light, meeting, lightSlot);
  return light;
};
