// The cheapest timetable one person could have by their own meetings alone: a dynamic programme over slot, meetings behind, and whether
// the day has begun, is busy, or waits.

import { at } from '../engines/arrays.ts';
import type { Windows } from './windows.ts';

const phases = 3;
const fresh = 0;
const busy = 1;
const waiting = 2;

/** Reused from person to person, as large as the largest needs. */
export interface Workbench {
  readonly cost: Float64Array;
  readonly next: Float64Array;
  /** How a state was reached, `[slot × states + state]`: meetings held × 3 + phase before. */
  readonly came: Int32Array;
}

export const workbenchFor = (slots: number, mostLoad: number): Workbench => ({
  cost: new Float64Array(phases * (mostLoad + 1)),
  next: new Float64Array(phases * (mostLoad + 1)),
  came: new Int32Array(slots * phases * (mostLoad + 1)),
});

export interface Person {
  readonly windows: Windows;
  readonly seats: number;
  /** What one meeting in a slot costs is this times the slot's price. */
  readonly weight: number;
}

/** Notes a way to a state if it is the cheapest so far. */
const reach = (next: Float64Array, came: Int32Array, offset: number, state: number, cost: number, how: number): void => {
  if (cost >= (next[state] ?? 0)) return;
  next[state] = cost;
  came[offset + state] = how;
};

/** Fills in the costs of all states, slot by slot; answers those after the last slot. */
const spread = (
  { cost, next, came }: Workbench,
  { windows, seats, weight }: Person,
  firstOfDay: Int32Array,
  prices: Float64Array,
): Float64Array => {
  const { load, low, high, open } = windows;
  const width = load + 1;
  const states = phases * width;
  let [now, then] = [cost, next];
  now.fill(Infinity, 0, states);
  now[fresh * width] = 0;
  for (let slot = 0; slot < low.length; slot += 1) {
    then.fill(Infinity, 0, states);
    const price = weight * (prices[slot] ?? 0);
    const [least, most] = [at(low, slot), at(high, slot)];
    const [before, until] = slot === 0 ? [0, 0] : [at(low, slot - 1), at(high, slot - 1)];
    const mostNow = open[slot] === 1 ? seats : 0;
    for (let phase = 0; phase < phases; phase += 1) {
      const since = firstOfDay[slot] === 1 ? fresh : phase;
      const idle = (since === fresh ? fresh : waiting) * width;
      const begun = since === waiting ? 1 : 0;
      for (let count = before; count <= until; count += 1) {
        const spent = now[phase * width + count] ?? Infinity;
        if (spent === Infinity) continue;
        if (count >= least) reach(then, came, slot * states, idle + count, spent, phase);
        for (let held = Math.max(1, least - count); held <= mostNow && count + held <= most; held += 1) {
          reach(then, came, slot * states, busy * width + count + held, spent + begun + held * price, held * phases + phase);
        }
      }
    }
    [now, then] = [then, now];
  }
  return now;
};

/** Adds a person's meetings per slot in their cheapest timetable, times their weight, to `used`; answers its cost: breaks and prices. */
export const cheapestStay = (
  bench: Workbench,
  person: Person,
  firstOfDay: Int32Array,
  prices: Float64Array,
  used: Float64Array,
): number => {
  const { windows, weight } = person;
  const width = windows.load + 1;
  const cost = spread(bench, person, firstOfDay, prices);
  const costOf = (phase: number): number => cost[phase * width + windows.load] ?? Infinity;
  let phase = fresh;
  for (const other of [busy, waiting]) if (costOf(other) < costOf(phase)) phase = other;
  const value = costOf(phase);
  if (weight === 0 || value === Infinity) return value;
  let count = windows.load;
  for (let slot = windows.low.length - 1; slot >= 0; slot -= 1) {
    const step = at(bench.came, slot * phases * width + phase * width + count);
    const held = Math.floor(step / phases);
    used[slot] = (used[slot] ?? 0) + weight * held;
    count -= held;
    phase = step % phases;
  }
  return value;
};
