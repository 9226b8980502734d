// Problems of slots (lengths, order, overlap) and of the order of meetings (circles).

import type { Problem } from '#kernel/result.ts';
import type { Facts } from './model.ts';

type Report = (path: Problem['path'], code: string, params?: Problem['params']) => void;

/** Slots need whole minutes, a positive length, and stand in order without overlap. */
export const slotProblems = (facts: Facts, report: Report): void => {
  facts.slots.forEach(({ id, day, session, startMinute, lengthMinutes }, at) => {
    const check = (field: string, value: number, least: number, most: number): void => {
      if (!Number.isInteger(value) || value < least || value > most) {
        report(['slots', at, field], 'meetings.facts_bad_number', { value, least, most });
      }
    };
    check('day', day, 0, 3_660);
    check('session', session, 0, 1_000);
    check('startMinute', startMinute, 0, 2_880);
    check('lengthMinutes', lengthMinutes, 1, 1_440);
    const before = facts.slots[at - 1];
    if (before === undefined) return;
    const begins = day * 1_440 + startMinute;
    const other = before.id;
    if (begins < before.day * 1_440 + before.startMinute) report(['slots', at], 'meetings.facts_slots_unsorted', { slot: id, other });
    else if (begins < before.day * 1_440 + before.startMinute + before.lengthMinutes) {
      report(['slots', at], 'meetings.facts_slots_overlap', { slot: id, other });
    }
  });
};

/** Of the given arrows, those left when things that no arrow points to are taken away again and again. */
const withoutSources = (arrows: Facts['precedences']): Facts['precedences'] => {
  const waiting = new Map<number, number>();
  const followers = new Map<number, number[]>();
  for (const { earlier, later } of arrows) {
    waiting.set(later, (waiting.get(later) ?? 0) + 1);
    const after = followers.get(earlier);
    if (after === undefined) followers.set(earlier, [later]);
    else after.push(later);
  }
  const free = [...followers.keys()].filter((meeting) => !waiting.has(meeting));
  const gone = new Set(free);
  for (const meeting of free) {
    for (const later of followers.get(meeting) ?? []) {
      const left = (waiting.get(later) ?? 0) - 1;
      waiting.set(later, left);
      if (left === 0 && !gone.has(later)) {
        gone.add(later);
        free.push(later);
      }
    }
  }
  return arrows.filter(({ earlier }) => !gone.has(earlier));
};

const turned = (arrows: Facts['precedences']): Facts['precedences'] =>
  arrows.map(({ earlier, later }) => ({ earlier: later, later: earlier }));

/** Orders that lead, over others, back to themselves: what is left when beginnings and ends are taken away. */
export const orderProblems = (facts: Facts, report: Report): void => {
  const left = turned(withoutSources(turned(withoutSources(facts.precedences))));
  const inCircle = new Set(left.map(({ earlier, later }) => `${earlier} ${later}`));
  facts.precedences.forEach(({ earlier, later }, at) => {
    if (!inCircle.has(`${earlier} ${later}`)) return;
    report(['precedences', at], 'meetings.facts_order_circle', { meeting: facts.meetings[later]?.id ?? later });
  });
};
