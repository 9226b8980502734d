// What was said, as it is typed: stage, count, amount with its currency, how it is meant, when, and where it is said.
import { useText } from '#client/language.ts';
import { filledLine } from '#design/fields/multilingual-field.tsx';
import { bind } from '#design/fields/bind.ts';
import { AmountField, typedValue } from '#design/fields/amount-field.tsx';
import { CurrencyField, saidBeside } from '#design/fields/currency-field.tsx';
import { ChoiceField } from '#design/fields/choice.tsx';
import { DateField, noDate, type TypedDate } from '#design/fields/date-field.tsx';
import { Fields, SelectField, TextField } from '#design/fields/field.tsx';
import { qualifiers, type Qualifier } from '#kernel/money.ts';
import { ownSource, sourceIsDoubtful, sourceOfDraft, SourceFields, type SourceDraft } from '#modules/evidence/ui/source-fields.tsx';
import { isDoubtful } from '#design/fields/date-field.tsx';
import type { Extent, OutcomeKind } from '../../domain/outcome.ts';
import { stages, type Stage } from '../../domain/stages.ts';
import { useStageWord } from '../words.tsx';

export interface FigureDraft {
  readonly stage: Stage;
  readonly count: string;
  readonly amount: string;
  readonly currency: string;
  readonly qualifier: Qualifier;
  readonly valueDate: TypedDate;
  readonly note: string;
  readonly saidBy: string;
  readonly about: string;
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
  saidBy: '',
  about: '',
  source: ownSource,
});

/** Whether a date of the draft is not understood: then nothing must be sent. */
export const figureIsDoubtful = ({ valueDate, source }: FigureDraft): boolean => isDoubtful(valueDate) || sourceIsDoubtful(source);

/** As sent. A currency that is chosen while no amount is typed says nothing. */
export function figureOfDraft({ stage, count, amount, currency, qualifier, valueDate, note, saidBy, about, source }: FigureDraft) {
  const typed = typedValue(amount, currency);
  const cited = sourceOfDraft(source);
  return {
    ...{ stage, count: typedValue(count), amount: typed, currency: typed === null ? null : filledLine(currency), qualifier },
    ...{ valueDate: valueDate.date, note: filledLine(note), saidBy: filledLine(saidBy), about: filledLine(about) },
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
  const field = bind(value, onChange, prefix);
  return (
    <>
      <ChoiceField
        {...field('stage')}
        label={t('outcomes.stage')}
        options={stagesOffered.map((stage) => ({ value: stage, text: word(stage) }))}
      />
      <Fields>
        {extent !== 'single' && (
          <AmountField
            name={`${prefix}count`}
            label={t(`outcomes.count_${kind}`)}
            optional
            value={value.count}
            onChange={(count, read) => set({ count, ...(read?.qualifier ? { qualifier: read.qualifier } : {}) })}
          />
        )}
        {extent !== 'count_only' && <AmountFields {...{ prefix, value }} onChange={set} />}
        <SelectField
          {...field('qualifier')}
          label={t('outcomes.qualifier')}
          options={qualifiers.map((qualifier) => ({ value: qualifier, text: t(`outcomes.qualifier_${qualifier}`) }))}
        />
      </Fields>
      <DateField {...field('valueDate')} label={t('outcomes.value_date')} optional />
      <Fields>
        <TextField {...field('saidBy')} label={t('evidence.said_by')} hint={t('outcomes.said_by_hint')} optional maxLength={200} />
        <TextField {...field('about')} label={t('evidence.about')} hint={t('outcomes.about_hint')} optional maxLength={300} />
      </Fields>
      <SourceFields {...field('source')} office={office} />
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
      <AmountField
        name={`${prefix}amount`}
        label={t('outcomes.amount')}
        hint={t('outcomes.amount_hint')}
        optional
        value={value.amount}
        currency={value.currency}
        onChange={(amount, read) => onChange({ amount, ...saidBeside(read, value.currency) })}
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
