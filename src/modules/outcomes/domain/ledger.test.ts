import { expect, test } from 'vitest';
import { checkEntry, checkReversal, saysNothing, type ProposedEntry } from './entry-problems.ts';
import {
  currencyOf,
  figuresOf,
  joinQualifiers,
  reachedOf,
  type EntryFacts,
  type EntryId,
  type Ledger,
  type LedgerEntry,
} from './ledger.ts';
import type { Extent } from './outcome.ts';

const entry = (number: number, facts: Partial<EntryFacts>, reverses: number | null = null): LedgerEntry => ({
  id: `entry ${number}` as EntryId,
  number,
  reverses: reverses === null ? null : (`entry ${reverses}` as EntryId),
  stage: 'potential',
  amount: null,
  count: null,
  qualifier: 'exact',
  countQualifier: 'exact',
  valueDate: null,
  ...facts,
});
const pounds = (value: string) => ({ value, currency: 'GBP' });
const ledger = (entries: readonly LedgerEntry[], extent: Extent = 'aggregate'): Ledger => ({ extent, entries });
const april = entry(1, { count: '45', amount: pounds('139000000') });
const proposed = (facts: Partial<ProposedEntry>): ProposedEntry => ({
  stage: 'potential',
  amount: null,
  currency: null,
  count: null,
  qualifier: 'exact',
  countQualifier: 'exact',
  valueDate: null,
  ...facts,
});
const codes = (found: { readonly problems: readonly { readonly path: readonly unknown[]; readonly code: string }[] | null }) =>
  (found.problems ?? []).map(({ path, code }) => `${path.join('.')} ${code}`);

test('a stage nobody spoke of has no figure: unknown is not zero', () => {
  expect(figuresOf(ledger([april]))).toEqual([
    {
      stage: 'potential',
      amount: pounds('139000000'),
      count: '45',
      qualifier: 'exact',
      countQualifier: 'exact',
      amountCoversPart: false,
      entries: ['entry 1'],
    },
  ]);
  expect(figuresOf(ledger([]))).toEqual([]);
});

test('entries of one stage add up, those of different stages never', () => {
  const figures = figuresOf(
    ledger([
      april,
      entry(2, { stage: 'signed', count: '3', amount: pounds('20000000.5') }),
      entry(3, { stage: 'signed', count: '2', countQualifier: 'about' }),
    ]),
  );
  expect(
    figures.map(({ stage, amount, count, qualifier, countQualifier, amountCoversPart }) => [
      stage,
      amount?.value,
      qualifier,
      count,
      countQualifier,
      amountCoversPart,
    ]),
  ).toEqual([
    ['potential', '139000000', 'exact', '45', 'exact', false],
    ['signed', '20000000.5', 'exact', '5', 'about', true],
  ]);
});

test('a reversed entry leaves nothing behind, not a zero', () => {
  const reversed = ledger([april, entry(2, { count: '-45', amount: pounds('-139000000') }, 1)]);
  expect(figuresOf(reversed)).toEqual([]);
  expect(currencyOf(reversed)).toBeNull();
  expect(reachedOf(reversed)).toEqual({ stage: null, ended: null });
});

test('an outcome has come as far as the furthest stage anything of it reached; none is not a reaching', () => {
  const signed = entry(2, { stage: 'signed', count: '2' });
  const none = entry(3, { stage: 'realised', count: '0' });
  expect(reachedOf(ledger([april, signed, none]))).toEqual({ stage: 'signed', ended: null });
});

test('one thing ends wholly, of several all must have ended, and a later step forward takes the end back', () => {
  const lapsed = (number: number, count: string | null) => entry(number, { stage: 'lapsed', count });
  expect(reachedOf(ledger([entry(1, { stage: 'intended' }), lapsed(2, null)], 'single'))).toEqual({ stage: 'intended', ended: 'lapsed' });
  expect(reachedOf(ledger([april, lapsed(2, '3')]))).toEqual({ stage: 'potential', ended: null });
  expect(reachedOf(ledger([april, lapsed(2, '45')]))).toEqual({ stage: 'potential', ended: 'lapsed' });
  const again = entry(3, { stage: 'signed' });
  expect(reachedOf(ledger([entry(1, { stage: 'intended' }), lapsed(2, null), again], 'single'))).toEqual({ stage: 'signed', ended: null });
});

test('the weaker claim of two is the claim of their sum', () => {
  expect(joinQualifiers(['exact', 'exact'])).toBe('exact');
  expect(joinQualifiers(['exact', 'over'])).toBe('over');
  expect(joinQualifiers(['up_to', 'over'])).toBe('about');
  expect(joinQualifiers(['about', 'planned'])).toBe('planned');
});

test('all problems of an entry are told at once', () => {
  expect(codes(checkEntry(ledger([]), proposed({ amount: '139000000', count: '4.5' })))).toEqual([
    'currency outcomes.amount_without_currency',
    'count outcomes.bad_count',
  ]);
  expect(codes(checkEntry(ledger([april]), proposed({ amount: '1.5', currency: 'JPY', count: 'x' })))).toEqual([
    'amount kernel.amount_too_fine',
    'currency outcomes.second_currency',
    'count outcomes.bad_count',
  ]);
  expect(codes(checkEntry(ledger([], 'count_only'), proposed({ amount: '1,000', currency: 'XXX' })))).toEqual([
    'amount kernel.bad_decimal',
    'amount outcomes.count_only_has_no_amount',
    'currency kernel.currency_unknown',
  ]);
  expect(codes(checkEntry(ledger([], 'single'), proposed({ currency: 'GBP', count: '2' })))).toEqual([
    'amount outcomes.currency_without_amount',
    'count outcomes.single_has_no_count',
  ]);
});

test('an amount and a count are each meant in their own way, and a qualifier without its figure is refused', () => {
  const nearly = entry(1, { amount: pounds('9000000'), qualifier: 'nearly', count: '7', countQualifier: 'about' });
  expect(figuresOf(ledger([nearly]))[0]).toMatchObject({ qualifier: 'nearly', countQualifier: 'about' });
  expect(codes(checkEntry(ledger([]), proposed({ qualifier: 'over', countQualifier: 'about' })))).toEqual([
    'qualifier outcomes.qualifier_without_amount',
    'countQualifier outcomes.qualifier_without_count',
  ]);
});

test('of a stage of which something stands, or before the one that was reached, an empty entry says nothing', () => {
  const signed = ledger([entry(1, { stage: 'signed', amount: pounds('240000') })], 'single');
  const said = (facts: Partial<ProposedEntry>) => codes({ problems: saysNothing(signed, proposed(facts)) });
  expect(said({})).toEqual(['stage outcomes.says_nothing']);
  expect(said({ stage: 'signed' })).toEqual(['stage outcomes.says_nothing']);
  expect([said({ valueDate: { text: '2019', qualifier: 'exact' } }), said({ amount: '1' }), said({ stage: 'realised' })]).toEqual([
    [],
    [],
    [],
  ]);
  // It was called off: no day is needed to say so.
  expect(said({ stage: 'cancelled' })).toEqual([]);
});

test('no figure falls below zero, neither by a correction nor by a reversal', () => {
  expect(codes(checkEntry(ledger([april]), proposed({ amount: '-140000000', currency: 'GBP', count: '-46' })))).toEqual([
    'amount outcomes.below_zero',
    'count outcomes.below_zero',
  ]);
  const corrected = ledger([april, entry(2, { count: '-5' })]);
  expect(codes(checkReversal(corrected, 'entry 1' as EntryId))).toEqual(['reverses outcomes.below_zero']);
});

test('a reversal of a reversal, of something reversed, of something else is refused', () => {
  const reversed = ledger([april, entry(2, { count: '-45', amount: pounds('-139000000') }, 1)]);
  expect(codes(checkReversal(reversed, 'entry 2' as EntryId))).toEqual(['reverses outcomes.reversal_of_reversal']);
  expect(codes(checkReversal(reversed, 'entry 1' as EntryId))).toEqual(['reverses outcomes.already_reversed']);
  expect(codes(checkReversal(reversed, 'entry 9' as EntryId))).toEqual(['reverses outcomes.entry_unknown']);
});
