import { expect, test } from 'vitest';
import { itemsIn, unreadIn } from './wikidata-items.ts';

test('numbers are taken from lists, addresses and Chinese punctuation, each once', () => {
  expect(itemsIn('Q8686, q24826\nhttps://www.wikidata.org/wiki/Q8686；wd:Q62')).toEqual(['Q8686', 'Q24826', 'Q62']);
});

test('what is no number is told', () => {
  expect(unreadIn('Q8686 Shanghai Q0 http://example.org/Q5')).toEqual(['Shanghai', 'Q0', 'http://example.org/Q5']);
  expect(itemsIn('')).toEqual([]);
});
