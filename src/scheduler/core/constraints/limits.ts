import type { Draft } from '../draft.ts';
import type { Reason } from '../model.ts';

/** Nobody has more meetings than they allow. */
export const withinLimits = ({ facts, ofParticipant }: Draft): readonly Reason[] =>
  facts.participants.flatMap(({ id, maxMeetings }, participant) => {
    const placements = ofParticipant[participant] ?? [];
    if (maxMeetings === null || placements.length <= maxMeetings) return [];
    return [
      {
        code: 'meetings.reason_too_many_meetings',
        params: { participant: id, count: placements.length, max: maxMeetings },
        meetings: placements.map(({ meeting }) => meeting),
        participants: [participant],
        hard: true,
        weight: placements.length - maxMeetings,
      },
    ];
  });

/** Everybody has the meetings they were promised at least. */
export const minimaReached = ({ facts, ofParticipant }: Draft): readonly Reason[] =>
  facts.participants.flatMap(({ id, minMeetings }, participant) => {
    const count = ofParticipant[participant]?.length ?? 0;
    if (count >= minMeetings) return [];
    return [
      {
        code: 'meetings.reason_too_few_meetings',
        params: { participant: id, count, min: minMeetings },
        meetings: [],
        participants: [participant],
        hard: false,
        weight: minMeetings - count,
      },
    ];
  });
