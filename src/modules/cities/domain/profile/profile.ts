// What a city tells of itself: strengths beyond the cliché, needs, stories, challenges it wants solved, practices that worked, and what
// partner it looks for. Each is written, read by a second person, and published.
import type { AccountId, Id } from '#kernel/ids.ts';
import { languages, writing, type MultilingualText } from '#kernel/language.ts';
import type { Problem } from '#kernel/result.ts';
import { noPassage, type Passage, type SourceId } from '#modules/evidence/domain/source.ts';
import type { CityId } from '../city.ts';
import type { Domain } from './domains.ts';
import type { Extent } from './extent.ts';
import type { Goal } from './goals.ts';
import type { Sought } from './partner-call.ts';

export type ProfileEntryId = Id<'ProfileEntry'>;

export const profileKinds = ['strength', 'need', 'story', 'challenge', 'practice', 'partner_call'] as const;
export type ProfileKind = (typeof profileKinds)[number];

/** Where a text is said, in which words, and by whom; the source is null where none is stated. */
export interface EntrySource extends Passage {
  readonly sourceId: SourceId | null;
  readonly saidBy: string | null;
}

export const noEntrySource: EntrySource = { sourceId: null, ...noPassage, saidBy: null };

export interface EntryText extends EntrySource {
  readonly kind: ProfileKind;
  /** Null where it belongs to no one domain. */
  readonly domain: Domain | null;
  /** Goals of the United Nations that it serves. */
  readonly goals: readonly Goal[];
  readonly title: MultilingualText;
  readonly body: MultilingualText;
  /** Where and when it holds, of what is sought or brought; null where nobody limited it. */
  readonly extent: Extent | null;
  /** Of a partner call alone. */
  readonly sought: Sought | null;
}

/** How far a second person has come with the text of now; a new text begins at `none`. */
export const reviewStates = ['none', 'asked', 'approved', 'returned'] as const;
export type ReviewState = (typeof reviewStates)[number];

export interface EntryRecord extends EntryText {
  readonly id: ProfileEntryId;
  readonly cityId: CityId;
  readonly version: number;
  /** The number of the text of now. */
  readonly textVersion: number;
  /** The text that everybody reads; null where nothing is published. */
  readonly publishedVersion: number | null;
  readonly review: ReviewState;
  /** What was asked of the reviewer, or what they answered. */
  readonly reviewNote: string | null;
  /** Who wrote the text of now; null where that was not kept. */
  readonly writtenBy: AccountId | null;
  readonly updatedAt: Date;
}

export type EntryState = 'draft' | 'published' | 'changed';

/** A published entry that was edited since is `changed`: the public still reads the earlier text. */
export function entryStateOf({ textVersion, publishedVersion }: Pick<EntryRecord, 'textVersion' | 'publishedVersion'>): EntryState {
  if (publishedVersion === null) return 'draft';
  return publishedVersion === textVersion ? 'published' : 'changed';
}

/** Whether it holds somewhere and for a time: a story is told whenever it happened, and a call says its countries and its last day itself. */
export const isLimited = (kind: ProfileKind): boolean => kind !== 'story' && kind !== 'partner_call';

/** What a partner call says belongs to it alone, places and days to what is sought or brought. */
export function textProblems({ kind, sought, extent }: Pick<EntryText, 'kind' | 'sought' | 'extent'>): readonly Problem[] {
  const isCall = kind === 'partner_call';
  return [
    ...(extent !== null && !isLimited(kind) ? [{ path: ['extent'], code: 'cities.extent_elsewhere' }] : []),
    ...(isCall && sought === null ? [{ path: ['sought'], code: 'cities.sought_missing' }] : []),
    ...(!isCall && sought !== null ? [{ path: ['sought'], code: 'cities.sought_elsewhere' }] : []),
  ];
}

/** A text has title and body in the same languages of the interface: its readers get no mixture of two. */
export const halfTexts = ({ title, body }: Pick<EntryText, 'title' | 'body'>): readonly Problem[] =>
  languages.flatMap((language): readonly Problem[] => {
    const [hasTitle, hasBody] = [title[language] !== undefined, body[language] !== undefined];
    if (hasTitle === hasBody) return [];
    const missing = hasTitle ? 'body' : 'title';
    return [{ path: [missing, language], code: `cities.${missing}_missing_${writing[language].suffix}` }];
  });

export const stepKinds = ['written', 'restored', 'review_asked', 'approved', 'returned', 'published', 'withdrawn', 'discarded'] as const;
export type StepKind = (typeof stepKinds)[number];
