import { expect, test } from 'vitest';
import { draftOf } from '../draft.ts';
import { factsFrom, placed, slotsOf } from '../facts-fixture.ts';
import { allowedSlotsOnly, withinSession } from './allowed-slots.ts';
import { everyoneThere } from './availability.ts';
import { pinsKept } from './pins.ts';
import { orderKept } from './precedence.ts';

const people = [{}, {}];

test('names who is away, and in which slot of a long meeting', () => {
  const facts = factsFrom({ participants: [{ unavailableSlots: [1] }, {}], meetings: [{ participants: [0, 1], lengthSlots: 2 }] });
  expect(everyoneThere(draftOf(facts, [placed(0, 2)]))).toEqual([]);
  expect(everyoneThere(draftOf(facts, [placed(0, 0)]))).toEqual([
    {
      code: 'meetings.reason_unavailable',
      params: { participant: 'p0', slot: 's1', meeting: 'm0' },
      meetings: [0],
      participants: [0],
      slot: 1,
      hard: true,
      weight: 1,
    },
  ]);
});

test('a meeting stays within the slots it allows, to its end', () => {
  const facts = factsFrom({ participants: people, meetings: [{ participants: [0, 1], lengthSlots: 2, allowedSlots: [0, 1] }] });
  expect(allowedSlotsOnly(draftOf(facts, [placed(0, 0)]))).toEqual([]);
  expect(allowedSlotsOnly(draftOf(facts, [placed(0, 1)]))).toEqual([
    {
      code: 'meetings.reason_slot_not_allowed',
      params: { meeting: 'm0', slot: 's1' },
      meetings: [0],
      participants: [0, 1],
      slot: 1,
      hard: true,
      weight: 1,
    },
  ]);
});

test('a long meeting does not run from one session into the next', () => {
  const slots = slotsOf(4, (slot) => ({ session: slot < 2 ? 1 : 2 }));
  const facts = factsFrom({ slots, participants: people, meetings: [{ participants: [0, 1], lengthSlots: 2 }] });
  expect(withinSession(draftOf(facts, [placed(0, 0)]))).toEqual([]);
  expect(withinSession(draftOf(facts, [placed(0, 1)]))).toEqual([
    {
      code: 'meetings.reason_runs_over',
      params: { meeting: 'm0', slot: 's1', length: 2 },
      meetings: [0],
      participants: [0, 1],
      slot: 1,
      hard: true,
      weight: 1,
    },
  ]);
  expect(withinSession(draftOf(facts, [placed(0, 3)]))).toHaveLength(1);
});

test('what must come first has ended before the other begins', () => {
  const facts = factsFrom({
    participants: people,
    meetings: [{ participants: [0, 1], lengthSlots: 2 }, { participants: [0, 1] }],
    precedences: [{ earlier: 0, later: 1 }],
  });
  expect(orderKept(draftOf(facts, [placed(0, 0), placed(1, 2)]))).toEqual([]);
  expect(orderKept(draftOf(facts, [placed(1, 0)]))).toEqual([]);
  expect(orderKept(draftOf(facts, [placed(0, 0), placed(1, 1)]))).toEqual([
    {
      code: 'meetings.reason_order',
      params: { earlier: 'm0', later: 'm1' },
      meetings: [0, 1],
      participants: [],
      slot: 1,
      hard: true,
      weight: 1,
    },
  ]);
});

test('a pinned meeting keeps its slot and its place', () => {
  const facts = factsFrom({ participants: people, meetings: [{ participants: [0, 1], pinnedSlot: 2, pinnedPlace: 1 }] });
  const common = { meetings: [0], participants: [0, 1], hard: true, weight: 1, slot: 0 };
  expect(pinsKept(draftOf(facts, [placed(0, 2, 1)]))).toEqual([]);
  expect(pinsKept(draftOf(facts, []))).toEqual([]);
  expect(pinsKept(draftOf(facts, [placed(0, 0, 0)]))).toEqual([
    { ...common, code: 'meetings.reason_pin_slot', params: { meeting: 'm0', slot: 's2' } },
    { ...common, code: 'meetings.reason_pin_place', params: { meeting: 'm0', place: 't1' }, place: 0 },
  ]);
});
