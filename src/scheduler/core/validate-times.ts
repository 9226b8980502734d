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

/** Meetings that would have to be before themselves: those that remain when meetings without predecessors are taken away again and again. */
export const orderProblems = (facts: Facts, report: Report): void => {
  const waiting = facts.meetings.map(() => 0);
  const followers = facts.meetings.map((): number[] => []);
  for (const { earlier, later } of facts.precedences) {
    waiting[later] = (waiting[later] ?? 0) + 1;
    followers[earlier]?.push(later);
  }
  const free = waiting.flatMap((count, meeting) => (count === 0 ? [meeting] : []));
  for (let at = 0; at < free.length; at += 1) {
    for (const later of followers[free[at] ?? -1] ?? []) {
      const left = (waiting[later] ?? 0) - 1;
      waiting[later] = left;
      if (left === 0) free.push(later);
    }
  }
  const inCircle = new Set(waiting.flatMap((count, meeting) => (count > 0 ? [meeting] : [])));
  facts.precedences.forEach(({ earlier, later }, at) => {
    if (!inCircle.has(earlier) || !inCircle.has(later)) return;
    report(['precedences', at], 'meetings.facts_order_circle', { meeting: facts.meetings[later]?.id ?? later });
  });
};
