import { expect, test } from 'vitest';
import type { StageFigure } from './ledger.ts';
import type { OutcomeId } from './outcome.ts';
import { totalsOf, type CountedOutcome } from './totals.ts';

const figure = (stage: StageFigure['stage'], value: string | null, currency = 'GBP'): StageFigure => ({
  stage,
  amount: value === null ? null : { value, currency },
  count: null,
  qualifier: 'exact',
  amountCoversPart: false,
  entries: [],
});
const outcome = (id: string, figures: readonly StageFigure[], partOf: string | null = null, kind: CountedOutcome['kind'] = 'deal') => ({
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

test('a part is never counted beside its whole, and stands for it where the whole says nothing', () => {
  const whole = outcome('whole', [figure('potential', '139000000')]);
  const part = outcome('part', [figure('potential', '10'), figure('signed', '9')], 'whole');
  expect(told([whole, part])).toEqual(['deal potential 139000000 GBP: whole', 'deal signed 9 GBP: part']);
  expect(told([part])).toEqual(['deal potential 10 GBP: part', 'deal signed 9 GBP: part']);
});
