// Fewer breaks: annealing over Kempe chains, one person at a time. Nearly every chain changes the day of two people only, so that a step
// costs the same in a large plan as in a small one.

import type { Random } from '../random.ts';
import { at } from './arrays.ts';
import { chainFor, clear, costGained, move, tablesFit, trace, type Chain, type CostOf } from './chain.ts';
import { evict } from './evict.ts';
import { insertOne, longestChain } from './insert.ts';
import { placedIn, type Progress, type Search } from './search.ts';
import { readShape, shapeFor, type Ends, type Shape } from './shape.ts';
import { keepTimes, settleTimes, timesOf } from './settle-times.ts';
import { breaksGained, timetableOf, type Timetable } from './timetable.ts';

/** How the search is led. */
export interface AnnealOptions {
  readonly iterations: number;
  /** Turns the share of the iterations done, 0 to 1, into the share of the search done; a clock outside may hurry it. */
  readonly pace?: (done: number) => number;
  /** Breaks that no plan can go below, as far as known by now: the search ends there. */
  readonly fewest?: () => number;
}

/** Tries with one person before the next: those that suit the shape of their days, then any. */
const fittingTries = 6;
const looseTries = 1;
const hot = 0.3;
const cold = 0.05;
/** How often somebody with breaks is chosen, and a move that takes one out. */
const shareOfTroubled = 0.7;
const shareOfGains = 0.6;

interface State {
  readonly table: Timetable;
  readonly chain: Chain;
  readonly random: Random;
  readonly costOf: CostOf;
  readonly shape: Shape;
  cost: number;
  temperature: number;
}

/** Tries to move one of a person's meetings to a slot in which they are free, at no more cost than chance allows. */
const tryMove = (state: State, participant: number, from: number, to: number): boolean => {
  const { table, chain, random, costOf } = state;
  const first = at(table.rowFrom, participant);
  const seats = at(table.rowFrom, participant + 1) - first;
  const row = seats === 1 ? first : first + random.below(seats);
  const meeting = at(table.holds, row * table.slots + from);
  if (meeting < 0 || from === to) return false;
  const allowed = -state.temperature * Math.log(1 - random.next());
  // Whoever stands at the other end rarely wins back more than one break.
  if (seats === 1 && breaksGained(table, participant, from, to) - 1 > allowed) return false;
  let moved = false;
  if (trace(table, chain, meeting, to) && tablesFit(table, chain)) {
    const gained = costGained(table, chain, costOf);
    moved = gained <= allowed && move(table, chain);
    if (moved) state.cost += gained;
  }
  clear(chain);
  return moved;
};

const tryAny = (state: State, participant: number): void => {
  const { table, random } = state;
  const to = random.below(table.slots);
  const cell = participant * table.slots + to;
  const seats = at(table.rowFrom, participant + 1) - at(table.rowFrom, participant);
  if (table.there[cell] === 1 && (table.use[cell] ?? 0) < seats) tryMove(state, participant, random.below(table.slots), to);
};

/** One of two lists laid end to end, at random; -1 when both are empty. */
const oneOf = (random: Random, first: Ends, second: Ends): number => {
  if (first.size + second.size === 0) return -1;
  const index = random.below(first.size + second.size);
  return index < first.size ? at(first.slots, index) : at(second.slots, index - first.size);
};

const tryPerson = (state: State, participant: number): void => {
  const { table, shape, random } = state;
  const { helpedByLeaving, indifferentToLeaving, helpedByTaking, indifferentToTaking } = shape;
  readShape(table, participant, shape);
  const gains = helpedByLeaving.size + helpedByTaking.size;
  for (let step = 0; step < fittingTries; step += 1) {
    let from = -1;
    let to = -1;
    if (gains > 0 && random.next() < shareOfGains) {
      const index = random.below(gains);
      const leaves = index < helpedByLeaving.size;
      from = leaves ? at(helpedByLeaving.slots, index) : oneOf(random, indifferentToLeaving, helpedByLeaving);
      to = leaves ? oneOf(random, indifferentToTaking, helpedByTaking) : at(helpedByTaking.slots, index - helpedByLeaving.size);
    } else {
      from = oneOf(random, indifferentToLeaving, indifferentToLeaving);
      to = oneOf(random, indifferentToTaking, indifferentToTaking);
    }
    if (from >= 0 && to >= 0 && tryMove(state, participant, from, to)) break;
  }
  for (let step = 0; step < looseTries; step += 1) tryAny(state, participant);
};

const breaksIn = ({ breaks }: Timetable): number => breaks.reduce((sum, one) => sum + one, 0);

/** People with breaks, to be tried more often than others. */
const troubledPeople = ({ breaks }: Timetable): Int32Array => {
  const people: number[] = [];
  breaks.forEach((count, participant) => {
    if (count > 0) people.push(participant);
  });
  return Int32Array.from(people);
};

/** Meetings that found no place, musts and heavy ones first. */
const homeless = ({ terrain, slotOf, moves }: Timetable): number[] =>
  [...moves.keys()]
    .filter((meeting) => at(slotOf, meeting) < 0)
    .sort((a, b) => at(terrain.rankOf, b) - at(terrain.rankOf, a) || (terrain.weight[b] ?? 0) - (terrain.weight[a] ?? 0) || a - b);

const triesToPlace = 4;

/** Tries to place some of the homeless where the search has come by; answers those left, and lets the next ones be first. */
const placeSome = ({ table, chain, random }: State, waiting: readonly number[]): number[] => {
  const tried = waiting.slice(0, triesToPlace);
  const unlucky = tried.filter((meeting) => !insertOne(table, chain, meeting, random));
  return [...waiting.slice(triesToPlace), ...unlucky.map((meeting) => evict(table, chain, meeting, random)).filter((one) => one >= 0)];
};

/** Whether fewer or lighter meetings wait than before. */
const isLess = ({ terrain }: Timetable, now: readonly number[], before: readonly number[]): boolean => {
  const weightOf = (meetings: readonly number[]): number => meetings.reduce((sum, meeting) => sum + (terrain.weight[meeting] ?? 0), 0);
  return now.length < before.length || (now.length === before.length && weightOf(now) < weightOf(before));
};

const costIn = ({ breaks }: Timetable, costOf: CostOf): number => breaks.reduce((sum, one) => sum + costOf(one), 0);

/** Whom to try next: somebody with breaks more often than not. */
const choose = ({ table, random }: State, troubled: Int32Array): number => {
  if (troubled.length > 0 && random.next() < shareOfTroubled) return at(troubled, random.below(troubled.length));
  return at(table.people, random.below(table.people.length));
};

/**
 * Lowers breaks within a number of iterations; what is placed stays placed, and what was not is placed when chance makes room.
 * The board is left in the best state found: most placed, then least cost.
 */
export const anneal = (search: Search, { iterations, pace = (done) => done, fewest = () => 0 }: AnnealOptions): void => {
  const { board, random } = search;
  const { facts } = board.terrain;
  const table = timetableOf(board);
  if (facts.slots.length < 3 || !table.moves.includes(1)) return;
  const spread = facts.maxBreakSpread ?? 1_000_000;
  // A heavy price on each unfair break, measured against none, the fewest that somebody has in nearly every plan.
  const costOf: CostOf = (breaks) => breaks + 5 * Math.max(0, breaks - spread);
  const state: State = {
    table,
    chain: chainFor(table, longestChain),
    random,
    costOf,
    shape: shapeFor(table),
    cost: costIn(table, costOf),
    temperature: hot,
  };
  const best = timesOf(table);
  let least = state.cost;
  let waiting = homeless(table);
  let placeAt = 0;
  let pause = 0;
  let placed = placedIn(board.terrain, table.slotOf);
  // Without a rule of fairness cost is nothing but breaks.
  const breaksNow = (): number => (facts.maxBreakSpread === null ? state.cost : breaksIn(table));
  let progress: Progress = { ...placed, breaks: breaksNow(), settled: true };
  const progressNow = (): Progress => progress;
  let troubled = troubledPeople(table);
  const between = Math.max(16, facts.participants.length >> 4);
  for (let round = 0; round < iterations && (least > 0 || waiting.length > 0); round += 1) {
    if (round % between === 0) {
      const done = pace(round / iterations);
      if (done >= 1 || (least <= fewest() && waiting.length === 0)) break;
      state.temperature = cold + (hot - cold) * (1 - done) ** 2;
      if (waiting.length > 0 && round >= placeAt) {
        const still = placeSome(state, waiting);
        state.cost = costIn(table, costOf);
        const fewer = isLess(table, still, waiting);
        if (fewer) {
          least = Infinity;
          placed = placedIn(board.terrain, table.slotOf);
        }
        waiting = still;
        // In vain again and again: ever more seldom, so that breaks are not neglected where there is no room.
        pause = fewer ? 0 : pause + between;
        placeAt = round + pause;
      }
      if (state.cost < least) {
        least = state.cost;
        keepTimes(best, table);
        progress = { ...placed, breaks: breaksNow(), settled: true };
      }
      troubled = troubledPeople(table);
    }
    if (search.tick(progressNow)) break;
    tryPerson(state, choose(state, troubled));
  }
  if (state.cost < least) keepTimes(best, table);
  settleTimes(board, table, best);
};
