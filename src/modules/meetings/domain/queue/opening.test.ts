import { expect, test } from 'vitest';
import { lengthProblems } from './opening.ts';

test('a length is refused at its own field and for what is wrong with it', () => {
  const told = (shortest: number, usual: number, longest: number) =>
    lengthProblems({ shortest, usual, longest }).map(({ path, code }) => [path[1], code]);
  expect(told(40, 20, 30)).toEqual([['shortest', 'meetings.queue_shortest_above']]);
  expect([told(20, 10, 30), told(20, 40, 30)]).toEqual([
    [['usual', 'meetings.queue_bad_lengths']],
    [['usual', 'meetings.queue_bad_lengths']],
  ]);
  expect([told(20, 20, 30), told(20, 30, 30), told(20, 20, 20)]).toEqual([[], [], []]);
});
