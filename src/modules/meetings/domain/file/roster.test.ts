import { expect, test } from 'vitest';
import { noMarket } from '#modules/expos/domain/topic.ts';
import { noReach, type EditionFile } from './edition-file.ts';
import { emptyFile } from './file-fixture.ts';
import { requestChanges, withRounds, type StandingRequest } from './requests.ts';
import { fileOfRoster, rosterOfFile } from './roster.ts';

const edition: EditionFile = {
  ...emptyFile,
  edition: { name: { en: 'Forum' }, venue: {}, timeZone: 'Europe/London', firstDay: '2026-03-28', lastDay: '2026-03-30' },
  slots: [
    { number: 1, date: '2026-03-28', start: '09:00', end: '09:30', session: 1 },
    { number: 2, date: '2026-03-29', start: '23:30', end: '24:00', session: 2 },
  ],
  tables: [{ number: 1, hall: 'A', seats: 1, closedSlots: [2] }],
  participants: [
    {
      code: 'E01',
      name: { en: 'Aspen Glass' },
      country: '',
      city: '',
      offer: {},
      need: {},
      ...noMarket,
      role: 'exhibitor',
      seats: 1,
      languages: ['en'],
      minMeetings: null,
      maxMeetings: 4,
      group: null,
      stand: null,
      meetsAt: 'table',
    },
  ],
  unavailable: [
    { who: { kind: 'participant', code: 'E01' }, away: { kind: 'slot', slot: 1 }, reason: 'x' },
    { who: { kind: 'participant', code: 'E01' }, away: { kind: 'span', date: '2026-03-29', start: '12:00', end: '24:00' }, reason: '' },
    { who: { kind: 'interpreter', name: 'Lin' }, away: { kind: 'span', date: '2026-03-30', start: '00:00', end: '10:00' }, reason: '' },
  ],
  interpreters: [{ name: 'Lin', languages: ['en', 'zh'], ...noReach }],
};

test('venue times become instants across a change of the clock, and come back', () => {
  const roster = rosterOfFile(edition);
  if (!roster.ok) throw new Error('refused');
  expect(roster.value.slots.map((s) => new Date(s.start).toISOString())).toEqual(['2026-03-28T09:00:00.000Z', '2026-03-29T22:30:00.000Z']);
  const { requests: _r, orders: _o, fixed: _f, ...facts } = edition;
  expect(fileOfRoster(edition.edition, roster.value)).toEqual(facts);
});

test('an absence over midnight is written day by day', () => {
  const roster = rosterOfFile(edition);
  if (!roster.ok) throw new Error('refused');
  const [lin] = roster.value.interpreters;
  if (lin === undefined) throw new Error('no interpreter');
  const long = {
    ...roster.value,
    participants: [],
    interpreters: [{ ...lin, unavailable: [{ start: Date.UTC(2026, 2, 28, 20), end: Date.UTC(2026, 2, 29, 8), reason: '' }] }],
  };
  expect(fileOfRoster(edition.edition, long).unavailable.map((u) => u.away)).toEqual([
    { kind: 'span', date: '2026-03-28', start: '20:00', end: '24:00' },
    { kind: 'span', date: '2026-03-29', start: '00:00', end: '09:00' },
  ]);
});

test('a time that the clock jumps over is refused with its place', () => {
  const skipped = { ...edition, slots: [{ number: 1, date: '2026-03-29', start: '01:30', end: '03:00', session: 1 }], unavailable: [] };
  expect(rosterOfFile(skipped)).toMatchObject({
    refusal: { problems: [{ path: ['slots', 1, 'start'], code: 'meetings.file_time_skipped' }] },
  });
});

test('rounds follow the numbers of the meetings of a pair', () => {
  const request = { wish: 'must' as const, session: null, note: '' };
  expect(
    withRounds([
      { ...request, from: 'A', to: 'B', meeting: 9 },
      { ...request, from: 'B', to: 'A', meeting: 4 },
      { ...request, from: 'B', to: 'A', meeting: 9 },
      { ...request, from: 'A', to: 'C', wish: 'no', meeting: null },
    ]).map((r) => r.round),
  ).toEqual([2, 1, 2, 1]);
});

test('an import changes and withdraws only what its own office entered', () => {
  const standing = (from: string, own: boolean): StandingRequest => ({
    id: from,
    version: 1,
    from,
    to: 'X',
    wish: 'want',
    session: null,
    round: 1,
    note: '',
    own,
  });
  const request = { to: 'X', wish: 'must' as const, session: null, note: '' };
  const changes = requestChanges(
    [standing('A', true), standing('B', true), standing('C', false), standing('D', false)],
    [
      { ...request, from: 'A', meeting: 1 },
      { ...request, from: 'C', meeting: 2 },
      { ...request, from: 'E', meeting: 3 },
    ],
  );
  expect({
    added: changes.added.map((r) => r.from),
    changed: changes.changed.map((c) => c.standing.id),
    withdrawn: changes.withdrawn.map((r) => r.id),
    kept: changes.kept.map((r) => r.id),
  }).toEqual({
    added: ['E'],
    changed: ['A'],
    withdrawn: ['B'],
    kept: ['C', 'D'],
  });
});
