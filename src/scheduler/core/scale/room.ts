// How much any plan can hold where more is wished than fits: people's seats, tables and interpreters cost a price per slot, each meeting takes its
// cheapest time or none, and prices rise where more is wanted than there is (Lagrangian relaxation by subgradients; Held and Karp 1971, Fisher 1981).

import { at, listAt } from '../engines/arrays.ts';
import type { Facts } from '../model.ts';
import { benchFor, marketOf, open, shop, type Bench, type Market } from './market.ts';

/** Musts, weight of wants, and meetings of either kind; of a plan, or such as no plan can exceed. */
export interface Holding {
  readonly musts: number;
  readonly weight: number;
  readonly placed: number;
}

export interface RoomOptions {
  /** Rounds of raising and lowering prices for each of the three numbers. */
  readonly rounds?: number;
  /** Told whenever a number falls. */
  readonly onRoom?: (room: Holding) => void;
  /** Asked between rounds; true = answer with what is known by then. */
  readonly shouldStop?: () => boolean;
}

/** Prices are whole multiples of this, so that with whole weights all sums are exact and a bound is never too low by rounding. */
const unit = 2 ** -20;
/** With other weights sums are off by far less than this part of them. */
const leeway = 1e-9;
/** How much of the last direction is kept, and after how many rounds in vain steps become shorter, to this part, and down to which. */
const inertia = 0.6;
const roundsInVain = 20;
const shorter = 2 / 3;
const shortest = 1e-3;

/** What is asked of the bound. */
interface Question {
  /** Worth of each meeting, ≥ 0. */
  readonly worth: Float64Array;
  /** 1 for meetings of which at least `firm` are held. */
  readonly isFirm: Uint8Array;
  readonly firm: number;
  /** What some plan reaches: sets the length of the steps, and where there is nothing left to prove. */
  readonly reached: number;
  readonly rounds: number;
  readonly shouldStop: () => boolean;
  readonly onBound: (bound: number) => void;
}

/** A bound made a sum that there can be: whole where all worths are. */
const tightened = (worth: Float64Array): ((bound: number) => number) =>
  worth.every(Number.isInteger) ? Math.floor : (bound) => bound + leeway * Math.abs(bound);

/** Moves prices along what is wanted too much or too little; answers the length of the step, 0 where nothing is. */
const adjust = ({ market, prices, wanted }: Bench, heading: Float64Array, distance: number, firmExcess: number): number => {
  let norm = firmExcess ** 2;
  for (let row = 0; row < heading.length; row += 1) {
    const excess = at(wanted, row) - at(market.room, row);
    const way = (prices[row] ?? 0) === 0 && excess < 0 ? 0 : excess;
    heading[row] = inertia * (heading[row] ?? 0) + way;
    norm += way * way;
  }
  if (norm === 0) return 0;
  const step = distance / norm;
  for (let row = 0; row < heading.length; row += 1) {
    if (heading[row] === 0) continue;
    prices[row] = Math.max(0, Math.round(((prices[row] ?? 0) + step * (heading[row] ?? 0)) / unit) * unit);
  }
  return step;
};

/** Largest sum of worth of any plan that holds as many firm meetings, or more: never too low. Time: per round, meetings × slots × people of each. */
const boundOn = (market: Market, { worth, isFirm, firm, reached, rounds, shouldStop, onBound }: Question): number => {
  const bench = benchFor(market);
  const heading = new Float64Array(market.room.length);
  const tight = tightened(worth);
  /** What a firm meeting is worth beside its own worth. */
  let premium = firm === 0 ? 0 : 2 * worth.reduce((most, one) => Math.max(most, one), 1);
  let best = Infinity;
  let pace = 1;
  let still = 0;
  for (let round = 0; round < rounds && pace > shortest && !shouldStop(); round += 1) {
    open(bench);
    let value = -premium * firm;
    let firmly = 0;
    for (let meeting = 0; meeting < worth.length; meeting += 1) {
      const gain = shop(bench, meeting, (worth[meeting] ?? 0) + (isFirm[meeting] === 1 ? premium : 0));
      value += gain;
      if (gain > 0 && isFirm[meeting] === 1) firmly += 1;
    }
    for (let row = 0; row < heading.length; row += 1) value += (bench.prices[row] ?? 0) * at(market.room, row);
    still = value < best - 1e-3 ? 0 : still + 1;
    if (tight(value) < tight(best)) onBound(tight(value));
    best = Math.min(best, value);
    if (tight(best) <= reached) break;
    if (still >= roundsInVain) [pace, still] = [pace * shorter, 0];
    const step = adjust(bench, heading, pace * Math.max(0.1, value - reached), firm - firmly);
    if (step === 0) break;
    if (firm > 0) premium = Math.max(0, Math.round((premium + step * (firm - firmly)) / unit) * unit);
  }
  return tight(best);
};

/**
 * How much no plan of valid facts can hold that meets people with a stand there. `musts`: at most so many in any plan; `weight` and `placed`: at most so
 * much in any plan that holds as many musts as `held`, or more. `held` is what some plan holds. Never too low, and each as low as the linear relaxation at best.
 */
export const roomIn = (facts: Facts, held: Holding, { rounds = 2_000, onRoom, shouldStop = () => false }: RoomOptions = {}): Holding => {
  const market = marketOf(facts);
  const { meetings } = facts;
  const possible = meetings.map((_, meeting) => listAt(market.terrain.startsOf, meeting).length > 0);
  const worthOf = (of: (must: boolean, weight: number) => number): Float64Array =>
    Float64Array.from(meetings, ({ must, weight }, meeting) => (possible[meeting] === true ? of(must, weight) : 0));
  const total = (worth: Float64Array): number => worth.reduce((sum, one) => sum + one, 0);
  const byMust = worthOf((must) => (must ? 1 : 0));
  const byWeight = worthOf((must, weight) => (must ? 0 : weight));
  const byMeeting = worthOf(() => 1);
  let room: Holding = { musts: total(byMust), weight: total(byWeight), placed: total(byMeeting) };
  const tell = (news: Partial<Holding>): void => {
    room = { ...room, ...news };
    onRoom?.(room);
  };
  const isFirm = Uint8Array.from(meetings, ({ must }) => (must ? 1 : 0));
  const ask = (worth: Float64Array, firm: number, reached: number, onBound: (bound: number) => void): number =>
    boundOn(market, { worth, isFirm, firm, reached, rounds, shouldStop, onBound });
  onRoom?.(room);
  if (held.musts < room.musts) ask(byMust, 0, held.musts, (musts) => (musts < room.musts ? tell({ musts }) : undefined));
  const weights = new Set(meetings.flatMap(({ must, weight }) => (must ? [] : [weight])));
  // Where wants are all wished alike and no more musts can be held, their weight says how many there can be.
  const [each] = weights.size === 1 && held.musts === room.musts ? weights : [null];
  const fall = (weight: number): void => {
    if (weight >= room.weight) return;
    const placed =
      each === null || each === undefined ? room.placed : Math.min(room.placed, room.musts + Math.floor(weight / each + leeway));
    tell({ weight, placed });
  };
  if (each === null) ask(byMeeting, held.musts, held.placed, (placed) => (placed < room.placed ? tell({ placed }) : undefined));
  ask(byWeight, held.musts, held.weight, fall);
  return room;
};
