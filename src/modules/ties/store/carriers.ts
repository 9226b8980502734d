// SQL of who carries ties: organisations and posts, and the people in these, whom an office keeps for itself.
import { sql } from 'kysely';
import type { FlexDate } from '#kernel/flex-date.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { columns, valuesOf } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { queryOfIds, type From } from '#platform/postgres/query.ts';
import { read, type RowOf } from '#platform/postgres/read.ts';
import type { Carrier, CarrierFacts, CarrierId, Holder, HolderId, KeptName } from '../domain/carriers.ts';
import type { RegisterScope } from '../domain/scope.ts';
import type { TieId } from '../domain/tie.ts';
import { changeOwned, ownedColumns, withdrawOwned, type Guarded } from './owned-rows.ts';

const factColumns = columns('kind, side, organisation_id, name, body, role, starts, ends, source_id');

const selectCarriers = (from: From) =>
  from
    .selectFrom('ties.carrier')
    .select([...ownedColumns, ...factColumns])
    .where('withdrawn_at', 'is', null)
    .orderBy('id');

/** Carriers of the tie that may be seen, in order of entry. */
export const loadCarriers = (tx: Tx, tieId: TieId): Promise<readonly Carrier[]> => loadCarriersOf(tx, [tieId]);

/** Carriers of any of the ties that may be seen. */
export const loadCarriersOf = (tx: Tx, ties: readonly TieId[]): Promise<readonly Carrier[]> => read(tx, carriersOfTies(ties));

const carriersOfTies = queryOfIds((from, ties: readonly TieId[]) =>
  selectCarriers(from).where(sql<boolean>`tie_id = any(${ties}::uuid[])`),
);

export async function findCarrier(tx: Tx, id: CarrierId): Promise<Carrier | null> {
  const [row] = await read(tx, selectCarriers(tx).where('id', '=', id));
  return row ?? null;
}

export async function insertCarrier(
  tx: Tx,
  scope: RegisterScope,
  { id, tieId, facts }: { readonly id: CarrierId; readonly tieId: TieId; readonly facts: CarrierFacts },
): Promise<void> {
  await tx
    .insertInto('ties.carrier')
    .values({ id, tie_id: tieId, owner_office: scope.office, ...valuesOf(factColumns, facts) })
    .execute();
}

/** Writes the facts; false where the version is another one. */
export const updateCarrier = (tx: Tx, scope: RegisterScope, { facts, ...row }: Guarded<CarrierId> & { readonly facts: CarrierFacts }) =>
  changeOwned(tx, 'ties.carrier', scope, { ...row, set: valuesOf(factColumns, facts) });

/** Withdraws it: it stays on record and is seen by nobody but its office; names kept with it are erased. */
export async function withdrawCarrier(tx: Tx, scope: RegisterScope, row: Guarded<CarrierId> & { readonly now: Date }): Promise<boolean> {
  if (!(await withdrawOwned(tx, 'ties.carrier', scope, row))) return false;
  await tx
    .updateTable('ties.holder')
    .set({ ...erased(row.now), version: sql`version + 1` })
    .where('carrier_id', '=', row.id)
    .where('owner_office', '=', scope.office)
    .where('erased_at', 'is', null)
    .execute();
  return true;
}

const erased = (now: Date) => ({
  ...{ surname: null, given_name: null, name_order: null, reason: null, keep_until: null },
  erased_at: now.toISOString(),
});

const selectHolders = (from: From) =>
  from
    .selectFrom('ties.holder')
    .select(columns('id, carrier_id, owner_office as office, version, surname, given_name, name_order, starts, ends, reason'))
    .select(sql<string>`coalesce(keep_until::text, '')`.as('keepUntil'))
    .orderBy('id');
type HolderRow = RowOf<ReturnType<typeof selectHolders>>;

const holderOf = ({ surname, givenName, nameOrder, reason, keepUntil, ...row }: HolderRow): Holder => ({
  ...row,
  person:
    surname === null || nameOrder === null ? null : { surname, givenName: givenName ?? '', nameOrder, reason: reason ?? '', keepUntil },
});

/** Who holds the posts, as far as the actor's offices keep them. */
export async function loadHolders(tx: Tx, carriers: readonly CarrierId[]): Promise<readonly Holder[]> {
  return (await read(tx, holdersOfCarriers(carriers))).map(holderOf);
}

const holdersOfCarriers = queryOfIds((from, carriers: readonly CarrierId[]) =>
  selectHolders(from).where(sql<boolean>`carrier_id = any(${carriers}::uuid[])`),
);

export async function findHolder(tx: Tx, id: HolderId): Promise<Holder | null> {
  const [row] = await read(tx, selectHolders(tx).where('id', '=', id));
  return row === undefined ? null : holderOf(row);
}

interface HolderFacts extends Pick<Holder, 'starts' | 'ends'> {
  readonly person: KeptName;
}

const holderColumns = ({ person, starts, ends }: HolderFacts) => ({
  surname: person.surname,
  given_name: person.givenName,
  name_order: person.nameOrder,
  reason: person.reason,
  keep_until: person.keepUntil,
  starts,
  ends,
});

export async function insertHolder(
  tx: Tx,
  scope: RegisterScope,
  { id, carrierId, facts }: { readonly id: HolderId; readonly carrierId: CarrierId; readonly facts: HolderFacts },
): Promise<void> {
  await tx
    .insertInto('ties.holder')
    .values({ id, carrier_id: carrierId, owner_office: scope.office, ...holderColumns(facts) })
    .execute();
}

const changeHolder = (tx: Tx, scope: RegisterScope, { id, version }: Guarded<HolderId>) =>
  tx
    .updateTable('ties.holder')
    .set({ version: sql`version + 1` })
    .where('id', '=', id)
    .where('owner_office', '=', scope.office)
    .where('erased_at', 'is', null)
    .$if(version !== null, (q) => q.where('version', '=', version))
    .returning('id');

/** Writes the facts; false where the version is another one, or the name is gone. */
export const updateHolder = async (tx: Tx, scope: RegisterScope, written: Guarded<HolderId> & { readonly facts: HolderFacts }) =>
  (await changeHolder(tx, scope, written).set(holderColumns(written.facts)).executeTakeFirst()) !== undefined;

/** The name and the reason are gone, the dates stay; false where the version is another one, or they are gone already. */
export const eraseHolder = async (tx: Tx, scope: RegisterScope, written: Guarded<HolderId> & { readonly now: Date }) =>
  (await changeHolder(tx, scope, written).set(erased(written.now)).executeTakeFirst()) !== undefined;

/** Those who were in the post without an end leave it on that date. */
export async function endHolders(
  tx: Tx,
  scope: RegisterScope,
  { carrierId, ends }: { readonly carrierId: CarrierId; readonly ends: FlexDate },
): Promise<readonly HolderId[]> {
  const rows = await tx
    .updateTable('ties.holder')
    .set({ ends, version: sql`version + 1` })
    .where('carrier_id', '=', carrierId)
    .where('owner_office', '=', scope.office)
    .where('ends', 'is', null)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Erases every name whose day has come; answers which, and whose. */
export async function eraseOverdue(tx: Tx, now: Date): Promise<readonly { readonly id: HolderId; readonly office: OfficeId }[]> {
  const { rows } = await sql<{ id: HolderId; office: OfficeId }>`select id, office from ties.erase_overdue_holders(${now})`.execute(tx);
  return rows;
}
