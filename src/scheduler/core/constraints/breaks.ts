import { lengthOf, type Draft } from '../draft.ts';
import type { Reason } from '../model.ts';

/** Groups of idle slots between a participant's meetings, day by day; their placements are sorted by slot. */
const breaksOf = ({ facts, ofParticipant }: Draft, participant: number): number => {
  let breaks = 0;
  let lastBusy = -1;
  for (const { meeting, slot } of ofParticipant[participant] ?? []) {
    if (lastBusy >= 0 && slot > lastBusy + 1 && facts.slots[slot]?.day === facts.slots[lastBusy]?.day) breaks += 1;
    lastBusy = Math.max(lastBusy, slot + lengthOf(facts, meeting) - 1);
  }
  return breaks;
};

/** Nobody waits between meetings. */
export const fewBreaks = (draft: Draft): readonly Reason[] =>
  draft.facts.participants.flatMap(({ id }, participant) => {
    const count = breaksOf(draft, participant);
    if (count === 0) return [];
    return [
      {
        code: 'meetings.reason_breaks',
        params: { participant: id, count },
        meetings: [],
        participants: [participant],
        hard: false,
        weight: count,
      },
    ];
  });

/** Breaks are shared fairly: nobody has many more of them than another. */
export const fairBreaks = (draft: Draft): readonly Reason[] => {
  const spread = draft.facts.maxBreakSpread;
  if (spread === null || draft.facts.participants.length === 0) return [];
  const counts = draft.facts.participants.map((_, participant) => breaksOf(draft, participant));
  const least = counts.reduce((a, b) => Math.min(a, b));
  return counts.flatMap((count, participant) =>
    count <= least + spread
      ? []
      : [
          {
            code: 'meetings.reason_breaks_uneven',
            params: { participant: draft.facts.participants[participant]?.id ?? '', count, least, spread },
            meetings: [],
            participants: [participant],
            hard: false,
            weight: count - least - spread,
          },
        ],
  );
};
