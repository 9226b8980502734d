// SQL of agreements.
import { sql } from 'kysely';
import type { FlexDate } from '#kernel/flex-date.ts';
import type { Id } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';

import type { Tx } from '#platform/postgres/database.ts';
import { read, type RowOf } from '#platform/postgres/read.ts';
import type { AgreementId, AgreementKind } from '../domain/happenings.ts';
import type { Agreement, AgreementFacts, Owned, Party, Signatory } from '../domain/records.ts';
import type { RegisterScope } from '../domain/scope.ts';
import type { TieId } from '../domain/tie.ts';
import { updateItemsAudience } from './agreed-items.ts';
import { ownedOf } from './owned-row.ts';

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

const columnsOf = (facts: AgreementFacts) => ({
  kind: facts.kind,
  title: JSON.stringify(facts.title),
  parties: JSON.stringify(facts.parties),
  signed_on: json(facts.signedOn),
  valid_from: json(facts.validFrom),
  valid_to: json(facts.validTo),
  frame_id: facts.frameId,
  follows_id: facts.followsId,
  languages: [...facts.languages],
  prevailing: facts.prevailing,
  signatories: JSON.stringify(facts.signatories),
  renew_by: json(facts.renewBy),
  notice_months: facts.noticeMonths,
  source_id: facts.sourceId,
  document_id: facts.documentId,
});

/** Agreements of the ties that may be seen, in order of entry. */
export async function loadAgreements(tx: Tx, ties: readonly TieId[]): Promise<readonly Agreement[]> {
  return (await read(tx, selectAgreements(tx).where(sql<boolean>`tie_id = any(${ties}::uuid[])`))).map(agreementOf);
}

/** Which of the agreements the actor may see. */
export async function visibleAgreements(tx: Tx, ids: readonly AgreementId[]): Promise<ReadonlySet<AgreementId>> {
  const seen = tx.selectFrom('ties.agreement').select('id').where('withdrawn_at', 'is', null);
  const rows = await read(tx, seen.where(sql<boolean>`id = any(${ids}::uuid[])`));
  return new Set(rows.map(({ id }) => id as AgreementId));
}

export async function findAgreement(tx: Tx, id: AgreementId): Promise<Agreement | null> {
  const [row] = await read(tx, selectAgreements(tx).where('id', '=', id));
  return row === undefined ? null : agreementOf(row);
}

const selectAgreements = (tx: Tx) => tx.selectFrom('ties.agreement').selectAll().where('withdrawn_at', 'is', null).orderBy('id');

type AgreementRow = RowOf<ReturnType<typeof selectAgreements>>;

const agreementOf = (row: AgreementRow): Agreement => ({
  id: row.id as AgreementId,
  ...ownedOf(row),
  kind: row.kind as AgreementKind,
  title: row.title as unknown as MultilingualText,
  parties: row.parties as unknown as Party[],
  signedOn: row.signed_on as unknown as FlexDate | null,
  validFrom: row.valid_from as unknown as FlexDate | null,
  validTo: row.valid_to as unknown as FlexDate | null,
  frameId: row.frame_id as AgreementId | null,
  followsId: row.follows_id as AgreementId | null,
  languages: row.languages,
  prevailing: row.prevailing,
  signatories: row.signatories as unknown as Signatory[],
  renewBy: row.renew_by as unknown as FlexDate | null,
  noticeMonths: row.notice_months,
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
  await updateItemsAudience(tx, scope, [written.id], { visibility: 'private', sharedWith: [] });
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
  await updateItemsAudience(tx, scope, ids, audience);
}
