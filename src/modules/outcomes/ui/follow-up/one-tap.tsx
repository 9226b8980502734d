// /follow-up: opened by a letter's link, without an account. Opening it records nothing; the button does.
import { useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { ownZone, useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useAction } from '#client/use-action.ts';
import { Button, Buttons, ButtonAnchor } from '#design/button.tsx';
import { ChoiceField } from '#design/fields/choice.tsx';
import { useNaming } from '#design/named.tsx';
import { Empty, TroubleNotice } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Section, Title } from '#design/page.tsx';
import { heldLink } from '#modules/accounts/ui/link-address.ts';
import type { FollowUpQuestion } from '../../contract/follow-up.ts';
import { stopCovers, type StopCovers } from '../../domain/follow-up/answering.ts';
import { followUpAnswers, type FollowUpAnswer } from '../../domain/follow-up/fate.ts';
import { outcomesApi } from '../client.ts';
import { AnswerForm } from './answer-form.tsx';
import { AskedBlock, useFrom, type AskedShown } from './asked.tsx';
import { Recorded } from './recorded.tsx';

export function OneTapPage() {
  const { t } = useText();
  const [token] = useState(() => heldLink('follow-up'));
  const { answer } = useSearch({ from: '/follow-up' });
  const preset = followUpAnswers.find((one) => one === answer) ?? null;
  return (
    <div className="tap">
      {token === null ? (
        <>
          <Title title={t('outcomes.fu_title')} />
          <Empty heading={t('outcomes.fu_by_letter')}>{t('outcomes.fu_by_letter_text')}</Empty>
        </>
      ) : (
        <Opened token={token} preset={preset} />
      )}
    </div>
  );
}

interface OpenedProps {
  readonly token: string;
  readonly preset: FollowUpAnswer | null;
}

function Opened({ token, preset }: OpenedProps) {
  const { t } = useText();
  const naming = useNaming();
  const [question, setQuestion] = useState<FollowUpQuestion | null>(null);
  const { run, trouble } = useAction();
  useEffect(() => void run(async () => setQuestion(await outcomesApi.openFollowUp({ token }))), [run, token]);
  if (question === null)
    return (
      <>
        <Title title={t('outcomes.fu_title')} />
        {trouble === null ? <Skeleton lines={6} /> : <TroubleNotice trouble={trouble} />}
      </>
    );
  const office = naming(question.office);
  if (question.asked === null || question.state === 'expired')
    return (
      <>
        <Title title={t(`outcomes.fu_${question.state === 'stopped' ? 'stopped' : 'expired'}`)} />
        <p>{t(`outcomes.fu_${question.state === 'stopped' ? 'stopped' : 'expired'}_text`, { office })}</p>
      </>
    );
  return <Question {...{ token, preset, question, asked: question.asked }} onChange={setQuestion} />;
}

interface QuestionProps extends OpenedProps {
  readonly question: FollowUpQuestion;
  readonly asked: AskedShown;
  readonly onChange: (question: FollowUpQuestion) => void;
}

function Question({ token, preset, question, asked, onChange }: QuestionProps) {
  const { t } = useText();
  const naming = useNaming();
  const [state, setState] = useState<'shown' | 'changing' | 'recorded'>('shown');
  const [stopping, setStopping] = useState(false);
  const from = useFrom(question, asked);
  const part = { token, question, asked, onChange };
  const isStopped = question.state === 'stopped';
  const isAnswered = asked.answer !== null && state !== 'changing';
  const isForm = !isAnswered && (!isStopped || state === 'changing');
  const heading = isForm ? 'outcomes.fu_title' : state === 'recorded' ? 'outcomes.fu_recorded' : 'outcomes.fu_answered';
  return (
    <>
      <Title title={t(isStopped && !isForm ? 'outcomes.fu_stopped' : heading)} crumb={from} />
      <AskedBlock asked={asked} />
      {isStopped && !isForm && <p>{t('outcomes.fu_stopped_text', { office: naming(question.office) })}</p>}
      {asked.mayResume && !isForm && <Resume {...part} />}
      {isAnswered && <Recorded {...{ asked, isStopped }} isOwn={isStopped || state === 'recorded'} onChange={() => setState('changing')} />}
      {!isAnswered && !isForm && (
        <Button kind="text" onPress={() => setState('changing')}>
          {t('outcomes.fu_answer_after')}
        </Button>
      )}
      {isForm && (
        <AnswerForm
          {...{ token, question, asked }}
          preset={asked.answer === null ? preset : null}
          onRecorded={(next) => {
            setState('recorded');
            onChange(next);
            window.scrollTo({ top: 0 });
          }}
        />
      )}
      <Buttons>
        {isForm && <Colleague {...{ token, question, asked }} />}
        {!stopping && !isStopped && (
          <Button kind="text" onPress={() => setStopping(true)}>
            {t('outcomes.fu_stop')}
          </Button>
        )}
      </Buttons>
      {stopping && !isStopped && <Stop {...part} />}
    </>
  );
}

/** Whoever has the letter may answer, so it is passed on by mail, with the link that this page keeps to itself. */
function Colleague({ token, question, asked }: Pick<QuestionProps, 'token' | 'question' | 'asked'>) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const words = { title: naming(asked.title), office: naming(question.office), until: formats.date(asked.openUntil, ownZone()) };
  const body = `${t('outcomes.fu_colleague_body', words)}\n\n${window.location.origin}/follow-up#${token}`;
  const href = `mailto:?subject=${encodeURIComponent(t('outcomes.fu_colleague_subject', words))}&body=${encodeURIComponent(body)}`;
  return (
    <ButtonAnchor kind="text" href={href}>
      {t('outcomes.fu_colleague')}
    </ButtonAnchor>
  );
}

/** Taken back by the link that it was said by. */
function Resume({ token, onChange }: Pick<QuestionProps, 'token' | 'onChange'>) {
  const { t } = useText();
  const action = useAction();
  const resume = () => void action.run(async () => onChange(await outcomesApi.resumeFollowUps({ token })));
  return (
    <>
      <TroubleNotice trouble={action.trouble} />
      <p>
        <Button busy={action.busy} onPress={resume}>
          {t('outcomes.fu_resume')}
        </Button>
      </p>
    </>
  );
}

function Stop({ token, onChange }: Pick<QuestionProps, 'token' | 'onChange'>) {
  const { t } = useText();
  const [covers, setCovers] = useState<StopCovers>('deal');
  const action = useAction();
  const stop = () => void action.run(async () => onChange(await outcomesApi.stopFollowUps({ token, covers })));
  return (
    <Section title={t('outcomes.fu_stop')} id="stop">
      <ChoiceField
        name="covers"
        label={t('outcomes.fu_stop_covers')}
        value={covers}
        options={stopCovers.map((one) => ({ value: one, text: t(`outcomes.fu_stop_${one}`) }))}
        onChange={setCovers}
      />
      <TroubleNotice trouble={action.trouble} />
      <p className="after">
        <Button big busy={action.busy} onPress={stop}>
          {t('outcomes.fu_stop_do')}
        </Button>
      </p>
      <p className="note">{t('outcomes.fu_stop_text')}</p>
    </Section>
  );
}
