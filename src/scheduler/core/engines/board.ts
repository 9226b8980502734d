// The state an engine searches in: where each meeting is now and who and what is busy when. Changed in place, undone by a journal.

import type { Placement } from '../model.ts';
import { add, at, bitsIn, clearBit, hasBit, listAt, setBit } from './arrays.ts';
import { isRested, isUnbooked } from './rest.ts';
import type { Terrain } from './terrain.ts';

export interface Board {
  readonly terrain: Terrain;
  /** Per meeting, -1 when not placed (`resourceOf`: also when none is needed). */
  readonly slotOf: Int32Array;
  readonly placeOf: Int32Array;
  readonly resourceOf: Int32Array;
  /** Meetings at once, `[participant × slots + slot]` and so on. */
  readonly seatUse: Int32Array;
  readonly placeUse: Int32Array;
  readonly resourceUse: Int32Array;
  /** See `Interpreting`. */
  readonly resourceGoesOn: Int32Array;
  /** Meetings placed per participant. */
  readonly meetingCount: Int32Array;
  /** Room left in the pool, per slot. */
  readonly poolRoom: Int32Array;
  /** Meetings held, per slot; `heldAt` is where a meeting stands in the list of its slot. */
  readonly heldIn: readonly number[][];
  readonly heldAt: Int32Array;
  /** Per slot where in the pool the last free place was found: the next one is not far behind it. */
  readonly foundAt: Int32Array;
  /** Slots in which a participant has a seat left, as bits. */
  readonly free: Int32Array;
}

/** Where a meeting can be held in a given slot. */
export interface Spot {
  readonly place: number;
  readonly resource: number;
}

/** An empty board. */
export const boardOf = (terrain: Terrain): Board => {
  const { facts, slots, pool, capacity } = terrain;
  const none = (): Int32Array => new Int32Array(facts.meetings.length).fill(-1);
  const poolRoom = new Int32Array(slots);
  for (const place of pool) for (let slot = 0; slot < slots; slot += 1) add(poolRoom, slot, at(capacity, place * slots + slot));
  return {
    terrain,
    slotOf: none(),
    placeOf: none(),
    resourceOf: none(),
    seatUse: new Int32Array(facts.participants.length * slots),
    placeUse: new Int32Array(facts.places.length * slots),
    resourceUse: new Int32Array(facts.resources.length * slots),
    resourceGoesOn: new Int32Array(facts.resources.length * slots),
    meetingCount: new Int32Array(facts.participants.length),
    poolRoom,
    heldIn: Array.from({ length: slots }, () => []),
    heldAt: none(),
    foundAt: new Int32Array(slots),
    free: new Int32Array(facts.participants.length * terrain.words).fill(-1),
  };
};

const count = (board: Board, meeting: number, slot: number, spot: Spot, change: 1 | -1): void => {
  const { terrain, seatUse, placeUse, resourceUse, resourceGoesOn, meetingCount, poolRoom, free } = board;
  const { slots, seats, words } = terrain;
  const pooled = at(terrain.pooled, spot.place) === 1;
  const end = slot + at(terrain.length, meeting);
  for (const participant of listAt(terrain.participantsOf, meeting)) {
    add(meetingCount, participant, change);
    for (let now = slot; now < end; now += 1) {
      add(seatUse, participant * slots + now, change);
      if (at(seatUse, participant * slots + now) < at(seats, participant)) setBit(free, words, participant, now);
      else clearBit(free, words, participant, now);
    }
  }
  for (let now = slot; now < end; now += 1) {
    add(placeUse, spot.place * slots + now, change);
    if (pooled) add(poolRoom, now, -change);
    if (spot.resource < 0) continue;
    add(resourceUse, spot.resource * slots + now, change);
    if (now + 1 < end) add(resourceGoesOn, spot.resource * slots + now, change);
  }
};

/** Puts an unplaced meeting somewhere; the caller has checked that it fits. */
export const put = (board: Board, meeting: number, slot: number, spot: Spot): void => {
  board.slotOf[meeting] = slot;
  board.placeOf[meeting] = spot.place;
  board.resourceOf[meeting] = spot.resource;
  count(board, meeting, slot, spot, 1);
  const end = slot + at(board.terrain.length, meeting);
  board.heldAt[meeting] = board.heldIn[slot]?.length ?? 0;
  for (let now = slot; now < end; now += 1) board.heldIn[now]?.push(meeting);
};

/** Takes a meeting out of the list of a slot; the last one takes its place. */
const release = ({ heldIn, heldAt, slotOf }: Board, meeting: number, slot: number): void => {
  const held = heldIn[slot] ?? [];
  const place = at(slotOf, meeting) === slot ? at(heldAt, meeting) : held.indexOf(meeting);
  const last = held.pop();
  if (last === undefined || last === meeting) return;
  held[place] = last;
  if (at(slotOf, last) === slot) heldAt[last] = place;
};

/** Where a placed meeting is held. */
export const spotOf = (board: Board, meeting: number): Spot => ({
  place: at(board.placeOf, meeting),
  resource: at(board.resourceOf, meeting),
});

/** Takes a placed meeting off the board. */
export const take = (board: Board, meeting: number): void => {
  const slot = at(board.slotOf, meeting);
  count(board, meeting, slot, spotOf(board, meeting), -1);
  const end = slot + at(board.terrain.length, meeting);
  for (let now = slot; now < end; now += 1) release(board, meeting, now);
  board.slotOf[meeting] = -1;
  board.placeOf[meeting] = -1;
  board.resourceOf[meeting] = -1;
};

/** Whether people and order allow an unplaced meeting to begin in a slot; places and interpreters are another question. */
export const peopleFree = (board: Board, meeting: number, slot: number): boolean => {
  const { terrain, free, meetingCount } = board;
  const { words, maxMeetings, people, peopleFrom } = terrain;
  if (!hasBit(terrain.mayStart, words, meeting, slot)) return false;
  const end = slot + at(terrain.length, meeting);
  for (let index = at(peopleFrom, meeting); index < at(peopleFrom, meeting + 1); index += 1) {
    const participant = at(people, index);
    if (at(meetingCount, participant) >= at(maxMeetings, participant)) return false;
    for (let now = slot; now < end; now += 1) if (!hasBit(free, words, participant, now)) return false;
  }
  return orderFree(board, meeting, slot);
};

/** How many slots people leave an unplaced meeting to begin in. */
export const freeSlots = (board: Board, meeting: number): number => {
  const { terrain, free, meetingCount } = board;
  const { words, mayStart, maxMeetings, people, peopleFrom } = terrain;
  const [from, to] = [at(peopleFrom, meeting), at(peopleFrom, meeting + 1)];
  if (at(terrain.length, meeting) > 1 || listAt(terrain.earlierOf, meeting).length + listAt(terrain.laterOf, meeting).length > 0) {
    return listAt(terrain.startsOf, meeting).reduce((sum, slot) => sum + (peopleFree(board, meeting, slot) ? 1 : 0), 0);
  }
  for (let index = from; index < to; index += 1) {
    if (at(meetingCount, at(people, index)) >= at(maxMeetings, at(people, index))) return 0;
  }
  let found = 0;
  for (let word = 0; word < words; word += 1) {
    let bits = at(mayStart, meeting * words + word);
    for (let index = from; index < to; index += 1) bits &= at(free, at(people, index) * words + word);
    found += bitsIn(bits);
  }
  return found;
};

/** Whether the order with others allows a meeting to begin in a slot. */
const orderFree = ({ terrain, slotOf }: Board, meeting: number, slot: number): boolean => {
  for (const earlier of listAt(terrain.earlierOf, meeting)) {
    const begins = at(slotOf, earlier);
    if (begins >= 0 && begins + at(terrain.length, earlier) > slot) return false;
  }
  const end = slot + at(terrain.length, meeting);
  for (const later of listAt(terrain.laterOf, meeting)) {
    const begins = at(slotOf, later);
    if (begins >= 0 && begins < end) return false;
  }
  return true;
};

const placeFree = ({ terrain, placeUse }: Board, place: number, slot: number, end: number): boolean => {
  const row = place * terrain.slots;
  for (let now = slot; now < end; now += 1) if (at(placeUse, row + now) >= at(terrain.capacity, row + now)) return false;
  return true;
};

const resourceFree = (board: Board, resource: number, slot: number, end: number): boolean =>
  isUnbooked(board, resource, slot, end) && isRested(board, resource, slot, end);

const mayUse = ({ terrain }: Board, meeting: number, place: number): boolean => {
  const own = terrain.ownPlacesOf[meeting] ?? null;
  return own === null ? at(terrain.pooled, place) === 1 : own.includes(place);
};

/** Whether a meeting may be held at a place that is free throughout. */
export const placeFits = (board: Board, meeting: number, place: number, slot: number): boolean =>
  mayUse(board, meeting, place) && placeFree(board, place, slot, slot + at(board.terrain.length, meeting));

/** Whether an interpreter who serves the meeting is free throughout and may work at the place. */
export const resourceFits = (board: Board, meeting: number, resource: number, place: number, slot: number): boolean => {
  const { interpretersOf, boundTo, length } = board.terrain;
  if (!listAt(interpretersOf, meeting).includes(resource) || !resourceFree(board, resource, slot, slot + at(length, meeting))) return false;
  const bound = at(boundTo, resource);
  return bound < 0 || bound === place;
};

/** A free place for the meeting, that of a seated participant if possible; -1 when there is none. */
export const freePlace = (board: Board, meeting: number, slot: number, end: number): number => {
  const { pool, ownPlacesOf, participantsOf, home } = board.terrain;
  const own = ownPlacesOf[meeting] ?? null;
  if (own !== null) {
    for (const place of own) if (placeFree(board, place, slot, end)) return place;
    return -1;
  }
  for (let now = slot; now < end; now += 1) if (at(board.poolRoom, now) <= 0) return -1;
  for (const participant of listAt(participantsOf, meeting)) {
    const place = at(home, participant);
    if (place >= 0 && placeFits(board, meeting, place, slot)) return place;
  }
  const from = at(board.foundAt, slot);
  for (let step = 0; step < pool.length; step += 1) {
    const index = from + step < pool.length ? from + step : from + step - pool.length;
    if (!placeFree(board, at(pool, index), slot, end)) continue;
    board.foundAt[slot] = index;
    return at(pool, index);
  }
  return -1;
};

/** A free place and, where needed, interpreter for a meeting that begins in a slot; null when there is none. */
export const spotFor = (board: Board, meeting: number, slot: number): Spot | null => {
  const { terrain } = board;
  const end = slot + at(terrain.length, meeting);
  if (at(terrain.needsInterpreter, meeting) === 0) {
    const place = freePlace(board, meeting, slot, end);
    return place < 0 ? null : { place, resource: -1 };
  }
  let anywhere = -2;
  for (const resource of listAt(terrain.interpretersOf, meeting)) {
    if (!resourceFree(board, resource, slot, end)) continue;
    const bound = at(terrain.boundTo, resource);
    if (bound >= 0) {
      if (placeFits(board, meeting, bound, slot)) return { place: bound, resource };
      continue;
    }
    if (anywhere === -2) anywhere = freePlace(board, meeting, slot, end);
    if (anywhere >= 0) return { place: anywhere, resource };
  }
  return null;
};

/** Groups of idle slots between the meetings of a participant, day by day. */
export const breaksOf = (board: Board, participant: number): number => {
  const { slots, firstOfDay } = board.terrain;
  const row = participant * slots;
  let breaks = 0;
  let lastBusy = -1;
  for (let slot = 0; slot < slots; slot += 1) {
    if (firstOfDay[slot] === 1) lastBusy = -1;
    if (board.seatUse[row + slot] === 0) continue;
    if (lastBusy >= 0 && lastBusy < slot - 1) breaks += 1;
    lastBusy = slot;
  }
  return breaks;
};

/** Where every meeting was at one moment. */
export interface Snapshot {
  readonly slotOf: Int32Array;
  readonly placeOf: Int32Array;
  readonly resourceOf: Int32Array;
}

/** Keeps the present state. */
export const snapshotOf = ({ slotOf, placeOf, resourceOf }: Board): Snapshot => ({
  slotOf: slotOf.slice(),
  placeOf: placeOf.slice(),
  resourceOf: resourceOf.slice(),
});

/** Brings a kept state back. */
export const restore = (board: Board, snapshot: Snapshot): void => {
  const moved: number[] = [];
  for (let meeting = 0; meeting < board.slotOf.length; meeting += 1) {
    const stays =
      at(board.slotOf, meeting) === at(snapshot.slotOf, meeting) &&
      at(board.placeOf, meeting) === at(snapshot.placeOf, meeting) &&
      at(board.resourceOf, meeting) === at(snapshot.resourceOf, meeting);
    if (!stays) moved.push(meeting);
  }
  for (const meeting of moved) if (at(board.slotOf, meeting) >= 0) take(board, meeting);
  for (const meeting of moved) {
    const slot = at(snapshot.slotOf, meeting);
    if (slot >= 0) put(board, meeting, slot, { place: at(snapshot.placeOf, meeting), resource: at(snapshot.resourceOf, meeting) });
  }
};

/** The board as placements, by meeting. */
export const placementsOf = ({ terrain, slotOf, placeOf, resourceOf }: Board): Placement[] =>
  terrain.facts.meetings.flatMap(({ pinnedSlot }, meeting) => {
    const slot = at(slotOf, meeting);
    if (slot < 0) return [];
    const resource = at(resourceOf, meeting);
    return [{ meeting, slot, place: at(placeOf, meeting), resource: resource < 0 ? null : resource, pinned: pinnedSlot !== null }];
  });
