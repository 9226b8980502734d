// What organisers keep of a person as a contact of a participant, under the address that they sign in with.
import type { Holder } from '#modules/accounts/api/own-data.ts';
import { forgetOwnRegistrations, loadOwnRegistrations } from '../store/registrations.ts';
import { forgetOwnContacts, loadOwnContacts } from '../store/own-contacts.ts';

/** Shows a person where they are a participant's contact, and leaves of these the post when the person is erased. */
export const participantContactsOfPeople: Holder = { name: 'contactsAtEditions', show: loadOwnContacts, forget: forgetOwnContacts };

/** The same of registrations that were made with the person's address. */
export const registrationsOfPeople: Holder = { name: 'registrations', show: loadOwnRegistrations, forget: forgetOwnRegistrations };
