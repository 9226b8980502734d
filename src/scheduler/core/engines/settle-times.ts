// Brings what was moved in a timetable back to the board, with a place and an interpreter for each.

import { at } from './arrays.ts';
import { freePlace, put, take, type Board } from './board.ts';
import type { Timetable } from './timetable.ts';

/** Where meetings are in a timetable at one moment. */
export interface Times {
  readonly slotOf: Int32Array;
  readonly placeOf: Int32Array;
  readonly resourceOf: Int32Array;
}

/** Keeps the present times. */
export const timesOf = ({ slotOf, placeOf, resourceOf }: Timetable): Times => ({
  slotOf: slotOf.slice(),
  placeOf: placeOf.slice(),
  resourceOf: resourceOf.slice(),
});

/** Keeps the present times in place of earlier ones. */
export const keepTimes = (kept: Times, { slotOf, placeOf, resourceOf }: Timetable): void => {
  kept.slotOf.set(slotOf);
  kept.placeOf.set(placeOf);
  kept.resourceOf.set(resourceOf);
};

/**
 * Puts all meetings that may move where the timetable has them. Those bound to a place come first; there is a table for each of the
 * others, since a timetable never holds more of them in a slot than tables are left.
 */
export const settleTimes = (board: Board, { moves }: Timetable, { slotOf, placeOf, resourceOf }: Times): void => {
  const movable: number[] = [];
  for (let meeting = 0; meeting < moves.length; meeting += 1) {
    if (moves[meeting] !== 1) continue;
    if (at(board.slotOf, meeting) >= 0) take(board, meeting);
    if (at(slotOf, meeting) >= 0) movable.push(meeting);
  }
  const bound = movable.filter((meeting) => at(placeOf, meeting) >= 0);
  for (const meeting of bound) put(board, meeting, at(slotOf, meeting), { place: at(placeOf, meeting), resource: at(resourceOf, meeting) });
  for (const meeting of movable) {
    if (at(placeOf, meeting) >= 0) continue;
    const slot = at(slotOf, meeting);
    const place = freePlace(board, meeting, slot, slot + 1);
    if (place < 0) throw new Error('A timetable held more meetings in a slot than there are tables.');
    put(board, meeting, slot, { place, resource: at(resourceOf, meeting) });
  }
};
