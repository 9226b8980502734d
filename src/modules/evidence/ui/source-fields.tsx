// The source of an entry. Nothing needs to be touched for our own records of today; another source is one press away.
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useText } from '#client/language.ts';
import { useAction } from '#client/use-action.ts';
import { filledLine } from '#design/fields/multilingual-field.tsx';
import { bind } from '#design/fields/bind.ts';
import { TextAction } from '#design/button.tsx';
import { ChoiceField } from '#design/fields/choice.tsx';
import { DateField, isDoubtful, noDate, type TypedDate } from '#design/fields/date-field.tsx';
import { Fields, SelectField, TextareaField, TextField } from '#design/fields/field.tsx';
import { FileField } from '#design/fields/file-field.tsx';
import { useDoubt } from '#design/fields/form.tsx';
import { mostDocumentBytes } from '../domain/file-kind.ts';
import { sourceClasses, type SourceClass } from '../domain/source.ts';
import { evidenceApi, evidenceQueries } from './client.ts';

const origins = ['own', 'known', 'new'] as const;

/** A paper that the office holds. */
export interface StoredPaper {
  readonly id: string;
  readonly name: string;
}

/** A source while it is being described. */
export interface SourceDraft {
  readonly origin: (typeof origins)[number];
  readonly sourceId: string;
  readonly class: SourceClass;
  readonly title: string;
  readonly publisher: string;
  readonly address: string;
  readonly date: TypedDate;
  readonly passage: string;
  readonly licence: string;
  readonly credit: string;
  readonly document: StoredPaper | null;
}

/** Our own records, me, today. */
export const ownSource: SourceDraft = {
  origin: 'own',
  sourceId: '',
  class: 'official_publication',
  title: '',
  publisher: '',
  address: '',
  date: noDate,
  passage: '',
  licence: '',
  credit: '',
  document: null,
};

/** Whether the draft holds a date that is not understood: then it must not be sent. */
export const sourceIsDoubtful = ({ origin, date }: SourceDraft): boolean => origin === 'new' && isDoubtful(date);

/** What is sent of the draft: nothing for our own records of today. */
export function sourceOfDraft(draft: SourceDraft) {
  if (draft.origin === 'own') return undefined;
  if (draft.origin === 'known') return { sourceId: draft.sourceId };
  return {
    class: draft.class,
    title: draft.title.trim(),
    publisher: filledLine(draft.publisher),
    address: filledLine(draft.address),
    date: draft.date.date,
    passage: filledLine(draft.passage),
    licence: filledLine(draft.licence),
    credit: filledLine(draft.credit),
    documentId: draft.document?.id ?? null,
  };
}

export interface SourceFieldsProps {
  /** Path of the source in what is sent: `source`, `entries.0.source`. */
  readonly name: string;
  readonly office: string;
  readonly value: SourceDraft;
  readonly onChange: (value: SourceDraft) => void;
  /** The same form asks for licence and credit elsewhere. */
  readonly termsElsewhere?: boolean;
}

export function SourceFields(props: SourceFieldsProps) {
  const { name, value, onChange } = props;
  const { t } = useText();
  const field = bind(value, onChange, `${name}.`);
  return (
    <>
      <ChoiceField
        {...field('origin')}
        label={t('evidence.source')}
        options={origins.map((origin) => ({ value: origin, text: t(`evidence.origin_${origin}`) }))}
      />
      {value.origin === 'known' && <KnownSource {...props} />}
      {value.origin === 'new' && <NewSource {...props} />}
    </>
  );
}

function KnownSource({ name, office, value, onChange }: SourceFieldsProps) {
  const { t } = useText();
  const field = bind(value, onChange, `${name}.`);
  const { data } = useQuery(evidenceQueries.listSources.queryOptions({ input: { office, limit: 100 } }));
  const options = (data?.entries ?? []).map(({ id, title }) => ({ value: id, text: title }));
  return (
    <SelectField
      {...field('sourceId')}
      label={t('evidence.which_source')}
      options={[{ value: '', text: t('evidence.choose_source') }, ...options]}
    />
  );
}

function NewSource({ name, office, value, onChange, termsElsewhere = false }: SourceFieldsProps) {
  const { t } = useText();
  const set = (change: Partial<SourceDraft>) => onChange({ ...value, ...change });
  const field = bind(value, onChange, `${name}.`);
  return (
    <>
      <Fields>
        <SelectField
          {...field('class')}
          label={t('evidence.class')}
          options={sourceClasses.map((known) => ({ value: known, text: t(`evidence.class_${known}`) }))}
        />
        <TextField {...field('title')} label={t('evidence.title')} maxLength={300} />
      </Fields>
      <DateField {...field('date')} label={t('evidence.source_date')} optional />
      <TextField {...field('publisher')} label={t('evidence.publisher')} optional maxLength={200} />
      <TextField
        {...field('address')}
        type="url"
        label={t('evidence.address')}
        hint={t('evidence.address_hint')}
        optional
        maxLength={500}
      />
      <TextareaField
        {...field('passage')}
        label={t('evidence.passage')}
        hint={t('evidence.passage_hint')}
        optional
        rows={3}
        maxLength={4000}
      />
      {!termsElsewhere && <TermFields name={name} licence={value.licence} credit={value.credit} onChange={set} />}
      <PaperField
        name={`${name}.documentId`}
        office={office}
        label={t('evidence.paper')}
        value={value.document}
        onChange={(document) => set({ document })}
      />
    </>
  );
}

interface TermFieldsProps {
  /** Path of the source in what is sent; none where the terms alone are. */
  readonly name?: string;
  readonly licence: string;
  readonly credit: string;
  readonly onChange: (change: { readonly licence?: string; readonly credit?: string }) => void;
}

/** Under which licence a source stands and whom to credit. */
export function TermFields({ name, licence, credit, onChange }: TermFieldsProps) {
  const { t } = useText();
  const at = (field: string): string => (name === undefined ? field : `${name}.${field}`);
  return (
    <Fields>
      <TextField
        name={at('licence')}
        label={t('evidence.licence')}
        hint={t('evidence.licence_hint')}
        optional
        maxLength={200}
        value={licence}
        onChange={(next) => onChange({ licence: next })}
      />
      <TextField
        name={at('credit')}
        label={t('evidence.credit')}
        hint={t('evidence.credit_hint')}
        optional
        maxLength={500}
        value={credit}
        onChange={(next) => onChange({ credit: next })}
      />
    </Fields>
  );
}

interface PaperFieldProps {
  readonly name: string;
  readonly label: string;
  readonly office: string;
  readonly value: StoredPaper | null;
  readonly onChange: (value: StoredPaper | null) => void;
}

/** Keeps the chosen file at once; what it really is is told by the server. Nothing is saved while it is on its way, or refused. */
export function PaperField({ name, label, office, value, onChange }: PaperFieldProps) {
  const { t } = useText();
  const action = useAction();
  const [refused, setRefused] = useState<string>();
  // A field made anew is empty.
  const [emptied, setEmptied] = useState(0);
  // What comes of a file that was taken off, or chosen before another one, is no longer asked for.
  const chosen = useRef(0);
  const trouble = refused ?? action.trouble?.problems[0]?.message ?? action.trouble?.message;
  useDoubt(name, value !== null ? undefined : action.busy ? t('evidence.paper_on_its_way') : trouble);
  const keep = (file: File | null) => {
    chosen.current += 1;
    const turn = chosen.current;
    const isLarge = file !== null && file.size > mostDocumentBytes;
    setRefused(isLarge ? t('evidence.file_too_large', { megabytes: mostDocumentBytes / 1e6 }) : undefined);
    if (file === null || isLarge) return action.clear();
    void action.run(async () => {
      const { id, name: kept } = await evidenceApi.storeDocument({ office, file });
      if (turn === chosen.current) onChange({ id, name: kept });
    });
  };
  if (value !== null)
    return (
      <p>
        {t('evidence.paper_kept', { name: value.name })}{' '}
        <TextAction onPress={() => onChange(null)}>{t('evidence.paper_remove')}</TextAction>
      </p>
    );
  const takeOff = () => {
    keep(null);
    setEmptied(emptied + 1);
  };
  return (
    <>
      <FileField
        key={emptied}
        name={name}
        label={label}
        hint={t('evidence.paper_hint')}
        accept=".pdf,.png,.jpg,.jpeg,.webp,.txt,.docx,.xlsx"
        error={trouble}
        doing={action.busy ? t('evidence.paper_sending') : undefined}
        onChange={keep}
      />
      {(action.busy || trouble !== undefined) && (
        <p>
          <TextAction onPress={takeOff}>{t('evidence.paper_remove')}</TextAction>
        </p>
      )}
    </>
  );
}
