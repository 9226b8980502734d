// What counts as an answer between cities: something that can be named, not a domain or words that every text says.
import { expect, test } from 'vitest';
import { unstated, type Profile } from '#matcher/core/model.ts';
import { loadLexicon } from '#matcher/run/load-lexicon.ts';
import { answersIn, poolOf } from './pool.ts';

const lexicon = loadLexicon();
const passage = (text: string) => ({ language: null, title: text, text });
const need = (text: string): Profile => ({ ...unstated('own'), needs: [passage(text)], needTopics: ['environment_energy'] });
const told = (id: string, text: string): Profile => ({ ...unstated(id), offers: [passage(text)], offerTopics: ['environment_energy'] });
const pool = poolOf(lexicon, [
  told('flood', '防洪与内涝治理'),
  told('small', 'Small water projects of Shanghai can be good, learned at little cost'),
  told('draft', '示例草稿：尚待撰写的内容'),
]);
const answersTo = (text: string) => answersIn(lexicon, pool, need(text), { tiers: [{ ids: null, most: 5 }] })[0] ?? [];

test('a matter of one language is answered in the other', () => {
  expect(answersTo('Flooding of old streets').map(({ id, score }) => [id, score !== null])).toEqual([['flood', true]]);
});

test('words that every text says are no answer beside a domain', () => {
  const answers = answersTo('Small water meters that Shanghai can build');
  expect(answers.filter(({ score }) => score !== null)).toEqual([]);
});

test('a text that is still to be written is answered by nobody', () => {
  expect(answersTo('Example draft: text still to be written')).toEqual([]);
  expect(answersTo('示例草稿：尚待撰写的内容')).toEqual([]);
});

test('words too wide to be named make no related field', () => {
  const own: Profile = { ...unstated('own'), needs: [passage('Blorptangle that Shanghai can learn')] };
  expect(answersIn(lexicon, pool, own, { tiers: [{ ids: null, most: 5 }] })[0]).toEqual([]);
});
