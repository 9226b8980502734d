// What every step of the search shares: the board, chance, a journal for undoing, and the watch that counts and stops.

import type { Random } from '../random.ts';
import type { Holding } from '../scale/room.ts';
import { at, listAt } from './arrays.ts';
import { breaksOf, peopleFree, put, spotFor, spotOf, take, type Board, type Spot } from './board.ts';
import { rank, type Terrain } from './terrain.ts';

/** How far a run is; sent now and then. */
export interface Progress {
  readonly placed: number;
  readonly total: number;
  readonly unplacedMusts: number;
  /** Of the wants placed. */
  readonly weight: number;
  readonly breaks: number;
  /** Whether each meeting has had its turn: what has no place by then found no room at first. */
  readonly settled: boolean;
  /** Breaks that no plan with all meetings can go below, as far as known by now; only where all are placed. */
  readonly bound?: number;
  /** (breaks − bound) / breaks, 0 when they are equal. */
  readonly gap?: number;
  /** What no plan can exceed, as far as known by now; only where not all are placed. */
  readonly most?: Holding;
}

interface Step {
  readonly meeting: number;
  /** -1: was not placed before the step. */
  readonly slot: number;
  readonly spot: Spot;
}

export interface Search {
  readonly board: Board;
  readonly random: Random;
  readonly journal: Step[];
  /** Counts one iteration; true = stop now. Where the board is not up to date, `progress` tells how far the search is. */
  readonly tick: (progress?: () => Progress) => boolean;
}

const nowhere: Spot = { place: -1, resource: -1 };

/** Puts an unplaced meeting somewhere, to be undone by `undoTo`. */
export const putNoted = ({ board, journal }: Search, meeting: number, slot: number, spot: Spot): void => {
  journal.push({ meeting, slot: -1, spot: nowhere });
  put(board, meeting, slot, spot);
};

/** Takes a placed meeting away, to be undone by `undoTo`. */
export const takeNoted = ({ board, journal }: Search, meeting: number): void => {
  journal.push({ meeting, slot: at(board.slotOf, meeting), spot: spotOf(board, meeting) });
  take(board, meeting);
};

/** Undoes all steps behind a length of the journal. */
export const undoTo = ({ board, journal }: Search, mark: number): void => {
  while (journal.length > mark) {
    const step = journal.pop();
    if (step === undefined) return;
    if (step.slot < 0) take(board, step.meeting);
    else put(board, step.meeting, step.slot, step.spot);
  }
};

/** Added (1), spared (-1) or no breaks if the participant were busy from `slot` to `end`, seen from the neighbouring slots alone. */
const breakChange = ({ terrain, seatUse, meetingCount }: Board, participant: number, slot: number, end: number): number => {
  if (at(meetingCount, participant) === 0) return 0;
  const row = participant * terrain.slots;
  const before = slot > 0 && at(terrain.firstOfDay, slot) === 0 && at(seatUse, row + slot - 1) > 0;
  const after = end < terrain.slots && at(terrain.firstOfDay, end) === 0 && at(seatUse, row + end) > 0;
  if (before && after) return -1;
  return before || after ? 0 : 1;
};

/** Puts a meeting into its best free slot: near its people's other meetings, where many places are free, where its order leaves room. */
export const putFreely = (search: Search, meeting: number): boolean => {
  const { board, random } = search;
  const { terrain } = board;
  // Where any table will do, room in the pool is enough to know; the table is looked for once.
  const plain =
    (terrain.ownPlacesOf[meeting] ?? null) === null && at(terrain.needsInterpreter, meeting) === 0 && at(terrain.length, meeting) === 1;
  let best = Infinity;
  let bestSlot = -1;
  let bestSpot: Spot = nowhere;
  for (const slot of listAt(terrain.startsOf, meeting)) {
    if (!peopleFree(board, meeting, slot)) continue;
    const end = slot + at(terrain.length, meeting);
    let score = random.next() * 0.3 - 0.5 * (at(board.poolRoom, slot) / Math.max(1, terrain.pool.length));
    for (const participant of listAt(terrain.participantsOf, meeting)) score += breakChange(board, participant, slot, end);
    if (slot < at(terrain.earliest, meeting) || slot > at(terrain.latest, meeting)) score += 10;
    if (score >= best) continue;
    if (plain && at(board.poolRoom, slot) <= 0) continue;
    const spot = plain ? nowhere : spotFor(board, meeting, slot);
    if (spot === null) continue;
    best = score;
    bestSlot = slot;
    bestSpot = spot;
  }
  if (bestSlot < 0) return false;
  const spot = plain ? spotFor(board, meeting, bestSlot) : bestSpot;
  if (spot === null) return false;
  putNoted(search, meeting, bestSlot, spot);
  return true;
};

/** Counts what is placed; of pinned meetings alone the facts are asked whether they are musts, for looking at all of them would take long. */
export const placedIn = (terrain: Terrain, slotOf: Int32Array): Pick<Progress, 'placed' | 'total' | 'unplacedMusts' | 'weight'> => {
  const { facts, rankOf } = terrain;
  let [placed, unplacedMusts, weight] = [0, 0, 0];
  for (let meeting = 0; meeting < slotOf.length; meeting += 1) {
    const ranked = at(rankOf, meeting);
    const must = ranked === rank.must || (ranked === rank.pinned && facts.meetings[meeting]?.must === true);
    if (at(slotOf, meeting) < 0) unplacedMusts += must ? 1 : 0;
    else {
      placed += 1;
      weight += must ? 0 : (terrain.weight[meeting] ?? 0);
    }
  }
  return { placed, total: slotOf.length, unplacedMusts, weight };
};

/** Counts what is placed, and breaks. */
export const progressOf = (board: Board, settled: boolean): Progress => {
  const { terrain } = board;
  let breaks = 0;
  for (let participant = 0; participant < terrain.seats.length; participant += 1) breaks += breaksOf(board, participant);
  return { ...placedIn(terrain, board.slotOf), breaks, settled };
};
