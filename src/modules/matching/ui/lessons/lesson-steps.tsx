// All that is stated of one lesson, side by side with its history, and what one's office can do with it.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { useAction } from '#client/use-action.ts';
import { TextAction } from '#design/button.tsx';
import { Named } from '#design/named.tsx';
import { Confirm } from '#design/notices/dialog.tsx';
import { TroubleNotice } from '#design/notices/notice.tsx';
import { useToast } from '#design/notices/toast.tsx';
import type { StatementShape } from '#modules/evidence/contract/shapes.ts';
import { AudienceDialog } from '#modules/evidence/ui/audience-dialog.tsx';
import { OpenHistory } from '#modules/evidence/ui/open-history.tsx';
import { StatementTable } from '#modules/evidence/ui/statement-table.tsx';
import { isStage } from '../../domain/lessons/lesson.ts';
import { matchingApi, matchingQueries, type Lesson } from '../client.ts';
import { StateLesson } from './state-lesson.tsx';

/** What the codes of a lesson are called: how far it has come, or whether it was learned there. */
export function useCodeName(): (code: string) => string {
  const { t } = useText();
  return (code) => (isStage(code) ? t(`matching.stage_${code}`) : t(code === 'no' ? 'matching.learned_no' : 'matching.learned_yes'));
}

export function LessonSteps({ lesson }: { readonly lesson: Lesson }) {
  const { t } = useText();
  const client = useQueryClient();
  const codeName = useCodeName();
  const [stating, setStating] = useState<StatementShape | 'new' | null>(null);
  const [speaker = null] = lesson.speaksFor;
  const refresh = () => client.invalidateQueries({ queryKey: matchingQueries.key() });
  const stated = lesson.said.filter(({ sources }) => sources > 0);
  return (
    <>
      {(speaker !== null || lesson.mayEdit) && (
        <p className="noprint btns">
          {speaker !== null && <TextAction onPress={() => setStating('new')}>{t('matching.lesson_state')}</TextAction>}
          {lesson.mayEdit && <Own lesson={lesson} onChanged={refresh} />}
        </p>
      )}
      {stated.length > 0 && (
        <details>
          <summary>{t('matching.lesson_who_says')}</summary>
          {stated.map(({ attribute, shown }) => (
            <OpenHistory
              key={attribute}
              {...{ attribute, codeName }}
              subject={{ kind: 'lesson', id: lesson.id }}
              caption={t(`matching.lesson_${attribute}`)}
              office={speaker}
              onChanged={refresh}
              onCorrect={setStating}
            >
              <StatementTable caption={t(`matching.lesson_${attribute}`)} shown={shown} codeName={codeName} />
            </OpenHistory>
          ))}
        </details>
      )}
      {stating !== null && speaker !== null && (
        <StateLesson lesson={lesson} office={speaker} corrected={stating === 'new' ? null : stating} onClose={() => setStating(null)} />
      )}
    </>
  );
}

/** Who may read it, and taking it back. */
function Own({ lesson, onChanged }: { readonly lesson: Lesson; readonly onChanged: () => Promise<unknown> }) {
  const { t } = useText();
  const toast = useToast();
  const action = useAction();
  const [open, setOpen] = useState<'audience' | 'withdraw' | null>(null);
  const { id: lessonId, version } = lesson;
  const withdraw = () =>
    action.run(async () => {
      setOpen(null);
      await matchingApi.withdrawLesson({ lessonId, confirmed: ['kernel.read_by_others'] }, { context: { ifMatch: version } });
      await onChanged();
      toast({ text: t('matching.lesson_withdrawn') });
    });
  return (
    <>
      <TextAction onPress={() => setOpen('audience')}>{t('evidence.step_audience')}</TextAction>{' '}
      <TextAction onPress={() => setOpen('withdraw')}>{t('matching.lesson_withdraw')}</TextAction>
      {action.trouble !== null && <TroubleNotice trouble={action.trouble} />}
      {open === 'audience' && (
        <AudienceDialog
          audience={lesson}
          owner={lesson.office}
          preview={
            <p>
              <b>
                <Named text={lesson.title} />
              </b>
              <br />
              {t('matching.lesson_public_note')}
            </p>
          }
          onSave={async (wanted) => {
            await matchingApi.setLessonAudience({ lessonId, ...wanted }, { context: { ifMatch: version } });
            await onChanged();
          }}
          onClose={() => setOpen(null)}
        />
      )}
      <Confirm
        open={open === 'withdraw'}
        onClose={() => setOpen(null)}
        title={t('matching.lesson_withdraw_title')}
        confirmText={t('matching.lesson_withdraw')}
        onConfirm={() => void withdraw()}
      >
        <p>{t('matching.lesson_withdraw_note')}</p>
      </Confirm>
    </>
  );
}
