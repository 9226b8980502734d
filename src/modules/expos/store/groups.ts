// SQL of delegations and trading groups.
import { sql } from 'kysely';
import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { EditionId, GroupId } from '../domain/edition.ts';
import type { GroupFacts, GroupRecord } from '../domain/group.ts';
import type { GroupKind } from '../domain/roster.ts';
import type { EditionScope } from '../domain/scope.ts';
import { codeOrder } from './code-order.ts';

interface Row {
  readonly id: string;
  readonly version: number;
  readonly code: string;
  readonly kind: string;
  readonly name: unknown;
  readonly lead_office: string | null;
  readonly parent_id: string | null;
  readonly members: number;
}

const recordOf = (row: Row): GroupRecord => ({
  id: row.id as GroupId,
  version: row.version,
  code: row.code,
  kind: row.kind as GroupKind,
  name: row.name as MultilingualText,
  leadOffice: row.lead_office as OfficeId | null,
  parentId: row.parent_id as GroupId | null,
  memberCount: Number(row.members),
});

const groups = (tx: Tx, editionId: EditionId) =>
  tx
    .selectFrom('expos.participant_group as g')
    .select(['g.id', 'g.version', 'g.code', 'g.kind', 'g.name', 'g.lead_office', 'g.parent_id'])
    .select(
      sql<number>`(
        select count(*) from expos.participant p
        where p.edition_id = g.edition_id and p.group_id = g.id and p.withdrawn_at is null)`.as('members'),
    )
    .where('g.edition_id', '=', editionId);

/** By code; up to `limit` + 1, or all. Members are counted as far as the actor may see them. */
export async function listGroupRecords(
  tx: Tx,
  editionId: EditionId,
  page?: { readonly after: GroupId | null; readonly limit: number },
): Promise<readonly GroupRecord[]> {
  const after = page?.after ?? null;
  const rows = await groups(tx, editionId)
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(${codeOrder('g')}) > (select ${codeOrder('o')} from expos.participant_group o where o.edition_id = ${editionId} and o.id = ${after})`,
      ),
    )
    .orderBy(codeOrder('g'))
    .$if(page !== undefined, (query) => query.limit((page?.limit ?? 0) + 1))
    .execute();
  return rows.map(recordOf);
}

export async function findGroupRecord(tx: Tx, editionId: EditionId, id: GroupId): Promise<GroupRecord | null> {
  const row = await groups(tx, editionId).where('g.id', '=', id).executeTakeFirst();
  return row === undefined ? null : recordOf(row);
}

const columnsOf = ({ code, kind, name, leadOffice, parentId }: GroupFacts) => ({
  code,
  kind,
  name: JSON.stringify(name),
  lead_office: leadOffice,
  parent_id: parentId,
});

export async function insertGroup(tx: Tx, scope: EditionScope, { id, ...facts }: GroupFacts & { readonly id: GroupId }): Promise<void> {
  await tx
    .insertInto('expos.participant_group')
    .values({ ...columnsOf(facts), id, edition_id: scope.editionId, owner_office: scope.office })
    .execute();
}

export async function updateGroupRecord(
  tx: Tx,
  scope: EditionScope,
  { id, ...facts }: GroupFacts & { readonly id: GroupId },
): Promise<void> {
  await tx
    .updateTable('expos.participant_group')
    .set((eb) => ({ ...columnsOf(facts), version: eb('version', '+', 1) }))
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
