// Word vectors of an operator's folder: what they add is named and sums up like everything else, and without them nothing is another.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rounds } from '#platform/full-size.ts';
import { matchOf, quotedProfile } from '../core/explain.ts';
import type { Lexicon } from '../core/lexicon.ts';
import { unstated, type Match, type Passage } from '../core/model.ts';
import { bestFor } from '../core/rank.ts';
import { readPassages } from '../core/read.ts';
import { readProfile, stockOf } from '../core/stock.ts';
import { withVectors } from '../core/near.ts';
import { loadLexicon } from './load-lexicon.ts';
import { readVectors, vectorsOf } from './read-vectors.ts';

const english = '5 3\ncrane 1 0 0\nhoist 0.9 0.1 0\nWinch 0.8 0.2 0.1\nferry 0 1 0\npolka 0 0 1\n';
const chinese = '4 3\n起重机 1 0.1 0\n绞盘 0.7 0.2 0.1\n舢板 0.1 0.9 0\n渡轮 0 1 0.1\n';

let root: string;
let words: Lexicon;
let near: Lexicon;
const folderOf = (name: string, en: string | null, zh: string | null): string => {
  const folder = mkdtempSync(path.join(root, `${name}-`));
  if (en !== null) writeFileSync(path.join(folder, 'tiny.en.vec'), en);
  if (zh !== null) writeFileSync(path.join(folder, 'wiki.zh.align.vec'), zh);
  return folder;
};
const withFolder = (folder: string): Lexicon => {
  const read = readVectors(folder);
  if (!read.ok) throw new Error(read.problems.join('; '));
  return withVectors(words, vectorsOf(read.tables));
};
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'vectors-'));
  words = loadLexicon();
  near = withFolder(folderOf('good', english, chinese));
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

const passage = (text: string): Passage => ({ language: null, title: '', text });
const need = (text: string) => ({ ...unstated('need'), needs: [passage(text)] });
const offer = (text: string) => ({ ...unstated('offer'), offers: [passage(text)] });
const matched = (lexicon: Lexicon, seeks: string, brings: string): Match =>
  matchOf(lexicon, stockOf([readProfile(lexicon, offer(brings))]), [
    quotedProfile(lexicon, need(seeks)),
    quotedProfile(lexicon, offer(brings)),
  ]);
const nearLines = ({ reasons }: Match): readonly (readonly string[])[] =>
  reasons.filter(({ part }) => part === 'near').map((line) => line.words);

test('a word that the glossary lacks finds the concept near to it, in either language, and says so with both words', () => {
  expect(nearLines(matched(words, 'a winch', '起重机'))).toEqual([]);
  expect(nearLines(matched(near, 'a winch', '起重机'))).toEqual([['winch', '起重机']]);
  expect(nearLines(matched(near, '绞盘', 'Tower crane'))).toEqual([['绞盘', 'Tower crane']]);
  expect(nearLines(matched(near, '绞盘', 'winches'))).toEqual([]);
  expect(nearLines(matched(near, '绞盘', 'winch'))).toEqual([['绞盘', 'winch']]);
  expect(nearLines(matched(near, 'polka', '起重机'))).toEqual([]);
});

test('what is named itself counts for more than what is near, and is no line of nearness', () => {
  const [named, close] = [matched(near, 'a crane', '起重机'), matched(near, 'a winch', '起重机')];
  expect(nearLines(named)).toEqual([]);
  expect(close.score).toBeLessThan(named.score);
});

const said = ['a winch', '绞盘', 'crane', '起重机', '舢板', 'ferry', '渡轮', 'polka', 'cold chain', '岸电', 'shore power', '寻求合作'];
const texts = fc.array(fc.constantFrom(...said), { minLength: 1, maxLength: 5 }).map((all) => all.join('. '));

test('lines sum to the score, a quoted word that is taken out lowers it, and the best of many are those of each pair', () => {
  fc.assert(
    fc.property(texts, fc.array(texts, { minLength: 1, maxLength: 6 }), (seeks, bring) => {
      const offers = bring.map((text, at) => ({ ...offer(text), id: `offer ${at}` }));
      const stock = stockOf(offers.map((each) => readProfile(near, each)));
      const scoreOf = (text: string, at: number): Match =>
        matchOf(near, stock, [quotedProfile(near, need(text)), quotedProfile(near, offers[at] ?? unstated(''))]);
      const all = offers.map((_, at) => scoreOf(seeks, at));
      for (const [at, { score, reasons }] of all.entries()) {
        expect(reasons.reduce((sum, { value }) => sum + value, 0)).toBe(score);
        for (const quoted of reasons.flatMap((line) => line.words).filter((one) => seeks.includes(one)))
          expect(scoreOf(seeks.replaceAll(quoted, ' '), at).score).toBeLessThan(score);
      }
      const [best] = bestFor(stock, readProfile(near, need(seeks)), { top: 1 });
      expect(Math.round(best?.score ?? 0)).toBe(Math.max(...all.map(({ score }) => score)));
    }),
    { numRuns: rounds(100) },
  );
});

test('what is near to nothing of a folder is read as without one, and the words of all stay as they were', () => {
  const far = withFolder(folderOf('far', '2 3\nzzq 1 0 0\nqqz 0 1 0\n', '1 3\n甲乙丙丁 0 0 1\n'));
  fc.assert(
    fc.property(texts, (text) => {
      const read = readPassages(words, [passage(text)]);
      expect(read.near.size).toBe(0);
      expect(readPassages(far, [passage(text)])).toEqual(read);
    }),
    { numRuns: rounds(50) },
  );
});

test.each([
  ['no file of a language', english, null, ['there is no file of Chinese words, such as wiki.zh.vec']],
  ['no head', 'crane 1 0 0\n', chinese, ['tiny.en.vec, line 1: it has to say how many words']],
  ['another width', english, '1 2\n起重机 1 0\n', ['tiny.en.vec has 3 numbers a word and wiki.zh.align.vec has 2']],
  [
    'lines that are wrong, all of them',
    '4 3\ncrane 1 0\nhoist 1 x 0\n 1 0 0\nferry 0 0 0\n',
    '1 3\n起重机 1 0 NaN\n',
    [
      'line 2: it has 2 numbers',
      'line 3: it has something that is no',
      'line 4: it has no word',
      'line 5: it has nothing but',
      'zh.align.vec, line 2',
    ],
  ],
])('refused in words: %s', (_name, en, zh, expected) => {
  const read = readVectors(folderOf('bad', en, zh));
  const problems = read.ok ? [] : read.problems;
  expect(problems.length).toBe(expected.length);
  for (const [at, problem] of expected.entries()) expect(problems[at]).toContain(problem);
});

test('refused in words: a folder that is not there, and bytes that are no text', () => {
  const missing = readVectors(path.join(root, 'nowhere'));
  expect(missing.ok ? [] : missing.problems).toEqual([expect.stringContaining('it cannot be read: ENOENT')]);
  const folder = folderOf('bytes', english, null);
  writeFileSync(path.join(folder, 'a.zh.vec'), Buffer.from([0x31, 0x20, 0x33, 0x0a, 0xff, 0xfe, 0x0a]));
  expect(readVectors(folder).ok).toBe(false);
});
