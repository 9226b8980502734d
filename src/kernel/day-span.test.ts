import { expect, test } from 'vitest';
import { daySpan } from './day-span.ts';

const spans = (firstDay: string, lastDay: string) =>
  (['en', 'zh-Hans'] as const).map((language) => daySpan(language, { firstDay, lastDay }).replace(/\s/gu, ' '));

test('days of one month and of one year name it once, in either language', () => {
  expect(spans('2026-12-01', '2026-12-02')).toEqual(['1 – 2 December 2026', '2026年12月1日至2日']);
  expect(spans('2026-11-30', '2026-12-02')).toEqual(['30 November – 2 December 2026', '2026年11月30日至12月2日']);
  expect(spans('2026-12-31', '2027-01-01')).toEqual(['31 December 2026 – 1 January 2027', '2026年12月31日至2027年1月1日']);
  expect(spans('2026-12-01', '2026-12-01')).toEqual(['1 December 2026', '2026年12月1日']);
});
