import { expect, test } from 'vitest';
import { kindOfWords } from './kind-of-words.ts';

test.each([
  ['the most popular team in the world', 'comparison'],
  ['a stand twice as large as last year', 'comparison'],
  ['busier than Felixstowe', 'comparison'],
  ['the only US non-profit', 'comparison'],
  ['英国最受欢迎的球队', 'comparison'],
  ['面积是去年的两倍', 'comparison'],
  ['The tower will be the tallest', 'forecast'],
  ['expected to open in 2022', 'forecast'],
  ['该港将成为枢纽', 'forecast'],
  ['Sister cities should share what works', 'opinion'],
  ['友城应当分享经验', 'opinion'],
  ['signed on 18 October 1999', 'fact'],
  ['more than 200 joint projects', 'fact'],
  ['将近40年', 'fact'],
] as const)('%s is proposed as %s', (words, kind) => {
  expect(kindOfWords(words, false)).toBe(kind);
});

test('a figure is a count unless the words say otherwise', () => {
  expect([kindOfWords('', true), kindOfWords('will reach 300', true)]).toEqual(['count', 'forecast']);
});
