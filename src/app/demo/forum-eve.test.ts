import { expect, test } from 'vitest';
import { checkFile } from '#modules/meetings/domain/file/check.ts';
import { forumEveAt } from './forum-eve.ts';

const clocks = (now: string) => forumEveAt(Date.parse(now)).slots.map(({ date, start, end }) => `${date.slice(8)} ${start}-${end}`);

test('around the moment of entering one slot is over, one goes on and two are to come', () => {
  expect(clocks('2026-11-25T06:03:00Z')).toEqual(['25 12:25-13:10', '25 13:50-14:50', '25 15:00-15:45', '25 16:00-16:45']);
});

test('over midnight each slot stays within its day, and the one that goes on still does', () => {
  expect(clocks('2026-11-25T15:40:00Z')).toEqual(['25 22:05-22:50', '25 23:30-23:59', '26 00:40-01:25', '26 01:40-02:25']);
  expect(clocks('2026-11-25T16:05:00Z')).toEqual(['25 22:30-23:15', '26 00:00-00:55', '26 01:05-01:50', '26 02:05-02:50']);
});

test.each(['2026-11-25T06:03:00Z', '2026-11-25T13:17:00Z', '2026-11-25T15:40:00Z', '2026-11-25T16:59:00Z'])('it is sound at %s', (now) => {
  const edition = forumEveAt(Date.parse(now));
  expect(checkFile(edition)).toEqual({ ok: true, value: edition });
});
