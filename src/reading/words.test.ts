import { expect, test } from 'vitest';
import { dayOrderIn } from './day-order.ts';
import { bareHead, headTable } from './heads.ts';
import { codesOfWords } from './names-of-codes.ts';
import { countryOfWord, wordTable } from './words.ts';

test('a word of a closed list is read whatever its case, width, punctuation or script; its value is one, too', () => {
  const read = wordTable({ ended: 'over|Terminated|终止|已结束', active: { en: 'alive', 'zh-Hans': '活跃|over' } });
  expect(['ENDED', 'terminated.', '（终止）', '已結束', 'over', 'ａｌｉｖｅ', '活跃', 'gone', ''].map(read)).toEqual([
    ...['ended', 'ended', 'ended', 'ended', 'ended', 'active', 'active', null, null],
  ]);
});

test('a head is read as a whole, else by the first of its parts that is known', () => {
  const read = headTable({ city: 'partner city|友城', country: 'nation|国家', note: 'city and country' });
  expect(['Partner_City', 'Mayor / 友城', '国家（地区）', 'Nation国家', 'City and country', 'Mayor'].map(read)).toEqual([
    ...['city', 'city', 'country', 'country', 'note', null],
  ]);
  expect(['Name* (required)', '名称（必填）：', 'Name (English)'].map(bareHead)).toEqual(['Name', '名称', 'Name (English)']);
});

test('the order of day and month is what a cell shows that none contradicts', () => {
  expect(dayOrderIn(['3/4/1980', ' 28.1.80 ', '1980'])).toEqual({ order: 'day_first', at: 1 });
  expect(dayOrderIn(['1/28/1980'])).toEqual({ order: 'month_first', at: 0 });
  expect([dayOrderIn(['28/1/1980', '1/28/1980']), dayOrderIn(['3/4/1980', '28/29/1980']), dayOrderIn([])]).toEqual([null, null, null]);
});

test('names stand in lines behind their codes; a country is read by its name or code alone', () => {
  expect(codesOfWords('\nCG CD: congo\nIE: eire|ireland\n')).toEqual([
    ['congo', ['CG', 'CD']],
    ['eire', ['IE']],
    ['ireland', ['IE']],
  ]);
  expect(['Germany', '英国', 'ie', 'Atlantis'].map(countryOfWord)).toEqual(['DE', 'GB', 'IE', null]);
});
