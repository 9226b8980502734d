import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareTexts } from './compare-texts.ts';

const told = (before: string, after: string) => compareTexts(before, after).map(({ kind, text }) => `${kind[0] ?? ''}:${text}`);

test('a changed word is told from those around it; Chinese sign by sign', () => {
  expect(told('The port is old.', 'The port is new.')).toEqual(['s:The port is ', 'g:old.', 'n:new.']);
  expect(told('港口很旧。', '港口很新。')).toEqual(['s:港口很', 'g:旧', 'n:新', 's:。']);
  expect(told('', 'New')).toEqual(['n:New']);
  expect(told('Same', 'Same')).toEqual(['s:Same']);
});

test('a text too long to be compared word by word is shown as replaced', () => {
  const words = (from: number) => Array.from({ length: 2100 }, (_, at) => `w${from + at}`).join(' ');
  const parts = compareTexts(`Begin ${words(0)} end`, `Begin ${words(5000)} end`);
  expect(parts.map(({ kind }) => kind)).toEqual(['same', 'gone', 'new', 'same']);
});

test('both texts can be read out of the parts', () => {
  const text = fc.array(fc.constantFrom('port ', 'old ', 'new ', '港', '口', '\n')).map((words) => words.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = compareTexts(before, after);
      const without = (left: string) => parts.flatMap(({ kind, text: part }) => (kind === left ? [] : [part])).join('');
      expect([without('new'), without('gone')]).toEqual([before, after]);
    }),
  );
});
