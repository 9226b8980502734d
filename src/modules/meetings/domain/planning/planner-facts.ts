// Translates an edition and its meetings into the planner's facts, and placements back.
import { overlaps, type Interval } from '#kernel/intervals.ts';
import { remembered } from '#kernel/memory/remembered.ts';
import type { Facts, Participant, Place, Placement, Resource, Rest, Slot } from '#scheduler/core/model.ts';
import { walkingMinutes } from '#modules/expos/domain/floor/plan.ts';
import {
  wishOf,
  type EditionBoard,
  type EditionInterpreter,
  type EditionPlace,
  type Meeting,
  type MeetingOrder,
  type Placed,
} from '../edition-facts.ts';
import { usualRest, workOf } from '../agenda/interpreted.ts';
import { dayAt, minuteOfDay } from '../agenda/venue-clock.ts';

/** The planner's facts and how its numbers lead back to ours; `places` may name a place once per co-exhibitor of a joint stand. */
export interface PlannerInput {
  readonly facts: Facts;
  readonly meetings: readonly Meeting[];
  /** Number of each of them by its id. */
  readonly numberOf: ReadonlyMap<string, number>;
  /** Id of our place per place of the planner. */
  readonly placeIds: readonly string[];
}

const indexOf = (things: readonly { readonly id: string }[]): ReadonlyMap<string, number> =>
  new Map(things.map((thing, i) => [thing.id, i]));

const touched = (slots: readonly Interval[], spans: readonly Interval[]): number[] =>
  spans.length === 0 ? [] : slots.flatMap((slot, i) => (spans.some((span) => overlaps(slot, span)) ? [i] : []));

const daysOf = ({ slots, timeZone }: Pick<EditionBoard, 'slots' | 'timeZone'>): readonly string[] => [
  ...new Set(slots.map((slot) => dayAt(slot.start, timeZone))),
];

const slotsOf = ({ slots, timeZone }: EditionBoard): readonly Slot[] => {
  const days = daysOf({ slots, timeZone });
  return slots.map((slot) => ({
    id: slot.id,
    day: days.indexOf(dayAt(slot.start, timeZone)),
    session: slot.session,
    startMinute: minuteOfDay(slot.start, timeZone),
    lengthMinutes: Math.round((slot.end - slot.start) / 60_000),
  }));
};

interface PlannerPlace extends Place {
  readonly placeId: string;
}

/** Participants who meet at a stand, by the stand. */
const hosts = (facts: EditionBoard): ReadonlyMap<string, readonly number[]> => {
  const found = new Map<string, number[]>();
  facts.participants.forEach((participant, i) => {
    if (participant.meetsAt !== 'stand' || participant.standId === null) return;
    found.set(participant.standId, [...(found.get(participant.standId) ?? []), i]);
  });
  return found;
};

/**
 * A joint stand is divided among those who meet there: each gets an equal part of its seats and at least one;
 * the first by code get what is left over.
 */
const partsOf = (place: EditionPlace, owners: readonly number[], closedSlots: readonly number[], zone: number): readonly PlannerPlace[] =>
  owners.map((owner, i) => {
    const share = Math.floor(place.seats / owners.length) + (i < place.seats % owners.length ? 1 : 0);
    const id = owners.length === 1 ? place.id : `${place.id} ${owner}`;
    return { id, placeId: place.id, capacity: Math.max(1, share), zone, closedSlots, owner };
  });

/** The zones of the planner: who goes from one hall to another walks. */
const hallsOf = ({ places }: EditionBoard): readonly string[] => [...new Set(places.map(({ hall }) => hall))];

const placesOf = (facts: EditionBoard): readonly PlannerPlace[] => {
  const slots = indexOf(facts.slots);
  const halls = hallsOf(facts);
  const standHosts = hosts(facts);
  return facts.places.flatMap((place): readonly PlannerPlace[] => {
    const closedSlots = place.closedSlots.flatMap((slot) => slots.get(slot) ?? []);
    const zone = halls.indexOf(place.hall);
    if (place.kind === 'stand') return partsOf(place, standHosts.get(place.standId ?? '') ?? [], closedSlots, zone);
    return [{ id: place.id, placeId: place.id, capacity: place.seats, zone, closedSlots, owner: null }];
  });
};

const participantsOf = (facts: EditionBoard, places: readonly Place[]): readonly Participant[] => {
  const owned = new Map(places.flatMap((place, i) => (place.owner === null ? [] : [[place.owner, i] as const])));
  return facts.participants.map((participant, i) => ({
    id: participant.id,
    seats: participant.seats,
    unavailableSlots: touched(facts.slots, participant.away),
    minMeetings: participant.minMeetings ?? 0,
    maxMeetings: participant.maxMeetings,
    languages: participant.languages,
    seated: false,
    ownPlace: owned.get(i) ?? null,
  }));
};

/** What they interpret besides the meetings that are planned: what has been, and the programme. */
const standingOf = ({ slots, timeZone }: EditionBoard, interpreter: EditionInterpreter): Rest['standing'] => {
  const days = daysOf({ slots, timeZone });
  return workOf(interpreter).flatMap(({ start, end }) => {
    const day = days.indexOf(dayAt(start, timeZone));
    const startMinute = minuteOfDay(start, timeZone);
    return day < 0 ? [] : [{ day, startMinute, endMinute: startMinute + Math.round((end - start) / 60_000) }];
  });
};

const resourcesOf = (facts: EditionBoard): readonly Resource[] =>
  facts.interpreters.map((interpreter) => {
    const { id, languages, away, longestMinutes = null } = interpreter;
    const restMinutes = interpreter.restMinutes ?? usualRest;
    const rest = longestMinutes === null ? null : { longestMinutes, restMinutes, standing: standingOf(facts, interpreter) };
    return { id, languages, unavailableSlots: touched(facts.slots, away), place: null, rest };
  });

/** What both sides want weighs twice what one side wants. */
const weightOf = (meeting: Meeting): number => (meeting.wishOfA !== null && meeting.wishOfB !== null ? 2 : 1);

/** Finds the planner's place for participants at one of our places: their own part of a joint stand; -1 for a place it does not know. */
function placeFinder(places: readonly Place[], placeIds: readonly string[]): (participants: readonly number[], placeId: string) => number {
  const parts = new Map<string, number[]>();
  placeIds.forEach((id, i) => {
    const known = parts.get(id);
    if (known === undefined) parts.set(id, [i]);
    else known.push(i);
  });
  return (participants, placeId) => {
    const there = parts.get(placeId) ?? [];
    // Most places are whole.
    if (there.length === 1) return there[0] ?? -1;
    return there.find((i) => participants.includes(places[i]?.owner ?? -1)) ?? there[0] ?? -1;
  };
}

/**
 * The planner's facts for these meetings; `pins` are placements to be kept. Meetings of participants that the edition
 * no longer holds are left out.
 */
export const plannerInput = (
  edition: EditionBoard,
  {
    meetings,
    orders,
    pins,
  }: { readonly meetings: readonly Meeting[]; readonly orders: readonly MeetingOrder[]; readonly pins: readonly Placed[] },
): PlannerInput => inputOf(edition, meetings, orders, pins.length === 0 ? noPins : pins);

const noPins: readonly Placed[] = [];

const inputOf = remembered(
  (edition: EditionBoard, wished: readonly Meeting[], orders: readonly MeetingOrder[], pinned: readonly Placed[]): PlannerInput => {
    const slots = slotsOf(edition);
    const ownPlaces = placesOf(edition);
    const participants = participantsOf(edition, ownPlaces);
    const places = ownPlaces.map(({ placeId: _, ...place }) => place);
    const placeIds = ownPlaces.map((place) => place.placeId);
    const slotIndex = indexOf(slots);
    const who = indexOf(participants);
    const meetings = wished.filter((m) => who.has(m.a) && who.has(m.b));
    const placeOf = placeFinder(places, placeIds);
    const pins = new Map(pinned.map((pin) => [pin.meetingId, pin]));
    const numberOf = indexOf(meetings);
    const facts: Facts = {
      slots,
      participants,
      places,
      resources: resourcesOf(edition),
      walkingMinutes: walkingMinutes(hallsOf(edition), edition.walks),
      maxBreakSpread: null,
      meetings: meetings.map((meeting) => {
        const both = [who.get(meeting.a) ?? -1, who.get(meeting.b) ?? -1];
        const pin = pins.get(meeting.id);
        const slot = meeting.fixedSlot ?? pin?.slotId;
        const place = pin === undefined ? -1 : placeOf(both, pin.placeId);
        return {
          id: meeting.id,
          participants: both,
          weight: weightOf(meeting),
          must: wishOf(meeting) === 'must',
          allowedSlots: meeting.session === null ? null : slots.flatMap((s, i) => (s.session === meeting.session ? [i] : [])),
          pinnedSlot: slot === undefined ? null : (slotIndex.get(slot) ?? null),
          pinnedPlace: place < 0 ? null : place,
          lengthSlots: 1,
        };
      }),
      precedences: orders.flatMap((order) => {
        const [earlier, later] = [numberOf.get(order.earlier), numberOf.get(order.later)];
        return earlier === undefined || later === undefined ? [] : [{ earlier, later }];
      }),
    };
    return { facts, meetings, numberOf, placeIds };
  },
);

/** Our placements as the planner's; those of meetings, slots or places it does not know are left out. */
export const toPlanner = remembered((input: PlannerInput, placed: readonly Placed[]): readonly Placement[] => {
  const { facts, numberOf } = input;
  const [slots, resources] = [indexOf(facts.slots), indexOf(facts.resources)];
  const placeOf = placeFinder(facts.places, input.placeIds);
  const known: Placement[] = [];
  for (const { meetingId, slotId, placeId, interpreterId, pinned } of placed) {
    const [meeting, slot] = [numberOf.get(meetingId), slots.get(slotId)];
    if (meeting === undefined || slot === undefined) continue;
    const place = placeOf(facts.meetings[meeting]?.participants ?? [], placeId);
    if (place >= 0)
      known.push({ meeting, slot, place, resource: interpreterId === null ? null : (resources.get(interpreterId) ?? null), pinned });
  }
  return known;
});

/** The planner's placements as ours. */
export function fromPlanner({ facts, placeIds }: PlannerInput, placements: readonly Placement[]): readonly Placed[] {
  return placements.flatMap((p) => {
    const [meetingId, slotId, placeId] = [facts.meetings[p.meeting]?.id, facts.slots[p.slot]?.id, placeIds[p.place]];
    if (meetingId === undefined || slotId === undefined || placeId === undefined) return [];
    return [
      {
        meetingId,
        slotId,
        placeId,
        interpreterId: p.resource === null ? null : (facts.resources[p.resource]?.id ?? null),
        pinned: p.pinned,
      },
    ];
  });
}
