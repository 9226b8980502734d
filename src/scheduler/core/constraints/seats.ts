import { crowdedSlots, idOf, type Draft } from '../draft.ts';
import type { Reason } from '../model.ts';

/** Nobody is in more meetings at once than they have seats. */
export const enoughSeats = ({ facts, ofParticipant }: Draft): readonly Reason[] =>
  facts.participants.flatMap(({ id, seats }, participant) =>
    [...crowdedSlots(facts, ofParticipant[participant] ?? [], seats)].map(([slot, there]) => ({
      code: 'meetings.reason_seat_taken',
      params: { participant: id, slot: idOf(facts.slots, slot), count: there.length, seats },
      meetings: there.map(({ meeting }) => meeting),
      participants: [participant],
      slot,
      hard: true,
      weight: there.length - seats,
    })),
  );
