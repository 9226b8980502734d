import type { Draft } from '../draft.ts';
import type { Reason } from '../model.ts';

/** Every must is placed. */
export const mustsPlaced = ({ facts, ofMeeting }: Draft): readonly Reason[] =>
  facts.meetings.flatMap(({ id, must, participants }, meeting) =>
    !must || (ofMeeting[meeting]?.length ?? 0) > 0
      ? []
      : [
          {
            code: 'meetings.reason_must_unplaced',
            params: { meeting: id },
            meetings: [meeting],
            participants: [...participants],
            hard: false,
            weight: 1,
          },
        ],
  );

/** As much weight of wants as possible is placed. */
export const wantsPlaced = ({ facts, ofMeeting }: Draft): readonly Reason[] =>
  facts.meetings.flatMap(({ id, must, weight, participants }, meeting) =>
    must || (ofMeeting[meeting]?.length ?? 0) > 0
      ? []
      : [
          {
            code: 'meetings.reason_want_unplaced',
            params: { meeting: id, weight },
            meetings: [meeting],
            participants: [...participants],
            hard: false,
            weight,
          },
        ],
  );
