// Meetings without a place, by what each lacks: counted from the facts and the draft, of thousands in a moment.
import { canInterpret, strangersIn } from '#scheduler/core/languages.ts';
import type { Facts, Placement } from '#scheduler/core/model.ts';
import { stretchesOf } from '#scheduler/core/stretches.ts';
import { gapsAmong } from './outlook.ts';

/** Nothing but a person who places it; an interpreter; one who has rest left; a table or stand; a time at which both are free; a higher limit; another order. */
export type Lack = 'nothing' | 'interpreter' | 'rest' | 'place' | 'time' | 'limit' | 'order';

/** Meetings (indices of the facts) that lack the same; `languages`: those an interpreter would need, as BCP-47 tags. */
export interface UnplacedGroup {
  /** Tells the groups of a draft apart. */
  readonly key: string;
  readonly lack: Lack;
  readonly languages: readonly [string, string] | null;
  readonly meetings: readonly number[];
}

interface Use {
  /** Meetings of a participant, at a place, with an interpreter, by slot. */
  readonly people: readonly (readonly number[])[];
  readonly places: readonly (readonly number[])[];
  readonly resources: readonly (readonly number[])[];
}

const noUse = (things: number, slots: number): number[][] => Array.from({ length: things }, () => Array.from({ length: slots }, () => 0));

const add = (use: number[][], thing: number, slot: number): void => {
  const row = use[thing];
  if (row !== undefined) row[slot] = (row[slot] ?? 0) + 1;
};

function useOf(facts: Facts, placements: readonly Placement[]): Use {
  const slots = facts.slots.length;
  const people = noUse(facts.participants.length, slots);
  const places = noUse(facts.places.length, slots);
  const resources = noUse(facts.resources.length, slots);
  for (const { meeting, slot, place, resource } of placements) {
    for (const who of facts.meetings[meeting]?.participants ?? []) add(people, who, slot);
    add(places, place, slot);
    if (resource !== null) add(resources, resource, slot);
  }
  return { people, places, resources };
}

/** Whether an interpreter who is free in a slot has rest left for one more meeting then; found once for each. */
function restedIn(facts: Facts, placements: readonly Placement[]): (resource: number, slot: number) => boolean {
  const known = new Map<string, boolean>();
  const ofResource = Map.groupBy(placements, ({ resource }) => resource);
  return (resource, slot) => {
    if (facts.resources[resource]?.rest === null) return true;
    const key = `${resource} ${slot}`;
    const isRested =
      known.get(key) ?? leavesRest(facts, resource, [...(ofResource.get(resource) ?? []).map((one) => one.slot), slot], slot);
    known.set(key, isRested);
    return isRested;
  };
}

/** Whether the stretch that holds a slot, of all slots in which somebody interprets, is no longer than agreed. */
function leavesRest({ slots, resources }: Facts, resource: number, worked: readonly number[], slot: number): boolean {
  const rest = resources[resource]?.rest ?? null;
  if (rest === null) return true;
  const held = worked.flatMap((at) => {
    const { day = 0, startMinute = 0, lengthMinutes = 0 } = slots[at] ?? {};
    return [{ from: day * 1_440 + startMinute, to: day * 1_440 + startMinute + lengthMinutes, at }];
  });
  const standing = rest.standing.map(({ day, startMinute, endMinute }) => ({
    ...{ from: day * 1_440 + startMinute, to: day * 1_440 + endMinute },
    at: -1,
  }));
  return stretchesOf([...held, ...standing], rest.restMinutes).every(
    ({ from, to, spans }) => to - from <= rest.longestMinutes || !spans.some(({ at }) => at === slot),
  );
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Looks at one meeting after the other; what costs much is looked up once. */
function looker(facts: Facts, placements: readonly Placement[]): (meeting: number) => Lack {
  const use = useOf(facts, placements);
  const away = facts.participants.map(({ unavailableSlots }) => new Set(unavailableSlots));
  const shut = facts.places.map(({ closedSlots }) => new Set(closedSlots));
  const off = facts.resources.map(({ unavailableSlots }) => new Set(unavailableSlots));
  const rested = restedIn(facts, placements);
  const ordered = new Set(facts.precedences.flatMap(({ earlier, later }) => [earlier, later]));
  const placeFree = (place: number, slot: number): boolean =>
    shut[place]?.has(slot) === false && (use.places[place]?.[slot] ?? 0) < (facts.places[place]?.capacity ?? 0);
  const pool = facts.places.flatMap(({ owner }, place) => (owner === null ? [place] : []));
  const poolFree = facts.slots.map((_, slot) => pool.some((place) => placeFree(place, slot)));
  const isFree = (who: number, slot: number): boolean =>
    away[who]?.has(slot) === false && (use.people[who]?.[slot] ?? 0) < (facts.participants[who]?.seats ?? 0);
  return (meeting) => {
    const { participants = [], allowedSlots = null, pinnedSlot = null } = facts.meetings[meeting] ?? {};
    const isAtLimit = participants.some((who) => {
      const max = facts.participants[who]?.maxMeetings ?? null;
      return max !== null && sum(use.people[who] ?? []) >= max;
    });
    if (isAtLimit) return 'limit';
    const open = pinnedSlot === null ? (allowedSlots ?? facts.slots.map((_, slot) => slot)) : [pinnedSlot];
    const times = open.filter((slot) => participants.every((who) => isFree(who, slot)));
    if (times.length === 0) return 'time';
    const own = participants.map((who) => facts.participants[who]?.ownPlace ?? null).find((place) => place !== null) ?? null;
    const hasPlace = (slot: number): boolean => (own === null ? poolFree[slot] === true : placeFree(own, slot));
    const helpers = facts.resources.flatMap((_, resource) => (canInterpret(facts, resource, meeting) ? [resource] : []));
    const isForeign = strangersIn(facts, meeting) !== null;
    const isThere = (one: number, slot: number): boolean => off[one]?.has(slot) === false && (use.resources[one]?.[slot] ?? 0) === 0;
    const isHeard = (slot: number): boolean => !isForeign || helpers.some((one) => isThere(one, slot) && rested(one, slot));
    if (times.some((slot) => hasPlace(slot) && isHeard(slot))) return ordered.has(meeting) ? 'order' : 'nothing';
    if (times.some(isHeard)) return 'place';
    return helpers.some((one) => times.some((slot) => isThere(one, slot))) ? 'rest' : 'interpreter';
  };
}

/** Groups of meetings that have no place in the draft, the largest first; those that lack an interpreter by the languages that mend most of them. */
export function groupsOf(facts: Facts, placements: readonly Placement[], unplaced: readonly number[]): readonly UnplacedGroup[] {
  const lackOf = looker(facts, placements);
  const byLack = Map.groupBy(unplaced, lackOf);
  const groups = [...byLack].flatMap(([lack, meetings]): readonly UnplacedGroup[] =>
    lack === 'interpreter' || lack === 'rest'
      ? gapsAmong(facts, meetings).map(({ languages, of }) => ({ key: [lack, ...languages].join(' '), lack, languages, meetings: of }))
      : [{ key: lack, lack, languages: null, meetings }],
  );
  return groups.sort((x, y) => y.meetings.length - x.meetings.length);
}

/** Fewer of what the group lacks cannot place it: an interpreter and a table hold one meeting at a time. */
export const fewestFor = (facts: Facts, { meetings }: UnplacedGroup): number =>
  Math.max(1, Math.ceil(meetings.length / Math.max(1, facts.slots.length)));

/** The facts with so many more interpreters of the group's languages, or tables, who are there all the time; null where more of nothing helps. */
export function factsWithMore(facts: Facts, { lack, languages }: Pick<UnplacedGroup, 'lack' | 'languages'>, more: number): Facts | null {
  const ids = Array.from({ length: more }, (_, i) => `more ${i}`);
  if ((lack === 'interpreter' || lack === 'rest') && languages !== null)
    return {
      ...facts,
      resources: [...facts.resources, ...ids.map((id) => ({ id, languages, unavailableSlots: [], place: null, rest: null }))],
    };
  if (lack === 'place')
    return { ...facts, places: [...facts.places, ...ids.map((id) => ({ id, capacity: 1, zone: 0, closedSlots: [], owner: null }))] };
  return null;
}
