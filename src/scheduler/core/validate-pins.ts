// Contradictions among pins: what no plan can keep, whatever else it does.

import type { Problem } from '#kernel/result.ts';
import { fitsSession, idOf, slotsOf } from './draft.ts';
import type { Facts } from './model.ts';

type Report = (path: Problem['path'], code: string, params?: Problem['params']) => void;

const singlePinProblems = (facts: Facts, report: Report): void => {
  facts.meetings.forEach(({ id, participants, pinnedSlot, pinnedPlace, allowedSlots, lengthSlots }, meeting) => {
    const place = pinnedPlace === null ? undefined : facts.places[pinnedPlace];
    if (place !== undefined && place.owner !== null && !participants.includes(place.owner)) {
      const params = { meeting: id, place: place.id, participant: idOf(facts.participants, place.owner) };
      report(['meetings', meeting, 'pinnedPlace'], 'meetings.facts_pin_foreign_place', params);
    }
    if (pinnedSlot === null) return;
    const path = ['meetings', meeting, 'pinnedSlot'];
    const slots = slotsOf(facts, { meeting, slot: pinnedSlot });
    const firstOf = (wanted: (slot: number) => boolean): string => idOf(facts.slots, slots.find(wanted) ?? pinnedSlot);
    if (!fitsSession(facts, pinnedSlot, lengthSlots)) {
      report(path, 'meetings.facts_pin_runs_over', { meeting: id, slot: idOf(facts.slots, pinnedSlot), length: lengthSlots });
    }
    if (allowedSlots !== null && !slots.every((slot) => allowedSlots.includes(slot))) {
      report(path, 'meetings.facts_pin_not_allowed', { meeting: id, slot: firstOf((slot) => !allowedSlots.includes(slot)) });
    }
    for (const participant of participants) {
      const { unavailableSlots = [], id: who = '' } = facts.participants[participant] ?? {};
      if (!slots.some((slot) => unavailableSlots.includes(slot))) continue;
      const slot = firstOf((one) => unavailableSlots.includes(one));
      report(path, 'meetings.facts_pin_unavailable', { meeting: id, participant: who, slot });
    }
    if (place !== undefined && slots.some((slot) => place.closedSlots.includes(slot))) {
      const slot = firstOf((one) => place.closedSlots.includes(one));
      report(path, 'meetings.facts_pin_place_closed', { meeting: id, place: place.id, slot });
    }
  });
};

/** Meetings at once that the open places hold, slot by slot. */
const openCapacity = ({ places, slots }: Facts): readonly number[] => {
  const open = new Array<number>(slots.length).fill(places.reduce((sum, { capacity }) => sum + capacity, 0));
  for (const { closedSlots, capacity } of places) for (const slot of new Set(closedSlots)) open[slot] = (open[slot] ?? 0) - capacity;
  return open;
};

const crowdProblems = (facts: Facts, report: Report): void => {
  const atOnce = new Map<string, number>();
  const pinned = new Map<number, number>();
  const count = (key: string): void => {
    atOnce.set(key, (atOnce.get(key) ?? 0) + 1);
  };
  facts.meetings.forEach(({ participants, pinnedSlot, pinnedPlace }, meeting) => {
    if (pinnedSlot === null) return;
    for (const participant of participants) pinned.set(participant, (pinned.get(participant) ?? 0) + 1);
    for (const slot of slotsOf(facts, { meeting, slot: pinnedSlot })) {
      for (const participant of participants) count(`participant ${participant} ${slot}`);
      if (pinnedPlace !== null) count(`place ${pinnedPlace} ${slot}`);
      count(`all 0 ${slot}`);
    }
  });
  const capacityIn = openCapacity(facts);
  for (const [key, many] of atOnce) {
    const [kind, index = '', at = ''] = key.split(' ');
    const slotIndex = Number(at);
    const slot = idOf(facts.slots, slotIndex);
    const participant = facts.participants[Number(index)];
    const place = facts.places[Number(index)];
    if (kind === 'participant' && participant !== undefined && many > participant.seats) {
      const params = { participant: participant.id, slot, count: many, seats: participant.seats };
      report(['participants', Number(index)], 'meetings.facts_pins_clash', params);
    }
    if (kind === 'place' && place !== undefined && many > place.capacity) {
      const params = { place: place.id, slot, count: many, capacity: place.capacity };
      report(['places', Number(index)], 'meetings.facts_pins_share_place', params);
    }
    if (kind === 'all') {
      const capacity = capacityIn[slotIndex] ?? 0;
      if (many > capacity) report(['slots', slotIndex], 'meetings.facts_pins_over_places', { slot, count: many, capacity });
    }
  }
  for (const [participant, many] of pinned) {
    const { id = '', maxMeetings = null } = facts.participants[participant] ?? {};
    if (maxMeetings === null || many <= maxMeetings) continue;
    report(['participants', participant], 'meetings.facts_pins_over_limit', { participant: id, count: many, max: maxMeetings });
  }
};

/** Every pin that breaks a rule by itself, and every set of pins that break one together. */
export const pinProblems = (facts: Facts, report: Report): void => {
  singlePinProblems(facts, report);
  crowdProblems(facts, report);
  facts.precedences.forEach(({ earlier, later }, at) => {
    const first = facts.meetings[earlier];
    const second = facts.meetings[later];
    const [from, to] = [first?.pinnedSlot ?? null, second?.pinnedSlot ?? null];
    if (first === undefined || second === undefined || from === null || to === null || from + first.lengthSlots <= to) return;
    report(['precedences', at], 'meetings.facts_pins_order', { earlier: first.id, later: second.id });
  });
};
