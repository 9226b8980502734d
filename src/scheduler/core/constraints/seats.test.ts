import { expect, test } from 'vitest';
import { draftOf } from '../draft.ts';
import { factsFrom, placed } from '../facts-fixture.ts';
import { enoughSeats } from './seats.ts';

const meetings = [{ participants: [0, 1] }, { participants: [0, 2], lengthSlots: 2 }, { participants: [1, 2] }];

test('names the participant who is in more meetings than they have seats', () => {
  const facts = factsFrom({ participants: [{}, {}, {}], meetings });
  expect(enoughSeats(draftOf(facts, [placed(0, 1, 0), placed(1, 0, 1), placed(2, 2, 0)]))).toEqual([
    {
      code: 'meetings.reason_seat_taken',
      params: { participant: 'p0', slot: 's1', count: 2, seats: 1 },
      meetings: [1, 0],
      participants: [0],
      slot: 1,
      hard: true,
      weight: 1,
    },
  ]);
});

test('a second seat takes a second meeting at the same time', () => {
  const facts = factsFrom({ participants: [{ seats: 2 }, {}, {}], meetings });
  expect(enoughSeats(draftOf(facts, [placed(0, 1, 0), placed(1, 0, 1)]))).toEqual([]);
});
