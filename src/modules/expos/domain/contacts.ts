// The contacts of a participant: what one has to say at least, and how a phone is written.
import type { ContactPerson } from './roster.ts';

/** A phone as people write it: digits with what parts them, an extension behind. */
export const phonePattern = /^\+?[0-9(][0-9 ()./-]{1,28}[0-9)](?: ?(?:ext\.?|x|转) ?[0-9]{1,6})?$/u;

/** An address of e-mail, by the same rule in files, forms and the API. */
export const emailPattern = /^(?!\.)(?!.*\.\.)[A-Za-z0-9_'+\-.]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/;

/** Whether somebody can be found by it. */
export const saysWho = ({ surname, email, phone }: Pick<ContactPerson, 'surname' | 'email' | 'phone'>): boolean =>
  surname !== '' || email !== null || phone !== null;
