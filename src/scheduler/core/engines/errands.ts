// Meetings that need more than people and any table: an interpreter, a certain place that may be taken, an order with others.
// They are few; the others are moved without a look at any of this.

import { add, at, listAt } from './arrays.ts';
import { isRested, isUnbooked } from './rest.ts';
import type { Timetable } from './timetable.ts';

const change = (table: Timetable, meeting: number, slot: number, by: 1 | -1): void => {
  const [place, resource] = [at(table.placeOf, meeting), at(table.resourceOf, meeting)];
  if (place >= 0) add(table.boundUse, place * table.slots + slot, by);
  if (resource >= 0) add(table.resourceUse, resource * table.slots + slot, by);
};

const placeFree = ({ terrain, boundUse, slots }: Timetable, place: number, slot: number): boolean =>
  at(boundUse, place * slots + slot) < at(terrain.capacity, place * slots + slot);

/** Chooses place and interpreter for a meeting in a slot; false = there are none. */
const assign = (table: Timetable, meeting: number, slot: number): boolean => {
  const { terrain } = table;
  const own = terrain.ownPlacesOf[meeting] ?? null;
  const placeFor = (wanted: number): number => {
    if (wanted >= 0 && (own === null ? at(terrain.pooled, wanted) !== 1 : !own.includes(wanted))) return -2;
    if (wanted >= 0) return placeFree(table, wanted, slot) ? wanted : -2;
    return own === null ? -1 : (own.find((place) => placeFree(table, place, slot)) ?? -2);
  };
  if (at(terrain.needsInterpreter, meeting) === 0) {
    const place = placeFor(-1);
    table.placeOf[meeting] = place;
    table.resourceOf[meeting] = -1;
    return place !== -2;
  }
  for (const resource of listAt(terrain.interpretersOf, meeting)) {
    if (!isUnbooked(table, resource, slot, slot + 1) || !isRested(table, resource, slot, slot + 1)) continue;
    const place = placeFor(at(terrain.boundTo, resource));
    if (place === -2) continue;
    table.placeOf[meeting] = place;
    table.resourceOf[meeting] = resource;
    return true;
  }
  return false;
};

/** Whether a meeting keeps its order once the chain has moved. */
const inOrder = ({ terrain, slotOf }: Timetable, targets: ReadonlyMap<number, number>, meeting: number): boolean => {
  const slotAfter = (one: number): number => targets.get(one) ?? at(slotOf, one);
  const slot = slotAfter(meeting);
  const ended = (earlier: number): boolean => slotAfter(earlier) < 0 || slotAfter(earlier) + at(terrain.length, earlier) <= slot;
  const begins = (later: number): boolean => slotAfter(later) < 0 || slotAfter(later) > slot;
  return listAt(terrain.earlierOf, meeting).every(ended) && listAt(terrain.laterOf, meeting).every(begins);
};

/** Finds places and interpreters for meetings that are about to move, by the slots they move to; all or nothing. */
export const runErrands = (table: Timetable, targets: ReadonlyMap<number, number>): boolean => {
  const errands = [...targets.keys()].filter((meeting) => table.errand[meeting] === 1);
  if (!errands.every((meeting) => inOrder(table, targets, meeting))) return false;
  const before = errands.map((meeting) => ({ meeting, place: at(table.placeOf, meeting), resource: at(table.resourceOf, meeting) }));
  for (const meeting of errands) change(table, meeting, at(table.slotOf, meeting), -1);
  const done: number[] = [];
  for (const meeting of errands) {
    const slot = targets.get(meeting) ?? -1;
    if (!assign(table, meeting, slot)) break;
    change(table, meeting, slot, 1);
    done.push(meeting);
  }
  if (done.length === errands.length) return true;
  for (const meeting of done) change(table, meeting, targets.get(meeting) ?? -1, -1);
  for (const { meeting, place, resource } of before) {
    table.placeOf[meeting] = place;
    table.resourceOf[meeting] = resource;
    change(table, meeting, at(table.slotOf, meeting), 1);
  }
  return false;
};
