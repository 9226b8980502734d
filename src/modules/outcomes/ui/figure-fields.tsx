// What was said, as it is typed: stage, count, amount with its currency, how it is meant, when, and where it is said.
import { currencyList } from '#client/currency-list.ts';
import { useText } from '#client/language.ts';
import { ChoiceField } from '#design/choice.tsx';
import { DateField, noDate, type TypedDate } from '#design/date-field.tsx';
import { Fields, SelectField, TextField } from '#design/field.tsx';
import { type useFormats } from '#client/formats.ts';
import { qualifiers, type Qualifier } from '#kernel/money.ts';
import { ownSource, sourceIsDoubtful, sourceOfDraft, SourceFields, type SourceDraft } from '#modules/evidence/ui/source-fields.tsx';
import { isDoubtful } from '#design/date-field.tsx';
import type { Extent, OutcomeKind } from '../domain/outcome.ts';
import { stages, type Stage } from '../domain/stages.ts';
import { useStageWord } from './words.tsx';

export interface FigureDraft {
  readonly stage: Stage;
  readonly count: string;
  readonly amount: string;
  readonly currency: string;
  readonly qualifier: Qualifier;
  readonly valueDate: TypedDate;
  readonly note: string;
  readonly source: SourceDraft;
}

export const blankFigure = (currency: string): FigureDraft => ({
  stage: 'potential',
  count: '',
  amount: '',
  currency,
  qualifier: 'exact',
  valueDate: noDate,
  note: '',
  source: ownSource,
});

/** Whether a date of the draft is not understood: then nothing must be sent. */
export const figureIsDoubtful = ({ valueDate, source }: FigureDraft): boolean => isDoubtful(valueDate) || sourceIsDoubtful(source);

const filled = (text: string): string | null => (text.trim() === '' ? null : text.trim());
/** People write thousands apart; what is sent is plain. */
const plain = (text: string): string | null => filled(text.replace(/[\s,，'’]/g, ''));

/** As sent. A currency that is chosen while no amount is typed says nothing. */
export function figureOfDraft({ stage, count, amount, currency, qualifier, valueDate, note, source }: FigureDraft) {
  const typed = plain(amount);
  const cited = sourceOfDraft(source);
  return {
    ...{ stage, count: plain(count), amount: typed, currency: typed === null ? null : filled(currency), qualifier },
    ...{ valueDate: valueDate.date, note: filled(note) },
    ...(cited === undefined ? {} : { source: cited }),
  };
}

export interface FigureFieldsProps {
  /** Before the names of the fields: 'entry.' inside the form of an outcome. */
  readonly prefix?: string;
  readonly kind: OutcomeKind;
  readonly extent: Extent;
  readonly office: string;
  readonly value: FigureDraft;
  readonly onChange: (value: FigureDraft) => void;
  readonly stagesOffered?: readonly Stage[];
}

export function FigureFields({ prefix = '', kind, extent, office, value, onChange, stagesOffered = stages }: FigureFieldsProps) {
  const { t } = useText();
  const word = useStageWord();
  const set = (change: Partial<FigureDraft>) => onChange({ ...value, ...change });
  return (
    <>
      <ChoiceField
        name={`${prefix}stage`}
        label={t('outcomes.stage')}
        options={stagesOffered.map((stage) => ({ value: stage, text: word(stage, kind) }))}
        value={value.stage}
        onChange={(chosen) => set({ stage: stages.find((stage) => stage === chosen) ?? value.stage })}
      />
      <Fields>
        {extent !== 'single' && (
          <TextField
            name={`${prefix}count`}
            label={t(`outcomes.count_${kind}`)}
            optional
            short
            inputMode="numeric"
            value={value.count}
            onChange={(count) => set({ count })}
          />
        )}
        {extent !== 'count_only' && <AmountFields {...{ prefix, value }} onChange={set} />}
        <SelectField
          name={`${prefix}qualifier`}
          label={t('outcomes.qualifier')}
          options={qualifiers.map((qualifier) => ({ value: qualifier, text: t(`outcomes.qualifier_${qualifier}`) }))}
          value={value.qualifier}
          onChange={(chosen) => set({ qualifier: qualifiers.find((qualifier) => qualifier === chosen) ?? 'exact' })}
        />
      </Fields>
      <DateField
        name={`${prefix}valueDate`}
        label={t('outcomes.value_date')}
        optional
        value={value.valueDate}
        onChange={(valueDate) => set({ valueDate })}
      />
      <SourceFields name={`${prefix}source`} office={office} value={value.source} onChange={(source) => set({ source })} />
    </>
  );
}

function AmountFields({
  prefix,
  value,
  onChange,
}: Pick<FigureFieldsProps, 'value'> & { readonly prefix: string; readonly onChange: (change: Partial<FigureDraft>) => void }) {
  const { t } = useText();
  return (
    <>
      <TextField
        name={`${prefix}amount`}
        label={t('outcomes.amount')}
        optional
        short
        inputMode="decimal"
        value={value.amount}
        onChange={(amount) => onChange({ amount })}
      />
      <CurrencyField
        name={`${prefix}currency`}
        label={t('outcomes.currency')}
        value={value.currency}
        onChange={(currency) => onChange({ currency })}
      />
    </>
  );
}

/** Currencies by code and name, those used most first; none chosen is possible and then asked for. */
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
  const options = currencyList(language).map((currency) => ({
    value: currency.code,
    text: currency.name === null ? currency.code : t('outcomes.currency_named', { code: currency.code, name: currency.name }),
  }));
  return (
    <SelectField
      name={name}
      label={label}
      options={[{ value: '', text: t('outcomes.choose_currency') }, ...options]}
      value={value}
      onChange={onChange}
    />
  );
}

/** The currency that an office most likely means: that of its ledger, else the one of the reader's country. */
export const usualCurrency = (formats: ReturnType<typeof useFormats>): string => (formats.language === 'en' ? 'GBP' : 'CNY');
