import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { planGreedily } from '../core/engines/greedy.ts';
import { validate } from '../core/validate.ts';
import { valueOf, violationsOf } from '../core/verify.ts';
import { instanceFacts } from './instance.ts';

const text = `
nBusiness = 3; nMeetings = 2;
nTables = 1; nTotalSlots = 4;
nMorningSlots = 2;
requested = [|1, 2,1,
|2, 3,3,
|];
meetingsxBusiness = [{1,2},{1,2,3},{1,3}];
forbidden = [{0},{0,4},{0}];
fixed = [0,3];
precedences = [{},{1}];
`;

test('reads sessions, forbidden slots, fixed meetings and precedences', () => {
  const facts = instanceFacts(text);
  expect(facts.meetings).toEqual([
    { id: '1', participants: [0, 1], weight: 1, must: true, allowedSlots: [0, 1], pinnedSlot: null, pinnedPlace: null, lengthSlots: 1 },
    { id: '2', participants: [1, 2], weight: 1, must: true, allowedSlots: null, pinnedSlot: 2, pinnedPlace: null, lengthSlots: 1 },
  ]);
  expect(facts.participants.map(({ unavailableSlots }) => unavailableSlots)).toEqual([[], [3], []]);
  expect(facts.precedences).toEqual([{ earlier: 0, later: 1 }]);
  expect([facts.slots.length, facts.places.length]).toEqual([4, 1]);
});

test('throws on a text that is no instance', () => {
  expect(() => instanceFacts('hello')).toThrow('The instance names no nTotalSlots.');
});

const folder = new URL('../../../../shared/data/b2b/', import.meta.url);
const absent = !existsSync(folder);
if (absent) process.stdout.write('The published instances are not here (../shared/data/b2b): their plans are not tested.\n');

/** Instances that are known to be feasible, with the most breaks a short run may leave. */
const feasible: readonly (readonly [string, number])[] = [
  ['forum-13.original', 40],
  ['forum-13.prec15', 40],
  ['forumt-14.original', 20],
  ['forumt-14.fixed020-Forb', 30],
  ['tic-12.original', 15],
  ['tic-13crafc.original', 40],
];

test.skipIf(absent).each(feasible)('places every meeting of %s', (name, mostBreaks) => {
  const facts = instanceFacts(readFileSync(new URL(`${name}.dzn`, folder), 'utf8'));
  expect(validate(facts).ok).toBe(true);
  const { placements } = planGreedily(facts, { seed: 1, iterations: 20_000 });
  const value = valueOf(facts, placements);
  expect(violationsOf(facts, placements)).toEqual([]);
  expect(value.placed).toBe(value.total);
  expect(value.breaks).toBeLessThanOrEqual(mostBreaks);
  expect(value.breakSpread).toBeLessThanOrEqual(2);
});

test.skipIf(absent)('forum-13.original is a day of 70 people, 154 meetings, 21 slots and 14 tables', () => {
  const facts = instanceFacts(readFileSync(new URL('forum-13.original.dzn', folder), 'utf8'));
  expect([facts.participants.length, facts.meetings.length, facts.slots.length, facts.places.length]).toEqual([70, 154, 21, 14]);
});
