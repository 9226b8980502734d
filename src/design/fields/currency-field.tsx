// Of which currency an amount is: chosen, or told by a sign beside the figure.
import { currencyList } from '#client/currency-list.ts';
import { useText } from '#client/language.ts';
import type { Qualifier } from '#kernel/money.ts';
import type { TypedFigure } from '#reading/amounts.ts';
import { SelectField } from './field.tsx';

/** What a sign, or a word before the figure, says of the fields beside it; a sign of many currencies asks for one of them. */
export function saidBeside(read: TypedFigure | null, currency: string): { readonly currency?: string; readonly qualifier?: Qualifier } {
  if (read === null) return {};
  const { currencies, qualifier } = read;
  const [first = ''] = currencies;
  return {
    ...(currencies.length === 0 || currencies.includes(currency) ? {} : { currency: currencies.length === 1 ? first : '' }),
    ...(qualifier === null ? {} : { qualifier }),
  };
}

/** What a sign in a field made of the currency beside it. */
export interface Signed {
  readonly from: string;
  readonly to: string;
}

/** A figure typed over another without its sign is of the currency that was chosen before the sign; one chosen by hand since stays. */
export function afterSign(
  read: TypedFigure,
  currency: string,
  before: Signed | null,
): { readonly read: TypedFigure; readonly signed: Signed | null } {
  const signed = before?.to === currency ? before : null;
  if (read.currencies.length === 0) return { read: signed === null ? read : { ...read, currencies: [signed.from] }, signed: null };
  const to = saidBeside(read, currency).currency ?? currency;
  const from = signed?.from ?? currency;
  // Where none was chosen before, what was said once is the best that is known.
  return { read, signed: from === '' || from === to ? null : { from, to } };
}

/** Currencies by code and name, those used most first; none is chosen at first, since none is assumed, and then asked for. */
export function CurrencyField({
  name,
  label,
  value,
  onChange,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { t, language } = useText();
  const options = currencyList(language, value).map((currency) => ({
    value: currency.code,
    text: currency.name === null ? currency.code : t('design.currency_named', { code: currency.code, name: currency.name }),
  }));
  return (
    <SelectField
      name={name}
      label={label}
      options={[{ value: '', text: t('design.choose_currency') }, ...options]}
      value={value}
      onChange={onChange}
    />
  );
}
