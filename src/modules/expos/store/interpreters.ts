// SQL of interpreters and when they are away.
import { sql } from 'kysely';
import type { Tx } from '#platform/postgres/database.ts';
import { insertRows } from '#platform/postgres/insert-rows.ts';
import type { Work } from '#platform/work.ts';
import type { EditionId, InterpreterId } from '../domain/edition.ts';
import type { InterpreterFacts, InterpreterRecord } from '../domain/interpreter.ts';
import type { Absence } from '../domain/roster.ts';
import type { EditionScope } from '../domain/scope.ts';
import { removing } from './faults.ts';

const interpreters = (tx: Tx, editionId: EditionId) =>
  tx
    .selectFrom('expos.interpreter as i')
    .select(['i.id', 'i.version', 'i.name', 'i.languages'])
    .select(
      sql<Absence[]>`(
        select coalesce(jsonb_agg(jsonb_build_object(
          'start', (extract(epoch from u.starts_at) * 1000)::bigint, 'end', (extract(epoch from u.ends_at) * 1000)::bigint, 'reason', u.reason)
          order by u.starts_at, u.ends_at, u.id), '[]')
        from expos.interpreter_unavailable u where u.edition_id = i.edition_id and u.interpreter_id = i.id)`.as('unavailable'),
    )
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
  { id, name, languages, unavailable }: InterpreterFacts & { readonly id: InterpreterId },
  newId: Work['newId'],
): Promise<void> {
  const { editionId, office } = scope;
  await tx
    .insertInto('expos.interpreter')
    .values({ edition_id: editionId, id, owner_office: office, name, languages: [...languages] })
    .onConflict((conflict) =>
      conflict.columns(['edition_id', 'id']).doUpdateSet((eb) => ({
        name: eb.ref('excluded.name'),
        languages: eb.ref('excluded.languages'),
        version: eb('expos.interpreter.version', '+', 1),
      })),
    )
    .execute();
  await tx.deleteFrom('expos.interpreter_unavailable').where('edition_id', '=', editionId).where('interpreter_id', '=', id).execute();
  await insertRows(
    tx,
    'expos.interpreter_unavailable',
    unavailable.map(({ start, end, reason }) => ({
      edition_id: editionId,
      id: newId<'InterpreterUnavailable'>(),
      interpreter_id: id,
      owner_office: office,
      starts_at: new Date(start),
      ends_at: new Date(end),
      reason,
    })),
  );
}

/** Fails where a meeting still refers to the interpreter. */
export async function deleteInterpreter(tx: Tx, scope: EditionScope, id: InterpreterId): Promise<void> {
  await removing('interpreter', () =>
    tx.deleteFrom('expos.interpreter').where('edition_id', '=', scope.editionId).where('id', '=', id).execute(),
  );
}
