// SQL of the floor plan: halls, minutes on foot, rectangles. It is read as far as the actor may see the edition, and set as a whole.
import { sql } from 'kysely';
import { columns } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { insertRows } from '#platform/postgres/insert-rows.ts';
import type { EditionId, PlaceId, StandId } from '../domain/edition.ts';
import type { FloorPlan, Hall, KeptRectangle, Walk } from '../domain/floor/plan.ts';
import type { DrawnHalls } from '../domain/floor/problems.ts';
import type { EditionScope } from '../domain/scope.ts';

/** In their order; `stands` and `tables` of the edition that are in it, `drawn` of both. */
export interface CountedHall extends Hall {
  readonly stands: number;
  readonly tables: number;
  readonly drawn: number;
}

export async function listHalls(tx: Tx, editionId: EditionId): Promise<readonly CountedHall[]> {
  const { rows } = await sql<CountedHall>`
    select h.code, h.width, h.depth,
      (select count(*)::int from expos.stand s where s.edition_id = h.edition_id and s.hall = h.code) as stands,
      (select count(*)::int from expos.place p where p.edition_id = h.edition_id and p.hall = h.code and p.kind = 'table') as tables,
      (select count(distinct coalesce(r.stand_id, r.place_id))::int from expos.rectangle r
        where r.edition_id = h.edition_id and r.hall = h.code and r.kind in ('stand', 'table')) as drawn
    from expos.hall h where h.edition_id = ${editionId} order by h.number`.execute(tx);
  return rows;
}

export async function listWalks(tx: Tx, editionId: EditionId): Promise<readonly Walk[]> {
  return tx
    .selectFrom('expos.walk')
    .select(columns('hall as from, other_hall as to, minutes'))
    .where('edition_id', '=', editionId)
    .orderBy('hall')
    .orderBy('other_hall')
    .execute();
}

/** Of one hall, or of all (null), in the order in which they were set. */
export async function listRectangles(tx: Tx, editionId: EditionId, hall: string | null): Promise<readonly KeptRectangle[]> {
  const { rows } = await sql<KeptRectangle>`
    select kind, hall, code, name, x, y, width, depth, stand_id as "standId", place_id as "placeId"
    from expos.rectangles where edition_id = ${editionId} and (${hall}::text is null or hall = ${hall}) order by number`.execute(tx);
  return rows;
}

/** Stands of one hall by code. */
export async function listStandsIn(
  tx: Tx,
  editionId: EditionId,
  hall: string,
): Promise<readonly { readonly id: StandId; readonly code: string; readonly area: number | null }[]> {
  return tx
    .selectFrom('expos.stand')
    .select(columns('id, code, area'))
    .where('edition_id', '=', editionId)
    .where('hall', '=', hall)
    .orderBy('code')
    .execute();
}

/** The hall in which each stand and table is drawn, by what it is called. */
export async function listDrawnHalls(tx: Tx, editionId: EditionId): Promise<DrawnHalls> {
  const { rows } = await sql<{ kind: 'stand' | 'table'; code: string; hall: string }>`
    select distinct kind, code, hall from expos.rectangles where edition_id = ${editionId} and code is not null`.execute(tx);
  const of = (wanted: 'stand' | 'table') =>
    new Map(rows.flatMap(({ kind, code, hall }) => (kind === wanted ? [[code, hall] as const] : [])));
  return { stands: of('stand'), tables: of('table') };
}

/** A stand and a table are in the hall in which they are drawn. */
const followDrawing = async (
  tx: Tx,
  { editionId }: EditionScope,
  ids: { readonly stands: object; readonly tables: object },
): Promise<void> => {
  await sql`
    update expos.stand s set hall = r.hall, version = s.version + 1
    from jsonb_to_recordset(${JSON.stringify(ids.stands)}::jsonb) as r(id uuid, hall text)
    where s.edition_id = ${editionId} and s.id = r.id and s.hall <> r.hall`.execute(tx);
  // The place of meetings at a stand is where the stand is.
  await sql`
    update expos.place p set hall = r.hall
    from jsonb_to_recordset(${JSON.stringify([ids.stands, ids.tables].flat())}::jsonb) as r(id uuid, hall text)
    where p.edition_id = ${editionId} and (p.id = r.id or p.stand_id = r.id) and p.hall <> r.hall`.execute(tx);
};

/** Takes everything off the plan. */
export const clearRectangles = (tx: Tx, { editionId }: EditionScope): Promise<unknown> =>
  sql`delete from expos.rectangle where edition_id = ${editionId}`.execute(tx);

/** Sets the whole plan; `ids` by code of a stand and number of a table. Fails where the rules of `domain/floor/problems.ts` are broken. */
export async function replaceFloor(
  tx: Tx,
  scope: EditionScope,
  plan: FloorPlan,
  ids: { readonly stands: ReadonlyMap<string, StandId>; readonly tables: ReadonlyMap<string, PlaceId> },
): Promise<void> {
  const { editionId, office } = scope;
  await clearRectangles(tx, scope);
  await sql`delete from expos.hall where edition_id = ${editionId}`.execute(tx);
  const of = { edition_id: editionId, owner_office: office };
  await insertRows(
    tx,
    'expos.hall',
    plan.halls.map(({ code, width, depth }, at) => ({ ...of, code, width, depth, number: at + 1 })),
  );
  // As the database orders them, so that a pair stands once.
  const pairs = plan.walks.map(({ from, to, minutes }) => ({
    ...of,
    minutes,
    ...(byBytes(from, to) ? { hall: from, other_hall: to } : { hall: to, other_hall: from }),
  }));
  await insertRows(tx, 'expos.walk', pairs);
  const drawn = plan.rectangles.map((rectangle) => ({
    rectangle,
    stand_id: rectangle.kind === 'stand' ? (ids.stands.get(rectangle.code ?? '') ?? null) : null,
    place_id: rectangle.kind === 'table' ? (ids.tables.get(rectangle.code ?? '') ?? null) : null,
  }));
  const hallsOf = (key: 'stand_id' | 'place_id') =>
    drawn.flatMap(({ rectangle: { hall }, [key]: id }) => (id === null ? [] : [{ id, hall }]));
  await followDrawing(tx, scope, { stands: hallsOf('stand_id'), tables: hallsOf('place_id') });
  const sizes = new Map(plan.halls.map((hall) => [hall.code, hall]));
  await insertRows(
    tx,
    'expos.rectangle',
    drawn.map(({ rectangle: { kind, hall, name, x, y, width, depth }, stand_id, place_id }, at) => ({
      ...{ ...of, number: at + 1, kind, hall, name, x, y, width, depth, stand_id, place_id },
      ...{ hall_width: sizes.get(hall)?.width ?? 0, hall_depth: sizes.get(hall)?.depth ?? 0 },
    })),
  );
}

const byBytes = (a: string, b: string): boolean => Buffer.compare(Buffer.from(a), Buffer.from(b)) < 0;
