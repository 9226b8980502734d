import { expect, test } from 'vitest';
import type { OfficeId } from '#kernel/ids.ts';
import type { Asking } from '../follow-up/fate.ts';
import type { OutcomeId } from '../outcome.ts';
import type { Stage } from '../stages.ts';
import { reasonsOf, sumOf, tallyOf, thingsOf, type Announcement } from './announcement.ts';

const figure = (stage: Stage, count: string | null) => ({
  ...{ stage, count, amount: null, qualifier: 'exact' as const, countQualifier: 'exact' as const, amountCoversPart: false, entries: [] },
});

const announced = (id: string, facts: Partial<Announcement> = {}): Announcement => ({
  ...{
    id: id as OutcomeId,
    office: 'o' as OfficeId,
    kind: 'deal',
    extent: 'single',
    partOf: null,
    visibility: 'public',
    stage: 'potential',
  },
  ...{ reached: { stage: 'potential', ended: null }, figures: [figure('potential', null)], ledger: null, askings: [] },
  ...{ assurance: null, hasPaper: false },
  ...facts,
});

const asked = (answer: 'kept' | 'partly' | 'not' | 'cannot_say' | null, day = '2024-03-01'): Asking => ({
  ...{ months: 3, due: '2024-02-08', state: 'sent', sentAt: '2024-02-08T08:00:00.000Z' },
  answers: answer === null ? [] : [{ answer, amount: null, answeredAt: `${day}T08:00:00.000Z`, hasPaper: false }],
});

const whole = (count: string | null, facts: Partial<Announcement> = {}) =>
  announced('w', { extent: 'aggregate', figures: [figure('potential', count)], ...facts });
const part = (id: string, facts: Partial<Announcement> = {}) => announced(id, { partOf: 'w' as OutcomeId, ...facts });

test('of a whole each part has its own fate, and of the rest nobody has spoken', () => {
  const things = thingsOf([whole('45'), part('a', { askings: [asked('kept')] }), part('b', { askings: [asked(null)] }), part('c')]);
  expect(tallyOf(things)).toEqual({ kept: 1, partly: 0, not: 0, unknown: 44 });
  expect(reasonsOf(things)).toEqual({ not_asked: 43, no_answer: 1, cannot_say: 0, stopped: 0, returned: 0 });
});

test('a whole with more parts than it counts is as many as its parts, and one that is not counted is one', () => {
  expect(sumOf(tallyOf(thingsOf([whole('2'), part('a'), part('b'), part('c')])))).toBe(3);
  expect(sumOf(tallyOf(thingsOf([whole(null)])))).toBe(1);
});

test('what a whole counts as realised or ended is so many of it; an answer speaks for all of the rest', () => {
  const ledger = { fate: 'kept', amount: null, enteredAt: '2024-06-01T00:00:00.000Z' } as const;
  const realised = {
    reached: { stage: 'realised', ended: null },
    figures: [figure('potential', '45'), figure('realised', '12')],
    ledger,
  } as const;
  expect(tallyOf(thingsOf([whole('45', realised)]))).toEqual({ kept: 12, partly: 0, not: 0, unknown: 33 });
  expect(tallyOf(thingsOf([whole('45', realised), part('a')]))).toEqual({ kept: 12, partly: 0, not: 0, unknown: 33 });
  expect(tallyOf(thingsOf([whole('45', { askings: [asked('not')] })]))).toEqual({ kept: 0, partly: 0, not: 45, unknown: 0 });
});

test('a part whose whole is not among them stands for itself', () => {
  expect(sumOf(tallyOf(thingsOf([part('a'), part('b')])))).toBe(2);
});

test('as of an earlier day what was heard later is unknown', () => {
  const all = [announced('a', { askings: [asked('kept', '2024-03-01')] }), announced('b', { askings: [asked('not', '2024-09-01')] })];
  expect(tallyOf(thingsOf(all, '2024-05-08T00:00:00.000Z'))).toEqual({ kept: 1, partly: 0, not: 0, unknown: 1 });
  expect(tallyOf(thingsOf(all))).toEqual({ kept: 1, partly: 0, not: 1, unknown: 0 });
});
