// SQL of the contacts of participants.
import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '#platform/postgres/database.ts';
import type { ParticipantId } from '../domain/edition.ts';
import type { ContactPerson } from '../domain/roster.ts';
import type { EditionScope } from '../domain/scope.ts';

const inOrder = sql`json_agg(json_build_object('surname', c.surname, 'givenName', c.given_name, 'nameOrder', c.name_order, 'post', c.post,
  'email', c.email, 'phone', c.phone, 'languages', c.languages) order by c.number)`;

/** The contacts of the participant `p`, the first first. */
export const contactsIn: RawBuilder<ContactPerson[]> = sql`(
  select coalesce(${inOrder}, '[]') from expos.participant_contact c where c.edition_id = p.edition_id and c.participant_id = p.id)`;

/** The same of all participants of the edition `e` at once: the lists of those who have any, by `participant_id`. */
export const contactsInAll = sql`(
  select c.participant_id, ${inOrder} as listed from expos.participant_contact c where c.edition_id = e.id group by c.participant_id)`;

interface NumberedContact extends ContactPerson {
  readonly of: ParticipantId;
  readonly number: number;
}

/** The contacts of participants with their places in each list. */
export const contactsOf = (
  participants: readonly { readonly id: ParticipantId; readonly contacts: readonly ContactPerson[] }[],
): readonly NumberedContact[] =>
  participants.flatMap(({ id, contacts }) => contacts.map((contact, at) => ({ ...contact, of: id, number: at + 1 })));

/** Sets all contacts of one participant, or of these participants of the edition (those who withdrew keep theirs). */
export async function writeContacts(
  tx: Tx,
  { editionId, office }: EditionScope,
  {
    only,
    contacts,
    newId,
  }: { readonly only: readonly ParticipantId[]; readonly contacts: readonly NumberedContact[]; readonly newId: () => string },
): Promise<void> {
  await sql`delete from expos.participant_contact where edition_id = ${editionId} and participant_id = any (${[...only]}::uuid[])`.execute(
    tx,
  );
  if (contacts.length === 0) return;
  const rows = contacts.map(({ givenName, nameOrder, ...contact }) => ({
    ...contact,
    id: newId(),
    given_name: givenName,
    name_order: nameOrder,
  }));
  await sql`
    insert into expos.participant_contact (edition_id, id, participant_id, owner_office, number, surname, given_name, name_order, post, email, phone, languages)
    select ${editionId}::uuid, id, "of", ${office}::uuid, number, surname, given_name, name_order, post, email, phone,
      array(select jsonb_array_elements_text(languages))
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "of" uuid, number int, surname text, given_name text, name_order text,
      post text, email text, phone text, languages jsonb)`.execute(tx);
}
