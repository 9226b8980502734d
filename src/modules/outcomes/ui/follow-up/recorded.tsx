// What was answered to a letter, when, and by which number it is named.
import type { ReactNode } from 'react';
import { ownZone, useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { Facts } from '#design/rows.tsx';
import { writing } from '#kernel/language.ts';
import { FateMark, type AskedShown } from './asked.tsx';

export function Recorded({
  asked,
  isOwn,
  isStopped,
  onChange,
}: {
  readonly asked: AskedShown;
  readonly isOwn: boolean;
  readonly isStopped: boolean;
  /** Begins to change it; where it is left out, the form stands beneath. */
  readonly onChange?: () => void;
}) {
  const { t, language } = useText();
  const formats = useFormats();
  const { answer, next, openUntil } = asked;
  if (answer === null) return null;
  const amount =
    answer.amount === null ? '' : `${writing[language].comma}${formats.spelt(formats.money(answer.amount, answer.qualifier, 'text'))}`;
  const facts: readonly { term: string; value: ReactNode }[] = [
    // Stopped, nothing is asked any more.
    ...(isStopped
      ? []
      : [
          {
            term: t('outcomes.fu_next'),
            value:
              next === null
                ? t('outcomes.fu_next_none')
                : t(next.months === 36 ? 'outcomes.fu_next_last' : 'outcomes.fu_next_on', {
                    day: formats.day(next.due),
                    months: next.months,
                  }),
          },
        ]),
    { term: t('outcomes.fu_number'), value: answer.receipt },
  ];
  return (
    <>
      {!isOwn && <p>{t('outcomes.fu_answered_text')}</p>}
      <div className="tap-asked" role="status">
        <p>
          <FateMark answer={answer.answer} />
          <b>
            {t(`outcomes.fu_${answer.answer}`)}
            {amount}
          </b>
        </p>
        <p>{t('outcomes.fu_answer_at', { at: formats.dateTime(answer.answeredAt, ownZone(), 'text') })}</p>
        {onChange !== undefined && (
          <p>
            <Button kind="text" onPress={onChange}>
              {t('outcomes.fu_change')}
            </Button>{' '}
            <span className="muted">{t('outcomes.fu_open_until', { until: formats.date(openUntil, ownZone()) })}</span>
          </p>
        )}
      </div>
      <Facts entries={facts} />
    </>
  );
}
