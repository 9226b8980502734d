import { expect, test } from 'vitest';
import { draftOf } from '../draft.ts';
import { factsFrom, placed } from '../facts-fixture.ts';
import { placedOnce } from './placed-once.ts';

test('names a meeting that is placed twice', () => {
  const facts = factsFrom({ participants: [{}, {}], meetings: [{ participants: [0, 1] }] });
  expect(placedOnce(draftOf(facts, [placed(0, 0), placed(0, 2)]))).toEqual([
    {
      code: 'meetings.reason_placed_twice',
      params: { meeting: 'm0', count: 2 },
      meetings: [0],
      participants: [0, 1],
      hard: true,
      weight: 1,
    },
  ]);
  expect(placedOnce(draftOf(facts, [placed(0, 0)]))).toEqual([]);
});
