// Entering what is said: the attribute, the value, and a source that needs no key at all for our own records.
import { useState } from 'react';
import { api } from '#client/api.ts';
import { useText } from '#client/language.ts';
import { DateField, isDoubtful, noDate, type TypedDate } from '#design/date-field.tsx';
import { Fields, SelectField, TextareaField, TextField } from '#design/field.tsx';
import { filledText, MultilingualField } from '#design/multilingual-field.tsx';
import { Note } from '#design/page.tsx';
import type { MultilingualText } from '#kernel/language.ts';
import { qualifiers, type Qualifier } from '#kernel/money.ts';
import type { StatementShape } from '#modules/evidence/contract/shapes.ts';
import type { Tie } from '../contract/shapes.ts';
import { statuses, tieAttributes, type TieAttribute } from '../domain/attributes.ts';
import { EntryDialog, filled } from './entry-dialog.tsx';
import { choiceIsDoubtful, firstSource, sentSource, SourceChoice } from './source-choice.tsx';
import { useTypedDate } from './typed-date.ts';
import { useClassName } from './words.tsx';

interface Draft {
  readonly attribute: TieAttribute;
  readonly code: string;
  readonly date: TypedDate;
  readonly text: MultilingualText;
  readonly count: string;
  readonly qualifier: Qualifier;
  readonly saidBy: string;
  /** Of a class that the office adds with this. */
  readonly className: MultilingualText;
}

/** Instead of the code of a class: one that the office adds. */
const OWN = 'own class';

const blank: Draft = {
  ...{ attribute: 'established', code: '', date: noDate, text: {}, count: '', qualifier: 'exact', saidBy: '', className: {} },
};

/** Blank, or as the statement says that is corrected. */
function useDraft(corrected: StatementShape | null) {
  const typed = useTypedDate();
  return useState<Draft>(() => {
    if (corrected === null) return blank;
    const { attribute, value, saidBy } = corrected;
    const known = tieAttributes.find((one) => one === attribute) ?? blank.attribute;
    return {
      ...blank,
      ...{ attribute: known, saidBy: saidBy ?? '' },
      ...(value.type === 'date' ? { date: typed(value.date) } : {}),
      ...(value.type === 'code' ? { code: value.code } : {}),
      ...(value.type === 'text' ? { text: value.text } : {}),
      ...(value.type === 'count' ? { count: value.count, qualifier: value.qualifier } : {}),
    };
  });
}

/** The value in the form of its attribute. */
function valueOf({ attribute, code, date, text, count, qualifier }: Draft) {
  if (attribute === 'established') return { type: 'date' as const, date: date.date ?? { text: '' } };
  if (attribute === 'note') return { type: 'text' as const, text: filledText(text) ?? {} };
  if (attribute === 'projects') return { type: 'count' as const, count, qualifier };
  return { type: 'code' as const, code };
}

interface StatementDialogProps {
  readonly tie: Tie;
  readonly office: string;
  /** What we said so far; null for something new beside it. */
  readonly corrected: StatementShape | null;
  readonly onClose: () => void;
}

export function StatementDialog({ tie, office, corrected, onClose }: StatementDialogProps) {
  const { t } = useText();
  const [draft, setDraft] = useDraft(corrected);
  const [source, setSource] = useState(() => firstSource(corrected === null));
  const [classKey] = useState(() => crypto.randomUUID());
  const addClass = async (): Promise<Draft> => {
    const { code } = await api().ties.addTieClass(
      { office, name: filledText(draft.className) ?? {} },
      { context: { idempotencyKey: classKey } },
    );
    return { ...draft, code };
  };
  const save = async (idempotencyKey: string) => {
    const said = draft.attribute === 'class' && draft.code === OWN ? await addClass() : draft;
    const entry = {
      attribute: said.attribute,
      value: valueOf(said),
      kind: said.attribute === 'projects' ? ('count' as const) : ('fact' as const),
      saidBy: filled(said.saidBy),
      supersedes: corrected?.id ?? null,
      ...(source === null && corrected !== null ? { source: { sourceId: corrected.source.id } } : sentSource(source)),
    };
    await api().ties.enterTieStatements({ tieId: tie.id, office, entries: [entry] }, { context: { idempotencyKey } });
  };
  const attribute = t(`ties.attribute_${draft.attribute}`);
  return (
    <EntryDialog
      title={corrected === null ? t('ties.enter_statement') : t('ties.correct_statement', { attribute })}
      doubtful={isDoubtful(draft.date) || choiceIsDoubtful(source)}
      onSave={save}
      onClose={onClose}
    >
      <ValueFields tie={tie} draft={draft} isNew={corrected === null} onChange={setDraft} />
      <SourceChoice name="entries.0.source" office={office} before={corrected?.source ?? null} value={source} onChange={setSource} />
      <Note>{t(wordsOnReaders(corrected))}</Note>
    </EntryDialog>
  );
}

/** Who reads it from now on. */
const wordsOnReaders = (corrected: StatementShape | null) => {
  if (corrected === null || corrected.visibility === 'private') return 'ties.statement_private';
  return corrected.visibility === 'public' ? 'ties.cell_was_public' : 'ties.cell_was_shared';
};

interface ValueFieldsProps {
  readonly tie: Tie;
  readonly draft: Draft;
  /** What it is about can be chosen. */
  readonly isNew: boolean;
  readonly onChange: (draft: Draft) => void;
}

function ValueFields({ tie, draft, isNew, onChange }: ValueFieldsProps) {
  const { t, language } = useText();
  const nameOf = useClassName(tie.classes);
  const set = (change: Partial<Draft>) => onChange({ ...draft, ...change });
  const name = 'entries.0.value';
  const codes =
    draft.attribute === 'class'
      ? [...tie.classes.map(({ code }) => ({ value: code, text: nameOf(code) })), { value: OWN, text: t('ties.own_class') }]
      : statuses.map((status) => ({ value: status, text: t(`ties.status_${status}`) }));
  return (
    <>
      {isNew && (
        <SelectField
          name="entries.0.attribute"
          label={t('ties.about')}
          value={draft.attribute}
          onChange={(chosen) => set({ attribute: tieAttributes.find((known) => known === chosen) ?? 'established', code: '' })}
          options={tieAttributes.map((attribute) => ({ value: attribute, text: t(`ties.attribute_${attribute}`) }))}
        />
      )}
      {draft.attribute === 'established' && (
        <DateField name={`${name}.date.text`} label={t('ties.since')} value={draft.date} onChange={(date) => set({ date })} />
      )}
      {(draft.attribute === 'class' || draft.attribute === 'status') && (
        <SelectField
          name={`${name}.code`}
          label={t(draft.attribute === 'class' ? 'ties.class' : 'ties.we_say')}
          value={draft.code}
          onChange={(code) => set({ code })}
          options={[{ value: '', text: t('ties.choose') }, ...codes]}
        />
      )}
      {draft.attribute === 'class' && draft.code === OWN && (
        <MultilingualField
          name="name"
          label={t('ties.class_name')}
          hint={t('ties.class_note')}
          value={draft.className}
          onChange={(className) => set({ className })}
        />
      )}
      {draft.attribute === 'note' && (
        <TextareaField
          name={`${name}.text`}
          label={t('ties.note')}
          rows={3}
          maxLength={2000}
          value={draft.text[language]?.text ?? ''}
          onChange={(text) => set({ text: { ...draft.text, [language]: { text, origin: 'human' } } })}
        />
      )}
      {draft.attribute === 'projects' && (
        <Fields>
          <SelectField
            name={`${name}.qualifier`}
            label={t('ties.how_meant')}
            value={draft.qualifier}
            onChange={(chosen) => set({ qualifier: qualifiers.find((known) => known === chosen) ?? 'exact' })}
            options={qualifiers.map((known) => ({ value: known, text: t(`evidence.qualifier_${known}`) }))}
          />
          <TextField
            name={`${name}.count`}
            short
            label={t('ties.attribute_projects')}
            inputMode="numeric"
            value={draft.count}
            onChange={(count) => set({ count })}
          />
        </Fields>
      )}
      <TextField
        name="entries.0.saidBy"
        label={t('ties.said_by')}
        optional
        maxLength={200}
        value={draft.saidBy}
        onChange={(saidBy) => set({ saidBy })}
      />
    </>
  );
}
