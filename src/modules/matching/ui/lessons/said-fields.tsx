// What is stated of a lesson at once: whether it was learned there and since when, how far it has come, what came of it; by whom and where it is said.
import { useText } from '#client/language.ts';
import { bind } from '#design/fields/bind.ts';
import { ChoiceField } from '#design/fields/choice.tsx';
import { DateField, noDate, type TypedDate } from '#design/fields/date-field.tsx';
import { Fields, OptionalSelect, TextField } from '#design/fields/field.tsx';
import { filledLine, filledText, MultilingualField } from '#design/fields/multilingual-field.tsx';
import type { MultilingualText } from '#kernel/language.ts';
import { ownSource, SourceFields, sourceOfDraft, type SourceDraft } from '#modules/evidence/ui/source-fields.tsx';
import { learnedCodes, stages, type LessonAttribute, type Stage } from '../../domain/lessons/lesson.ts';
import type { matchingApi } from '../client.ts';

type Entry = Parameters<(typeof matchingApi)['enterLessonStatements']>[0]['entries'][number];

export interface SaidDraft {
  readonly learned: 'yes' | 'no';
  readonly since: TypedDate;
  readonly stage: Stage | null;
  readonly stageSince: TypedDate;
  readonly result: MultilingualText;
  readonly saidBy: string;
}

export const blankSaid: SaidDraft = { learned: 'yes', since: noDate, stage: null, stageSince: noDate, result: {}, saidBy: '' };

const dated = (code: string, { date }: TypedDate) => ({ type: 'code' as const, code, ...(date === null ? {} : { since: date }) });

/** As it is sent, of these attributes; those of which nothing was typed are left out. */
export function entriesOf(draft: SaidDraft, source: SourceDraft, among: readonly LessonAttribute[], supersedes: string | null): Entry[] {
  const of = { source: sourceOfDraft(source) ?? { class: 'own_records' as const }, saidBy: filledLine(draft.saidBy), supersedes };
  const result = filledText(draft.result);
  const all: readonly Entry[] = [
    { ...of, attribute: 'learned', value: dated(draft.learned, draft.since) },
    ...(draft.stage === null ? [] : [{ ...of, attribute: 'stage' as const, value: dated(draft.stage, draft.stageSince) }]),
    ...(result === null || Object.keys(result).length === 0
      ? []
      : [{ ...of, attribute: 'result' as const, value: { type: 'text' as const, text: result } }]),
  ];
  return all.filter(({ attribute }) => among.includes(attribute));
}

interface SaidFieldsProps {
  readonly office: string;
  readonly among: readonly LessonAttribute[];
  readonly draft: SaidDraft;
  readonly onChange: (draft: SaidDraft) => void;
  readonly source: SourceDraft;
  readonly onSource: (source: SourceDraft) => void;
}

export function SaidFields({ office, among, draft, onChange, source, onSource }: SaidFieldsProps) {
  const { t } = useText();
  const field = bind(draft, onChange);
  return (
    <>
      {among.includes('learned') && (
        <Fields>
          <ChoiceField
            {...field('learned')}
            label={t('matching.lesson_learned')}
            options={learnedCodes.map((value) => ({ value, text: t(`matching.learned_${value}`) }))}
          />
          <DateField {...field('since')} label={t('matching.lesson_since')} optional />
        </Fields>
      )}
      {among.includes('stage') && (
        <Fields>
          <OptionalSelect
            {...field('stage')}
            label={t('matching.lesson_stage')}
            none={t('matching.lesson_stage_unsaid')}
            options={stages.map((value) => ({ value, text: t(`matching.stage_${value}`) }))}
          />
          <DateField {...field('stageSince')} label={t('matching.lesson_stage_since')} optional />
        </Fields>
      )}
      {among.includes('result') && <MultilingualField {...field('result')} label={t('matching.lesson_result')} optional />}
      <TextField
        {...field('saidBy')}
        name="entries.0.saidBy"
        label={t('evidence.said_by_whom')}
        hint={t('evidence.said_by_hint')}
        optional
      />
      <SourceFields name="entries.0.source" office={office} value={source} onChange={onSource} />
    </>
  );
}

export { ownSource };
