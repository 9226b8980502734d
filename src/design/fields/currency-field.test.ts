import { expect, test } from 'vitest';
import { parseAmount } from '#reading/amounts.ts';
import { afterSign, saidBeside, type Signed } from './currency-field.tsx';

/** The currency beside the field after each text that stands in it, as the forms keep it. */
function beside(first: string, typed: readonly (string | { readonly chosen: string })[]): readonly string[] {
  let [currency, signed]: [string, Signed | null] = [first, null];
  return typed.map((words) => {
    if (typeof words !== 'string') return (currency = words.chosen);
    const taken = parseAmount(words, currency);
    if (!taken.ok) return currency;
    const after = afterSign(taken.value, currency, signed);
    signed = after.signed;
    return (currency = saidBeside(after.read, currency).currency ?? currency);
  });
}

test('a figure typed over another is of the currency that stood there before the sign, unless one was chosen by hand', () => {
  expect(beside('GBP', ['1200万美元', '', '１.２亿'])).toEqual(['USD', 'USD', 'GBP']);
  expect(beside('GBP', ['1200万美元', '1200万欧元', '5'])).toEqual(['USD', 'EUR', 'GBP']);
  expect(beside('GBP', ['1200万美元', { chosen: 'CNY' }, '5'])).toEqual(['USD', 'CNY', 'CNY']);
  expect(beside('GBP', ['1200万美元', '1300万美元', '£5'])).toEqual(['USD', 'USD', 'GBP']);
  expect(beside('', ['€5', '6'])).toEqual(['EUR', 'EUR']);
});
