// The currencies one chooses from, in an order in which they are found.
import { type Language, writing } from '#kernel/language.ts';
import { currencyCodes } from '#kernel/money.ts';
import { currencyName } from '#kernel/region-names.ts';
import { regionLabels } from './language.ts';

/** Those in which most of what cities agree is told. */
const oftenUsed: readonly string[] = ['GBP', 'CNY', 'USD', 'EUR', 'JPY'];

/** Units of account, in which nobody pays, and currencies of the past, in which older amounts were stated. */
const seldomUsed: readonly string[] = 'CLF UYW ATS BEF DEM ESP FIM FRF GRD HRK IEP ITL LUF NLG PTE'.split(' ');

export interface NamedCurrency {
  readonly code: string;
  /** In the language; null where it has no word for it. */
  readonly name: string | null;
}

type NameOf = (code: string) => string | undefined;

const nameIn = (language: Language): NameOf => {
  const names = new Intl.DisplayNames(writing[language].locale, { type: 'currency', fallback: 'none' });
  return (code) => currencyName(code, { language, labels: regionLabels(), nameOf: (asked) => names.of(asked) });
};

/** Often used ones first, then all by code, and at the end what is seldom used; what has no name here is left out, unless it is `chosen`. `nameOf` is for tests. */
export function currencyList(language: Language, chosen = '', nameOf: NameOf = nameIn(language)): readonly NamedCurrency[] {
  const named = currencyCodes.map((code): NamedCurrency => {
    const name = nameOf(code);
    return { code, name: name === undefined || name === code ? null : name };
  });
  const rank = ({ code, name }: NamedCurrency): number => {
    const often = oftenUsed.indexOf(code);
    if (often >= 0) return often;
    return name === null || seldomUsed.includes(code) ? oftenUsed.length + 1 : oftenUsed.length;
  };
  return named
    .filter(({ code, name }) => name !== null || code === chosen)
    .toSorted((a, b) => rank(a) - rank(b) || (a.code < b.code ? -1 : 1));
}
