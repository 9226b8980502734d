import { expect, test } from 'vitest';
import { searchNameOf, sortNameOf } from './search-name.ts';

const text = (words: string) => ({ text: words, origin: 'human' as const });

test('puts English first and names nobody twice', () => {
  expect(searchNameOf({ 'zh-Hans': text('柏溪水务'), de: text('Cypress Water'), en: text('Cypress  water') })).toBe(
    'cypress water\n柏溪水务',
  );
});

test('sorts by the beginning of the first line', () => {
  expect(sortNameOf('alpha\n柏溪')).toBe('alpha');
  expect(sortNameOf('字'.repeat(150))).toHaveLength(100);
});
