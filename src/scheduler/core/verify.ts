// An independent check of a plan, written from the model alone: it shares no code with the constraints or the engines.
// It works on spans of minutes, not on slots, so that a slip in slot arithmetic elsewhere shows up here.

import type { Facts, Meeting, Placement, Value } from './model.ts';

/** One broken rule, in words for a log; people read `conflictsOf`. */
export interface Violation {
  readonly rule: string;
  readonly meetings: readonly number[];
}

interface Held {
  readonly meeting: number;
  readonly facts: Meeting;
  readonly placement: Placement;
  readonly from: number;
  readonly to: number;
  readonly day: number;
}

const minutesPerDay = 1_440;

const isIndex = (value: number, count: number): boolean => Number.isInteger(value) && value >= 0 && value < count;

const begins = (facts: Facts, slot: number): number => {
  const found = facts.slots[slot];
  return found === undefined ? NaN : found.day * minutesPerDay + found.startMinute;
};

const ends = (facts: Facts, slot: number): number => begins(facts, slot) + (facts.slots[slot]?.lengthMinutes ?? NaN);

/** Spans of the given slots that overlap the span of a held meeting. */
const touches = (facts: Facts, held: Held, slots: readonly number[]): boolean =>
  slots.some((slot) => begins(facts, slot) < held.to && held.from < ends(facts, slot));

/** Largest number of the spans that share an instant. */
const mostAtOnce = (spans: readonly Held[]): number => {
  const events = spans.flatMap(({ from, to }) => [
    { at: from, change: 1 },
    { at: to, change: -1 },
  ]);
  events.sort((a, b) => a.at - b.at || a.change - b.change);
  let now = 0;
  let most = 0;
  for (const { change } of events) {
    now += change;
    most = Math.max(most, now);
  }
  return most;
};

const heldMeetings = (facts: Facts, placements: readonly Placement[], report: (rule: string, ...meetings: number[]) => void): Held[] => {
  const seen = new Set<number>();
  return placements.flatMap((placement) => {
    const { meeting, slot, place, resource } = placement;
    const known = facts.meetings[meeting];
    const last = slot + (known?.lengthSlots ?? 1) - 1;
    if (known === undefined || !isIndex(slot, facts.slots.length) || !isIndex(place, facts.places.length)) {
      report('names an unknown meeting, slot or place', meeting);
      return [];
    }
    if (resource !== null && !isIndex(resource, facts.resources.length)) report('names an unknown interpreter', meeting);
    if (seen.has(meeting)) report('is placed twice', meeting);
    seen.add(meeting);
    const [first, end] = [facts.slots[slot], facts.slots[last]];
    if (end === undefined || first?.day !== end.day || first.session !== end.session) {
      report('runs over the end of its session', meeting);
      return [];
    }
    return [{ meeting, facts: known, placement, from: begins(facts, slot), to: ends(facts, last), day: first.day }];
  });
};

const checkAlone = (facts: Facts, held: Held, report: (rule: string, ...meetings: number[]) => void): void => {
  const { meeting, placement } = held;
  const { allowedSlots, pinnedPlace, pinnedSlot, participants } = held.facts;
  const place = facts.places[placement.place];
  const isCovered = (slot: number): boolean => begins(facts, slot) < held.to && held.from < ends(facts, slot);
  if (allowedSlots !== null && facts.slots.some((_, slot) => isCovered(slot) && !allowedSlots.includes(slot)))
    report('is outside its allowed slots', meeting);
  if (pinnedSlot !== null && pinnedSlot !== placement.slot) report('left the slot it was pinned to', meeting);
  if (pinnedPlace !== null && pinnedPlace !== placement.place) report('left the place it was pinned to', meeting);
  if (place !== undefined && touches(facts, held, place.closedSlots)) report('is at a closed place', meeting);
  if (place !== undefined && place.owner !== null && !participants.includes(place.owner)) report("is at somebody else's stand", meeting);
  for (const participant of participants) {
    if (touches(facts, held, facts.participants[participant]?.unavailableSlots ?? [])) report('meets somebody who is away', meeting);
  }
  checkInterpreter(facts, held, report);
};

const noCommonLanguage = 'has no common language and no interpreter';
/** The one rule that its users may bear, by name. */
export type NoCommonLanguage = typeof noCommonLanguage;

const checkInterpreter = (facts: Facts, held: Held, report: (rule: string, ...meetings: number[]) => void): void => {
  const spoken = held.facts.participants.map((participant) => facts.participants[participant]?.languages ?? []);
  const resource = held.placement.resource === null ? undefined : facts.resources[held.placement.resource];
  if (resource === undefined) {
    const all = new Set(spoken.flat());
    const shared = [...all].some((language) => spoken.every((languages) => languages.includes(language)));
    if (!shared && spoken.every((languages) => languages.length > 0)) report(noCommonLanguage, held.meeting);
    return;
  }
  if (spoken.some((languages) => languages.length > 0 && !languages.some((language) => resource.languages.includes(language)))) {
    report('has an interpreter of other languages', held.meeting);
  }
  if (touches(facts, held, resource.unavailableSlots)) report('has an interpreter who is away', held.meeting);
  if (resource.place !== null && resource.place !== held.placement.place) report('has an interpreter bound elsewhere', held.meeting);
};

const grouped = (held: readonly Held[], keysOf: (one: Held) => readonly number[]): ReadonlyMap<number, readonly Held[]> => {
  const groups = new Map<number, Held[]>();
  for (const one of held)
    for (const key of keysOf(one)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [one]);
      else group.push(one);
    }
  return groups;
};

/** Of an interpreter's meetings those of each stretch that is longer than agreed: two belong to one where everything between them is work or a pause too short. */
const withoutRest = (facts: Facts, resource: number, ones: readonly Held[]): readonly (readonly Held[])[] => {
  const rest = facts.resources[resource]?.rest ?? null;
  if (rest === null) return [];
  const work: { from: number; to: number; held: Held | null }[] = [
    ...ones.map((held) => ({ from: held.from, to: held.to, held })),
    ...rest.standing.map(({ day, startMinute, endMinute }) => {
      const midnight = day * minutesPerDay;
      return { from: midnight + startMinute, to: midnight + endMinute, held: null };
    }),
  ];
  // Each is followed to the end of its stretch; the longest one from a beginning tells.
  return work.flatMap(({ from: begun }) => {
    const isBefore = work.some(({ from, to }) => from < begun && begun - to < rest.restMinutes);
    if (isBefore) return [];
    let until = begun;
    let within: typeof work = [];
    for (let before = -1; before < within.length;) {
      before = within.length;
      within = work.filter(({ from }) => from >= begun && from - until < rest.restMinutes);
      until = Math.max(until, ...within.map(({ to }) => to));
    }
    const held = within.flatMap((one) => one.held ?? []);
    return until - begun > rest.longestMinutes && held.length > 0 ? [held] : [];
  });
};

/** Every rule that a set of placements breaks; none = it can be held. Musts left out break no rule, they show in `valueOf`. */
export const violationsOf = (facts: Facts, placements: readonly Placement[]): readonly Violation[] => {
  const violations: Violation[] = [];
  const report = (rule: string, ...meetings: number[]): void => {
    violations.push({ rule, meetings });
  };
  const held = heldMeetings(facts, placements, report);
  for (const one of held) checkAlone(facts, one, report);
  const all = (ones: readonly Held[]): number[] => ones.map(({ meeting }) => meeting);
  for (const [participant, ones] of grouped(held, (one) => one.facts.participants)) {
    const { seats = 1, maxMeetings = null } = facts.participants[participant] ?? {};
    if (mostAtOnce(ones) > seats) report(`overbook participant ${participant}`, ...all(ones));
    if (maxMeetings !== null && ones.length > maxMeetings) report(`are too many for participant ${participant}`, ...all(ones));
  }
  for (const [place, ones] of grouped(held, (one) => [one.placement.place])) {
    if (mostAtOnce(ones) > (facts.places[place]?.capacity ?? 0)) report(`overbook place ${place}`, ...all(ones));
  }
  for (const [resource, ones] of grouped(held, ({ placement }) => (placement.resource === null ? [] : [placement.resource]))) {
    if (mostAtOnce(ones) > 1) report(`overbook interpreter ${resource}`, ...all(ones));
    for (const tired of withoutRest(facts, resource, ones)) report(`leave interpreter ${resource} no rest`, ...all(tired));
  }
  const byMeeting = new Map(held.map((one) => [one.meeting, one]));
  for (const { earlier, later } of facts.precedences) {
    const [first, second] = [byMeeting.get(earlier), byMeeting.get(later)];
    if (first !== undefined && second !== undefined && first.to > second.from) report('are in the wrong order', earlier, later);
  }
  return violations;
};

interface Day {
  readonly breaks: number;
  readonly changes: number;
  readonly walking: number;
}

/** Breaks, place changes and walking minutes of one participant, from their meetings in order of time. */
const daysOf = (facts: Facts, participant: number, ones: readonly Held[]): Day => {
  const { seats = 1, seated = false } = facts.participants[participant] ?? {};
  const sorted = [...ones].sort((a, b) => a.from - b.from || a.meeting - b.meeting);
  let [breaks, changes, walking, busyUntil] = [0, 0, 0, -1];
  let before: Held | undefined;
  let placesBefore: readonly number[] = [];
  let places: readonly number[] = [];
  for (const one of sorted) {
    const idle = (slot: number): boolean => begins(facts, slot) >= busyUntil && ends(facts, slot) <= one.from;
    // No slot fits between two that follow each other.
    const isApart = before !== undefined && before.day === one.day && one.from > busyUntil;
    if (isApart && facts.slots.some((_, slot) => idle(slot))) breaks += 1;
    if (before?.from !== one.from) {
      if (seated && placesBefore.length > 0 && places.length > 0 && !places.some((place) => placesBefore.includes(place))) changes += 1;
      placesBefore = places;
      places = [];
    }
    places = [...places, one.placement.place];
    if (seats === 1 && before !== undefined && before.day === one.day) {
      const [from, to] = [facts.places[before.placement.place]?.zone ?? 0, facts.places[one.placement.place]?.zone ?? 0];
      walking += from === to ? 0 : (facts.walkingMinutes[from]?.[to] ?? 0);
    }
    busyUntil = Math.max(busyUntil, one.to);
    before = one;
  }
  if (seated && placesBefore.length > 0 && !places.some((place) => placesBefore.includes(place))) changes += 1;
  return { breaks, changes, walking };
};

/** What a plan is worth, counted anew from the placements. */
export const valueOf = (facts: Facts, placements: readonly Placement[]): Value => {
  const held = heldMeetings(facts, placements, () => undefined);
  const placed = new Set(held.map(({ meeting }) => meeting));
  const groups = grouped(held, (one) => one.facts.participants);
  const days = facts.participants.map((_, participant) => daysOf(facts, participant, groups.get(participant) ?? []));
  const shortfalls = facts.participants.map(({ minMeetings }, participant) =>
    Math.max(0, minMeetings - (groups.get(participant)?.length ?? 0)),
  );
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
  const breaks = days.map((day) => day.breaks);
  const wants = facts.meetings.filter(({ must }, meeting) => !must && placed.has(meeting));
  return {
    placed: placed.size,
    total: facts.meetings.length,
    unplacedMusts: facts.meetings.filter(({ must }, meeting) => must && !placed.has(meeting)).length,
    weight: sum(wants.map(({ weight }) => weight)),
    shortfall: sum(shortfalls),
    breaks: sum(breaks),
    breakSpread: breaks.length === 0 ? 0 : breaks.reduce((a, b) => Math.max(a, b)) - breaks.reduce((a, b) => Math.min(a, b)),
    placeChanges: sum(days.map((day) => day.changes)),
    walkingMinutes: sum(days.map((day) => day.walking)),
  };
};
