// The last word on a must that is left out: it is placed wherever the pins and the other musts alone would let it be.

import { at, listAt } from './arrays.ts';
import { peopleFree, spotFor, spotOf, type Board, type Spot } from './board.ts';
import { tiringMeetings } from './rest.ts';
import { putNoted, takeNoted, undoTo, type Search } from './search.ts';
import { rank } from './terrain.ts';

interface Taken {
  readonly meeting: number;
  readonly slot: number;
  readonly spot: Spot;
}

const heldWithin = ({ terrain, heldIn }: Board, meeting: number, slot: number): ReadonlySet<number> => {
  const held = new Set<number>();
  for (let now = slot; now < slot + at(terrain.length, meeting); now += 1) for (const other of heldIn[now] ?? []) held.add(other);
  return held;
};

/** Whether pins and other musts keep somebody of a meeting busy in a slot, so that no want given up would help. */
const keptByMusts = ({ terrain, slotOf }: Board, meeting: number, slot: number): boolean => {
  const end = slot + at(terrain.length, meeting);
  return listAt(terrain.participantsOf, meeting).some((participant) => {
    const firm = [...listAt(terrain.meetingsOf, participant)].filter(
      (other) => at(slotOf, other) >= 0 && terrain.rankOf[other] !== rank.want,
    );
    const within = firm.filter((other) => at(slotOf, other) < end && slot < at(slotOf, other) + at(terrain.length, other));
    return firm.length >= at(terrain.maxMeetings, participant) || (within.length > 0 && at(terrain.seats, participant) === 1);
  });
};

/** Takes away every want that has to do with the people and the order of a meeting in a slot, and, should that not be enough, all held there and then and all that leave interpreters no rest. */
const takeWants = (search: Search, meeting: number, slot: number): readonly Taken[] => {
  const { board } = search;
  const { terrain } = board;
  const taken: Taken[] = [];
  const take = (other: number): void => {
    if (at(board.slotOf, other) < 0 || terrain.rankOf[other] !== rank.want) return;
    taken.push({ meeting: other, slot: at(board.slotOf, other), spot: spotOf(board, other) });
    takeNoted(search, other);
  };
  const held = heldWithin(board, meeting, slot);
  for (const participant of listAt(terrain.participantsOf, meeting)) {
    const full = at(board.meetingCount, participant) >= at(terrain.maxMeetings, participant);
    for (const other of listAt(terrain.meetingsOf, participant)) if (full || held.has(other)) take(other);
  }
  for (const others of [terrain.earlierOf, terrain.laterOf]) for (const other of listAt(others, meeting)) take(other);
  const isStuck = (): boolean => peopleFree(board, meeting, slot) && spotFor(board, meeting, slot) === null;
  if (isStuck()) for (const other of held) take(other);
  if (isStuck()) for (const other of tiringMeetings(board, meeting, slot)) take(other);
  return taken;
};

/** Puts wants back where they stood, the weightiest first; answers the weight of those that cannot be. */
const putBack = (search: Search, taken: readonly Taken[]): number => {
  const { board } = search;
  const { terrain } = board;
  const weightOf = ({ meeting }: Taken): number => terrain.weight[meeting] ?? 0;
  let lost = 0;
  for (const want of [...taken].sort((a, b) => weightOf(b) - weightOf(a) || a.meeting - b.meeting)) {
    const spot = peopleFree(board, want.meeting, want.slot) ? spotFor(board, want.meeting, want.slot) : null;
    if (spot === null) lost += weightOf(want);
    else putNoted(search, want.meeting, want.slot, spot);
  }
  return lost;
};

/**
 * Places a must among the others as if there were no wants, in the slot that costs the least weight of them; false = not even then.
 * Complete: whatever a want could hold against it is taken away.
 */
export const placeAmongMusts = (search: Search, meeting: number): boolean => {
  const { board, journal } = search;
  const { terrain } = board;
  const tryIn = (slot: number): number => {
    const taken = takeWants(search, meeting, slot);
    const spot = peopleFree(board, meeting, slot) ? spotFor(board, meeting, slot) : null;
    if (spot === null) return Infinity;
    putNoted(search, meeting, slot, spot);
    return putBack(search, taken);
  };
  let least = Infinity;
  let bestSlot = -1;
  for (const slot of listAt(terrain.startsOf, meeting)) {
    if (keptByMusts(board, meeting, slot)) continue;
    const mark = journal.length;
    const lost = tryIn(slot);
    undoTo(search, mark);
    if (lost >= least) continue;
    least = lost;
    bestSlot = slot;
  }
  if (bestSlot < 0) return false;
  tryIn(bestSlot);
  return true;
};
