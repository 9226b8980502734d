import { expect, test } from 'vitest';
import { likeness } from './same-source.ts';
import type { SourceFacts } from './source.ts';

const article: SourceFacts = {
  class: 'press_or_study',
  title: 'Sister cities at the expo',
  publisher: 'China Daily',
  address: 'https://www.chinadaily.com.cn/a/201911/05/forum.html',
  date: { text: '2019-11-05', qualifier: 'exact' },
  documentId: null,
  licence: null,
  credit: null,
};
const alone = { publisher: null, address: null, date: null };

test('an article described again, in full or in part, is the same source', () => {
  expect(likeness(article, article)).toBe('same');
  expect(likeness({ ...article, ...alone }, article)).toBe('same');
  expect(likeness({ ...article, title: ' sister  cities at the EXPO', class: 'unknown' }, article)).toBe('same');
  expect(likeness({ ...article, address: 'http://chinadaily.com.cn/a/201911/05/forum.html/#top' }, article)).toBe('same');
});

test('what says more or otherwise of the same address or title is alike, and asked', () => {
  expect(likeness(article, { ...article, ...alone })).toBe('alike');
  expect(likeness({ ...article, title: 'Forum of sister cities' }, article)).toBe('alike');
  expect(likeness({ ...article, class: 'official_publication' }, article)).toBe('alike');
  expect(likeness({ ...article, licence: 'CC BY 4.0' }, article)).toBe('alike');
});

test('another day, another publisher of the same title, a whole site and what has no title are other sources', () => {
  expect(likeness({ ...article, date: { text: '2020-11-05', qualifier: 'exact' } }, article)).toBe('other');
  expect(likeness({ ...article, address: null, publisher: 'Eastday' }, article)).toBe('other');
  const site = { ...article, title: 'Twinning', address: 'https://cork.ie/' };
  expect(likeness({ ...site, title: 'Sister cities' }, site)).toBe('other');
  expect(likeness({ ...article, title: '' }, { ...article, title: '' })).toBe('other');
});
