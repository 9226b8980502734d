import { expect, test } from 'vitest';
import { slugChoice } from '#modules/cities/domain/slug.ts';
import { slugOf } from './slug.ts';

const unspelt = () => '';
const text = (words: string) => ({ text: words, origin: 'human' as const });

test('makes a slug of the English name and the year', () => {
  expect(slugOf({ 'zh-Hans': text('友城论坛'), en: text('Harbour Cities’ Forum & Fair') }, '2019-11-05', unspelt)).toBe(
    'harbour-cities-forum-fair-2019',
  );
});

test('does not name the year twice', () => {
  expect(slugOf({ en: text('Forum 2019') }, '2019-11-05', unspelt)).toBe('forum-2019');
});

test('takes another Latin name, and a plain word where there is none', () => {
  expect(slugOf({ 'zh-Hans': text('第13届论坛'), de: text('Städteforum Zürich') }, '2020-01-01', unspelt)).toBe('stadteforum-zurich-2020');
  expect(slugOf({ 'zh-Hans': text('第13届论坛') }, '2020-01-01', unspelt)).toBe('edition-2020');
  expect(slugOf({ 'zh-Hans': text('北京对接会') }, '2027-01-01', (words) => (words === '北京对接会' ? 'bei jing dui jie hui' : ''))).toBe(
    'bei-jing-dui-jie-hui-2027',
  );
});

test('cuts a long name at a word', () => {
  const slug = slugOf(
    { en: text('The very long name of an exposition of goods and services from many harbour cities') },
    '2020-01-01',
    unspelt,
  );
  expect(slug).toBe('the-very-long-name-of-an-exposition-of-goods-and-services-2020');
  expect(slugOf({ en: text('a'.repeat(90)) }, '2020-01-01', unspelt)).toBe(`${'a'.repeat(60)}-2020`);
});

test('numbers the choices after the first', () => {
  expect([1, 2, 3].map((n) => slugChoice('forum-2019', n))).toEqual(['forum-2019', 'forum-2019-2', 'forum-2019-3']);
});
