import { idOf, type Draft } from '../draft.ts';
import type { Reason } from '../model.ts';

/** A pinned meeting, when placed, is where it was pinned. */
export const pinsKept = ({ facts, placements }: Draft): readonly Reason[] =>
  placements.flatMap(({ meeting, slot, place }) => {
    const { pinnedSlot = null, pinnedPlace = null, participants = [] } = facts.meetings[meeting] ?? {};
    const id = idOf(facts.meetings, meeting);
    const common = { meetings: [meeting], participants: [...participants], hard: true, weight: 1 };
    const reasons: Reason[] = [];
    if (pinnedSlot !== null && pinnedSlot !== slot) {
      reasons.push({ ...common, code: 'meetings.reason_pin_slot', params: { meeting: id, slot: idOf(facts.slots, pinnedSlot) }, slot });
    }
    if (pinnedPlace !== null && pinnedPlace !== place) {
      const params = { meeting: id, place: idOf(facts.places, pinnedPlace) };
      reasons.push({ ...common, code: 'meetings.reason_pin_place', params, slot, place });
    }
    return reasons;
  });
