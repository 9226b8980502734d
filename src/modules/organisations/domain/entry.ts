// What an organisation brings and seeks.
import type { MultilingualText } from '#kernel/language.ts';
import { saysExtent, type Extent } from '#modules/cities/domain/profile/extent.ts';
import type { Goal } from '#modules/cities/domain/profile/goals.ts';
import type { OrganisationId } from './organisation.ts';

export const entryKinds = ['offer', 'need'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** What is said of an offer or a need beside its words; empty or null where nobody said. */
export interface EntryDetails extends Extent {
  /** Goals of the United Nations that it serves. */
  readonly goals: readonly Goal[];
  /** Where it is said. */
  readonly source: string | null;
}

/** Characters of a source. */
export const longestSource = 300;

export const noDetails: EntryDetails = { goals: [], places: [], from: null, until: null, source: null };

/** Null where nothing of it is said, so that there is one way to say nothing. */
export const detailsOrNull = (details: EntryDetails | null): EntryDetails | null =>
  details === null || (details.goals.length === 0 && !saysExtent(details) && details.source === null) ? null : details;

export interface Entry {
  readonly organisationId: OrganisationId;
  readonly kind: EntryKind;
  readonly text: MultilingualText;
  readonly details: EntryDetails | null;
}
