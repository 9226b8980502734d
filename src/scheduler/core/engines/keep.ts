// Planning again: begins where everything stands and strays from there only as far as more can be placed.

import type { Placement } from '../model.ts';
import { at, listAt } from './arrays.ts';
import { peopleFree, placeFits, put, resourceFits, spotFor, spotOf, take, type Board, type Spot } from './board.ts';
import { rank } from './terrain.ts';

/** The very spot a meeting had, where it is free; else null. */
const sameSpot = (board: Board, { meeting, slot, place, resource }: Placement): Spot | null => {
  if (!peopleFree(board, meeting, slot) || !placeFits(board, meeting, place, slot)) return null;
  if (at(board.terrain.needsInterpreter, meeting) === 0) return { place, resource: -1 };
  return resource !== null && resourceFits(board, meeting, resource, place, slot) ? { place, resource } : null;
};

/** Puts unplaced meetings of a rank where they stood; where the place or interpreter is not to be had, at the same time elsewhere. */
export const standWhere = (board: Board, start: readonly Placement[], ofRank: number): void => {
  for (const placement of start) {
    const { meeting, slot } = placement;
    if (board.terrain.rankOf[meeting] !== ofRank || at(board.slotOf, meeting) >= 0) continue;
    const spot = sameSpot(board, placement) ?? (peopleFree(board, meeting, slot) ? spotFor(board, meeting, slot) : null);
    if (spot !== null) put(board, meeting, slot, spot);
  }
};

const isHome = (board: Board, { meeting, slot, place, resource }: Placement): boolean =>
  at(board.slotOf, meeting) === slot && at(board.placeOf, meeting) === place && at(board.resourceOf, meeting) === (resource ?? -1);

/** Gives a meeting its place back that a stranger to it holds in its slot; the stranger sits elsewhere at the same time, or nothing changes. */
const changeSeats = (board: Board, home: Placement, homes: ReadonlyMap<number, Placement>): boolean => {
  const stranger = (board.heldIn[home.slot] ?? []).find((one) => {
    const own = homes.get(one);
    return (
      at(board.placeOf, one) === home.place &&
      one !== home.meeting &&
      board.terrain.rankOf[one] !== rank.pinned &&
      own?.place !== home.place
    );
  });
  if (stranger === undefined) return false;
  const [slot, spot] = [at(board.slotOf, stranger), spotOf(board, stranger)];
  take(board, stranger);
  const there = sameSpot(board, home);
  if (there !== null) put(board, home.meeting, home.slot, there);
  const elsewhere = there === null ? null : peopleFree(board, stranger, slot) ? spotFor(board, stranger, slot) : null;
  if (elsewhere !== null) {
    put(board, stranger, slot, elsewhere);
    return true;
  }
  if (there !== null) take(board, home.meeting);
  put(board, stranger, slot, spot);
  return false;
};

/** Takes meetings that were moved aside back to where they stood, as long as one of them fits there again. */
export const returnHome = (board: Board, start: readonly Placement[]): void => {
  const { rankOf, participantsOf } = board.terrain;
  const homes = new Map(start.map((placement) => [placement.meeting, placement]));
  const astray = (): Placement[] =>
    start.filter((home) => at(board.slotOf, home.meeting) >= 0 && rankOf[home.meeting] !== rank.pinned && !isHome(board, home));
  const tryHome = (home: Placement): boolean => {
    const [slot, spot] = [at(board.slotOf, home.meeting), spotOf(board, home.meeting)];
    take(board, home.meeting);
    const there = sameSpot(board, home);
    if (there !== null) {
      put(board, home.meeting, home.slot, there);
      return true;
    }
    if (changeSeats(board, home, homes)) return true;
    put(board, home.meeting, slot, spot);
    return false;
  };
  // Each round takes at least one back, and who is home is never moved: it ends.
  for (let round = 0; round <= start.length; round += 1) {
    const moved = astray().filter(({ meeting }) => listAt(participantsOf, meeting).length > 0);
    if (!moved.map(tryHome).includes(true)) return;
  }
};
