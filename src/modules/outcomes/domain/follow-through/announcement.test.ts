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
  ...{ assurance: null, hasPaper: false, isDisputed: false },
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
  expect(reasonsOf(things)).toEqual({ not_asked: 43, no_answer: 1, cannot_say: 0, stopped: 0, returned: 0, in_dispute: 0 });
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

test('what parts came to is among what their whole counts as realised, and never beside it', () => {
  const ledger = { fate: 'kept', amount: null, enteredAt: '2024-06-01T00:00:00.000Z' } as const;
  const came = { reached: { stage: 'realised', ended: null }, ledger } as const;
  const realised = whole('45', { ...came, figures: [figure('potential', '45'), figure('realised', '12')] });
  const all = [realised, part('a', came), part('b', { askings: [asked('partly')] }), part('c', { askings: [asked('not')] })];
  expect(tallyOf(thingsOf(all))).toEqual({ kept: 11, partly: 1, not: 1, unknown: 32 });
});

test('of what is in dispute nothing is known, whether its ledger says realised or ended, or its company that it was kept', () => {
  const ledger = { amount: null, enteredAt: '2024-06-01T00:00:00.000Z' } as const;
  const all = [
    announced('a', { isDisputed: true, reached: { stage: 'realised', ended: null }, ledger: { ...ledger, fate: 'kept' } }),
    announced('b', { isDisputed: true, reached: { stage: 'intended', ended: 'lapsed' }, ledger: { ...ledger, fate: 'not' } }),
    announced('c', { isDisputed: true, reached: { stage: 'signed', ended: null }, askings: [asked('kept')] }),
    announced('d', { isDisputed: true }),
  ];
  expect(tallyOf(thingsOf(all))).toEqual({ kept: 0, partly: 0, not: 0, unknown: 4 });
  expect(tallyOf(thingsOf(all, '2024-12-01T00:00:00.000Z'))).toMatchObject({ unknown: 4 });
  expect(reasonsOf(thingsOf(all))).toMatchObject({ in_dispute: 4, not_asked: 0 });
});

test('of several told together so many are in dispute as are counted where they came to; how many there are says nothing of what became of them', () => {
  const signed = (count: string | null) =>
    whole('45', {
      isDisputed: true,
      reached: { stage: 'signed', ended: null },
      figures: [figure('potential', '45'), figure('signed', count)],
    });
  const disputes = (all: readonly Announcement[]) => reasonsOf(thingsOf(all)).in_dispute;
  expect(disputes([signed('12'), part('a', { reached: { stage: 'signed', ended: null } })])).toBe(11);
  expect(disputes([signed(null)])).toBe(45);
  expect(disputes([whole('45', { isDisputed: true })])).toBe(0);
});

test('a part whose whole is not among them stands for itself', () => {
  expect(sumOf(tallyOf(thingsOf([part('a'), part('b')])))).toBe(2);
});

test('as of an earlier day what was heard later is unknown', () => {
  const all = [announced('a', { askings: [asked('kept', '2024-03-01')] }), announced('b', { askings: [asked('not', '2024-09-01')] })];
  expect(tallyOf(thingsOf(all, '2024-05-08T00:00:00.000Z'))).toEqual({ kept: 1, partly: 0, not: 0, unknown: 1 });
  expect(tallyOf(thingsOf(all))).toEqual({ kept: 1, partly: 0, not: 1, unknown: 0 });
});
