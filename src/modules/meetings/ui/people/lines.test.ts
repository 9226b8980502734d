import { expect, test } from 'vitest';
import type { Grid } from '../edition/answers.ts';
import { chosenLines, personLines } from './lines.ts';

const slot = (day: number, hour: number, at: number) => ({
  id: `s${at}`,
  number: at + 1,
  session: 1,
  startsAt: `2027-04-0${day}T0${hour}:00:00Z`,
  endsAt: `2027-04-0${day}T0${hour}:30:00Z`,
});
const person = (code: string, name: string) => ({
  id: code,
  code,
  name: { en: { text: name, origin: 'human' as const } },
  country: null,
  role: code.startsWith('B') ? ('buyer' as const) : ('exhibitor' as const),
});
const cell = (at: number, a: number, b: number, state: 'fine' | 'hard' = 'fine') => ({
  meetingId: `m${at}${a}${b}`,
  number: 1,
  slot: at,
  place: 0,
  a,
  b,
  interpreter: null,
  pinned: false,
  state,
  reasons: [],
});

/** Two days of four slots; E1 meets B1 and, two slots later, B2 on the first day, and B1 on the second. */
const grid: Grid = {
  edition: { id: 'e', name: {}, timeZone: 'UTC' },
  version: 1,
  slots: [1, 2].flatMap((day) => [1, 2, 3, 4].map((hour, at) => slot(day, hour, (day - 1) * 4 + at))),
  places: [],
  participants: [person('E1', 'Cypress'), person('B1', 'Mills'), person('B2', 'Lotus')].map((one) => ({ ...one, seats: 1 })),
  interpreters: [],
  shut: [],
  away: [
    { slot: 1, participant: 0 },
    { slot: 2, participant: 1 },
  ],
  cells: [cell(0, 0, 1), cell(3, 0, 2, 'hard'), cell(5, 0, 1)],
  part: null,
  days: ['2027-04-01', '2027-04-02'],
  meetingsOnDays: [1, 1],
};
const lines = personLines(grid);

test('between two meetings of a day somebody is idle or away; before the first and after the last there is nothing', () => {
  expect(lines[0]?.slots.map(({ kind }) => kind)).toEqual(['meets', 'away', 'idle', 'meets', 'free', 'meets', 'free', 'free']);
  expect(lines[2]?.slots.map(({ kind }) => kind)).toEqual(['free', 'free', 'free', 'meets', 'free', 'free', 'free', 'free']);
  expect(lines.map(({ meetings, gaps, trouble }) => [meetings, gaps, trouble])).toEqual([
    [3, 1, 'hard'],
    [2, 0, null],
    [1, 0, 'hard'],
  ]);
});

test('filters and what is typed narrow the lines together', () => {
  const codes = (...[filter, typed]: [Parameters<typeof chosenLines>[1], string]) =>
    chosenLines(lines, filter, typed).map(({ participant }) => participant.code);
  expect(codes('everybody', '')).toEqual(['E1', 'B1', 'B2']);
  expect(codes('buyers', ' LOT ')).toEqual(['B2']);
  expect(codes('waiting', '')).toEqual(['E1']);
  expect(codes('troubled', 'b')).toEqual(['B2']);
  expect(codes('unmet', '')).toEqual([]);
  expect(codes('partly', '')).toEqual(['E1', 'B1']);
});
