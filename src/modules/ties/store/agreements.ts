// SQL of agreements, what they foresee, and what each side says of it.
import { sql } from 'kysely';
import type { FlexDate } from '#kernel/flex-date.ts';
import type { Id, OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';

import type { Tx } from '#platform/postgres/database.ts';
import type { AgreedItemId, AgreementId, AgreementKind, Domain, ItemState } from '../domain/happenings.ts';
import type { AgreedItem, Agreement, AgreementFacts, ItemFacts, Owned, Party } from '../domain/records.ts';
import type { RegisterScope } from '../domain/scope.ts';
import type { TieId } from '../domain/tie.ts';
import { ownedOf } from './owned-row.ts';

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

const columnsOf = (facts: AgreementFacts) => ({
  kind: facts.kind,
  title: JSON.stringify(facts.title),
  parties: JSON.stringify(facts.parties),
  signed_on: json(facts.signedOn),
  valid_from: json(facts.validFrom),
  valid_to: json(facts.validTo),
  source_id: facts.sourceId,
  document_id: facts.documentId,
});

/** Agreements of the ties that may be seen, in order of entry. */
export async function loadAgreements(tx: Tx, ties: readonly TieId[]): Promise<readonly Agreement[]> {
  if (ties.length === 0) return [];
  const rows = await selectAgreements(tx)
    .where('tie_id', 'in', [...ties])
    .execute();
  return rows.map(agreementOf);
}

export async function findAgreement(tx: Tx, id: AgreementId): Promise<Agreement | null> {
  const row = await selectAgreements(tx).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : agreementOf(row);
}

const selectAgreements = (tx: Tx) => tx.selectFrom('ties.agreement').selectAll().where('withdrawn_at', 'is', null).orderBy('id');

type AgreementRow = Awaited<ReturnType<ReturnType<typeof selectAgreements>['execute']>>[number];

const agreementOf = (row: AgreementRow): Agreement => ({
  id: row.id as AgreementId,
  ...ownedOf(row),
  kind: row.kind as AgreementKind,
  title: row.title as unknown as MultilingualText,
  parties: row.parties as unknown as Party[],
  signedOn: row.signed_on as unknown as FlexDate | null,
  validFrom: row.valid_from as unknown as FlexDate | null,
  validTo: row.valid_to as unknown as FlexDate | null,
  sourceId: row.source_id as Id<'Source'> | null,
  documentId: row.document_id as Id<'Document'> | null,
});

export async function insertAgreement(
  tx: Tx,
  scope: RegisterScope,
  { id, tieId, facts }: { readonly id: AgreementId; readonly tieId: TieId; readonly facts: AgreementFacts },
): Promise<void> {
  await tx
    .insertInto('ties.agreement')
    .values({ id, tie_id: tieId, owner_office: scope.office, ...columnsOf(facts) })
    .execute();
}

interface Written {
  readonly id: AgreementId;
  readonly version: number | null;
}

const change = (tx: Tx, scope: RegisterScope, { id, version }: Written) =>
  tx
    .updateTable('ties.agreement')
    .set({ version: sql`version + 1` })
    .where('id', '=', id)
    .where('owner_office', '=', scope.office)
    .where('withdrawn_at', 'is', null)
    .$if(version !== null, (q) => q.where('version', '=', version))
    .returning('id');

/** Writes the facts; false where the version is another one. */
export async function updateAgreement(
  tx: Tx,
  scope: RegisterScope,
  written: Written & { readonly facts: AgreementFacts },
): Promise<boolean> {
  return (await change(tx, scope, written).set(columnsOf(written.facts)).executeTakeFirst()) !== undefined;
}

/** Withdraws the agreement: it stays on record and is seen by nobody but its office; its items go with it. */
export async function withdrawAgreement(tx: Tx, scope: RegisterScope, written: Written & { readonly now: Date }): Promise<boolean> {
  const gone = { withdrawn_at: written.now.toISOString(), visibility: 'private', shared_with: [] };
  if ((await change(tx, scope, written).set(gone).executeTakeFirst()) === undefined) return false;
  await audienceOfItems(tx, scope, [written.id], { visibility: 'private', sharedWith: [] });
  return true;
}

/** Sets who may see the agreements and with them their items and what the office says of these. */
export async function updateAgreementAudience(
  tx: Tx,
  scope: RegisterScope,
  ids: readonly AgreementId[],
  audience: Pick<Owned, 'visibility' | 'sharedWith'>,
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('ties.agreement')
    .set({ visibility: audience.visibility, shared_with: [...audience.sharedWith], version: sql`version + 1` })
    .where('id', 'in', [...ids])
    .where('owner_office', '=', scope.office)
    .where('withdrawn_at', 'is', null)
    .execute();
  await audienceOfItems(tx, scope, ids, audience);
}

async function audienceOfItems(
  tx: Tx,
  scope: RegisterScope,
  ids: readonly AgreementId[],
  { visibility, sharedWith }: Pick<Owned, 'visibility' | 'sharedWith'>,
): Promise<void> {
  const items = await tx
    .updateTable('ties.agreed_item')
    .set({ visibility, shared_with: [...sharedWith] })
    .where('agreement_id', 'in', [...ids])
    .where('owner_office', '=', scope.office)
    .returning('id')
    .execute();
  if (items.length === 0) return;
  await tx
    .updateTable('ties.item_state')
    .set({ visibility, shared_with: [...sharedWith] })
    .where(
      'item_id',
      'in',
      items.map(({ id }) => id),
    )
    .where('owner_office', '=', scope.office)
    .execute();
}

const itemColumns = (facts: ItemFacts) => ({
  text: JSON.stringify(facts.text),
  domain: facts.domain,
  a_owner: facts.aOwner,
  b_owner: facts.bOwner,
  due: json(facts.due),
});

/** Items of the agreements with what is said of their state, in order of number. */
export async function loadItems(tx: Tx, agreements: readonly AgreementId[]): Promise<readonly AgreedItem[]> {
  if (agreements.length === 0) return [];
  const rows = await tx
    .selectFrom('ties.agreed_item')
    .selectAll()
    .where('agreement_id', 'in', [...agreements])
    .orderBy('agreement_id')
    .orderBy('number')
    .execute();
  if (rows.length === 0) return [];
  const states = await tx
    .selectFrom('ties.item_state')
    .select(['item_id', 'owner_office', 'state', 'said_at'])
    .where(
      'item_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('said_at')
    .execute();
  return rows.map((row) => ({
    id: row.id as AgreedItemId,
    agreementId: row.agreement_id as AgreementId,
    number: row.number,
    version: row.version,
    text: row.text as unknown as MultilingualText,
    domain: row.domain as Domain | null,
    aOwner: row.a_owner,
    bOwner: row.b_owner,
    due: row.due as unknown as FlexDate | null,
    states: states
      .filter((said) => said.item_id === row.id)
      .map((said) => ({
        office: said.owner_office as OfficeId,
        state: said.state as ItemState,
        at: new Date(said.said_at).toISOString(),
      })),
  }));
}

/** The agreement an item belongs to. */
export async function agreementOfItem(tx: Tx, id: AgreedItemId): Promise<AgreementId | null> {
  const row = await tx.selectFrom('ties.agreed_item').select('agreement_id').where('id', '=', id).executeTakeFirst();
  return (row?.agreement_id as AgreementId | undefined) ?? null;
}

/** Adds an item with the next number; who sees it follows the agreement. */
export async function insertItem(
  tx: Tx,
  scope: RegisterScope,
  { id, agreement, facts }: { readonly id: AgreedItemId; readonly agreement: Agreement; readonly facts: ItemFacts },
): Promise<void> {
  await tx
    .insertInto('ties.agreed_item')
    .values({
      id,
      agreement_id: agreement.id,
      owner_office: scope.office,
      visibility: agreement.visibility,
      shared_with: [...agreement.sharedWith],
      number: sql`(select coalesce(max(number), 0) + 1 from ties.agreed_item where agreement_id = ${agreement.id})`,
      ...itemColumns(facts),
    })
    .execute();
}

/** Writes an item; false where the version is another one. */
export async function updateItem(
  tx: Tx,
  scope: RegisterScope,
  { id, facts, version }: { readonly id: AgreedItemId; readonly facts: ItemFacts; readonly version: number | null },
): Promise<boolean> {
  const row = await tx
    .updateTable('ties.agreed_item')
    .set({ ...itemColumns(facts), version: sql`version + 1` })
    .where('id', '=', id)
    .where('owner_office', '=', scope.office)
    .$if(version !== null, (q) => q.where('version', '=', version))
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** One side's word about the state of an item, in place of its word before. */
export async function saveItemState(
  tx: Tx,
  scope: RegisterScope,
  said: { readonly itemId: AgreedItemId; readonly state: ItemState; readonly now: Date } & Pick<Owned, 'visibility' | 'sharedWith'>,
): Promise<void> {
  const values = { state: said.state, said_at: said.now.toISOString(), visibility: said.visibility, shared_with: [...said.sharedWith] };
  await tx
    .insertInto('ties.item_state')
    .values({ item_id: said.itemId, owner_office: scope.office, ...values })
    .onConflict((conflict) => conflict.columns(['item_id', 'owner_office']).doUpdateSet(values))
    .execute();
}
