import { fitsSession, idOf, lengthOf, slotsOf, type Draft } from '../draft.ts';
import type { Reason } from '../model.ts';

/** A meeting lies within the slots it allows. */
export const allowedSlotsOnly = ({ facts, placements }: Draft): readonly Reason[] =>
  placements.flatMap((placement) => {
    const allowed = facts.meetings[placement.meeting]?.allowedSlots ?? null;
    if (allowed === null || slotsOf(facts, placement).every((slot) => allowed.includes(slot))) return [];
    return [
      {
        code: 'meetings.reason_slot_not_allowed',
        params: { meeting: idOf(facts.meetings, placement.meeting), slot: idOf(facts.slots, placement.slot) },
        meetings: [placement.meeting],
        participants: [...(facts.meetings[placement.meeting]?.participants ?? [])],
        slot: placement.slot,
        hard: true,
        weight: 1,
      },
    ];
  });

/** A meeting of several slots ends within the session it began in. */
export const withinSession = ({ facts, placements }: Draft): readonly Reason[] =>
  placements.flatMap(({ meeting, slot }) => {
    const length = lengthOf(facts, meeting);
    if (fitsSession(facts, slot, length)) return [];
    return [
      {
        code: 'meetings.reason_runs_over',
        params: { meeting: idOf(facts.meetings, meeting), slot: idOf(facts.slots, slot), length },
        meetings: [meeting],
        participants: [...(facts.meetings[meeting]?.participants ?? [])],
        slot,
        hard: true,
        weight: 1,
      },
    ];
  });
