import { expect, test } from 'vitest';
import { draftOf } from '../draft.ts';
import { factsFrom, placed, slotsOf } from '../facts-fixture.ts';
import { fairBreaks, fewBreaks } from './breaks.ts';
import { littleWalking, metAtStand, placesKept } from './movement.ts';

const three = [{ participants: [0, 1] }, { participants: [0, 2] }, { participants: [0, 3] }];
const people = [{}, {}, {}, {}];

test('a break is a group of idle slots between meetings, however many', () => {
  const facts = factsFrom({ slots: slotsOf(8), participants: people, meetings: three });
  expect(fewBreaks(draftOf(facts, [placed(0, 3), placed(1, 4), placed(2, 5)]))).toEqual([]);
  expect(fewBreaks(draftOf(facts, [placed(0, 0), placed(1, 4), placed(2, 7)]))).toEqual([
    {
      code: 'meetings.reason_breaks',
      params: { participant: 'p0', count: 2 },
      meetings: [],
      participants: [0],
      hard: false,
      weight: 2,
    },
  ]);
});

test('the night between two days is no break', () => {
  const slots = slotsOf(6, (slot) => ({ day: slot < 3 ? 0 : 1, startMinute: 540 + 30 * (slot % 3) }));
  const facts = factsFrom({ slots, participants: people, meetings: three });
  expect(fewBreaks(draftOf(facts, [placed(0, 0), placed(1, 1), placed(2, 5)]))).toEqual([]);
});

test('breaks that differ by more than is fair are named', () => {
  const facts = factsFrom({ slots: slotsOf(8), participants: people, meetings: three, maxBreakSpread: 1 });
  expect(fairBreaks(draftOf(facts, [placed(0, 0), placed(1, 2), placed(2, 3)]))).toEqual([]);
  expect(fairBreaks(draftOf(facts, [placed(0, 0), placed(1, 2), placed(2, 4)]))).toEqual([
    {
      code: 'meetings.reason_breaks_uneven',
      params: { participant: 'p0', count: 2, least: 0, spread: 1 },
      meetings: [],
      participants: [0],
      hard: false,
      weight: 1,
    },
  ]);
});

test('only who is seated minds changing places', () => {
  const facts = factsFrom({ participants: [{ seated: true }, {}, {}, {}], meetings: three });
  expect(placesKept(draftOf(facts, [placed(0, 0, 1), placed(1, 2, 1), placed(2, 3, 1)]))).toEqual([]);
  expect(placesKept(draftOf(facts, [placed(0, 0, 0), placed(1, 2, 1), placed(2, 3, 0)]))).toEqual([
    {
      code: 'meetings.reason_place_changes',
      params: { participant: 'p0', count: 2 },
      meetings: [],
      participants: [0],
      hard: false,
      weight: 2,
    },
  ]);
});

test('a meeting away from the stand of its participant is named, one at the stand of the other is not', () => {
  const places = [{ owner: 0 }, { owner: 1 }, {}];
  const facts = factsFrom({ participants: [{ ownPlace: 0 }, { ownPlace: 1 }, {}, {}], meetings: three, places });
  expect(metAtStand(draftOf(facts, [placed(0, 0, 0), placed(1, 1, 0)]))).toEqual([]);
  expect(metAtStand(draftOf(facts, [placed(1, 1, 2)]))).toEqual([
    {
      code: 'meetings.reason_away_from_stand',
      params: { participant: 'p0', place: 't2', meeting: 'm1' },
      meetings: [1],
      participants: [0],
      slot: 1,
      place: 2,
      hard: false,
      weight: 1,
    },
  ]);
});

test('walks are added up, and those longer than the pause are named', () => {
  const slots = slotsOf(3, (slot) => (slot === 2 ? { startMinute: 610 } : {}));
  const walkingMinutes = [
    [0, 8],
    [8, 0],
  ];
  const places = [{ zone: 0 }, { zone: 1 }];
  const facts = factsFrom({ slots, participants: people, meetings: three, places, walkingMinutes });
  expect(littleWalking(draftOf(facts, [placed(0, 0, 0), placed(1, 1, 1), placed(2, 2, 0)]))).toEqual([
    {
      code: 'meetings.reason_walk_too_long',
      params: { participant: 'p0', earlier: 'm0', later: 'm1', minutes: 8, pause: 0 },
      meetings: [0, 1],
      participants: [0],
      slot: 1,
      hard: false,
      weight: 8,
    },
    {
      code: 'meetings.reason_walk',
      params: { participant: 'p0', minutes: 16 },
      meetings: [],
      participants: [0],
      hard: false,
      weight: 16,
    },
  ]);
});
