// Refuses facts that cannot be planned with, naming every problem at once.

import { ok, refuseInput, type Problem, type Refusal, type Result } from '#kernel/result.ts';
import type { Facts, Meeting, Rest } from './model.ts';
import { pinProblems } from './validate-pins.ts';
import { orderProblems, slotProblems } from './validate-times.ts';

/** Most things of each kind, and most things of one kind × slots, that are planned with. */
export const limits = {
  slots: 2_000,
  participants: 100_000,
  meetings: 1_000_000,
  places: 50_000,
  resources: 50_000,
  cells: 100_000_000,
  precedences: 1_000_000,
  zones: 1_000,
} as const;

type Path = Problem['path'];
type Report = (path: Path, code: string, params?: Problem['params']) => void;

const number = (report: Report, path: Path, value: number, least: number, most: number): void => {
  if (!Number.isInteger(value) || value < least || value > most) report(path, 'meetings.facts_bad_number', { value, least, most });
};

const sizeProblems = (facts: Facts, report: Report): void => {
  for (const kind of ['slots', 'participants', 'meetings', 'places', 'resources'] as const) {
    const count = facts[kind].length;
    if (count > limits[kind]) report([kind], `meetings.facts_too_many_${kind}`, { count, limit: limits[kind] });
  }
  const count =
    facts.slots.length * Math.max(facts.participants.length, facts.meetings.length, facts.places.length, facts.resources.length);
  if (count > limits.cells) report([], 'meetings.facts_too_many_cells', { count, limit: limits.cells });
  number(report, ['precedences'], facts.precedences.length, 0, limits.precedences);
  number(report, ['walkingMinutes'], facts.walkingMinutes.length, 0, limits.zones);
  if (facts.slots.length === 0) report(['slots'], 'meetings.facts_no_slots');
  if (facts.meetings.length > 0 && facts.places.length === 0) report(['places'], 'meetings.facts_no_places');
};

const idProblems = (facts: Facts, report: Report): void => {
  for (const kind of ['slots', 'participants', 'meetings', 'places', 'resources'] as const) {
    const seen = new Set<string>();
    facts[kind].forEach(({ id }, at) => {
      if (seen.has(id)) report([kind, at, 'id'], 'meetings.facts_doubled_id', { id });
      seen.add(id);
    });
  }
};

const reference = (report: Report, kind: string, path: Path, index: number | null, count: number): void => {
  if (index !== null && (!Number.isInteger(index) || index < 0 || index >= count))
    report(path, `meetings.facts_unknown_${kind}`, { index });
};

/** Lists up to this length are always read, item by item. */
const mostInList = 2_000;

const references = (report: Report, kind: string, path: Path, indices: readonly number[], count: number): void => {
  // A list longer than what it refers to repeats itself; it is not read.
  if (indices.length > Math.max(count, mostInList)) return number(report, path, indices.length, 0, count);
  indices.forEach((index, at) => {
    reference(report, kind, [...path, at], index, count);
  });
};

const participantProblems = (facts: Facts, report: Report): void => {
  facts.participants.forEach(({ id, seats, minMeetings: min, maxMeetings: max, ownPlace, unavailableSlots }, at) => {
    const path = ['participants', at];
    number(report, [...path, 'seats'], seats, 1, 1_000);
    number(report, [...path, 'minMeetings'], min, 0, 1_000_000);
    if (max !== null) number(report, [...path, 'maxMeetings'], max, 0, 1_000_000);
    if (max !== null && min > max) report([...path, 'minMeetings'], 'meetings.facts_min_over_max', { participant: id, min, max });
    references(report, 'slot', [...path, 'unavailableSlots'], unavailableSlots, facts.slots.length);
    reference(report, 'place', [...path, 'ownPlace'], ownPlace, facts.places.length);
    const place = ownPlace === null ? undefined : facts.places[ownPlace];
    if (place !== undefined && place.owner !== at) {
      report([...path, 'ownPlace'], 'meetings.facts_own_place_not_owned', { participant: id, place: place.id });
    }
  });
};

/** What is wrong with one meeting by itself: numbers and references; paths begin with `path`. */
export const meetingProblems = (facts: Facts, meeting: Meeting, path: Path, report: Report): void => {
  if (meeting.participants.length < 2) report([...path, 'participants'], 'meetings.facts_too_few_participants', { meeting: meeting.id });
  references(report, 'participant', [...path, 'participants'], meeting.participants, facts.participants.length);
  const readable = meeting.participants.length <= Math.max(facts.participants.length, mostInList);
  const seen = new Set<number>();
  for (const [index, participant] of readable ? meeting.participants.entries() : []) {
    if (seen.has(participant)) {
      const params = { meeting: meeting.id, participant: facts.participants[participant]?.id ?? participant };
      report([...path, 'participants', index], 'meetings.facts_doubled_participant', params);
    }
    seen.add(participant);
  }
  number(report, [...path, 'lengthSlots'], meeting.lengthSlots, 1, 1_000);
  if (!(meeting.weight > 0) || meeting.weight > 1_000_000) {
    report([...path, 'weight'], 'meetings.facts_bad_number', { value: meeting.weight, least: 0, most: 1_000_000 });
  }
  references(report, 'slot', [...path, 'allowedSlots'], meeting.allowedSlots ?? [], facts.slots.length);
  reference(report, 'slot', [...path, 'pinnedSlot'], meeting.pinnedSlot, facts.slots.length);
  reference(report, 'place', [...path, 'pinnedPlace'], meeting.pinnedPlace, facts.places.length);
};

const restProblems = ({ longestMinutes, restMinutes, standing }: Rest, path: Path, report: Report): void => {
  number(report, [...path, 'longestMinutes'], longestMinutes, 1, 1_440);
  number(report, [...path, 'restMinutes'], restMinutes, 1, 1_440);
  standing.forEach(({ day, startMinute, endMinute }, at) => {
    number(report, [...path, 'standing', at, 'day'], day, 0, 10_000);
    number(report, [...path, 'standing', at, 'startMinute'], startMinute, 0, 2_880);
    number(report, [...path, 'standing', at, 'endMinute'], endMinute, startMinute, 2_880);
  });
};

const placeProblems = (facts: Facts, report: Report): void => {
  const zones = facts.walkingMinutes.length;
  facts.places.forEach(({ capacity, zone, closedSlots, owner }, at) => {
    const path = ['places', at];
    number(report, [...path, 'capacity'], capacity, 1, 10_000);
    references(report, 'slot', [...path, 'closedSlots'], closedSlots, facts.slots.length);
    reference(report, 'participant', [...path, 'owner'], owner, facts.participants.length);
    if (zones > 0) reference(report, 'zone', [...path, 'zone'], zone, zones);
  });
  facts.walkingMinutes.forEach((row, from) => {
    if (row.length !== zones)
      report(['walkingMinutes', from], 'meetings.facts_bad_number', { value: row.length, least: zones, most: zones });
    row.forEach((minutes, to) => {
      number(report, ['walkingMinutes', from, to], minutes, 0, 1_440);
    });
  });
  facts.resources.forEach(({ unavailableSlots, place, rest }, at) => {
    if (rest !== null) restProblems(rest, ['resources', at, 'rest'], report);
    references(report, 'slot', ['resources', at, 'unavailableSlots'], unavailableSlots, facts.slots.length);
    reference(report, 'place', ['resources', at, 'place'], place, facts.places.length);
  });
  if (facts.maxBreakSpread !== null) number(report, ['maxBreakSpread'], facts.maxBreakSpread, 0, 1_000);
};

/**
 * The facts, or a refusal of kind `invalid` with all problems.
 * Absurd sizes are answered alone; contradictions of pins and orders are looked for once every number and reference is right.
 */
export const validate = (facts: Facts): Result<Facts, Refusal> => {
  const problems: Problem[] = [];
  const report: Report = (path, code, params) => {
    problems.push(params === undefined ? { path, code } : { path, code, params });
  };
  sizeProblems(facts, report);
  if (problems.some(({ code }) => code.startsWith('meetings.facts_too_many') || code === 'meetings.facts_bad_number')) {
    return refuseInput(problems);
  }
  idProblems(facts, report);
  slotProblems(facts, report);
  participantProblems(facts, report);
  facts.meetings.forEach((meeting, at) => {
    meetingProblems(facts, meeting, ['meetings', at], report);
  });
  placeProblems(facts, report);
  facts.precedences.forEach(({ earlier, later }, at) => {
    reference(report, 'meeting', ['precedences', at, 'earlier'], earlier, facts.meetings.length);
    reference(report, 'meeting', ['precedences', at, 'later'], later, facts.meetings.length);
  });
  if (problems.length > 0) return refuseInput(problems);
  orderProblems(facts, report);
  pinProblems(facts, report);
  return problems.length > 0 ? refuseInput(problems) : ok(facts);
};
