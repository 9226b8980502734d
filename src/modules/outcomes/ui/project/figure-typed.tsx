// One figure of an indicator as it is typed: a count, or an amount where a currency is named with it.
import { AmountField, typedValue } from '#design/fields/amount-field.tsx';
import { saidBeside } from '#design/fields/currency-field.tsx';
import type { Qualifier } from '#kernel/money.ts';

interface FigureDraft {
  readonly typed: string;
  readonly currency: string;
  readonly qualifier: Qualifier;
}

export const blankFigure: FigureDraft = { typed: '', currency: '', qualifier: 'exact' };

/** As it is sent; null where nothing was typed. */
export function valueTyped({ typed, currency, qualifier }: FigureDraft) {
  const value = typedValue(typed, currency);
  if (value === null) return null;
  return currency === ''
    ? { type: 'count' as const, count: value, qualifier }
    : { type: 'money' as const, amount: value, currency, qualifier };
}

interface FigureTypedProps {
  readonly name: string;
  readonly label: string;
  readonly value: FigureDraft;
  readonly onChange: (value: FigureDraft) => void;
}

export function FigureTyped({ name, label, value, onChange }: FigureTypedProps) {
  return (
    <AmountField
      name={`${name}.${value.currency === '' ? 'count' : 'amount'}`}
      label={label}
      optional
      value={value.typed}
      currency={value.currency}
      onChange={(typed, read) => {
        // A currency that is typed beside the figure makes it an amount of money; without one it is a count again.
        const currency = read === null || read.currencies.length === 0 ? '' : (saidBeside(read, value.currency).currency ?? value.currency);
        onChange({ typed, currency, qualifier: read?.qualifier ?? 'exact' });
      }}
    />
  );
}
