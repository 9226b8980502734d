import { expect, test } from 'vitest';
import { markedTitle, writtenLanguage } from './written-language.ts';

test('a text shows its language by its script or its words, or not at all', () => {
  expect(writtenLanguage('上海统计年鉴2007')).toBe('zh');
  expect(writtenLanguage('上海统计年鉴2007 (Shanghai Statistical Yearbook 2007)')).toBe('zh');
  expect(writtenLanguage('Gary Millar, deputy mayor of Liverpool')).toBe('en');
  expect(writtenLanguage('Notice on the Liverpool delegation')).toBe('en');
  expect(writtenLanguage('Partnerschaftserklärung')).toBeNull();
  expect(writtenLanguage('FDP Köln')).toBeNull();
});

test('a Chinese title is marked as one among Chinese, once', () => {
  const titles = ['上海统计年鉴2007', '《上海统计年鉴2007》（Shanghai Statistical Yearbook 2007）', 'Twinning'];
  expect(titles.map((title) => markedTitle(title, 'zh-Hans'))).toEqual([`《${titles[0] ?? ''}》`, ...titles.slice(1)]);
  expect(titles.map((title) => markedTitle(title, 'en'))).toEqual(titles);
});
