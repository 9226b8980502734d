import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { planGreedily } from '../engines/greedy.ts';
import { validate } from '../validate.ts';
import { valueOf, violationsOf } from '../verify.ts';
import { instanceFacts, readInstance } from './instance-facts.ts';
import { sentence } from '#kernel/sentence.ts';
import { en } from './text.en.ts';

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

const problemsOf = (given: string): unknown => {
  const read = readInstance(given, 'day.dzn');
  return read.ok ? [] : read.refusal.problems?.map(({ code, params }) => sentence(en, 'en', code, params).replace('day.dzn, line ', ''));
};

test('names all that is missing in a text that is no instance', () => {
  const missing = ['nBusiness', 'nMeetings', 'nTables', 'nTotalSlots', 'nMorningSlots', 'requested'];
  expect(problemsOf('')).toEqual(missing.map((name) => `1, column 1: the file does not contain ${name}.`));
  expect(problemsOf('hello')).toEqual(['1, column 6: the file ends in the middle of an entry.']);
  expect(() => instanceFacts('hello')).toThrow('The text is no instance');
});

test('names every wrong number at once', () => {
  const wrong = text
    .replace('nTables = 1;', 'nTables = -1;')
    .replace('nTotalSlots = 4;', 'nTotalSlots = 1000000;')
    .replace('|1, 2,1,', '|1, 9,7,')
    .replace('|2, 3,3,', '|2, 2,3,')
    .replace('[0,3]', '[0,3000]');
  expect(problemsOf(wrong)).toEqual([
    '3, column 11: -1 is not between 1 and 50,000.',
    '3, column 29: 1000000 is not between 1 and 2,000.',
    '5, column 18: 9 is not between 1 and 3.',
    '5, column 20: 7 is not between 1 and 3.',
    '6, column 5: “2” asks to meet itself.',
    '10, column 12: 3000 is not between 0 and 2,000.',
  ]);
  expect(problemsOf(text.replace('{0,4}', '{0,many}'))).toEqual(['9, column 21: “many” cannot be read here.']);
});

test('a text that was cut off, or whose arrays have the wrong length, is refused', () => {
  expect(problemsOf(text.slice(0, text.indexOf('|2, 3')))).toEqual(['6, column 1: the file ends in the middle of an entry.']);
  expect(problemsOf(text.replace('fixed = [0,3]', 'fixed = [0,3,1]').replace('[{},{1}]', '[{}]'))).toEqual([
    '11, column 1: precedences has 1 entries instead of 2.',
    '10, column 1: fixed has 3 entries instead of 2.',
  ]);
});

test('sets may be written as ranges, and lines may carry remarks', () => {
  const facts = instanceFacts(text.replace('{0,4}', '{2..4} % away\n').replace('nTables = 1;', 'nTables = 1; % few\n'));
  expect(facts.participants[1]?.unavailableSlots).toEqual([1, 2, 3]);
});

const folder = new URL('../../../../../shared/data/b2b/', import.meta.url);
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
