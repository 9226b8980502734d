import { crowdedSlots, idOf, slotsOf, type Draft } from '../draft.ts';
import type { Placement, Reason } from '../model.ts';

const crowdReason = ({ facts }: Draft, place: number, slot: number, there: readonly Placement[]) => ({
  params: { place: idOf(facts.places, place), slot: idOf(facts.slots, slot), count: there.length },
  meetings: there.map(({ meeting }) => meeting),
  participants: [],
  slot,
  place,
  hard: true,
});

/** A place for one meeting holds no second one at the same time. */
export const placeForOne = (draft: Draft): readonly Reason[] =>
  draft.facts.places.flatMap(({ capacity }, place) =>
    capacity !== 1
      ? []
      : [...crowdedSlots(draft.facts, draft.ofPlace[place] ?? [], 1)].map(([slot, there]) => ({
          ...crowdReason(draft, place, slot, there),
          code: 'meetings.reason_place_taken',
          weight: there.length - 1,
        })),
  );

/** A place for several meetings holds no more than it can. */
export const placeCapacity = (draft: Draft): readonly Reason[] =>
  draft.facts.places.flatMap(({ capacity }, place) =>
    capacity === 1
      ? []
      : [...crowdedSlots(draft.facts, draft.ofPlace[place] ?? [], capacity)].map(([slot, there]) => {
          const reason = crowdReason(draft, place, slot, there);
          return { ...reason, params: { ...reason.params, capacity }, code: 'meetings.reason_place_full', weight: there.length - capacity };
        }),
  );

/** No meeting is held at a closed place. */
export const placeOpen = ({ facts, placements }: Draft): readonly Reason[] =>
  placements.flatMap((placement) => {
    const closed = facts.places[placement.place]?.closedSlots ?? [];
    if (closed.length === 0) return [];
    return slotsOf(facts, placement)
      .filter((slot) => closed.includes(slot))
      .map((slot) => ({
        code: 'meetings.reason_place_closed',
        params: {
          place: idOf(facts.places, placement.place),
          slot: idOf(facts.slots, slot),
          meeting: idOf(facts.meetings, placement.meeting),
        },
        meetings: [placement.meeting],
        participants: [],
        slot,
        place: placement.place,
        hard: true,
        weight: 1,
      }));
  });

/** A stand serves its owner's meetings only. */
export const ownersOnly = ({ facts, placements }: Draft): readonly Reason[] =>
  placements.flatMap(({ meeting, place, slot }) => {
    const owner = facts.places[place]?.owner ?? null;
    if (owner === null || facts.meetings[meeting]?.participants.includes(owner) === true) return [];
    return [
      {
        code: 'meetings.reason_foreign_stand',
        params: {
          place: idOf(facts.places, place),
          participant: idOf(facts.participants, owner),
          meeting: idOf(facts.meetings, meeting),
        },
        meetings: [meeting],
        participants: [owner],
        slot,
        place,
        hard: true,
        weight: 1,
      },
    ];
  });
