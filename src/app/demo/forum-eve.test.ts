import { expect, test } from 'vitest';
import { checkFile } from '#modules/meetings/domain/file/check.ts';
import { forumEveAt } from './forum-eve.ts';

const clocks = (now: string) => forumEveAt(Date.parse(now)).slots.map(({ date, start, end }) => `${date.slice(8)} ${start}-${end}`);

test('around the moment of entering one slot is over, one goes on and two are to come', () => {
  expect(clocks('2026-11-25T06:03:00Z')).toEqual(['25 12:25-13:10', '25 13:50-14:50', '25 15:00-15:45', '25 16:00-16:45']);
});

// At every hour of a day, in winter and in summer.
const hours = ['2026-01-15', '2026-07-15'].flatMap((day) => Array.from({ length: 24 }, (_, hour) => Date.parse(day) + hour * 3_600_000));

test('it is held where it is day, and is sound', () => {
  const zones = new Set<string>();
  for (const now of hours) {
    const edition = forumEveAt(now + 59 * 60_000);
    zones.add(edition.edition.timeZone);
    expect(checkFile(edition)).toEqual({ ok: true, value: edition });
    expect(new Set(edition.slots.map(({ date }) => date)).size).toBe(1);
    expect([(edition.slots[0]?.start ?? '') >= '06:00', (edition.slots.at(-1)?.end ?? '~') <= '22:00']).toEqual([true, true]);
  }
  expect(zones.size).toBe(3);
});
