// Where more is wished than fits: a meeting that waits takes the room of another, which takes the room of a third, and so on until one finds a
// free slot or one waits that is wished less. Shortest such chains first, as augmenting paths are sought in matchings (Berge 1957).

import { at, listAt } from './arrays.ts';
import { peopleFree, spotFor, type Board } from './board.ts';
import { tiringMeetings } from './rest.ts';
import { putNoted, takeNoted, undoTo, type Search } from './search.ts';
import { rank } from './terrain.ts';

/** Meetings reached from the one that waits: each gives its room, in slot `via`, to the one at `from`. */
interface Reach {
  readonly meeting: Int32Array;
  readonly from: Int32Array;
  readonly via: Int32Array;
  /** A second meeting in the way that finds a free slot of its own, `asideTo`; -1 = there is none in the way. */
  readonly aside: Int32Array;
  readonly asideTo: Int32Array;
  size: number;
  /** Per meeting the number of the search that reached it last. */
  readonly seen: Int32Array;
  number: number;
  /** How often it was asked whether a meeting fits somewhere: the work done. */
  looks: number;
}

/** Farther than this many meetings nobody looks: chains that long hardly ever hold once all of them move. */
const farthest = 200;
/** Holders of tables and interpreters asked to give way in one slot. */
const mostHolders = 8;

const reachFor = (meetings: number): Reach => ({
  meeting: new Int32Array(farthest),
  from: new Int32Array(farthest),
  via: new Int32Array(farthest),
  aside: new Int32Array(farthest),
  asideTo: new Int32Array(farthest),
  size: 0,
  seen: new Int32Array(meetings),
  number: 0,
  looks: 0,
});

const covers = ({ slotOf, terrain }: Board, meeting: number, from: number, end: number): boolean => {
  const begins = at(slotOf, meeting);
  return begins >= 0 && begins < end && from < begins + at(terrain.length, meeting);
};

/** Who of a meeting is busy, or has no more meetings to give, when it wants to begin in a slot. */
const busyPeople = ({ terrain, seatUse, meetingCount }: Board, meeting: number, slot: number): number[] => {
  const end = slot + at(terrain.length, meeting);
  const busy = (participant: number): boolean => {
    if (at(meetingCount, participant) >= at(terrain.maxMeetings, participant)) return true;
    for (let now = slot; now < end; now += 1) {
      if (at(seatUse, participant * terrain.slots + now) >= at(terrain.seats, participant)) return true;
    }
    return false;
  };
  return [...listAt(terrain.participantsOf, meeting)].filter(busy);
};

/** A busy person's meetings of which one has to give way when another wants to begin in a slot. */
const heldBy = (board: Board, participant: number, meeting: number, slot: number): number[] => {
  const { terrain, meetingCount, slotOf } = board;
  const end = slot + at(terrain.length, meeting);
  const limited = at(meetingCount, participant) >= at(terrain.maxMeetings, participant);
  return [...listAt(terrain.meetingsOf, participant)].filter((other) =>
    limited ? at(slotOf, other) >= 0 : covers(board, other, slot, end),
  );
};

/** Some meetings at the tables and with the interpreters that another could use in a slot, or that leave these no rest. */
const seatedFor = ({ board, random }: Search, meeting: number, slot: number): number[] => {
  const { terrain, placeOf, resourceOf, heldIn } = board;
  const own = terrain.ownPlacesOf[meeting] ?? null;
  const interpreters = listAt(terrain.interpretersOf, meeting);
  const found = tiringMeetings(board, meeting, slot).slice(0, mostHolders / 2);
  for (let now = slot; now < slot + at(terrain.length, meeting); now += 1) {
    const held = heldIn[now] ?? [];
    const from = random.below(Math.max(1, held.length));
    for (let step = 0; step < held.length; step += 1) {
      if (found.length === mostHolders) return found;
      const other = held[(from + step) % held.length] ?? -1;
      const place = at(placeOf, other);
      const useful = interpreters.includes(at(resourceOf, other)) || (own === null ? at(terrain.pooled, place) === 1 : own.includes(place));
      if (useful && !found.includes(other)) found.push(other);
    }
  }
  return found;
};

const fits = (board: Board, reach: Reach, meeting: number, slot: number): boolean => {
  reach.looks += 1;
  return peopleFree(board, meeting, slot) && spotFor(board, meeting, slot) !== null;
};

/** Whether a meeting is wished less than another (1), as much (0) or more (-1). */
const wishedLess = ({ terrain: { rankOf, weight } }: Board, one: number, than: number): number => {
  const ranks = at(rankOf, than) - at(rankOf, one);
  return Math.sign(ranks === 0 && at(rankOf, one) === rank.want ? (weight[than] ?? 0) - (weight[one] ?? 0) : ranks);
};

/** Lets everybody on the way to `last` take the next one's room; `last` goes to `slot`, or waits (-1). False, and nothing changed: it does not hold. */
const follow = (search: Search, reach: Reach, last: number, slot: number): boolean => {
  const { board, journal } = search;
  const mark = journal.length;
  const steps: { readonly meeting: number; readonly slot: number }[] = [];
  const step = (meeting: number, to: number): void => {
    if (at(board.slotOf, meeting) >= 0) takeNoted(search, meeting);
    if (to >= 0) steps.push({ meeting, slot: to });
  };
  for (let node = last, to = slot; node >= 0; to = at(reach.via, node), node = at(reach.from, node)) {
    step(at(reach.meeting, node), to);
    if (at(reach.aside, node) >= 0) step(at(reach.aside, node), at(reach.asideTo, node));
  }
  for (const { meeting, slot: to } of steps.reverse()) {
    const spot = at(board.slotOf, meeting) < 0 && peopleFree(board, meeting, to) ? spotFor(board, meeting, to) : null;
    if (spot === null) {
      undoTo(search, mark);
      return false;
    }
    putNoted(search, meeting, to, spot);
  }
  return true;
};

const isMovable = ({ terrain }: Board, meeting: number): boolean => terrain.rankOf[meeting] !== rank.pinned;

/** Notes a meeting that gives way to the one at `node`, and who steps aside with it. */
const note = (reach: Reach, meeting: number, node: number, slot: number, aside = -1, asideTo = -1): void => {
  if (reach.size === farthest) return;
  reach.seen[meeting] = reach.number;
  reach.meeting[reach.size] = meeting;
  reach.from[reach.size] = node;
  reach.via[reach.size] = slot;
  reach.aside[reach.size] = aside;
  reach.asideTo[reach.size] = asideTo;
  reach.size += 1;
};

/** A slot other than `but` in which an unplaced meeting finds room; -1 = there is none. */
const freeSlotOf = (board: Board, reach: Reach, meeting: number, but: number): number =>
  listAt(board.terrain.startsOf, meeting).find((slot) => slot !== but && fits(board, reach, meeting, slot)) ?? -1;

/** Notes who might give way to the meeting at `node` in a slot. */
const widen = (search: Search, reach: Reach, node: number, slot: number): void => {
  const { board, journal } = search;
  const meeting = at(reach.meeting, node);
  const [busy, second, third] = busyPeople(board, meeting, slot);
  if (third !== undefined) return;
  const given = busy === undefined ? seatedFor(search, meeting, slot) : heldBy(board, busy, meeting, slot);
  const others = second === undefined ? [-1] : heldBy(board, second, meeting, slot);
  for (const one of given) {
    for (const other of others) {
      if (!isMovable(board, one) || (other >= 0 && !isMovable(board, other))) continue;
      const mark = journal.length;
      takeNoted(search, one);
      if (other >= 0 && other !== one) takeNoted(search, other);
      const fitting = fits(board, reach, meeting, slot);
      const [oneTo, otherTo] =
        fitting && other >= 0 && other !== one ? [freeSlotOf(board, reach, one, slot), freeSlotOf(board, reach, other, slot)] : [-1, -1];
      undoTo(search, mark);
      if (!fitting) continue;
      const unseen = (which: number): boolean => reach.seen[which] !== reach.number;
      if ((other < 0 || other === one) && unseen(one)) note(reach, one, node, slot);
      if (otherTo >= 0 && unseen(one)) note(reach, one, node, slot, other, otherTo);
      if (oneTo >= 0 && unseen(other)) note(reach, other, node, slot, one, oneTo);
    }
  }
};

/** Looks from a node whether its meeting finds a free slot; true = the whole chain has moved. */
const extend = (search: Search, reach: Reach, node: number): boolean => {
  const { board, random, journal } = search;
  const meeting = at(reach.meeting, node);
  const starts = listAt(board.terrain.startsOf, meeting);
  const offset = starts.length === 0 ? 0 : random.below(starts.length);
  const now = at(board.slotOf, meeting);
  for (let step = 0; step < starts.length; step += 1) {
    const slot = at(starts, (step + offset) % starts.length);
    if (slot === now) continue;
    const mark = journal.length;
    if (now >= 0) takeNoted(search, meeting);
    const free = fits(board, reach, meeting, slot);
    if (!free) widen(search, reach, node, slot);
    undoTo(search, mark);
    if (free && follow(search, reach, node, slot)) return true;
  }
  return false;
};

/** Lets somebody who is wished less wait instead, or, where nobody is, one of those wished as much; answers who waits then, or -1. */
const leaveOut = (search: Search, reach: Reach, wandering: boolean): number => {
  const { board, random } = search;
  const first = at(reach.meeting, 0);
  const order = Array.from({ length: reach.size - 1 }, (_, index) => index + 1);
  const less = order.filter((node) => wishedLess(board, at(reach.meeting, node), first) > 0);
  less.sort((a, b) => wishedLess(board, at(reach.meeting, b), at(reach.meeting, a)));
  for (const node of less) if (follow(search, reach, node, -1)) return at(reach.meeting, node);
  if (!wandering) return -1;
  const equal = order.filter((node) => wishedLess(board, at(reach.meeting, node), first) === 0);
  for (let tries = 0; tries < 4 && equal.length > 0; tries += 1) {
    const node = equal[random.below(equal.length)] ?? 0;
    if (follow(search, reach, node, -1)) return at(reach.meeting, node);
  }
  return -1;
};

/** How chains are sought. */
export interface ExchangeOptions {
  /** How often it may be asked in vain whether a meeting fits somewhere. */
  readonly patience: number;
  /** Whether somebody wished as much may wait instead, so that other chains can be found; without it only what is better moves anybody. */
  readonly wandering: boolean;
}

/** Places meetings of `left` by chains, or lets others wait that are wished less; the board never gets worse. Answers those that still wait. */
export const exchange = (search: Search, left: readonly number[], { patience, wandering }: ExchangeOptions): number[] => {
  const { board, random } = search;
  const reach = reachFor(board.slotOf.length);
  const waiting = left.filter((meeting) => listAt(board.terrain.startsOf, meeting).length > 0);
  let since = 0;
  for (let turn = 0; reach.looks - since < patience && waiting.length > 0 && !search.tick(); turn += 1) {
    search.journal.length = 0;
    const index = wandering ? random.below(waiting.length) : turn % waiting.length;
    const meeting = waiting[index] ?? -1;
    reach.number += 1;
    reach.looks += 1;
    reach.size = 0;
    note(reach, meeting, -1, -1);
    let placed = false;
    for (let node = 0; node < reach.size && !placed; node += 1) placed = extend(search, reach, node);
    const instead = placed ? -1 : leaveOut(search, reach, wandering);
    if (placed) waiting.splice(index, 1);
    else if (instead >= 0) waiting[index] = instead;
    if (placed || (instead >= 0 && wishedLess(board, instead, meeting) > 0)) since = reach.looks;
  }
  return [...waiting, ...left.filter((meeting) => listAt(board.terrain.startsOf, meeting).length === 0)];
};
