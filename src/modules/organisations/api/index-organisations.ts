// What organisations are found by: public ones by everybody, the others by the offices that keep them or are shown them.
import { removeSearchTerms, writeManySearchTerms, writeSearchTerms } from '#platform/search/search-terms.ts';
import type { OfficeId } from '#kernel/ids.ts';
import type { Work } from '#platform/work.ts';
import type { NamedOrganisation, OrganisationId, OrganisationRecord } from '../domain/organisation.ts';

const subjectOf = ({ id, name }: { readonly id: OrganisationId } & Pick<NamedOrganisation, 'name'>) => ({
  kind: 'organisation' as const,
  id,
  slug: id,
  label: name,
  terms: Object.values(name).map(({ text }) => text),
});

/** Writes the terms of an organisation anew, for those who may see it now. */
export async function indexOrganisation(work: Work, record: OrganisationRecord): Promise<void> {
  const { id, ownerOffice: office, visibility, sharedWith } = record;
  await removeSearchTerms(work, { kind: 'organisation', id }, visibility === 'public' ? office : 'public');
  await writeSearchTerms(work, subjectOf(record), visibility === 'public' ? 'public' : { office, visibility, sharedWith });
}

/** The same for many that were just recorded and are still their office's own. */
export const indexNewOrganisations = (
  work: Work,
  office: OfficeId,
  created: readonly ({ readonly id: OrganisationId } & Pick<NamedOrganisation, 'name'>)[],
): Promise<void> => writeManySearchTerms(work, created.map(subjectOf), { office, visibility: 'private', sharedWith: [] });
