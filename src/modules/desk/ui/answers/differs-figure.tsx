// What differs in figures that another office reports: the stage, how much, with whom, that it came about at all.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { writing } from '#kernel/language.ts';
import { inLanguage } from '#kernel/written-language.ts';
import { AmountField, typedValue } from '#design/fields/amount-field.tsx';
import { CurrencyField, saidBeside } from '#design/fields/currency-field.tsx';
import { Doubt } from '#design/fields/form.tsx';
import { CheckField, SelectField, TextField } from '#design/fields/field.tsx';
import { filledLine } from '#design/fields/multilingual-field.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Named, useNaming } from '#design/named.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { StageMark } from '#design/stage-marks.tsx';
import type { ConfirmationShown, Figure, Outcome } from '#modules/outcomes/contract/shapes.ts';
import { heldStages, type Held } from '#modules/outcomes/domain/assurance.ts';
import { lastHeld } from '#modules/outcomes/domain/headline.ts';
import { isEnd, type Stage } from '#modules/outcomes/domain/stages.ts';
import { outcomesApi, outcomesQueries } from '#modules/outcomes/ui/client.ts';
import { useHeldStage } from '#modules/outcomes/ui/held-words.ts';
import { useCounted, useStageWord } from '#modules/outcomes/ui/words.tsx';
import { Differing, DifferingHead, DiffersFrame } from './differs-frame.tsx';
import { saidBefore } from './said-before.ts';

interface DiffersFigureProps {
  readonly outcomeId: string;
  /** Left out: that which the outcome came to. */
  readonly stage?: Stage;
  readonly office: string;
  readonly onClose: () => void;
}

/** Opens with the outcome as it stands now: nothing is answered unseen. */
export function DiffersFigure({ outcomeId, stage, ...props }: DiffersFigureProps) {
  const { data } = useQuery(outcomesQueries.getOutcome.queryOptions({ input: { outcomeId } }));
  if (data === undefined) return <Skeleton lines={4} />;
  const figure = data.figures.find((one) => one.stage === stage) ?? data.figures.at(-1);
  return figure === undefined ? null : <FigureForm outcome={data} figure={figure} {...props} />;
}

const blank = {
  ...{ stage: false, count: false, amount: false, party: false, happened: false },
  ...{
    heldStage: '' as '' | NonNullable<Held['heldStage']>,
    counted: '',
    typed: '',
    currency: '',
    heldParty: '',
    note: '',
    isPublic: false,
  },
};
type Draft = typeof blank;

/** What is ticked and left empty is asked for in its own place. */
const saysNothing = ({ stage, count, amount, party, happened, note }: Draft): boolean =>
  !(stage || count || amount || party || happened) && note.trim() === '';

/** As it is sent: what is not ticked is as they say, and what did not come about has neither figure nor party. */
function heldOf({ stage, count, amount, party, happened, ...draft }: Draft) {
  const typed = amount && !happened ? typedValue(draft.typed, draft.currency) : null;
  return {
    heldStage: happened ? ('never' as const) : stage && draft.heldStage !== '' ? draft.heldStage : null,
    count: count && !happened ? typedValue(draft.counted) : null,
    ...{ amount: typed, currency: typed === null ? null : filledLine(draft.currency) },
    heldParty: party && !happened ? filledLine(draft.heldParty) : null,
    note: filledLine(draft.note),
  };
}

/** The form as it opens: with what was answered before, be it taken back since, so that no word of it is typed twice. */
function useOpened() {
  const formats = useFormats();
  return ({ figures }: Outcome, { stage }: Figure, before: ConfirmationShown | undefined): Draft => {
    const held = lastHeld(figures, stage, ({ amount }) => amount !== null);
    const draft = { ...blank, currency: before?.amount?.currency ?? held?.amount?.currency ?? '' };
    if (before === undefined) return draft;
    const happened = before.heldStage === 'never';
    return {
      ...draft,
      ...{ stage: before.heldStage !== null && !happened, heldStage: happened ? '' : (before.heldStage ?? ''), happened },
      ...{ count: before.count !== null, counted: before.count ?? '' },
      ...{ amount: before.amount !== null, typed: before.amount === null ? '' : formats.count(before.amount.value).figure },
      ...{ party: before.heldParty !== null, heldParty: before.heldParty ?? '', note: before.note ?? '' },
      isPublic: before.visibility === 'public',
    };
  };
}

interface FigureFormProps extends Pick<DiffersFigureProps, 'office' | 'onClose'> {
  readonly outcome: Outcome;
  readonly figure: Figure;
}

function FigureForm({ outcome, figure, office, onClose }: FigureFormProps) {
  const { t } = useText();
  const naming = useNaming();
  const { keep, ...action } = useKeeping();
  const opened = useOpened();
  const [draft, setDraft] = useState<Draft>(() =>
    opened(outcome, figure, saidBefore(outcome, { office, stage: figure.stage, verdict: 'differs' })),
  );
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const asked = { outcomeId: outcome.id, office, stage: figure.stage, through: figure.through };
  const visibility = draft.isPublic ? ('public' as const) : ('shared' as const);
  const send = () =>
    keep(() => outcomesApi.confirmStage({ ...asked, verdict: 'differs', ...heldOf(draft), visibility }), {
      said: t('outcomes.answered_for', { answer: t('outcomes.say_differs'), office: naming(outcome.office.name) }),
      undo: () => outcomesApi.confirmStage({ ...asked, verdict: 'withdraws', visibility }),
    });
  return (
    <DiffersFrame label={t('outcomes.answer_titled', { title: naming(outcome.title) })} action={action} onSend={send} onClose={onClose}>
      <div className="contra">
        <DifferingHead />
        {!draft.happened && (
          <>
            <StageRow outcome={outcome} figure={figure} draft={draft} onChange={set} />
            <FigureRows outcome={outcome} figure={figure} draft={draft} onChange={set} />
            <PartyRow outcome={outcome} draft={draft} onChange={set} />
          </>
        )}
        <Differing
          label={t('desk.it_happened')}
          theirs={t('desk.it_did')}
          isTicked={draft.happened}
          onTick={(happened) => set({ happened })}
        >
          {t('desk.it_did_not')}
        </Differing>
      </div>
      <Doubt name="note" message={saysNothing(draft) ? t('outcomes.difference_missing') : undefined} />
      <TextField name="note" label={t('outcomes.note')} optional value={draft.note} onChange={(note) => set({ note })} />
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

interface RowProps {
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
}

function StageRow({ outcome, figure: { stage }, draft, onChange }: RowProps & { readonly outcome: Outcome; readonly figure: Figure }) {
  const { t } = useText();
  const word = useStageWord();
  const heldWord = useHeldStage();
  const mark = (
    <StageMark stage={isEnd(stage) ? 'potential' : stage} ended={isEnd(stage) ? stage : undefined}>
      {word(stage, outcome)}
    </StageMark>
  );
  return (
    <Differing label={t('outcomes.stage')} theirs={mark} isTicked={draft.stage} onTick={(isTicked) => onChange({ stage: isTicked })}>
      <Doubt name="heldStage" message={draft.heldStage === '' ? t('outcomes.held_stage_needed') : undefined} />
      <SelectField
        name="heldStage"
        label={t('outcomes.held_stage_field')}
        value={draft.heldStage}
        options={[
          { value: '', text: t('outcomes.held_stage_choose') },
          ...heldStages
            .filter((held) => held !== stage && held !== 'never')
            .map((held) => ({ value: held, text: heldWord(held, stage, outcome) })),
        ]}
        onChange={(chosen) => onChange({ heldStage: heldStages.find((held) => held === chosen) ?? '' })}
      />
    </Differing>
  );
}

/** How much and how many they say of a stage; where they do not, what they last held before, with its stage. */
function useTheirs(outcome: Outcome, { stage }: Figure) {
  const { t, language } = useText();
  const formats = useFormats();
  const counted = useCounted();
  const word = useStageWord();
  const told = (isSaid: (figure: Figure) => boolean, tell: (figure: Figure) => string | null): string => {
    const held = lastHeld(outcome.figures, stage, isSaid);
    const figure = held === undefined ? null : tell(held);
    if (held === undefined || figure === null) return t('evidence.unknown_unknown');
    return held.stage === stage ? figure : figure + writing[language].blank + t('design.in_brackets', { words: word(held.stage, outcome) });
  };
  return {
    amount: told(
      ({ amount }) => amount !== null,
      ({ amount, qualifier }) => amount && formats.spelt(formats.money(amount, qualifier, 'table')),
    ),
    count: told(
      ({ count }) => count !== null,
      ({ count, countQualifier }) => count && formats.spelt(counted(outcome, count, countQualifier)),
    ),
  };
}

function FigureRows({ outcome, figure, draft, onChange }: RowProps & { readonly outcome: Outcome; readonly figure: Figure }) {
  const { t } = useText();
  const theirs = useTheirs(outcome, figure);
  return (
    <>
      {outcome.extent !== 'single' && (
        <Differing
          label={t(`outcomes.count_${outcome.counted ?? outcome.kind}`)}
          theirs={theirs.count}
          isTicked={draft.count}
          onTick={(count) => onChange({ count })}
        >
          <Doubt name="count" message={draft.counted.trim() === '' ? t('desk.differing_needed') : undefined} />
          <AmountField
            name="count"
            label={t(`outcomes.count_${outcome.counted ?? outcome.kind}`)}
            value={draft.counted}
            onChange={(typed) => onChange({ counted: typed })}
          />
        </Differing>
      )}
      {outcome.extent !== 'count_only' && (
        <Differing label={t('outcomes.amount')} theirs={theirs.amount} isTicked={draft.amount} onTick={(amount) => onChange({ amount })}>
          <Doubt name="amount" message={draft.typed.trim() === '' ? t('desk.differing_needed') : undefined} />
          <div className="money">
            <AmountField
              name="amount"
              label={t('outcomes.amount')}
              value={draft.typed}
              currency={draft.currency}
              onChange={(typed, read) => {
                const { currency } = saidBeside(read, draft.currency);
                onChange({ typed, ...(currency === undefined ? {} : { currency }) });
              }}
            />
            <CurrencyField
              name="currency"
              label={t('outcomes.currency')}
              value={draft.currency}
              onChange={(currency) => onChange({ currency })}
            />
          </div>
        </Differing>
      )}
    </>
  );
}

function PartyRow({ outcome, draft, onChange }: RowProps & { readonly outcome: Outcome }) {
  const { t, language } = useText();
  const named = outcome.parties.flatMap(({ organisation, city, name }) => {
    if (organisation !== null) return [organisation.name];
    if (city !== null) return [city.name];
    return name === null ? [] : [{ [language]: { text: inLanguage(name, language), origin: 'human' as const } }];
  });
  const theirs =
    named.length === 0
      ? t('evidence.unknown_unknown')
      : named.map((name, at) => (
          <span key={at}>
            {at > 0 && t('ties.semicolon_between')}
            <Named text={name} quiet />
          </span>
        ));
  return (
    <Differing label={t('desk.party')} theirs={theirs} isTicked={draft.party} onTick={(party) => onChange({ party })}>
      <Doubt name="heldParty" message={draft.heldParty.trim() === '' ? t('desk.differing_needed') : undefined} />
      <TextField
        name="heldParty"
        label={t('outcomes.held_party_field')}
        value={draft.heldParty}
        onChange={(heldParty) => onChange({ heldParty })}
      />
    </Differing>
  );
}
