import { idOf, slotsOf, type Draft } from '../draft.ts';
import type { Reason } from '../model.ts';

/** Nobody meets while away. */
export const everyoneThere = ({ facts, ofParticipant }: Draft): readonly Reason[] =>
  facts.participants.flatMap(({ id, unavailableSlots }, participant) => {
    if (unavailableSlots.length === 0) return [];
    const away = new Set(unavailableSlots);
    return (ofParticipant[participant] ?? []).flatMap((placement) =>
      slotsOf(facts, placement)
        .filter((slot) => away.has(slot))
        .map((slot) => ({
          code: 'meetings.reason_unavailable',
          params: { participant: id, slot: idOf(facts.slots, slot), meeting: idOf(facts.meetings, placement.meeting) },
          meetings: [placement.meeting],
          participants: [participant],
          slot,
          hard: true,
          weight: 1,
        })),
    );
  });
