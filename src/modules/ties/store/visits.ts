// SQL of who travels in visits and what is done there: each list lies in one row, since it is read and written as a whole.
import { sql } from 'kysely';
import type { Id, OfficeId } from '#kernel/ids.ts';
import { columns } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { read } from '#platform/postgres/read.ts';
import type { ExchangeId } from '../domain/happenings.ts';
import type { RegisterScope } from '../domain/scope.ts';
import type { Audience, VisitPart } from '../domain/visit/audience.ts';
import type { Delegation, DelegationNames, Traveller, TravellerName } from '../domain/visit/delegation.ts';
import type { Itinerary, Stop } from '../domain/visit/itinerary.ts';
import type { Sent } from '../domain/visit/travel-by-year.ts';

declare module '#platform/postgres/schema.ts' {
  interface Shapes {
    'ties.delegation.travellers': readonly Traveller[];
    'ties.delegation_names.names': readonly TravellerName[];
    'ties.itinerary.stops': readonly Stop[];
  }
}

const owned = columns('visit_id, owner_office as office, visibility, shared_with');

export async function findDelegation(tx: Tx, visit: ExchangeId): Promise<Delegation | null> {
  const [row] = await read(
    tx,
    tx
      .selectFrom('ties.delegation')
      .select([...owned, ...columns('version, travellers')])
      .where('visit_id', '=', visit),
  );
  return row ?? null;
}

export async function findNames(tx: Tx, visit: ExchangeId): Promise<DelegationNames | null> {
  const [row] = await read(
    tx,
    tx
      .selectFrom('ties.delegation_names')
      .select([...owned, 'names', sql<string>`keep_until::text`.as('keepUntil')])
      .where('visit_id', '=', visit),
  );
  return row ?? null;
}

export async function findItinerary(tx: Tx, visit: ExchangeId): Promise<Itinerary | null> {
  const [row] = await loadItineraries(tx, [visit]);
  return row ?? null;
}

/** Itineraries of the visits that may be seen. */
export const loadItineraries = (tx: Tx, visits: readonly ExchangeId[]): Promise<readonly Itinerary[]> =>
  read(
    tx,
    tx
      .selectFrom('ties.itinerary')
      .select([...owned, ...columns('version, time_zone, stops')])
      .where(sql<boolean>`visit_id = any(${visits}::uuid[])`)
      .orderBy('visit_id'),
  );

/** Delegations of the visits that may be seen. */
export const loadDelegations = (tx: Tx, visits: readonly ExchangeId[]): Promise<readonly Delegation[]> =>
  read(
    tx,
    tx
      .selectFrom('ties.delegation')
      .select([...owned, ...columns('version, travellers')])
      .where(sql<boolean>`visit_id = any(${visits}::uuid[])`)
      .orderBy('visit_id'),
  );

/** Names of delegations that may be seen. */
export const loadNames = (tx: Tx, visits: readonly ExchangeId[]): Promise<readonly DelegationNames[]> =>
  read(
    tx,
    tx
      .selectFrom('ties.delegation_names')
      .select([...owned, 'names', sql<string>`keep_until::text`.as('keepUntil')])
      .where(sql<boolean>`visit_id = any(${visits}::uuid[])`)
      .orderBy('visit_id'),
  );

interface Written<T> {
  readonly visit: ExchangeId;
  /** As it was seen; null: any, 0: there is none yet. */
  readonly version: number | null;
  readonly facts: T;
}

/** Writes the list in place of the earlier one; false where it stands at another version. */
export async function saveDelegation(
  tx: Tx,
  scope: RegisterScope,
  { visit, version, facts: travellers }: Written<readonly Traveller[]>,
): Promise<boolean> {
  const values = { travellers: JSON.stringify(travellers) };
  const row = await tx
    .insertInto('ties.delegation')
    .values({ visit_id: visit, owner_office: scope.office, ...values })
    .onConflict((conflict) =>
      conflict
        .column('visit_id')
        .doUpdateSet({ ...values, version: sql`ties.delegation.version + 1` })
        .where('ties.delegation.owner_office', '=', scope.office)
        .where(sql<boolean>`(${version}::int is null or ties.delegation.version = ${version})`),
    )
    .returning('visit_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Writes the names in place of the earlier ones; without any the row is gone. */
export async function saveNames(
  tx: Tx,
  scope: RegisterScope,
  { visit, names, keepUntil }: { readonly visit: ExchangeId; readonly names: readonly TravellerName[]; readonly keepUntil: string },
): Promise<void> {
  if (names.length === 0) return eraseNames(tx, scope, visit);
  const values = { names: JSON.stringify(names), keep_until: keepUntil };
  await tx
    .insertInto('ties.delegation_names')
    .values({ visit_id: visit, owner_office: scope.office, ...values })
    .onConflict((conflict) => conflict.column('visit_id').doUpdateSet(values))
    .execute();
}

export async function eraseNames(tx: Tx, scope: RegisterScope, visit: ExchangeId): Promise<void> {
  await tx.deleteFrom('ties.delegation_names').where('visit_id', '=', visit).where('owner_office', '=', scope.office).execute();
}

/** Writes the itinerary in place of the earlier one; false where it stands at another version. */
export async function saveItinerary(
  tx: Tx,
  scope: RegisterScope,
  { visit, version, facts: { timeZone, stops } }: Written<Pick<Itinerary, 'timeZone' | 'stops'>>,
): Promise<boolean> {
  const values = { time_zone: timeZone, stops: JSON.stringify(stops) };
  const row = await tx
    .insertInto('ties.itinerary')
    .values({ visit_id: visit, owner_office: scope.office, ...values })
    .onConflict((conflict) =>
      conflict
        .column('visit_id')
        .doUpdateSet({ ...values, version: sql`ties.itinerary.version + 1` })
        .where('ties.itinerary.owner_office', '=', scope.office)
        .where(sql<boolean>`(${version}::int is null or ties.itinerary.version = ${version})`),
    )
    .returning('visit_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Sets who may see a part of a visit; names have no version of their own, the delegation's counts for them. */
export async function openPart(
  tx: Tx,
  scope: RegisterScope,
  { visit, part, visibility, sharedWith }: Audience & { readonly visit: ExchangeId; readonly part: VisitPart },
): Promise<void> {
  const audience = { visibility, shared_with: sharedWith };
  const isVersioned = part === 'itinerary' ? ('ties.itinerary' as const) : ('ties.delegation' as const);
  if (part === 'names')
    await tx
      .updateTable('ties.delegation_names')
      .set(audience)
      .where('visit_id', '=', visit)
      .where('owner_office', '=', scope.office)
      .execute();
  await tx
    .updateTable(isVersioned)
    .set({ version: sql`version + 1`, ...(part === 'names' ? {} : audience) })
    .where('visit_id', '=', visit)
    .where('owner_office', '=', scope.office)
    .execute();
}

/** Erases the names whose day has come; answers of which visits, and whose. */
export async function eraseOverdueNames(tx: Tx, now: Date): Promise<readonly { readonly visit: ExchangeId; readonly office: OfficeId }[]> {
  const { rows } = await sql<{
    visit: ExchangeId;
    office: OfficeId;
  }>`select visit_id as visit, office from ties.erase_overdue_names(${now})`.execute(tx);
  return rows;
}

/** Travels of the one who acts, as all offices keep them under their address. */
export async function loadOwnTravels({ tx }: { readonly tx: Tx }): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<{ travels: Record<string, unknown>[] }>`select ties.own_travels() as travels`.execute(tx);
  return rows[0]?.travels ?? [];
}

/** Takes their names out of all of them. */
export const forgetOwnTravels = async ({ tx }: { readonly tx: Tx }): Promise<void> =>
  void (await sql`select ties.forget_own_travels()`.execute(tx));

/** Visits that an office keeps and that went out from a city, with how many travelled and what it noted as their cost. */
export async function sentFrom(tx: Tx, office: OfficeId, city: Id<'City'>): Promise<readonly Sent[]> {
  const { rows } = await sql<Sent>`
    select e.starts, coalesce(jsonb_array_length(d.travellers), e.people) as people, n.cost
    from ties.exchange e join ties.keeping t on t.tie_id = e.tie_id and t.owner_office = e.owner_office
    left join ties.delegation d on d.visit_id = e.id and d.owner_office = e.owner_office and jsonb_array_length(d.travellers) > 0
    left join ties.exchange_note n on n.exchange_id = e.id and n.owner_office = e.owner_office
    where e.owner_office = ${office} and e.kind = 'visit' and e.withdrawn_at is null
      and ((e.from_side = 'a' and t.a_city = ${city}) or (e.from_side = 'b' and t.b_city = ${city}))
    order by e.id`.execute(tx);
  return rows;
}
