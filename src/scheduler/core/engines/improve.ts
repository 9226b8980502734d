// Fewer breaks: annealing over Kempe chains. A chain moves a meeting to another slot, whoever is busy there back to the first one,
// and so on, until nobody is in two meetings; with full tables two chains cross.

import type { Random } from '../random.ts';
import { at, listAt } from './arrays.ts';
import { breaksOf, peopleFree, restore, snapshotOf, spotFor, type Board } from './board.ts';
import { putNoted, takeNoted, undoTo, type Search } from './search.ts';
import { rank } from './terrain.ts';

const longestChain = 24;

/** Breaks, with a heavy price on each that is unfair; measured against zero, the fewest breaks somebody has in nearly every plan. */
const costOf = (breaks: number, spread: number): number => breaks + 5 * Math.max(0, breaks - spread);

interface Chain {
  readonly meetings: number[];
  readonly targets: number[];
  readonly moving: Set<number>;
}

const holdsAt = (board: Board, participant: number, slot: number, moving: ReadonlySet<number>): number => {
  for (const meeting of listAt(board.terrain.meetingsOf, participant)) {
    if (moving.has(meeting)) continue;
    const begins = at(board.slotOf, meeting);
    if (begins >= 0 && begins <= slot && slot < begins + at(board.terrain.length, meeting)) return meeting;
  }
  return -1;
};

const join = (board: Board, chain: Chain, meeting: number, target: number): boolean => {
  const { terrain } = board;
  if (terrain.rankOf[meeting] === rank.pinned || at(terrain.length, meeting) !== 1) return false;
  if (at(terrain.mayStart, meeting * terrain.slots + target) === 0) return false;
  chain.meetings.push(meeting);
  chain.targets.push(target);
  chain.moving.add(meeting);
  return chain.meetings.length <= longestChain;
};

/** Follows a chain between two slots to its end; false = it meets something that may not move. */
const follow = (board: Board, chain: Chain, slots: readonly [number, number]): boolean => {
  const { terrain } = board;
  for (let index = 0; index < chain.meetings.length; index += 1) {
    const meeting = chain.meetings[index] ?? -1;
    const target = chain.targets[index] ?? -1;
    for (const participant of listAt(terrain.participantsOf, meeting)) {
      if (at(board.seatUse, participant * terrain.slots + target) < at(terrain.seats, participant)) continue;
      const other = holdsAt(board, participant, target, chain.moving);
      if (other >= 0 && !join(board, chain, other, target === slots[0] ? slots[1] : slots[0])) return false;
    }
  }
  return true;
};

/** Moves a whole chain on the board; false (and the caller undoes) when a place, an interpreter or an order is in the way. */
const moveChain = (search: Search, chain: Chain): boolean => {
  const { board } = search;
  for (const meeting of chain.meetings) takeNoted(search, meeting);
  for (let index = 0; index < chain.meetings.length; index += 1) {
    const meeting = chain.meetings[index] ?? -1;
    const target = chain.targets[index] ?? -1;
    const spot = peopleFree(board, meeting, target) ? spotFor(board, meeting, target) : null;
    if (spot === null) return false;
    putNoted(search, meeting, target, spot);
  }
  return true;
};

const chainFrom = (board: Board, random: Random, meeting: number): Chain | null => {
  const starts = listAt(board.terrain.startsOf, meeting);
  const from = at(board.slotOf, meeting);
  const to = at(starts, random.below(starts.length));
  if (to === from) return null;
  const chain: Chain = { meetings: [], targets: [], moving: new Set() };
  if (!join(board, chain, meeting, to) || !follow(board, chain, [from, to])) return null;
  const arriving = chain.targets.filter((target) => target === to).length;
  if (2 * arriving - chain.targets.length <= at(board.poolRoom, to)) return chain;
  const held = board.heldIn[to] ?? [];
  const partner = held[random.below(held.length)] ?? -1;
  if (partner < 0 || chain.moving.has(partner) || at(board.slotOf, partner) !== to) return null;
  return join(board, chain, partner, from) && follow(board, chain, [from, to]) ? chain : null;
};

/** A meeting of somebody with breaks in half of the cases, any other one else. */
const choose = (search: Search, breaks: Int32Array, placed: Int32Array): number => {
  const { random, board } = search;
  if (random.next() < 0.5) {
    for (let tries = 0; tries < 8; tries += 1) {
      const participant = random.below(breaks.length);
      const meetings = listAt(board.terrain.meetingsOf, participant);
      if (at(breaks, participant) === 0 || meetings.length === 0) continue;
      const meeting = at(meetings, random.below(meetings.length));
      return at(board.slotOf, meeting) < 0 ? -1 : meeting;
    }
  }
  return at(placed, random.below(placed.length));
};

interface Score {
  readonly breaks: Int32Array;
  readonly spread: number;
}

/** Change of cost by the meetings of a chain just moved; `breaks` is brought up to date. */
const recount = ({ board }: Search, chain: Chain, { breaks, spread }: Score, touched: Map<number, number>): number => {
  let change = 0;
  touched.clear();
  for (const meeting of chain.meetings) {
    for (const participant of listAt(board.terrain.participantsOf, meeting)) {
      if (touched.has(participant)) continue;
      const before = at(breaks, participant);
      const now = breaksOf(board, participant);
      touched.set(participant, before);
      breaks[participant] = now;
      change += costOf(now, spread) - costOf(before, spread);
    }
  }
  return change;
};

/** Lowers breaks within a number of iterations; what is placed stays placed, and the best state found is the last one. */
export const improve = (search: Search, iterations: number): void => {
  const { board, random } = search;
  const { facts } = board.terrain;
  const placed = Int32Array.from([...board.slotOf.keys()].filter((meeting) => at(board.slotOf, meeting) >= 0));
  if (placed.length === 0 || facts.slots.length < 3) return;
  const score: Score = {
    breaks: Int32Array.from(facts.participants, (_, participant) => breaksOf(board, participant)),
    spread: facts.maxBreakSpread ?? 1_000_000,
  };
  let cost = score.breaks.reduce((sum, breaks) => sum + costOf(breaks, score.spread), 0);
  let least = cost;
  let best = snapshotOf(board);
  let stale = false;
  const touched = new Map<number, number>();
  for (let round = 0; round < iterations && least > 0; round += 1) {
    if (search.tick()) break;
    const temperature = 0.9 * (1 - round / iterations) ** 2 + 0.02;
    const meeting = choose(search, score.breaks, placed);
    const chain = meeting < 0 || board.terrain.rankOf[meeting] === rank.pinned ? null : chainFrom(board, random, meeting);
    if (chain === null) continue;
    search.journal.length = 0;
    if (!moveChain(search, chain)) {
      undoTo(search, 0);
      continue;
    }
    const change = recount(search, chain, score, touched);
    if (change > 0 && random.next() >= Math.exp(-change / temperature)) {
      undoTo(search, 0);
      for (const [participant, before] of touched) score.breaks[participant] = before;
      continue;
    }
    if (stale && change > 0) {
      undoTo(search, 0);
      best = snapshotOf(board);
      stale = false;
      moveChain(search, chain);
    }
    cost += change;
    if (cost >= least) continue;
    least = cost;
    stale = true;
  }
  if (!stale || cost > least) restore(board, best);
};
