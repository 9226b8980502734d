// Contacts of an organisation: who is in which post, since when and until when.
import { withGiven } from '#kernel/given.ts';
import { notFound, ok, refuse, refuseInput, stale, type Result } from '#kernel/result.ts';
import { audit, type AuditedChange } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Asked, Contact, Page } from '../contract.ts';
import { contactProblems, erased, type ContactFacts, type ContactRecord } from '../domain/contact.ts';
import type { OrganisationScope } from '../domain/scope.ts';
import { findContactRecord, insertContact, listContactRecords, updateContactRecord } from '../store/contacts.ts';
import { byId, cutPage, readCursor } from '#kernel/pages.ts';
import { getOrganisation, openForChange } from './open-organisation.ts';
import { showContact } from './show-organisation.ts';

/** Contacts by surname, as far as the actor may see them; `at` keeps only those in post on that day. */
export async function listContacts(work: Work, input: Asked<'listContacts'>): Promise<Result<Page<Contact>>> {
  const after = readCursor<'Contact'>(input.cursor);
  if (!after.ok) return after;
  const organisation = await getOrganisation(work, input);
  if (!organisation.ok) return organisation;
  const { limit, at = null } = input;
  const rows = await listContactRecords(work.tx, {
    organisationId: organisation.value.id,
    at,
    after: after.value,
    limit,
  });
  const page = cutPage(rows, limit, byId);
  return ok({ ...page, entries: page.entries.map(showContact) });
}

/** Adds a person in a post; known to the organisation's office alone. */
export async function addContact(work: Work, input: Asked<'addContact'>): Promise<Result<Contact>> {
  const opened = await openForChange(work, input.organisationId);
  if (!opened.ok) return opened;
  const { scope } = opened.value;
  const { organisationId: _id, ...facts } = input;
  const id = work.newId<'Contact'>();
  const created = await insertContact(work.tx, scope, { ...facts, toDate: null, id, now: work.now });
  await audit(work, { useCase: 'add-contact', office: scope.office, subjects: [scope.organisationId, id], fields: Object.keys(facts) });
  return ok(showContact(created));
}

async function openContact(
  work: Work,
  input: { readonly organisationId: ContactRecord['organisationId']; readonly contactId: ContactRecord['id'] },
): Promise<Result<{ readonly scope: OrganisationScope; readonly record: ContactRecord }>> {
  const opened = await openForChange(work, input.organisationId);
  if (!opened.ok) return opened;
  const record = await findContactRecord(work.tx, opened.value.record.id, input.contactId);
  return record === null ? notFound('organisations.contact_not_found') : ok({ scope: opened.value.scope, record });
}

async function save(
  work: Work,
  contact: { readonly scope: OrganisationScope; readonly record: ContactRecord },
  {
    facts,
    useCase,
    fields,
  }: { readonly facts: ContactFacts; readonly useCase: AuditedChange['useCase']; readonly fields: readonly string[] },
): Promise<Result<Contact>> {
  const { scope, record } = contact;
  const problems = contactProblems(facts);
  if (problems.length > 0) return refuseInput(problems);
  const updated = await updateContactRecord(work.tx, scope, { id: record.id, facts, expectedVersion: work.expectedVersion, now: work.now });
  if (updated === null) return refuse(stale);
  await audit(work, { useCase, office: scope.office, subjects: [scope.organisationId, record.id], fields });
  return ok(showContact(updated));
}

/** Sets the fields that are given; the others stay. */
export async function updateContact(work: Work, input: Asked<'updateContact'>): Promise<Result<Contact>> {
  const contact = await openContact(work, input);
  if (!contact.ok) return contact;
  const { organisationId: _organisation, contactId: _contact, ...change } = input;
  const { record } = contact.value;
  const facts = withGiven<ContactFacts>(record, change);
  return save(work, contact.value, { facts, useCase: 'update-contact', fields: Object.keys(change) });
}

/** Says which day was the person's last in the post; the contact stays on record. */
export async function endContact(work: Work, input: Asked<'endContact'>): Promise<Result<Contact>> {
  const contact = await openContact(work, input);
  if (!contact.ok) return contact;
  const facts = { ...contact.value.record, toDate: input.toDate };
  return save(work, contact.value, { facts, useCase: 'end-contact', fields: ['toDate'] });
}

/** Takes the person out of the entry for good; the post and its dates stay. */
export async function eraseContact(work: Work, input: Asked<'eraseContact'>): Promise<Result<Contact>> {
  const contact = await openContact(work, input);
  if (!contact.ok) return contact;
  const fields = ['surname', 'givenName', 'title', 'languages', 'email'];
  return save(work, contact.value, { facts: erased(contact.value.record), useCase: 'erase-contact', fields });
}
