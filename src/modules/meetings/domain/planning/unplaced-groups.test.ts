import { expect, test } from 'vitest';
import { meetingOf, placedAt, smallEdition } from '../edition-fixture.ts';
import { plannerInput, toPlanner } from './planner-facts.ts';
import { factsWithMore, fewestFor, groupsOf } from './unplaced-groups.ts';

test('groups what has no place by what it lacks, the largest first', () => {
  // B01 speaks Chinese alone and there is no interpreter; t2 is closed in the first slot; E01 and B02 are never there at once.
  const edition = {
    ...smallEdition({
      B01: { languages: ['zh'] },
      E01: { away: [{ start: Date.UTC(2019, 10, 6, 2), end: Date.UTC(2019, 10, 6, 3), reason: '' }] },
      B02: { away: [{ start: Date.UTC(2019, 10, 6, 1), end: Date.UTC(2019, 10, 6, 2), reason: '' }], maxMeetings: 5 },
    }),
    interpreters: [],
  };
  const meetings = [meetingOf(1, 'E01', 'B01'), meetingOf(2, 'E02', 'B01'), meetingOf(3, 'E01', 'B02'), meetingOf(4, 'E02', 'B02')];
  const input = plannerInput(edition, { meetings, orders: [], pins: [] });
  expect(groupsOf(input.facts, [], [0, 1, 2, 3])).toEqual([
    { key: 'interpreter en zh', lack: 'interpreter', languages: ['en', 'zh'], meetings: [0, 1] },
    { key: 'time', lack: 'time', languages: null, meetings: [2] },
    { key: 'nothing', lack: 'nothing', languages: null, meetings: [3] },
  ]);
});

test('full tables, a limit that is reached and an interpreter who is busy are told apart', () => {
  const open = { closedSlots: [] };
  const edition = smallEdition({ B02: { languages: ['zh'] }, E01: { maxMeetings: 1 } });
  const oneTable = { ...edition, places: edition.places.filter(({ id }) => id === 't1').map((place) => ({ ...place, ...open })) };
  const meetings = [meetingOf(1, 'E01', 'B01'), meetingOf(2, 'E02', 'B02'), meetingOf(3, 'E01', 'B02'), meetingOf(4, 'E02', 'B01')];
  const input = plannerInput(oneTable, { meetings, orders: [], pins: [] });
  const held = toPlanner(input, [placedAt('m1', 's1', 't1')]);
  expect(groupsOf(input.facts, held, [2]).map(({ lack }) => lack)).toEqual(['limit']);
  // One meeting of two others fills the only table all day.
  const full = toPlanner(
    input,
    ['s1', 's2', 's3', 's4'].map((slot) => placedAt('m3', slot, 't1')),
  );
  expect(groupsOf(input.facts, full, [3]).map(({ lack }) => lack)).toEqual(['place']);
  const busy = { ...input.facts, resources: input.facts.resources.map((one) => ({ ...one, unavailableSlots: [0, 1, 2, 3] })) };
  expect(groupsOf(busy, [], [1]).map(({ key }) => key)).toEqual(['interpreter en zh']);
});

test('an interpreter who is free and has no rest left is a lack of its own', () => {
  const edition = smallEdition({ B01: { languages: ['zh'] }, B02: { languages: ['zh'] } });
  const interpreters = edition.interpreters.map((one) => ({ ...one, longestMinutes: 30 }));
  const meetings = [meetingOf(1, 'E01', 'B01'), meetingOf(2, 'E02', 'B01'), meetingOf(3, 'E01', 'B02')];
  const input = plannerInput({ ...edition, interpreters }, { meetings, orders: [], pins: [] });
  const by = { interpreterId: 'i1' };
  const held = toPlanner(input, [placedAt('m1', 's2', 't1', by), placedAt('m2', 's4', 't1', by)]);
  expect(groupsOf(input.facts, held, [2])).toMatchObject([{ key: 'rest en zh', lack: 'rest', languages: ['en', 'zh'] }]);
  expect(groupsOf(input.facts, held.slice(0, 1), [2])).toMatchObject([{ lack: 'nothing' }]);
});

test('more of what is lacking is added to the facts, at first the fewest that could do', () => {
  const input = plannerInput(smallEdition(), { meetings: [meetingOf(1, 'E01', 'B01')], orders: [], pins: [] });
  const group = { key: '', lack: 'interpreter', languages: ['de', 'zh'], meetings: [0, 1, 2, 3, 4] } as const;
  expect(fewestFor(input.facts, group)).toBe(2);
  expect(factsWithMore(input.facts, group, 2)?.resources).toHaveLength(3);
  expect(factsWithMore(input.facts, { lack: 'place', languages: null }, 2)?.places).toHaveLength(input.facts.places.length + 2);
  expect(factsWithMore(input.facts, { lack: 'time', languages: null }, 2)).toBeNull();
});
