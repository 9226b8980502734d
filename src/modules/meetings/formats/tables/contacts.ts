// Contacts of a file: of each participant the first in its own row, further ones in a sheet of theirs.
import { countryOf, languagesOf } from '#reading/names-of-codes.ts';
import type { EditionFile, FileContact, FileTableName } from '../../domain/file/edition-file.ts';
import { partedSurely } from '#modules/organisations/domain/person-name.ts';
import type { Row } from './row.ts';
import { nameOrderWords } from './words.ts';

const HAN = /\p{Script=Han}/u;
const fields: readonly string[] = ['surname', 'givenName', 'post', 'email', 'phone', 'contactLanguages'];
const saysContact = (row: Row): boolean => fields.some((field) => row.has(field));

/** A name in Chinese characters stands with the surname first unless the row says otherwise. */
export const orderOfName = (row: Row, surname: string): FileContact['nameOrder'] =>
  row.word('nameOrder', nameOrderWords, HAN.test(surname) ? 'surname_first' : 'given_first');

/** The addresses of a cell: several where each part of it is one, else the text itself, for the check to tell. */
function emailsIn(row: Row): readonly string[] {
  if (!row.has('email')) return [];
  const text = row.text('email').normalize('NFKC');
  const parts = text
    .split(/[\s;,、/|]+/u)
    .map((part) => part.replace(/^mailto:/i, ''))
    .filter((part) => part !== '');
  return parts.length > 1 && parts.every((part) => /^[^@]+@[^@]+\.[^@]+$/u.test(part)) ? parts : [text.replace(/^mailto:/i, '')];
}

export const emailIn = (row: Row): string | null => emailsIn(row)[0] ?? null;

export const phoneIn = (row: Row): string | null => (row.has('phone') ? row.text('phone').normalize('NFKC').replace(/\s+/g, ' ') : null);

const isWhole = ({ sheet }: Row): boolean => !sheet.columns.some(({ field }) => field === 'givenName');

/** A name that stands whole in one column is parted where that leaves no doubt; else it stays whole. In Japan what looks like a Chinese surname is half of one. */
function nameIn(row: Row): Pick<FileContact, 'surname' | 'givenName' | 'nameOrder'> {
  const surname = row.text('surname');
  const parted = isWhole(row) && !row.has('nameOrder') && countryOf(row.text('country')) !== 'JP' ? partedSurely(surname) : null;
  if (parted !== null) return { surname: parted.surname, givenName: parted.givenName, nameOrder: parted.nameOrder };
  return { surname, givenName: row.text('givenName'), nameOrder: orderOfName(row, surname) };
}

/** The contact of a row. */
function readContact(row: Row, participant: string): FileContact {
  return {
    participant,
    ...nameIn(row),
    post: row.text('post'),
    email: emailIn(row),
    phone: phoneIn(row),
    languages: row.has('contactLanguages') ? [...languagesOf(row.text('contactLanguages'))] : [],
  };
}

/** Whoever is reached by the further addresses of a row: of them nothing else is known. */
const furtherOf = (row: Row, participant: string): readonly FileContact[] =>
  emailsIn(row)
    .slice(1)
    .map((email) => ({
      participant,
      email,
      surname: '',
      givenName: '',
      nameOrder: orderOfName(row, ''),
      post: '',
      phone: null,
      languages: [],
    }));

interface ContactRead {
  readonly contact: FileContact;
  /** Absent of those who stand in no row of the file and stay as they are. */
  readonly row?: Row;
}

interface ContactsContext {
  readonly participants: EditionFile['participants'] | undefined;
  readonly existing: EditionFile;
  readonly adding: boolean;
  readonly find: (text: string) => string;
}

/**
 * Contacts by participant, in the order of the file; one that is said twice, word for word, is taken once. Null where the file says nothing
 * of contacts. Columns of participants speak of the first alone: without a sheet of contacts the further ones on record stay.
 */
export function readContacts(
  rows: ReadonlyMap<FileTableName, readonly Row[]>,
  { participants = [], existing, adding, find }: ContactsContext,
): readonly ContactRead[] | null {
  const people = rows.get('participants') ?? [];
  const own = rows.get('contacts');
  const hasColumns = people.some((row) => row.sheet.columns.some(({ field }) => field !== null && fields.includes(field)));
  if (own === undefined && !hasColumns) return null;
  const read = (row: Row, participant: string): readonly ContactRead[] =>
    [readContact(row, participant), ...furtherOf(row, participant)].map((contact) => ({ row, contact }));
  const first = people.flatMap((row, at) => (saysContact(row) ? read(row, participants[at]?.code ?? '') : []));
  const codes = new Map((participants.length > 0 ? participants : existing.participants).map(({ code }, at) => [code, at]));
  const further =
    own?.flatMap((row) => read(row, find(row.text('participant')))) ??
    (adding ? [] : furtherOnRecord(existing.contacts).filter(({ contact }) => codes.has(contact.participant)));
  const said = new Set<string>();
  const once = [...first, ...further].filter(({ contact }) => {
    const words = JSON.stringify(contact);
    const again = said.has(words);
    said.add(words);
    return !again;
  });
  const placeOf = ({ contact }: ContactRead): number => codes.get(contact.participant) ?? codes.size;
  return once.toSorted((a, b) => placeOf(a) - placeOf(b));
}

function furtherOnRecord(contacts: readonly FileContact[]): readonly ContactRead[] {
  const seen = new Set<string>();
  return contacts.flatMap((contact) => {
    const isFirst = !seen.has(contact.participant);
    seen.add(contact.participant);
    return isFirst ? [] : [{ contact }];
  });
}
