import { expect, test } from 'vitest';
import type { AccountId } from '#kernel/ids.ts';
import type { OpenThing } from '../briefing/open-things.ts';
import { mayTick, partOf, takenBy, tallyOf, typedLine, type Tick, type TypedLine } from './lines.ts';

const account = 'a' as AccountId;
const tick = (subject: string, taken: boolean, at: string): Tick => ({ subject, taken, account, at });
const thing = (facts: Partial<OpenThing>): OpenThing => ({
  ...{ key: 'k', about: 'item', title: null, attribute: null, turn: 'both', due: null, late: false, since: null },
  ...facts,
});
const line = (id: string, due: string | null): TypedLine => ({
  id,
  part: 'promised',
  head: id,
  text: '',
  due: due === null ? null : { text: due, qualifier: 'exact' },
});

test('the last press of a line counts, and one given back is open again', () => {
  const ticks = [
    tick('one', true, '1'),
    tick('two', true, '1'),
    tick('one', false, '2'),
    tick('three', false, '2'),
    tick('two', true, '3'),
  ];
  const taken = takenBy(ticks, new Set([account]));
  expect([...taken].map(([subject, { at }]) => [subject, at])).toEqual([['two', '3']]);
});

test('what waits for our word is an answer, what has a day a deadline, and else whose turn it is says who promised', () => {
  const due = { text: '2026-12-01', qualifier: 'exact' as const };
  expect([
    partOf(thing({ about: 'said', turn: 'ours' })),
    partOf(thing({ about: 'answer_outcome', turn: 'ours', due })),
    partOf(thing({ due, turn: 'theirs' })),
    partOf(thing({ turn: 'theirs' })),
    partOf(thing({ turn: 'ours' })),
    partOf(thing({ turn: 'both' })),
  ]).toEqual(['answers', 'answers', 'deadlines', 'owed', 'promised', 'promised']);
});

test('the tally counts what is taken, what of the rest is overdue, and what more falls due before the desk changes hands', () => {
  const lines = [
    line('past', '2026-11-23'),
    line('same month', '2026-12'),
    line('later', '2027-01'),
    line('none', null),
    line('taken', '2026-11-01'),
  ].map((one) => typedLine(one, one.id === 'past'));
  expect(tallyOf(lines, new Set(['typed taken']), '2027-01-01')).toEqual({ lines: 5, taken: 1, open: 4, late: 1, early: 1 });
});

test('what a former member had taken is open, and where the successor has left, whoever does not go may take it', () => {
  const [goes, comes, other, owner] = ['goes' as AccountId, 'comes' as AccountId, 'other' as AccountId, 'owner' as AccountId];
  const [all, left] = [new Set([goes, comes, other, owner]), new Set([goes, other, owner])];
  const ticks = [{ ...tick('one', true, '1'), account: comes }];
  expect([takenBy(ticks, all).size, takenBy(ticks, left).size]).toEqual([1, 0]);
  const taking = (finishedAt: Date | null, members: ReadonlySet<AccountId>) =>
    [...members].filter((one) =>
      mayTick({ fromAccount: goes, toAccount: comes, restAccount: null, finishedAt }, { account: one, isOwner: one === owner, members }),
    );
  expect([taking(null, all), taking(null, left)]).toEqual([[comes], [other, owner]]);
  expect([taking(new Date(0), all), taking(new Date(0), left)]).toEqual([
    [comes, owner],
    [other, owner],
  ]);
});
