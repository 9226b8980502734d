import { expect, test } from 'vitest';
import { draftOf } from '../draft.ts';
import { factsFrom, placed } from '../facts-fixture.ts';
import { ownersOnly, placeCapacity, placeForOne, placeOpen } from './places.ts';

const people = [{}, {}, {}, {}, {}, {}];
const meetings = [{ participants: [0, 1] }, { participants: [2, 3] }, { participants: [4, 5] }];

test('a table holds one meeting at a time', () => {
  const facts = factsFrom({ participants: people, meetings });
  expect(placeForOne(draftOf(facts, [placed(0, 1, 0), placed(1, 1, 0), placed(2, 1, 1)]))).toEqual([
    {
      code: 'meetings.reason_place_taken',
      params: { place: 't0', slot: 's1', count: 2 },
      meetings: [0, 1],
      participants: [],
      slot: 1,
      place: 0,
      hard: true,
      weight: 1,
    },
  ]);
});

test('a place for two holds two meetings and not three', () => {
  const facts = factsFrom({ participants: people, meetings, places: [{ capacity: 2 }] });
  expect(placeCapacity(draftOf(facts, [placed(0, 1), placed(1, 1)]))).toEqual([]);
  expect(placeCapacity(draftOf(facts, [placed(0, 1), placed(1, 1), placed(2, 1)]))).toEqual([
    {
      code: 'meetings.reason_place_full',
      params: { place: 't0', slot: 's1', count: 3, capacity: 2 },
      meetings: [0, 1, 2],
      participants: [],
      slot: 1,
      place: 0,
      hard: true,
      weight: 1,
    },
  ]);
  expect(placeForOne(draftOf(facts, [placed(0, 1), placed(1, 1), placed(2, 1)]))).toEqual([]);
});

test('a closed table is named with the slot in which it is closed', () => {
  const facts = factsFrom({ participants: people, meetings: [{ participants: [0, 1], lengthSlots: 2 }], places: [{ closedSlots: [2] }] });
  expect(placeOpen(draftOf(facts, [placed(0, 0)]))).toEqual([]);
  expect(placeOpen(draftOf(facts, [placed(0, 1)]))).toEqual([
    {
      code: 'meetings.reason_place_closed',
      params: { place: 't0', slot: 's2', meeting: 'm0' },
      meetings: [0],
      participants: [],
      slot: 2,
      place: 0,
      hard: true,
      weight: 1,
    },
  ]);
});

test('a stand serves its owner only', () => {
  const facts = factsFrom({ participants: people, meetings, places: [{ owner: 0 }] });
  expect(ownersOnly(draftOf(facts, [placed(0, 0)]))).toEqual([]);
  expect(ownersOnly(draftOf(facts, [placed(1, 0)]))).toEqual([
    {
      code: 'meetings.reason_foreign_stand',
      params: { place: 't0', participant: 'p0', meeting: 'm1' },
      meetings: [1],
      participants: [0],
      slot: 0,
      place: 0,
      hard: true,
      weight: 1,
    },
  ]);
});
