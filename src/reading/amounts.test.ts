import fc from 'fast-check';
import { expect, test } from 'vitest';
import { figuresOf } from '#kernel/figures.ts';
import { parseAmount, parseFigure } from './amounts.ts';
import { languages } from '#kernel/language.ts';
import { currencyCodes, exponentOf, plainDecimal, qualifiers } from '#kernel/money.ts';
import { rounds } from '#platform/full-size.ts';

const read = (typed: string, currency?: string): unknown => {
  const result = parseAmount(typed, currency);
  return result.ok ? result.value.value : [result.refusal.code, ...result.refusal.choices];
};

test.each([
  ['139000000', '139000000'],
  ['139,000,000', '139000000'],
  ['139 000 000', '139000000'],
  ['139’000’000', '139000000'],
  ['139.000.000', '139000000'],
  ['139.000.000,50', '139000000.5'],
  ['139,000,000.50', '139000000.5'],
  ['139 000 000,50', '139000000.5'],
  ['2,500', '2500'],
  ['2.5', '2.5'],
  ['2.50', '2.5'],
  ['0.500', '0.5'],
  ['.5', '0.5'],
  ['1234.567', '1234.567'],
  ['007', '7'],
  ['-5', '-5'],
  ['−£5', '-5'],
  ['１３９', '139'],
  ['１３９，０００．５', '139000.5'],
  ['139 million', '139000000'],
  ['139million pounds', '139000000'],
  ['£139m', '139000000'],
  ['139 mn GBP', '139000000'],
  ['US$1.5bn', '1500000000'],
  ['5 MAD', '5'],
  ['12k', '12000'],
  ['2.5 trillion', '2500000000000'],
  ['1.234 million', '1234000'],
  ['1,234.5 million', '1234500000'],
  ['1.2亿', '120000000'],
  ['1.2亿元人民币', '120000000'],
  ['1.39亿英镑', '139000000'],
  ['人民币１.２亿元', '120000000'],
  ['1亿3900万英镑', '139000000'],
  ['3900万', '39000000'],
  ['3千万', '30000000'],
  ['2万亿', '2000000000000'],
  ['约1.39亿英镑', '139000000'],
  ['more than £139 million', '139000000'],
])('%s is read as %s', (typed, expected) => {
  expect(read(typed)).toBe(expected);
});

test.each([
  ['2,5', ['kernel.amount_ambiguous', '2.5', '25']],
  ['1,50', ['kernel.amount_ambiguous', '1.5', '150']],
  ['1,5 million', ['kernel.amount_ambiguous', '1500000', '15000000']],
  ['2.500', ['kernel.amount_ambiguous', '2.5', '2500']],
  ['0,5', ['kernel.amount_uneven', '0.5']],
  ['1,2345', ['kernel.amount_ambiguous', '1.2345', '12345']],
  ['12,34,567', ['kernel.amount_uneven', '1234567']],
  ['1,3900,0000', ['kernel.amount_uneven', '139000000']],
  ['139.00.000', ['kernel.amount_uneven', '13900000']],
  ['1.2.3', ['kernel.amount_unreadable']],
  ['12.5.2019', ['kernel.amount_unreadable']],
  ['13 9000', ['kernel.amount_uneven', '139000']],
  ['1.234,567', ['kernel.amount_ambiguous', '1234.567', '1234567']],
])('%s is not guessed at: it asks', (typed, expected) => {
  expect(read(typed)).toEqual(expected);
});

test.each([
  '',
  'about',
  'many',
  '£',
  '1.2.3,4.5',
  '5 to 10',
  '5-10',
  '1e3',
  '5 apples',
  '1,',
  '£5 EUR',
  '9'.repeat(19),
  '1.123456789',
  '12,,5',
])('%j is no amount', (typed) => {
  expect(read(typed)).toEqual(['kernel.amount_unreadable']);
});

test('a currency with three digits behind the point may have them', () => {
  expect([read('2.500', 'KWD'), read('KWD 2.500')]).toEqual(['2.5', '2.5']);
});

test('a sign or a word names the currency, as far as it does; a word before says how it is meant', () => {
  const said = (typed: string) => {
    const result = parseAmount(typed);
    return result.ok ? [result.value.currencies, result.value.qualifier] : null;
  };
  expect(said('£139m')).toEqual([['GBP'], null]);
  expect(said('约1.2亿元')).toEqual([['CNY'], 'about']);
  expect(said('up to €5')).toEqual([['EUR'], 'up_to']);
  expect(said('¥5')).toEqual([['CNY', 'JPY'], null]);
  expect(said('5')).toEqual([[], null]);
  expect(said('近1.2亿英镑')).toEqual([['GBP'], 'nearly']);
  expect(said('5多米尼加比索')).toEqual([['DOP'], null]);
});

test.each([
  ['nearly 300', '300', 'nearly'],
  ['Almost 300', '300', 'nearly'],
  ['近300', '300', 'nearly'],
  ['将近300项', '300', 'nearly'],
  ['近40年', '40', 'nearly'],
  ['at least 300', '300', 'at_least'],
  ['no fewer than 300', '300', 'at_least'],
  ['不少于300', '300', 'at_least'],
  ['300以上', '300', 'at_least'],
  ['300家以上', '300', 'at_least'],
  ['over £139 million', '139000000', 'over'],
  ['300+', '300', 'over'],
  ['£139m+', '139000000', 'over'],
  ['300余项', '300', 'over'],
  ['300多家', '300', 'over'],
  ['三百多', '300', 'over'],
  ['四十余年', '40', 'over'],
  ['两千五百余人', '2500', 'over'],
  ['超300', '300', 'over'],
  ['逾300', '300', 'over'],
  ['1亿多英镑', '100000000', 'over'],
  ['300多万元', '3000000', 'over'],
  ['some 300', '300', 'about'],
  ['around 300', '300', 'about'],
  ['c. 300', '300', 'about'],
  ['300左右', '300', 'about'],
  ['300人上下', '300', 'about'],
  ['约300家', '300', 'about'],
  ['up to 300', '300', 'up_to'],
  ['fewer than 300', '300', 'up_to'],
  ['不足300', '300', 'up_to'],
  ['300以下', '300', 'up_to'],
  ['nearly 40 years', '40', 'nearly'],
  ['over 300 companies', '300', 'over'],
  ['300余家企业', '300', 'over'],
  ['300多个项目', '300', 'over'],
  ['近百', '100', 'nearly'],
  ['百余家', '100', 'over'],
  ['>=300', '300', 'at_least'],
  ['300', '300', null],
  ['三千万', '30000000', null],
  ['十亿', '1000000000', null],
  ['一亿三千九百万英镑', '139000000', null],
])('%s is %s, %s', (typed, value, qualifier) => {
  const result = parseAmount(typed);
  expect(result.ok ? [result.value.value, result.value.qualifier] : result.refusal.code).toEqual([value, qualifier]);
});

test.each(['几十', '两三百', '三四十', '1个半', '数百家', '十几', '300多少', '多300'])('%j is no figure', (typed) => {
  expect(read(typed)).toEqual(['kernel.amount_unreadable']);
});

const anyAmount = fc
  .tuple(fc.constantFrom(...currencyCodes), fc.bigInt({ min: 0n, max: 10n ** 17n - 1n }), fc.nat({ max: 12 }), fc.nat({ max: 9999 }))
  .map(([currency, whole, zeros, fraction]) => {
    const round = (whole / 10n ** BigInt(zeros)) * 10n ** BigInt(Math.min(zeros, 8));
    const places = exponentOf(currency) ?? 0;
    const digits = String(fraction).padStart(4, '0').slice(0, places);
    return { currency, value: plainDecimal(`${String(round).slice(0, 17)}${digits === '' ? '' : `.${digits}`}`) };
  });

test('everything that the product prints reads back to the same amount, in both languages and both styles', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...languages),
      fc.constantFrom('text' as const, 'table' as const),
      fc.constantFrom(...qualifiers),
      anyAmount,
      (language, style, qualifier, amount) => {
        const formats = figuresOf(language);
        const printed = formats.spelt(formats.money(amount, qualifier, style));
        const back = parseAmount(printed);
        if (!back.ok) throw new Error(`${printed}: ${back.refusal.code}`);
        expect([printed, back.value.value]).toEqual([printed, amount.value]);
        expect(back.value.currencies).toContain(amount.currency);
        expect(back.value.qualifier ?? 'exact').toBe(qualifier);
      },
    ),
    { numRuns: rounds(1500) },
  );
});

test('so does every count', () => {
  fc.assert(
    fc.property(fc.constantFrom(...languages), fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }), (language, count) => {
      const formats = figuresOf(language);
      expect(read(formats.spelt(formats.count(String(count))))).toBe(String(count));
    }),
    { numRuns: rounds(200) },
  );
});

test('a currency that is typed is that of the field, or it is refused: none is dropped', () => {
  const said = (typed: string, currency?: string) => {
    const found = parseFigure(typed, currency);
    return found.ok ? found.value.value : found.refusal.code;
  };
  for (const typed of ['500万元人民币', '€5 million', '5 million CNY', '¥6,000,000', '￥700万'])
    expect([typed, said(typed, 'GBP')]).toEqual([typed, 'kernel.amount_in_other_currency']);
  expect([said('£5m', 'GBP'), said('¥5m', 'JPY'), said('500万元', 'CNY'), said('5m', 'GBP'), said('¥5m', '')]).toEqual([
    ...['5000000', '5000000', '5000000', '5000000', '5000000'],
  ]);
  expect([said('45'), said('45 deals'), said('£45'), said('45英镑')]).toEqual([
    '45',
    '45',
    'kernel.count_in_currency',
    'kernel.count_in_currency',
  ]);
});
