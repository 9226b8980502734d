import { expect, test } from 'vitest';
import type { Grid } from '../edition/answers.ts';
import { freeAt, heldAt, inHall, laterThan, placesInUse, queueNow, runningCells, takenBy, timesAround } from './running.ts';

const clock = (time: string): string => `2026-11-06T${time}:00Z`;
const slot = (number: number, startsAt: string, endsAt: string) => ({
  id: `s${number}`,
  number,
  startsAt: clock(startsAt),
  endsAt: clock(endsAt),
  session: 1,
});
const party = (code: string) => ({ id: code, code, name: {}, country: null, role: 'buyer' as const, seats: 1 });
const place = (code: string) => ({ id: code, code, kind: 'table' as const, hall: null, seats: 1 });
const cell = (number: number, at: number, where: number, a: number, b: number) => ({
  ...{ meetingId: `m${number}`, number, slot: at, place: where, a, b, interpreter: null, pinned: false },
  ...{ state: 'fine' as const, reasons: [] },
});

const grid: Grid = {
  edition: { id: 'e', name: {}, timeZone: 'UTC' },
  version: 1,
  slots: [slot(1, '09:00', '09:30'), slot(2, '09:30', '10:00'), slot(3, '10:00', '10:30')],
  places: [place('1'), place('2'), place('3')],
  participants: ['A', 'B', 'C', 'D', 'E', 'F'].map(party),
  interpreters: [],
  shut: [],
  away: [{ slot: 1, participant: 4 }],
  cells: [cell(1, 0, 0, 0, 1), cell(2, 1, 0, 0, 2), cell(3, 2, 1, 1, 3)],
  part: null,
  days: ['2026-11-06'],
  meetingsOnDays: [1],
};
const now = Date.parse(clock('09:40'));

test('the board has what is over, what runs and what is next; a place with nothing more is left out', () => {
  expect(runningCells(grid, now).map(({ number }) => number)).toEqual([2]);
  expect(timesAround(grid, now, 3)).toEqual({ before: 0, running: 1, ahead: [2] });
  expect(timesAround(grid, Date.parse(clock('08:00')), 2)).toEqual({ before: null, running: null, ahead: [0, 1] });
  expect(timesAround(grid, Date.parse(clock('10:30')), 2)).toEqual({ before: 2, running: null, ahead: [] });
  expect(placesInUse(grid, now).map(({ code }) => code)).toEqual(['1', '2']);
  expect([0, 1, 2].map((at) => heldAt(grid, '1', at).map(({ number }) => number))).toEqual([[1], [2], []]);
});

test('what begins after all the times that a board has room for is counted', () => {
  const early = Date.parse(clock('08:40'));
  expect(laterThan(grid, timesAround(grid, early, 1), early)).toEqual({ count: 2, first: clock('09:30') });
  expect(laterThan(grid, timesAround(grid, now, 3), now)).toEqual({ count: 0, first: null });
});

test('free is who neither meets nor is away nor was reported missing, the longest free first', () => {
  const free = freeAt(grid, now, new Set(['F'])).map(({ participant, until }) => [participant.code, until]);
  expect(free).toEqual([
    ['B', clock('10:00')],
    ['D', clock('10:00')],
  ]);
  expect(freeAt(grid, now, new Set()).map(({ participant }) => participant.code)).toEqual(['F', 'B', 'D']);
});

test('what was held in the live queue before its time neither goes on nor comes', () => {
  const [first, second, third] = grid.cells;
  const met = { ...grid, cells: [first, second, third].flatMap((one) => (one === undefined ? [] : [{ ...one, metAt: clock('08:50') }])) };
  expect(runningCells(met, now)).toEqual([]);
  expect(freeAt(met, now, new Set()).map(({ participant, until }) => [participant.code, until])).toEqual(
    ['A', 'B', 'C', 'D', 'F'].map((code) => [code, null]),
  );
  expect(laterThan(met, timesAround(met, Date.parse(clock('08:55')), 0), Date.parse(clock('08:55'))).count).toBe(0);
});

test('one hall shows its own tables, and who is free is asked of all', () => {
  const two: Grid = { ...grid, places: grid.places.map((one, at) => ({ ...one, hall: at === 0 ? 'A' : 'B' })) };
  expect(placesInUse(inHall(two, 'B'), now).map(({ code }) => code)).toEqual(['2']);
  expect(runningCells(inHall(two, 'B'), now)).toEqual([]);
  expect(inHall(two, '')).toBe(two);
});

const talk = (a: number, b: number, at: number, goesOutAt: string, begunAt: string | null) => ({
  ...{
    id: `t${a}`,
    meetingId: `q${a}`,
    rotating: party('ABCDEF'.charAt(a)),
    seated: party('ABCDEF'.charAt(b)),
    place: place(String(at + 1)),
  },
  ...{ interpreter: null, must: false, waitsSince: null, calledAt: clock(goesOutAt), goesOutAt: clock(goesOutAt), late: false },
  ...{ begunAt: begunAt === null ? null : clock(begunAt), reasons: [], because: null },
});
const board = {
  state: 'open' as const,
  ...{ opensAt: clock('09:00'), closesAt: clock('12:00') },
  talks: [talk(1, 3, 2, '09:35', '09:37'), talk(5, 0, 1, '09:45', null)],
  tables: [1, 2].map((at) => ({
    place: place(String(at + 1)),
    state: at === 1 ? ('closed' as const) : ('talking' as const),
    talkIds: [],
    since: null,
    owner: null,
  })),
};

test('whoever sits in the live queue is not free, and its tables stand on the board; a call not shown yet calls nobody', () => {
  const queue = queueNow(board, now, '');
  expect(takenBy(queue)).toEqual(['B', 'D']);
  expect(freeAt(grid, now, new Set(takenBy(queue))).map(({ participant }) => participant.code)).toEqual(['F']);
  expect(placesInUse(grid, Date.parse(clock('10:30')), queue).map(({ code }) => code)).toEqual(['3']);
  expect(takenBy(queueNow(board, Date.parse(clock('09:45')), ''))).toEqual(['B', 'D', 'F', 'A']);
  expect(queueNow(board, now, 'Hall 2')?.talks).toEqual([]);
  const nobodySits = { ...board, state: 'closed' as const, talks: board.talks.filter(({ begunAt }) => begunAt === null) };
  expect([queueNow(nobodySits, now, ''), queueNow(null, now, '')]).toEqual([null, null]);
});

test('who is away at the next time is not free before it, and who is away later is free until then', () => {
  const codes = (time: string) =>
    freeAt(grid, Date.parse(clock(time)), new Set()).map(({ participant, until }) => [participant.code, until]);
  expect(codes('09:35').map(([code]) => code)).not.toContain('E');
  const between = { ...grid, slots: [slot(1, '09:00', '09:20'), slot(2, '09:30', '10:00'), slot(3, '10:00', '10:30')], cells: [] };
  expect(freeAt(between, Date.parse(clock('09:25')), new Set()).map(({ participant }) => participant.code)).not.toContain('E');
  expect(freeAt(between, Date.parse(clock('09:10')), new Set()).find(({ participant }) => participant.code === 'E')?.until).toBe(
    clock('09:30'),
  );
});

test('a queue of tomorrow, or one whose hours are over with nobody sitting, does not run; a paused one is told as that', () => {
  const tomorrow = { ...board, talks: [], opensAt: '2026-11-07T09:00:00Z', closesAt: '2026-11-07T12:00:00Z' };
  expect(queueNow(tomorrow, now, '')).toBeNull();
  const over = { ...board, closesAt: clock('09:40') };
  expect(queueNow({ ...over, talks: over.talks.filter(({ begunAt }) => begunAt === null) }, now, '')).toBeNull();
  expect(takenBy(queueNow(over, now, ''))).toEqual(['B', 'D']);
  // Ended while two still sit: their table is not free, and neither are they.
  const ended = queueNow({ ...board, state: 'closed' }, now, '');
  expect([takenBy(ended), ended?.isOver, queueNow(board, now, '')?.isOver]).toEqual([['B', 'D'], true, false]);
  expect([queueNow(board, now, '')?.isPaused, queueNow({ ...board, state: 'paused' }, now, '')?.isPaused]).toEqual([false, true]);
});
