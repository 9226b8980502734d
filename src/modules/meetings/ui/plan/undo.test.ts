import { expect, test } from 'vitest';
import { dropStep, keepStep, noteStep, noteUndone, stepsOf, takeUndone, undoneLast, type Done } from './undo.ts';

const step = (words: string): Done => ({ words, changes: [], notice: words });

test('what was undone last is done once more first, until something else is done', () => {
  const [first, second, third] = [step('first'), step('second'), step('third')];
  for (const one of [first, second]) noteStep('c', one);
  for (const one of [second, first]) {
    dropStep('c', one);
    noteUndone('c', one);
  }
  expect(undoneLast('c')).toBe(first);
  expect(takeUndone('c', first)).toBe(first);
  keepStep('c', first);
  expect([takeUndone('c', first), stepsOf('c')]).toEqual([undefined, [first]]);
  noteStep('c', third);
  expect([undoneLast('c'), stepsOf('c')]).toEqual([undefined, [first, third]]);
});

test('each draft keeps its own steps in order, until they are taken back', () => {
  const [first, second, other] = [step('first'), step('second'), step('other')];
  noteStep('a', first);
  noteStep('a', second);
  noteStep('b', other);
  expect(stepsOf('a').map(({ words }) => words)).toEqual(['first', 'second']);
  expect(dropStep('a', first)).toBe(true);
  expect(dropStep('a', first)).toBe(false);
  expect(stepsOf('a')).toEqual([second]);
  expect(stepsOf('b')).toEqual([other]);
});
