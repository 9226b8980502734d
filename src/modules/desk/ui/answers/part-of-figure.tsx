// How much of an amount that another office reports we confirm; of the rest we say nothing.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { AmountField, typedValue } from '#design/fields/amount-field.tsx';
import { Doubt } from '#design/fields/form.tsx';
import { CheckField, Fields, TextField } from '#design/fields/field.tsx';
import { filledLine } from '#design/fields/multilingual-field.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { useNaming } from '#design/named.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import type { Figure, Outcome } from '#modules/outcomes/contract/shapes.ts';
import type { Stage } from '#modules/outcomes/domain/stages.ts';
import { outcomesApi, outcomesQueries } from '#modules/outcomes/ui/client.ts';
import { useCounted } from '#modules/outcomes/ui/words.tsx';
import { DiffersFrame } from './differs-frame.tsx';
import { saidBefore } from './said-before.ts';

interface PartProps {
  readonly outcomeId: string;
  readonly stage: Stage;
  readonly office: string;
  readonly onClose: () => void;
}

/** Opens with the outcome as it stands now: nothing is answered unseen. */
export function PartOfFigure({ outcomeId, stage, ...props }: PartProps) {
  const { data } = useQuery(outcomesQueries.getOutcome.queryOptions({ input: { outcomeId } }));
  if (data === undefined) return <Skeleton lines={4} />;
  const figure = data.figures.find((one) => one.stage === stage);
  return figure === undefined ? null : <PartForm outcome={data} figure={figure} {...props} />;
}

interface PartFormProps extends Pick<PartProps, 'office' | 'onClose'> {
  readonly outcome: Outcome;
  readonly figure: Figure;
}

function PartForm({ outcome, figure, office, onClose }: PartFormProps) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const { keep, ...action } = useKeeping();
  const counted = useCounted();
  const { stage, through, amount, count } = figure;
  const [draft, setDraft] = useState(() => {
    const before = saidBefore(outcome, { office, stage, verdict: 'confirms_part' });
    return {
      typed: before?.amount == null ? '' : formats.count(before.amount.value).figure,
      counted: before?.count ?? '',
      note: before?.note ?? '',
      isPublic: before?.visibility === 'public',
    };
  });
  const set = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change });
  const currency = amount?.currency ?? '';
  const visibility = draft.isPublic ? ('public' as const) : ('shared' as const);
  const asked = { outcomeId: outcome.id, office, stage, through, visibility };
  const send = () => {
    const typed = typedValue(draft.typed, currency);
    const said = {
      amount: typed,
      currency: typed === null ? null : currency,
      count: typedValue(draft.counted),
      note: filledLine(draft.note),
    };
    return keep(() => outcomesApi.confirmStage({ ...asked, verdict: 'confirms_part', ...said }), {
      said: t('outcomes.answered_for', { answer: t('outcomes.say_confirms_part'), office: naming(outcome.office.name) }),
      undo: () => outcomesApi.confirmStage({ ...asked, verdict: 'withdraws' }),
    });
  };
  return (
    <DiffersFrame label={t('outcomes.answer_titled', { title: naming(outcome.title) })} action={action} onSend={send} onClose={onClose}>
      <Doubt
        name={count === null ? 'amount' : 'count'}
        message={draft.typed.trim() === '' && draft.counted.trim() === '' ? t('outcomes.part_needed') : undefined}
      />
      <Fields>
        {count !== null && (
          <AmountField
            name="count"
            label={t('desk.part_number')}
            hint={t('desk.part_of_all', { amount: formats.spelt(counted(outcome, count, figure.countQualifier)) })}
            optional={amount !== null}
            value={draft.counted}
            echoed={({ value }) => formats.spelt(counted(outcome, value, 'exact'))}
            onChange={(typed) => set({ counted: typed })}
          />
        )}
        {amount !== null && (
          <AmountField
            name="amount"
            label={t('desk.part_amount')}
            hint={t('desk.part_of_all', { amount: formats.spelt(formats.money(amount, figure.qualifier)) })}
            optional={count !== null}
            value={draft.typed}
            currency={currency}
            onChange={(typed) => set({ typed })}
          />
        )}
        <TextField name="note" label={t('outcomes.note')} optional value={draft.note} onChange={(note) => set({ note })} />
      </Fields>
      <CheckField
        name="visibility"
        label={t('desk.publish_our_words')}
        hint={t('desk.who_sees_figure', { office: naming(outcome.office.name) })}
        checked={draft.isPublic}
        onChange={(isPublic) => set({ isPublic })}
      />
    </DiffersFrame>
  );
}
