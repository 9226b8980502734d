import { expect, test } from 'vitest';
import type { Assurance } from './assurance.ts';
import type { StageFigure } from './ledger.ts';
import type { OutcomeId } from './outcome.ts';
import { totalsOf, type CountedOutcome } from './totals.ts';

const figure = (
  stage: StageFigure['stage'],
  value: string | null,
  currency = 'GBP',
  assurance: Assurance = 'reported',
): CountedOutcome['figures'][number] => ({
  assurance,
  stage,
  amount: value === null ? null : { value, currency },
  count: null,
  qualifier: 'exact',
  countQualifier: 'exact',
  amountCoversPart: false,
  entries: [],
});
const outcome = (id: string, figures: CountedOutcome['figures'], partOf: string | null = null, kind: CountedOutcome['kind'] = 'deal') => ({
  id: id as OutcomeId,
  kind,
  partOf: partOf as OutcomeId | null,
  figures,
});
const told = (outcomes: readonly CountedOutcome[]) =>
  totalsOf(outcomes).map(({ kind, stage, amount, outcomes: of }) => `${kind} ${stage} ${amount.value} ${amount.currency}: ${of.join(' ')}`);

test('sums stay within one stage, one kind and one currency', () => {
  expect(
    told([
      outcome('a', [figure('potential', '139000000'), figure('signed', '20')]),
      outcome('b', [figure('potential', '1')]),
      outcome('c', [figure('potential', '5', 'CNY')]),
      outcome('d', [figure('potential', '7')], null, 'investment'),
      outcome('e', [figure('potential', null)]),
    ]),
  ).toEqual(['deal potential 139000001 GBP: a b', 'deal potential 5 CNY: c', 'investment potential 7 GBP: d', 'deal signed 20 GBP: a']);
});

test('what goes one way is never added to what goes the other way or to what nobody said the way of', () => {
  const going = (id: string, kind: CountedOutcome['kind'], from: string | null, to: string | null): CountedOutcome => ({
    ...outcome(id, [figure('signed', '2')], null, kind),
    way: { from, to },
  });
  const totals = totalsOf([
    going('a', 'service', 'liverpool', 'shanghai'),
    going('b', 'service', 'liverpool', 'shanghai'),
    going('c', 'service', 'shanghai', 'liverpool'),
    going('d', 'service', null, null),
    going('e', 'deal', 'liverpool', 'shanghai'),
    going('f', 'deal', 'shanghai', 'liverpool'),
  ]);
  expect(totals.map(({ way, outcomes }) => [way?.from, ...outcomes])).toEqual([
    ['liverpool', 'a', 'b'],
    ['shanghai', 'c'],
    [null, 'd'],
    [undefined, 'e', 'f'],
  ]);
});

test('a part is never counted beside its whole, and stands for it where the whole says nothing', () => {
  const whole = outcome('whole', [figure('potential', '139000000')]);
  const part = outcome('part', [figure('potential', '10'), figure('signed', '9')], 'whole');
  expect(told([whole, part])).toEqual(['deal potential 139000000 GBP: whole', 'deal signed 9 GBP: part']);
  expect(told([part])).toEqual(['deal potential 10 GBP: part', 'deal signed 9 GBP: part']);
});

test('a disputed or withdrawn deal is in no sum, and what both sides confirm is not added to what one reports', () => {
  const signed = (id: string, value: string, assurance: Assurance) => outcome(id, [figure('signed', value, 'GBP', assurance)]);
  const totals = totalsOf([
    signed('a', '1100000', 'differ'),
    signed('b', '2400000', 'confirmed'),
    signed('c', '5', 'documented'),
    signed('d', '7', 'reported'),
    signed('e', '8', 'reported'),
    signed('f', '9', 'differ'),
    signed('g', '10', 'withdrawn'),
  ]);
  expect(totals.map(({ assurance, amount, outcomes }) => [assurance, amount.value, outcomes.join(' ')])).toEqual([
    ['confirmed', '2400005', 'b c'],
    ['reported', '15', 'd e'],
    ['differ', '1100000', 'a'],
    ['differ', '9', 'f'],
    ['withdrawn', '10', 'g'],
  ]);
});

test('what rests on a study holds for whom it covers, and is added to nothing', () => {
  const study = { ...figure('realised', '525700000', 'USD'), ofStudy: true };
  const totals = totalsOf([
    outcome('a', [study]),
    outcome('b', [figure('realised', '1', 'USD')]),
    outcome('c', [figure('realised', '2', 'USD')]),
  ]);
  expect(totals.map(({ amount, outcomes }) => [amount.value, ...outcomes])).toEqual([
    ['525700000', 'a'],
    ['3', 'b', 'c'],
  ]);
});

test('a whole that is kept out does not hide its parts', () => {
  const whole = outcome('whole', [figure('signed', '20', 'GBP', 'differ')]);
  const part = outcome('part', [figure('signed', '9', 'GBP', 'confirmed')], 'whole');
  expect(totalsOf([whole, part]).map(({ assurance, outcomes }) => [assurance, ...outcomes])).toEqual([
    ['confirmed', 'part'],
    ['differ', 'whole'],
  ]);
});

test('what is confirmed in part is summed in two: the part with what is confirmed, the rest with what one side reports', () => {
  const partly = { ...figure('signed', '3600000'), confirmedPart: { amount: { value: '2000000', currency: 'GBP' } } };
  const totals = totalsOf([outcome('a', [partly]), outcome('b', [figure('signed', '1', 'GBP', 'confirmed')])]);
  expect(totals.map(({ assurance, amount, outcomes }) => [assurance, amount.value, ...outcomes])).toEqual([
    ['confirmed', '2000001', 'a', 'b'],
    ['reported', '1600000', 'a'],
  ]);
});

test('what came to an end counts there, as sure as that is, and no longer at the stage before', () => {
  const ended = (id: string, figures: CountedOutcome['figures']): CountedOutcome => ({ ...outcome(id, figures), ended: 'cancelled' });
  const cancelled = ended('b', [figure('intended', '15000', 'GBP', 'confirmed'), figure('cancelled', null)]);
  expect(told([outcome('a', [figure('intended', '5')]), cancelled])).toEqual(['deal intended 5 GBP: a', 'deal cancelled 15000 GBP: b']);
  expect(totalsOf([cancelled])[0]?.assurance).toBe('reported');
  const disputed = ended('c', [figure('intended', '1'), figure('cancelled', null, 'GBP', 'differ')]);
  expect(told([cancelled, disputed])).toEqual(['deal cancelled 15000 GBP: b', 'deal cancelled 1 GBP: c']);
  expect(told([ended('d', [figure('intended', '9'), figure('cancelled', '8')])])).toEqual(['deal cancelled 8 GBP: d']);
});
