import { expect, test } from 'vitest';
import { inLanguage, markedTitle, writtenLanguage } from './written-language.ts';

test('a text shows its language by its script or its words, or not at all', () => {
  expect(writtenLanguage('上海统计年鉴2007')).toBe('zh');
  expect(writtenLanguage('上海统计年鉴2007 (Shanghai Statistical Yearbook 2007)')).toBe('zh');
  expect(writtenLanguage('Gary Millar, deputy mayor of Liverpool')).toBe('en');
  expect(writtenLanguage('Notice on the Liverpool delegation')).toBe('en');
  expect(writtenLanguage('Partnerschaftserklärung')).toBeNull();
  expect(writtenLanguage('FDP Köln')).toBeNull();
});

test('a Chinese title is marked as one among Chinese, once', () => {
  expect(markedTitle('上海统计年鉴2007', 'zh-Hans')).toBe('《上海统计年鉴2007》');
  expect(markedTitle('Report on a forum | 友城论坛的报道', 'zh-Hans')).toBe('友城论坛的报道');
  for (const title of ['《上海统计年鉴2007》', 'Twinning']) expect(markedTitle(title, 'zh-Hans')).toBe(title);
  expect(markedTitle('上海统计年鉴2007', 'en')).toBe('上海统计年鉴2007');
});

test('what stands in two languages on one line is read in the reader’s, and nothing else is cut', () => {
  const read = (text: string) => [inLanguage(text, 'en'), inLanguage(text, 'zh-Hans')];
  expect(read('Wang Zhan, a president | 主席王战')).toEqual(['Wang Zhan, a president', '主席王战']);
  expect(read('《上海统计年鉴2007》（Shanghai Statistical Yearbook 2007）')).toEqual([
    'Shanghai Statistical Yearbook 2007',
    '《上海统计年鉴2007》',
  ]);
  for (const whole of ['Report 2007（内部资料）', '2019年报告（PDF）', 'A | B', 'Köln (Cologne)', '报告2019 (Report 2018)'])
    expect(read(whole)).toEqual([whole, whole]);
});
