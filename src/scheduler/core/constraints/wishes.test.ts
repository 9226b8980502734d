import { expect, test } from 'vitest';
import { draftOf } from '../draft.ts';
import { factsFrom, placed } from '../facts-fixture.ts';
import { minimaReached, withinLimits } from './limits.ts';
import { mustsPlaced, wantsPlaced } from './wishes.ts';

const meetings = [{ participants: [0, 1], must: true }, { participants: [0, 2], weight: 3 }, { participants: [1, 2] }];

test('nobody has more meetings than they allow', () => {
  const facts = factsFrom({ participants: [{ maxMeetings: 1 }, {}, {}], meetings });
  expect(withinLimits(draftOf(facts, [placed(0, 0), placed(2, 1)]))).toEqual([]);
  expect(withinLimits(draftOf(facts, [placed(0, 0), placed(1, 1)]))).toEqual([
    {
      code: 'meetings.reason_too_many_meetings',
      params: { participant: 'p0', count: 2, max: 1 },
      meetings: [0, 1],
      participants: [0],
      hard: true,
      weight: 1,
    },
  ]);
});

test('a missed minimum counts each missing meeting', () => {
  const facts = factsFrom({ participants: [{}, {}, { minMeetings: 2 }], meetings });
  expect(minimaReached(draftOf(facts, [placed(1, 0), placed(2, 1)]))).toEqual([]);
  expect(minimaReached(draftOf(facts, [placed(0, 0)]))).toEqual([
    {
      code: 'meetings.reason_too_few_meetings',
      params: { participant: 'p2', count: 0, min: 2 },
      meetings: [],
      participants: [2],
      hard: false,
      weight: 2,
    },
  ]);
});

test('musts and wants that are not placed are named apart, wants with their weight', () => {
  const draft = draftOf(factsFrom({ participants: [{}, {}, {}], meetings }), [placed(2, 0)]);
  const soft = { hard: false };
  expect(mustsPlaced(draft)).toEqual([
    { ...soft, code: 'meetings.reason_must_unplaced', params: { meeting: 'm0' }, meetings: [0], participants: [0, 1], weight: 1 },
  ]);
  expect(wantsPlaced(draft)).toEqual([
    {
      ...soft,
      code: 'meetings.reason_want_unplaced',
      params: { meeting: 'm1', weight: 3 },
      meetings: [1],
      participants: [0, 2],
      weight: 3,
    },
  ]);
});
