// What a city tells of itself: strengths beyond the cliché, stories, challenges it wants solved, practices that worked.
import type { Id } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import type { CityId } from './city.ts';
import type { Domain } from './domains.ts';

export type ProfileEntryId = Id<'ProfileEntry'>;

export const profileKinds = ['strength', 'story', 'challenge', 'practice'] as const;
export type ProfileKind = (typeof profileKinds)[number];

export interface EntryText {
  readonly kind: ProfileKind;
  /** Null where it belongs to no one domain. */
  readonly domain: Domain | null;
  readonly title: MultilingualText;
  readonly body: MultilingualText;
}

export interface EntryRecord extends EntryText {
  readonly id: ProfileEntryId;
  readonly cityId: CityId;
  readonly version: number;
  /** The version everybody reads; null where nothing is published. */
  readonly publishedVersion: number | null;
  readonly updatedAt: Date;
}

export type EntryState = 'draft' | 'published' | 'changed';

/** A published entry that was edited since is `changed`: the public still reads the earlier text. */
export function entryStateOf({ version, publishedVersion }: Pick<EntryRecord, 'version' | 'publishedVersion'>): EntryState {
  if (publishedVersion === null) return 'draft';
  return publishedVersion === version ? 'published' : 'changed';
}
