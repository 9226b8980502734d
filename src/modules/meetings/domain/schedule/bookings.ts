// Turns meetings into the bookings they hold: a seat of each side, a seat of the place, the interpreter.
import type { Interval } from '#kernel/intervals.ts';
import type { EditionBoard, Meeting, Placed } from '../edition-facts.ts';
import { assignSeats } from './seats.ts';

export type Holder =
  | { readonly kind: 'participant'; readonly id: string; readonly seat: number }
  | { readonly kind: 'place'; readonly id: string; readonly seat: number }
  | { readonly kind: 'interpreter'; readonly id: string };

export interface Booking extends Interval {
  readonly meetingId: string;
  readonly slotId: string;
  readonly holder: Holder;
}

interface Held extends Interval {
  readonly placed: Placed;
  readonly meeting: Meeting;
}

const seatsPer = (
  held: readonly Held[],
  keysOf: (one: Held) => readonly string[],
  seatsOf: (key: string) => number,
): ReadonlyMap<Held, ReadonlyMap<string, number>> => {
  const groups = new Map<string, Held[]>();
  for (const one of held)
    for (const key of keysOf(one)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [one]);
      else group.push(one);
    }
  const seats = new Map<Held, Map<string, number>>(held.map((one) => [one, new Map<string, number>()]));
  for (const [key, ones] of groups) {
    // More at once than there are seats: the last seat is given twice, and the schedule's constraint refuses it.
    const given = assignSeats(ones, seatsOf(key));
    ones.forEach((one, i) => seats.get(one)?.set(key, given[i] ?? seatsOf(key)));
  }
  return seats;
};

/** Bookings of a whole schedule, lowest free seats first; placements of unknown things are left out. */
export function bookingsOf(edition: EditionBoard, meetings: readonly Meeting[], placed: readonly Placed[]): readonly Booking[] {
  const slots = new Map(edition.slots.map((s) => [s.id, s]));
  const known = new Map(meetings.map((m) => [m.id, m]));
  const held = placed.flatMap((p): readonly Held[] => {
    const [slot, meeting] = [slots.get(p.slotId), known.get(p.meetingId)];
    return slot === undefined || meeting === undefined ? [] : [{ placed: p, meeting, start: slot.start, end: slot.end }];
  });
  const people = new Map(edition.participants.map((p) => [p.id, p.seats]));
  const places = new Map(edition.places.map((p) => [p.id, p.seats]));
  const seats = seatsPer(
    held,
    ({ meeting }) => [meeting.a, meeting.b],
    (id) => people.get(id) ?? 1,
  );
  const placeSeats = seatsPer(
    held,
    (one) => [one.placed.placeId],
    (id) => places.get(id) ?? 1,
  );
  return held.flatMap((one): readonly Booking[] => {
    const { placed: p, meeting, start, end } = one;
    const base = { meetingId: meeting.id, slotId: p.slotId, start, end };
    const sides = [meeting.a, meeting.b].map((id): Booking => ({
      ...base,
      holder: { kind: 'participant', id, seat: seats.get(one)?.get(id) ?? 1 },
    }));
    const place: Booking = { ...base, holder: { kind: 'place', id: p.placeId, seat: placeSeats.get(one)?.get(p.placeId) ?? 1 } };
    const interpreter: readonly Booking[] =
      p.interpreterId === null ? [] : [{ ...base, holder: { kind: 'interpreter', id: p.interpreterId } }];
    return [...sides, place, ...interpreter];
  });
}
