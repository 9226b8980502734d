// The value that a source states, by its form: a figure with how it is meant, words in the languages that have them, a time zone.
import { useText } from '#client/language.ts';
import { useZoneOptions } from '#client/zone-options.ts';
import { AmountField, typedValue } from '#design/fields/amount-field.tsx';
import { CurrencyField, saidBeside } from '#design/fields/currency-field.tsx';
import { Fields, SelectField, TextField } from '#design/fields/field.tsx';
import { filledText, MultilingualField } from '#design/fields/multilingual-field.tsx';
import { PickField } from '#design/fields/pick-field.tsx';
import { writing, type MultilingualText } from '#kernel/language.ts';
import { qualifiers, type Qualifier } from '#kernel/money.ts';

/** `zone`: a time zone of the IANA database, called the same in every language. */
export type ValueForm = 'count' | 'money' | 'text' | 'zone';

/** As it is typed, whatever its form. */
export interface ValueDraft {
  readonly text: MultilingualText;
  readonly typed: string;
  readonly currency: string;
  readonly qualifier: Qualifier;
  readonly basis: string;
}

export const noValue: ValueDraft = { text: {}, typed: '', currency: '', qualifier: 'exact', basis: '' };

export function valueOf(form: ValueForm, { text, typed, currency, qualifier, basis }: ValueDraft) {
  if (form === 'text' || form === 'zone') return { type: 'text' as const, text: filledText(text) ?? {} };
  const meant = { qualifier, ...(basis.trim() === '' ? {} : { basis: basis.trim() }) };
  if (form === 'money') return { type: form, amount: typedValue(typed, currency) ?? '', currency, ...meant };
  return { type: form, count: typedValue(typed) ?? '', ...meant };
}

function ZoneField({ zone, onChange }: { readonly zone: string; readonly onChange: (zone: string) => void }) {
  const { t } = useText();
  const zones = useZoneOptions(zone);
  return <PickField name="entries.0.value.text" label={t('evidence.enter_value')} value={zone} onChange={onChange} options={zones} />;
}

interface ValueFieldsProps {
  readonly draft: ValueDraft;
  readonly form: ValueForm;
  readonly unit: string | undefined;
  readonly onChange: (change: Partial<ValueDraft>) => void;
}

export function ValueFields({ draft, form, unit, onChange: set }: ValueFieldsProps) {
  const { t, language } = useText();
  if (form === 'zone')
    return <ZoneField zone={draft.text['en']?.text ?? ''} onChange={(text) => set({ text: { en: { text, origin: 'human' } } })} />;
  if (form === 'text')
    return (
      <MultilingualField
        name="entries.0.value.text"
        label={t('evidence.enter_value')}
        value={draft.text}
        onChange={(text) => set({ text })}
      />
    );
  return (
    <Fields>
      <AmountField
        name={form === 'money' ? 'entries.0.value.amount' : 'entries.0.value.count'}
        label={unit === undefined ? t('evidence.enter_value') : writing[language].inBrackets(t('evidence.enter_value'), unit)}
        value={draft.typed}
        currency={form === 'money' ? draft.currency : undefined}
        onChange={(typed, read) => {
          const { currency, qualifier } = saidBeside(read, draft.currency);
          set({
            typed,
            ...(qualifier === undefined ? {} : { qualifier }),
            ...(form === 'money' && currency !== undefined ? { currency } : {}),
          });
        }}
      />
      {form === 'money' && (
        <CurrencyField
          name="entries.0.value.currency"
          label={t('evidence.enter_currency')}
          value={draft.currency}
          onChange={(currency) => set({ currency })}
        />
      )}
      <SelectField
        name="entries.0.value.qualifier"
        label={t('evidence.enter_qualifier')}
        value={draft.qualifier}
        onChange={(qualifier) => set({ qualifier })}
        options={qualifiers.map((known) => ({ value: known, text: t(`evidence.qualifier_${known}`) }))}
      />
      <TextField
        name="entries.0.value.basis"
        label={t('evidence.enter_basis')}
        hint={t('evidence.enter_basis_hint')}
        optional
        value={draft.basis}
        onChange={(basis) => set({ basis })}
      />
    </Fields>
  );
}
