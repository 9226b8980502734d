// What an organisation brings and seeks.
import type { MultilingualText } from '#kernel/language.ts';
import { saysExtent, type Extent } from '#modules/cities/domain/profile/extent.ts';
import type { Goal } from '#modules/cities/domain/profile/goals.ts';
import type { OrganisationId } from './organisation.ts';

export const entryKinds = ['offer', 'need'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** What is said of an offer or a need beside its words; empty or null where nobody said. */
export interface EntryDetails extends Extent {
  /** By which it stands in lists, as its own side says it; nothing is made a title of. */
  readonly title: MultilingualText | null;
  /** Goals of the United Nations that it serves. */
  readonly goals: readonly Goal[];
  /** Where it is said. */
  readonly source: string | null;
}

/** Characters of a title in one language. */
export const longestTitle = 120;
/** Characters of a source. */
export const longestSource = 300;

export const noDetails: EntryDetails = { title: null, goals: [], places: [], from: null, until: null, source: null };

/** Null where nothing of it is said, so that there is one way to say nothing. */
export const detailsOrNull = (details: EntryDetails | null): EntryDetails | null =>
  details === null || (details.title === null && details.goals.length === 0 && !saysExtent(details) && details.source === null)
    ? null
    : details;

export interface Entry {
  readonly organisationId: OrganisationId;
  readonly kind: EntryKind;
  /** Null where it is said by its title or what else stands beside the words alone. */
  readonly text: MultilingualText | null;
  readonly details: EntryDetails | null;
}
