import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from './fold.ts';

test('folds case, accents, width and blanks', () => {
  expect(fold('  Ｓãn   Łódź ')).toBe('san lodz');
  expect(fold('Großhändler Øresund')).toBe('grosshandler oresund');
});

test('keeps Han characters as they are', () => {
  expect(fold('柏溪水务（上海）')).toBe('柏溪水务(上海)');
});

test('folding twice changes nothing more', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (words) => fold(fold(words)) === fold(words)));
});
