// Why a meeting is not placed, and what would help: read off the facts and the present placements, never off the engine that left it out.

import type { Params } from '#kernel/result.ts';
import { blockersAt, boardWith, freeSlotsOf, type Blocker } from './blockers.ts';
import { idOf } from './draft.ts';
import { at } from './engines/arrays.ts';
import { put, spotFor, spotOf, take, type Board } from './engines/board.ts';
import { rank } from './engines/terrain.ts';
import { costOfHelps, helpByMoving, helpsAgainst, longestFitting, type Help } from './helps.ts';
import { languagesNeeded } from './languages.ts';
import type { Facts, Placement, Reason } from './model.ts';

/** Why one meeting is not placed. */
export interface Explanation {
  readonly meeting: number;
  /** Few reasons that together rule out every slot. */
  readonly reasons: readonly Reason[];
  /** Alternatives, cheapest first; the changes of one alternative make room together. */
  readonly helps: readonly (readonly Help[])[];
}

const mostHelps = 4;

interface Obstacle {
  readonly blocker: Blocker;
  readonly slots: Set<number>;
  /** Slots of these in which a must is in the way. */
  musts: number;
}

const keyOf = (blocker: Blocker): string => {
  switch (blocker.kind) {
    case 'limit':
    case 'away':
    case 'seats':
      return `${blocker.kind} ${blocker.participant}`;
    case 'order':
      return `order ${blocker.earlier} ${blocker.later}`;
    case 'stand':
      return `stand ${blocker.place}`;
    default:
      return blocker.kind;
  }
};

const gather = (board: Board, bySlot: readonly (readonly Blocker[])[]): Obstacle[] => {
  const obstacles = new Map<string, Obstacle>();
  bySlot.forEach((blockers, slot) => {
    for (const blocker of blockers) {
      const known = obstacles.get(keyOf(blocker)) ?? { blocker, slots: new Set<number>(), musts: 0 };
      obstacles.set(keyOf(blocker), known);
      known.slots.add(slot);
      if (blocker.kind === 'seats' && blocker.others.some((other) => board.terrain.rankOf[other] !== rank.want)) known.musts += 1;
    }
  });
  return [...obstacles.values()];
};

/** Few obstacles that cover all slots: the largest first, then those left out that the others cover. */
const cover = (obstacles: readonly Obstacle[], slots: number): Obstacle[] => {
  const open = new Set(Array.from({ length: slots }, (_, slot) => slot));
  const chosen: Obstacle[] = [];
  while (open.size > 0) {
    const gain = ({ slots: ruled }: Obstacle): number => [...ruled].filter((slot) => open.has(slot)).length;
    const best = obstacles.reduce<Obstacle | null>((a, b) => (a === null || gain(b) > gain(a) ? b : a), null);
    if (best === null || gain(best) === 0) break;
    chosen.push(best);
    for (const slot of best.slots) open.delete(slot);
  }
  return chosen.filter((one) => {
    const others = chosen.filter((other) => other !== one);
    return [...one.slots].some((slot) => !others.some((other) => other.slots.has(slot)));
  });
};

const wordsOf = (
  facts: Facts,
  meeting: number,
  { blocker, slots, musts }: Obstacle,
): { readonly code: string; readonly params: Params } => {
  const who = (participant: number): string => idOf(facts.participants, participant);
  switch (blocker.kind) {
    case 'limit':
      return {
        code: 'meetings.blocked_max_meetings',
        params: { participant: who(blocker.participant), max: facts.participants[blocker.participant]?.maxMeetings ?? 0 },
      };
    case 'not_allowed':
      return { code: 'meetings.blocked_slots_not_allowed', params: { slots: slots.size } };
    case 'runs_over':
      return { code: 'meetings.blocked_runs_over', params: { slots: slots.size, length: facts.meetings[meeting]?.lengthSlots ?? 1 } };
    case 'away':
      return { code: 'meetings.blocked_unavailable', params: { participant: who(blocker.participant), slots: slots.size } };
    case 'seats':
      return { code: 'meetings.blocked_seats_taken', params: { participant: who(blocker.participant), slots: slots.size, musts } };
    case 'order': {
      const params = { earlier: idOf(facts.meetings, blocker.earlier), later: idOf(facts.meetings, blocker.later), slots: slots.size };
      return { code: 'meetings.blocked_order', params };
    }
    case 'places_closed':
      return { code: 'meetings.blocked_places_closed', params: { slots: slots.size } };
    case 'places_full':
      return { code: 'meetings.blocked_places_full', params: { slots: slots.size } };
    case 'stand':
      return { code: 'meetings.blocked_stand_full', params: { place: idOf(facts.places, blocker.place), slots: slots.size } };
    case 'interpreter': {
      const languages = languagesNeeded(facts, meeting);
      if (blocker.none) return { code: 'meetings.blocked_no_such_interpreter', params: { languages } };
      return { code: 'meetings.blocked_no_interpreter', params: { slots: slots.size, languages } };
    }
  }
};

const reasonFor = (facts: Facts, meeting: number, obstacle: Obstacle): Reason => {
  const { blocker } = obstacle;
  const others = blocker.kind === 'order' ? [blocker.earlier, blocker.later].filter((one) => one !== meeting) : [];
  return {
    ...wordsOf(facts, meeting, obstacle),
    meetings: [meeting, ...others],
    participants: 'participant' in blocker ? [blocker.participant] : [],
    hard: true,
    weight: obstacle.slots.size,
  };
};

/** Two people of the meeting who are each free sometimes and never together. */
const noCommonSlot = (board: Board, meeting: number): Reason | null => {
  const { facts } = board.terrain;
  const participants = facts.meetings[meeting]?.participants ?? [];
  const free = participants.map((participant) => freeSlotsOf(board, participant, meeting));
  for (const [first, one] of participants.entries()) {
    for (const [second, other] of participants.entries()) {
      const [ours, theirs] = [free[first] ?? [], free[second] ?? []];
      if (second <= first || ours.length === 0 || theirs.length === 0 || ours.some((slot) => theirs.includes(slot))) continue;
      const params = {
        participant: idOf(facts.participants, one),
        other: idOf(facts.participants, other),
        free: ours.length,
        otherFree: theirs.length,
      };
      return { code: 'meetings.blocked_no_common_slot', params, meetings: [meeting], participants: [one, other], hard: true, weight: 1 };
    }
  }
  return null;
};

/** Blockers with those a meeting that runs over would meet besides, were it short enough. */
const allBlockers = (board: Board, meeting: number, slot: number, blockers: readonly Blocker[]): readonly Blocker[] =>
  blockers.some(({ kind }) => kind === 'runs_over')
    ? [...blockers, ...blockersAt(board, meeting, slot, longestFitting(board, meeting, slot))]
    : blockers;

const alternatives = (board: Board, meeting: number, bySlot: readonly (readonly Blocker[])[]): readonly (readonly Help[])[] => {
  const found = new Map<string, readonly Help[]>();
  const offer = (key: string, helps: readonly Help[]): void => {
    const known = found.get(key);
    if (known === undefined || costOfHelps(helps) < costOfHelps(known)) found.set(key, helps);
  };
  const all = bySlot.map((blockers, slot) => allBlockers(board, meeting, slot, blockers));
  const fewest = all.reduce((least, blockers) => Math.min(least, blockers.length), Infinity);
  all.forEach((blockers, slot) => {
    // One meeting can stand in the way twice, by its people and by its table: moving it is tried there too.
    const move = found.has('move') || blockers.length > 2 ? null : helpByMoving(board, meeting, slot, blockers);
    if (move !== null) offer('move', [move]);
    if (blockers.length > fewest) return;
    offer(
      blockers.map(keyOf).join(' + '),
      blockers.flatMap((blocker) => helpsAgainst(board, meeting, slot, blocker)),
    );
  });
  return [...found.values()].sort((a, b) => costOfHelps(a) - costOfHelps(b)).slice(0, mostHelps);
};

const explain = (board: Board, meeting: number): Explanation => {
  const { facts, slots } = board.terrain;
  const length = facts.meetings[meeting]?.lengthSlots ?? 1;
  const bySlot = Array.from({ length: slots }, (_, slot) => blockersAt(board, meeting, slot, length));
  const free = bySlot.findIndex((blockers) => blockers.length === 0);
  const spot = free < 0 ? null : spotFor(board, meeting, free);
  if (spot !== null) {
    const params = { slot: idOf(facts.slots, free), place: idOf(facts.places, spot.place) };
    const where = { meetings: [meeting], participants: [], slot: free, place: spot.place };
    return { meeting, reasons: [{ code: 'meetings.blocked_free', params, ...where, hard: false, weight: 0 }], helps: [] };
  }
  const covered = cover(gather(board, bySlot), slots);
  const reasons = covered.map((obstacle) => reasonFor(facts, meeting, obstacle));
  const ofPeople = covered.every(({ blocker }) => blocker.kind === 'away' || blocker.kind === 'seats');
  const never = ofPeople ? noCommonSlot(board, meeting) : null;
  return { meeting, reasons: never === null ? reasons : [never, ...reasons], helps: alternatives(board, meeting, bySlot) };
};

/**
 * Answers for a meeting why it is not placed (a placed one is looked at as if it were not yet); built once per set of placements in O(meetings × slots), then O(slots × blockers) a meeting.
 * Reasons are a greedy cover of the slots, so nearly always the shortest; a single alternative is offered per kind of change.
 */
export const explainer = (facts: Facts, placements: readonly Placement[]): ((meeting: number) => Explanation) => {
  const board = boardWith(facts, placements);
  return (meeting) => {
    const slot = at(board.slotOf, meeting);
    if (slot < 0) return explain(board, meeting);
    const spot = spotOf(board, meeting);
    take(board, meeting);
    const explanation = explain(board, meeting);
    put(board, meeting, slot, spot);
    return explanation;
  };
};
