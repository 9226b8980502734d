// The answer itself: one of four, and for what was kept or kept in part how much, what was different, a paper. The button names what it records.
import { useState } from 'react';
import { useFormats, ownZone } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { askedOf, formTrouble, useAction, type Action } from '#client/use-action.ts';
import { Button } from '#design/button.tsx';
import { AmountField } from '#design/fields/amount-field.tsx';
import { ChoiceField } from '#design/fields/choice.tsx';
import { CurrencyField, saidBeside } from '#design/fields/currency-field.tsx';
import { TextField } from '#design/fields/field.tsx';
import { FileField } from '#design/fields/file-field.tsx';
import { Form } from '#design/fields/form.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { useNaming } from '#design/named.tsx';
import type { TypedFigure } from '#reading/amounts.ts';
import type { FollowUpQuestion } from '../../contract/follow-up.ts';
import { anyways } from '../../domain/anyway.ts';
import { answerDoubtCodes, differences, KEPT_IS_LESS, type Difference } from '../../domain/follow-up/answering.ts';
import { followUpAnswers, type FollowUpAnswer } from '../../domain/follow-up/fate.ts';
import { outcomesApi } from '../client.ts';
import { FateMark, type AskedShown } from './asked.tsx';
import { isSome, moreOf, sentOf, type MoreSaid } from './said.ts';

interface AnswerFormProps {
  readonly token: string;
  readonly question: FollowUpQuestion;
  readonly asked: AskedShown;
  /** Chosen in the letter; null where an answer is changed. */
  readonly preset: FollowUpAnswer | null;
  readonly onRecorded: (question: FollowUpQuestion) => void;
}

export function AnswerForm({ token, question, asked, preset, onRecorded }: AnswerFormProps) {
  const { t, language } = useText();
  const formats = useFormats();
  const [answer, setAnswer] = useState<FollowUpAnswer | null>(asked.answer?.answer ?? preset);
  const [more, setMore] = useState<MoreSaid>(() => moreOf(asked, formats));
  const action = useAction();
  const record = (confirmed: (typeof answerDoubtCodes)[number][] = []) => {
    if (answer === null) return;
    void action.run(async () => {
      const given = sentOf(answer, more);
      onRecorded(await outcomesApi.answerFollowUp({ token, answer, language, ...given, confirmed }, { context: { hears: true } }));
    });
  };
  // What was asked was of what stood there before.
  const unask = () => askedOf(action).length > 0 && action.clear();
  const choose = (chosen: FollowUpAnswer) => {
    unask();
    setAnswer(chosen);
  };
  const change = (said: Partial<MoreSaid>) => {
    unask();
    setMore({ ...more, ...said });
  };
  return (
    <Form {...formTrouble(action)} onSubmit={() => record()}>
      <AnswerChoice value={answer} onChange={choose} />
      {answer === null ? (
        <NothingYet asked={asked} />
      ) : (
        <>
          {answer === preset && <p className="note">{t('outcomes.fu_chosen')}</p>}
          <More {...{ answer, more, asked, office: question.office }} onChange={change} />
          <DoubtQuestion action={action} onPart={() => choose('partly')} onRight={(code) => record([code])} />
          <p className="after">
            <Button kind="go" type="submit" big busy={action.busy}>
              {t(`outcomes.fu_record_${answer}`)}
            </Button>
          </p>
          <Seen question={question} asked={asked} />
        </>
      )}
    </Form>
  );
}

interface DoubtProps {
  readonly action: Action;
  readonly onPart: () => void;
  readonly onRight: (code: (typeof answerDoubtCodes)[number]) => void;
}

/** Of less than was announced, and of far more or far less; who says that it was in part may tell what was different before it is recorded. */
function DoubtQuestion({ action, onPart, onRight }: DoubtProps) {
  const { t } = useText();
  const asked = askedOf(action)[0];
  const code = answerDoubtCodes.find((one) => one === asked?.code);
  if (asked === undefined || code === undefined) return null;
  return (
    <Notice
      kind="plain"
      live
      actions={
        <>
          {code === KEPT_IS_LESS && <Button onPress={onPart}>{t('outcomes.fu_is_partly')}</Button>}
          <Button busy={action.busy} onPress={() => onRight(code)}>
            {t(code === KEPT_IS_LESS ? 'outcomes.fu_is_kept' : 'outcomes.fu_is_right')}
          </Button>
        </>
      }
    >
      {asked.message}
    </Notice>
  );
}

interface AnswerChoiceProps {
  readonly value: FollowUpAnswer | null;
  readonly onChange: (answer: FollowUpAnswer) => void;
}

export function AnswerChoice({ value, onChange }: AnswerChoiceProps) {
  const { t } = useText();
  return (
    <fieldset>
      <legend className="lbl">{t('outcomes.fu_choose')}</legend>
      <div className="tap-answers">
        {followUpAnswers.map((answer) => (
          <label key={answer} className={answer === 'cannot_say' ? 'mute' : undefined}>
            <input type="radio" name="answer" value={answer} checked={value === answer} onChange={() => onChange(answer)} />
            <FateMark answer={answer} />
            <span>
              <b>{t(`outcomes.fu_${answer}`)}</b>
              <small>{t(`outcomes.fu_${answer}_means`)}</small>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function NothingYet({ asked: { company, openUntil } }: { readonly asked: AskedShown }) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  return (
    <p className="note after">{t('outcomes.fu_nothing_yet', { company: naming(company), until: formats.date(openUntil, ownZone()) })}</p>
  );
}

/** Who will see it. */
export function Seen({ question, asked }: { readonly question: FollowUpQuestion; readonly asked: AskedShown }) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const offices = [question.office, ...(asked.through === null ? [] : [asked.through])].map((name) => naming(name));
  return <p className="note">{t(asked.isPublic ? 'outcomes.fu_seen_public' : 'outcomes.fu_seen', { offices: formats.list(offices) })}</p>;
}

interface MoreProps {
  /** null: all that may belong to any of them. */
  readonly answer: FollowUpAnswer | null;
  readonly more: MoreSaid;
  readonly asked: AskedShown;
  readonly office: FollowUpQuestion['office'];
  readonly onChange: (change: Partial<MoreSaid>) => void;
}

export function More({ answer, more, asked, office, onChange }: MoreProps) {
  const { t } = useText();
  const naming = useNaming();
  const hasSome = answer === null || isSome(answer);
  return (
    <>
      {hasSome && <Amount {...{ more, asked, onChange }} isAny={answer === null} />}
      {(answer === null || answer === 'partly') && <Differs value={more.differs} onChange={(differs) => onChange({ differs })} />}
      {answer !== 'cannot_say' && (
        <ChoiceField
          name="anyway"
          label={t('outcomes.fu_anyway')}
          hint={t('outcomes.fu_anyway_hint')}
          value={more.anyway}
          options={anyways.map((anyway) => ({ value: anyway, text: t(`outcomes.fu_anyway_${anyway}`) }))}
          onChange={(anyway) => onChange({ anyway })}
        />
      )}
      {hasSome && (
        <FileField
          name="file"
          label={t('outcomes.fu_paper')}
          hint={t('outcomes.fu_paper_hint', { office: naming(office) })}
          accept=".pdf,.png,.jpg,.jpeg,.webp,.txt,.docx,.xlsx"
          onChange={(file) => onChange({ file })}
        />
      )}
      <TextField name="note" label={t('outcomes.fu_note')} optional value={more.note} onChange={(note) => onChange({ note })} />
      <TextField name="saidBy" label={t('outcomes.fu_name')} optional value={more.saidBy} onChange={(saidBy) => onChange({ saidBy })} />
    </>
  );
}

/** A currency typed with the amount is the one that is sent: another than that announced is refused, not renamed. */
function inTyped({ amount }: AskedShown, { currency }: MoreSaid, read: TypedFigure | null): Pick<MoreSaid, 'currency'> {
  const before = amount?.currency ?? currency;
  return { currency: saidBeside(read, before).currency ?? before };
}

function Amount({ more, asked, isAny, onChange }: Pick<MoreProps, 'more' | 'asked' | 'onChange'> & { readonly isAny: boolean }) {
  const { t } = useText();
  const formats = useFormats();
  const announced = asked.amount === null ? null : formats.spelt(formats.money(asked.amount, asked.qualifier, 'text'));
  return (
    <>
      <AmountField
        name="amount"
        label={t('outcomes.fu_amount')}
        optional
        hint={announced === null ? t('outcomes.fu_amount_hint_none') : t('outcomes.fu_amount_hint', { amount: announced })}
        value={more.typed}
        currency={more.currency}
        near={asked.amount ?? undefined}
        onChange={(typed, read) => onChange({ typed, ...inTyped(asked, more, read) })}
      />
      {asked.amount === null && (isAny || more.typed.trim() !== '') && (
        <CurrencyField
          name="currency"
          label={t('outcomes.currency')}
          value={more.currency}
          onChange={(currency) => onChange({ currency })}
        />
      )}
    </>
  );
}

function Differs({
  value,
  onChange,
}: {
  readonly value: readonly Difference[];
  readonly onChange: (value: readonly Difference[]) => void;
}) {
  const { t } = useText();
  const turn = (one: Difference) => onChange(value.includes(one) ? value.filter((other) => other !== one) : [...value, one]);
  return (
    <fieldset className="choice">
      <legend className="lbl">{t('outcomes.fu_differs')}</legend>
      <div className="pick">
        {differences.map((one) => (
          <label key={one}>
            <input type="checkbox" name="differs" value={one} checked={value.includes(one)} onChange={() => turn(one)} />
            <span>{t(`outcomes.fu_${one}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
