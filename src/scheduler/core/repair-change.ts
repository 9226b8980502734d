// What changes on the day itself, and which meetings it touches. What has begun stays as it is, whatever changes.

import type { Problem } from '#kernel/result.ts';
import { slotsOf } from './draft.ts';
import type { Facts, Meeting, Placement } from './model.ts';
import { meetingProblems } from './validate.ts';

/** A moment on the planner's own calendar: day as in `Slot.day`, minutes since midnight. */
export interface Moment {
  readonly day: number;
  readonly minute: number;
}

/** Something that happens to a plan; all indices into the facts before the change. */
export type Change =
  /** Does not come any more: the meetings that touch slot `from` or a later one are cancelled. */
  | { readonly kind: 'no_show'; readonly participant: number; readonly from: number }
  /** Is away in these slots after all: meetings then are held at another time. */
  | { readonly kind: 'late'; readonly participant: number; readonly slots: readonly number[] }
  /** Is not to be had in these slots, or (null) any more: whose stand it is, is then met at open tables. */
  | { readonly kind: 'place_withdrawn'; readonly place: number; readonly slots: readonly number[] | null }
  /** An interpreter is away in these slots after all: meetings then have another, or are held at another time. */
  | { readonly kind: 'interpreter_away'; readonly resource: number; readonly slots: readonly number[] }
  /** Nothing can be held in this slot. */
  | { readonly kind: 'slot_closed'; readonly slot: number }
  /** One more meeting is wished; it gets the next index. */
  | { readonly kind: 'added'; readonly meeting: Meeting };

/** The facts after the changes, and what they do to the placements. */
export interface Aftermath {
  readonly facts: Facts;
  /** Slots that have begun: all before this one. */
  readonly first: number;
  /** To be held anew: touched, or added. */
  readonly freed: readonly number[];
  /** Not to be held any more. */
  readonly cancelled: readonly number[];
  /** Have begun although the change speaks against them; they stay. */
  readonly running: readonly number[];
}

type Gone = ReadonlyMap<number, ReadonlySet<number>>;

const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);

/** The first slot that has not begun at a moment. */
export const firstOpenSlot = (facts: Facts, now: Moment): number => {
  const moment = now.day * 1_440 + now.minute;
  const found = facts.slots.findIndex(({ day, startMinute }) => day * 1_440 + startMinute >= moment);
  return found < 0 ? facts.slots.length : found;
};

const note = (gone: Map<number, Set<number>>, index: number, slots: readonly number[]): void => {
  gone.set(index, new Set([...(gone.get(index) ?? []), ...slots]));
};

const withMore = (slots: readonly number[], more: ReadonlySet<number> | undefined): readonly number[] =>
  more === undefined ? slots : [...new Set([...slots, ...more])].sort((a, b) => a - b);

const nobody: Gone = new Map();

const isTouched = (facts: Facts, placement: Placement, people: Gone, places: Gone, resources: Gone): boolean => {
  const slots = slotsOf(facts, placement);
  const closed = places.get(placement.place);
  if (closed !== undefined && slots.some((slot) => closed.has(slot))) return true;
  const gone = placement.resource === null ? undefined : resources.get(placement.resource);
  if (gone !== undefined && slots.some((slot) => gone.has(slot))) return true;
  return (facts.meetings[placement.meeting]?.participants ?? []).some((participant) => {
    const away = people.get(participant);
    return away !== undefined && slots.some((slot) => away.has(slot));
  });
};

/** Works out what a change, from a moment on, does to facts and placements; the change must be free of problems (see `changeProblems`). */
export const aftermathOf = (facts: Facts, placements: readonly Placement[], changes: readonly Change[], now: Moment): Aftermath => {
  const first = firstOpenSlot(facts, now);
  const end = facts.slots.length;
  const open = (slots: readonly number[]): number[] => slots.filter((slot) => slot >= first);
  const [absent, late, closed] = [new Map<number, Set<number>>(), new Map<number, Set<number>>(), new Map<number, Set<number>>()];
  const unheard = new Map<number, Set<number>>();
  const withdrawn = new Set<number>();
  const added: Meeting[] = [];
  for (const change of changes) {
    if (change.kind === 'place_withdrawn' && change.slots === null) withdrawn.add(change.place);
    if (change.kind === 'no_show') note(absent, change.participant, range(Math.max(first, change.from), end));
    else if (change.kind === 'late') note(late, change.participant, open(change.slots));
    else if (change.kind === 'interpreter_away') note(unheard, change.resource, open(change.slots));
    else if (change.kind === 'place_withdrawn') note(closed, change.place, open(change.slots ?? range(0, end)));
    else if (change.kind === 'slot_closed')
      facts.places.forEach((_, place) => {
        note(closed, place, open([change.slot]));
      });
    else added.push(change.meeting);
  }
  const after: Facts = {
    ...facts,
    participants: facts.participants.map((one, index) => {
      const unavailableSlots = withMore(withMore(one.unavailableSlots, absent.get(index)), late.get(index));
      const ownPlace = one.ownPlace !== null && withdrawn.has(one.ownPlace) ? null : one.ownPlace;
      return unavailableSlots === one.unavailableSlots && ownPlace === one.ownPlace ? one : { ...one, unavailableSlots, ownPlace };
    }),
    places: facts.places.map((one, index) =>
      closed.has(index) ? { ...one, closedSlots: withMore(one.closedSlots, closed.get(index)) } : one,
    ),
    resources: facts.resources.map((one, index) =>
      unheard.has(index) ? { ...one, unavailableSlots: withMore(one.unavailableSlots, unheard.get(index)) } : one,
    ),
    meetings: [...facts.meetings, ...added],
  };
  const cancelled = placements.filter((one) => isTouched(facts, one, absent, nobody, nobody));
  const lost = new Set(cancelled);
  const moved = placements.filter((one) => !lost.has(one) && isTouched(facts, one, late, closed, unheard));
  const begun = ({ slot }: Placement): boolean => slot < first;
  const meetings = (ones: readonly Placement[]): number[] => ones.map(({ meeting }) => meeting);
  return {
    facts: after,
    first,
    freed: [...meetings(moved.filter((one) => !begun(one))), ...added.map((_, index) => facts.meetings.length + index)],
    cancelled: meetings(cancelled.filter((one) => !begun(one))),
    running: meetings([...cancelled, ...moved].filter(begun)),
  };
};

/** The facts as the search sees them: what has begun or was pinned by a person stays, the rest can begin from slot `first` on. */
export const standingFacts = ({ facts, first, freed }: Aftermath, placements: readonly Placement[]): Facts => {
  const stays = new Map(placements.filter(({ slot, pinned }) => pinned || slot < first).map((one) => [one.meeting, one]));
  for (const meeting of freed) stays.delete(meeting);
  const open = range(first, facts.slots.length);
  const meetings = facts.meetings.map((meeting, index): Meeting => {
    const placement = stays.get(index);
    if (placement !== undefined) return { ...meeting, pinnedSlot: placement.slot };
    if (first === 0) return meeting;
    return { ...meeting, allowedSlots: meeting.allowedSlots === null ? open : meeting.allowedSlots.filter((slot) => slot >= first) };
  });
  return { ...facts, meetings };
};

/** What is wrong with changes: references to nothing, an added meeting that is none. Paths lead into the list of changes; codes are those of `validate`. */
export const changeProblems = (facts: Facts, changes: readonly Change[]): Problem[] => {
  const problems: Problem[] = [];
  const check = (kind: string, path: Problem['path'], index: number, count: number): void => {
    if (Number.isInteger(index) && index >= 0 && index < count) return;
    problems.push({ path, code: `meetings.facts_unknown_${kind}`, params: { index } });
  };
  const checkSlots = (path: Problem['path'], slots: readonly number[]): void => {
    slots.forEach((slot, at) => {
      check('slot', [...path, at], slot, facts.slots.length);
    });
  };
  changes.forEach((change, at) => {
    if (change.kind === 'no_show' || change.kind === 'late')
      check('participant', [at, 'participant'], change.participant, facts.participants.length);
    if (change.kind === 'no_show') check('slot', [at, 'from'], change.from, facts.slots.length);
    if (change.kind === 'late') checkSlots([at, 'slots'], change.slots);
    if (change.kind === 'added') {
      meetingProblems(facts, change.meeting, [at, 'meeting'], (path, code, params) => {
        problems.push(params === undefined ? { path, code } : { path, code, params });
      });
    }
    if (change.kind === 'interpreter_away') {
      check('resource', [at, 'resource'], change.resource, facts.resources.length);
      checkSlots([at, 'slots'], change.slots);
    }
    if (change.kind === 'slot_closed') check('slot', [at, 'slot'], change.slot, facts.slots.length);
    if (change.kind !== 'place_withdrawn') return;
    check('place', [at, 'place'], change.place, facts.places.length);
    checkSlots([at, 'slots'], change.slots ?? []);
  });
  return problems;
};
