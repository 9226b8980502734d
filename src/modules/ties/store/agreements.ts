// SQL of agreements.
import { sql } from 'kysely';
import { columns, valuesOf } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { queryOfIds, type From } from '#platform/postgres/query.ts';
import { read } from '#platform/postgres/read.ts';
import type { AgreementId } from '../domain/happenings.ts';
import type { Agreement, AgreementFacts, Party, Signatory } from '../domain/records.ts';
import type { RegisterScope } from '../domain/scope.ts';
import type { TieId } from '../domain/tie.ts';
import { loadItems, openItems } from './agreed-items.ts';
import { changeOwned, ownedColumns, withdrawOwned, type Guarded } from './owned-rows.ts';

const factColumns =
  columns(`kind, domains, title, signed_on, valid_from, valid_to, frame_id, follows_id, languages, prevailing, renew_by, notice_months,
  source_id, document_id`);

declare module '#platform/postgres/schema.ts' {
  interface Shapes {
    'ties.agreement.parties': readonly Party[];
    'ties.agreement.signatories': readonly Signatory[];
  }
}

const columnsOf = (facts: AgreementFacts) => ({
  ...valuesOf(factColumns, facts),
  parties: JSON.stringify(facts.parties),
  signatories: JSON.stringify(facts.signatories),
});

/** Agreements of the ties that may be seen, in order of entry. */
export async function loadAgreements(tx: Tx, ties: readonly TieId[]): Promise<readonly Agreement[]> {
  return read(tx, agreementsOfTies(ties));
}

const agreementsOfTies = queryOfIds((from, ties: readonly TieId[]) =>
  selectAgreements(from).where(sql<boolean>`tie_id = any(${ties}::uuid[])`),
);

/** Which of the agreements the actor may see. */
export async function visibleAgreements(tx: Tx, ids: readonly AgreementId[]): Promise<ReadonlySet<AgreementId>> {
  const rows = await read(tx, seenAmong(ids));
  return new Set(rows.map(({ id }) => id));
}

const seenAmong = queryOfIds((from, ids: readonly AgreementId[]) =>
  from
    .selectFrom('ties.agreement')
    .select('id')
    .where('withdrawn_at', 'is', null)
    .where(sql<boolean>`id = any(${ids}::uuid[])`),
);

/** Those of the ids that may be seen; of other things than agreements there is nothing. */
export const agreementsAmong = (tx: Tx, ids: readonly string[]): Promise<readonly Agreement[]> => read(tx, agreementsOfIds(ids));

const agreementsOfIds = queryOfIds((from, ids: readonly string[]) => selectAgreements(from).where(sql<boolean>`id = any(${ids}::uuid[])`));

export const findAgreement = async (tx: Tx, id: AgreementId): Promise<Agreement | null> => (await agreementsAmong(tx, [id]))[0] ?? null;

const selectAgreements = (from: From) =>
  from
    .selectFrom('ties.agreement')
    .select([...ownedColumns, ...factColumns, 'parties', 'signatories'])
    .where('withdrawn_at', 'is', null)
    .orderBy('id');

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

/** Writes the facts; false where the version is another one. */
export const updateAgreement = (
  tx: Tx,
  scope: RegisterScope,
  { facts, ...row }: Guarded<AgreementId> & { readonly facts: AgreementFacts },
) => changeOwned(tx, 'ties.agreement', scope, { ...row, set: columnsOf(facts) });

/** Withdraws the agreement: it stays on record and is seen by nobody but its office; its items go with it. */
export async function withdrawAgreement(
  tx: Tx,
  scope: RegisterScope,
  row: Guarded<AgreementId> & { readonly now: Date },
): Promise<boolean> {
  if (!(await withdrawOwned(tx, 'ties.agreement', scope, row))) return false;
  const items = await loadItems(tx, [row.id]);
  await openItems(tx, scope, { ids: items.map(({ id }) => id), visibility: 'private', sharedWith: [] });
  return true;
}
