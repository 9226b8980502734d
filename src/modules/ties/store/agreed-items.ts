// SQL of what agreements foresee, and of what each side says of it.
import { sql, type RawBuilder, type Updateable } from 'kysely';
import type { OfficeId } from '#kernel/ids.ts';
import { columns, valuesOf } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { queryOf, queryOfIds, type From } from '#platform/postgres/query.ts';
import type { DB } from '#platform/postgres/schema.ts';
import { read } from '#platform/postgres/read.ts';
import type { AgreedItemId, AgreementId } from '../domain/happenings.ts';
import type { BegunFrom } from '../domain/match.ts';
import type { AgreedItem, Agreement, ItemFacts, SaidState } from '../domain/records.ts';
import type { RegisterScope } from '../domain/scope.ts';
import type { TieId } from '../domain/tie.ts';
import { begunColumns } from './begun.ts';
import type { AudienceOfRows } from './owned-rows.ts';

/** Sets who may see the items, and what the office says of them with them. */
export async function openItems(
  tx: Tx,
  scope: RegisterScope,
  { ids, ...audience }: AudienceOfRows & { readonly ids: readonly AgreedItemId[] },
): Promise<void> {
  for (const id of ids) await changeItem(tx, scope, { id, version: null, set: seenBy(audience) });
  await openStates(tx, scope, ids, audience);
}

/** Sets who may see one item, with what the office says of it; `withdrawnAt`: it is withdrawn. False where the version is another one. */
export async function closeOrOpenItem(
  tx: Tx,
  scope: RegisterScope,
  { id, version, withdrawnAt = null, ...audience }: AudienceOfRows & Seen & { readonly withdrawnAt?: Date | null },
): Promise<boolean> {
  const set = { ...seenBy(audience), withdrawn_at: withdrawnAt?.toISOString() ?? null };
  if (!(await changeItem(tx, scope, { id, version, set }))) return false;
  await openStates(tx, scope, [id], audience);
  return true;
}

interface Seen {
  readonly id: AgreedItemId;
  /** null: any. */
  readonly version: number | null;
}

const seenBy = ({ visibility, sharedWith }: AudienceOfRows) => ({ visibility, shared_with: sharedWith });

async function openStates(tx: Tx, scope: RegisterScope, ids: readonly AgreedItemId[], audience: AudienceOfRows): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('ties.item_state')
    .set(seenBy(audience))
    .where('item_id', 'in', [...ids])
    .where('owner_office', '=', scope.office)
    .execute();
}

/** Sets columns of an item that stands, and counts the change; false where the version is another one. */
async function changeItem(
  tx: Tx,
  scope: RegisterScope,
  { id, version, set }: Seen & { readonly set: Updateable<DB['ties.agreed_item']> },
): Promise<boolean> {
  const row = await tx
    .updateTable('ties.agreed_item')
    .set({ ...set, version: sql`version + 1` })
    .where('id', '=', id)
    .where('owner_office', '=', scope.office)
    .where('withdrawn_at', 'is', null)
    .$if(version !== null, (q) => q.where('version', '=', version))
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

const factColumns = columns('text, domain, a_owner, b_owner, due');

/** Items of the agreements with what is said of their state, in order of number. */
export const loadItems = (tx: Tx, agreements: readonly AgreementId[]): Promise<readonly AgreedItem[]> =>
  agreements.length === 0 ? Promise.resolve([]) : itemsBy(tx, itemsOfAgreements(agreements), statesOfAgreements(agreements));

/** The same of all agreements of the ties. */
export const loadItemsOfTies = (tx: Tx, ties: readonly TieId[]): Promise<readonly AgreedItem[]> =>
  itemsBy(tx, itemsOfTies(ties), statesOfTies(ties));

const selectItems = (from: From, agreements: RawBuilder<unknown>) =>
  from
    .selectFrom('ties.agreed_item')
    .select([...columns('id, agreement_id, visibility, shared_with, number, version, entered_at, carried_from'), ...factColumns])
    .where('withdrawn_at', 'is', null)
    .where(sql<boolean>`agreement_id in (${agreements})`)
    .orderBy('agreement_id')
    .orderBy('number');
const selectStates = (from: From, agreements: RawBuilder<unknown>) =>
  from
    .selectFrom('ties.item_state')
    .select(columns('item_id, owner_office as office, state, said_at as at, source_id, document_id'))
    .where(sql<boolean>`item_id in (select id from ties.agreed_item where agreement_id in (${agreements}))`)
    .orderBy('said_at');
const these = (ids: readonly AgreementId[]) => sql`select unnest(${ids}::uuid[])`;
const ofTies = (ties: readonly TieId[]) => sql`select id from ties.agreement where tie_id = any (${ties}::uuid[])`;
const itemsOfAgreements = queryOf((from, ids: readonly AgreementId[]) => selectItems(from, these(ids)));
const statesOfAgreements = queryOf((from, ids: readonly AgreementId[]) => selectStates(from, these(ids)));
const itemsOfTies = queryOf((from, ties: readonly TieId[]) => selectItems(from, ofTies(ties)));
const statesOfTies = queryOf((from, ties: readonly TieId[]) => selectStates(from, ofTies(ties)));

async function itemsBy(
  tx: Tx,
  items: ReturnType<typeof itemsOfTies>,
  said: ReturnType<typeof statesOfTies>,
): Promise<readonly AgreedItem[]> {
  const [rows, states] = await Promise.all([read(tx, items), read(tx, said)]);
  const ofItem = Map.groupBy(states, ({ itemId }) => itemId);
  return rows.map((row) => ({
    ...row,
    enteredAt: new Date(row.enteredAt).toISOString(),
    states: (ofItem.get(row.id) ?? []).map(({ itemId: _, at, ...said }) => ({ ...said, at: new Date(at).toISOString() })),
  }));
}

/** Which of the items the actor may see. */
export async function visibleItems(tx: Tx, ids: readonly AgreedItemId[]): Promise<ReadonlySet<AgreedItemId>> {
  const rows = await read(tx, seenAmong(ids));
  return new Set(rows.map(({ id }) => id));
}

const seenAmong = queryOfIds((from, ids: readonly AgreedItemId[]) =>
  from
    .selectFrom('ties.agreed_item')
    .select('id')
    .where('withdrawn_at', 'is', null)
    .where(sql<boolean>`id = any (${ids}::uuid[])`),
);

/** Items by id as far as they are an office's own, in the order of their numbers. */
export async function ownItems(tx: Tx, office: OfficeId, ids: readonly AgreedItemId[]): Promise<readonly AgreedItem[]> {
  const rows = await tx
    .selectFrom('ties.agreed_item')
    .select(['id', 'agreement_id'])
    .where('id', 'in', [...ids])
    .where('owner_office', '=', office)
    .execute();
  const items = await loadItems(tx, [...new Set(rows.map((row) => row.agreement_id))]);
  return items.filter(({ id }) => rows.some((row) => row.id === id));
}

/** Those of the items that have been taken over into the agreement already. */
export async function carriedInto(tx: Tx, agreement: AgreementId): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('ties.agreed_item')
    .select('carried_from')
    .where('agreement_id', '=', agreement)
    .where('carried_from', 'is not', null)
    .where('withdrawn_at', 'is', null)
    .execute();
  return new Set(rows.flatMap(({ carried_from: from }) => from ?? []));
}

/** Those of the items with which a later agreement goes on. */
export async function carriedFurther(tx: Tx, ids: readonly AgreedItemId[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .selectFrom('ties.agreed_item')
    .select('carried_from')
    .where('carried_from', 'in', [...ids])
    .where('withdrawn_at', 'is', null)
    .execute();
  return new Set(rows.flatMap(({ carried_from: from }) => from ?? []));
}

/** Takes items of the office away again, as nobody has said anything of them. */
export async function deleteItems(tx: Tx, scope: RegisterScope, ids: readonly AgreedItemId[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .deleteFrom('ties.agreed_item')
    .where('id', 'in', [...ids])
    .where('owner_office', '=', scope.office)
    .execute();
}

/** The agreement an item belongs to. */
export async function agreementOfItem(tx: Tx, id: AgreedItemId): Promise<AgreementId | null> {
  const row = await tx
    .selectFrom('ties.agreed_item')
    .select('agreement_id')
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return row?.agreement_id ?? null;
}

/** Adds an item with the next number; it is its office's own until it is shown to the readers of its agreement. */
export async function insertItem(
  tx: Tx,
  scope: RegisterScope,
  item: {
    readonly id: AgreedItemId;
    readonly agreement: Agreement;
    readonly facts: ItemFacts;
    readonly carriedFrom?: AgreedItemId;
    readonly begunFrom?: BegunFrom | undefined;
  },
): Promise<void> {
  const { id, agreement, facts, carriedFrom = null, begunFrom } = item;
  await tx
    .insertInto('ties.agreed_item')
    .values({
      id,
      agreement_id: agreement.id,
      owner_office: scope.office,
      number: sql`(select coalesce(max(number), 0) + 1 from ties.agreed_item where agreement_id = ${agreement.id})`,
      carried_from: carriedFrom,
      ...begunColumns(begunFrom),
      ...valuesOf(factColumns, facts),
    })
    .execute();
}

/** Writes an item; false where the version is another one. */
export const updateItem = (tx: Tx, scope: RegisterScope, { facts, ...seen }: Seen & { readonly facts: ItemFacts }): Promise<boolean> =>
  changeItem(tx, scope, { ...seen, set: valuesOf(factColumns, facts) });

/** One side's word about the state of an item, in place of its word before. */
export async function saveItemState(
  tx: Tx,
  scope: RegisterScope,
  said: { readonly itemId: AgreedItemId; readonly now: Date } & Pick<SaidState, 'state' | 'sourceId' | 'documentId'> & AudienceOfRows,
): Promise<void> {
  const values = {
    ...{ state: said.state, said_at: said.now.toISOString(), source_id: said.sourceId, document_id: said.documentId },
    ...{ visibility: said.visibility, shared_with: said.sharedWith },
  };
  await tx
    .insertInto('ties.item_state')
    .values({ item_id: said.itemId, owner_office: scope.office, ...values })
    .onConflict((conflict) =>
      conflict.columns(['item_id', 'owner_office']).doUpdateSet({
        ...values,
        former_state: sql`item_state.state`,
        former_at: sql`item_state.said_at`,
      }),
    )
    .execute();
}

/** Takes a side's last word of an item back: the one before stands again, as it was said then; where there was none, nothing stands. */
export async function takeItemStateBack(tx: Tx, scope: RegisterScope, itemId: AgreedItemId): Promise<void> {
  const restored = await tx
    .updateTable('ties.item_state')
    .set({ state: sql`former_state`, said_at: sql`former_at`, former_state: null, former_at: null })
    .where('item_id', '=', itemId)
    .where('owner_office', '=', scope.office)
    .where('former_state', 'is not', null)
    .executeTakeFirst();
  if (restored.numUpdatedRows > 0n) return;
  await tx.deleteFrom('ties.item_state').where('item_id', '=', itemId).where('owner_office', '=', scope.office).execute();
}
