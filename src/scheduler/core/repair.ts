// Puts a plan right after something has changed on the day: what is touched is held anew, and as few others as possible move.

import { ok, refuseInput, type Refusal, type Result } from '#kernel/result.ts';
import { boardWith } from './blockers.ts';
import { at, listAt } from './engines/arrays.ts';
import { placementsOf, type Board } from './engines/board.ts';
import { eject } from './engines/eject.ts';
import { returnHome } from './engines/keep.ts';
import type { Search } from './engines/search.ts';
import { explainOn, type Explanation } from './explain.ts';
import type { Facts, Placement } from './model.ts';
import { randomFrom } from './random.ts';
import { aftermathOf, changeProblems, standingFacts, type Aftermath, type Change, type Moment } from './repair-change.ts';
import { leastOthers, placeByChain, type Chains } from './repair-search.ts';

/** A plan after a change. */
export interface Repair {
  /** The facts after the change; `placements` belong to them. */
  readonly facts: Facts;
  readonly placements: readonly Placement[];
  /** Meetings held before and after, but at another time, place or with another interpreter. */
  readonly moved: readonly number[];
  /** No plan that holds the same meetings moves fewer than this, as far as proven; equal to the number moved = as few as possible. */
  readonly fewestMoved: number;
  /** Meetings of those who do not come any more. */
  readonly cancelled: readonly number[];
  /** Touched, added or left out for a must, and not held: why, and what would help. */
  readonly unheld: readonly Explanation[];
  /** Meetings that have begun where or with whom they now should not be; they stay. */
  readonly running: readonly number[];
}

/** Stages of the search: others moved at most, links of the chain at most; each with so many tries a meeting. */
const stages = [
  { budget: 0, links: 1, tries: 10_000 },
  { budget: 0, links: 3, tries: 300 },
  { budget: 1, links: 2, tries: 20_000 },
  { budget: 1, links: 4, tries: 500 },
  { budget: 2, links: 3, tries: 3_000 },
  { budget: 3, links: 5, tries: 3_000 },
] as const;

/** Tries in all: more are not made, so that a repair takes its second and no more. */
const mostTries = 150_000;
const patience = 150;

/** Places what it can, stage by stage; answers what is left. */
const placeByStages = (chains: Chains, meetings: readonly number[]): readonly number[] => {
  let left = meetings;
  let spent = 0;
  for (const { budget, links, tries } of stages) {
    left = left.filter((meeting) => {
      const given = Math.min(tries, mostTries - spent);
      chains.tries = given;
      const placed = placeByChain(chains, meeting, budget, links);
      spent += given - chains.tries;
      return !placed;
    });
  }
  return left;
};

/** Musts first, then those with the fewest times to begin. */
const inOrder = ({ terrain }: Board, meetings: readonly number[]): readonly number[] => {
  const starts = (meeting: number): number => listAt(terrain.startsOf, meeting).length;
  return [...meetings].sort((a, b) => at(terrain.rankOf, b) - at(terrain.rankOf, a) || starts(a) - starts(b) || a - b);
};

const same = (a: Placement, b: Placement): boolean => a.slot === b.slot && a.place === b.place && a.resource === b.resource;

/** How many others have to move at least so that each of the meetings is held for itself, while the others that are held stand where they stood. */
const leastFor = (facts: Facts, standing: readonly Placement[], held: ReadonlySet<number>, meetings: readonly number[]): number => {
  const board = boardWith(
    facts,
    standing.filter(({ meeting }) => held.has(meeting)),
  );
  return meetings.reduce((most, meeting) => Math.max(most, leastOthers(board, meeting)), 0);
};

const outcome = (board: Board, aftermath: Aftermath, before: readonly Placement[], standing: readonly Placement[]): Repair => {
  const { facts, first, cancelled, freed, running } = aftermath;
  const homes = new Map(before.map((placement) => [placement.meeting, placement]));
  const placements = placementsOf(board).map((placement): Placement => {
    const home = homes.get(placement.meeting);
    if (home !== undefined && same(home, placement)) return home;
    return { ...placement, pinned: facts.meetings[placement.meeting]?.pinnedSlot === placement.slot };
  });
  const held = new Set(placements.map(({ meeting }) => meeting));
  const gone = new Set(cancelled);
  const moved = placements.filter((placement) => {
    const home = homes.get(placement.meeting);
    return home !== undefined && home !== placement;
  });
  const heldAnew = freed.filter((meeting) => held.has(meeting));
  const others = leastFor(board.terrain.facts, standing, held, heldAnew);
  const wanted = [...new Set([...before.map(({ meeting }) => meeting), ...freed])];
  return {
    facts,
    placements,
    moved: moved.map(({ meeting }) => meeting),
    fewestMoved: heldAnew.filter((meeting) => homes.has(meeting)).length + others,
    cancelled,
    unheld: wanted.filter((meeting) => !held.has(meeting) && !gone.has(meeting)).map((meeting) => explainOn(board, meeting, first)),
    running,
  };
};

/**
 * Repairs a plan from a moment on; refuses changes that refer to nothing, all problems at once. Pure and repeatable.
 * `placements` hold to the facts. What has begun or was pinned stays; a pinned meeting that is touched is held anew unless the facts pin it.
 * In strict order: musts that are touched or added are held, giving the room of wants as the last resort; nothing else is left out;
 * touched and added wants are held; few others move (to another time, place or interpreter). Whether they are the fewest `fewestMoved` tells:
 * proven where one meeting after the other needs no, one or two others to move, a bound beyond.
 */
export const repair = (
  facts: Facts,
  placements: readonly Placement[],
  changes: readonly Change[],
  now: Moment,
): Result<Repair, Refusal> => {
  const problems = changeProblems(facts, changes);
  if (problems.length > 0) return refuseInput(problems);
  const aftermath = aftermathOf(facts, placements, changes, now);
  const gone = new Set([...aftermath.freed, ...aftermath.cancelled]);
  const standing = placements.filter(({ meeting }) => !gone.has(meeting));
  const board = boardWith(standingFacts(aftermath, placements), standing);
  const homes = new Map(placements.map((placement) => [placement.meeting, placement]));
  const search: Search = { board, random: randomFrom(1), journal: [], tick: () => false };
  const chains: Chains = { search, homes, free: new Set(aftermath.freed), tries: 0, locked: new Set(), links: 1 };
  const left = placeByStages(chains, inOrder(board, aftermath.freed));
  const musts = left.filter((meeting) => board.terrain.facts.meetings[meeting]?.must === true);
  if (musts.length > 0) eject(search, musts, patience);
  returnHome(board, standing);
  // Who went home may have left somebody rest, or a table.
  const wanted = [...aftermath.freed, ...standing.map(({ meeting }) => meeting)];
  const unheld = wanted.filter((meeting) => at(board.slotOf, meeting) < 0);
  for (const meeting of inOrder(board, unheld)) {
    chains.tries = stages[0].tries;
    placeByChain(chains, meeting, stages[0].budget, stages[0].links);
  }
  return ok(outcome(board, aftermath, placements, standing));
};
