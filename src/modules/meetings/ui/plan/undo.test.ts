import { expect, test } from 'vitest';
import { dropStep, noteStep, stepsOf, type Done } from './undo.ts';

const step = (words: string): Done => ({ words, changes: [], notice: words });

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
