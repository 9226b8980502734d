// Makes room for meetings that find no free slot: first by moving others aside, then by pushing them out and placing them anew.
// The pushing follows the ejection pool with penalty counters of Nagata and Bräysy (2009, vehicle routing): what was hard to place is pushed out last.

import { at, hasBit, listAt } from './arrays.ts';
import { peopleFree, restore, snapshotOf, spotFor, type Board, type Snapshot } from './board.ts';
import { placeAmongMusts } from './musts-first.ts';
import { tiringMeetings } from './rest.ts';
import { putFreely, putNoted, takeNoted, undoTo, type Search } from './search.ts';
import { rank } from './terrain.ts';

/** Cost of pushing a meeting out; Infinity = not allowed. */
type CostOf = (meeting: number) => number;

const cheapest = (meetings: Iterable<number>, fits: (meeting: number) => boolean, costOf: CostOf): number => {
  let best = -1;
  let least = Infinity;
  for (const meeting of meetings) {
    if (!fits(meeting)) continue;
    const cost = costOf(meeting);
    if (cost < least) {
      least = cost;
      best = meeting;
    }
  }
  return best;
};

const covers = (board: Board, meeting: number, slot: number): boolean => {
  const begins = at(board.slotOf, meeting);
  return begins >= 0 && begins <= slot && slot < begins + at(board.terrain.length, meeting);
};

/** Takes away those who keep the people of a meeting busy, or its order, in a slot; false = somebody may not be moved. */
const clearPeople = (search: Search, meeting: number, slot: number, costOf: CostOf, out: number[]): boolean => {
  const { board } = search;
  const { terrain } = board;
  const end = slot + at(terrain.length, meeting);
  const remove = (victim: number): boolean => {
    if (victim < 0) return false;
    takeNoted(search, victim);
    out.push(victim);
    return true;
  };
  for (const participant of listAt(terrain.participantsOf, meeting)) {
    const meetings = listAt(terrain.meetingsOf, participant);
    for (let now = slot; now < end; now += 1) {
      if (at(board.seatUse, participant * terrain.slots + now) < at(terrain.seats, participant)) continue;
      if (!remove(cheapest(meetings, (other) => covers(board, other, now), costOf))) return false;
    }
    if (at(board.meetingCount, participant) < at(terrain.maxMeetings, participant)) continue;
    if (!remove(cheapest(meetings, (other) => at(board.slotOf, other) >= 0, costOf))) return false;
  }
  const inTheWay = (other: number, wrong: boolean): boolean =>
    at(board.slotOf, other) < 0 || !wrong || (costOf(other) < Infinity && remove(other));
  for (const earlier of listAt(terrain.earlierOf, meeting)) {
    if (!inTheWay(earlier, at(board.slotOf, earlier) + at(terrain.length, earlier) > slot)) return false;
  }
  for (const later of listAt(terrain.laterOf, meeting)) if (!inTheWay(later, at(board.slotOf, later) < end)) return false;
  return peopleFree(board, meeting, slot);
};

/** Takes away whoever holds the places or interpreters a meeting could use in a slot, or leaves these no rest, one at a time, until it fits. */
const clearPlaces = (search: Search, meeting: number, slot: number, costOf: CostOf, out: number[]): boolean => {
  const { board } = search;
  const { terrain } = board;
  const interpreters = listAt(terrain.interpretersOf, meeting);
  const own = terrain.ownPlacesOf[meeting] ?? null;
  const end = slot + at(terrain.length, meeting);
  for (let tries = 0; tries < 4; tries += 1) {
    if (spotFor(board, meeting, slot) !== null) return true;
    const useful = (other: number): boolean => {
      const place = at(board.placeOf, other);
      return interpreters.includes(at(board.resourceOf, other)) || (own === null ? at(terrain.pooled, place) === 1 : own.includes(place));
    };
    const held = new Set<number>();
    for (let now = slot; now < end; now += 1) for (const other of board.heldIn[now] ?? []) held.add(other);
    for (const other of tiringMeetings(board, meeting, slot)) held.add(other);
    const victim = cheapest(held, useful, costOf);
    if (victim < 0) return false;
    takeNoted(search, victim);
    out.push(victim);
  }
  return spotFor(board, meeting, slot) !== null;
};

/** Clears a slot for a meeting; answers whom it took away, or null (and nothing changed). */
const clear = (search: Search, meeting: number, slot: number, costOf: CostOf): number[] | null => {
  const mark = search.journal.length;
  const out: number[] = [];
  if (clearPeople(search, meeting, slot, costOf, out) && clearPlaces(search, meeting, slot, costOf, out)) return out;
  undoTo(search, mark);
  return null;
};

/** Places a meeting by moving others to free slots, `depth` steps deep, within a number of tries; all or nothing. */
const moveAside = (search: Search, meeting: number, depth: number, fixed: Set<number>, tries: { left: number }): boolean => {
  if (putFreely(search, meeting)) return true;
  const { board, random } = search;
  const starts = listAt(board.terrain.startsOf, meeting);
  if (depth === 0 || starts.length === 0) return false;
  const costOf: CostOf = (other) => (fixed.has(other) || board.terrain.rankOf[other] === rank.pinned ? Infinity : random.next());
  const from = random.below(starts.length);
  fixed.add(meeting);
  for (let step = 0; step < starts.length && tries.left > 0; step += 1) {
    tries.left -= 1;
    const slot = at(starts, (from + step) % starts.length);
    if (!hasBit(board.terrain.mayStart, board.terrain.words, meeting, slot)) continue;
    const mark = search.journal.length;
    const out = clear(search, meeting, slot, costOf);
    const spot = out === null ? null : spotFor(board, meeting, slot);
    if (out !== null && spot !== null) {
      putNoted(search, meeting, slot, spot);
      if (out.every((other) => moveAside(search, other, depth - 1, fixed, tries))) return true;
    }
    undoTo(search, mark);
  }
  fixed.delete(meeting);
  return false;
};

/** Chooses the slot whose clearing costs least, and leaves it cleared and taken; answers whom it pushed out, or null. */
const pushOut = (search: Search, meeting: number, costOf: CostOf, most: number): number[] | null => {
  const { board, random } = search;
  let least = most;
  let bestSlot = -1;
  for (const slot of listAt(board.terrain.startsOf, meeting)) {
    const mark = search.journal.length;
    const out = clear(search, meeting, slot, costOf);
    if (out === null) continue;
    const cost = out.reduce((sum, other) => sum + costOf(other), 0) * (1 + 0.01 * random.next());
    undoTo(search, mark);
    if (cost > least) continue;
    least = cost;
    bestSlot = slot;
  }
  if (bestSlot < 0) return null;
  const out = clear(search, meeting, bestSlot, costOf);
  const spot = out === null ? null : spotFor(board, meeting, bestSlot);
  if (out === null || spot === null) return null;
  putNoted(search, meeting, bestSlot, spot);
  return out;
};

/** Moves a few meetings to other free slots, so that the next try meets another board. */
const shake = (search: Search, moves: number): void => {
  const { board, random } = search;
  for (let move = 0; move < moves; move += 1) {
    const meeting = random.below(board.slotOf.length);
    if (at(board.slotOf, meeting) < 0 || board.terrain.rankOf[meeting] === rank.pinned) continue;
    const starts = listAt(board.terrain.startsOf, meeting);
    const slot = at(starts, random.below(starts.length));
    const mark = search.journal.length;
    takeNoted(search, meeting);
    const spot = peopleFree(board, meeting, slot) ? spotFor(board, meeting, slot) : null;
    if (spot === null) undoTo(search, mark);
    else putNoted(search, meeting, slot, spot);
  }
};

const roundsPerStart = 120;

const missing = (board: Board, meetings: readonly number[]): number =>
  meetings.reduce(
    (sum, meeting) => sum + (board.terrain.rankOf[meeting] === rank.want ? (board.terrain.weight[meeting] ?? 0) : 1_000_000),
    0,
  );

/**
 * Tries to place the meetings in `left` until `patience` tries in a row bring nothing; never leaves the board worse than it was.
 * A meeting pushes out its own rank and lower ones only; a want only wants of no more weight.
 */
export const eject = (search: Search, left: readonly number[], patience: number): void => {
  const { board } = search;
  const { rankOf, weight } = board.terrain;
  const penalties = new Map<number, number>();
  const penaltyOf = (meeting: number): number => penalties.get(meeting) ?? 1;
  const pool = [...left];
  const hopeless: number[] = [];
  let best: Snapshot = snapshotOf(board);
  let fewest = missing(board, pool);
  let bestLeft = [...left];
  let idle = 0;
  const keepBest = (): void => {
    const now = missing(board, [...pool, ...hopeless]);
    if (now >= fewest) return;
    fewest = now;
    best = snapshotOf(board);
    bestLeft = [...pool, ...hopeless];
    idle = 0;
  };
  /** Where nothing more fits the pool grows and grows: now and then the search starts again from the best, in another order. */
  const startAgain = (): void => {
    restore(board, best);
    penalties.clear();
    hopeless.length = 0;
    pool.splice(0, pool.length, ...bestLeft);
    for (let at = pool.length - 1; at > 0; at -= 1) pool.push(...pool.splice(search.random.below(at + 1), 1));
  };
  for (; idle < patience && pool.length > 0 && !search.tick(); idle += 1) {
    search.journal.length = 0;
    if (idle % roundsPerStart === roundsPerStart - 1) startAgain();
    const meeting = pool.pop() ?? -1;
    if (moveAside(search, meeting, 2, new Set(), { left: 60 })) {
      if (pool.length === 0) keepBest();
      continue;
    }
    pool.push(meeting);
    keepBest();
    pool.pop();
    const own = rankOf[meeting] ?? 0;
    penalties.set(meeting, penaltyOf(meeting) + 1);
    const costOf: CostOf = (other) => {
      const rankOfOther = rankOf[other] ?? 0;
      if (rankOfOther > own) return Infinity;
      if (own === rank.want) return (weight[other] ?? 0) + penaltyOf(other) * 1e-6;
      return rankOfOther === own ? penaltyOf(other) : 1e-6 * (weight[other] ?? 0);
    };
    const out = pushOut(search, meeting, costOf, own === rank.want ? (weight[meeting] ?? 0) + 1e-3 : Infinity);
    if (out === null) {
      hopeless.push(meeting);
      continue;
    }
    pool.push(...out);
    shake(search, 4);
  }
  keepBest();
  restore(board, best);
};

/** Gives unplaced musts the room of wants, once more at the end: musts come before wants whatever else was tried; for certain unless stopped. */
export const mustsBeforeWants = (search: Search): void => {
  const { board } = search;
  const { rankOf, weight } = board.terrain;
  for (let meeting = 0; meeting < rankOf.length; meeting += 1) {
    if (rankOf[meeting] === rank.want || at(board.slotOf, meeting) >= 0) continue;
    search.journal.length = 0;
    const out = pushOut(search, meeting, (other) => (rankOf[other] === rank.want ? (weight[other] ?? 0) : Infinity), Infinity);
    if (out === null && !search.tick()) placeAmongMusts(search, meeting);
  }
};
