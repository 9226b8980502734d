import { expect, test } from 'vitest';
import { draftOf } from '../draft.ts';
import type { Facts, Rest } from '../model.ts';
import { factsFrom, placed, slotsOf } from '../facts-fixture.ts';
import { interpreterFits, interpreterFree, interpreterRested, interpreterThere, understood } from './interpreters.ts';

const people = [{ languages: ['zh'] }, { languages: ['en', 'fr'] }, { languages: ['en', 'zh'] }, {}];
const meetings = [{ participants: [0, 1] }, { participants: [1, 2] }, { participants: [0, 3] }];

test('who have no language in common need an interpreter; who are not known to have none do not', () => {
  const facts = factsFrom({ participants: people, meetings, resources: [{ languages: ['zh', 'fr'] }] });
  expect(understood(draftOf(facts, [placed(0, 0, 0, 0), placed(1, 1), placed(2, 2)]))).toEqual([]);
  expect(understood(draftOf(facts, [placed(0, 0), placed(1, 1), placed(2, 2)]))).toEqual([
    {
      code: 'meetings.reason_no_common_language',
      params: { meeting: 'm0', participant: 'p0', other: 'p1' },
      meetings: [0],
      participants: [0, 1],
      slot: 0,
      hard: true,
      weight: 1,
    },
  ]);
});

test('an interpreter shares a language with each side', () => {
  const facts = factsFrom({ participants: people, meetings, resources: [{ languages: ['zh', 'ja'] }] });
  expect(interpreterFits(draftOf(facts, [placed(0, 0, 0, 0)]))).toEqual([
    {
      code: 'meetings.reason_interpreter_unfit',
      params: { meeting: 'm0', resource: 'i0' },
      meetings: [0],
      participants: [0, 1],
      slot: 0,
      resource: 0,
      hard: true,
      weight: 1,
    },
  ]);
});

test('an interpreter is in one meeting at a time', () => {
  const facts = factsFrom({ participants: people, meetings, resources: [{ languages: ['zh', 'fr'] }] });
  expect(interpreterFree(draftOf(facts, [placed(0, 0, 0, 0), placed(1, 0, 1, 0)]))).toEqual([
    {
      code: 'meetings.reason_interpreter_taken',
      params: { resource: 'i0', slot: 's0', count: 2 },
      meetings: [0, 1],
      participants: [],
      slot: 0,
      resource: 0,
      hard: true,
      weight: 1,
    },
  ]);
});

test('an interpreter is there, and only at their own place', () => {
  const facts = factsFrom({ participants: people, meetings, resources: [{ languages: ['zh', 'fr'], unavailableSlots: [1], place: 1 }] });
  const common = { meetings: [0], participants: [], resource: 0, hard: true, weight: 1, slot: 1 };
  expect(interpreterThere(draftOf(facts, [placed(0, 0, 1, 0)]))).toEqual([]);
  expect(interpreterThere(draftOf(facts, [placed(0, 1, 0, 0)]))).toEqual([
    { ...common, code: 'meetings.reason_interpreter_unavailable', params: { resource: 'i0', slot: 's1', meeting: 'm0' } },
    { ...common, code: 'meetings.reason_interpreter_elsewhere', params: { resource: 'i0', place: 't1', meeting: 'm0' }, place: 0 },
  ]);
});

test('nobody interprets longer than agreed without a rest; what they interpret besides counts', () => {
  const strangers = Array.from({ length: 4 }, () => ({ participants: [0, 1] }));
  const factsWith = (standing: Rest['standing']) =>
    factsFrom({
      ...{ participants: people, meetings: strangers, slots: slotsOf(5) },
      resources: [{ languages: ['zh', 'fr'], rest: { longestMinutes: 60, restMinutes: 30, standing } }],
    });
  const found = (facts: Facts, ...slots: readonly number[]) =>
    interpreterRested(
      draftOf(
        facts,
        slots.map((slot, meeting) => placed(meeting, slot, 0, 0)),
      ),
    ).map(({ params, meetings: of }) => [params, of]);
  const plain = factsWith([]);
  expect(found(plain, 0, 1, 3, 4)).toEqual([]);
  expect(found(plain, 0, 1, 2)).toEqual([[{ resource: 'i0', minutes: 90, max: 60, rest: 30 }, [0, 1, 2]]]);
  // A forum until ten minutes before the first slot leaves no rest.
  const forum = factsWith([{ day: 0, startMinute: 500, endMinute: 530 }]);
  expect(found(forum, 0)).toEqual([[{ resource: 'i0', minutes: 70, max: 60, rest: 30 }, [0]]]);
  expect(found(forum, 1, 2)).toEqual([]);
});
