// Entering what a source states, or correcting it: of what, the value, how it is meant, by whom and where it is said.
import type { QueryKey } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useText } from '#client/language.ts';
import { bind } from '#design/fields/bind.ts';
import { SelectField, TextField } from '#design/fields/field.tsx';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { filledLine } from '#design/fields/multilingual-field.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Note } from '#design/page.tsx';
import type { StatementShape } from '../contract/shapes.ts';
import type { StatementKind } from '../domain/statement.ts';
import { evidenceQueries } from './client.ts';
import { KindField, kindOfDraft } from './kind-field.tsx';
import { ownSource, SourceFields, sourceOfDraft } from './source-fields.tsx';
import { noValue, ValueFields, valueOf, type ValueDraft, type ValueForm } from './value-fields.tsx';

/** What can be said of a subject: the name of each attribute, the form of its value, and its unit where it is measured. */
export interface Enterable<A extends string> {
  readonly attribute: A;
  readonly name: string;
  readonly form: ValueForm;
  readonly unit?: string | undefined;
}

interface Draft<A extends string> extends ValueDraft {
  readonly attribute: A;
  readonly kind: StatementKind | null;
  readonly saidBy: string;
}

export interface EnteredStatement<A extends string> {
  readonly attribute: A;
  readonly value: ReturnType<typeof valueOf>;
  readonly kind: StatementKind;
  readonly source: NonNullable<ReturnType<typeof sourceOfDraft>> | { readonly class: 'own_records' };
  readonly saidBy: string | null;
  readonly supersedes: string | null;
}

function draftOf<A extends string>(known: readonly Enterable<A>[], corrected: StatementShape | null): Draft<A> {
  const [first] = known;
  if (first === undefined) throw new Error('nothing can be said');
  const blank = { ...noValue, attribute: first.attribute, kind: null, saidBy: '' };
  if (corrected === null) return blank;
  const { value, kind, saidBy } = corrected;
  return {
    ...blank,
    attribute: known.find(({ attribute }) => attribute === corrected.attribute)?.attribute ?? first.attribute,
    kind,
    saidBy: saidBy ?? '',
    ...(value.type === 'text' ? { text: value.text } : {}),
    ...(value.type === 'count' ? { typed: value.count, qualifier: value.qualifier, basis: value.basis ?? '' } : {}),
    ...(value.type === 'money'
      ? { typed: value.amount, currency: value.currency, qualifier: value.qualifier, basis: value.basis ?? '' }
      : {}),
  };
}

interface EnterDialogProps<A extends string> {
  readonly office: string;
  readonly known: readonly Enterable<A>[];
  /** What we said so far; null for something new beside it. */
  readonly corrected: StatementShape | null;
  /** What is read anew once it is kept. */
  readonly queryKey: QueryKey;
  readonly enter: (entry: EnteredStatement<A>, context: { readonly idempotencyKey: string }) => Promise<unknown>;
  readonly onClose: () => void;
  /** Of whom it is said, where that is chosen, too. */
  readonly children?: ReactNode;
}

export function EnterDialog<A extends string>({ office, known, corrected, queryKey, enter, onClose, children }: EnterDialogProps<A>) {
  const { t } = useText();
  const { keep, ...action } = useKeeping(queryKey, evidenceQueries.key());
  const [draft, setDraft] = useState(() => draftOf(known, corrected));
  const [source, setSource] = useState(ownSource);
  const about = known.find(({ attribute }) => attribute === draft.attribute);
  const form = about?.form ?? 'text';
  const words = [draft.typed, ...Object.values(draft.text).map(({ text }) => text)].join(' ');
  const kind = { chosen: draft.kind, words, isFigure: form === 'count' || form === 'money', source };
  const save = () => {
    const entry = {
      ...{ attribute: draft.attribute, value: valueOf(form, draft), kind: kindOfDraft(kind) },
      source: sourceOfDraft(source) ?? { class: 'own_records' as const },
      ...{ saidBy: filledLine(draft.saidBy), supersedes: corrected?.id ?? null },
    };
    void keep((context) => enter(entry, context), { said: t('evidence.enter_saved'), after: onClose });
  };
  return (
    <FormDialog
      wide
      keepTyped
      after
      title={corrected === null ? t('evidence.enter_title') : t('evidence.correct_title', { attribute: about?.name ?? '' })}
      action={action}
      submit={t('evidence.save')}
      onSubmit={() => save()}
      onClose={onClose}
    >
      {children}
      {corrected === null && (
        <SelectField
          name="entries.0.attribute"
          label={t('evidence.enter_about')}
          value={draft.attribute}
          onChange={(attribute) => setDraft({ ...draft, attribute })}
          options={known.map(({ attribute, name }) => ({ value: attribute, text: name }))}
        />
      )}
      <ValueFields draft={draft} form={form} unit={about?.unit} onChange={(change) => setDraft({ ...draft, ...change })} />
      <TextField
        {...bind(draft, setDraft, 'entries.0.')('saidBy')}
        label={t('evidence.said_by_whom')}
        hint={t('evidence.said_by_hint')}
        optional
      />
      <KindField draft={kind} onChange={(chosen) => setDraft({ ...draft, kind: chosen })} />
      <SourceFields name="entries.0.source" office={office} value={source} onChange={setSource} />
      <Note>{t('evidence.enter_private')}</Note>
    </FormDialog>
  );
}
