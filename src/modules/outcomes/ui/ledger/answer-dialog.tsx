// The answer of a side to the figures: it was so, it was otherwise, here is the paper.
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { filledLine } from '#design/fields/multilingual-field.tsx';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { bind } from '#design/fields/bind.ts';
import { ChoiceField } from '#design/fields/choice.tsx';
import { Fields, SelectField, TextareaField, TextField } from '#design/fields/field.tsx';
import { Doubt } from '#design/fields/form.tsx';
import { useNaming } from '#design/named.tsx';
import { ownSource, sourceOfDraft, SourceFields, type SourceDraft } from '#modules/evidence/ui/source-fields.tsx';
import type { ConfirmationShown, Figure, Outcome } from '../../contract/shapes.ts';
import { heldStages, verdicts, type Held, type Verdict } from '../../domain/assurance.ts';
import type { Stage } from '../../domain/stages.ts';
import { outcomesApi, outcomesQueries } from '../client.ts';
import { currencyOfLedger, type DialogProps } from '../outcome-dialogs.tsx';
import { blankStated, StatedFields, statedOfDraft } from '../form/stated-fields.tsx';
import { useHeldStage, useHeldWords } from '../held-words.ts';
import { useCounted, useStageWord } from '../words.tsx';

/** What would not be refused. */
const offered = ({ openVerdicts }: Outcome, office: string, stage: Stage): readonly Verdict[] =>
  openVerdicts.find((open) => open.office === office && open.stage === stage)?.verdicts ?? [];

/** A paper is another source than our records of today, so that one is asked for at once. */
const saying = (verdict: Verdict | '', source: SourceDraft) => ({
  verdict,
  source: verdict === 'documents' && source.origin === 'own' ? { ...source, origin: 'new' as const } : source,
});

/** Chosen of the stage: nothing yet, as the other side says, or what we hold instead. */
type HeldChoice = '' | 'same' | NonNullable<Held['heldStage']>;

const blank = {
  verdict: '' as Verdict | '',
  heldStage: '' as HeldChoice,
  heldParty: '',
  note: '',
  source: ownSource,
  isPublic: false,
};

/** What the office has said of the stage as it stands; undefined where it has not, or the figures have changed since. */
const answerBefore = ({ confirmations }: Outcome, office: string, stage: Stage): ConfirmationShown | undefined =>
  confirmations.findLast((said) => said.office.id === office && said.stage === stage && !said.outdated && said.verdict !== 'withdraws');

/** The form as it stands when it opens: with the answer given before, so that a word of it is changed and the rest stays. */
function useDraft(outcome: Outcome, office: string, stage: Stage) {
  const formats = useFormats();
  const before = answerBefore(outcome, office, stage);
  const isDifferent = before?.verdict === 'differs' || before?.verdict === 'confirms_part';
  const figureOf = (amount: ConfirmationShown['amount']): string => (amount === null ? '' : formats.count(amount.value).figure);
  return {
    before,
    draft: {
      ...blank,
      ...blankStated(before?.amount?.currency ?? currencyOfLedger(outcome) ?? ''),
      ...(before === undefined ? {} : { verdict: before.verdict, note: before.note ?? '', isPublic: before.visibility === 'public' }),
      ...(before === undefined || !isDifferent
        ? {}
        : {
            ...{ heldStage: before.heldStage ?? ('same' as const), heldParty: before.heldParty ?? '' },
            ...{ count: before.count ?? '', countQualifier: before.countQualifier },
            ...{ amount: figureOf(before.amount), qualifier: before.qualifier },
          }),
    },
  };
}

interface AnswerDialogProps extends DialogProps {
  readonly office: string;
  /** What was chosen before it opened: an answer, and of which stage. */
  readonly chosen?: { readonly stage: Stage; readonly verdict: Verdict };
}

export function AnswerDialog({ outcome, office, chosen: asked, onClose }: AnswerDialogProps) {
  const { t } = useText();
  const naming = useNaming();
  const word = useStageWord();
  const heldWord = useHeldStage();
  const { keep, ...action } = useKeeping(outcomesQueries.key());
  const [stage, setStage] = useState<Stage>(asked?.stage ?? (contradictedIn(outcome) ?? outcome.figures.at(-1))?.stage ?? 'potential');
  const { before, draft: opened } = useDraft(outcome, office, stage);
  const [changed, setChanged] = useState<Partial<typeof opened>>(asked === undefined ? {} : { verdict: asked.verdict });
  const draft = { ...opened, ...changed };
  const set = (change: Partial<typeof opened>) => setChanged({ ...changed, ...change });
  const field = bind(draft, set);
  const { note, source, isPublic, heldStage } = draft;
  const open = offered(outcome, office, stage);
  const verdict = open.find((known) => known === draft.verdict) ?? '';
  const figure = outcome.figures.find((one) => one.stage === stage);
  const own = verdict === 'differs';
  const isPart = verdict === 'confirms_part';
  const isOwner = office === outcome.office.id;
  // What did not come about has no figure and no party.
  const cameAbout = heldStage !== 'never';
  const stated = statedOfDraft((own && cameAbout) || isPart ? draft : { ...draft, ...blankStated('') });
  const saysNothing =
    own && ['', 'same'].includes(heldStage) && [draft.heldParty, draft.count, draft.amount, note].every((typed) => typed.trim() === '');
  const say = (chosen: Verdict) => {
    const cited = chosen === 'documents' ? (sourceOfDraft(source) ?? { class: 'own_records' as const }) : null;
    const held = own
      ? {
          heldStage: heldStage === '' || heldStage === 'same' ? null : heldStage,
          heldParty: cameAbout ? filledLine(draft.heldParty) : null,
        }
      : {};
    const rest = { ...held, note: filledLine(note), source: cited, visibility: isPublic ? ('public' as const) : ('shared' as const) };
    const input = { outcomeId: outcome.id, office, stage, verdict: chosen, through: figure?.through ?? 1, ...stated, ...rest };
    return keep(() => outcomesApi.confirmStage(input), { said: t('outcomes.answered'), after: onClose });
  };
  return (
    <FormDialog
      wide
      after
      keepTyped
      title={t('outcomes.answer_titled', { title: naming(outcome.title) })}
      action={action}
      submit={t('outcomes.send_answer')}
      onSubmit={() => void (verdict === '' ? undefined : say(verdict))}
      onClose={onClose}
    >
      {outcome.figures.length > 1 && (
        <SelectField
          name="stage"
          label={t('outcomes.stage')}
          options={outcome.figures.map((one) => ({ value: one.stage, text: word(one.stage, outcome) }))}
          value={stage}
          onChange={(chosen) => {
            setStage(chosen);
            setChanged({});
          }}
        />
      )}
      {figure !== undefined && <AnswerTo outcome={outcome} figure={figure} office={office} />}
      {before !== undefined && <p className="note">{t('outcomes.answered_before')}</p>}
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
          <Doubt name="heldStage" message={heldStage === '' ? t('outcomes.held_stage_needed') : undefined} />
          <Fields>
            <SelectField
              {...field('heldStage')}
              label={t('outcomes.held_stage_field')}
              options={heldOptions(stage, outcome, { t, word, heldWord })}
            />
            {cameAbout && <TextField {...field('heldParty')} label={t('outcomes.held_party_field')} optional />}
          </Fields>
        </>
      )}
      {own && cameAbout && (
        <>
          <Fields>
            <StatedFields of={outcome} value={draft} onChange={set} />
          </Fields>
          <p className="note">{t('outcomes.unset_is_as_stated')}</p>
        </>
      )}
      {isPart && (
        <>
          <p className="note">{t('outcomes.part_field')}</p>
          <Fields>
            <StatedFields of={outcome} value={draft} onChange={set} />
          </Fields>
        </>
      )}
      {verdict === 'documents' && <SourceFields name="source" office={office} value={source} onChange={(next) => set({ source: next })} />}
      <Doubt name="note" message={saysNothing ? t('outcomes.difference_missing') : undefined} />
      <TextareaField {...field('note')} label={t('outcomes.note')} optional rows={2} />
      <ChoiceField
        name="visibility"
        label={t('outcomes.who_reads_answer')}
        options={[
          {
            value: 'shared',
            text: t(isOwner ? (outcome.sharedWith.length > 0 ? 'outcomes.answer_told' : 'outcomes.answer_own') : 'outcomes.answer_shared', {
              office: naming(outcome.office.name),
            }),
          },
          { value: 'public', text: t('outcomes.answer_public') },
        ]}
        value={isPublic ? 'public' : 'shared'}
        onChange={(chosen) => set({ isPublic: chosen === 'public' })}
      />
    </FormDialog>
  );
}

/** The figure that another side holds to be otherwise: who keeps the outcome answers that first. */
const contradictedIn = ({ figures }: Outcome) => figures.find(({ differing }) => differing.length > 0);

interface HeldWording {
  readonly t: ReturnType<typeof useText>['t'];
  readonly word: ReturnType<typeof useStageWord>;
  readonly heldWord: ReturnType<typeof useHeldStage>;
}

/** Nothing is chosen beforehand: who says nothing of the stage does not agree with it. */
const heldOptions = (
  stage: Stage,
  outcome: Outcome,
  { t, word, heldWord }: HeldWording,
): readonly { readonly value: HeldChoice; readonly text: string }[] => [
  { value: '', text: t('outcomes.held_stage_choose') },
  { value: 'same', text: t('outcomes.as_stated', { stage: word(stage, outcome) }) },
  ...heldStages.filter((held) => held !== stage).map((held) => ({ value: held, text: heldWord(held, stage, outcome) })),
];

/** What is answered: whose figures, how much, at which stage; and what another side holds of it. */
function AnswerTo({ outcome, figure, office }: { readonly outcome: Outcome; readonly figure: Figure; readonly office: string }) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const word = useStageWord();
  const counted = useCounted();
  const held = useHeldWords();
  const said = [
    word(figure.stage, outcome),
    ...(figure.count === null ? [] : [formats.spelt(counted(outcome, figure.count, figure.countQualifier))]),
    ...(figure.amount === null ? [] : [formats.spelt(formats.money(figure.amount, figure.qualifier))]),
  ].join(' · ');
  return (
    <>
      <p>
        {t('outcomes.answer_to', { office: naming(outcome.office.name) })} <b>{said}</b>
      </p>
      {figure.differing
        .filter((other) => other.office.id !== office)
        .map((other) => (
          <p key={other.office.id}>
            {t('outcomes.they_hold', { office: naming(other.office.name) })}{' '}
            <b>{held(other, figure.stage, outcome) ?? t('outcomes.verdict_differs')}</b>
          </p>
        ))}
    </>
  );
}
