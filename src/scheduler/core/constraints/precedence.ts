import { idOf, lengthOf, type Draft } from '../draft.ts';
import type { Reason } from '../model.ts';

/** A meeting that must come first has ended when the other begins. */
export const orderKept = ({ facts, ofMeeting }: Draft): readonly Reason[] =>
  facts.precedences.flatMap(({ earlier, later }) => {
    const first = ofMeeting[earlier]?.[0];
    const second = ofMeeting[later]?.[0];
    if (first === undefined || second === undefined || first.slot + lengthOf(facts, earlier) <= second.slot) return [];
    return [
      {
        code: 'meetings.reason_order',
        params: { earlier: idOf(facts.meetings, earlier), later: idOf(facts.meetings, later) },
        meetings: [earlier, later],
        participants: [],
        slot: second.slot,
        hard: true,
        weight: 1,
      },
    ];
  });
