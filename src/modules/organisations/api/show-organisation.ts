// How records become what callers read.
import { holds, type Actor } from '#kernel/actor.ts';
import type { Contact, Organisation } from '../contract.ts';
import type { ContactRecord } from '../domain/contact.ts';
import type { OrganisationRecord } from '../domain/organisation.ts';

/** The organisation as this actor reads it; whom it is shared with is the owner's business alone. */
export function showOrganisation(actor: Actor, record: OrganisationRecord): Organisation {
  const isOwn = holds(actor, record.ownerOffice, 'viewer');
  return {
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
    sharedWith: isOwn ? [...record.sharedWith] : [],
    mayEdit: holds(actor, record.ownerOffice, 'editor'),
    updatedAt: record.updatedAt.toISOString(),
  };
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
