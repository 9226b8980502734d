// What may be named as a reason: words that say what is sought, each in one line.
import { describe, expect, test } from 'vitest';
import { matchOf, quotedProfile } from '../core/explain.ts';
import { unstated, type Profile } from '../core/model.ts';
import { readProfile, stockOf } from '../core/stock.ts';
import { loadLexicon } from './load-lexicon.ts';

const lexicon = loadLexicon();
const passage = (text: string) => ({ language: null, title: '', text });

function matched(need: string, offer: string) {
  const own: Profile = { ...unstated('need'), needs: [passage(need)] };
  const other: Profile = { ...unstated('offer'), offers: [passage(offer)] };
  const beside = ['steel frames', '茶叶包装', 'school meals', '风电叶片'].map((text, at): Profile => ({
    ...unstated(`beside ${at}`),
    offers: [passage(text)],
  }));
  const stock = stockOf([other, ...beside].map((profile) => readProfile(lexicon, profile)));
  return matchOf(lexicon, stock, [quotedProfile(lexicon, own), quotedProfile(lexicon, other)]);
}
const named = (need: string, offer: string): readonly string[] =>
  matched(need, offer).reasons.flatMap(({ part, words }) => (part === 'words' ? words : []));

describe('is no reason', () => {
  test.each([
    ['what any sentence can say', 'We can ship boats', 'We can bake cakes'],
    ['a size', '寻求小型机器人', '小型酒庄'],
    ['a word as wide as water', 'clean water for the river', 'water bottles for schools'],
    ['a place', 'Parks of Shanghai', 'Shanghai steel'],
    ['an office or an occasion', 'The mayor asks for a forum of sister cities on parks', 'Forum of the mayor on steel, 友城'],
    ['友城和市长论坛', '寻求友城市长论坛', '上海市长与友城论坛'],
    ['one word of two translations', '水泵', '供水管网漏损'],
    ['a level', '高层', '基层'],
    ['a single character', '陶器', 'tools'],
    ['a verb of every sentence, for a thing that is called so', '港口匹配 matches volunteers', 'tie up at the quay, a close tie'],
    ['a verb and a game', 'match volunteers with elderly people', 'football match and tennis'],
  ])('%s', (_, need, offer) => {
    expect(named(need, offer)).toEqual([]);
  });

  test('and what is no reason still counts, in a line that says what it rests on', () => {
    const { reasons, score } = matched('clean water for the river', 'water bottles for schools');
    expect(score).toBeGreaterThan(0);
    expect(reasons.filter(({ part }) => part === 'words')).toEqual([expect.objectContaining({ words: [], wide: ['water'] })]);
  });
});

test('a translation is a reason', () => {
  expect(named('水泵', 'pumps for farms')).toEqual(['水泵', 'pumps']);
  expect(named('码头岸电', 'shore power for ferries')).toContain('shore power');
});

test('a city or country that both name is a line of its own, in either language, and never enough by itself', () => {
  const lines = matched('寻求鹿特丹和肯尼亚的冷链企业', 'Cold chain trucks of New York, Rotterdam and Kenya').reasons;
  const [place] = lines.filter(({ part }) => part === 'place');
  expect(place?.words.toSorted()).toEqual(['Kenya', 'Rotterdam', '肯尼亚', '鹿特丹']);
  expect(lines.find(({ part }) => part === 'words')?.value).toBeGreaterThan(place?.value ?? 0);
  const { reasons, isFieldOnly } = matched('Tulip bulbs from Rotterdam', '鹿特丹的起重机');
  expect([isFieldOnly, reasons.map(({ part }) => part)]).toEqual([true, ['place']]);
});

test.each([
  ['小船舶维修、集装箱船', 'shipping of containers by container ships'],
  ['集装箱船与港口集装箱码头', 'container ships, container terminals, ship repair'],
])('a word of a text is counted in one line: %s', (need, offer) => {
  const lines = matched(need, offer).reasons.filter(({ part, words }) => part === 'words' && words.length > 0);
  expect(lines.length).toBeGreaterThan(0);
  const all = lines.map(({ words }) => words.map((word) => word.toLowerCase()));
  for (const [at, words] of all.entries())
    for (const later of all.slice(at + 1))
      expect(words.filter((word) => later.some((each) => each.includes(word) || word.includes(each)))).toEqual([]);
});

test('senses that are kept apart from usual ones make nobody related, unless the text around speaks of them', () => {
  const shared = (need: string, offer: string) => matched(need, offer).reasons.map(({ part }) => part);
  for (const [need, offer] of [
    ['Our team matches young people', 'We tie the ships'],
    ['pitch it to them', 'cast a vote'],
    ['nail the deadline', 'ladder of careers'],
  ] as const)
    expect([need, shared(need, offer)]).toEqual([need, []]);
  expect(shared('a violin, a piano and drums', 'percussion and double bass')).not.toEqual([]);
});
