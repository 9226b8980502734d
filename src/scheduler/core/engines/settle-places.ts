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

const neighbours = (board: Board, participant: number, meeting: number): number[] => {
  const slot = at(board.slotOf, meeting);
  let before = -1;
  let after = -1;
  for (const other of listAt(board.terrain.meetingsOf, participant)) {
    const begins = at(board.slotOf, other);
    if (other === meeting || begins < 0) continue;
    if (begins <= slot && (before < 0 || begins > at(board.slotOf, before))) before = other;
    if (begins >= slot && (after < 0 || begins < at(board.slotOf, after))) after = other;
  }
  return [before, after].filter((other) => other >= 0);
};

const walk = ({ terrain }: Board, from: number, to: number): number => {
  const { places, walkingMinutes } = terrain.facts;
  const [fromZone, toZone] = [places[from]?.zone ?? 0, places[to]?.zone ?? 0];
  return fromZone === toZone ? 0 : (walkingMinutes[fromZone]?.[toZone] ?? 0);
};

/** Changes of place to and from the neighbouring meetings of seated participants, then minutes of the others, then a wish for one place by name. */
const costAt = (board: Board, meeting: number, place: number): number => {
  const { terrain, placeOf } = board;
  let cost = 0;
  for (const participant of listAt(terrain.participantsOf, meeting)) {
    const { seated = false, seats = 1 } = terrain.facts.participants[participant] ?? {};
    for (const other of neighbours(board, participant, meeting)) {
      if (seated && at(placeOf, other) !== place) cost += 10_000;
      if (seats === 1) cost += walk(board, at(placeOf, other), place);
    }
    if (seated && at(terrain.home, participant) !== place) cost += 5_000;
  }
  return cost;
};

const sit = (board: Board, meeting: number, place: number): void => {
  const slot = at(board.slotOf, meeting);
  const { resource } = spotOf(board, meeting);
  take(board, meeting);
  put(board, meeting, slot, { place, resource });
};

/** Lets two meetings of one slot change places, or one move to a free place; keeps it when it costs less. */
const tryPlace = (board: Board, meeting: number, place: number): boolean => {
  const old = at(board.placeOf, meeting);
  const slot = at(board.slotOf, meeting);
  if (place === old || at(board.terrain.pooled, place) === 0) return false;
  const before = costAt(board, meeting, old);
  if (placeFits(board, meeting, place, slot)) {
    if (costAt(board, meeting, place) >= before) return false;
    sit(board, meeting, place);
    return true;
  }
  const held = board.heldIn[slot] ?? [];
  const other = held.find((one) => at(board.placeOf, one) === place && at(board.slotOf, one) === slot && isFree(board, one)) ?? -1;
  if (other < 0 || at(board.terrain.length, other) !== 1 || at(board.terrain.length, meeting) !== 1) return false;
  if (at(board.terrain.capacity, old * board.terrain.slots + slot) === 0) return false;
  if (costAt(board, meeting, place) + costAt(board, other, old) >= before + costAt(board, other, place)) return false;
  const { resource } = spotOf(board, meeting);
  take(board, meeting);
  sit(board, other, old);
  put(board, meeting, slot, { place, resource });
  return true;
};

const wishes = (board: Board, meeting: number): Set<number> => {
  const { terrain, placeOf } = board;
  const places = new Set<number>();
  for (const participant of listAt(terrain.participantsOf, meeting)) {
    if (at(terrain.home, participant) >= 0) places.add(at(terrain.home, participant));
    for (const other of neighbours(board, participant, meeting)) places.add(at(placeOf, other));
  }
  return places;
};

/** Improves places by moves and exchanges within slots, in at most `rounds` passes over all meetings; `stop` ends it early. */
export const settlePlaces = (board: Board, rounds: number, stop: () => boolean): void => {
  const { facts } = board.terrain;
  if (facts.walkingMinutes.length === 0 && !facts.participants.some(({ seated }) => seated)) return;
  const order = [...board.slotOf.keys()].sort((a, b) => at(board.slotOf, a) - at(board.slotOf, b) || a - b);
  for (let round = 0; round < rounds; round += 1) {
    let changed = false;
    for (const meeting of order) {
      if (!isFree(board, meeting)) continue;
      if (stop()) return;
      for (const place of wishes(board, meeting)) if (tryPlace(board, meeting, place)) changed = true;
    }
    if (!changed) return;
  }
};
