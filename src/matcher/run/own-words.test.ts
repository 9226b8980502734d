// An office's own words: they hold over those of all, and leave these as they are.
import { beforeAll, expect, test } from 'vitest';
import { matchOf, quotedProfile } from '../core/explain.ts';
import type { Lexicon } from '../core/lexicon.ts';
import { unstated } from '../core/model.ts';
import { withOwnWords, type WordPair } from '../core/own-words.ts';
import { readPassages } from '../core/read.ts';
import { readProfile, stockOf } from '../core/stock.ts';
import { loadLexicon } from './load-lexicon.ts';

let words: Lexicon;
beforeAll(() => {
  words = loadLexicon();
});

const passage = (text: string) => ({ language: null, title: '', text });
const wordsOf = (lexicon: Lexicon, need: string, offer: string) => {
  const [own, other] = [
    { ...unstated('n'), needs: [passage(need)] },
    { ...unstated('o'), offers: [passage(offer)] },
  ];
  const stock = stockOf([readProfile(lexicon, other)]);
  const { reasons } = matchOf(lexicon, stock, [quotedProfile(lexicon, own), quotedProfile(lexicon, other)]);
  return reasons.filter(({ part }) => part === 'words').map((reason) => reason.words);
};
const pairs: readonly WordPair[] = [
  { english: 'quay plug', chinese: '岸电' },
  { english: 'Sparrowgate scheme', chinese: '雀门工程' },
];

test('a word of the house means what the known word beside it means, and finds all that does', () => {
  const own = withOwnWords(words, pairs);
  expect(wordsOf(words, 'quay plug', '岸电')).toEqual([]);
  expect(wordsOf(own, 'quay plug', '岸电')[0]).toEqual(['quay plug', '岸电']);
  expect(wordsOf(own, 'quay plug', 'shore power')[0]).toEqual(['quay plug', 'shore power']);
  expect(wordsOf(own, '雀门工程', 'the Sparrowgate scheme')[0]).toEqual(['雀门工程', 'Sparrowgate scheme']);
});

test('the words of all stay as they were, and a text that is read once leaves nothing behind', () => {
  withOwnWords(words, pairs);
  expect(wordsOf(words, 'quay plug', '岸电')).toEqual([]);
  const unknown = 'blorptangle of wuzzle';
  expect([...readPassages(words.forOnce(), [passage(unknown)]).ids]).toEqual([]);
  const before = words.numberOf('word', 'first');
  readPassages(words.forOnce(), [passage(`${unknown} zzyzx 龘靐`)]);
  expect(words.numberOf('word', 'second')).toBe(before + 1);
  expect([...readPassages(words.forOnce(), [passage('岸电')]).ids]).toEqual([...readPassages(words, [passage('岸电')]).ids]);
});
