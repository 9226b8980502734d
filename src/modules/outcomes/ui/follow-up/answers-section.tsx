// What a party answered when it was asked what became of the outcome: beside the ledger, for the office that asked and the one that passed it on. A person enters it.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ownZone, useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Confirm } from '#design/notices/dialog.tsx';
import { TroubleNotice } from '#design/notices/notice.tsx';
import { useNaming } from '#design/named.tsx';
import { Note, Section } from '#design/page.tsx';
import { Rows } from '#design/rows.tsx';
import type { AnswerRead } from '../../contract/follow-up.ts';
import type { Outcome } from '../../contract/shapes.ts';
import { outcomesApi, outcomesQueries } from '../client.ts';
import { FateMark } from './asked.tsx';

/** Nothing where nobody answered, or the reader may not know. */
export function AnswersSection({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useText();
  const formats = useFormats();
  const { data } = useQuery(outcomesQueries.listFollowUpAnswers.queryOptions({ input: { outcomeId: outcome.id } }));
  const [proposed, setProposed] = useState<AnswerRead | null>(null);
  if (data === undefined || (data.entries.length === 0 && data.stopped === null)) return null;
  const { stopped } = data;
  // What was entered after the answer has been entered by somebody who knew it.
  const lastEntry = outcome.entries.at(-1)?.enteredAt ?? '';
  const isOpen = ({ answer, isReplaced, answeredAt }: AnswerRead): boolean =>
    outcome.mayEdit && answer === 'kept' && !isReplaced && outcome.reached.stage !== 'realised' && lastEntry < answeredAt;
  return (
    <Section title={t('outcomes.fa_title')} aside={t('outcomes.fa_note')}>
      <Rows
        wide
        entries={data.entries.map((one) => ({
          key: one.id,
          when: formats.date(one.answeredAt, ownZone(), 'table'),
          what: <Said answer={one} />,
          detail: <About answer={one} />,
          end: isOpen(one) && (
            <Button kind="text" onPress={() => setProposed(one)}>
              {t('outcomes.fa_propose')}
            </Button>
          ),
        }))}
      />
      {stopped !== null && <Note>{t(`outcomes.fa_stopped_${stopped.covers}`, { day: formats.date(stopped.at, ownZone(), 'text') })}</Note>}
      {proposed !== null && <Propose outcome={outcome} answer={proposed} onClose={() => setProposed(null)} />}
    </Section>
  );
}

const useAmount = () => {
  const formats = useFormats();
  return ({ amount, qualifier }: Pick<AnswerRead, 'amount' | 'qualifier'>): string =>
    amount === null ? '' : formats.spelt(formats.money(amount, qualifier, 'text'));
};

function Said({ answer }: { readonly answer: AnswerRead }) {
  const { t } = useText();
  const amount = useAmount()(answer);
  return (
    <>
      <FateMark answer={answer.answer} />
      {t(`outcomes.fu_${answer.answer}`)}
      {amount !== '' && ` ${amount}`}
      {answer.differs.length > 0 && ` (${answer.differs.map((one) => t(`outcomes.fu_${one}`)).join(t('ties.comma'))})`}
    </>
  );
}

/** Who said so for whom, through whom, what stands behind it. */
function About({ answer }: { readonly answer: AnswerRead }) {
  const { t } = useText();
  const naming = useNaming();
  const { saidBy, saidFor, through, months, anyway, note, paper, isReplaced, receipt } = answer;
  const parts = [
    saidBy === null ? saidFor : t('outcomes.fa_by', { who: saidBy, company: saidFor }),
    ...(through === null ? [] : [t('outcomes.fa_through', { office: naming(through) })]),
    t('outcomes.fl_months', { count: months }),
    receipt,
    ...(isReplaced ? [t('outcomes.fa_replaced')] : []),
    ...(anyway === null ? [] : [t('outcomes.fa_anyway', { answer: t(`outcomes.fu_anyway_${anyway}`) })]),
  ];
  return (
    <>
      {parts.join(' · ')}
      {note !== null && (
        <>
          <br />
          {note}
        </>
      )}
      {paper !== null && (
        <>
          <br />
          {t('outcomes.fa_paper')}{' '}
          <a href={`/api/v1/documents/${paper.id}`} target="_blank" rel="noreferrer">
            {paper.name}
          </a>{' '}
          <code>{paper.sha256.slice(0, 16)}</code>
        </>
      )}
    </>
  );
}

/** A person reads what would be entered, and enters it. */
function Propose({ outcome, answer, onClose }: { readonly outcome: Outcome; readonly answer: AnswerRead; readonly onClose: () => void }) {
  const { t } = useText();
  const formats = useFormats();
  const amount = useAmount()(answer);
  const { keep, ...action } = useKeeping(outcomesQueries.key());
  const day = formats.date(answer.answeredAt, ownZone());
  const enter = () =>
    void keep(
      () =>
        outcomesApi.addEntry({
          ...{ outcomeId: outcome.id, stage: 'realised', amount: answer.amount?.value ?? null, currency: answer.amount?.currency ?? null },
          qualifier: answer.qualifier,
          saidBy: answer.saidBy === null ? answer.saidFor : t('outcomes.fa_by', { who: answer.saidBy, company: answer.saidFor }),
          valueDate: { text: answer.answeredAt.slice(0, 10), qualifier: 'exact' },
          note: t('outcomes.fa_entry_note', { receipt: answer.receipt, months: answer.months }),
          confirmed: ['outcomes.becomes_public'],
        }),
      { said: t('outcomes.fa_entered'), after: onClose },
    );
  return (
    <Confirm
      open
      onClose={onClose}
      title={t('outcomes.fa_propose_title')}
      confirmText={t('outcomes.fa_propose')}
      busy={action.busy}
      onConfirm={enter}
    >
      <p>{t('outcomes.fa_propose_text', { company: answer.saidFor, day, amount: amount === '' ? '' : ` (${amount})` })}</p>
      {outcome.visibility === 'public' && <p>{t('outcomes.fa_public')}</p>}
      <TroubleNotice trouble={action.trouble} />
    </Confirm>
  );
}
