// SQL of the live queue: its opening, what has happened since, and the talks under their constraints.
import { sql } from 'kysely';
import { columns, milliseconds } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { insertRows } from '#platform/postgres/insert-rows.ts';
import { queryOf } from '#platform/postgres/query.ts';
import { read } from '#platform/postgres/read.ts';
import type { TalkChange } from '../domain/queue/live-queue.ts';
import type { KeptEvent, QueueEvent, QueueOpening, QueueState } from '../domain/queue/queue-day.ts';
import type { OwnAsking } from '../domain/queue/own-place.ts';
import type { OrganiserScope } from '../domain/scopes.ts';

declare module '#platform/postgres/schema.ts' {
  interface Shapes {
    'meetings.queue.opening': QueueOpening;
    'meetings.queue_event.event': QueueEvent;
  }
}

/** A queue as it stands: what it is, and which event is its newest. */
export interface QueueRow {
  readonly id: string;
  readonly state: QueueState;
  readonly lastNumber: number;
  readonly lastEvent: string | null;
  readonly closesAt: number;
}

/** `now`: UTC milliseconds. Ids of events begin with their time (UUID version 7). */
const queueRow = (editionId: string, now: number) => sql<QueueRow>`
  select id, state, last_number as "lastNumber", last_event as "lastEvent", ${milliseconds('closes_at')} as "closesAt"
  from meetings.queue where edition_id = ${editionId}
  order by state = 'closed', (opening->>'midnight')::bigint not between ${now}::bigint - 86399999 and ${now}::bigint, last_event desc nulls last limit 1`;

const queueAt = queryOf((_, editionId: string, now: number) => queueRow(editionId, now));

/** The queue of an edition that is not closed, else that of today at the venue, else the one in which something happened last; null where none was opened. */
export const loadQueue = async (tx: Tx, editionId: string, now: Date): Promise<QueueRow | null> =>
  (await read(tx, queueAt(editionId, now.getTime())))[0] ?? null;

/** The same under its lock: one at a time tells it what happened, and decides. */
export const lockQueue = async (tx: Tx, editionId: string, now: Date): Promise<QueueRow | null> =>
  (await sql<QueueRow>`${queueRow(editionId, now.getTime())} for update`.execute(tx)).rows[0] ?? null;

export interface NewQueue {
  readonly id: string;
  readonly day: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly opening: QueueOpening;
  readonly askAgainAt: Date | null;
}

/** Keeps a queue; false where the day has one already, or another is not closed yet. */
export async function insertQueue(tx: Tx, { editionId, office }: OrganiserScope, queue: NewQueue): Promise<boolean> {
  const { id, day, opensAt, closesAt, opening, askAgainAt } = queue;
  const result = await tx
    .insertInto('meetings.queue')
    .values({
      ...{
        edition_id: editionId,
        id,
        owner_office: office,
        day,
        opening,
        opens_at: opensAt,
        closes_at: closesAt,
        ask_again_at: askAgainAt,
      },
    })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function loadOpening(tx: Tx, editionId: string, queueId: string): Promise<QueueOpening> {
  const { opening } = await tx
    .selectFrom('meetings.queue')
    .select('opening')
    .where('edition_id', '=', editionId)
    .where('id', '=', queueId)
    .executeTakeFirstOrThrow();
  return opening;
}

/** Events of a queue in order, from one number to another, both inclusive. */
export async function loadQueueEvents(
  tx: Tx,
  editionId: string,
  queueId: string,
  span: { readonly from: number; readonly to: number },
): Promise<readonly KeptEvent[]> {
  const rows = await tx
    .selectFrom('meetings.queue_event')
    .select(columns('id, number, happened_at as at, event'))
    .where('edition_id', '=', editionId)
    .where('queue_id', '=', queueId)
    .where('number', '>=', span.from)
    .where('number', '<=', span.to)
    .orderBy('number')
    .execute();
  return rows.map(({ at, ...row }) => ({ ...row, at: at.getTime() }));
}

/** Which of these happenings were told before. */
export async function toldBefore(tx: Tx, editionId: string, told: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('meetings.queue_event')
    .select('told')
    .where('edition_id', '=', editionId)
    .where('told', '=', sql<string>`any (${`{${told.join(',')}}`}::uuid[])`)
    .execute();
  return new Set(rows.flatMap((row) => row.told ?? []));
}

/** An event to be kept, and the happening that it came of. */
export interface NewEvent extends KeptEvent {
  readonly told: string | null;
}

export interface QueueStep {
  readonly queueId: string;
  readonly events: readonly NewEvent[];
  readonly changes: readonly TalkChange[];
  readonly state: QueueState;
  /** Instants. */
  readonly opensAt: number;
  readonly closesAt: number;
  readonly askAgainAt: number | null;
}

/** Keeps what happened, what it did to the talks, and when the queue is to be asked again; the lock must be held. */
export async function saveStep(tx: Tx, scope: OrganiserScope, { queueId, events, changes, ...step }: QueueStep): Promise<void> {
  const own = { edition_id: scope.editionId, owner_office: scope.office, queue_id: queueId };
  const last = events.at(-1);
  if (events.length > 0)
    await insertRows(
      tx,
      'meetings.queue_event',
      events.map(({ id, number, at, told, event }) => ({ ...own, id, number, told, happened_at: new Date(at), event })),
    );
  await saveTalks(tx, own, changes);
  await tx
    .updateTable('meetings.queue')
    .set({
      ...{ state: step.state, opens_at: new Date(step.opensAt), closes_at: new Date(step.closesAt) },
      ask_again_at: step.askAgainAt === null ? null : new Date(step.askAgainAt),
      ...(last === undefined ? {} : { last_number: last.number, last_event: last.id }),
    })
    .where('edition_id', '=', scope.editionId)
    .where('id', '=', queueId)
    .execute();
}

interface Own {
  readonly edition_id: string;
  readonly owner_office: OrganiserScope['office'];
  readonly queue_id: string;
}

/** What becomes of talks that ended goes first, so that whoever they set free can be called in the same step. */
async function saveTalks(tx: Tx, own: Own, changes: readonly TalkChange[]): Promise<void> {
  const born = new Set(changes.flatMap((change) => (change.kind === 'called' ? [change.talk.id] : [])));
  const moved = changes.flatMap((change) => (change.kind === 'called' ? [] : [{ ...change, id: change.talk.id }]));
  const fields = (list: typeof moved) =>
    JSON.stringify(
      list.map((change) => ({
        id: change.id,
        kind: change.kind,
        at: new Date(change.at),
        because: 'cause' in change ? change.cause : null,
      })),
    );
  const update = async (list: typeof moved): Promise<void> => {
    if (list.length === 0) return;
    await sql`
      update meetings.queue_talk t set begun_at = coalesce(n.begun, t.begun_at), ended_at = coalesce(n.ended, t.ended_at),
        called_off_at = coalesce(n.off, t.called_off_at), called_off_because = coalesce(n.because, t.called_off_because)
      from (
        select id, max(at) filter (where kind = 'begun') as begun, max(at) filter (where kind = 'ended') as ended,
          max(at) filter (where kind = 'calledOff') as off, max(because) as because
        from jsonb_to_recordset(${fields(list)}::jsonb) as x(id uuid, kind text, at timestamptz, because text) group by id
      ) n where t.edition_id = ${own.edition_id} and t.id = n.id`.execute(tx);
  };
  await update(moved.filter(({ id }) => !born.has(id)));
  const calls = changes.flatMap((change) => (change.kind === 'called' ? [change.talk] : []));
  // A call that was made and called off within one step stands in nobody's way.
  const over = new Map(moved.flatMap((change) => (change.kind === 'calledOff' ? [[change.id, change] as const] : [])));
  if (calls.length > 0)
    await insertRows(
      tx,
      'meetings.queue_talk',
      calls.map((talk) => ({
        ...own,
        id: talk.id,
        meeting_id: talk.meetingId,
        seated_participant: talk.seatedId,
        seat_no: talk.seatNo,
        rotating_participant: talk.rotatingId,
        rotating_seat_no: talk.rotatingSeatNo,
        place_id: talk.placeId,
        place_no: talk.placeNo,
        interpreter_id: talk.interpreterId,
        called_at: new Date(talk.calledAt),
        goes_out_at: new Date(talk.goesOutAt),
        called_off_at: over.has(talk.id) ? new Date(over.get(talk.id)?.at ?? 0) : null,
        called_off_because: over.get(talk.id)?.cause ?? null,
      })),
    );
  await update(moved.filter(({ id, kind }) => born.has(id) && kind !== 'calledOff'));
}

/** Meetings of the schedule that are held, as planned, while the queue is to be open. */
export async function countBookedBetween(tx: Tx, editionId: string, start: Date, end: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct meeting_id)::int as count from meetings.booking
    where edition_id = ${editionId} and during && tstzrange(${start}, ${end})`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** Queues that are to be asked again although nothing has happened. */
export async function queuesToAsk(tx: Tx): Promise<readonly { readonly editionId: string; readonly office: OrganiserScope['office'] }[]> {
  const { rows } = await sql<{ editionId: string; office: OrganiserScope['office'] }>`
    select edition_id as "editionId", office from meetings.queues_to_ask()`.execute(tx);
  return rows;
}

/** Whom a participant asked for or who asked for it, as its own side knows: not whom it refused, and not what the others wish. */
export async function loadAskings(tx: Tx, editionId: string, participantId: string): Promise<readonly OwnAsking[]> {
  const { rows } = await sql<OwnAsking>`
    with own as (
      select to_participant as other, wish from meetings.request
      where edition_id = ${editionId} and from_participant = ${participantId} and withdrawn_at is null
    )
    select other as "withId", wish = 'must' as must from own where wish <> 'no'
    union all
    select i.from_participant, false from meetings.invitation i
    where i.edition_id = ${editionId} and i.to_participant = ${participantId}
      and not exists (select from own where own.other = i.from_participant)`.execute(tx);
  return [...new Map(rows.toSorted((a, b) => Number(a.must) - Number(b.must)).map((row) => [row.withId, row])).values()];
}

/** When meetings were held in the live queues of an edition, UTC milliseconds by the meeting. */
export async function loadMet(tx: Tx, editionId: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ readonly meeting: string; readonly at: number }>`
    select meeting_id as meeting, ${milliseconds('begun_at')} as at from meetings.met_in_queue(${editionId}, null)`.execute(tx);
  return new Map(rows.map(({ meeting, at }) => [meeting, at]));
}
