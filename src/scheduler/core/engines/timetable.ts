// Who is in which meeting when, in flat arrays: the state in which breaks are taken out. Knows slots; of places only how many are left.

import { add, at } from './arrays.ts';
import type { Board } from './board.ts';
import { errandsOf } from './has-errand.ts';
import { rank, type Terrain } from './terrain.ts';

export interface Timetable {
  readonly terrain: Terrain;
  readonly slots: number;
  readonly days: number;
  readonly dayOf: Int32Array;
  /** People of meeting m: `people[peopleFrom[m]]` up to `peopleFrom[m + 1]`. */
  readonly peopleFrom: Int32Array;
  readonly people: Int32Array;
  /** A participant has one row per seat from `rowFrom[p]`; `holds[row × slots + slot]` is a meeting or -1. */
  readonly rowFrom: Int32Array;
  readonly holds: Int32Array;
  /** Meetings at once, `[participant × slots + slot]`; two bytes each, so that many people fit into the processor's cache. */
  readonly use: Uint16Array;
  /** 1 where a participant is there, `[participant × slots + slot]`. */
  readonly there: Uint8Array;
  /** See `Terrain`. */
  readonly words: number;
  readonly mayStart: Int32Array;
  readonly slotOf: Int32Array;
  /** 1 for meetings that may move. */
  readonly moves: Uint8Array;
  /** 1 when the meeting is held in the pool. */
  readonly pooled: Uint8Array;
  readonly poolRoom: Int32Array;
  /** Groups of busy slots, `[participant × days + day]`. */
  readonly runs: Int32Array;
  readonly breaks: Int32Array;
  /** 1 for meetings that need more than people and any table; see `errands.ts`. */
  readonly errand: Uint8Array;
  /** Place (-1: any of the pool) and interpreter of a meeting with an errand. */
  readonly placeOf: Int32Array;
  readonly resourceOf: Int32Array;
  /** Meetings bound to a certain place, and meetings with an interpreter, `[place × slots + slot]` and so on. */
  readonly boundUse: Int32Array;
  readonly resourceUse: Int32Array;
  /** See `Interpreting`; meetings of several slots do not move here. */
  readonly resourceGoesOn: Int32Array;
}

/** Notes a meeting in a participant's first empty row. */
const seat = (table: Timetable, participant: number, slot: number, meeting: number): void => {
  const { rowFrom, holds, slots } = table;
  for (let row = at(rowFrom, participant); row < at(rowFrom, participant + 1); row += 1) {
    if (at(holds, row * slots + slot) >= 0) continue;
    holds[row * slots + slot] = meeting;
    return;
  }
};

/** Empties the row in which a participant holds a meeting. */
const unseat = (table: Timetable, participant: number, slot: number, meeting: number): void => {
  const { rowFrom, holds, slots } = table;
  for (let row = at(rowFrom, participant); row < at(rowFrom, participant + 1); row += 1) {
    if (at(holds, row * slots + slot) !== meeting) continue;
    holds[row * slots + slot] = -1;
    return;
  }
};

/** Whether a participant is busy, with the state of one slot given instead. */
const busyAt = ({ use, slots }: Timetable, participant: number, slot: number, other: number, otherBusy: number): number =>
  slot === other ? otherBusy : (use[participant * slots + slot] ?? 0) > 0 ? 1 : 0;

/** Groups of busy slots more (or less) when `slot` turns busy, seen from its neighbours. */
const runsGained = (table: Timetable, participant: number, slot: number, other: number, otherBusy: number): number => {
  const { dayOf, slots } = table;
  const day = at(dayOf, slot);
  let gained = 1;
  if (slot > 0 && at(dayOf, slot - 1) === day) gained -= busyAt(table, participant, slot - 1, other, otherBusy);
  if (slot + 1 < slots && at(dayOf, slot + 1) === day) gained -= busyAt(table, participant, slot + 1, other, otherBusy);
  return gained;
};

const breaksIn = (runs: number): number => (runs > 1 ? runs - 1 : 0);

/** Breaks more (or less) for a participant who stops being busy in `from` (or not: -1) and starts in `to` (or not: -1). */
export const breaksGained = (table: Timetable, participant: number, from: number, to: number): number => {
  const { dayOf, runs, days } = table;
  const row = participant * days;
  const fromDay = from < 0 ? -1 : at(dayOf, from);
  const toDay = to < 0 ? -1 : at(dayOf, to);
  const lost = from < 0 ? 0 : runsGained(table, participant, from, -1, 0);
  const gained = to < 0 ? 0 : runsGained(table, participant, to, from, 0);
  if (fromDay === toDay) {
    const before = at(runs, row + fromDay);
    return breaksIn(before - lost + gained) - breaksIn(before);
  }
  let change = 0;
  if (from >= 0) change += breaksIn(at(runs, row + fromDay) - lost) - breaksIn(at(runs, row + fromDay));
  if (to >= 0) change += breaksIn(at(runs, row + toDay) + gained) - breaksIn(at(runs, row + toDay));
  return change;
};

/** A participant has one meeting more (1) or less (-1) in a slot; runs and breaks follow. */
const count = (table: Timetable, participant: number, slot: number, change: 1 | -1): void => {
  const { use, slots, runs, days, dayOf, breaks } = table;
  const cell = participant * slots + slot;
  const before = use[cell] ?? 0;
  use[cell] = before + change;
  if (before > 0 && before + change > 0) return;
  const day = participant * days + at(dayOf, slot);
  const old = at(runs, day);
  const now = old + change * runsGained(table, participant, slot, -1, 0);
  runs[day] = now;
  add(breaks, participant, breaksIn(now) - breaksIn(old));
};

const rowsOf = (seats: Int32Array): Int32Array => {
  const from = new Int32Array(seats.length + 1);
  for (let participant = 0; participant < seats.length; participant += 1) {
    from[participant + 1] = at(from, participant) + at(seats, participant);
  }
  return from;
};

const presence = ({ facts, slots }: Terrain): Uint8Array => {
  const there = new Uint8Array(facts.participants.length * slots).fill(1);
  facts.participants.forEach(({ unavailableSlots }, participant) => {
    for (const slot of unavailableSlots) there[participant * slots + slot] = 0;
  });
  return there;
};

const daysOf = ({ firstOfDay }: Terrain): Int32Array => {
  let day = -1;
  return firstOfDay.map((first) => (day += first));
};

const isPooled = ({ ownPlacesOf, pooled }: Terrain, meeting: number): boolean => {
  const own = ownPlacesOf[meeting] ?? null;
  return own === null || own.every((place) => at(pooled, place) === 1);
};

/** An empty state with the meetings' slots and all tables of a board. */
const blank = (board: Board): Timetable => {
  const { terrain } = board;
  const { slots, facts } = terrain;
  const [meetings, participants] = [facts.meetings.length, facts.participants.length];
  const dayOf = daysOf(terrain);
  const days = at(dayOf, slots - 1) + 1;
  const rowFrom = rowsOf(terrain.seats);
  return {
    terrain,
    slots,
    days,
    dayOf,
    people: terrain.people,
    peopleFrom: terrain.peopleFrom,
    rowFrom,
    holds: new Int32Array(at(rowFrom, participants) * slots).fill(-1),
    use: new Uint16Array(participants * slots),
    there: presence(terrain),
    words: terrain.words,
    mayStart: terrain.mayStart,
    slotOf: board.slotOf.slice(),
    moves: new Uint8Array(meetings),
    pooled: new Uint8Array(meetings),
    poolRoom: board.poolRoom.slice(),
    runs: new Int32Array(participants * days),
    breaks: new Int32Array(participants),
    errand: errandsOf(terrain),
    placeOf: new Int32Array(meetings).fill(-1),
    resourceOf: new Int32Array(meetings).fill(-1),
    boundUse: new Int32Array(facts.places.length * slots),
    resourceUse: board.resourceUse.slice(),
    resourceGoesOn: board.resourceGoesOn,
  };
};

/** The state of a board, for its meetings of one slot to be moved in. */
export const timetableOf = (board: Board): Timetable => {
  const { terrain } = board;
  const table = blank(board);
  const { slots, boundUse } = table;
  for (let meeting = 0; meeting < table.slotOf.length; meeting += 1) {
    if (terrain.rankOf[meeting] !== rank.pinned && at(terrain.length, meeting) === 1) table.moves[meeting] = 1;
    if (isPooled(terrain, meeting)) table.pooled[meeting] = 1;
    const slot = at(board.slotOf, meeting);
    if (slot < 0) continue;
    const end = slot + at(terrain.length, meeting);
    if (isBound(board, table, meeting)) {
      table.placeOf[meeting] = at(board.placeOf, meeting);
      for (let now = slot; now < end; now += 1) add(boundUse, at(board.placeOf, meeting) * slots + now, 1);
    }
    table.resourceOf[meeting] = at(board.resourceOf, meeting);
    for (let index = at(table.peopleFrom, meeting); index < at(table.peopleFrom, meeting + 1); index += 1) {
      for (let now = slot; now < end; now += 1) {
        seat(table, at(table.people, index), now, meeting);
        count(table, at(table.people, index), now, 1);
      }
    }
  }
  return table;
};

/** Whether a placed meeting has to stay at its place while it stays in its slot. */
const isBound = ({ terrain, placeOf, resourceOf }: Board, { moves, errand }: Timetable, meeting: number): boolean => {
  if (moves[meeting] !== 1) return true;
  if (errand[meeting] !== 1) return false;
  if ((terrain.ownPlacesOf[meeting] ?? null) !== null) return true;
  const resource = at(resourceOf, meeting);
  return resource >= 0 && at(terrain.boundTo, resource) === at(placeOf, meeting);
};

/** Puts an unplaced meeting into a slot; the caller has checked that it fits. */
export const enter = (table: Timetable, meeting: number, slot: number): void => {
  table.slotOf[meeting] = slot;
  if (table.pooled[meeting] === 1) add(table.poolRoom, slot, -1);
  for (let index = at(table.peopleFrom, meeting); index < at(table.peopleFrom, meeting + 1); index += 1) {
    seat(table, at(table.people, index), slot, meeting);
    count(table, at(table.people, index), slot, 1);
  }
};

/** Takes a meeting out of its slot; `slotOf` is for the caller to change. */
export const leave = (table: Timetable, meeting: number): void => {
  const slot = at(table.slotOf, meeting);
  if (table.pooled[meeting] === 1) add(table.poolRoom, slot, 1);
  for (let index = at(table.peopleFrom, meeting); index < at(table.peopleFrom, meeting + 1); index += 1) {
    unseat(table, at(table.people, index), slot, meeting);
    count(table, at(table.people, index), slot, -1);
  }
};
