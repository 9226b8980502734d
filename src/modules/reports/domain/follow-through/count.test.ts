import { expect, test } from 'vitest';
import type { OfficeId } from '#kernel/ids.ts';
import type { Announcement } from '#modules/outcomes/domain/follow-through/announcement.ts';
import type { Asking } from '#modules/outcomes/domain/follow-up/fate.ts';
import type { OutcomeId } from '#modules/outcomes/domain/outcome.ts';
import type { Stage } from '#modules/outcomes/domain/stages.ts';
import { answersAt, countFollowThrough, endOfMark, marksReached, monthsBetween } from './count.ts';

const figure = (stage: Stage, value: string | null, currency = 'CNY', count: string | null = null) => ({
  ...{ stage, count, amount: value === null ? null : { value, currency }, qualifier: 'exact' as const, countQualifier: 'exact' as const },
  ...{ amountCoversPart: false, entries: [] },
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
  ...{ reached: { stage: 'potential', ended: null }, figures: [figure('potential', '100')], ledger: null, askings: [] },
  ...{ assurance: null, isDisputed: false, hasPaper: false },
  ...facts,
});
const realised = (value: string, assurance: Announcement['assurance'], enteredAt = '2024-06-01T00:00:00.000Z'): Partial<Announcement> => ({
  ...{ reached: { stage: 'realised', ended: null }, figures: [figure('potential', '100'), figure('realised', value)], assurance },
  ledger: { fate: 'kept', amount: null, enteredAt },
});
const count = (announcements: readonly Announcement[], today = '2026-11-30') =>
  countFollowThrough({ announcements, inParts: [announcements], closedOn: '2023-11-08', today });

test('months are counted on the calendar, and an edition has reached those ages at which is asked', () => {
  expect([monthsBetween('2023-11-08', '2026-11-07'), monthsBetween('2023-11-08', '2026-11-08')]).toEqual([35, 36]);
  expect(monthsBetween('2023-11-30', '2024-02-29')).toBe(3);
  expect(monthsBetween('2026-12-01', '2026-11-30')).toBe(0);
  expect(marksReached('2023-11-08', '2024-11-07')).toEqual([3, 6]);
});

test('amounts as announced stay within their stage, kind and currency; realised ones are added where both sides or a paper stand behind them', () => {
  const read = count([
    announced('a', realised('60', 'confirmed')),
    announced('b', realised('40', 'documented')),
    announced('c', realised('999', 'reported')),
    announced('d', realised('999', 'differ')),
    announced('e', { stage: 'signed', figures: [figure('signed', '7')], reached: { stage: 'signed', ended: null } }),
    announced('f', { figures: [figure('potential', '5', 'EUR')] }),
    announced('g', { kind: 'investment' }),
  ]);
  const of = (value: string, currency = 'CNY', kind = 'deal') => ({ kind, amount: { value, currency } });
  expect(read.byStage.map(({ stage, announced: sums, realised: sure }) => ({ stage, sums, sure }))).toEqual([
    { stage: 'potential', sums: [of('400'), of('5', 'EUR'), of('100', 'CNY', 'investment')], sure: [of('100')] },
    { stage: 'signed', sums: [of('7')], sure: [] },
  ]);
  expect(read.realised).toEqual([of('100')]);
  const inPart = announced('e', {
    ...realised('50', 'reported'),
    confirmedPart: { amount: { value: '20', currency: 'CNY' }, count: null },
  });
  const told = count([announced('a', realised('60', 'confirmed')), inPart]);
  expect([told.realised, told.inPart]).toEqual([[of('80')], 1]);
});

test('a part is never counted beside a whole that states an amount of the same stage, and stands for itself where the whole does not', () => {
  const whole = announced('w', { extent: 'aggregate', figures: [figure('potential', '1000', 'CNY', '45')] });
  const part = announced('p', { ...realised('60', 'confirmed'), partOf: whole.id });
  const read = count([whole, part]);
  expect(read.byStage[0]?.announced).toEqual([{ kind: 'deal', amount: { value: '1000', currency: 'CNY' } }]);
  expect(read.realised).toEqual([{ kind: 'deal', amount: { value: '60', currency: 'CNY' } }]);
  expect(read.total).toBe(45);
  const sure = { ...whole, ...realised('300', 'confirmed'), extent: 'aggregate' as const };
  expect(count([sure, part]).realised).toEqual([{ kind: 'deal', amount: { value: '300', currency: 'CNY' } }]);
  expect(count([{ ...sure, assurance: 'differ' as const }, part]).realised).toEqual([
    { kind: 'deal', amount: { value: '60', currency: 'CNY' } },
  ]);
});

test('how far each came, how sure what was kept is, and what it was at each age', () => {
  const read = count([
    announced('a', { ...realised('60', 'verified'), hasPaper: true }),
    announced('b', realised('60', null, '2026-01-01T00:00:00.000Z')),
    announced('c', { reached: { stage: 'signed', ended: null } }),
    announced('d'),
  ]);
  expect(read.path).toEqual({ intended: 3, signed: 3, realised: 2, verified: 1 });
  expect(read.sureness).toEqual([
    { assurance: 'reported', things: 1 },
    { assurance: 'verified', things: 1 },
  ]);
  expect(read.papers).toBe(1);
  expect(read.byMonth.map(({ months, fates }) => [months, fates.kept])).toEqual([
    ...[[3, 0] as const, [6, 0] as const, [12, 1] as const, [24, 1] as const, [36, 2] as const],
  ]);
});

test('who was asked and who answered later is not counted at an earlier age', () => {
  const asked: Asking = {
    ...{ months: 3, due: '2024-02-08', state: 'sent', sentAt: '2024-02-08T08:00:00.000Z' },
    answers: [{ answer: 'cannot_say', amount: null, answeredAt: '2024-06-01T08:00:00.000Z', hasPaper: false }],
  };
  const all = [announced('a', { askings: [asked] }), announced('b')];
  expect(answersAt([all], endOfMark('2023-11-08', 3))).toEqual({ asked: 1, answered: 0 });
  expect(answersAt([all], endOfMark('2023-11-08', 12))).toEqual({ asked: 1, answered: 1 });
  expect(count(all)).toMatchObject({ answers: { asked: 1, answered: 1 }, fates: { unknown: 2 }, reasons: { cannot_say: 1, not_asked: 1 } });
});
