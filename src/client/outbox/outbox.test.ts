import { expect, test } from 'vitest';
import { afterAnswers, answersOf, isWaiting, readKept, type Kept } from './outbox.ts';

const isText = (value: unknown): value is string => typeof value === 'string';
const entry = (told: string): Kept<string> => ({ told, at: '2026-11-06T01:00:00Z', what: 'arrive', words: 'B1', problem: null });
const kept = ['a', 'b', 'c'].map(entry);

test('what the browser kept is read again; what is no entry is left out, and a broken text is nothing', () => {
  expect(readKept(JSON.stringify([...kept, { told: 1 }, null, { ...entry('d'), what: 7 }]), isText)).toEqual(kept);
  expect(readKept('{', isText)).toEqual([]);
  expect(readKept(null, isText)).toEqual([]);
});

test('without a network everything stays; what a refusal names stays with its words until it is read, the others are sent again', () => {
  expect(afterAnswers(kept, answersOf(kept, { kind: 'later' }))).toEqual(kept);
  const named = answersOf(kept, { kind: 'refused', message: 'No.', byIndex: new Map([[1, 'Already here.']]) });
  expect(named).toEqual([{ told: 'b', problem: 'Already here.' }]);
  expect(afterAnswers(kept, named)).toEqual([entry('a'), { ...entry('b'), problem: 'Already here.' }, entry('c')]);
  expect(answersOf(kept, { kind: 'refused', message: 'No.', byIndex: new Map() }).map(({ problem }) => problem)).toEqual([
    'No.',
    'No.',
    'No.',
  ]);
});

test('what came in meanwhile stays until it is answered for', () => {
  const left = afterAnswers([...kept, entry('d')], [{ told: 'a', problem: null }]);
  expect(left.filter(isWaiting)).toEqual([entry('b'), entry('c'), entry('d')]);
});

test('what was entered is not sent again, and stays until the page has read what came of it, over a page that is opened anew', () => {
  const left = readKept(JSON.stringify(afterAnswers(kept, [{ told: 'a', problem: null }])), isText);
  expect(left).toEqual([{ ...entry('a'), entered: true }, entry('b'), entry('c')]);
  expect(left.filter(isWaiting)).toEqual([entry('b'), entry('c')]);
});
