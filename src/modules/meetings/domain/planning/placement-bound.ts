// A bound on how many meetings any plan can place, read off the facts: cheap, always right, not always tight.
import type { Facts } from '#scheduler/core/model.ts';

/** Seats that a participant can fill: one per free slot and seat, within the limit. */
const room = (facts: Facts, participant: number): number => {
  const { seats, unavailableSlots, maxMeetings } = facts.participants[participant] ?? { seats: 0, unavailableSlots: [], maxMeetings: 0 };
  const slots = (facts.slots.length - new Set(unavailableSlots).size) * seats;
  return maxMeetings === null ? slots : Math.min(slots, maxMeetings);
};

const hasCommonSlot = (facts: Facts, meeting: Facts['meetings'][number]): boolean => {
  const shut = new Set(meeting.participants.flatMap((p) => facts.participants[p]?.unavailableSlots ?? []));
  return (meeting.allowedSlots ?? facts.slots.map((_, slot) => slot)).some((slot) => !shut.has(slot));
};

/**
 * At most this many meetings have a place: those with a common slot, no more than the places hold over the day,
 * and no more than the participants' free seats (each meeting fills one seat of each of its participants).
 */
export function placementBound(facts: Facts): number {
  const possible = facts.meetings.filter((meeting) => hasCommonSlot(facts, meeting));
  const wished = new Map<number, number>();
  for (const meeting of possible) for (const p of meeting.participants) wished.set(p, (wished.get(p) ?? 0) + 1);
  const seatsFilled = [...wished].reduce((sum, [p, count]) => sum + Math.min(count, room(facts, p)), 0);
  const places = facts.places.reduce((sum, place) => sum + (facts.slots.length - new Set(place.closedSlots).size) * place.capacity, 0);
  return Math.min(possible.length, places, Math.floor(seatsFilled / 2));
}
