// SQL of how addressees are reached: a company by several contacts, an interpreter or a speaker by one.
import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '#platform/postgres/database.ts';
import type { AddresseeId } from '../domain/addressee.ts';
import type { ContactPerson, InterpreterContact } from '../domain/roster.ts';
import type { EditionScope } from '../domain/scope.ts';

const listedWith = (
  post: RawBuilder<unknown>,
) => sql`json_agg(json_build_object('surname', c.surname, 'givenName', c.given_name, 'nameOrder', c.name_order, 'post', ${post},
  'email', c.email, 'phone', c.phone, 'languages', c.languages) order by c.number)`;

/** The contacts of the addressee `p`, the first first, with such a post each. */
export const contactsWith = (post: RawBuilder<unknown>): RawBuilder<ContactPerson[]> => sql`(
  select coalesce(${listedWith(post)}, '[]') from expos.contact c where c.edition_id = p.edition_id and c.addressee_id = p.id)`;

/** Those of the participant `p`. */
export const contactsIn = contactsWith(sql`c.post`);

/** The same of all participants of the edition `e` at once: the lists of those who have any, by `addressee_id`. */
export const contactsInAll = sql`(
  select c.addressee_id, ${listedWith(sql`c.post`)} as listed from expos.contact c where c.edition_id = e.id group by c.addressee_id)`;

interface NumberedContact extends ContactPerson {
  readonly of: AddresseeId;
  readonly number: number;
}

/** An interpreter's contact as a list, null as none. */
export const listOf = (contact: InterpreterContact | null): readonly ContactPerson[] =>
  contact === null ? [] : [{ ...contact, post: '', languages: [] }];

/** The contacts of addressees with their places in each list. */
export const contactsOf = (
  addressees: readonly { readonly id: AddresseeId; readonly contacts: readonly ContactPerson[] }[],
): readonly NumberedContact[] =>
  addressees.flatMap(({ id, contacts }) => contacts.map((contact, at) => ({ ...contact, of: id, number: at + 1 })));

/** Sets all contacts of these addressees, seen by whoever sees each. */
export async function writeContacts(
  tx: Tx,
  { editionId, office }: EditionScope,
  {
    only,
    contacts,
    newId,
  }: { readonly only: readonly AddresseeId[]; readonly contacts: readonly NumberedContact[]; readonly newId: () => string },
): Promise<void> {
  await sql`delete from expos.contact where edition_id = ${editionId} and addressee_id = any (${[...only]}::uuid[])`.execute(tx);
  if (contacts.length === 0) return;
  const rows = contacts.map(({ givenName, nameOrder, ...contact }) => ({
    ...contact,
    id: newId(),
    given_name: givenName,
    name_order: nameOrder,
  }));
  await sql`
    insert into expos.contact (edition_id, id, addressee_id, owner_office, visibility, shared_with, number, surname, given_name, name_order, post, email, phone, languages)
    select a.edition_id, r.id, a.id, ${office}::uuid, a.visibility, a.shared_with, number, surname, given_name, name_order, post, email, phone,
      array(select jsonb_array_elements_text(languages))
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "of" uuid, number int, surname text, given_name text, name_order text,
      post text, email text, phone text, languages jsonb)
    join expos.addressee a on a.edition_id = ${editionId} and a.id = r."of"`.execute(tx);
}
