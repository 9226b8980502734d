// Deals out places anew once slots are settled: seated participants keep one, walkers do not walk far. Slots and interpreters stay.

import { at, listAt } from './arrays.ts';
import { placeFits, put, spotOf, take, type Board } from './board.ts';

/** Whether a meeting may sit anywhere in the pool. */
const isFree = ({ terrain, placeOf, resourceOf, slotOf }: Board, meeting: number): boolean => {
  if (at(slotOf, meeting) < 0 || (terrain.ownPlacesOf[meeting] ?? null) !== null || at(terrain.pooled, at(placeOf, meeting)) === 0)
    return false;
  const resource = at(resourceOf, meeting);
  return resource < 0 || at(terrain.boundTo, resource) < 0;
};

/** The board, and who is where, for looking up. */
interface Hall {
  readonly board: Board;
  /** A meeting that a participant begins in a slot, or -1; `[participant × slots + slot]`. */
  readonly begun: Int32Array;
  /** The meeting of one slot that holds a place for one meeting, or -1; `[place × slots + slot]`. */
  readonly sitting: Int32Array;
}

const hallOf = (board: Board): Hall => {
  const { slots, facts, participantsOf, length } = board.terrain;
  const begun = new Int32Array(facts.participants.length * slots).fill(-1);
  const sitting = new Int32Array(facts.places.length * slots).fill(-1);
  for (let meeting = 0; meeting < board.slotOf.length; meeting += 1) {
    const slot = at(board.slotOf, meeting);
    if (slot < 0) continue;
    for (const participant of listAt(participantsOf, meeting)) begun[participant * slots + slot] = meeting;
    const place = at(board.placeOf, meeting);
    if (at(length, meeting) === 1 && facts.places[place]?.capacity === 1) sitting[place * slots + slot] = meeting;
  }
  return { board, begun, sitting };
};

/** The participant's meetings before and after another, on whatever day. */
const neighbours = ({ board, begun }: Hall, participant: number, meeting: number): number[] => {
  const { slots } = board.terrain;
  const slot = at(board.slotOf, meeting);
  const row = participant * slots;
  const found: number[] = [];
  for (const step of [-1, 1]) {
    for (let other = slot + step; other >= 0 && other < slots; other += step) {
      if (at(begun, row + other) < 0) continue;
      found.push(at(begun, row + other));
      break;
    }
  }
  return found;
};

const walk = ({ terrain }: Board, from: number, to: number): number => {
  const { places, walkingMinutes } = terrain.facts;
  const [fromZone, toZone] = [places[from]?.zone ?? 0, places[to]?.zone ?? 0];
  return fromZone === toZone ? 0 : (walkingMinutes[fromZone]?.[toZone] ?? 0);
};

/** Changes of place to and from the neighbouring meetings of seated participants, then minutes of the others, then a wish for one place by name. */
const costAt = (hall: Hall, meeting: number, place: number): number => {
  const { board } = hall;
  const { terrain, placeOf } = board;
  let cost = 0;
  for (const participant of listAt(terrain.participantsOf, meeting)) {
    const { seated = false, seats = 1 } = terrain.facts.participants[participant] ?? {};
    for (const other of neighbours(hall, participant, meeting)) {
      if (seated && at(placeOf, other) !== place) cost += 10_000;
      if (seats === 1) cost += walk(board, at(placeOf, other), place);
    }
    if (seated && at(terrain.home, participant) !== place) cost += 5_000;
  }
  return cost;
};

const sit = ({ board, sitting }: Hall, meeting: number, place: number): void => {
  const { slots, facts, length } = board.terrain;
  const slot = at(board.slotOf, meeting);
  const { resource, place: old } = spotOf(board, meeting);
  take(board, meeting);
  put(board, meeting, slot, { place, resource });
  if (at(sitting, old * slots + slot) === meeting) sitting[old * slots + slot] = -1;
  if (at(length, meeting) === 1 && facts.places[place]?.capacity === 1) sitting[place * slots + slot] = meeting;
};

/** Lets two meetings of one slot change places, or one move to a free place; keeps it when it costs less. */
const tryPlace = (hall: Hall, meeting: number, place: number): boolean => {
  const { board, sitting } = hall;
  const { terrain } = board;
  const old = at(board.placeOf, meeting);
  const slot = at(board.slotOf, meeting);
  if (place === old || at(terrain.pooled, place) === 0) return false;
  const before = costAt(hall, meeting, old);
  if (placeFits(board, meeting, place, slot)) {
    if (costAt(hall, meeting, place) >= before) return false;
    sit(hall, meeting, place);
    return true;
  }
  const other = at(sitting, place * terrain.slots + slot);
  if (other < 0 || !isFree(board, other) || at(terrain.length, meeting) !== 1) return false;
  if (at(terrain.capacity, old * terrain.slots + slot) === 0) return false;
  if (costAt(hall, meeting, place) + costAt(hall, other, old) >= before + costAt(hall, other, place)) return false;
  const { resource } = spotOf(board, meeting);
  take(board, meeting);
  sit(hall, other, old);
  put(board, meeting, slot, { place, resource });
  sitting[place * terrain.slots + slot] = meeting;
  return true;
};

const wishes = (hall: Hall, meeting: number): Set<number> => {
  const { terrain, placeOf } = hall.board;
  const places = new Set<number>();
  for (const participant of listAt(terrain.participantsOf, meeting)) {
    if (at(terrain.home, participant) >= 0) places.add(at(terrain.home, participant));
    for (const other of neighbours(hall, participant, meeting)) places.add(at(placeOf, other));
  }
  return places;
};

/** Improves places by moves and exchanges within slots, in at most `rounds` passes over all meetings; `stop` ends it early. */
export const settlePlaces = (board: Board, rounds: number, stop: () => boolean): void => {
  const { facts } = board.terrain;
  if (facts.walkingMinutes.length === 0 && !facts.participants.some(({ seated }) => seated)) return;
  const hall = hallOf(board);
  const order = [...board.slotOf.keys()].sort((a, b) => at(board.slotOf, a) - at(board.slotOf, b) || a - b);
  for (let round = 0; round < rounds; round += 1) {
    let changed = false;
    for (const meeting of order) {
      if (!isFree(board, meeting)) continue;
      if (stop()) return;
      for (const place of wishes(hall, meeting)) if (tryPlace(hall, meeting, place)) changed = true;
    }
    if (!changed) return;
  }
};
