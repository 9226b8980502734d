// Whether interpreters have rest left for a meeting. Taking a meeting away never makes a stretch longer, so that it is asked only where one is put.

import { at, listAt } from './arrays.ts';
import type { Terrain } from './terrain.ts';

/** Who interprets when, `[resource × slots + slot]`. */
export interface Interpreting {
  readonly terrain: Terrain;
  readonly resourceUse: Int32Array;
  /** 1 where the meeting of a slot goes on into the next one: no pause lies between. */
  readonly resourceGoesOn: Int32Array;
}

/** A stretch in minutes, and the slots that it may reach over: from `first` up to `end`. */
interface Reach {
  readonly minutes: number;
  readonly first: number;
  readonly end: number;
}

/** How far the stretch would reach in which somebody interprets from `slot` to `end`, with what they interpret already. */
const reachOf = ({ terrain, resourceUse, resourceGoesOn }: Interpreting, resource: number, slot: number, end: number): Reach => {
  const { slots, begins, ends } = terrain;
  const [row, pause] = [resource * slots, at(terrain.restMinutes, resource)];
  const standing = listAt(terrain.standing, resource);
  let [from, until] = [at(begins, slot), at(ends, end - 1)];
  let [before, after] = [slot - 1, end];
  for (let grown = true; grown;) {
    grown = false;
    for (; before >= 0 && (at(resourceGoesOn, row + before) > 0 || from - at(ends, before) < pause); before -= 1) {
      if (at(resourceUse, row + before) === 0) continue;
      from = at(begins, before);
      grown = true;
    }
    for (; after < slots && (at(resourceGoesOn, row + after - 1) > 0 || at(begins, after) - until < pause); after += 1) {
      if (at(resourceUse, row + after) === 0) continue;
      until = at(ends, after);
      grown = true;
    }
    for (let index = 0; index < standing.length; index += 2) {
      const [begun, ended] = [at(standing, index), at(standing, index + 1)];
      if (from - ended >= pause || begun - until >= pause || (begun >= from && ended <= until)) continue;
      [from, until] = [Math.min(from, begun), Math.max(until, ended)];
      grown = true;
    }
  }
  return { minutes: until - from, first: before + 1, end: after };
};

/** Whether somebody who is free from `slot` to `end` may interpret then without going beyond their longest stretch. */
export const isRested = (interpreting: Interpreting, resource: number, slot: number, end: number): boolean => {
  const longest = at(interpreting.terrain.longestMinutes, resource);
  return longest < 0 || reachOf(interpreting, resource, slot, end).minutes <= longest;
};

/** Whether an interpreter is there and in no meeting from `slot` to `end`. */
export const isUnbooked = ({ terrain, resourceUse }: Interpreting, resource: number, slot: number, end: number): boolean => {
  const row = resource * terrain.slots;
  for (let now = slot; now < end; now += 1) {
    if (at(terrain.interpreterThere, row + now) === 0 || at(resourceUse, row + now) !== 0) return false;
  }
  return true;
};

interface Holding extends Interpreting {
  readonly heldIn: readonly (readonly number[])[];
  readonly resourceOf: Int32Array;
}

/** Meetings that leave interpreters, who are free when another would begin, no rest for it. */
export const tiringMeetings = (board: Holding, meeting: number, slot: number): number[] => {
  const { terrain, heldIn, resourceOf } = board;
  const end = slot + at(terrain.length, meeting);
  const found = new Set<number>();
  for (const resource of listAt(terrain.interpretersOf, meeting)) {
    if (at(terrain.longestMinutes, resource) < 0 || !isUnbooked(board, resource, slot, end) || isRested(board, resource, slot, end))
      continue;
    const reach = reachOf(board, resource, slot, end);
    for (let now = reach.first; now < reach.end; now += 1) {
      for (const other of heldIn[now] ?? []) if (at(resourceOf, other) === resource) found.add(other);
    }
  }
  return [...found];
};
