import { expect, test } from 'vitest';
import type { Qualifier } from '#kernel/money.ts';
import { excesses, withEntry, type OrderedFigure } from './stage-order.ts';
import type { Stage } from './stages.ts';

const figure = (stage: Stage, count: string | null, pounds: string | null, qualifier: Qualifier = 'exact'): OrderedFigure => ({
  stage,
  count,
  amount: pounds === null ? null : { value: pounds, currency: 'GBP' },
  qualifier,
  countQualifier: qualifier,
});
const said = (figures: readonly OrderedFigure[], touched: Stage) =>
  excesses(figures, touched).map(({ earlier, later, of }) => `${later.stage} over ${earlier.stage} in ${of}`);

const potential = figure('potential', '45', '139000000');

test('50 signed of 45 potential deals, and £500m of £139m, are both told', () => {
  expect(said([potential, figure('signed', '50', '500000000')], 'signed')).toEqual([
    'signed over potential in count',
    'signed over potential in amount',
  ]);
});

test('a part, the whole of it, and what was not stated are in order', () => {
  expect(said([potential, figure('signed', '45', '100000000')], 'signed')).toEqual([]);
  expect(said([potential, figure('signed', null, null)], 'signed')).toEqual([]);
  expect(said([figure('signed', '50', '500000000')], 'signed')).toEqual([]);
});

test('an earlier stage entered later is compared as well, and stages that were not touched are let be', () => {
  const figures = [potential, figure('signed', '50', null), figure('realised', '51', null)];
  expect(said(figures, 'potential')).toEqual(['signed over potential in count', 'realised over potential in count']);
  expect(said(figures, 'realised')).toEqual(['realised over potential in count', 'realised over signed in count']);
  expect(said(figures, 'cancelled')).toEqual([]);
});

test('"more than 25" has no upper bound, "up to 60" no lower one, and currencies are not compared', () => {
  expect(said([figure('potential', '25', null, 'over'), figure('signed', '30', null)], 'signed')).toEqual([]);
  expect(said([potential, figure('signed', '60', null, 'up_to')], 'signed')).toEqual([]);
  const yuan: OrderedFigure = { ...potential, stage: 'signed', count: null, amount: { value: '500000000', currency: 'CNY' } };
  expect(said([potential, yuan], 'signed')).toEqual([]);
});

test('an entry adds to what stands at its stage', () => {
  const [first, second] = [figure('signed', '30', '100'), figure('signed', '16', null)];
  expect(withEntry([potential], first)).toEqual([potential, first]);
  expect(withEntry([potential, first], second)).toEqual([potential, figure('signed', '46', '100')]);
  expect(said(withEntry([potential, first], second), 'signed')).toEqual(['signed over potential in count']);
});
