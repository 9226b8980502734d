import { slotsOf, type Draft } from '../draft.ts';
import type { Reason } from '../model.ts';

/** Groups of idle slots between a participant's meetings, day by day. */
const breaksOf = ({ facts, ofParticipant }: Draft, participant: number): number => {
  const busy = new Set((ofParticipant[participant] ?? []).flatMap((placement) => slotsOf(facts, placement)));
  const sorted = [...busy].sort((a, b) => a - b);
  let breaks = 0;
  for (let at = 1; at < sorted.length; at += 1) {
    const before = sorted[at - 1] ?? 0;
    const now = sorted[at] ?? 0;
    if (now > before + 1 && facts.slots[now]?.day === facts.slots[before]?.day) breaks += 1;
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
