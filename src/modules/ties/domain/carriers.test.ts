import { expect, test } from 'vitest';
import type { FlexDate } from '#kernel/flex-date.ts';
import { carrierProblems, holderProblems, holdersOn, type CarrierFacts } from './carriers.ts';

const on = (text: string): FlexDate => ({ text, qualifier: 'exact' });
const facts: CarrierFacts = {
  ...{
    kind: 'organisation',
    side: 'a',
    organisationId: null,
    name: 'A ballet',
    body: null,
    role: null,
    starts: null,
    ends: null,
    sourceId: null,
  },
};

test('an organisation is one on record or has a name, a post has a title, and nothing ends before it begins', () => {
  expect(carrierProblems(facts)).toEqual([]);
  expect(carrierProblems({ ...facts, name: null, organisationId: 'x' })).toEqual([]);
  const untitled = { ...facts, kind: 'post', name: null, organisationId: 'x', starts: on('2020'), ends: on('2019-05') } as const;
  expect(carrierProblems(untitled).map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual([
    'name kernel.required',
    'ends ties.ends_before_begins',
  ]);
  // In the year in which it began it may have ended.
  expect(carrierProblems({ ...facts, starts: on('2020-06'), ends: on('2020') })).toEqual([]);
});

test('a name is kept until a day to come, for five years at most', () => {
  const kept = (keepUntil: string) => holderProblems({ keepUntil, starts: null, ends: null }, '2026-11-26').map(({ code }) => code);
  expect(kept('2026-11-27')).toEqual([]);
  expect(kept('2031-11-26')).toEqual([]);
  expect(kept('2031-11-27')).toEqual(['ties.keep_until_too_far']);
  expect(kept('2026-11-26')).toEqual(['ties.keep_until_is_past']);
});

test('whoever holds a post today stands before whoever did, the last first', () => {
  const held = (id: string, starts: string | null, ends: string | null) => ({
    ...{ id, starts: starts === null ? null : on(starts), ends: ends === null ? null : on(ends) },
  });
  const holders = [
    held('unknown', null, '2001'),
    held('first', '2010', '2018'),
    held('now', '2024', null),
    held('second', '2018', '2024-03'),
  ];
  const { now, before } = holdersOn(holders, '2024-04-01');
  expect([now.map(({ id }) => id), before.map(({ id }) => id)]).toEqual([['now'], ['second', 'first', 'unknown']]);
  // Until the month is over nobody knows that the earlier one has left.
  expect(holdersOn(holders, '2024-03-15').now.map(({ id }) => id)).toEqual(['now', 'second']);
});
