// A lower bound on breaks: every person's day is chosen alone while tables are paid for, with prices that are raised where too many want one.
// Lagrangian relaxation of the table capacities (Held and Karp 1971), prices by subgradient steps with Polyak's length.

import type { DayPatterns } from './day-patterns.ts';

/** Prices are whole multiples of this: sums stay exact, so that rounding can never raise the bound above the truth. */
const unit = 1 / 4_096;

/** Steps this short move no bound across a whole number any more. */
const shortestStride = 1 / 128;

interface Scratch {
  readonly cost: Float64Array;
  readonly via: Int32Array;
}

/** The cheapest day of one person; adds its busy slots to `used`. Answers its cost. */
const cheapestDay = (day: DayPatterns, prices: Float64Array, used: Int32Array, { cost, via }: Scratch): number => {
  cost.fill(Infinity, 0, day.nodes);
  cost[0] = 0;
  const { from, to, slot, busy, begins } = day;
  const arcs = from.length;
  // Typed arrays hold a number at every index below their length: the fallbacks are for the compiler alone.
  for (let arc = 0; arc < arcs; arc += 1) {
    const target = to[arc] ?? 0;
    let price = (cost[from[arc] ?? 0] ?? 0) + (begins[arc] ?? 0);
    if (busy[arc] === 1) price += prices[slot[arc] ?? 0] ?? 0;
    if (price < (cost[target] ?? 0)) {
      cost[target] = price;
      via[target] = arc;
    }
  }
  let best = to[arcs - 1] ?? 0;
  const lastSlot = slot[arcs - 1];
  for (let arc = arcs - 1; arc >= 0 && slot[arc] === lastSlot; arc -= 1) {
    const end = to[arc] ?? 0;
    if ((cost[end] ?? 0) < (cost[best] ?? 0)) best = end;
  }
  for (let node = best; node !== 0;) {
    const arc = via[node] ?? 0;
    if (busy[arc] === 1) used[slot[arc] ?? 0] = (used[slot[arc] ?? 0] ?? 0) + 1;
    node = from[arc] ?? 0;
  }
  return cost[best] ?? 0;
};

/**
 * Fewest breaks that any plan can have, from the possible days of all people and the tables per slot; a whole number, never too high.
 * Time: rounds × arcs of all graphs.
 */
export const breakBound = (days: readonly DayPatterns[], capacity: readonly number[], rounds = 400): number => {
  const busyDays = days.filter(({ mayBeBusy }) => mayBeBusy.includes(true));
  const nodes = busyDays.reduce((most, day) => Math.max(most, day.nodes), 1);
  const scratch: Scratch = { cost: new Float64Array(nodes), via: new Int32Array(nodes) };
  const prices = new Float64Array(capacity.length);
  let best = 0;
  let stride = 1;
  let idle = 0;
  for (let round = 0; round < rounds && stride >= shortestStride; round += 1) {
    const used = new Int32Array(capacity.length);
    let value = 0;
    for (const day of busyDays) value += cheapestDay(day, prices, used, scratch);
    capacity.forEach((tables, slot) => (value -= (prices[slot] ?? 0) * 2 * tables));
    idle = value > best + unit ? 0 : idle + 1;
    best = Math.max(best, value);
    if (idle >= 12) {
      stride /= 2;
      idle = 0;
    }
    const slack = capacity.map((tables, slot) => (used[slot] ?? 0) - 2 * tables);
    const norm = slack.reduce((sum, one, slot) => sum + (one < 0 && prices[slot] === 0 ? 0 : one * one), 0);
    if (norm === 0) break;
    const step = (stride * (Math.ceil(best) + 1.5 - value)) / norm;
    slack.forEach((one, slot) => (prices[slot] = Math.max(0, Math.round(((prices[slot] ?? 0) + step * one) / unit) * unit)));
  }
  return Math.ceil(best);
};
