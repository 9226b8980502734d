// SQL of delegations and trading groups.
import { sql } from 'kysely';
import { columns, valuesOf } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { EditionId, GroupId } from '../domain/edition.ts';
import type { GroupFacts, GroupRecord } from '../domain/group.ts';
import type { EditionScope } from '../domain/scope.ts';
import { codeOrder } from './code-order.ts';

const factColumns = columns('code, kind, name, lead_office, parent_id');

const groups = (tx: Tx, editionId: EditionId) =>
  tx
    .selectFrom('expos.participant_group as g')
    .select(columns('g.id, g.version, g.code, g.kind, g.name, g.lead_office, g.parent_id'))
    .select(
      sql<number>`(
        select count(*) from expos.participant p
        where p.edition_id = g.edition_id and p.group_id = g.id and p.withdrawn_at is null)`.as('memberCount'),
    )
    .where('g.edition_id', '=', editionId);

/** By code; up to `limit` + 1, or all. Members are counted as far as the actor may see them. */
export async function listGroupRecords(
  tx: Tx,
  editionId: EditionId,
  page?: { readonly after: GroupId | null; readonly limit: number },
): Promise<readonly GroupRecord[]> {
  const after = page?.after ?? null;
  return groups(tx, editionId)
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(${codeOrder('g')}) > (select ${codeOrder('o')} from expos.participant_group o where o.edition_id = ${editionId} and o.id = ${after})`,
      ),
    )
    .orderBy(codeOrder('g'))
    .$if(page !== undefined, (query) => query.limit((page?.limit ?? 0) + 1))
    .execute();
}

export async function findGroupRecord(tx: Tx, editionId: EditionId, id: GroupId): Promise<GroupRecord | null> {
  return (await groups(tx, editionId).where('g.id', '=', id).executeTakeFirst()) ?? null;
}

export async function insertGroup(tx: Tx, scope: EditionScope, { id, ...facts }: GroupFacts & { readonly id: GroupId }): Promise<void> {
  await tx
    .insertInto('expos.participant_group')
    .values({ ...valuesOf(factColumns, facts), id, edition_id: scope.editionId, owner_office: scope.office })
    .execute();
}

export async function updateGroupRecord(
  tx: Tx,
  scope: EditionScope,
  { id, ...facts }: GroupFacts & { readonly id: GroupId },
): Promise<void> {
  await tx
    .updateTable('expos.participant_group')
    .set((eb) => ({ ...valuesOf(factColumns, facts), version: eb('version', '+', 1) }))
    .where('edition_id', '=', scope.editionId)
    .where('id', '=', id)
    .execute();
}

/** Participants of the group, the withdrawn ones included. */
export async function countInGroup(tx: Tx, editionId: EditionId, id: GroupId): Promise<number> {
  const { count } = await tx
    .selectFrom('expos.participant')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('edition_id', '=', editionId)
    .where('group_id', '=', id)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function deleteGroup(tx: Tx, scope: EditionScope, id: GroupId): Promise<void> {
  await tx.deleteFrom('expos.participant_group').where('edition_id', '=', scope.editionId).where('id', '=', id).execute();
}
