import { expect, test } from 'vitest';
import { convertedTotals, type DatedOutcome } from './converted-totals.ts';
import { convertSum } from './convert-sum.ts';
import { sayConverted } from './say-sum.ts';
import type { Conversion } from './table.ts';

const conversion: Conversion = {
  ...{ to: 'EUR', base: 'EUR', period: 'year', measure: 'average', direction: 'units_per_base' },
  ...{ table: 't', number: 1, name: 'Annual rates', source: 'A central bank, 2 January 2019' },
  quotes: [
    { currency: 'CNY', period: '2018', rate: '7.73' },
    { currency: 'JPY', period: '2019', rate: '122' },
    { currency: 'JPY', period: '2020', rate: '121.85' },
  ],
};
const of = (value: string, currency: string, at = '2018') => ({
  amount: { value, currency },
  day: { text: at, qualifier: 'exact' as const },
});

test('a converted sum says its rate, of when, by whom, and what is not in it', () => {
  const sum = convertSum([of('24000000', 'CNY'), of('1000', 'GBP'), of('2000', 'GBP')], conversion);
  if (sum === null) throw new Error('nothing was summed');
  const en = sayConverted(sum, conversion, { language: 'en' });
  expect(en.whole).toBe('about €3.1 million, at 7.73 CNY per EUR, annual average 2018, source: A central bank, 2 January 2019');
  expect(en.left).toEqual(['2 figures (£3,000) not converted: no rate for GBP for 2018']);
  const zh = sayConverted(sum, conversion, { language: 'zh-Hans' });
  expect(zh.whole).toBe('约310万欧元，按1欧元合7.73元人民币（2018年平均汇率）折算，来源：A central bank, 2 January 2019');
  expect(zh.left).toEqual(['2笔（3,000英镑）未折算：缺2018年英镑汇率']);
});

test('rates of many periods are told by the first and the last, and all of them stand beside', () => {
  const sum = convertSum([of('8', 'CNY'), of('122', 'JPY', '2019'), of('122', 'JPY', '2020')], conversion);
  if (sum === null) throw new Error('nothing was summed');
  const said = sayConverted(sum, conversion, { language: 'en' });
  expect(said.whole).toContain('at the rate of each period from 2018 to 2020');
  expect(said.rates).toHaveLength(3);
});

test('what could not be converted at all says so instead of a sum', () => {
  const sum = convertSum([of('5', 'GBP')], conversion);
  if (sum === null) throw new Error('nothing was summed');
  expect(sayConverted(sum, conversion, { language: 'en' })).toMatchObject({ amount: null, whole: 'none converted to Euro' });
});

test('totals stay within one stage, kind and assurance, count a part once, and leave out what differs', () => {
  const figure = (stage: 'potential' | 'signed', value: string, assurance: 'reported' | 'confirmed' | 'differ', currency = 'CNY') => {
    const amount = { value, currency };
    return { stage, amount, qualifier: 'exact' as const, assurance, said: [{ amount, valueDate: null }] };
  };
  const outcome = (id: string, figures: DatedOutcome['figures'], partOf: string | null = null) =>
    ({ id, kind: 'deal', partOf, occurred: { text: '2018', qualifier: 'exact' }, figures }) as unknown as DatedOutcome;
  const totals = convertedTotals(
    [
      outcome('a', [figure('potential', '773', 'reported'), figure('signed', '77.3', 'confirmed')]),
      outcome('b', [figure('potential', '7730', 'reported')], 'a'),
      outcome('c', [figure('potential', '10', 'reported', 'EUR'), figure('signed', '7.73', 'differ')]),
    ],
    conversion,
  );
  expect(totals.map(({ stage, assurance, sum, outcomes }) => [stage, assurance, sum.total?.value, outcomes])).toEqual([
    ['potential', 'reported', '110', ['a', 'c']],
    ['signed', 'confirmed', '10', ['a']],
  ]);
});
