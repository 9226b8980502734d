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
    case 'interpreter':
      return `interpreter ${blocker.why}`;
    default:
      return blocker.kind;
  }
};

/** What is in the way, slot by slot. */
type BySlot = ReadonlyMap<number, readonly Blocker[]>;

const gather = (board: Board, bySlot: BySlot): Obstacle[] => {
  const obstacles = new Map<string, Obstacle>();
  for (const [slot, blockers] of bySlot) {
    for (const blocker of blockers) {
      const known = obstacles.get(keyOf(blocker)) ?? { blocker, slots: new Set<number>(), musts: 0 };
      obstacles.set(keyOf(blocker), known);
      known.slots.add(slot);
      if (blocker.kind === 'seats' && blocker.others.some((other) => board.terrain.rankOf[other] !== rank.want)) known.musts += 1;
    }
  }
  return [...obstacles.values()];
};

/** Obstacles that cover all slots, chosen greedily: the largest gain first. */
const greedyCover = (obstacles: readonly Obstacle[], slots: readonly number[]): Obstacle[] => {
  const open = new Set(slots);
  const chosen: Obstacle[] = [];
  while (open.size > 0) {
    const gain = ({ slots: ruled }: Obstacle): number => [...ruled].filter((slot) => open.has(slot)).length;
    const best = obstacles.reduce<Obstacle | null>((a, b) => (a === null || gain(b) > gain(a) ? b : a), null);
    if (best === null || gain(best) === 0) break;
    chosen.push(best);
    for (const slot of best.slots) open.delete(slot);
  }
  return chosen;
};

const mostCoverTries = 20_000;

/** The fewest obstacles that cover all slots: tried with one, two, … until as many as the greedy cover has; only with very many is that one taken. */
const cover = (obstacles: readonly Obstacle[], slots: readonly number[]): Obstacle[] => {
  const greedy = greedyCover(obstacles, slots);
  const largestFirst = [...obstacles].sort((a, b) => b.slots.size - a.slots.size);
  let tries = 0;
  const within = (open: readonly number[], most: number): Obstacle[] | null => {
    if (open.length === 0) return [];
    tries += 1;
    if (most === 0 || tries > mostCoverTries) return null;
    const ruling = (slot: number): number => obstacles.filter((one) => one.slots.has(slot)).length;
    const hardest = open.reduce((a, b) => (ruling(b) < ruling(a) ? b : a));
    for (const one of largestFirst) {
      if (!one.slots.has(hardest)) continue;
      const rest = within(
        open.filter((slot) => !one.slots.has(slot)),
        most - 1,
      );
      if (rest !== null) return [one, ...rest];
    }
    return null;
  };
  for (let most = 1; most < greedy.length; most += 1) {
    const found = within(slots, most);
    if (found !== null) return found.sort((a, b) => b.slots.size - a.slots.size);
  }
  return greedy;
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
      if (blocker.why === 'none') return { code: 'meetings.blocked_no_such_interpreter', params: { languages } };
      const code = blocker.why === 'rest' ? 'meetings.blocked_no_rested_interpreter' : 'meetings.blocked_no_interpreter';
      return { code, params: { slots: slots.size, languages } };
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
const noCommonSlot = (board: Board, meeting: number, from: number): Reason | null => {
  const { facts } = board.terrain;
  const participants = facts.meetings[meeting]?.participants ?? [];
  const free = participants.map((participant) => freeSlotsOf(board, participant, meeting).filter((slot) => slot >= from));
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

/** Alternatives slot by slot: the cheapest of each kind, without those that ask for all of another one and more. */
const alternatives = (board: Board, meeting: number, bySlot: BySlot): readonly (readonly Help[])[] => {
  const found = new Map<string, { readonly against: readonly string[]; readonly helps: readonly Help[] }>();
  const offer = (against: readonly string[], helps: readonly Help[]): void => {
    const known = found.get(against.join(' + '));
    if (known === undefined || costOfHelps(helps) < costOfHelps(known.helps)) found.set(against.join(' + '), { against, helps });
  };
  for (const [slot, ofSlot] of bySlot) {
    const blockers = allBlockers(board, meeting, slot, ofSlot);
    // One meeting can stand in the way more than once, by its people and by its table.
    const move = found.has('move') ? null : helpByMoving(board, meeting, slot, blockers);
    if (move !== null) offer(['move'], [move]);
    offer(
      blockers.map(keyOf),
      blockers.flatMap((blocker) => helpsAgainst(board, meeting, slot, blocker)),
    );
  }
  const all = [...found.values()].sort((a, b) => costOfHelps(a.helps) - costOfHelps(b.helps));
  const asksMore = (one: (typeof all)[number]): boolean =>
    all.some(({ against, helps }) => {
      const within = against.length < one.against.length && against.every((key) => one.against.includes(key));
      return within && costOfHelps(helps) <= costOfHelps(one.helps);
    });
  return all
    .filter((one) => !asksMore(one))
    .slice(0, mostHelps)
    .map(({ helps }) => helps);
};

/** Explains a meeting that is not on the board; only slots from `from` on are looked at. */
export const explainOn = (board: Board, meeting: number, from = 0): Explanation => {
  const { facts } = board.terrain;
  const length = facts.meetings[meeting]?.lengthSlots ?? 1;
  const slots = Array.from({ length: Math.max(0, board.terrain.slots - from) }, (_, index) => from + index);
  const bySlot = new Map(slots.map((slot) => [slot, blockersAt(board, meeting, slot, length)]));
  const free = slots.find((slot) => bySlot.get(slot)?.length === 0 && spotFor(board, meeting, slot) !== null);
  const spot = free === undefined ? null : spotFor(board, meeting, free);
  if (free !== undefined && spot !== null) {
    const params = { slot: idOf(facts.slots, free), place: idOf(facts.places, spot.place) };
    const where = { meetings: [meeting], participants: [], slot: free, place: spot.place };
    return { meeting, reasons: [{ code: 'meetings.blocked_free', params, ...where, hard: false, weight: 0 }], helps: [] };
  }
  const covered = cover(gather(board, bySlot), slots);
  const reasons = covered.map((obstacle) => reasonFor(facts, meeting, obstacle));
  const ofPeople = covered.every(({ blocker }) => blocker.kind === 'away' || blocker.kind === 'seats');
  const never = ofPeople ? noCommonSlot(board, meeting, from) : null;
  return { meeting, reasons: never === null ? reasons : [never, ...reasons], helps: alternatives(board, meeting, bySlot) };
};

/**
 * Answers for a meeting why it is not placed (a placed one is looked at as if it were not yet); built once per set of placements in
 * O(meetings × slots), then O(slots × blockers) a meeting. Reasons are the fewest that rule out every slot; of the alternatives, one a kind,
 * the first is the cheapest: one other meeting moved, or changes of the facts alone.
 */
export const explainer = (facts: Facts, placements: readonly Placement[]): ((meeting: number) => Explanation) => {
  const board = boardWith(facts, placements);
  return (meeting) => {
    const slot = at(board.slotOf, meeting);
    if (slot < 0) return explainOn(board, meeting);
    const spot = spotOf(board, meeting);
    take(board, meeting);
    const explanation = explainOn(board, meeting);
    put(board, meeting, slot, spot);
    return explanation;
  };
};
