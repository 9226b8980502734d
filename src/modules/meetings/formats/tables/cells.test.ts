import { expect, test } from 'vitest';
import { dayOf } from './cells.ts';

test('a day is read as a spreadsheet stores it and as people write it; what is none, or may be two, stays as it is', () => {
  expect([46332, '2026-11-06', '2026年11月6日', '6 Nov 2026'].map(dayOf)).toEqual(Array.from({ length: 4 }, () => '2026-11-06'));
  expect(['3/4/2026', '2026-11', 'about 2026-11-06', 'Friday'].map(dayOf)).toEqual(['3/4/2026', '2026-11', 'about 2026-11-06', 'Friday']);
});
