// What keeps a meeting from beginning in a slot, given where everything else is.

import { fitsSession } from './draft.ts';
import { at, listAt } from './engines/arrays.ts';
import { boardOf, put, type Board } from './engines/board.ts';
import { isRested, isUnbooked } from './engines/rest.ts';
import { terrainOf } from './engines/terrain.ts';
import type { Facts, Placement } from './model.ts';

/** One thing in the way in one slot. */
export type Blocker =
  | { readonly kind: 'limit'; readonly participant: number }
  | { readonly kind: 'not_allowed' }
  | { readonly kind: 'runs_over' }
  | { readonly kind: 'away'; readonly participant: number; readonly slots: readonly number[] }
  | { readonly kind: 'seats'; readonly participant: number; readonly others: readonly number[]; readonly needed: number }
  | { readonly kind: 'order'; readonly earlier: number; readonly later: number }
  | { readonly kind: 'places_closed'; readonly place: number; readonly slots: readonly number[] }
  | { readonly kind: 'places_full' }
  | {
      readonly kind: 'stand';
      readonly place: number;
      readonly closed: readonly number[];
      readonly others: readonly number[];
      readonly needed: number;
    }
  /** none: nobody speaks the languages · taken: nobody is free · rest: who is free has no rest left. */
  | { readonly kind: 'interpreter'; readonly why: 'none' | 'taken' | 'rest' };

/** A board with the given placements, conflicts included; of a meeting placed twice the first counts. */
export const boardWith = (facts: Facts, placements: readonly Placement[]): Board => {
  const board = boardOf(terrainOf(facts));
  for (const { meeting, slot, place, resource } of placements) {
    if (at(board.slotOf, meeting) >= 0 || !fitsSession(facts, slot, facts.meetings[meeting]?.lengthSlots ?? 1)) continue;
    put(board, meeting, slot, { place, resource: resource ?? -1 });
  }
  return board;
};

const span = (slot: number, length: number): number[] => Array.from({ length }, (_, index) => slot + index);

const covering = (board: Board, meetings: Iterable<number>, slots: readonly number[]): number[] => {
  const found: number[] = [];
  for (const meeting of meetings) {
    const begins = at(board.slotOf, meeting);
    const end = begins + at(board.terrain.length, meeting);
    if (begins >= 0 && slots.some((slot) => begins <= slot && slot < end)) found.push(meeting);
  }
  return found;
};

const peopleBlockers = (board: Board, meeting: number, slots: readonly number[]): Blocker[] => {
  const { terrain, seatUse, meetingCount } = board;
  const found: Blocker[] = [];
  for (const participant of listAt(terrain.participantsOf, meeting)) {
    const { unavailableSlots = [], seats = 1, maxMeetings = null } = terrain.facts.participants[participant] ?? {};
    if (maxMeetings !== null && at(meetingCount, participant) >= maxMeetings) found.push({ kind: 'limit', participant });
    const away = slots.filter((slot) => unavailableSlots.includes(slot));
    if (away.length > 0) found.push({ kind: 'away', participant, slots: away });
    const use = Math.max(0, ...slots.map((slot) => at(seatUse, participant * terrain.slots + slot)));
    if (use < seats) continue;
    found.push({ kind: 'seats', participant, others: covering(board, listAt(terrain.meetingsOf, participant), slots), needed: use + 1 });
  }
  return found;
};

const orderBlockers = ({ terrain, slotOf }: Board, meeting: number, slot: number, end: number): Blocker[] => {
  const found: Blocker[] = [];
  for (const earlier of listAt(terrain.earlierOf, meeting)) {
    if (at(slotOf, earlier) >= 0 && at(slotOf, earlier) + at(terrain.length, earlier) > slot)
      found.push({ kind: 'order', earlier, later: meeting });
  }
  for (const later of listAt(terrain.laterOf, meeting)) {
    if (at(slotOf, later) >= 0 && at(slotOf, later) < end) found.push({ kind: 'order', earlier: meeting, later });
  }
  return found;
};

const isOpen = ({ terrain }: Board, place: number, slot: number): boolean => at(terrain.capacity, place * terrain.slots + slot) > 0;

const hasRoom = ({ terrain, placeUse }: Board, place: number, slot: number): boolean =>
  at(placeUse, place * terrain.slots + slot) < at(terrain.capacity, place * terrain.slots + slot);

const placeBlocker = (board: Board, meeting: number, slots: readonly number[]): Blocker | null => {
  const { pool, ownPlacesOf, facts, slots: width } = board.terrain;
  const own = ownPlacesOf[meeting] ?? null;
  const places = own ?? pool;
  if (places.some((place) => slots.every((slot) => hasRoom(board, place, slot)))) return null;
  const closedIn = (place: number): number[] => slots.filter((slot) => !isOpen(board, place, slot));
  if (own === null) {
    if (pool.length === 0 || pool.some((place) => closedIn(place).length === 0)) return { kind: 'places_full' };
    const openable = pool.find((place) => slots.every((slot) => !isOpen(board, place, slot) || hasRoom(board, place, slot)));
    return openable === undefined ? { kind: 'places_full' } : { kind: 'places_closed', place: openable, slots: closedIn(openable) };
  }
  const place = own[0] ?? 0;
  const use = Math.max(...slots.map((slot) => at(board.placeUse, place * width + slot)));
  const full = use >= (facts.places[place]?.capacity ?? 0);
  const held = new Set(slots.flatMap((slot) => board.heldIn[slot] ?? []));
  const others = [...held].filter((other) => at(board.placeOf, other) === place);
  return { kind: 'stand', place, closed: closedIn(place), others: full ? others : [], needed: full ? use + 1 : 0 };
};

const interpreterBlocker = (board: Board, meeting: number, slots: readonly number[]): Blocker | null => {
  const { terrain } = board;
  if (at(terrain.needsInterpreter, meeting) === 0) return null;
  const candidates = listAt(terrain.interpretersOf, meeting);
  const own = terrain.ownPlacesOf[meeting] ?? null;
  const [slot = 0] = slots;
  const end = slot + slots.length;
  const free = candidates.filter((resource) => {
    const bound = at(terrain.boundTo, resource);
    const usable = bound < 0 || (own === null ? at(terrain.pooled, bound) === 1 : own.includes(bound));
    return usable && isUnbooked(board, resource, slot, end) && (bound < 0 || slots.every((now) => hasRoom(board, bound, now)));
  });
  if (free.some((resource) => isRested(board, resource, slot, end))) return null;
  return { kind: 'interpreter', why: candidates.length === 0 ? 'none' : free.length > 0 ? 'rest' : 'taken' };
};

/** Everything that keeps an unplaced meeting of `length` slots from beginning in a slot; empty = it fits there. */
export const blockersAt = (board: Board, meeting: number, slot: number, length: number): readonly Blocker[] => {
  const { facts } = board.terrain;
  const { allowedSlots = null, pinnedSlot = null } = facts.meetings[meeting] ?? {};
  if (!fitsSession(facts, slot, length)) return [{ kind: 'runs_over' }];
  const slots = span(slot, length);
  const allowed =
    (pinnedSlot === null || pinnedSlot === slot) && (allowedSlots === null || slots.every((one) => allowedSlots.includes(one)));
  return [
    ...(allowed ? [] : [{ kind: 'not_allowed' } as const]),
    ...peopleBlockers(board, meeting, slots),
    ...orderBlockers(board, meeting, slot, slot + length),
    ...[placeBlocker(board, meeting, slots), interpreterBlocker(board, meeting, slots)].filter((one) => one !== null),
  ];
};

/** Slots in which a participant could begin one more meeting of this length, whatever the others do. */
export const freeSlotsOf = (board: Board, participant: number, meeting: number): number[] => {
  const { facts, slots } = board.terrain;
  const length = facts.meetings[meeting]?.lengthSlots ?? 1;
  const all = Array.from({ length: slots }, (_, slot) => slot);
  return all.filter((slot) => {
    if (!fitsSession(facts, slot, length)) return false;
    return span(slot, length).every(
      (one) =>
        facts.participants[participant]?.unavailableSlots.includes(one) !== true &&
        at(board.seatUse, participant * slots + one) < (facts.participants[participant]?.seats ?? 1),
    );
  });
};
