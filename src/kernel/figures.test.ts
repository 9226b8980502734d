import { expect, test } from 'vitest';
import { figuresOf } from './figures.ts';

const en = figuresOf('en');
const zh = figuresOf('zh-Hans');
const dates = (['1999', '1999-10', '1999-10-18'] as const).map((text) => ({ text, qualifier: 'exact' as const }));

test('a date is written as far as it is known', () => {
  expect(dates.map((date) => en.flexDate(date).figure)).toEqual(['1999', 'October 1999', '18 October 1999']);
  expect(dates.map((date) => en.flexDate(date, 'table').figure)).toEqual(['1999', 'Oct 1999', '18 Oct 1999']);
  expect(dates.map((date) => zh.flexDate(date).figure)).toEqual(['1999年', '1999年10月', '1999年10月18日']);
  expect(dates.map((date) => zh.flexDate(date, 'table').figure)).toEqual(['1999年', '1999年10月', '1999年10月18日']);
});

test('a qualifier stands where the language has it', () => {
  const qualifiers = ['about', 'before', 'after'] as const;
  expect(qualifiers.map((qualifier) => en.spelt(en.flexDate({ text: '1980', qualifier })))).toEqual([
    'about 1980',
    'before 1980',
    'after 1980',
  ]);
  expect(qualifiers.map((qualifier) => zh.spelt(zh.flexDate({ text: '1980', qualifier })))).toEqual([
    '约1980年',
    '1980年以前',
    '1980年以后',
  ]);
  expect([en.count('200', 'over'), zh.spelt(zh.count('200', 'over'))]).toEqual([
    { before: 'more than ', figure: '200', after: '' },
    '逾200',
  ]);
});

test('a unit that is typed in two languages stands in the reader’s', () => {
  const read = (unit: string) => (['en', 'zh-Hans'] as const).map((language) => figuresOf(language).count('39', 'exact', unit).figure);
  expect([read('people | 人'), read('TEU'), read('kg')]).toEqual([
    ['39 people', '39人'],
    ['39 TEU', '39 TEU'],
    ['39 kg', '39 kg'],
  ]);
});

test('a count is written with its unit as each language has it, in Chinese in 万 and 亿', () => {
  const area = [en, zh].map((figures) => figures.spelt(figures.count('360000', 'about', 'm²')));
  expect(area).toEqual(['about 360,000 m²', '约36万平方米']);
  expect(['910000', '3617', '12345', '9999.5'].map((count) => zh.spelt(zh.count(count, 'over')))).toEqual([
    '逾91万',
    '逾3,617',
    '逾1.2345万',
    '逾9,999.5',
  ]);
  expect([en, zh].map((figures) => figures.count('2', 'exact', '×').figure)).toEqual(['2 times', '2倍']);
  expect([en, zh].map((figures) => figures.count('47', 'exact', '%').figure)).toEqual(['47%', '47%']);
  expect([en, zh].map((figures) => figures.count('5', 'exact', 'TEU').figure)).toEqual(['5 TEU', '5 TEU']);
});

const gbp = (value: string) => ({ value, currency: 'GBP' });

test('a large amount is written in millions, in Chinese in 万 and 亿', () => {
  expect([gbp('139000000'), gbp('600000'), gbp('1250000000'), gbp('-300000000')].map((a) => en.money(a).figure)).toEqual([
    '£139 million',
    '£600,000',
    '£1.25 billion',
    '-£300 million',
  ]);
  expect([gbp('139000000'), gbp('600000'), { value: '57830000000', currency: 'USD' }].map((a) => zh.money(a).figure)).toEqual([
    '1.39亿英镑',
    '60万英镑',
    '578.3亿美元',
  ]);
  expect(zh.money({ value: '300000000', currency: 'CNY' }).figure).toBe('3亿元人民币');
});

test('Chinese tables count in 万 and 亿, too, as long as no digit is lost', () => {
  const inTable = (value: string) => zh.money(gbp(value), 'exact', 'table').figure;
  expect(['139000000', '1234567', '23120000', '2500000000000', '10000', '9999', '139000001', '12500.5'].map(inTable)).toEqual([
    '1.39亿英镑',
    '123.4567万英镑',
    '2312万英镑',
    '2.5万亿英镑',
    '1万英镑',
    '9,999英镑',
    '139,000,001英镑',
    '12,500.50英镑',
  ]);
});

test('no digit of an amount is lost', () => {
  expect([gbp('139000001'), gbp('139123456.78'), gbp('12.5'), gbp('9007199254740993')].map((a) => en.money(a).figure)).toEqual([
    '£139,000,001',
    '£139,123,456.78',
    '£12.50',
    '£9,007,199,254,740,993',
  ]);
  expect(en.money(gbp('139000000'), 'exact', 'table').figure).toBe('£139,000,000');
  expect(zh.money(gbp('139000001')).figure).toBe('139,000,001英镑');
});

test('an amount keeps its smallest part, also of currencies that nobody pays in parts', () => {
  const written = figuresOf('en');
  expect(written.spelt(written.money({ value: '0.01', currency: 'PKR' }))).toBe('PKR\u00a00.01');
  expect(written.spelt(written.money({ value: '12.5', currency: 'GBP' }))).toBe('£12.50');
});

test('an amount names its currency as the naming policy calls the country in it', () => {
  const labels = { FK: { 'zh-Hans': { text: '马尔维纳斯群岛（福克兰群岛）', origin: 'human' as const } } };
  expect(figuresOf('zh-Hans', labels).money({ value: '50000', currency: 'FKP' }).figure).toBe('5万马尔维纳斯群岛镑');
  expect([figuresOf('zh-Hans').currency('CNY'), figuresOf('zh-Hans').currencyNamed('CNY')]).toEqual(['元人民币', '人民币']);
  expect(figuresOf('zh-Hans').money({ value: '50000', currency: 'SHP' }).figure).toBe('5万圣赫勒拿镑');
  expect(figuresOf('zh-Hans').money({ value: '50000', currency: 'FKP' }).figure).toBe('5万福克兰群岛镑');
});
