// The source of an entry. Nothing needs to be touched for our own records of today; another source is one press away.
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useRef, useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useAction } from '#client/use-action.ts';
import { filledLine } from '#design/fields/multilingual-field.tsx';
import { bind } from '#design/fields/bind.ts';
import { TextAction } from '#design/button.tsx';
import { ChoiceField } from '#design/fields/choice.tsx';
import { DateField, isDoubtful, noDate, type TypedDate } from '#design/fields/date-field.tsx';
import { Fields, SelectField, TextareaField, TextField } from '#design/fields/field.tsx';
import { FileField } from '#design/fields/file-field.tsx';
import { Doubt, useDoubt } from '#design/fields/form.tsx';
import { inLanguage, markedTitle } from '#kernel/written-language.ts';
import { mostDocumentBytes } from '../domain/file-kind.ts';
import { sourceClasses, sourceProblems, type SourceClass } from '../domain/source.ts';
import { evidenceApi, evidenceQueries } from './client.ts';
import { blankReach, ReachFields, reachSent, type ReachDraft } from './reach-fields.tsx';
import { SourceName } from './said.tsx';

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
  /** Not chosen yet: ''. Nobody's letter becomes an official publication because nothing was touched. */
  readonly class: SourceClass | '';
  readonly title: string;
  readonly publisher: string;
  readonly address: string;
  readonly date: TypedDate;
  /** Where in it this stands: the words themselves; page, paragraph or heading. */
  readonly passage: string;
  readonly place: string;
  /** It is like one on record and yet another one. */
  readonly isAnother: boolean;
  readonly licence: string;
  readonly credit: string;
  readonly reach: ReachDraft;
  readonly document: StoredPaper | null;
}

/** Our own records, me, today. */
export const ownSource: SourceDraft = {
  origin: 'own',
  sourceId: '',
  class: '',
  title: '',
  publisher: '',
  address: '',
  date: noDate,
  passage: '',
  place: '',
  isAnother: false,
  licence: '',
  credit: '',
  reach: blankReach,
  document: null,
};

const lacksTitle = ({ class: chosen, title }: SourceDraft): boolean =>
  chosen === '' ? title.trim() === '' : sourceProblems({ class: chosen, title: title.trim() }).length > 0;

/** Whether the draft holds a date that is not understood or lacks its class: then nothing is kept with it before that is cleared up. */
export const sourceIsDoubtful = ({ origin, date, class: chosen }: SourceDraft): boolean =>
  origin === 'new' && (isDoubtful(date) || chosen === '');

/** The source alone, as it is sent: nothing for our own records of today. */
export function sourceAlone(draft: SourceDraft) {
  if (draft.origin === 'own') return undefined;
  if (draft.origin === 'known') return { sourceId: draft.sourceId };
  return {
    // As it stands: a class that nobody chose is refused together with everything else.
    class: draft.class as SourceClass,
    title: draft.title.trim(),
    publisher: filledLine(draft.publisher),
    address: filledLine(draft.address),
    date: draft.date.date,
    licence: filledLine(draft.licence),
    credit: filledLine(draft.credit),
    documentId: draft.document?.id ?? null,
    ...reachSent(draft.reach),
    ...(draft.isAnother ? { isAnother: true } : {}),
  };
}

/** The same with where in it something stands. */
export function sourceOfDraft(draft: SourceDraft) {
  const source = sourceAlone(draft);
  return source === undefined ? undefined : { ...source, passage: filledLine(draft.passage), place: filledLine(draft.place) };
}

export interface SourceFieldsProps {
  /** Path of the source in what is sent: `source`, `entries.0.source`. */
  readonly name: string;
  readonly office: string;
  readonly value: SourceDraft;
  readonly onChange: (value: SourceDraft) => void;
  /** The same form asks for licence and credit elsewhere. */
  readonly termsElsewhere?: boolean;
  /** Of many things at once: where in the source each stands is not asked. */
  readonly alone?: boolean;
}

export function SourceFields(props: SourceFieldsProps) {
  const { name, value, onChange, alone = false } = props;
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
      {value.origin !== 'own' && !alone && (
        <>
          <TextareaField {...field('passage')} label={t('evidence.passage')} hint={t('evidence.passage_hint')} optional rows={3} />
          <TextField {...field('place')} label={t('evidence.place')} hint={t('evidence.place_hint')} optional />
        </>
      )}
    </>
  );
}

function KnownSource({ name, office, value, onChange }: SourceFieldsProps) {
  const { t, language } = useText();
  const formats = useFormats();
  const field = bind(value, onChange, `${name}.`);
  const { data } = useQuery(evidenceQueries.listSources.queryOptions({ input: { office, limit: 100 } }));
  // Two sources may have one title: who published it and when tell them apart.
  const options = (data?.entries ?? []).map(({ id, title, publisher, date }) => ({
    value: id,
    text: [
      markedTitle(title, language),
      ...(publisher === null ? [] : [inLanguage(publisher, language)]),
      ...(date === null ? [] : [formats.spelt(formats.flexDate(date))]),
    ].join(' · '),
  }));
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
  // A paper is called as its file is until somebody calls it otherwise.
  const keep = (document: StoredPaper | null) =>
    set({ document, ...(document !== null && lacksTitle(value) ? { title: document.name.replace(/\.\w{2,5}$/, '') } : {}) });
  return (
    <>
      <Fields>
        <SelectField
          {...field('class')}
          label={t('evidence.class')}
          options={[
            ...(value.class === '' ? [{ value: '' as const, text: t('evidence.choose_class') }] : []),
            ...sourceClasses.map((known) => ({ value: known, text: t(`evidence.class_${known}`) })),
          ]}
        />
        <Doubt name={`${name}.class`} message={value.class === '' ? t('evidence.choose_class_needed') : undefined} isSent />
        <Doubt name={`${name}.title`} message={lacksTitle(value) ? t('evidence.title_needed') : undefined} isSent />
        <TextField {...field('title')} label={t('evidence.title')} />
      </Fields>
      <OnRecord office={office} value={value} onChange={set} />
      <DateField {...field('date')} label={t('evidence.source_date')} optional />
      <TextField {...field('publisher')} label={t('evidence.publisher')} optional />
      <TextField {...field('address')} type="url" label={t('evidence.address')} hint={t('evidence.address_hint')} optional />
      <ReachFields name={`${name}.reach`} value={value.reach} onChange={(reach) => set({ reach })} />
      {!termsElsewhere && <TermFields name={name} licence={value.licence} credit={value.credit} onChange={set} />}
      <PaperField name={`${name}.documentId`} office={office} label={t('evidence.paper')} value={value.document} onChange={keep} />
    </>
  );
}

/** So much of a title has to be typed before those on record are looked for. */
const ENOUGH = 4;

/** What the office has on record of that title or address is offered before it is entered again. */
function OnRecord({
  office,
  value,
  onChange,
}: Pick<SourceFieldsProps, 'office' | 'value'> & { readonly onChange: (change: Partial<SourceDraft>) => void }) {
  const { t } = useText();
  const title = useDeferredValue(value.title.trim());
  const address = useDeferredValue(value.address.trim());
  const wanted = [title, address].filter((words) => words.length >= ENOUGH);
  const found = useQueries({
    queries: wanted.map((q) =>
      evidenceQueries.listSources.queryOptions({ input: { office, q, limit: 3 }, placeholderData: keepPreviousData }),
    ),
  });
  const sources = new Map(found.flatMap(({ data }) => data?.entries ?? []).map((source) => [source.id, source]));
  if (sources.size === 0 || value.isAnother) return null;
  return (
    <div role="status">
      <p className="note">{t('evidence.on_record')}</p>
      <ul>
        {[...sources.values()].map((source) => (
          <li key={source.id}>
            <SourceName source={source} />{' '}
            <TextAction onPress={() => onChange({ origin: 'known', sourceId: source.id })}>{t('evidence.use_source')}</TextAction>
          </li>
        ))}
      </ul>
      <p>
        <TextAction onPress={() => onChange({ isAnother: true })}>{t('evidence.is_another')}</TextAction>
      </p>
    </div>
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
        value={licence}
        onChange={(next) => onChange({ licence: next })}
      />
      <TextField
        name={at('credit')}
        label={t('evidence.credit')}
        hint={t('evidence.credit_hint')}
        optional
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
  // The form as it stands when the file has been kept, not as it stood when it was chosen: what was typed meanwhile stays.
  const changed = useRef(onChange);
  changed.current = onChange;
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
      if (turn === chosen.current) changed.current({ id, name: kept });
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
