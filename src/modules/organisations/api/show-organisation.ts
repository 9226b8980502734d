// How records become what callers read.
import { holds } from '#kernel/actor.ts';
import { nameOffices, type OfficeNames } from '#modules/accounts/api/name-offices.ts';
import type { Work } from '#platform/work.ts';
import type { Contact, Organisation } from '../contract.ts';
import type { ContactRecord } from '../domain/contact.ts';
import type { OrganisationRecord } from '../domain/organisation.ts';

/** Whom it is shared with is the owner's business alone. */
const toldOf = (work: Work, { ownerOffice, sharedWith }: OrganisationRecord) =>
  holds(work.actor, ownerOffice, 'viewer') ? sharedWith : [];

const shownWith =
  (work: Work, names: OfficeNames) =>
  (record: OrganisationRecord): Organisation => ({
    id: record.id,
    version: record.version,
    kind: record.kind,
    name: { ...record.name },
    country: record.country,
    city: record.city,
    website: record.website,
    officeId: record.officeId,
    ownerOffice: record.ownerOffice,
    visibility: record.visibility,
    sharedWith: toldOf(work, record).flatMap((id) => {
      const name = names.get(id);
      return name === undefined ? [] : [{ id, name: { ...name } }];
    }),
    mayEdit: holds(work.actor, record.ownerOffice, 'editor'),
    updatedAt: record.updatedAt.toISOString(),
  });

/** Organisations as this actor reads them; the offices they are shared with are named by one query, where there are any. */
export async function showOrganisations(work: Work, records: readonly OrganisationRecord[]): Promise<Organisation[]> {
  const names = await nameOffices(
    work,
    records.flatMap((record) => toldOf(work, record)),
  );
  return records.map(shownWith(work, names));
}

/** The organisation as this actor reads it. */
export async function showOrganisation(work: Work, record: OrganisationRecord): Promise<Organisation> {
  return shownWith(work, await nameOffices(work, toldOf(work, record)))(record);
}

export const showContact = (record: ContactRecord): Contact => ({
  id: record.id,
  version: record.version,
  organisationId: record.organisationId,
  surname: record.surname,
  givenName: record.givenName,
  nameOrder: record.nameOrder,
  title: record.title === null ? null : { ...record.title },
  post: record.post === null ? null : { ...record.post },
  languages: [...record.languages],
  email: record.email,
  fromDate: record.fromDate,
  toDate: record.toDate,
});
