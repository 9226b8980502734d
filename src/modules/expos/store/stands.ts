// SQL of stands.
import { sql } from 'kysely';
import { columns, valuesOf } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { EditionId, StandId } from '../domain/edition.ts';
import type { EditionScope } from '../domain/scope.ts';
import { removing } from './faults.ts';
import type { StandFacts, StandRecord } from '../domain/stand.ts';
import { codeOrder } from './code-order.ts';

const factColumns = columns('code, hall, seats, area');
const record = [...columns('id, version'), ...factColumns];

export interface StandFilter {
  readonly editionId: EditionId;
  /** Beginning of the code, or part of the hall. */
  readonly q: string;
  readonly after: StandId | null;
  readonly limit: number;
}

/** By code; up to `limit` + 1. */
export async function listStandRecords(tx: Tx, { editionId, q, after, limit }: StandFilter): Promise<readonly StandRecord[]> {
  return tx
    .selectFrom('expos.stand')
    .select(record)
    .where('edition_id', '=', editionId)
    .$if(q !== '', (query) =>
      query.where(sql<boolean>`(starts_with(lower(code), ${q.toLowerCase()}) or strpos(lower(hall), ${q.toLowerCase()}) > 0)`),
    )
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(${codeOrder('expos.stand')}) > (select ${codeOrder('s')} from expos.stand s where s.edition_id = ${editionId} and s.id = ${after})`,
      ),
    )
    .orderBy(codeOrder('expos.stand'))
    .limit(limit + 1)
    .execute();
}

export async function listAllStands(tx: Tx, editionId: EditionId): Promise<readonly StandRecord[]> {
  return tx.selectFrom('expos.stand').select(record).where('edition_id', '=', editionId).orderBy(codeOrder('expos.stand')).execute();
}

export async function findStandRecord(tx: Tx, editionId: EditionId, id: StandId): Promise<StandRecord | null> {
  return (
    (await tx.selectFrom('expos.stand').select(record).where('edition_id', '=', editionId).where('id', '=', id).executeTakeFirst()) ?? null
  );
}

/** Whether another stand of the edition has the code. */
export async function standCodeTaken(
  tx: Tx,
  editionId: EditionId,
  { code, except }: { readonly code: string; readonly except: StandId | null },
): Promise<boolean> {
  const row = await tx
    .selectFrom('expos.stand')
    .select('id')
    .where('edition_id', '=', editionId)
    .where('code', '=', code)
    .$if(except !== null, (query) => query.where('id', '!=', except))
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertStand(tx: Tx, scope: EditionScope, { id, ...facts }: StandFacts & { readonly id: StandId }): Promise<void> {
  await tx
    .insertInto('expos.stand')
    .values({ edition_id: scope.editionId, id, owner_office: scope.office, ...valuesOf(factColumns, facts) })
    .execute();
}

export async function updateStandRecord(
  tx: Tx,
  scope: EditionScope,
  { id, ...facts }: StandFacts & { readonly id: StandId },
): Promise<void> {
  await tx
    .updateTable('expos.stand')
    .set((eb) => ({ ...valuesOf(factColumns, facts), version: eb('version', '+', 1) }))
    .where('edition_id', '=', scope.editionId)
    .where('id', '=', id)
    .execute();
}

/** Participants that stand there, the withdrawn ones included. */
export async function countAtStand(tx: Tx, editionId: EditionId, id: StandId): Promise<number> {
  const { count } = await tx
    .selectFrom('expos.participant')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('edition_id', '=', editionId)
    .where('stand_id', '=', id)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Deletes the stand and its place of meetings. Fails where a meeting still refers to that place. */
export async function deleteStand(tx: Tx, scope: EditionScope, id: StandId): Promise<void> {
  await removing('place', () =>
    tx.deleteFrom('expos.place').where('edition_id', '=', scope.editionId).where('stand_id', '=', id).execute(),
  );
  await tx.deleteFrom('expos.stand').where('edition_id', '=', scope.editionId).where('id', '=', id).execute();
}
