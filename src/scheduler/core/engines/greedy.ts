// The standing engine: pins, then musts, then wants, each most constrained first, then by chains, exchange and ejection; then fewer breaks, then calmer
// places.

import type { Facts, Placement, Plan } from '../model.ts';
import { randomFrom } from '../random.ts';
import { at } from './arrays.ts';
import { anneal } from './anneal.ts';
import { boardOf, placementsOf, type Board } from './board.ts';
import { construct } from './construct.ts';
import { eject, mustsBeforeWants } from './eject.ts';
import { exchange } from './exchange.ts';
import { insert } from './insert.ts';
import { returnHome, standWhere } from './keep.ts';
import { progressOf, type Progress, type Search } from './search.ts';
import { settlePlaces } from './settle-places.ts';
import { rank, terrainOf } from './terrain.ts';

/** How an engine is run. */
export interface EngineOptions {
  readonly seed: number;
  /** Steps of the search for fewer breaks; without it, as many as suit the size. */
  readonly iterations?: number;
  /** Tries in a row to place one more meeting that may fail before the rest is left out; without it, as many as suit the size. */
  readonly patience?: number;
  /** Where meetings stand now: they stay there unless straying places more; breaks are then no reason to move anybody. */
  readonly start?: readonly Placement[];
  /** Called every few thousand steps. */
  readonly onProgress?: (progress: Progress) => void;
  /** Share of the search for fewer breaks that is done, 0 to 1, from the share of its iterations; a clock outside may hurry it. */
  readonly pace?: (done: number) => number;
  /** Breaks that no plan with all meetings can go below, as far as known by now; the plan is the same whenever that becomes known. */
  readonly fewest?: () => number;
  /** Asked often; true = end with the best so far. */
  readonly shouldStop?: () => boolean;
}

/** Counting takes as long as some of the steps: ever more steps in between for more meetings. */
const stepsBetweenProgress = (meetings: number): number => Math.max(4_096, meetings >> 4);
const stepsBetweenQuestions = 32;
/** A try of `eject` takes about as long as `exchange` looks so often for room. */
const looksPerTry = 25;

const ticker = (between: number, progressNow: () => Progress, { onProgress, shouldStop }: EngineOptions): Search['tick'] => {
  let steps = 0;
  let stopped = false;
  return (progress = progressNow) => {
    steps += 1;
    if (stopped) return true;
    if (steps % between === 0) onProgress?.(progress());
    if (steps % stepsBetweenQuestions === 0) stopped = shouldStop?.() ?? false;
    return stopped;
  };
};

/** Breaks are sought longer in larger plans. */
const defaultIterations = (meetings: number): number => Math.max(5_000, 500 * meetings);

const unplaced = (board: Board, ofRank: number): number[] =>
  [...board.slotOf.keys()].filter((meeting) => at(board.slotOf, meeting) < 0 && board.terrain.rankOf[meeting] === ofRank);

/**
 * Plans valid facts (see `validate`). Anytime and repeatable: the same facts, seed and iterations give the same plan unless it is stopped.
 * It never breaks a hard constraint and places no want where an unplaced must could be; it does not prove that more cannot be placed.
 * Time: about O(meetings × slots) to place, then the given iterations.
 */
export const planGreedily = (facts: Facts, options: EngineOptions): Plan => {
  const board = boardOf(terrainOf(facts));
  let settled = false;
  const progress = (): Progress => progressOf(board, settled);
  const tick = ticker(stepsBetweenProgress(facts.meetings.length), progress, options);
  const search: Search = { board, random: randomFrom(options.seed), journal: [], tick };
  const { start = [] } = options;
  const placeAll = (ofRank: number): void => {
    const unlucky = construct(search, unplaced(board, ofRank));
    const crowded = start.length > 0 || unlucky.length === 0 ? unlucky : insert(search, unlucky);
    if (crowded.length === 0) return;
    const { patience = 2_000 + 4 * crowded.length } = options;
    const left = exchange(search, crowded, {
      patience: Math.min(looksPerTry * patience, 500 + 400 * crowded.length),
      wandering: start.length === 0,
    });
    if (left.length > 0) eject(search, left, patience);
  };
  standWhere(board, start, rank.pinned);
  placeAll(rank.pinned);
  // What stands already stays before newcomers are placed.
  for (const ofRank of [rank.must, rank.want]) standWhere(board, start, ofRank);
  for (const ofRank of [rank.must, rank.want]) placeAll(ofRank);
  settled = true;
  options.onProgress?.(progress());
  if (start.length === 0) {
    const iterations = options.iterations ?? defaultIterations(facts.meetings.length);
    anneal(search, { ...options, iterations });
  }
  const lastWord = (): void => {
    mustsBeforeWants(search);
    construct(search, unplaced(board, rank.must));
    construct(search, unplaced(board, rank.want));
  };
  lastWord();
  if (start.length === 0) settlePlaces(board, 6, tick);
  else returnHome(board, start);
  // Another table can have become free where somebody has no choice of tables.
  lastWord();
  options.onProgress?.(progress());
  return { engine: 'greedy', seed: options.seed, placements: placementsOf(board) };
};
