// Places one meeting by moving as few others as possible: chains of ejections, searched by their cost. Moving a meeting that has to move
// anyway costs nothing, any other costs one (0-1 search with a growing budget).

import { at, listAt } from './engines/arrays.ts';
import { peopleFree, placeFits, put, resourceFits, spotFor, spotOf, take, type Board, type Spot } from './engines/board.ts';
import { tiringMeetings } from './engines/rest.ts';
import { putNoted, takeNoted, undoTo, type Search } from './engines/search.ts';
import { rank } from './engines/terrain.ts';
import type { Placement } from './model.ts';

export interface Chains {
  readonly search: Search;
  /** Where each meeting stood. */
  readonly homes: ReadonlyMap<number, Placement>;
  /** Meetings that move whatever else is done. */
  readonly free: ReadonlySet<number>;
  /** Tries left; the search gives up when they are used. */
  tries: number;
  /** Meetings placed in the chain so far, and how many there may be. */
  readonly locked: Set<number>;
  links: number;
}

const isHome = (board: Board, { meeting, slot, place, resource }: Placement): boolean =>
  at(board.slotOf, meeting) === slot && at(board.placeOf, meeting) === place && at(board.resourceOf, meeting) === (resource ?? -1);

/** What it costs to move a meeting from where it is now. */
const costOf = ({ search, homes, free }: Chains, meeting: number): number => {
  const home = homes.get(meeting);
  return free.has(meeting) || home === undefined || !isHome(search.board, home) ? 0 : 1;
};

const covers = ({ slotOf, terrain }: Board, meeting: number, slot: number): boolean =>
  at(slotOf, meeting) >= 0 && at(slotOf, meeting) <= slot && slot < at(slotOf, meeting) + at(terrain.length, meeting);

/** Meetings of which one has to leave before people and order let a meeting begin in a slot it may begin in; empty = none could help, null = none has to. */
const crowdOf = (board: Board, meeting: number, slot: number): readonly number[] | null => {
  const { terrain } = board;
  const end = slot + at(terrain.length, meeting);
  const people = listAt(terrain.participantsOf, meeting);
  // Who has as many meetings as allowed has as many again when one of them is only moved.
  if (people.some((participant) => at(board.meetingCount, participant) >= at(terrain.maxMeetings, participant))) return [];
  for (const participant of people) {
    for (let now = slot; now < end; now += 1) {
      if (at(board.seatUse, participant * terrain.slots + now) < at(terrain.seats, participant)) continue;
      return [...listAt(terrain.meetingsOf, participant)].filter((other) => covers(board, other, now));
    }
  }
  const wrong = [
    ...[...listAt(terrain.earlierOf, meeting)].filter(
      (one) => at(board.slotOf, one) >= 0 && at(board.slotOf, one) + at(terrain.length, one) > slot,
    ),
    ...[...listAt(terrain.laterOf, meeting)].filter((one) => at(board.slotOf, one) >= 0 && at(board.slotOf, one) < end),
  ];
  return wrong.length === 0 ? null : wrong.slice(0, 1);
};

/** Meetings whose table or interpreter a meeting could use in a slot, or that leave its interpreters no rest. */
const holdersOf = (board: Board, meeting: number, slot: number): number[] => {
  const { terrain, heldIn, placeOf, resourceOf } = board;
  const own = terrain.ownPlacesOf[meeting] ?? null;
  const interpreters = listAt(terrain.interpretersOf, meeting);
  const held = new Set<number>();
  for (let now = slot; now < slot + at(terrain.length, meeting); now += 1) for (const other of heldIn[now] ?? []) held.add(other);
  for (const other of tiringMeetings(board, meeting, slot)) held.add(other);
  return [...held].filter((other) => {
    const place = at(placeOf, other);
    return interpreters.includes(at(resourceOf, other)) || (own === null ? at(terrain.pooled, place) === 1 : own.includes(place));
  });
};

/** Spots to try in a slot, the old place first; with interpreters one spot for each, since others may need the one taken. */
const spotsIn = ({ search: { board }, homes }: Chains, meeting: number, slot: number): Spot[] => {
  const any = spotFor(board, meeting, slot);
  if (any === null) return [];
  const home = homes.get(meeting);
  const { terrain } = board;
  if (at(terrain.needsInterpreter, meeting) === 0) {
    const old = home?.place ?? -1;
    return old >= 0 && old !== any.place && placeFits(board, meeting, old, slot) ? [{ place: old, resource: -1 }, any] : [any];
  }
  const spots = [any];
  for (const resource of listAt(terrain.interpretersOf, meeting)) {
    const bound = at(terrain.boundTo, resource);
    for (const place of new Set([home?.place ?? -1, bound >= 0 ? bound : any.place])) {
      if (place < 0 || spots.length > 4 || spots.some((one) => one.place === place && one.resource === resource)) continue;
      if (placeFits(board, meeting, place, slot) && resourceFits(board, meeting, resource, place, slot)) {
        if (resource === home?.resource && place === home.place) spots.unshift({ place, resource });
        else spots.push({ place, resource });
      }
    }
  }
  return spots;
};

/** Slots a meeting could begin in, the nearest to where it stood first. */
const startsNear = ({ search, homes }: Chains, meeting: number): number[] => {
  const starts = [...listAt(search.board.terrain.startsOf, meeting)];
  const home = homes.get(meeting)?.slot;
  return home === undefined ? starts : starts.sort((a, b) => Math.abs(a - home) - Math.abs(b - home) || a - b);
};

/** Clears a slot for a meeting, puts it there, and goes on with those who wait and those who had to leave. */
const clearFor = (chains: Chains, meeting: number, slot: number, waiting: readonly number[], budget: number): boolean => {
  const { search, locked } = chains;
  const { board, journal } = search;
  if (chains.tries <= 0) return false;
  chains.tries -= 1;
  let inTheWay = crowdOf(board, meeting, slot);
  if (inTheWay === null) {
    const spots = spotsIn(chains, meeting, slot);
    for (const spot of spots) {
      const mark = journal.length;
      putNoted(search, meeting, slot, spot);
      if (placeAll(chains, waiting, budget)) return true;
      undoTo(search, mark);
    }
    if (spots.length > 0) return false;
    inTheWay = holdersOf(board, meeting, slot);
  }
  if (locked.size + waiting.length >= chains.links) return false;
  for (const other of inTheWay) {
    const cost = costOf(chains, other);
    if (cost > budget || locked.has(other) || at(board.terrain.rankOf, other) === rank.pinned) continue;
    const mark = journal.length;
    takeNoted(search, other);
    if (clearFor(chains, meeting, slot, [...waiting, other], budget - cost)) return true;
    undoTo(search, mark);
  }
  return false;
};

const placeAll = (chains: Chains, agenda: readonly number[], budget: number): boolean => {
  const [meeting, ...waiting] = agenda;
  if (meeting === undefined) return true;
  chains.locked.add(meeting);
  for (const slot of startsNear(chains, meeting)) if (clearFor(chains, meeting, slot, waiting, budget)) return true;
  chains.locked.delete(meeting);
  return false;
};

/** Places a meeting within a budget of others moved and a number of links of the chain, or leaves the board as it was. */
export const placeByChain = (chains: Chains, meeting: number, budget: number, links: number): boolean => {
  chains.locked.clear();
  chains.links = links;
  return placeAll(chains, [meeting], budget);
};

const spanMeets = ({ terrain }: Board, meeting: number, slot: number, other: number, otherSlot: number): boolean =>
  slot < otherSlot + at(terrain.length, other) && otherSlot < slot + at(terrain.length, meeting);

/** Whether a meeting fits into a slot once another has left, and that one somewhere else; its table at the same time is not asked for. */
const fitsWithout = (board: Board, meeting: number, slot: number, other: number): boolean => {
  const [otherSlot, otherSpot] = [at(board.slotOf, other), spotOf(board, other)];
  take(board, other);
  const spot = peopleFree(board, meeting, slot) ? spotFor(board, meeting, slot) : null;
  let fits = false;
  if (spot !== null) {
    // Whoever interprets it might be somebody else, who leaves the other one more rest.
    put(board, meeting, slot, { ...spot, resource: -1 });
    const suits = (to: number): boolean =>
      peopleFree(board, other, to) && (spanMeets(board, meeting, slot, other, to) || spotFor(board, other, to) !== null);
    fits = listAt(board.terrain.startsOf, other).some(suits);
    take(board, meeting);
  }
  put(board, other, otherSlot, otherSpot);
  return fits;
};

/**
 * How many other meetings have to move at least so that a meeting not on the board can be held: 0, 1 or (may be more) 2.
 * Proven: one other meeting is enough only if it is one of those in the way, and finds a time of its own.
 */
export const leastOthers = (board: Board, meeting: number): 0 | 1 | 2 => {
  const starts = [...listAt(board.terrain.startsOf, meeting)];
  if (starts.some((slot) => peopleFree(board, meeting, slot) && spotFor(board, meeting, slot) !== null)) return 0;
  const oneIsEnough = (slot: number): boolean =>
    (crowdOf(board, meeting, slot) ?? holdersOf(board, meeting, slot)).some(
      (other) => at(board.terrain.rankOf, other) !== rank.pinned && fitsWithout(board, meeting, slot, other),
    );
  return starts.some(oneIsEnough) ? 1 : 2;
};
