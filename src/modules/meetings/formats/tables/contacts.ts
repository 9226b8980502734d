// Contacts of a file: of each participant the first in its own row, further ones in a sheet of theirs.
import { languagesOf } from '#reading/names-of-codes.ts';
import type { EditionFile, FileContact, FileTableName } from '../../domain/file/edition-file.ts';
import type { Row } from './row.ts';
import { nameOrderWords } from './words.ts';

const HAN = /\p{Script=Han}/u;
const fields: readonly string[] = ['surname', 'givenName', 'post', 'email', 'phone', 'contactLanguages'];
const saysContact = (row: Row): boolean => fields.some((field) => row.has(field));

/** A name in Chinese characters stands with the surname first unless the row says otherwise. */
export const orderOfName = (row: Row, surname: string): FileContact['nameOrder'] =>
  row.word('nameOrder', nameOrderWords, HAN.test(surname) ? 'surname_first' : 'given_first');

export const emailIn = (row: Row): string | null =>
  row.has('email')
    ? row
        .text('email')
        .normalize('NFKC')
        .replace(/^mailto:/i, '')
    : null;

export const phoneIn = (row: Row): string | null => (row.has('phone') ? row.text('phone').normalize('NFKC').replace(/\s+/g, ' ') : null);

/** The contact of a row. */
function readContact(row: Row, participant: string): FileContact {
  const surname = row.text('surname');
  return {
    participant,
    surname,
    givenName: row.text('givenName'),
    nameOrder: orderOfName(row, surname),
    post: row.text('post'),
    email: emailIn(row),
    phone: phoneIn(row),
    languages: row.has('contactLanguages') ? [...languagesOf(row.text('contactLanguages'))] : [],
  };
}

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
  const read = (row: Row, participant: string): ContactRead => ({ row, contact: readContact(row, participant) });
  const first = people.flatMap((row, at) => (saysContact(row) ? [read(row, participants[at]?.code ?? '')] : []));
  const codes = new Map((participants.length > 0 ? participants : existing.participants).map(({ code }, at) => [code, at]));
  const further =
    own?.map((row) => read(row, find(row.text('participant')))) ??
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
