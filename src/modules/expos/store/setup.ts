// SQL of slots and places; sets travel as one parameter, so that an import of any size is a few statements.
import { sql } from 'kysely';
import { columns } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { insertRows } from '#platform/postgres/insert-rows.ts';
import type { EditionId, PlaceId, PlaceRecord, SlotId, SlotRecord } from '../domain/edition.ts';
import type { EditionScope } from '../domain/scope.ts';
import type { SlotChanges, TableChanges } from '../domain/setup.ts';
import type { Brought, SetupPart } from '../domain/take-over.ts';
import { removing } from './faults.ts';

/** Slots in order of time, as far as the actor may see them. */
export async function listSlots(tx: Tx, editionId: EditionId): Promise<readonly SlotRecord[]> {
  const rows = await tx
    .selectFrom('expos.slot')
    .select(columns('id, number, starts_at as start, ends_at as end, session'))
    .where('edition_id', '=', editionId)
    .orderBy('starts_at')
    .execute();
  return rows.map(({ start, end, ...slot }) => ({ ...slot, start: start.getTime(), end: end.getTime() }));
}

/** Tables by number, then stands by code, as far as the actor may see them. */
export async function listPlaces(tx: Tx, editionId: EditionId): Promise<readonly PlaceRecord[]> {
  return tx
    .selectFrom('expos.place as p')
    .select(columns('p.id, p.kind, p.number, p.code, p.hall, p.seats, p.stand_id'))
    .select(
      sql<SlotId[]>`array(
        select c.slot_id from expos.place_closed c join expos.slot s on s.edition_id = c.edition_id and s.id = c.slot_id
        where c.edition_id = p.edition_id and c.place_id = p.id order by s.starts_at)`.as('closedSlots'),
    )
    .where('p.edition_id', '=', editionId)
    .orderBy('p.number', (order) => order.asc().nullsLast())
    .orderBy('p.code')
    .execute();
}

/** How much each of these editions has of every part; of terms one, once somebody has set them. */
export async function countSetups(
  tx: Tx,
  editions: readonly EditionId[],
): Promise<ReadonlyMap<string, Readonly<Record<SetupPart, number>>>> {
  const { rows } = await sql<Readonly<Record<SetupPart, number>> & { readonly id: EditionId }>`
    select e.id,
      (select count(*)::int from expos.slot s where s.edition_id = e.id) as slots,
      (select count(*)::int from expos.place p where p.edition_id = e.id and p.kind = 'table') as tables,
      (select count(*)::int from expos.hall h where h.edition_id = e.id) as floor,
      (select count(*)::int from expos.topic t where t.edition_id = e.id) as topics,
      (select count(*)::int from expos.programme_room m where m.edition_id = e.id) as rooms,
      (select count(*)::int from expos.interpreter i where i.edition_id = e.id) as interpreters,
      (select count(*)::int from expos.registration_terms r where r.edition_id = e.id) as terms
    from unnest(${[...editions]}::uuid[]) as e (id)`.execute(tx);
  return new Map(rows.map(({ id, ...parts }) => [id, parts]));
}

/** What was taken over from an earlier edition; null where nothing was. */
export async function loadBrought(tx: Tx, editionId: EditionId): Promise<Brought | null> {
  const { rows } = await sql<{ taken: Brought | null }>`select taken_over as taken from expos.edition where id = ${editionId}`.execute(tx);
  return rows[0]?.taken ?? null;
}

/** Sets what was brought of these parts; of others it stays. */
export async function writeBrought(tx: Tx, scope: EditionScope, parts: readonly SetupPart[], brought: Brought): Promise<void> {
  await sql`
    update expos.edition set taken_over = nullif(coalesce(taken_over, '{}') - ${[...parts]}::text[] || ${JSON.stringify(brought)}::jsonb, '{}')
    where id = ${scope.editionId}`.execute(tx);
}

/** Deletes what goes, before anything is added that may take its time. Fails where a meeting still refers to a slot. */
export async function writeSlots(tx: Tx, scope: EditionScope, changes: SlotChanges, newId: () => SlotId): Promise<void> {
  const { office, editionId } = scope;
  if (changes.removed.length > 0)
    await removing('slot', () =>
      tx
        .deleteFrom('expos.slot')
        .where('edition_id', '=', editionId)
        .where('id', 'in', [...changes.removed])
        .execute(),
    );
  const changed = changes.kept.filter((slot) => slot.changed);
  if (changed.length > 0)
    await sql`
      update expos.slot s set number = r.number, session = r.session
      from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as r(id uuid, number int, session smallint)
      where s.edition_id = ${editionId} and s.id = r.id`.execute(tx);
  const rows = changes.added.map(({ number, session, start, end }) => ({
    ...{ edition_id: editionId, id: newId(), owner_office: office, number, session },
    ...{ starts_at: new Date(start), ends_at: new Date(end) },
  }));
  await insertRows(tx, 'expos.slot', rows);
}

/** Fails where a meeting still refers to a table that goes. */
export async function writeTables(tx: Tx, scope: EditionScope, changes: TableChanges, newId: () => PlaceId): Promise<void> {
  const { office, editionId } = scope;
  if (changes.removed.length > 0)
    await removing('place', () =>
      tx
        .deleteFrom('expos.place')
        .where('edition_id', '=', editionId)
        .where('id', 'in', [...changes.removed])
        .execute(),
    );
  if (changes.kept.length > 0)
    await sql`
      update expos.place p set hall = r.hall, seats = r.seats
      from jsonb_to_recordset(${JSON.stringify(changes.kept)}::jsonb) as r(id uuid, hall text, seats int)
      where p.edition_id = ${editionId} and p.id = r.id`.execute(tx);
  const rows = changes.added.map(({ number, hall, seats }) => ({
    ...{ edition_id: editionId, id: newId(), owner_office: office, kind: 'table' as const },
    ...{ number, code: String(number), hall, seats },
  }));
  await insertRows(tx, 'expos.place', rows);
}

/** A place of meetings for every stand that has seats, and none for the others. Fails where a meeting still refers to one that goes. */
export async function matchStandPlaces(tx: Tx, scope: EditionScope, newId: () => PlaceId): Promise<void> {
  const { office, editionId } = scope;
  await removing('place', () =>
    sql`
    delete from expos.place p
    where p.edition_id = ${editionId} and p.kind = 'stand'
      and not exists (select 1 from expos.stand s where s.edition_id = p.edition_id and s.id = p.stand_id and s.seats > 0)`.execute(tx),
  );
  // Two steps, so that stands may swap their codes.
  await sql`
    update expos.place p set code = '~' || p.stand_id
    from expos.stand s where p.edition_id = ${editionId} and s.edition_id = p.edition_id and s.id = p.stand_id and p.code <> s.code`.execute(
    tx,
  );
  await sql`
    update expos.place p set code = s.code, hall = s.hall, seats = s.seats
    from expos.stand s where p.edition_id = ${editionId} and s.edition_id = p.edition_id and s.id = p.stand_id
      and (p.code, p.hall, p.seats) is distinct from (s.code, s.hall, s.seats)`.execute(tx);
  const missing = await sql<{ id: string }>`
    select s.id from expos.stand s
    where s.edition_id = ${editionId} and s.seats > 0
      and not exists (select 1 from expos.place p where p.edition_id = s.edition_id and p.stand_id = s.id)`.execute(tx);
  if (missing.rows.length === 0) return;
  const rows = missing.rows.map(({ id }) => ({ id: newId(), stand_id: id }));
  await sql`
    insert into expos.place (edition_id, id, owner_office, kind, code, hall, seats, stand_id)
    select s.edition_id, r.id, ${office}::uuid, 'stand', s.code, s.hall, s.seats, s.id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, stand_id uuid)
    join expos.stand s on s.edition_id = ${editionId} and s.id = r.stand_id`.execute(tx);
}

/** Sets the slots in which each of these places cannot be used; other places keep theirs. */
export async function writeClosed(
  tx: Tx,
  scope: EditionScope,
  places: readonly { readonly placeId: PlaceId; readonly closedSlots: readonly SlotId[] }[],
): Promise<void> {
  if (places.length === 0) return;
  const { office, editionId } = scope;
  await tx
    .deleteFrom('expos.place_closed')
    .where('edition_id', '=', editionId)
    .where(
      'place_id',
      'in',
      places.map(({ placeId }) => placeId),
    )
    .execute();
  const of = { edition_id: editionId, owner_office: office };
  const rows = places.flatMap(({ placeId, closedSlots }) =>
    [...new Set(closedSlots)].map((slotId) => ({ ...of, place_id: placeId, slot_id: slotId })),
  );
  await insertRows(tx, 'expos.place_closed', rows);
}
