import { expect, test } from 'vitest';
import { draftOfSlot, draftProblems, readClock, sentOfDrafts, type SlotDraft } from './draft.ts';

const edition = { timeZone: 'Asia/Shanghai', firstDay: '2019-11-06', lastDay: '2019-11-06' };
const row = (from: string, until: string): SlotDraft => ({ key: from, date: '2019-11-06', from, until, session: 1 });

test('rows are sent as instants of the venue’s clock', () => {
  expect(sentOfDrafts('Asia/Shanghai', [row('09:30', '09:50')])).toEqual([
    { startsAt: '2019-11-06T01:30:00Z', endsAt: '2019-11-06T01:50:00Z', session: 1 },
  ]);
});

test('a slot becomes the row it came from', () => {
  const slot = { start: Date.parse('2019-11-06T01:30:00Z'), end: Date.parse('2019-11-06T01:50:00Z'), session: 2 };
  expect(draftOfSlot('Asia/Shanghai', slot, 'a')).toEqual({ key: 'a', date: '2019-11-06', from: '09:30', until: '09:50', session: 2 });
});

test('an end at midnight is the end of the day', () => {
  expect(sentOfDrafts('Asia/Shanghai', [row('23:40', '00:00')])[0]?.endsAt).toBe('2019-11-06T16:00:00Z');
  expect(draftProblems(edition, [row('23:40', '00:00')])).toEqual([]);
});

test('all problems are told at once, each at its row, also behind an unfinished one', () => {
  expect(draftProblems(edition, [row('', ''), row('09:30', '09:50'), row('09:40', '10:00'), row('11:00', '10:00')])).toEqual([
    { path: ['slots', 0, 'startsAt'], code: 'kernel.required' },
    { path: ['slots', 0, 'endsAt'], code: 'kernel.required' },
    { path: ['slots', 3, 'endsAt'], code: 'expos.slot_ends_before_start' },
    { path: ['slots', 2], code: 'expos.slot_overlaps', params: { other: 2 } },
  ]);
});

test('times are read as people type them', () => {
  expect(['9:30', '930', '0930', '9.30', '９', '24:00', '9:60', ''].map(readClock)).toEqual([
    '09:30',
    '09:30',
    '09:30',
    '09:30',
    null,
    null,
    null,
    null,
  ]);
});
