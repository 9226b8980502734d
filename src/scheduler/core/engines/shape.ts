// Where a person's days could be mended: slots whose meeting leaves without a new break, and free slots that take one without a new break.

import { at } from './arrays.ts';
import type { Timetable } from './timetable.ts';

/** The first `size` of the slots count. */
export interface Ends {
  readonly slots: Int32Array;
  size: number;
}

export interface Shape {
  /** Alone between two idle slots, on a day with other meetings: leaving takes a break out. */
  readonly helpedByLeaving: Ends;
  /** First or last of a group, or the day's only one. */
  readonly indifferentToLeaving: Ends;
  /** Idle for one slot between two meetings: a meeting there takes a break out. */
  readonly helpedByTaking: Ends;
  /** Free beside a group, or on a day without meetings. */
  readonly indifferentToTaking: Ends;
}

export const shapeFor = ({ slots }: Timetable): Shape => {
  const ends = (): Ends => ({ slots: new Int32Array(slots), size: 0 });
  return { helpedByLeaving: ends(), indifferentToLeaving: ends(), helpedByTaking: ends(), indifferentToTaking: ends() };
};

const note = (ends: Ends, slot: number): void => {
  ends.slots[ends.size] = slot;
  ends.size += 1;
};

/** Reads a participant's shape as it is now. O(slots). */
export const readShape = (table: Timetable, participant: number, shape: Shape): void => {
  const { slots, days, dayOf, use, there, runs, rowFrom } = table;
  const { helpedByLeaving, indifferentToLeaving, helpedByTaking, indifferentToTaking } = shape;
  helpedByLeaving.size = 0;
  indifferentToLeaving.size = 0;
  helpedByTaking.size = 0;
  indifferentToTaking.size = 0;
  const seats = at(rowFrom, participant + 1) - at(rowFrom, participant);
  const row = participant * slots;
  for (let slot = 0; slot < slots; slot += 1) {
    const day = at(dayOf, slot);
    const before = slot > 0 && at(dayOf, slot - 1) === day && (use[row + slot - 1] ?? 0) > 0 ? 1 : 0;
    const after = slot + 1 < slots && at(dayOf, slot + 1) === day && (use[row + slot + 1] ?? 0) > 0 ? 1 : 0;
    const beside = before + after;
    const groups = at(runs, participant * days + day);
    const now = use[row + slot] ?? 0;
    if (now === 1 && beside === 0 && groups > 1) note(helpedByLeaving, slot);
    else if (now > 1 || (now === 1 && beside < 2)) note(indifferentToLeaving, slot);
    if (now >= seats || there[row + slot] === 0) continue;
    if (now === 0 && beside === 2) note(helpedByTaking, slot);
    else if (now > 0 || beside === 1 || groups === 0) note(indifferentToTaking, slot);
  }
};
