import { expect, test } from 'vitest';
import { dayProblems, straySlotProblems } from './edition.ts';

test('accepts one day and refuses days in the wrong order', () => {
  expect(dayProblems({ firstDay: '2019-11-05', lastDay: '2019-11-05' })).toEqual([]);
  expect(dayProblems({ firstDay: '2019-11-05', lastDay: '2019-11-04' })).toEqual([
    { path: ['lastDay'], code: 'expos.last_day_before_first' },
  ]);
});

test('accepts sixty days and refuses the sixty-first', () => {
  expect(dayProblems({ firstDay: '2019-11-01', lastDay: '2019-12-30' })).toEqual([]);
  expect(dayProblems({ firstDay: '2019-11-01', lastDay: '2019-12-31' })).toEqual([
    { path: ['lastDay'], code: 'expos.edition_too_long', params: { max: 60 } },
  ]);
});

test('counts the slots that other days or another zone would leave outside', () => {
  const slot = (hour: number) => ({ start: Date.UTC(2019, 10, 6, hour), end: Date.UTC(2019, 10, 6, hour, 30) });
  const days = { firstDay: '2019-11-06', lastDay: '2019-11-06' };
  expect(straySlotProblems({ ...days, timeZone: 'Asia/Shanghai' }, [slot(1), slot(15)])).toEqual([]);
  expect(straySlotProblems({ ...days, timeZone: 'America/Los_Angeles' }, [slot(1), slot(15)])).toEqual([
    { path: ['lastDay'], code: 'expos.slots_outside_edition', params: { count: 1 } },
  ]);
});
