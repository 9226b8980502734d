// What an organisation brings and seeks.
import type { MultilingualText } from '#kernel/language.ts';
import type { OrganisationId } from './organisation.ts';

export const entryKinds = ['offer', 'need'] as const;
export type EntryKind = (typeof entryKinds)[number];

export interface Entry {
  readonly organisationId: OrganisationId;
  readonly kind: EntryKind;
  readonly text: MultilingualText;
}
