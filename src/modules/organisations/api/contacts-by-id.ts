// Which organisation a contact is of: modules above point to contacts by their ids.
import type { Work } from '#platform/work.ts';
import type { OrganisationId } from '../domain/organisation.ts';
import { organisationsOfContacts } from '../store/contacts.ts';

/** The organisations of contacts; those that the actor may not see are left out. */
export const contactsById = ({ tx }: Work, ids: readonly string[]): Promise<ReadonlyMap<string, OrganisationId>> =>
  organisationsOfContacts(tx, ids);
