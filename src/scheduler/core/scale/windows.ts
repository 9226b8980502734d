// How many of a person's meetings can be behind them by a given slot, and how many must be: from matchings of meetings to slots, seat by seat.

import { at, listAt } from '../engines/arrays.ts';
import type { Terrain } from '../engines/terrain.ts';

export interface Windows {
  /** Slots of meetings, a meeting of two slots counted twice. */
  readonly load: number;
  /** Fewest and most of them by the end of each slot. */
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** 1 where some meeting may be held. */
  readonly open: Uint8Array;
}

/** Per slot the units of load that may be held then; a long meeting is taken apart, which allows more than there is. */
const unitsIn = (terrain: Terrain, participant: number): { readonly load: number; readonly units: readonly (readonly number[])[] } => {
  const units: number[][] = Array.from({ length: terrain.slots }, () => []);
  let load = 0;
  for (const meeting of listAt(terrain.meetingsOf, participant)) {
    const length = at(terrain.length, meeting);
    const slots = new Set<number>();
    for (const start of listAt(terrain.startsOf, meeting)) for (let slot = start; slot < start + length; slot += 1) slots.add(slot);
    for (let part = 0; part < length; part += 1) for (const slot of slots) units[slot]?.push(load + part);
    load += length;
  }
  return { load, units };
};

/** Matches as many units as possible to the slots taken in one after another, up to `seats` in each; answers how many after each slot. */
const matched = (order: readonly number[], units: readonly (readonly number[])[], load: number, seats: number): Int32Array => {
  const slotOf = new Int32Array(load).fill(-1);
  const visited = new Int32Array(load).fill(-1);
  let round = 0;
  const give = (slot: number): boolean => {
    const here = units[slot] ?? [];
    for (const unit of here) {
      if (at(slotOf, unit) >= 0) continue;
      slotOf[unit] = slot;
      return true;
    }
    for (const unit of here) {
      if (at(visited, unit) === round) continue;
      visited[unit] = round;
      if (!give(at(slotOf, unit))) continue;
      slotOf[unit] = slot;
      return true;
    }
    return false;
  };
  const counts = new Int32Array(order.length);
  let count = 0;
  order.forEach((slot, index) => {
    for (let seat = 0; seat < seats && count < load; seat += 1) {
      round += 1;
      if (!give(slot)) break;
      count += 1;
    }
    counts[index] = count;
  });
  return counts;
};

/** Null when a participant's meetings cannot all be held, whatever the others do. Time: slots × meetings × slots at worst. */
export const windowsOf = (terrain: Terrain, participant: number): Windows | null => {
  const { slots } = terrain;
  const { load, units } = unitsIn(terrain, participant);
  const seats = at(terrain.seats, participant);
  const order = Array.from({ length: slots }, (_, slot) => slot);
  const high = matched(order, units, load, seats);
  if (load > 0 && at(high, slots - 1) < load) return null;
  const late = matched(order.reverse(), units, load, seats);
  const low = new Int32Array(slots);
  for (let slot = 0; slot < slots; slot += 1) low[slot] = slot === slots - 1 ? load : Math.max(0, load - at(late, slots - 2 - slot));
  return { load, low, high, open: Uint8Array.from(units, (here) => (here.length > 0 ? 1 : 0)) };
};
