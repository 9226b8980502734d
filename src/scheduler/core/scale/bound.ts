// A bound on breaks that grows with the plan, not with its square: everybody's cheapest timetable by their own meetings alone, while tables
// cost a price per slot that rises where more are wanted than there are (Lagrangian relaxation; Held and Karp 1970, Fisher 1981).

import { add, at, listAt } from '../engines/arrays.ts';
import { terrainOf, type Terrain } from '../engines/terrain.ts';
import type { Facts } from '../model.ts';
import { cheapestStay, workbenchFor, type Person } from './cheapest-stay.ts';
import { windowsOf, type Windows } from './windows.ts';

export interface BoundOptions {
  /** Rounds of raising and lowering prices. */
  readonly rounds?: number;
  /** Told the bound whenever it rises. */
  readonly onBound?: (bound: number) => void;
  /** Asked between people; true = answer with the bound so far. */
  readonly shouldStop?: () => boolean;
}

/** Prices are whole multiples of this, so that sums of them are exact and the bound is never too high by rounding. */
const unit = 1 / 1_024;

/** Whether all meetings of a participant are held at tables of the pool. */
const isPooled = (terrain: Terrain, participant: number): boolean =>
  listAt(terrain.meetingsOf, participant).every((meeting) => {
    const own = terrain.ownPlacesOf[meeting] ?? null;
    return own === null || own.every((place) => at(terrain.pooled, place) === 1);
  });

/** For how much of a table each participant stands, so that those of one meeting stand for one table at most; the busiest are served first. */
const tableShares = (terrain: Terrain): Float64Array => {
  const shares = new Float64Array(terrain.meetingsOf.length);
  const busiest = [...shares.keys()].sort((a, b) => listAt(terrain.meetingsOf, b).length - listAt(terrain.meetingsOf, a).length || a - b);
  for (const participant of busiest) {
    if (!isPooled(terrain, participant)) continue;
    let share = 1;
    for (const meeting of listAt(terrain.meetingsOf, participant)) {
      let left = 1;
      for (const other of listAt(terrain.participantsOf, meeting)) left -= shares[other] ?? 0;
      share = Math.min(share, left);
    }
    shares[participant] = share;
  }
  return shares;
};

const tablesPerSlot = (terrain: Terrain): Int32Array => {
  const tables = new Int32Array(terrain.slots);
  for (const place of terrain.pool) {
    for (let slot = 0; slot < terrain.slots; slot += 1) add(tables, slot, at(terrain.capacity, place * terrain.slots + slot));
  }
  return tables;
};

/** Everybody's windows; null when somebody cannot hold all their meetings, whatever the others do. */
const allWindows = (terrain: Terrain, shouldStop: () => boolean): readonly Windows[] | null => {
  const all: Windows[] = [];
  for (let participant = 0; participant < terrain.meetingsOf.length; participant += 1) {
    if (listAt(terrain.meetingsOf, participant).length > at(terrain.maxMeetings, participant) || shouldStop()) return null;
    const windows = windowsOf(terrain, participant);
    if (windows === null) return null;
    all.push(windows);
  }
  return all;
};

/** Moves prices along the tables wanted too much or too little. */
const moveBy = (prices: Float64Array, excess: readonly number[], step: number): void => {
  excess.forEach((one, slot) => {
    prices[slot] = Math.max(0, Math.round(((prices[slot] ?? 0) + step * one) / unit) * unit);
  });
};

/**
 * Breaks that no plan with all meetings of valid facts can go below; null when no such plan exists (or was stopped before anything is known).
 * Never too high. Time: per round, people × slots × meetings of each.
 */
export const breaksBound = (facts: Facts, { rounds = 120, onBound, shouldStop = () => false }: BoundOptions = {}): number | null => {
  const terrain = terrainOf(facts);
  const windows = allWindows(terrain, shouldStop);
  if (windows === null) return null;
  const shares = tableShares(terrain);
  const people = windows.map((one, participant): Person => {
    return { windows: one, seats: at(terrain.seats, participant), weight: shares[participant] ?? 0 };
  });
  const bench = workbenchFor(
    terrain.slots,
    windows.reduce((most, { load }) => Math.max(most, load), 0),
  );
  const tables = tablesPerSlot(terrain);
  const prices = new Float64Array(terrain.slots);
  const unpriced = people.filter(({ weight }) => weight === 0);
  const priced = people.filter(({ weight }) => weight > 0);
  const none = new Float64Array(terrain.slots);
  const fixed = unpriced.reduce((sum, person) => sum + cheapestStay(bench, person, terrain.firstOfDay, prices, none), 0);
  let best = 0;
  let stride = 1;
  let idle = 0;
  for (let round = 0; round < rounds; round += 1) {
    const used = new Float64Array(terrain.slots);
    let value = fixed;
    for (const person of priced) {
      if (shouldStop()) return best;
      value += cheapestStay(bench, person, terrain.firstOfDay, prices, used);
    }
    tables.forEach((count, slot) => (value -= (prices[slot] ?? 0) * count));
    idle = value > best + unit ? 0 : idle + 1;
    if (round === 0 || Math.ceil(value) > Math.ceil(best)) onBound?.(Math.ceil(value));
    best = Math.max(best, value);
    if (idle >= 10) {
      stride /= 2;
      idle = 0;
    }
    const excess = Array.from(used, (wanted, slot) => wanted - at(tables, slot));
    const norm = excess.reduce((sum, one, slot) => sum + (one < 0 && prices[slot] === 0 ? 0 : one * one), 0);
    if (norm === 0 || stride < 1 / 64) break;
    moveBy(prices, excess, (stride * (1.02 * best + 2 - value)) / norm);
  }
  return Math.ceil(best);
};
