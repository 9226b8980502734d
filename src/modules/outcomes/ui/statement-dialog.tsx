// Entering what a source says of an outcome: one attribute, what is said, by whom, and where. It is our office's own until it is opened.
import { writing } from '#kernel/language.ts';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { filledLine } from '#design/fields/multilingual-field.tsx';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { AmountField, typedValue } from '#design/fields/amount-field.tsx';
import { CurrencyField, saidBeside } from '#design/fields/currency-field.tsx';
import { TextAction } from '#design/button.tsx';
import { Fields, SelectField, TextField } from '#design/fields/field.tsx';
import { qualifiers, type Qualifier } from '#kernel/money.ts';
import type { StatementKind } from '#modules/evidence/domain/statement.ts';
import { KindField, kindOfDraft } from '#modules/evidence/ui/kind-field.tsx';
import { ownSource, sourceOfDraft, SourceFields } from '#modules/evidence/ui/source-fields.tsx';
import { outcomeAttributes, valueTypes, type OutcomeAttribute } from '../domain/attributes.ts';
import { outcomesApi, outcomesQueries } from './client.ts';
import { currencyOfLedger, type DialogProps } from './outcome-dialogs.tsx';

interface StatementDraft {
  readonly attribute: OutcomeAttribute;
  readonly typed: string;
  readonly qualifier: Qualifier;
  readonly kind: StatementKind | null;
  readonly saidBy: string;
  readonly source: typeof ownSource;
}

const blank: StatementDraft = { attribute: 'amount', typed: '', qualifier: 'exact', kind: null, saidBy: '', source: ownSource };

interface StatementDialogProps extends DialogProps {
  readonly office: string;
  /** Opens the answer to a stage's figures; undefined where we are no side. */
  readonly onAnswer: (() => void) | undefined;
}

export function StatementDialog({ outcome, office, onClose, onAnswer }: StatementDialogProps) {
  const { t, language } = useText();
  const { keep, ...action } = useKeeping(outcomesQueries.key());
  const [draft, setDraft] = useState(blank);
  const [currency, setCurrency] = useState(currencyOfLedger(outcome) ?? '');
  const set = (change: Partial<StatementDraft>) => setDraft({ ...draft, ...change });
  const { attribute, typed, qualifier, saidBy, source } = draft;
  const type = valueTypes[attribute];
  const kind = { chosen: draft.kind, words: typed, isFigure: type !== 'text', source };
  const valueOf = () => {
    if (type === 'money') return { type, amount: typedValue(typed, currency) ?? '', currency, qualifier };
    return type === 'count'
      ? { type, count: typedValue(typed) ?? '', qualifier }
      : { type, text: { [language]: { text: typed.trim(), origin: 'human' as const } } };
  };
  const enter = () => {
    const entry = { attribute, value: valueOf(), kind: kindOfDraft(kind), saidBy: filledLine(saidBy), source: sourceOfDraft(source) };
    return keep(() => outcomesApi.enterOutcomeStatements({ outcomeId: outcome.id, office, entries: [entry] }), {
      said: t('outcomes.statement_entered'),
      after: onClose,
    });
  };
  return (
    <FormDialog
      wide
      after
      title={t('outcomes.enter_statement')}
      action={action}
      submit={t('outcomes.enter_statement')}
      onSubmit={() => void enter()}
      onClose={onClose}
    >
      <p className="note">{t('outcomes.statement_note')}</p>
      <Fields>
        <SelectField
          name="entries.0.attribute"
          label={t('outcomes.attribute')}
          options={outcomeAttributes.map((known) => ({ value: known, text: t(`outcomes.stated_${known}`) }))}
          value={attribute}
          onChange={(attribute) => set({ attribute })}
        />
        {type === 'text' ? (
          <TextField name="entries.0.value" label={t('outcomes.said')} value={typed} onChange={(words) => set({ typed: words })} />
        ) : (
          <AmountField
            name="entries.0.value"
            label={t('outcomes.said')}
            value={typed}
            currency={type === 'money' ? currency : undefined}
            onChange={(words, read) => {
              const { currency: named, ...meant } = saidBeside(read, currency);
              set({ typed: words, ...meant });
              if (type === 'money' && named !== undefined) setCurrency(named);
            }}
          />
        )}
        {type === 'money' && (
          <CurrencyField name="entries.0.value.currency" label={t('outcomes.currency')} value={currency} onChange={setCurrency} />
        )}
        {type !== 'text' && (
          <SelectField
            name="entries.0.value.qualifier"
            label={t('outcomes.qualifier')}
            options={qualifiers.map((known) => ({ value: known, text: t(`outcomes.qualifier_${known}`) }))}
            value={qualifier}
            onChange={(qualifier) => set({ qualifier })}
          />
        )}
      </Fields>
      {type !== 'text' && outcome.figures.length > 0 && onAnswer !== undefined && (
        <p className="note">
          {t('outcomes.answer_there')} <TextAction onPress={onAnswer}>{t('outcomes.answer_there_action')}</TextAction>
          {writing[language].fullStop}
        </p>
      )}
      <KindField draft={kind} onChange={(chosen) => set({ kind: chosen })} />
      <TextField
        name="entries.0.saidBy"
        label={t('evidence.said_by')}
        optional
        value={saidBy}
        onChange={(words) => set({ saidBy: words })}
      />
      <SourceFields name="entries.0.source" office={office} value={source} onChange={(next) => set({ source: next })} />
      <p className="note after">{t('outcomes.statement_private_first')}</p>
    </FormDialog>
  );
}
