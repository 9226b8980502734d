// SQL of placements, and the one look that a screen of a plan needs.
import { sql } from 'kysely';
import { remembered } from '#kernel/memory/remembered.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { queryOf } from '#platform/postgres/query.ts';
import { ask } from '#platform/postgres/read.ts';
import { insertRows } from '#platform/postgres/insert-rows.ts';
import { marksOf, oneReads, thingMarked } from '#platform/postgres/said-again.ts';
import { asLines, linesReader, orNull, toldSince } from '#platform/postgres/told-since.ts';
import type { Meeting, MeetingOrder, Placed } from '../domain/edition-facts.ts';
import type { OrganiserScope } from '../domain/scopes.ts';
import { meetingCells, meetingColumns, meetingOf } from './meetings.ts';
import { planColumns, type PlanRow } from './plans.ts';

/** A plan with everything that is decided and wished; facts of the edition apart. */
export interface PlanBoard {
  readonly plan: PlanRow;
  readonly meetings: readonly Meeting[];
  readonly orders: readonly MeetingOrder[];
  readonly placed: readonly Placed[];
}

/** A meeting under the alias `m`. */
export const meetingJson = sql`json_build_object('id', m.id, 'number', m.number, 'a', m.a_participant, 'b', m.b_participant, 'round', m.round,
  'wishOfA', m.wish_of_a, 'wishOfB', m.wish_of_b, 'session', m.session, 'fixedSlot', m.fixed_slot)`;

/** The plan, all meetings wanted and all placements in one query; null when the actor has no such plan. */
export const loadPlanBoard = (tx: Tx, editionId: string, planId: string): Promise<PlanBoard | null> =>
  oneReads(`placed ${planId}`, () => readPlanBoard(tx, editionId, planId));

async function readPlanBoard(tx: Tx, editionId: string, planId: string): Promise<PlanBoard | null> {
  const names = { meetings: `wanted ${editionId}`, orders: `orders ${editionId}`, placed: `placed ${planId}` };
  const [row] = await ask(tx, board(editionId, planId, marksOf(names.meetings), marksOf(names.orders), marksOf(names.placed)));
  if (row === undefined) return null;
  const { meetings: wanted, orders: inOrder, placed: places, ...plan } = row;
  const meetings = thingMarked(names.meetings, wanted, readMeetings);
  const orders = thingMarked(names.orders, inOrder, readOrders);
  const placed = thingMarked(names.placed, places, readPlaced);
  // Given up while it was asked for.
  if (meetings === null || orders === null || placed === null) return readPlanBoard(tx, editionId, planId);
  return { plan, meetings: meetings.thing, orders: orders.thing, placed: standing(placed.thing, meetings.thing) };
}

/** Placements of meetings that are still wanted. Here, where both are known already: of sixty thousand the database would join all of them for every question. */
const standing = remembered((placed: readonly Placed[], meetings: readonly Meeting[]): readonly Placed[] => {
  const wished = new Set(meetings.map(({ id }) => id));
  return placed.filter(({ meetingId }) => wished.has(meetingId));
});

export const placedCells = ['meetingId', 'slotId', 'placeId', 'interpreterId', 'pinned'];
export const placedOf = ([meetingId = '', slotId = '', placeId = '', interpreter = '', pinned = '']: readonly string[]): Placed => ({
  ...{ meetingId, slotId, placeId, interpreterId: orNull(interpreter), pinned: pinned === 'true' },
});

const readMeetings = linesReader(meetingOf);
const readOrders = linesReader(([earlier = '', later = '']): MeetingOrder => ({ earlier, later }));
const readPlaced = linesReader(placedOf);

const wanted = sql`from meetings.meeting m where m.edition_id = p.edition_id and m.standing = 'wanted'`;
const inOrder = sql`from meetings.meeting_order o where o.edition_id = p.edition_id`;
const placements = sql`from meetings.placement x where x.edition_id = p.edition_id and x.plan_id = p.id`;

const board = queryOf(
  (_, editionId: string, planId: string, meetings: readonly string[], orders: readonly string[], placed: readonly string[]) => sql<
    PlanRow & Readonly<Record<Exclude<keyof PlanBoard, 'plan'>, string>>
  >`
    select ${planColumns},
      ${toldSince({ rows: [sql`select m.ctid, m.xmin ${wanted}`], told: asLines(sql`select ${meetingColumns} ${wanted} order by m.number`, meetingCells) }, meetings)} as meetings,
      ${toldSince({ rows: [sql`select o.ctid, o.xmin ${inOrder}`], told: asLines(sql`select o.earlier, o.later ${inOrder}`, ['earlier', 'later']) }, orders)} as orders,
      ${toldSince(
        {
          rows: [sql`select x.ctid, x.xmin ${placements}`],
          told: asLines(
            sql`select x.meeting_id as "meetingId", x.slot_id as "slotId", x.place_id as "placeId", x.interpreter_id as "interpreterId", x.pinned ${placements}`,
            placedCells,
          ),
        },
        placed,
      )} as placed
    from meetings.plan p where p.edition_id = ${editionId} and p.id = ${planId}`,
);

/** What somebody pinned in the plan that was released last. */
export async function loadReleasedPins(tx: Tx, editionId: string): Promise<readonly Pick<Placed, 'meetingId' | 'slotId' | 'placeId'>[]> {
  const { rows } = await sql<Pick<Placed, 'meetingId' | 'slotId' | 'placeId'>>`
    select p.meeting_id as "meetingId", p.slot_id as "slotId", p.place_id as "placeId" from meetings.placement p
    where p.edition_id = ${editionId} and p.pinned and p.plan_id = (
      select plan_id from meetings.release where edition_id = ${editionId} and kind = 'plan' order by number desc limit 1)`.execute(tx);
  return rows;
}

export async function insertPlacements(
  tx: Tx,
  { editionId, office }: OrganiserScope,
  planId: string,
  placed: readonly Placed[],
): Promise<void> {
  await insertRows(
    tx,
    'meetings.placement',
    placed.map((p) => ({
      edition_id: editionId,
      plan_id: planId,
      meeting_id: p.meetingId,
      owner_office: office,
      slot_id: p.slotId,
      place_id: p.placeId,
      interpreter_id: p.interpreterId,
      pinned: p.pinned,
    })),
  );
}

/** Puts a meeting where it is to be, whether it had a place or not. */
export async function savePlacement(tx: Tx, { editionId, office }: OrganiserScope, planId: string, p: Placed): Promise<void> {
  const where = { slot_id: p.slotId, place_id: p.placeId, interpreter_id: p.interpreterId, pinned: p.pinned };
  await tx
    .insertInto('meetings.placement')
    .values({ edition_id: editionId, plan_id: planId, meeting_id: p.meetingId, owner_office: office, ...where })
    .onConflict((c) => c.columns(['edition_id', 'plan_id', 'meeting_id']).doUpdateSet(where))
    .execute();
}

export const deletePlacement = async (tx: Tx, { editionId }: OrganiserScope, planId: string, meetingId: string): Promise<void> =>
  void (await tx
    .deleteFrom('meetings.placement')
    .where('edition_id', '=', editionId)
    .where('plan_id', '=', planId)
    .where('meeting_id', '=', meetingId)
    .execute());
