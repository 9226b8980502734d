import { expect, test } from 'vitest';
import { oneOfEach } from './compose-briefing.ts';

const asked = (key: string, about: 'answer_outcome' | 'said', title: string, since: string) => ({
  ...{ key, about, title: { en: { text: title, origin: 'human' as const } }, attribute: null },
  ...{ turn: 'ours' as const, due: null, late: false, since },
});

test('answers asked of one thing are one line with how many there are and since when; what else reads alike stays apart', () => {
  const open = [
    asked('1', 'answer_outcome', 'Terminal', '2026-12-01'),
    asked('2', 'answer_outcome', 'Terminal', '2026-11-20'),
    asked('3', 'answer_outcome', 'Bridge', '2026-11-30'),
    asked('4', 'said', 'Terminal', '2026-11-01'),
    asked('5', 'said', 'Terminal', '2026-11-02'),
  ];
  expect(oneOfEach(open).map(({ key, times, since }) => [key, times, since])).toEqual([
    ['1', 2, '2026-11-20'],
    ['3', 1, '2026-11-30'],
    ['4', 1, '2026-11-01'],
    ['5', 1, '2026-11-02'],
  ]);
  expect(
    oneOfEach([
      asked('1', 'answer_outcome', 'Terminal', '2026-12-01'),
      { ...asked('2', 'answer_outcome', 'Terminal', '2026-12-01'), turn: 'theirs' },
    ]),
  ).toHaveLength(2);
});
