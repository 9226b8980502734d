// Adding to a ledger: an entry, a reversal, a rate. What was posted stays.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { askedOf, formTrouble } from '#client/use-action.ts';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { FormDialog, FormButtons } from '#design/fields/form-dialog.tsx';
import { bind } from '#design/fields/bind.ts';
import { Dialog } from '#design/notices/dialog.tsx';
import { CurrencyField } from '#design/fields/currency-field.tsx';
import { Fields, TextareaField, TextField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { ownSource, sourceOfDraft, SourceFields } from '#modules/evidence/ui/source-fields.tsx';
import type { EntryShown, Outcome } from '../contract/shapes.ts';
import { doubtCodes } from '../domain/plausible.ts';
import { wholeCodes } from '../domain/stage-order.ts';
import { outcomesApi, outcomesQueries } from './client.ts';
import { EntryQuestion } from './ledger/entry-question.tsx';
import { blankFigure, figureIsDoubtful, FigureFields, figureOfDraft } from './form/figure-fields.tsx';

const laterIsLarger = 'outcomes.later_is_larger' as const;
const becomesPublic = 'outcomes.becomes_public' as const;
/** What a dialog has said before its button was pressed. */
const sayPublic = ({ visibility }: Outcome) => (visibility === 'public' ? { confirmed: [becomesPublic] } : {});

export interface DialogProps {
  readonly outcome: Outcome;
  readonly onClose: () => void;
}

export const currencyOfLedger = ({ figures, entries }: Outcome): string | undefined =>
  (figures.find(({ amount }) => amount !== null) ?? entries.find(({ amount }) => amount !== null))?.amount?.currency;

/** Of a public outcome: nothing more is asked before everybody reads it. */
function AtOnce({ outcome }: Pick<DialogProps, 'outcome'>) {
  const { t } = useText();
  return outcome.visibility === 'public' ? <p>{t('outcomes.public_at_once')}</p> : null;
}

export function EntryDialog({ outcome, onClose }: DialogProps) {
  const { t } = useText();
  const { keep, ...action } = useKeeping(outcomesQueries.key());
  const [draft, setDraft] = useState(() => {
    const blank = blankFigure(currencyOfLedger(outcome) ?? '');
    return { ...blank, stage: outcome.reached.ended ?? outcome.reached.stage ?? blank.stage };
  });
  const [isAsking, setAsking] = useState(false);
  const asked = askedOf(action);
  const isLarger = asked.some(({ code }) => code === laterIsLarger);
  // It may have become public since it was opened: then the server asks.
  const doubts = asked.flatMap(({ code, message }) =>
    [...wholeCodes, ...doubtCodes].filter((one) => one === code).map((one) => ({ code: one, message })),
  );
  const isPublic = outcome.visibility === 'public' || asked.some(({ code }) => code === becomesPublic);
  const add = async () => {
    const confirmed = [...(isLarger ? [laterIsLarger] : []), ...(isPublic ? [becomesPublic] : []), ...doubts.map(({ code }) => code)];
    const entry = { outcomeId: outcome.id, ...figureOfDraft(draft), confirmed };
    const words = { said: t('outcomes.entry_added'), after: onClose };
    const isDone = await keep((context) => outcomesApi.addEntry(entry, { context: { ...context, hears: true } }), words);
    // What was refused is put right in the fields.
    if (!isDone) setAsking(false);
  };
  const submit = () => {
    if (isPublic && !figureIsDoubtful(draft) && !isAsking && asked.length === 0) setAsking(true);
    else void add();
  };
  const lookAgain = () => {
    action.clear();
    setAsking(false);
  };
  return (
    <Dialog open wide onClose={onClose} title={t('outcomes.add_entry')}>
      <Form {...formTrouble(action)} onSubmit={submit}>
        {isAsking || asked.length > 0 ? (
          <EntryQuestion {...{ outcome, draft, isLarger, isPublic, doubts }} busy={action.busy} onBack={lookAgain} />
        ) : (
          <>
            <p className="note">{t('outcomes.entry_note')}</p>
            <FigureFields of={outcome} office={outcome.office.id} value={draft} onChange={setDraft} />
            <TextField {...bind(draft, setDraft)('note')} label={t('outcomes.note')} optional />
            <FormButtons after submit={t('outcomes.add_entry')} busy={action.busy} onClose={onClose} />
          </>
        )}
      </Form>
    </Dialog>
  );
}

export function ReversalDialog({ outcome, entry, onClose }: DialogProps & { readonly entry: EntryShown }) {
  const { t } = useText();
  const { keep, ...action } = useKeeping(outcomesQueries.key());
  const [note, setNote] = useState('');
  const reverse = () =>
    keep(() => outcomesApi.reverseEntry({ outcomeId: outcome.id, entryId: entry.id, note, ...sayPublic(outcome) }), {
      said: t('outcomes.entry_reversed', { number: entry.number }),
      after: onClose,
    });
  return (
    <FormDialog
      after
      title={t('outcomes.reverse_number', { number: entry.number })}
      action={action}
      submit={t('outcomes.reverse')}
      onSubmit={() => void reverse()}
      onClose={onClose}
    >
      <p>{t('outcomes.reverse_text')}</p>
      <AtOnce outcome={outcome} />
      <TextareaField name="note" label={t('outcomes.why')} rows={2} value={note} onChange={setNote} />
    </FormDialog>
  );
}

export function RateDialog({ outcome, onClose }: DialogProps) {
  const { t } = useText();
  const { keep, ...action } = useKeeping(outcomesQueries.key());
  const from = currencyOfLedger(outcome) ?? '';
  const [to, setTo] = useState('');
  const [rate, setRate] = useState('');
  const [day, setDay] = useState('');
  const [source, setSource] = useState(ownSource);
  const state = () =>
    keep(
      () => outcomesApi.stateRate({ outcomeId: outcome.id, from, to, rate, day, source: sourceOfDraft(source), ...sayPublic(outcome) }),
      {
        said: t('outcomes.rate_stated'),
        after: onClose,
      },
    );
  return (
    <FormDialog
      wide
      after
      title={t('outcomes.state_rate')}
      action={action}
      submit={t('outcomes.state_rate')}
      onSubmit={() => void state()}
      onClose={onClose}
    >
      <p className="note">{t('outcomes.rate_note', { currency: from })}</p>
      <AtOnce outcome={outcome} />
      <Fields>
        <CurrencyField name="to" label={t('outcomes.rate_to')} value={to} onChange={setTo} />
        <TextField
          name="rate"
          label={t('outcomes.rate_of', { currency: from })}
          short
          inputMode="decimal"
          value={rate}
          onChange={setRate}
        />
        <TextField name="day" type="date" label={t('outcomes.rate_day')} value={day} onChange={setDay} />
      </Fields>
      <SourceFields name="source" office={outcome.office.id} value={source} onChange={setSource} />
    </FormDialog>
  );
}
