// One's own city states something of what was learned, or corrects it.
import { isOneOf } from '#kernel/codes.ts';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { ChoiceField } from '#design/fields/choice.tsx';
import { Note } from '#design/page.tsx';
import type { StatementShape } from '#modules/evidence/contract/shapes.ts';
import { evidenceQueries } from '#modules/evidence/ui/client.ts';
import { useTypedDate } from '#modules/ties/ui/typed-date.ts';
import { isStage, lessonAttributes, type LessonAttribute } from '../../domain/lessons/lesson.ts';
import { matchingApi, matchingQueries, type Lesson } from '../client.ts';
import { blankSaid, entriesOf, ownSource, SaidFields, type SaidDraft } from './said-fields.tsx';

interface StateLessonProps {
  readonly lesson: Lesson;
  readonly office: string;
  /** What we said so far; null for something new beside it. */
  readonly corrected: StatementShape | null;
  readonly onClose: () => void;
}

function draftOf(typed: ReturnType<typeof useTypedDate>, corrected: StatementShape | null): SaidDraft {
  if (corrected === null) return blankSaid;
  const { value, attribute, saidBy } = corrected;
  const draft = { ...blankSaid, saidBy: saidBy ?? '' };
  if (value.type === 'text') return { ...draft, result: value.text };
  if (value.type !== 'code') return draft;
  const since = typed(value.since ?? null);
  if (attribute === 'stage') return { ...draft, stage: isStage(value.code) ? value.code : null, stageSince: since };
  return { ...draft, learned: value.code === 'no' ? 'no' : 'yes', since };
}

const isAttribute = (name: string): name is LessonAttribute => isOneOf(lessonAttributes, name);

export function StateLesson({ lesson, office, corrected, onClose }: StateLessonProps) {
  const { t } = useText();
  const typed = useTypedDate();
  const { keep, ...action } = useKeeping(matchingQueries.key(), evidenceQueries.key());
  const [draft, setDraft] = useState(() => draftOf(typed, corrected));
  const [source, setSource] = useState(ownSource);
  const [attribute, setAttribute] = useState<LessonAttribute>(
    corrected !== null && isAttribute(corrected.attribute) ? corrected.attribute : 'stage',
  );
  const among = [attribute];
  const save = () => {
    const entries = entriesOf(draft, source, among, corrected?.id ?? null);
    void keep((context) => matchingApi.enterLessonStatements({ lessonId: lesson.id, office, entries }, { context }), {
      said: t('evidence.enter_saved'),
      after: onClose,
    });
  };
  return (
    <FormDialog
      wide
      keepTyped
      after
      title={t('matching.lesson_state')}
      action={action}
      submit={t('evidence.save')}
      onSubmit={() => save()}
      onClose={onClose}
    >
      {corrected === null && (
        <ChoiceField
          name="attribute"
          label={t('evidence.enter_about')}
          value={attribute}
          options={lessonAttributes.map((value) => ({ value, text: t(`matching.lesson_${value}`) }))}
          onChange={setAttribute}
        />
      )}
      <SaidFields {...{ office, among, draft, source }} onChange={setDraft} onSource={setSource} />
      <Note>{t('evidence.enter_private')}</Note>
    </FormDialog>
  );
}
