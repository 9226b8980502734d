// Entering what a source states, or correcting it: of what, the value, how it is meant, by whom and where it is said.
import type { QueryKey } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useText } from '#client/language.ts';
import { useZoneOptions } from '#client/zone-options.ts';
import { AmountField, typedValue } from '#design/fields/amount-field.tsx';
import { bind } from '#design/fields/bind.ts';
import { CurrencyField, saidBeside } from '#design/fields/currency-field.tsx';
import { Fields, SelectField, TextField } from '#design/fields/field.tsx';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { filledLine, filledText, MultilingualField } from '#design/fields/multilingual-field.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Note } from '#design/page.tsx';
import { writing, type MultilingualText } from '#kernel/language.ts';
import { qualifiers, type Qualifier } from '#kernel/money.ts';
import type { StatementShape } from '../contract/shapes.ts';
import type { StatementKind } from '../domain/statement.ts';
import { evidenceQueries } from './client.ts';
import { KindField, kindOfDraft } from './kind-field.tsx';
import { ownSource, SourceFields, sourceOfDraft } from './source-fields.tsx';

/** `zone`: a time zone of the IANA database, called the same in every language. */
export type ValueForm = 'count' | 'money' | 'text' | 'zone';

/** What can be said of a subject: the name of each attribute, the form of its value, and its unit where it is measured. */
export interface Enterable<A extends string> {
  readonly attribute: A;
  readonly name: string;
  readonly form: ValueForm;
  readonly unit?: string | undefined;
}

interface Draft<A extends string> {
  readonly attribute: A;
  readonly text: MultilingualText;
  readonly typed: string;
  readonly currency: string;
  readonly qualifier: Qualifier;
  readonly basis: string;
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
  const blank = {
    attribute: first.attribute,
    text: {},
    typed: '',
    currency: '',
    qualifier: 'exact' as const,
    basis: '',
    kind: null,
    saidBy: '',
  };
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

function valueOf(form: ValueForm, { text, typed, currency, qualifier, basis }: Omit<Draft<string>, 'attribute'>) {
  if (form === 'text' || form === 'zone') return { type: 'text' as const, text: filledText(text) ?? {} };
  const meant = { qualifier, ...(basis.trim() === '' ? {} : { basis: basis.trim() }) };
  if (form === 'money') return { type: form, amount: typedValue(typed, currency) ?? '', currency, ...meant };
  return { type: form, count: typedValue(typed) ?? '', ...meant };
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
      <ValueFields draft={draft} form={form} unit={about?.unit} onChange={setDraft} />
      <TextField
        {...bind(draft, setDraft, 'entries.0.')('saidBy')}
        label={t('evidence.said_by_whom')}
        hint={t('evidence.said_by_hint')}
        optional
        maxLength={200}
      />
      <KindField draft={kind} onChange={(chosen) => setDraft({ ...draft, kind: chosen })} />
      <SourceFields name="entries.0.source" office={office} value={source} onChange={setSource} />
      <Note>{t('evidence.enter_private')}</Note>
    </FormDialog>
  );
}

function ZoneField({ zone, onChange }: { readonly zone: string; readonly onChange: (zone: string) => void }) {
  const { t } = useText();
  const zones = useZoneOptions(zone);
  return (
    <SelectField
      name="entries.0.value.text"
      label={t('evidence.enter_value')}
      value={zone}
      onChange={onChange}
      options={[{ value: '', text: '–' }, ...zones]}
    />
  );
}

interface ValueFieldsProps<A extends string> {
  readonly draft: Draft<A>;
  readonly form: ValueForm;
  readonly unit: string | undefined;
  readonly onChange: (draft: Draft<A>) => void;
}

function ValueFields<A extends string>({ draft, form, unit, onChange }: ValueFieldsProps<A>) {
  const { t, language } = useText();
  const set = (change: Partial<Draft<A>>) => onChange({ ...draft, ...change });
  if (form === 'zone')
    return <ZoneField zone={draft.text['en']?.text ?? ''} onChange={(text) => set({ text: { en: { text, origin: 'human' } } })} />;
  if (form === 'text')
    return (
      <MultilingualField
        name="entries.0.value.text"
        label={t('evidence.enter_value')}
        value={draft.text}
        onChange={(text) => set({ text })}
      />
    );
  return (
    <Fields>
      <AmountField
        name={form === 'money' ? 'entries.0.value.amount' : 'entries.0.value.count'}
        label={unit === undefined ? t('evidence.enter_value') : writing[language].inBrackets(t('evidence.enter_value'), unit)}
        value={draft.typed}
        currency={form === 'money' ? draft.currency : undefined}
        onChange={(typed, read) => {
          const { currency, qualifier } = saidBeside(read, draft.currency);
          set({
            typed,
            ...(qualifier === undefined ? {} : { qualifier }),
            ...(form === 'money' && currency !== undefined ? { currency } : {}),
          });
        }}
      />
      {form === 'money' && (
        <CurrencyField
          name="entries.0.value.currency"
          label={t('evidence.enter_currency')}
          value={draft.currency}
          onChange={(currency) => set({ currency })}
        />
      )}
      <SelectField
        name="entries.0.value.qualifier"
        label={t('evidence.enter_qualifier')}
        value={draft.qualifier}
        onChange={(qualifier) => set({ qualifier })}
        options={qualifiers.map((known) => ({ value: known, text: t(`evidence.qualifier_${known}`) }))}
      />
      <TextField
        name="entries.0.value.basis"
        label={t('evidence.enter_basis')}
        hint={t('evidence.enter_basis_hint')}
        optional
        maxLength={200}
        value={draft.basis}
        onChange={(basis) => set({ basis })}
      />
    </Fields>
  );
}
