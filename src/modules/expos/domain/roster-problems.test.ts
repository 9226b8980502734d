import { expect, test } from 'vitest';
import type { Roster, RosterParticipant } from './roster.ts';
import { noMarket } from './topic.ts';
import { rosterProblems } from './roster-problems.ts';

const bounds = { start: 0, end: 1000 };
const text = (words: string) => ({ en: { text: words, origin: 'import' as const } });
const participant = (code: string, more: Partial<RosterParticipant> = {}): RosterParticipant => ({
  code,
  name: text(code),
  country: null,
  city: null,
  offer: null,
  need: null,
  ...noMarket,
  role: 'exhibitor',
  seats: 1,
  languages: [],
  minMeetings: null,
  maxMeetings: null,
  group: null,
  stand: null,
  meetsAt: 'table',
  contacts: [],
  unavailable: [],
  ...more,
});
const table = (number: number, closedSlots: readonly number[] = []) => ({ number, hall: '', seats: 1, closedSlots });
const stand = (code: string, lead: string | null, closedSlots: readonly number[] = []) => ({
  code,
  hall: '7.1',
  seats: 2,
  closedSlots,
  lead,
  area: null,
});
const group = (code: string, parent: string | null) => ({ code, kind: 'delegation' as const, name: text(code), parent });
const right: Roster = {
  slots: [
    { start: 0, end: 100, session: 1 },
    { start: 100, end: 200, session: 1 },
  ],
  tables: [table(1), table(2, [2])],
  stands: [stand('A1', 'E01', [1])],
  floor: { halls: [], walks: [], rectangles: [] },
  topics: [],
  groups: [group('G1', null), group('G2', 'G1')],
  participants: [participant('E01', { stand: 'A1', meetsAt: 'stand', group: 'G2' }), participant('B01', { role: 'buyer' })],
  interpreters: [
    {
      name: 'Lin',
      languages: ['zh', 'en'],
      longestMinutes: null,
      restMinutes: null,
      contact: null,
      unavailable: [{ start: 0, end: 50, reason: '' }],
    },
  ],
};

test('accepts a roster whose parts fit', () => {
  expect(rosterProblems(right, bounds)).toEqual([]);
});

test('names every table, row and field that does not fit, at once', () => {
  const wrong: Roster = {
    slots: right.slots,
    tables: [table(1, [3]), table(1)],
    stands: [stand('A1', 'B01'), stand('A1', 'E99', [0])],
    floor: right.floor,
    topics: [],
    groups: [group('G1', 'G2'), group('G2', 'G1'), group('G3', 'G9'), group('G3', null)],
    participants: [
      participant('E01', { stand: 'Z9', group: 'G8' }),
      participant('E01', { meetsAt: 'stand' }),
      participant('B01', { minMeetings: 3, maxMeetings: 2, unavailable: [{ start: 9, end: 9, reason: '' }] }),
    ],
    interpreters: [
      { name: 'Lin', languages: [], longestMinutes: null, restMinutes: null, contact: null, unavailable: [] },
      {
        name: 'Lin',
        languages: [],
        longestMinutes: null,
        restMinutes: null,
        contact: null,
        unavailable: [{ start: 9, end: 1, reason: '' }],
      },
    ],
  };
  expect(rosterProblems(wrong, bounds)).toEqual([
    { path: ['tables', 1, 'number'], code: 'expos.table_number_taken', params: { number: 1 } },
    { path: ['tables', 0, 'closedSlots', 0], code: 'expos.slot_unknown' },
    { path: ['stands', 1, 'code'], code: 'expos.code_taken', params: { code: 'A1' } },
    { path: ['stands', 1, 'closedSlots', 0], code: 'expos.slot_unknown' },
    { path: ['stands', 0, 'lead'], code: 'expos.lead_stands_elsewhere', params: { code: 'B01' } },
    { path: ['stands', 1, 'lead'], code: 'expos.participant_unknown', params: { code: 'E99' } },
    { path: ['groups', 3, 'code'], code: 'expos.code_taken', params: { code: 'G3' } },
    { path: ['groups', 0, 'parent'], code: 'expos.group_circle' },
    { path: ['groups', 1, 'parent'], code: 'expos.group_circle' },
    { path: ['groups', 2, 'parent'], code: 'expos.group_unknown' },
    { path: ['participants', 1, 'code'], code: 'expos.code_taken', params: { code: 'E01' } },
    { path: ['participants', 0, 'group'], code: 'expos.group_unknown' },
    { path: ['participants', 0, 'stand'], code: 'expos.stand_unknown' },
    { path: ['participants', 1, 'meetsAt'], code: 'expos.stand_required' },
    { path: ['participants', 2, 'minMeetings'], code: 'expos.minimum_over_maximum' },
    { path: ['participants', 2, 'unavailable', 0, 'endsAt'], code: 'expos.absence_ends_before_start' },
    { path: ['interpreters', 1, 'name'], code: 'expos.interpreter_name_taken', params: { name: 'Lin' } },
    { path: ['interpreters', 1, 'unavailable', 0, 'endsAt'], code: 'expos.absence_ends_before_start' },
  ]);
});

test('refuses tables of any size it could not hold before looking into them', () => {
  expect(rosterProblems({ ...right, tables: Array.from({ length: 2001 }, () => table(1)) }, bounds)).toEqual([
    { path: ['tables'], code: 'expos.too_many_rows', params: { max: 2000 } },
  ]);
});
