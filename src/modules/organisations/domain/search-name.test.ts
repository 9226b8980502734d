import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, searchNameOf, sortNameOf } from './search-name.ts';

const text = (words: string) => ({ text: words, origin: 'human' as const });

test('folds case, accents, width and blanks', () => {
  expect(fold('  Ｓãn   Łódź ')).toBe('san lodz');
  expect(fold('Großhändler Øresund')).toBe('grosshandler oresund');
});

test('keeps Han characters as they are', () => {
  expect(fold('柏溪水务（上海）')).toBe('柏溪水务(上海)');
});

test('puts English first and names nobody twice', () => {
  expect(searchNameOf({ 'zh-Hans': text('柏溪水务'), de: text('Cypress Water'), en: text('Cypress  water') })).toBe(
    'cypress water\n柏溪水务',
  );
});

test('sorts by the beginning of the first line', () => {
  expect(sortNameOf('alpha\n柏溪')).toBe('alpha');
  expect(sortNameOf('字'.repeat(150))).toHaveLength(100);
});

test('folding twice changes nothing more', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (words) => fold(fold(words)) === fold(words)));
});
