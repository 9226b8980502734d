// How a person is called.
import type { Contact } from '../contract.ts';

/** A person's name in the order in which they write it; Chinese names without a space. */
export function personName({ surname, givenName, nameOrder }: Pick<Contact, 'surname' | 'givenName' | 'nameOrder'>): string {
  const gap = /\p{Script=Han}/u.test(surname + givenName) ? '' : ' ';
  const parts = nameOrder === 'surname_first' ? [surname, givenName] : [givenName, surname];
  return parts.filter((part) => part !== '').join(gap);
}
