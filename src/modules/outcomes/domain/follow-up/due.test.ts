import { expect, test } from 'vitest';
import type { EntryId } from '../ledger.ts';
import type { Stage } from '../stages.ts';
import { announcedOf, dueDays, dueOn, isFollowed, lastHeard, monthsLater, noSignOfLifeSince, type Signs } from './due.ts';

let made = 0;
const entry = (stage: Stage, text: string | null, reverses: EntryId | null = null) => ({
  ...{ id: `e${++made}` as EntryId, number: made, stage, reverses, enteredAt: '2026-11-28T08:00:00.000Z' },
  valueDate: text === null ? null : { text, qualifier: 'exact' as const },
});
const open = (stage: 'potential' | 'intended' | 'signed' | 'realised', ended: 'lapsed' | null = null) => ({ stage, ended });

test('a figure is asked for from the last day that its date can mean', () => {
  expect(announcedOf([entry('potential', '2019-04')])).toEqual({ stage: 'potential', day: '2019-04-30' });
  expect(announcedOf([entry('intended', null)])).toEqual({ stage: 'intended', day: '2026-11-28' });
  expect(announcedOf([])).toBeNull();
});

test('as what it was announced is what its first entry that stands says', () => {
  const wrong = entry('signed', '2019-04-01');
  const entries = [wrong, entry('signed', '2019-04-01', wrong.id), entry('potential', '2019-05-02'), entry('intended', '2020-01-01')];
  expect(announcedOf(entries)).toEqual({ stage: 'potential', day: '2019-05-02' });
});

test('potential and intended figures are asked for until they are realised or have ended; signed ones are not', () => {
  const [potential, signed] = [{ stage: 'potential', day: '2019-04-30' } as const, { stage: 'signed', day: '2019-04-30' } as const];
  expect(isFollowed(potential, open('potential'))).toBe(true);
  expect(isFollowed(potential, open('signed'))).toBe(true);
  expect(isFollowed(potential, open('realised'))).toBe(false);
  expect(isFollowed(potential, open('potential', 'lapsed'))).toBe(false);
  expect(isFollowed(signed, open('signed'))).toBe(false);
});

test('months are counted on the calendar, to the last day where a month is shorter', () => {
  expect(monthsLater('2019-11-30', 3)).toBe('2020-02-29');
  expect(monthsLater('2019-10-31', 6)).toBe('2020-04-30');
  expect(monthsLater('2019-12-05', 36)).toBe('2022-12-05');
  expect(dueDays('2019-04-30').map(({ due }) => due)).toEqual(['2019-07-30', '2019-10-30', '2020-04-30', '2021-04-30', '2022-04-30']);
});

test('of several that came due meanwhile the latest alone is asked', () => {
  expect(dueOn('2019-04-30', '2019-07-29')).toBeNull();
  expect(dueOn('2019-04-30', '2019-07-30')).toEqual({ months: 3, due: '2019-07-30' });
  expect(dueOn('2019-04-30', '2026-11-28')).toEqual({ months: 36, due: '2022-04-30' });
});

const signs = (facts: Partial<Signs>): Signs => ({
  ...{
    reached: open('potential'),
    entries: [entry('potential', '2019-04')],
    confirmedAt: [],
    answers: [],
    today: '2026-11-28',
    afterMonths: 12,
  },
  ...facts,
});

test('without a sign for longer than the office allows, the day of the last one is told', () => {
  // No more exactly than it was said.
  expect(noSignOfLifeSince(signs({}))).toBe('2019-04');
  expect(noSignOfLifeSince(signs({ entries: [entry('potential', '2019-04'), entry('potential', '2019-04-30')] }))).toBe('2019-04-30');
  expect(noSignOfLifeSince(signs({ confirmedAt: ['2019-04-30T09:00:00.000Z'] }))).toBe('2019-04-30');
  expect(noSignOfLifeSince(signs({ today: '2020-04-30' }))).toBe('2019-04');
  expect(noSignOfLifeSince(signs({ today: '2020-04-29' }))).toBeNull();
  expect(noSignOfLifeSince(signs({ afterMonths: 120 }))).toBeNull();
  expect(noSignOfLifeSince(signs({ afterMonths: null }))).toBeNull();
});

test('whatever is heard ends it, but that it cannot be said is no sign', () => {
  const at = '2026-06-01T00:00:00.000Z';
  expect(noSignOfLifeSince(signs({ confirmedAt: [at] }))).toBeNull();
  expect(noSignOfLifeSince(signs({ answers: [{ answer: 'partly', answeredAt: at }] }))).toBeNull();
  expect(noSignOfLifeSince(signs({ answers: [{ answer: 'cannot_say', answeredAt: at }] }))).toBe('2019-04');
});

test('it is said of what is potential or intended alone', () => {
  expect(noSignOfLifeSince(signs({ reached: open('signed') }))).toBeNull();
  expect(noSignOfLifeSince(signs({ reached: open('intended', 'lapsed') }))).toBeNull();
  expect(noSignOfLifeSince(signs({ reached: { stage: null, ended: null } }))).toBeNull();
});

test('last heard is the latest day on which something was said, not the day on which it was entered', () => {
  expect(lastHeard(signs({}))).toBe('2019-04-30');
  expect(lastHeard(signs({ answers: [{ answer: 'not', answeredAt: '2026-11-20T09:00:00.000Z' }] }))).toBe('2026-11-20');
  expect(lastHeard(signs({ answers: [{ answer: 'cannot_say', answeredAt: '2026-11-20T09:00:00.000Z' }] }))).toBe('2019-04-30');
  expect(lastHeard(signs({ entries: [entry('potential', '2026')] }))).toBe('2026-11-28');
  expect(lastHeard(signs({ entries: [] }))).toBeNull();
});
