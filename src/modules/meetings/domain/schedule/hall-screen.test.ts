import { expect, test } from 'vitest';
import type { Interpreted } from '../agenda/interpreted.ts';
import { beginsNext, changesToShow, screenEnds, screenState, type ReleasedChange } from './hall-screen.ts';

const MINUTE = 60_000;
const party = (code: string) => ({ id: code, code, name: {}, country: null, role: 'buyer' as const });
const meeting = (number: number, minute: number, code: string, more: Partial<Interpreted> = {}): Interpreted => ({
  ...{ meetingId: `m${number}`, number, slotId: 's', sequence: 0, cancelled: false, movedFrom: null, metAt: null, languages: [] },
  ...{ start: minute * MINUTE, end: (minute + 30) * MINUTE, parties: [party('E1'), party('B1')] },
  place: { id: code, code, kind: 'table', hall: 'A' },
  ...more,
});
const numbers = (meetings: readonly Interpreted[], minute: number, hall = ''): readonly number[] =>
  beginsNext(meetings, { now: minute * MINUTE, hall }).shown.map(({ number }) => number);

test('a screen shows what begins within the hour and what began in the last five minutes, by time and table', () => {
  const day = [
    meeting(1, 60, '10'),
    meeting(2, 60, '2'),
    meeting(3, 90, '1'),
    meeting(4, 125, '1'),
    meeting(5, 90, '3', { cancelled: true }),
  ];
  expect(numbers(day, 64)).toEqual([2, 1, 3]);
  expect(numbers(day, 66)).toEqual([3, 4]);
});

test('before anything is near it shows what begins first, and of a hall its own places', () => {
  const day = [
    meeting(1, 600, '1'),
    meeting(2, 630, '1'),
    meeting(3, 660, '9', { place: { id: '9', code: '9', kind: 'stand', hall: 'B' } }),
  ];
  expect(numbers(day, 0)).toEqual([1]);
  expect(numbers(day, 0, 'B')).toEqual([3]);
  expect(numbers(day, 900)).toEqual([]);
});

test('more than fit are counted', () => {
  const many = Array.from({ length: 130 }, (_, i) => meeting(i, 10, String(i)));
  expect(beginsNext(many, { now: 0, hall: '' })).toMatchObject({ more: 10 });
});

const change = (release: number, id: string, before: number | null, after: number | null, places = ['1', '1']): ReleasedChange => {
  const spot = (minute: number | null, placeCode = '') =>
    minute === null ? null : { start: minute * MINUTE, placeCode, interpreter: null };
  return {
    release,
    meetingId: id,
    parties: [party('E1'), party('B1')],
    before: spot(before, places[0]),
    after: spot(after, places[1]),
    hall: 'A',
  };
};
const kinds = (changes: readonly ReleasedChange[], minute = 0, hall = '') =>
  changesToShow(changes, { now: minute * MINUTE, hall }).shown.map(({ meetingId, kind }) => `${meetingId} ${kind}`);

test('changes are told as what they come to: taken back is none, and what has begun is over', () => {
  const changes = [
    change(2, 'back', 60, 90),
    change(3, 'back', 90, 60),
    change(2, 'moved', 60, 90),
    change(3, 'moved', 90, 120),
    change(2, 'gone', 70, null),
    change(2, 'new', null, 80),
    change(2, 'place', 60, 60, ['1', '2']),
    change(2, 'interpreter', 60, 60),
  ];
  expect(kinds(changes).sort()).toEqual(['gone removed', 'moved moved', 'new added', 'place place']);
  expect(changesToShow(changes, { now: 0, hall: '' }).shown.find(({ meetingId }) => meetingId === 'moved')).toMatchObject({
    before: { start: 60 * MINUTE },
    after: { start: 120 * MINUTE },
  });
  expect(kinds(changes, 100)).toEqual(['moved moved']);
  expect(kinds(changes, 0, 'B')).toEqual([]);
});

test('a link opens until a day after the edition, and a screen that has not asked for three minutes is silent', () => {
  const day = 24 * 60 * MINUTE;
  expect([screenEnds(0, 5 * day), screenEnds(9 * day, 5 * day)]).toEqual([6 * day, 10 * day]);
  const state = (seen: number | null, now: number) =>
    screenState({ expiresAt: day, seenAt: seen === null ? null : seen * MINUTE }, now * MINUTE);
  expect([state(null, 1), state(1, 3), state(1, 4), state(1, 1440)]).toEqual(['unopened', 'showing', 'silent', 'expired']);
});
