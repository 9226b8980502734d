// Where something is said: class, title, date, and the paper itself where the office holds it; and of each thing said its place in there.
import type { FlexDate } from '#kernel/flex-date.ts';
import type { Id, OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import type { Problem } from '#kernel/result.ts';
import { reachProblems, type Reach } from './reach.ts';

export type SourceId = Id<'Source'>;
export type DocumentId = Id<'Document'>;

export const sourceClasses = [
  'signed_paper',
  'official_publication',
  'press_or_study',
  'encyclopaedia',
  'copy',
  'own_records',
  'unknown',
] as const;
export type SourceClass = (typeof sourceClasses)[number];

/** What is said of a source. `address` is text that is never fetched; `date` is that of the source, null where not known. */
export interface SourceFacts {
  readonly class: SourceClass;
  readonly title: string;
  readonly publisher: string | null;
  readonly address: string | null;
  readonly date: FlexDate | null;
  readonly documentId: DocumentId | null;
  /** Under which terms it may be used, and whom to name then; null where nothing is known of that. */
  readonly licence: string | null;
  readonly credit: string | null;
  /** Of a study: whom and what it covers; left out or null where it is none, or nobody says. */
  readonly reach?: Reach | null | undefined;
}

/** A file as its readers see it; `size` in bytes. */
export interface DocumentFacts {
  readonly id: DocumentId;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

/** Where in a source something stands: its own words, and the page, paragraph or heading. It belongs to what is said, not to the source. */
export interface Passage {
  readonly passage: string | null;
  readonly place: string | null;
}

export const noPassage: Passage = { passage: null, place: null };

/** A source on record; its content never changes. */
export interface Source extends SourceFacts {
  readonly id: SourceId;
  readonly office: OfficeId;
  readonly document: DocumentFacts | null;
}

/** A source as one thing said of it cites it. */
export interface CitedSource extends Source, Passage {}

/** What can rest on a source: a statement, an agreement with its items, an exchange, a carrier, an entry of a ledger or an answer, a profile text, a reference set. */
export const citingKinds = ['statement', 'agreement', 'exchange', 'carrier', 'outcome', 'evidence', 'rates', 'profile', 'set'] as const;
export type CitingKind = (typeof citingKinds)[number];

/** A source as its office keeps it: what rests on it, and which others were found to be the same. */
export interface SourceRecord extends Source {
  readonly version: number;
  readonly uses: readonly { readonly kind: CitingKind; readonly count: number }[];
  readonly merged: readonly (Source & { readonly version: number })[];
}

/** On whose pages something can cite: of what statements are about, and a list of others' ties. */
export const citingPlaces = [
  'city',
  'tie',
  'organisation',
  'edition',
  'participation',
  'outcome',
  'rates',
  'lesson',
  'milestone',
  'indicator',
  'set',
] as const;

/** So many uses of one kind on the page of one thing; `slug` and `label` are null where nothing is shown of that. */
export interface SourceUse {
  readonly kind: CitingKind;
  readonly count: number;
  readonly placeKind: (typeof citingPlaces)[number];
  readonly slug: string | null;
  readonly label: MultilingualText | null;
}

/** The levels of the rule which statement is shown first: 0 is heard before 1. */
const levels: Readonly<Record<SourceClass, number>> = {
  signed_paper: 0,
  official_publication: 1,
  own_records: 2,
  press_or_study: 2,
  encyclopaedia: 2,
  copy: 3,
  unknown: 3,
};

export const levelOf = (sourceClass: SourceClass): number => levels[sourceClass];

/** Every source but one's own records, or one that is not known, has a name by which others find it. */
export const sourceProblems = ({
  class: sourceClass,
  title,
  reach = null,
}: Pick<SourceFacts, 'class' | 'title' | 'reach'>): readonly Problem[] => [
  ...(title === '' && sourceClass !== 'own_records' && sourceClass !== 'unknown'
    ? [{ path: ['title'], code: 'evidence.source_title_missing' }]
    : []),
  ...(reach === null ? [] : reachProblems(reach).map(({ path, ...problem }) => ({ ...problem, path: ['reach', ...path] }))),
];

/** "Our records, today": what an entry is sourced with unless it names another. `day` is an ISO day. */
export const ownRecords = (day: string): SourceFacts => ({
  class: 'own_records',
  title: '',
  publisher: null,
  address: null,
  date: { text: day, qualifier: 'exact' },
  documentId: null,
  licence: null,
  credit: null,
});

/** Whether nothing is said of the office's own records but their date: such a source is one, however often it is used. */
export const isPlainRecords = ({
  class: sourceClass,
  title,
  publisher,
  address,
  date,
  documentId,
  licence,
  credit,
  reach = null,
}: SourceFacts): boolean =>
  sourceClass === 'own_records' &&
  title === '' &&
  date !== null &&
  [publisher, address, documentId, licence, credit, reach].every((part) => part === null);

/** Whether others can look it up: a source with a name, other than an office's own records. */
export const isCited = ({ class: sourceClass, title }: Pick<SourceFacts, 'class' | 'title'>): boolean =>
  sourceClass !== 'own_records' && title !== '';

/** A signed paper or an official publication: what one says is known, whoever entered it. */
export const isOfficial = (source: { readonly class: SourceClass }): boolean =>
  source.class === 'signed_paper' || source.class === 'official_publication';
