// What currencies are called and how they are signed, for reading; the product's own writing comes from the same runtime.
import { currencyCodes } from '#kernel/money.ts';

/** Codes by sign or word, in small letters and with compatible characters made one. */
export type CurrencyWords = ReadonlyMap<string, readonly string[]>;

/** Words that people use besides names and signs; those of many currencies, such as "$", are told apart by what is chosen beside them. */
const alsoCalled: Readonly<Record<string, readonly string[]>> = {
  GBP: ['£', 'pound', 'pounds', 'pound sterling', 'pounds sterling', '镑'],
  CNY: ['¥', '元', '元人民币', '人民币', '人民币元', 'rmb', 'yuan', 'renminbi'],
  JPY: ['¥', 'yen', '日圆'],
  USD: ['$', 'us$', 'dollar', 'dollars', 'us dollars', '美金'],
  EUR: ['€', 'euro', 'euros'],
  HKD: ['$', 'hk$', '港币'],
  AUD: ['$', 'dollar', 'dollars'],
  CAD: ['$', 'dollar', 'dollars'],
  NZD: ['$', 'dollar', 'dollars'],
  SGD: ['$', 'dollar', 'dollars'],
  FKP: ['马尔维纳斯群岛镑'],
  SHP: ['圣赫勒拿镑', '圣赫勒拿群岛镑'],
};

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

function gather(): CurrencyWords {
  const names = ['en-GB', 'zh-CN'].map((locale) => new Intl.DisplayNames(locale, { type: 'currency' }));
  const found = new Map<string, readonly string[]>();
  for (const code of currencyCodes) {
    const parts = new Intl.NumberFormat('en-GB', { style: 'currency', currency: code }).formatToParts(0);
    const signs = parts.flatMap(({ type, value }) => (type === 'currency' ? [value] : []));
    const words = [code, ...signs, ...names.flatMap((name) => name.of(code) ?? []), ...(alsoCalled[code] ?? [])];
    for (const word of new Set(words.map(folded))) found.set(word, [...(found.get(word) ?? []), code]);
  }
  return found;
}

let kept: CurrencyWords | undefined;

/** Gathered once, when the first amount is read: a reader's page never needs them. */
export const currencyWords = (): CurrencyWords => (kept ??= gather());
