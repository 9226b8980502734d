// SQL of interpreters and when they are away.
import { sql } from 'kysely';
import type { Tx } from '#platform/postgres/database.ts';
import type { EditionId, InterpreterId } from '../domain/edition.ts';
import type { InterpreterContact } from '../domain/roster.ts';
import type { InterpreterFacts, InterpreterRecord } from '../domain/interpreter.ts';
import type { EditionScope } from '../domain/scope.ts';
import { absencesOf, saidAwayIn, writeAbsences } from './absences.ts';
import { contactsOf, listOf, writeContacts } from './contacts.ts';
import { removing } from './faults.ts';

const contactOf = sql<InterpreterContact | null>`(
  select json_build_object('surname', c.surname, 'givenName', c.given_name, 'nameOrder', c.name_order, 'email', c.email, 'phone', c.phone)
  from expos.contact c where c.edition_id = i.edition_id and c.addressee_id = i.id and c.number = 1)`;

const interpreters = (tx: Tx, editionId: EditionId) =>
  tx
    .selectFrom('expos.interpreter as i')
    .leftJoin('expos.addressee as a', (join) => join.onRef('a.edition_id', '=', 'i.edition_id').onRef('a.id', '=', 'i.id'))
    .select(['i.id', 'i.version', 'i.name', 'i.languages', 'i.owner_office as organiser', 'a.office_id as officeId'])
    .select(['i.longest_minutes as longestMinutes', 'i.rest_minutes as restMinutes', 'a.said_at as timesSaidAt'])
    .select([absencesOf('i').as('unavailable'), saidAwayIn('i').as('saidAway'), contactOf.as('contact')])
    .where('i.edition_id', '=', editionId);

/** By name; up to `limit` + 1. Absences only for those who may see them. */
export async function listInterpreterRecords(
  tx: Tx,
  editionId: EditionId,
  { after, limit }: { readonly after: InterpreterId | null; readonly limit: number },
): Promise<readonly InterpreterRecord[]> {
  return interpreters(tx, editionId)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`i.name > (select o.name from expos.interpreter o where o.edition_id = ${editionId} and o.id = ${after})`),
    )
    .orderBy('i.name')
    .limit(limit + 1)
    .execute();
}

export async function findInterpreterRecord(tx: Tx, editionId: EditionId, id: InterpreterId): Promise<InterpreterRecord | null> {
  return (await interpreters(tx, editionId).where('i.id', '=', id).executeTakeFirst()) ?? null;
}

export async function interpreterNameTaken(
  tx: Tx,
  editionId: EditionId,
  { name, except }: { readonly name: string; readonly except: InterpreterId | null },
): Promise<boolean> {
  const row = await tx
    .selectFrom('expos.interpreter')
    .select('id')
    .where('edition_id', '=', editionId)
    .where('name', '=', name)
    .$if(except !== null, (query) => query.where('id', '!=', except))
    .executeTakeFirst();
  return row !== undefined;
}

/** Inserts the interpreter, or sets all its facts. */
export async function saveInterpreter(
  tx: Tx,
  scope: EditionScope,
  { id, name, languages, unavailable, longestMinutes, restMinutes, contact }: InterpreterFacts & { readonly id: InterpreterId },
  newId: () => string,
): Promise<void> {
  const { editionId, office } = scope;
  await tx
    .insertInto('expos.interpreter')
    .values({
      edition_id: editionId,
      id,
      owner_office: office,
      name,
      languages: [...languages],
      longest_minutes: longestMinutes,
      rest_minutes: restMinutes,
    })
    .onConflict((conflict) =>
      conflict.columns(['edition_id', 'id']).doUpdateSet((eb) => ({
        name: eb.ref('excluded.name'),
        languages: eb.ref('excluded.languages'),
        longest_minutes: eb.ref('excluded.longest_minutes'),
        rest_minutes: eb.ref('excluded.rest_minutes'),
        version: eb('expos.interpreter.version', '+', 1),
      })),
    )
    .execute();
  await writeAbsences(tx, scope, 'i', { only: id, absences: unavailable.map((absence) => ({ ...absence, of: id })), newId });
  await writeContacts(tx, scope, { only: [id], contacts: contactsOf([{ id, contacts: listOf(contact) }]), newId });
}

/** Fails where a meeting still refers to the interpreter. */
export async function deleteInterpreter(tx: Tx, scope: EditionScope, id: InterpreterId): Promise<void> {
  await removing('interpreter', () =>
    tx.deleteFrom('expos.interpreter').where('edition_id', '=', scope.editionId).where('id', '=', id).execute(),
  );
}
