// /follow-up/letter: the page of a letter's link without any script, drawn on the server from the parts of the page that runs them. Each form holds the secret in its body.
import type { ReactNode } from 'react';
import { ownZone, useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { ChoiceField } from '#design/fields/choice.tsx';
import { CheckField, TextField } from '#design/fields/field.tsx';
import { FieldProblems } from '#design/fields/form.tsx';
import { useNaming } from '#design/named.tsx';
import { TroubleNotice } from '#design/notices/notice.tsx';
import { Title } from '#design/page.tsx';
import type { LetterOpened, LetterShown, LetterToPaste } from '../../contract/letter-page.ts';
import { anyways } from '../../domain/anyway.ts';
import { answerDoubtCodes, differences, KEPT_IS_LESS, stopCovers } from '../../domain/follow-up/answering.ts';
import { followUpAnswers } from '../../domain/follow-up/fate.ts';
import { AnswerChoice, More, Seen } from './answer-form.tsx';
import { AskedBlock, useFrom, type AskedShown } from './asked.tsx';
import { Recorded } from './recorded.tsx';
import { moreOf, type MoreSaid } from './said.ts';

/** Where no script runs, nothing changes in place. */
const fixed = (): void => undefined;

export function LetterPage({ letter }: { readonly letter: LetterShown }) {
  return (
    <div className="tap">
      <FieldProblems problems={letter.problems}>
        {letter.kind === 'paste' ? <Paste letter={letter} /> : <Opened letter={letter} />}
      </FieldProblems>
    </div>
  );
}

/** What was refused, as a whole and in a list of its own, since nothing leads to a field. */
function Refused({ letter: { message, problems } }: { readonly letter: Pick<LetterShown, 'message' | 'problems'> }) {
  if (message === null) return null;
  return <TroubleNotice trouble={{ message: [message, ...problems.map((one) => one.message)].join(' ') }} />;
}

function Paste({ letter }: { readonly letter: LetterToPaste }) {
  const { t } = useText();
  return (
    <>
      <Title title={t('outcomes.fu_title')} />
      <Refused letter={letter} />
      <form method="post" action={letter.address}>
        <TextField name="letter" label={t('outcomes.fu_paste')} hint={t('outcomes.fu_paste_hint')} defaultValue="" />
        <Send text={t('outcomes.fu_paste_open')} />
      </form>
    </>
  );
}

const Send = ({ text }: { readonly text: string }) => (
  <p className="after">
    <Button kind="go" type="submit" big>
      {text}
    </Button>
  </p>
);

/** A step of the page: what it sends besides its fields. */
function Step({
  letter: { address, token, sending },
  step,
  children,
}: {
  readonly letter: LetterOpened;
  readonly step: 'answer' | 'stop' | 'resume';
  readonly children: ReactNode;
}) {
  return (
    <form method="post" action={address} {...(step === 'answer' ? { encType: 'multipart/form-data' } : {})}>
      <input type="hidden" name="letter" value={token} />
      <input type="hidden" name="step" value={step} />
      {step === 'answer' && <input type="hidden" name="sending" value={sending} />}
      {children}
    </form>
  );
}

function Opened({ letter }: { readonly letter: LetterOpened }) {
  const { t } = useText();
  const naming = useNaming();
  const { question } = letter;
  const { asked, state } = question;
  const office = naming(question.office);
  if (asked !== null && state !== 'expired') return <Asked letter={letter} asked={asked} />;
  const over = state === 'stopped' ? 'stopped' : 'expired';
  return (
    <>
      <Title title={t(`outcomes.fu_${over}`)} />
      <Refused letter={letter} />
      <p>{t(`outcomes.fu_${over}_text`, { office })}</p>
    </>
  );
}

function Asked({ letter, asked }: { readonly letter: LetterOpened; readonly asked: AskedShown }) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const { question, isRecorded } = letter;
  const from = useFrom(question, asked);
  const isStopped = question.state === 'stopped';
  const answered = asked.answer === null ? 'outcomes.fu_title' : 'outcomes.fu_answered';
  return (
    <>
      <Title title={t(isRecorded ? 'outcomes.fu_recorded' : isStopped ? 'outcomes.fu_stopped' : answered)} crumb={from} />
      <Refused letter={letter} />
      <AskedBlock asked={asked} />
      {isStopped && <p>{t('outcomes.fu_stopped_text', { office: naming(question.office) })}</p>}
      {asked.mayResume && (
        <Step letter={letter} step="resume">
          <p>
            <Button type="submit">{t('outcomes.fu_resume')}</Button>
          </p>
        </Step>
      )}
      {asked.answer !== null && (
        <>
          <Recorded {...{ asked, isStopped }} isOwn={isStopped || isRecorded} />
          <h2>{t('outcomes.fu_change')}</h2>
        </>
      )}
      <AnswerStep letter={letter} asked={asked} />
      {!isStopped && <Stop letter={letter} />}
      <p className="note">{t('outcomes.fu_open_until', { until: formats.date(asked.openUntil, ownZone()) })}</p>
    </>
  );
}

/** What stands in the fields: what was refused, else what was answered before. */
function useStanding({ sent, preset }: LetterOpened, asked: AskedShown): { readonly chosen: string | null; readonly more: MoreSaid } {
  const formats = useFormats();
  const before = moreOf(asked, formats);
  if (sent === null) return { chosen: asked.answer?.answer ?? preset, more: before };
  const [one, all] = [(name: string): string => sent[name]?.[0] ?? '', (name: string) => sent[name] ?? []];
  return {
    chosen: one('answer'),
    more: {
      ...before,
      ...{ typed: one('amount'), note: one('note'), saidBy: one('saidBy') },
      ...{ currency: one('currency') || before.currency, anyway: anyways.find((known) => known === one('anyway')) ?? '' },
      differs: differences.filter((known) => all('differs').includes(known)),
    },
  };
}

/** All that may belong to an answer is in sight; what does not belong to the chosen one is refused in words. */
function AnswerStep({ letter, asked }: { readonly letter: LetterOpened; readonly asked: AskedShown }) {
  const { t } = useText();
  const { chosen, more } = useStanding(letter, asked);
  return (
    <Step letter={letter} step="answer">
      <AnswerChoice value={followUpAnswers.find((one) => one === chosen) ?? null} onChange={fixed} />
      <More answer={null} {...{ more, asked }} office={letter.question.office} onChange={fixed} />
      {answerDoubtCodes
        .filter((code) => letter.asks.includes(code))
        .map((code) => (
          <CheckField
            key={code}
            name="confirmed"
            value={code}
            label={t(code === KEPT_IS_LESS ? 'outcomes.fu_is_kept' : 'outcomes.fu_is_right')}
          />
        ))}
      <Send text={t('outcomes.fu_record')} />
      <Seen question={letter.question} asked={asked} />
    </Step>
  );
}

function Stop({ letter }: { readonly letter: LetterOpened }) {
  const { t } = useText();
  return (
    <details>
      <summary>{t('outcomes.fu_stop')}</summary>
      <Step letter={letter} step="stop">
        <ChoiceField
          name="covers"
          label={t('outcomes.fu_stop_covers')}
          defaultValue="deal"
          options={stopCovers.map((one) => ({ value: one, text: t(`outcomes.fu_stop_${one}`) }))}
        />
        <Send text={t('outcomes.fu_stop_do')} />
        <p className="note">{t('outcomes.fu_stop_text')}</p>
      </Step>
    </details>
  );
}
