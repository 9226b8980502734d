// How many and how much, as somebody states it: each figure with its own qualifier beside it, the amount with its currency.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { AmountField, typedValue } from '#design/fields/amount-field.tsx';
import { CurrencyField, saidBeside } from '#design/fields/currency-field.tsx';
import { SelectField } from '#design/fields/field.tsx';
import { filledLine } from '#design/fields/multilingual-field.tsx';
import { qualifiers, type Qualifier } from '#kernel/money.ts';
import { parseAmount } from '#reading/amounts.ts';
import type { Counted, Extent, OutcomeKind } from '../../domain/outcome.ts';
import { useCounted } from '../words.tsx';

export interface StatedDraft {
  readonly count: string;
  readonly countQualifier: Qualifier;
  readonly amount: string;
  readonly qualifier: Qualifier;
  readonly currency: string;
}

export const blankStated = (currency: string): StatedDraft => ({
  ...{ count: '', countQualifier: 'exact', amount: '', qualifier: 'exact', currency },
});

/** As sent. A currency or a qualifier that is chosen while its figure is not typed says nothing. */
export function statedOfDraft({ count, countQualifier, amount, qualifier, currency }: StatedDraft) {
  const [counted, typed] = [typedValue(count), typedValue(amount, currency)];
  return {
    ...{ count: counted, countQualifier: counted === null ? ('exact' as const) : countQualifier },
    ...{
      amount: typed,
      currency: typed === null ? null : filledLine(currency),
      qualifier: typed === null ? ('exact' as const) : qualifier,
    },
  };
}

/** How a typed figure is meant: as its words say; once they are taken out again, exactly. What was chosen by hand stays. */
function meantBy(typed: string, before: string, chosen: Qualifier): Qualifier {
  const said = (text: string): Qualifier | null => {
    const read = parseAmount(text);
    return read.ok ? read.value.qualifier : null;
  };
  return said(typed) ?? (said(before) === chosen ? 'exact' : chosen);
}

export interface StatedFieldsProps {
  /** Before the names of the fields: 'entry.' inside the form of an outcome. */
  readonly prefix?: string;
  readonly of: { readonly kind: OutcomeKind; readonly counted: Counted | null; readonly extent: Extent };
  readonly value: StatedDraft;
  readonly onChange: (change: Partial<StatedDraft>) => void;
}

export function StatedFields({ prefix = '', of, value, onChange }: StatedFieldsProps) {
  const { t } = useText();
  const formats = useFormats();
  const counted = useCounted();
  const meant = (field: 'qualifier' | 'countQualifier', label: string) => (
    <SelectField
      name={`${prefix}${field}`}
      label={label}
      options={qualifiers.map((qualifier) => ({ value: qualifier, text: t(`outcomes.qualifier_${qualifier}`) }))}
      value={value[field]}
      onChange={(chosen) => onChange({ [field]: chosen })}
    />
  );
  return (
    <>
      {of.extent !== 'single' && (
        <>
          <AmountField
            name={`${prefix}count`}
            label={t(`outcomes.count_${of.counted ?? of.kind}`)}
            hint={t('outcomes.count_hint')}
            optional
            value={value.count}
            echoed={({ value: count, qualifier }) => formats.spelt(counted(of, count, qualifier ?? value.countQualifier))}
            onChange={(count) => onChange({ count, countQualifier: meantBy(count, value.count, value.countQualifier) })}
          />
          {meant('countQualifier', t('outcomes.count_qualifier'))}
        </>
      )}
      {of.extent !== 'count_only' && (
        <>
          <AmountField
            name={`${prefix}amount`}
            label={t('outcomes.amount')}
            hint={t('outcomes.amount_hint')}
            optional
            value={value.amount}
            currency={value.currency}
            onChange={(amount, read) =>
              onChange({ amount, ...saidBeside(read, value.currency), qualifier: meantBy(amount, value.amount, value.qualifier) })
            }
          />
          <CurrencyField
            name={`${prefix}currency`}
            label={t('outcomes.currency')}
            value={value.currency}
            onChange={(currency) => onChange({ currency })}
          />
          {meant('qualifier', t('outcomes.amount_qualifier'))}
        </>
      )}
    </>
  );
}
