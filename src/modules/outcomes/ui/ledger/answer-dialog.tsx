// The answer of a side to the figures: it was so, it was otherwise, here is the paper.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { filledLine } from '#design/fields/multilingual-field.tsx';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { bind } from '#design/fields/bind.ts';
import { ChoiceField } from '#design/fields/choice.tsx';
import { AmountField, typedValue } from '#design/fields/amount-field.tsx';
import { Fields, OptionalSelect, SelectField, TextareaField, TextField } from '#design/fields/field.tsx';
import { Doubt } from '#design/fields/form.tsx';
import { ownSource, sourceIsDoubtful, sourceOfDraft, SourceFields, type SourceDraft } from '#modules/evidence/ui/source-fields.tsx';
import type { Outcome } from '../../contract/shapes.ts';
import { heldStages, verdicts, type Held, type Verdict } from '../../domain/assurance.ts';
import type { Stage } from '../../domain/stages.ts';
import { outcomesApi, outcomesQueries } from '../client.ts';
import { CurrencyField, saidBeside } from '#design/fields/currency-field.tsx';
import { currencyOfLedger, type DialogProps } from '../outcome-dialogs.tsx';
import { useHeldStage } from '../held-words.ts';
import { useStageWord } from '../words.tsx';

/** What would not be refused. */
const offered = ({ openVerdicts }: Outcome, office: string, stage: Stage): readonly Verdict[] =>
  openVerdicts.find((open) => open.office === office && open.stage === stage)?.verdicts ?? [];

/** A paper is another source than our records of today, so that one is asked for at once. */
const saying = (verdict: Verdict | '', source: SourceDraft) => ({
  verdict,
  source: verdict === 'documents' && source.origin === 'own' ? { ...source, origin: 'new' as const } : source,
});

const blank = {
  verdict: '' as Verdict | '',
  count: '',
  amount: '',
  heldStage: null as Held['heldStage'],
  heldParty: '',
  note: '',
  source: ownSource,
  isPublic: false,
};

export function AnswerDialog({ outcome, office, onClose }: DialogProps & { readonly office: string }) {
  const { t } = useText();
  const word = useStageWord();
  const heldWord = useHeldStage();
  const { keep, ...action } = useKeeping(outcomesQueries.key());
  const [stage, setStage] = useState<Stage>(outcome.figures.at(-1)?.stage ?? 'potential');
  const [draft, setDraft] = useState(blank);
  const [currency, setCurrency] = useState(currencyOfLedger(outcome) ?? '');
  const set = (change: Partial<typeof blank>) => setDraft({ ...draft, ...change });
  const field = bind(draft, setDraft);
  const { note, source, isPublic } = draft;
  const open = offered(outcome, office, stage);
  const verdict = open.find((known) => known === draft.verdict) ?? '';
  const through = outcome.figures.find((figure) => figure.stage === stage)?.through ?? 1;
  const own = verdict === 'differs';
  // What did not come about has no figure and no party.
  const cameAbout = draft.heldStage !== 'never';
  const saysNothing =
    own && [draft.heldStage ?? '', draft.heldParty, draft.count, draft.amount, note].every((typed) => typed.trim() === '');
  const say = (chosen: Verdict) => {
    const amount = own && cameAbout ? typedValue(draft.amount, currency) : null;
    const figures = { count: own && cameAbout ? typedValue(draft.count) : null, amount, currency: amount === null ? null : currency };
    const cited = chosen === 'documents' ? (sourceOfDraft(source) ?? { class: 'own_records' as const }) : null;
    const held = own ? { heldStage: draft.heldStage, heldParty: cameAbout ? filledLine(draft.heldParty) : null } : {};
    const rest = { ...held, note: filledLine(note), source: cited, visibility: isPublic ? ('public' as const) : ('shared' as const) };
    const input = { outcomeId: outcome.id, office, stage, verdict: chosen, through, ...figures, ...rest };
    return keep(() => outcomesApi.confirmStage(input), { said: t('outcomes.answered'), after: onClose });
  };
  return (
    <FormDialog
      wide
      after
      title={t('outcomes.answer')}
      action={action}
      submit={t('outcomes.send_answer')}
      onSubmit={() => void (verdict === '' || sourceIsDoubtful(source) ? undefined : say(verdict))}
      onClose={onClose}
    >
      {outcome.figures.length > 1 && (
        <SelectField
          name="stage"
          label={t('outcomes.stage')}
          options={outcome.figures.map((figure) => ({ value: figure.stage, text: word(figure.stage) }))}
          value={stage}
          onChange={(chosen) => {
            setStage(chosen);
            set({ heldStage: null });
          }}
        />
      )}
      <ChoiceField
        name="verdict"
        label={t('outcomes.what_we_hold')}
        options={open.map((known) => ({ value: known, text: t(`outcomes.say_${known}`) }))}
        value={verdict}
        onChange={(chosen) => set(saying(verdicts.find((known) => known === chosen) ?? '', source))}
      />
      <Doubt name="verdict" message={verdict === '' ? t('outcomes.verdict_needed') : undefined} />
      {own && (
        <>
          <p className="note">{t('outcomes.unset_is_as_stated')}</p>
          <Fields>
            <OptionalSelect
              {...field('heldStage')}
              label={t('outcomes.held_stage_field')}
              none={t('outcomes.as_stated')}
              options={heldStages.filter((held) => held !== stage).map((held) => ({ value: held, text: heldWord(held, stage) }))}
            />
            {cameAbout && <TextField {...field('heldParty')} label={t('outcomes.held_party_field')} optional maxLength={300} />}
          </Fields>
        </>
      )}
      {own && cameAbout && (
        <Fields>
          {outcome.extent !== 'single' && <AmountField {...field('count')} label={t(`outcomes.count_${outcome.kind}`)} optional />}
          {outcome.extent !== 'count_only' && (
            <>
              <AmountField
                name="amount"
                label={t('outcomes.amount')}
                hint={t('outcomes.amount_hint')}
                optional
                value={draft.amount}
                currency={currency}
                onChange={(amount, read) => {
                  set({ amount });
                  setCurrency(saidBeside(read, currency).currency ?? currency);
                }}
              />
              <CurrencyField name="currency" label={t('outcomes.currency')} value={currency} onChange={setCurrency} />
            </>
          )}
        </Fields>
      )}
      {verdict === 'documents' && <SourceFields name="source" office={office} value={source} onChange={(next) => set({ source: next })} />}
      <Doubt name="note" message={saysNothing ? t('outcomes.difference_missing') : undefined} />
      <TextareaField name="note" label={t('outcomes.note')} optional rows={2} value={note} onChange={(text) => set({ note: text })} />
      <ChoiceField
        name="visibility"
        label={t('outcomes.who_reads_answer')}
        options={[
          { value: 'shared', text: t('outcomes.answer_shared') },
          { value: 'public', text: t('outcomes.answer_public') },
        ]}
        value={isPublic ? 'public' : 'shared'}
        onChange={(chosen) => set({ isPublic: chosen === 'public' })}
      />
    </FormDialog>
  );
}
