// Who said it, where, when and of whose word: what opens under a figure.
import type { ReactNode } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { VisibilityMark } from '#design/marks.tsx';
import { AsWritten, Named, useNaming } from '#design/named.tsx';
import { Figure, Opening, type SlipEntry } from '#design/said.tsx';
import { type Language, type MultilingualText, writing } from '#kernel/language.ts';
import { inLanguage, markedTitle } from '#kernel/written-language.ts';
import type { StatementShape } from '../contract/shapes.ts';
import { reachWords, type Reach } from '../domain/reach.ts';
import { Value, type ValueProps } from './value.tsx';

/** As it is cited, or alone. */
type Source = Omit<StatementShape['source'], 'passage' | 'place'> & Partial<Pick<StatementShape['source'], 'passage' | 'place'>>;

const commaOf = (language: Language): string => writing[language].comma;

interface SourceNameProps {
  readonly source: Source;
  /** Whose own records they are, wherever that does not stand beside the source. */
  readonly office?: MultilingualText | null;
}

/** Whose site an address is on: `en.people.cn`; null where it is none. */
const hostOf = (address: string | null): string | null => /^https?:\/\/(?:www\.)?([^/:?#]+)/.exec(address ?? '')?.[1] ?? null;

/** A source by its title, as a link where it has an address - of a copy the link names on whose site that is, as it is not the publisher's; own records and what is not known by that word. */
export function SourceName({ source, office = null }: SourceNameProps) {
  const { t, language } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const comma = commaOf(language);
  const untitled =
    source.class === 'own_records' && office !== null
      ? t('evidence.own_records_of', { office: naming(office) })
      : t(`evidence.class_${source.class}`);
  const title = source.title === '' ? untitled : markedTitle(source.title, language);
  const date = source.date === null ? null : formats.flexDate(source.date, 'table');
  const host = source.class === 'copy' ? hostOf(source.address) : null;
  return (
    <>
      {host !== null || source.address === null ? (
        <AsWritten text={title} />
      ) : (
        <a className="src" href={source.address} rel="noopener noreferrer nofollow">
          <AsWritten text={title} />
        </a>
      )}
      {source.publisher !== null && (
        <>
          {comma}
          <AsWritten text={source.publisher} />
        </>
      )}
      {host !== null && source.address !== null && (
        <>
          {comma}
          <a className="src" href={source.address} rel="noopener noreferrer nofollow">
            {t('evidence.copy_at', { host })}
          </a>
        </>
      )}
      {date !== null && (
        <>
          {comma}
          <Figure value={date} />
        </>
      )}
      {source.place != null && (
        <>
          {comma}
          <AsWritten text={source.place} />
        </>
      )}
    </>
  );
}

/** Whose words something gives, of what, and where they are printed: a statement, or an entry of a ledger. */
export interface Voiced {
  /** The person with their office, or the body. */
  readonly saidBy: string | null;
  readonly about?: string | null;
  /** null where it is not shared with the reader. */
  readonly source: Source | null;
}

type Term =
  | 'said_by'
  | 'about'
  | 'printed'
  | 'reach'
  | 'licence'
  | 'credit'
  | 'passage'
  | 'paper'
  | 'kind'
  | 'confirmed'
  | 'entered'
  | 'withdrawn';

function useTerm(): (key: Term, value: ReactNode) => SlipEntry {
  const { t } = useText();
  return (key, value) => ({ term: t(`evidence.${key}`), value });
}

/** Said by, about, printed in: lines of what opens under a figure. `office`: who entered it. */
export function useVoice(): (voiced: Voiced, office: MultilingualText) => readonly SlipEntry[] {
  const { t } = useText();
  const entry = useTerm();
  return ({ saidBy, about = null, source }, office) => [
    ...(saidBy === null ? [] : [entry('said_by', <AsWritten text={saidBy} named />)]),
    ...(about === null ? [] : [entry('about', <AsWritten text={about} />)]),
    entry('printed', source === null ? t('evidence.source_hidden') : <SourceName source={source} office={office} />),
    ...(source?.reach == null ? [] : [entry('reach', <SourceReach reach={source.reach} />)]),
    ...(source?.licence == null ? [] : [entry('licence', <AsWritten text={source.licence} />)]),
    ...(source?.credit == null ? [] : [entry('credit', <AsWritten text={source.credit} />)]),
    ...(source?.passage == null ? [] : [entry('passage', <q>{source.passage}</q>)]),
    ...(source?.document == null ? [] : [entry('paper', <Paper document={source.document} />)]),
  ];
}

/** Whom and what a study covers: firms that exhibited, Shanghai, 2018, a survey by mail, 31 of 217 took part. */
export function SourceReach({ reach }: { readonly reach: Reach }) {
  const { t, language } = useText();
  const formats = useFormats();
  const spelt = (count: string): string => formats.spelt(formats.count(count));
  const words = reachWords(reach, {
    told: (text) => inLanguage(text, language),
    sampleOf: (sample, outOf) =>
      outOf === null
        ? t('evidence.sample', { sample: spelt(sample) })
        : t('evidence.sample_of', { sample: spelt(sample), outOf: spelt(outOf) }),
  });
  return <>{words.join(writing[language].comma)}</>;
}

const own: readonly string[] = ['own_records', 'unknown'];

/** Who says so, as its readers call them: the person or body quoted, else who published it; an office only of its own records. */
export function useSayer(): (statement: StatementShape) => string {
  const { t, language } = useText();
  const naming = useNaming();
  return ({ saidBy, office, source }) => {
    const quoted = saidBy ?? (own.includes(source.class) ? null : source.publisher);
    if (quoted !== null) return inLanguage(quoted, language);
    return own.includes(source.class) ? naming(office.name) : t(`evidence.class_${source.class}`);
  };
}

/** Whom the source asks to be credited and under which licence it stands, where that is known; a credit is due wherever it is quoted. */
export function SourceTerms({ source, first = false }: { readonly source: Pick<Source, 'licence' | 'credit'>; readonly first?: boolean }) {
  const { t } = useText();
  const terms = [source.credit, source.licence].filter((term) => term !== null);
  if (terms.length === 0) return null;
  return (
    <>
      {!first && ' · '}
      <AsWritten text={terms.join(t('evidence.between_terms'))} />
    </>
  );
}

/** The paper of a source, to be kept as a file. */
export function Paper({ document }: { readonly document: NonNullable<Source['document']> }) {
  const { t } = useText();
  const formats = useFormats();
  return (
    <a href={`/api/v1/documents/${document.id}`} download={document.name}>
      {t('evidence.paper_named', { name: document.name, size: formats.size(document.size) })}
    </a>
  );
}

/** Who can see a statement, in a word; whom it is shared with by name, for its own office. */
export function VisibilityWord({ statement }: { readonly statement: Pick<StatementShape, 'visibility' | 'sharedWith'> }) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const { visibility, sharedWith } = statement;
  if (visibility !== 'shared' || sharedWith.length === 0) return <VisibilityMark visibility={visibility} />;
  const offices = formats.list(sharedWith.map(({ name }) => naming(name)));
  return <VisibilityMark visibility="shared">{t('evidence.shared_with', { offices })}</VisibilityMark>;
}

function useSlip(statement: StatementShape, confirmedBy: ReactNode): readonly SlipEntry[] {
  const { t, language } = useText();
  const formats = useFormats();
  const voice = useVoice();
  const entry = useTerm();
  const { office, kind, withdrawn } = statement;
  return [
    ...voice(statement, office.name),
    ...(kind === 'fact' ? [] : [entry('kind', t(`evidence.kind_${kind}`))]),
    ...(confirmedBy === undefined ? [] : [entry('confirmed', confirmedBy)]),
    entry(
      'entered',
      <>
        <Named text={office.name} quiet />
        {commaOf(language)}
        {formats.entryDay(statement.enteredAt)} <VisibilityWord statement={statement} />
      </>,
    ),
    ...(withdrawn === null
      ? []
      : [entry('withdrawn', t('evidence.withdrawn_on', { day: formats.entryDay(withdrawn.at), reason: withdrawn.reason }))]),
  ];
}

export interface SaidProps extends Omit<ValueProps, 'value'> {
  readonly statement: StatementShape;
  /** Seen instead of the value: a large figure, a sentence. */
  readonly children?: ReactNode;
  /** Who confirms it, where the page knows; "not stated" is a word, too. */
  readonly confirmedBy?: ReactNode;
  readonly open?: boolean;
}

/** A value that opens: said by, printed where, in which words, confirmed by whom, entered by which office. */
export function Said({ statement, children, confirmedBy, open = false, ...how }: SaidProps) {
  const slip = useSlip(statement, confirmedBy);
  return <Opening figure={children ?? <Value value={statement.value} {...how} />} slip={slip} open={open} />;
}

/** How many statements say something else; nothing where none does. */
export function Differ({ count }: { readonly count: number }) {
  const { t } = useText();
  return count === 0 ? null : <span className="differs">{t('evidence.differ', { count })}</span>;
}
