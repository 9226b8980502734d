// What offices keep of a person as a contact, under the address that they sign in with.
import type { Holder } from '#modules/accounts/api/own-data.ts';
import { forgetOwnContacts, loadOwnContacts } from '../store/contacts.ts';

/** Shows a person their contacts, and leaves of these the post and its dates when the person is erased. */
export const contactsOfPeople: Holder = { name: 'contacts', show: loadOwnContacts, forget: forgetOwnContacts };
