import { expect, test } from 'vitest';
import { alikeAmong, looksAlike, resembles, type Comparable, type WithParties } from './alike.ts';
import type { OutcomeId } from './outcome.ts';

const gbp = (value: string) => ({ value, currency: 'GBP' });
const april = { text: '2019-04', qualifier: 'exact' } as const;

const outcome = (id: string, facts: Partial<Comparable> = {}): Comparable => ({
  id: id as OutcomeId,
  kind: 'deal',
  partOf: null,
  occurred: april,
  subjects: ['tie'],
  figures: [{ stage: 'potential', amount: gbp('139000000'), count: '45' }],
  ...facts,
});

test('the same amount at the same stage of the same tie at the same time looks like one outcome entered twice', () => {
  expect(looksAlike(outcome('a'), outcome('b'))).toBe(true);
  expect(looksAlike(outcome('a'), outcome('b', { occurred: { text: '2019-04-18', qualifier: 'exact' } }))).toBe(true);
  expect(looksAlike(outcome('a'), outcome('b', { occurred: null }))).toBe(true);
  expect(looksAlike(outcome('a'), outcome('b', { figures: [{ stage: 'potential', amount: gbp('139000000.00'), count: null }] }))).toBe(
    true,
  );
});

test('another tie, time, kind, stage, amount, currency or count is another outcome', () => {
  const others: readonly Partial<Comparable>[] = [
    { subjects: ['another tie'] },
    { occurred: { text: '2019-05', qualifier: 'exact' } },
    { kind: 'project' },
    { figures: [{ stage: 'signed', amount: gbp('139000000'), count: '45' }] },
    { figures: [{ stage: 'potential', amount: gbp('139000001'), count: '45' }] },
    { figures: [{ stage: 'potential', amount: { value: '139000000', currency: 'CNY' }, count: '45' }] },
    { figures: [{ stage: 'potential', amount: gbp('139000000'), count: '46' }] },
    { figures: [{ stage: 'potential', amount: null, count: '45' }] },
    { figures: [] },
  ];
  for (const facts of others) expect(looksAlike(outcome('a'), outcome('b', facts))).toBe(false);
  expect(looksAlike(outcome('a'), outcome('a'))).toBe(false);
});

test('a part is not its whole, nor another part of it', () => {
  expect(looksAlike(outcome('a'), outcome('b', { partOf: 'a' as OutcomeId }))).toBe(false);
  expect(looksAlike(outcome('b', { partOf: 'a' as OutcomeId }), outcome('c', { partOf: 'a' as OutcomeId }))).toBe(false);
});

test('of several alike the first entered counts, whatever the order they are told in', () => {
  expect(alikeAmong([outcome('c'), outcome('a'), outcome('b'), outcome('d', { subjects: ['other'] })])).toEqual([
    { counted: 'a', again: 'b' },
    { counted: 'a', again: 'c' },
  ]);
});

test('who takes part in both, within a tenth of the amount and ninety days, is asked about, and in no sum left out', () => {
  const withParties = (id: string, facts: Partial<WithParties> = {}): WithParties => ({
    ...outcome(id),
    subjects: [id],
    parties: ['peel ports'],
    ...facts,
  });
  const a = withParties('a');
  const figures = (value: string) => [{ stage: 'signed' as const, amount: gbp(value), count: null }];
  const on = (text: string) => ({ occurred: { text, qualifier: 'exact' as const } });
  expect(resembles(a, withParties('b', { figures: figures('125100000') }))).toBe(true);
  expect(resembles(a, withParties('b', { figures: figures('154444444') }))).toBe(true);
  expect(resembles(a, withParties('b', { ...on('2019-07-29') }))).toBe(true);
  expect(resembles(a, withParties('b', { occurred: null }))).toBe(true);
  const others: readonly Partial<WithParties>[] = [
    { figures: figures('125099999') },
    { figures: [{ stage: 'signed', amount: { value: '139000000', currency: 'CNY' }, count: null }] },
    on('2019-07-30'),
    on('2018-12-30'),
    { parties: ['somebody else'] },
    { kind: 'project' },
    { partOf: 'a' as OutcomeId },
  ];
  for (const facts of others) expect(resembles(a, withParties('b', facts))).toBe(false);
  expect(alikeAmong([a, withParties('b', { figures: figures('125100000') })])).toEqual([]);
});
