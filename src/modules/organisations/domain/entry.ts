// What an organisation brings and seeks.
import type { MultilingualText } from '#kernel/language.ts';
import type { Goal } from '#modules/cities/domain/profile/goals.ts';
import type { OrganisationId } from './organisation.ts';

export const entryKinds = ['offer', 'need'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** What is said of an offer or a need beside its words; empty or null where nobody said. */
export interface EntryDetails {
  /** Goals of the United Nations that it serves. */
  readonly goals: readonly Goal[];
  /** Where it is offered or sought, in plain words. */
  readonly places: readonly string[];
  /** The first and the last day on which it holds, ISO. */
  readonly from: string | null;
  readonly until: string | null;
  /** Where it is said. */
  readonly source: string | null;
}

/** Places of one entry, and characters of a place and of a source. */
export const mostPlaces = 20;
export const longestPlace = 120;
export const longestSource = 300;

export const noDetails: EntryDetails = { goals: [], places: [], from: null, until: null, source: null };

/** Null where nothing of it is said, so that there is one way to say nothing. */
export const detailsOrNull = (details: EntryDetails | null): EntryDetails | null =>
  details === null ||
  (details.goals.length + details.places.length === 0 && details.from === null && details.until === null && details.source === null)
    ? null
    : details;

/** Whether it holds on some day of a span: before its first day and after its last nobody is to be asked about it. */
export const holdsWithin = (details: EntryDetails | null, { first, last }: { readonly first: string; readonly last: string }): boolean =>
  (details?.from ?? first) <= last && (details?.until ?? last) >= first;

export interface Entry {
  readonly organisationId: OrganisationId;
  readonly kind: EntryKind;
  readonly text: MultilingualText;
  readonly details: EntryDetails | null;
}
