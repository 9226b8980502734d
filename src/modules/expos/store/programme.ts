// SQL of the forum programme: rooms, items and releases.
import { sql } from 'kysely';
import { milliseconds } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { EditionId } from '../domain/edition.ts';
import type { ProgrammeItem, ProgrammeItemId, ProgrammeRoom, ReleasedItem } from '../domain/programme/programme.ts';
import type { EditionScope } from '../domain/scope.ts';

/** In their order. */
export const listRooms = (tx: Tx, editionId: EditionId): Promise<readonly ProgrammeRoom[]> =>
  sql<ProgrammeRoom>`select id, name, hall, seats from expos.programme_room where edition_id = ${editionId} order by number`
    .execute(tx)
    .then(({ rows }) => rows);

/** Sets all rooms; those that keep their id stay. Fails where an item is held in one that would go. */
export async function replaceRooms(tx: Tx, { editionId, office }: EditionScope, rooms: readonly ProgrammeRoom[]): Promise<void> {
  const kept = `{${rooms.map(({ id }) => id).join(',')}}`;
  await sql`delete from expos.programme_room where edition_id = ${editionId} and not id = any (${kept}::uuid[])`.execute(tx);
  for (const [at, { id, name, hall, seats }] of rooms.entries())
    await sql`
      insert into expos.programme_room (edition_id, id, owner_office, number, name, hall, seats)
      values (${editionId}, ${id}, ${office}, ${at + 1}, ${JSON.stringify(name)}, ${hall}, ${seats})
      on conflict (edition_id, id) do update set number = excluded.number, name = excluded.name, hall = excluded.hall, seats = excluded.seats`.execute(
      tx,
    );
}

const item = sql`id, version, kind, title, day::text as day, ${milliseconds('starts_at')} as start, ${milliseconds('ends_at')} as "end", room_id as "roomId",
  languages, interpreted_into as "interpretedInto", interpreters, stand_id as "standId", cities, hosts, themes, speakers, follow_up as "followUp", source`;

export async function listItems(tx: Tx, editionId: EditionId): Promise<readonly ProgrammeItem[]> {
  const { rows } = await sql<ProgrammeItem>`select ${item} from expos.programme_item where edition_id = ${editionId}`.execute(tx);
  return rows;
}

export async function findItem(tx: Tx, editionId: EditionId, id: ProgrammeItemId): Promise<ProgrammeItem | null> {
  const { rows } =
    await sql<ProgrammeItem>`select ${item} from expos.programme_item where edition_id = ${editionId} and id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

const instant = (ms: number | null): Date | null => (ms === null ? null : new Date(ms));

/** Inserts the item, or sets all its facts. */
export async function saveItem(tx: Tx, { editionId, office }: EditionScope, of: Omit<ProgrammeItem, 'version'>): Promise<void> {
  const list = (values: readonly string[]): string => `{${values.map((value) => JSON.stringify(value)).join(',')}}`;
  await sql`
    insert into expos.programme_item as p (edition_id, id, owner_office, kind, title, day, starts_at, ends_at, room_id, languages, interpreted_into, interpreters,
      stand_id, cities, hosts, themes, speakers, follow_up, source)
    values (${editionId}, ${of.id}, ${office}, ${of.kind}, ${JSON.stringify(of.title)}, ${of.day}, ${instant(of.start)}, ${instant(of.end)}, ${of.roomId},
      ${list(of.languages)}::text[], ${list(of.interpretedInto)}::text[], ${list(of.interpreters)}::uuid[], ${of.standId}, ${list(of.cities)}::uuid[],
      ${JSON.stringify(of.hosts)}, ${JSON.stringify(of.themes)}, ${JSON.stringify(of.speakers)}, ${JSON.stringify(of.followUp)}, ${of.source})
    on conflict (edition_id, id) do update set version = p.version + 1, kind = excluded.kind, title = excluded.title, day = excluded.day,
      starts_at = excluded.starts_at, ends_at = excluded.ends_at, room_id = excluded.room_id, languages = excluded.languages,
      interpreted_into = excluded.interpreted_into, interpreters = excluded.interpreters, stand_id = excluded.stand_id, cities = excluded.cities,
      hosts = excluded.hosts, themes = excluded.themes, speakers = excluded.speakers, follow_up = excluded.follow_up, source = excluded.source`.execute(
    tx,
  );
}

export const deleteItem = async (tx: Tx, { editionId }: EditionScope, id: ProgrammeItemId): Promise<void> =>
  void (await tx.deleteFrom('expos.programme_item').where('edition_id', '=', editionId).where('id', '=', id).execute());

export interface ProgrammeRelease {
  readonly number: number;
  readonly publishedAt: Date;
  readonly content: readonly ReleasedItem[];
}

/** The newest release that the actor may see. */
export async function loadProgrammeRelease(tx: Tx, editionId: EditionId): Promise<ProgrammeRelease | null> {
  const { rows } = await sql<ProgrammeRelease>`
    select number, published_at as "publishedAt", content from expos.programme_release where edition_id = ${editionId} order by number desc limit 1`.execute(
    tx,
  );
  return rows[0] ?? null;
}

/** Items that earlier releases held and the newest does not, each as it was last announced. */
export async function loadGoneItems(tx: Tx, editionId: EditionId): Promise<readonly ReleasedItem[]> {
  const { rows } = await sql<{ readonly item: ReleasedItem }>`
    with newest as (select number, content from expos.programme_release where edition_id = ${editionId} order by number desc limit 1)
    select distinct on (i.item ->> 'id') i.item from expos.programme_release r cross join lateral jsonb_array_elements(r.content) as i(item)
    where r.edition_id = ${editionId} and not exists (select from newest n, jsonb_array_elements(n.content) c where c ->> 'id' = i.item ->> 'id')
    order by i.item ->> 'id', r.number desc`.execute(tx);
  return rows.map(({ item }) => item);
}

/** Keeps a release; its audience is set with that of the edition. */
export async function insertProgrammeRelease(tx: Tx, { editionId, office }: EditionScope, release: ProgrammeRelease): Promise<void> {
  const cities = [...new Set(release.content.flatMap((one) => one.cities))];
  await sql`
    insert into expos.programme_release (edition_id, number, owner_office, published_at, content, cities)
    values (${editionId}, ${release.number}, ${office}, ${release.publishedAt}, ${JSON.stringify(release.content)}, ${`{${cities.join(',')}}`}::uuid[])`.execute(
    tx,
  );
}

export interface ItemOfCity {
  readonly edition: { readonly slug: string; readonly name: ReleasedItem['title'] };
  readonly item: ReleasedItem;
}

/** Items of the newest releases that are every one of these cities', newest day first, at most 100. */
export async function listItemsOfCities(tx: Tx, cities: readonly string[]): Promise<readonly ItemOfCity[]> {
  const list = `{${cities.join(',')}}`;
  const { rows } = await sql<ItemOfCity>`
    select json_build_object('slug', e.slug, 'name', e.name) as edition, i.item
    from expos.programme_release r
    join expos.edition e on e.id = r.edition_id
    cross join lateral jsonb_array_elements(r.content) as i(item)
    where r.cities @> ${list}::uuid[] and array(select jsonb_array_elements_text(i.item -> 'cities'))::uuid[] @> ${list}::uuid[]
      and r.number = (select max(n.number) from expos.programme_release n where n.edition_id = r.edition_id)
    order by i.item ->> 'day' desc, e.slug limit 100`.execute(tx);
  return rows;
}
