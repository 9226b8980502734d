import { expect, test } from 'vitest';
import type { AccountId } from '#kernel/ids.ts';
import type { OpenThing } from '../briefing/open-things.ts';
import { partOf, takenBy, tallyOf, typedLine, type Tick, type TypedLine } from './lines.ts';

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
  const taken = takenBy([
    tick('one', true, '1'),
    tick('two', true, '1'),
    tick('one', false, '2'),
    tick('three', false, '2'),
    tick('two', true, '3'),
  ]);
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

test('the tally counts what is taken and what of the rest falls due before the desk changes hands', () => {
  const lines = [
    line('past', '2026-11-23'),
    line('same month', '2026-12'),
    line('later', '2027-01'),
    line('none', null),
    line('taken', '2026-11-01'),
  ].map((one) => typedLine(one, false));
  expect(tallyOf(lines, new Set(['typed taken']), '2026-12-01')).toEqual({ lines: 5, taken: 1, open: 4, early: 1 });
});
