import { idOf, type Draft } from '../draft.ts';
import type { Reason } from '../model.ts';

/** A meeting is held once. */
export const placedOnce = ({ facts, ofMeeting }: Draft): readonly Reason[] =>
  ofMeeting.flatMap((placements, meeting) =>
    placements.length < 2
      ? []
      : [
          {
            code: 'meetings.reason_placed_twice',
            params: { meeting: idOf(facts.meetings, meeting), count: placements.length },
            meetings: [meeting],
            participants: [...(facts.meetings[meeting]?.participants ?? [])],
            hard: true,
            weight: placements.length - 1,
          },
        ],
  );
