// What meetings compete for, as rows with a price each: seats of people, places and interpreters slot by slot, tables of the pool, meetings a person may have.

import { add, at, listAt } from '../engines/arrays.ts';
import { terrainOf, type Terrain } from '../engines/terrain.ts';
import type { Facts } from '../model.ts';

/** Lists of places or interpreters that meetings choose from, without repeats; the list of a meeting, -1 = it needs none. */
interface Choices {
  readonly lists: readonly Int32Array[];
  readonly listOf: Int32Array;
}

const choicesFrom = (meetings: number, wanted: (meeting: number) => readonly number[] | null): Choices => {
  const known = new Map<string, number>();
  const lists: Int32Array[] = [];
  const listOf = new Int32Array(meetings).fill(-1);
  for (let meeting = 0; meeting < meetings; meeting += 1) {
    const list = wanted(meeting);
    if (list === null) continue;
    const key = list.join();
    if (!known.has(key)) known.set(key, lists.push(Int32Array.from(list)) - 1);
    listOf[meeting] = known.get(key) ?? -1;
  }
  return { lists, listOf };
};

/** Rows of what is scarce, one after another: seats and interpreters and places by slot, tables of the pool by slot, meetings a person may have. */
export interface Market {
  readonly terrain: Terrain;
  readonly places: Choices;
  readonly interpreters: Choices;
  readonly pooled: Uint8Array;
  readonly room: Int32Array;
  readonly limits: number;
  readonly placeRows: number;
  readonly interpreterRows: number;
  readonly poolRows: number;
}

/** Arranges the scarce things of valid facts. */
export const marketOf = (facts: Facts): Market => {
  const terrain = terrainOf(facts);
  const { slots, seats, capacity, pool } = terrain;
  const [people, meetings] = [facts.participants.length, facts.meetings.length];
  const ownOf = (meeting: number): Int32Array | null => terrain.ownPlacesOf[meeting] ?? null;
  const places = choicesFrom(meetings, (meeting) => {
    const own = ownOf(meeting);
    return own === null ? null : [...own];
  });
  const interpreters = choicesFrom(meetings, (meeting) => {
    if (at(terrain.needsInterpreter, meeting) === 0) return null;
    const own = ownOf(meeting);
    const usable = (place: number): boolean => place < 0 || (own === null ? at(terrain.pooled, place) === 1 : own.includes(place));
    return [...listAt(terrain.interpretersOf, meeting)].filter((resource) => usable(at(terrain.boundTo, resource)));
  });
  const limits = people * slots;
  const placeRows = limits + people;
  const interpreterRows = placeRows + facts.places.length * slots;
  const poolRows = interpreterRows + facts.resources.length * slots;
  const room = new Int32Array(poolRows + slots);
  for (let row = 0; row < limits; row += 1) room[row] = at(seats, Math.floor(row / slots));
  room.set(terrain.maxMeetings, limits);
  room.set(capacity, placeRows);
  room.set(terrain.interpreterThere, interpreterRows);
  for (const place of pool) for (let slot = 0; slot < slots; slot += 1) add(room, poolRows + slot, at(capacity, place * slots + slot));
  const isPooled = (meeting: number): boolean => ownOf(meeting)?.every((place) => at(terrain.pooled, place) === 1) ?? true;
  const pooled = Uint8Array.from(facts.meetings, (_, meeting) => (isPooled(meeting) ? 1 : 0));
  return { terrain, places, interpreters, pooled, room, limits, placeRows, interpreterRows, poolRows };
};

/** What lists cost in each slot at given prices: the cheapest row of each, -1 and Infinity where none is to be had. */
interface Offers {
  readonly cost: Float64Array;
  readonly row: Int32Array;
}

const offersFor = ({ lists }: Choices, slots: number): Offers => ({
  cost: new Float64Array(lists.length * slots),
  row: new Int32Array(lists.length * slots),
});

const quote = (offers: Offers, { lists }: Choices, { terrain: { slots }, room }: Market, firstRow: number, prices: Float64Array): void => {
  lists.forEach((list, index) => {
    for (let slot = 0; slot < slots; slot += 1) {
      let least = Infinity;
      let best = -1;
      for (const one of list) {
        const row = firstRow + one * slots + slot;
        const price = prices[row] ?? 0;
        if (at(room, row) === 0 || price >= least) continue;
        least = price;
        best = row;
      }
      offers.cost[index * slots + slot] = least;
      offers.row[index * slots + slot] = best;
    }
  });
};

/** All that a round of prices is worked out with. */
export interface Bench {
  readonly market: Market;
  readonly prices: Float64Array;
  /** How often each row is wanted. */
  readonly wanted: Int32Array;
  readonly places: Offers;
  readonly interpreters: Offers;
}

/** What a meeting costs in one slot, beside its limits. */
const costIn = ({ market, prices, places, interpreters }: Bench, meeting: number, slot: number): number => {
  const { terrain, pooled, poolRows } = market;
  const { people, peopleFrom, slots } = terrain;
  let cost = pooled[meeting] === 1 ? (prices[poolRows + slot] ?? 0) : 0;
  for (let index = at(peopleFrom, meeting); index < at(peopleFrom, meeting + 1); index += 1) {
    cost += prices[at(people, index) * slots + slot] ?? 0;
  }
  const place = at(market.places.listOf, meeting);
  if (place >= 0) cost += places.cost[place * slots + slot] ?? 0;
  const interpreter = at(market.interpreters.listOf, meeting);
  if (interpreter >= 0) cost += interpreters.cost[interpreter * slots + slot] ?? 0;
  return cost;
};

/** Notes what a meeting takes in one slot. */
const takeIn = ({ market, wanted, places, interpreters }: Bench, meeting: number, slot: number): void => {
  const { terrain, pooled, poolRows } = market;
  const { people, peopleFrom, slots } = terrain;
  if (pooled[meeting] === 1) add(wanted, poolRows + slot, 1);
  for (let index = at(peopleFrom, meeting); index < at(peopleFrom, meeting + 1); index += 1)
    add(wanted, at(people, index) * slots + slot, 1);
  const place = at(market.places.listOf, meeting);
  if (place >= 0) add(wanted, at(places.row, place * slots + slot), 1);
  const interpreter = at(market.interpreters.listOf, meeting);
  if (interpreter >= 0) add(wanted, at(interpreters.row, interpreter * slots + slot), 1);
};

/** A market in which nothing costs anything yet. */
export const benchFor = (market: Market): Bench => ({
  market,
  prices: new Float64Array(market.room.length),
  wanted: new Int32Array(market.room.length),
  places: offersFor(market.places, market.terrain.slots),
  interpreters: offersFor(market.interpreters, market.terrain.slots),
});

/** Begins a round at the present prices: nothing is wanted yet. */
export const open = ({ market, prices, wanted, places, interpreters }: Bench): void => {
  wanted.fill(0);
  quote(places, market.places, market, market.placeRows, prices);
  quote(interpreters, market.interpreters, market, market.interpreterRows, prices);
};

/** Lets a meeting take its cheapest time when that is worth it; answers what it gains. */
export const shop = (bench: Bench, meeting: number, worth: number): number => {
  const { terrain, limits } = bench.market;
  const { people, peopleFrom, startsOf, length } = terrain;
  let limit = 0;
  for (let index = at(peopleFrom, meeting); index < at(peopleFrom, meeting + 1); index += 1) {
    limit += bench.prices[limits + at(people, index)] ?? 0;
  }
  let least = Infinity;
  let best = -1;
  for (const start of listAt(startsOf, meeting)) {
    let cost = limit;
    for (let slot = start; slot < start + at(length, meeting); slot += 1) cost += costIn(bench, meeting, slot);
    if (cost < least) [least, best] = [cost, start];
  }
  if (least >= worth) return 0;
  for (let slot = best; slot < best + at(length, meeting); slot += 1) takeIn(bench, meeting, slot);
  for (let index = at(peopleFrom, meeting); index < at(peopleFrom, meeting + 1); index += 1) {
    add(bench.wanted, limits + at(people, index), 1);
  }
  return worth - least;
};
