// The planning problem of the published benchmark: meetings of two people on one day, all of them held, as few breaks as possible.
// It is the part of the planner's model that can be solved to proof; `pairProblemOf` says whether given facts are of this kind.

import type { Facts, Participant } from '../model.ts';

/** Whether each slot is open (1) or not (0) to a meeting, one row a meeting. */
export type Domains = readonly Uint8Array[];

export interface PairProblem {
  readonly people: number;
  readonly slots: number;
  /** Per meeting its two people. */
  readonly pairs: readonly (readonly [number, number])[];
  /** Per person their meetings. */
  readonly meetingsOf: readonly (readonly number[])[];
  readonly domains: Domains;
  /** Meetings, the first strictly before the second. */
  readonly orders: readonly (readonly [number, number])[];
  /** Meetings at once, per slot. */
  readonly capacity: readonly number[];
  /** By how many breaks any two people may differ; null = no rule. */
  readonly spread: number | null;
}

/** Breaks that every person must have at least and may have at most: one case of the fairness rule. */
export interface BreakRange {
  readonly least: number;
  readonly most: number;
}

const speakTogether = (people: readonly (Participant | undefined)[]): boolean => {
  const spoken = people.map((one) => one?.languages ?? []);
  return spoken.some((languages) => languages.length === 0) || (spoken[0] ?? []).some((language) => spoken[1]?.includes(language) ?? false);
};

/** A day of single slots: every other rule of the model is idle. */
const isPlain = ({ slots, participants, meetings, places }: Facts): boolean =>
  slots.every(({ day }) => day === slots[0]?.day) &&
  participants.every(({ seats, ownPlace, maxMeetings }) => seats === 1 && ownPlace === null && maxMeetings === null) &&
  places.every(({ owner }) => owner === null) &&
  meetings.every(
    ({ participants: people, lengthSlots, pinnedPlace }) =>
      people.length === 2 && lengthSlots === 1 && pinnedPlace === null && speakTogether(people.map((one) => participants[one])),
  );

/** The facts as a problem of pairs, every meeting to be held; null when a rule of theirs goes beyond it. */
export const pairProblemOf = (facts: Facts): PairProblem | null => {
  if (!isPlain(facts)) return null;
  const meetingsOf: number[][] = facts.participants.map(() => []);
  const away = facts.participants.map(({ unavailableSlots }) => new Set(unavailableSlots));
  const pairs = facts.meetings.map(({ participants: [one = 0, other = 0] }) => [one, other] as const);
  const capacity = facts.slots.map((_, slot) =>
    facts.places.reduce((sum, place) => sum + (place.closedSlots.includes(slot) ? 0 : place.capacity), 0),
  );
  const domains = facts.meetings.map(({ allowedSlots, pinnedSlot, participants }, meeting) => {
    for (const person of participants) meetingsOf[person]?.push(meeting);
    const open = (slot: number): boolean =>
      (allowedSlots?.includes(slot) ?? true) &&
      (pinnedSlot ?? slot) === slot &&
      (capacity[slot] ?? 0) > 0 &&
      !participants.some((person) => away[person]?.has(slot));
    return Uint8Array.from(facts.slots, (_, slot) => (open(slot) ? 1 : 0));
  });
  return {
    people: facts.participants.length,
    slots: facts.slots.length,
    pairs,
    meetingsOf,
    domains,
    orders: facts.precedences.map(({ earlier, later }) => [earlier, later] as const),
    capacity,
    spread: facts.maxBreakSpread,
  };
};

/** The slots open to a meeting, in order. */
export const slotsIn = (domain: Uint8Array | undefined): number[] => {
  const open: number[] = [];
  domain?.forEach((one, slot) => {
    if (one === 1) open.push(slot);
  });
  return open;
};
