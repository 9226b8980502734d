// SQL of interpreters and when they are away.
import { sql } from 'kysely';
import { milliseconds } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { EditionId, InterpreterId } from '../domain/edition.ts';
import type { InterpreterContact } from '../domain/roster.ts';
import type { InterpreterFacts, InterpreterRecord } from '../domain/interpreter.ts';
import type { SaidOfSlot, TimeOfSlot } from '../domain/own-side.ts';
import type { EditionScope } from '../domain/scope.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { absencesOf, saidAwayIn, writeAbsences } from './absences.ts';
import { removing } from './faults.ts';

const contactOf = sql<InterpreterContact | null>`(
  select json_build_object('surname', c.surname, 'givenName', c.given_name, 'nameOrder', c.name_order, 'email', c.email, 'phone', c.phone)
  from expos.interpreter_contact c where c.edition_id = i.edition_id and c.interpreter_id = i.id)`;

const interpreters = (tx: Tx, editionId: EditionId) =>
  tx
    .selectFrom('expos.interpreter as i')
    .select(['i.id', 'i.version', 'i.name', 'i.languages', 'i.owner_office as organiser', 'i.office_id as officeId'])
    .select(['i.longest_minutes as longestMinutes', 'i.rest_minutes as restMinutes', 'i.times_said_at as timesSaidAt'])
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
  await writeInterpreterContact(tx, scope, id, contact);
}

/** Sets how an interpreter is reached; null leaves nothing. */
export async function writeInterpreterContact(
  tx: Tx,
  { editionId, office }: EditionScope,
  id: InterpreterId,
  contact: InterpreterContact | null,
): Promise<void> {
  if (contact === null) {
    await tx.deleteFrom('expos.interpreter_contact').where('edition_id', '=', editionId).where('interpreter_id', '=', id).execute();
    return;
  }
  const { surname, givenName: given_name, nameOrder: name_order, email, phone } = contact;
  const said = { surname, given_name, name_order, email, phone };
  await tx
    .insertInto('expos.interpreter_contact')
    .values({ edition_id: editionId, interpreter_id: id, owner_office: office, ...said })
    .onConflict((conflict) => conflict.columns(['edition_id', 'interpreter_id']).doUpdateSet(said))
    .execute();
}

/** Fails where a meeting still refers to the interpreter. */
export async function deleteInterpreter(tx: Tx, scope: EditionScope, id: InterpreterId): Promise<void> {
  await removing('interpreter', () =>
    tx.deleteFrom('expos.interpreter').where('edition_id', '=', scope.editionId).where('id', '=', id).execute(),
  );
}

/** Interpreters whose office is one of these, as far as they themselves see it: of which edition and organiser. */
export async function listInterpretersOf(
  tx: Tx,
  offices: readonly OfficeId[],
): Promise<readonly { readonly id: InterpreterId; readonly editionId: EditionId; readonly organiser: OfficeId }[]> {
  if (offices.length === 0) return [];
  return tx
    .selectFrom('expos.interpreter')
    .select(['id', 'edition_id as editionId', 'owner_office as organiser'])
    .where('office_id', 'in', [...offices])
    .orderBy('id')
    .limit(200)
    .execute();
}

/** Every slot with what an interpreter says of it. */
export async function loadInterpreterTimes(tx: Tx, editionId: EditionId, id: InterpreterId): Promise<readonly TimeOfSlot[]> {
  const { rows } = await sql<TimeOfSlot>`
    select s.id, ${milliseconds('s.starts_at')} as start, ${milliseconds('s.ends_at')} as end, t.says, exists (
      select 1 from expos.interpreter_unavailable u where u.edition_id = s.edition_id and u.interpreter_id = ${id} and u.starts_at < s.ends_at and u.ends_at > s.starts_at) as away
    from expos.slot s left join expos.interpreter_said_time t on t.edition_id = s.edition_id and t.slot_id = s.id and t.interpreter_id = ${id}
    where s.edition_id = ${editionId} order by s.starts_at`.execute(tx);
  return rows;
}

/** Sets all that an interpreter says of the slots, and that they have. */
export async function writeInterpreterTimes(
  tx: Tx,
  { editionId, office }: EditionScope,
  { id, said, now }: { readonly id: InterpreterId; readonly said: readonly SaidOfSlot[]; readonly now: Date },
): Promise<void> {
  await sql`delete from expos.interpreter_said_time where edition_id = ${editionId} and interpreter_id = ${id}`.execute(tx);
  await sql`
    insert into expos.interpreter_said_time (edition_id, interpreter_id, slot_id, owner_office, says)
    select ${editionId}::uuid, ${id}::uuid, s.id, ${office}::uuid, r.says
    from jsonb_to_recordset(${JSON.stringify(said)}::jsonb) as r("slotId" uuid, says text)
    join expos.slot s on s.edition_id = ${editionId} and s.id = r."slotId"
    on conflict (edition_id, interpreter_id, slot_id) do update set says = excluded.says`.execute(tx);
  await tx
    .updateTable('expos.interpreter')
    .set((eb) => ({ times_said_at: now.toISOString(), version: eb('version', '+', 1) }))
    .where('edition_id', '=', editionId)
    .where('id', '=', id)
    .execute();
}

/** No letter goes to this interpreter any more. */
export async function writeNoInterpreterLetters(tx: Tx, { editionId }: EditionScope, id: InterpreterId, now: Date): Promise<void> {
  await tx
    .updateTable('expos.interpreter')
    .set({ letters_stopped_at: now.toISOString() })
    .where('edition_id', '=', editionId)
    .where('id', '=', id)
    .execute();
}
