// SQL of the current schedule: bookings under the unique indexes that settle every race for a seat, a table or an interpreter.
import { hash } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import pg from 'pg';
import type { Id } from '#kernel/ids.ts';
import type { Interval } from '#kernel/intervals.ts';
import { milliseconds } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { insertEach } from '#platform/postgres/insert-rows.ts';
import { queryOf } from '#platform/postgres/query.ts';
import { read } from '#platform/postgres/read.ts';
import { marksOf, thingMarked, thingSince } from '#platform/postgres/said-again.ts';
import { asLines, linesReader, toldSince } from '#platform/postgres/told-since.ts';
import type { Meeting, Placed } from '../domain/edition-facts.ts';
import type { Booking } from '../domain/schedule/bookings.ts';
import type { OrganiserScope } from '../domain/scopes.ts';
import { meetingCells, meetingColumns, meetingOf } from './meetings.ts';
import { placedCells, placedOf } from './placements.ts';

/** A meeting of the current schedule. */
export type HeldMeeting = Placed & Interval & { readonly a: string; readonly b: string };

/** A meeting of the schedule: the booking of its place `p`, that of its interpreter `i`, the meeting `m`. */
export const heldJson = sql`json_build_object('meetingId', p.meeting_id, 'slotId', p.slot_id, 'placeId', p.place_id, 'interpreterId', i.interpreter_id,
  'pinned', true, 'start', ${milliseconds('lower(p.during)')}, 'end', ${milliseconds('upper(p.during)')}, 'a', m.a_participant, 'b', m.b_participant)`;

/** Bookings of the current schedule: that of the place `p`, that of the interpreter `i`, the meeting `m`. */
const standing = (editionId: string, among: RawBuilder<unknown>) => sql`
  from meetings.booking p
  join meetings.meeting m on m.edition_id = p.edition_id and m.id = p.meeting_id
  left join meetings.booking i on i.edition_id = p.edition_id and i.meeting_id = p.meeting_id and i.interpreter_id is not null
  where p.edition_id = ${editionId} and p.place_id is not null and ${among}`;
const placedColumns = sql`p.meeting_id as "meetingId", p.slot_id as "slotId", p.place_id as "placeId", i.interpreter_id as "interpreterId", true as pinned`;
const byTime = sql`order by lower(p.during), m.number`;

/** The current schedule, or some of it, in the order of its times. */
export const heldRows = (editionId: string, among = sql`true`) => sql`
  select ${placedColumns}, ${milliseconds('lower(p.during)')} as start, ${milliseconds('upper(p.during)')} as "end", m.a_participant as a, m.b_participant as b
  ${standing(editionId, among)} ${byTime}`;

const heldSince = (editionId: string, known: readonly string[], among = sql`true`) =>
  toldSince(
    {
      rows: [sql`select p.ctid, p.xmin, m.ctid, m.xmin, i.ctid, i.xmin ${standing(editionId, among)}`],
      told: asLines(heldRows(editionId, among), [...placedCells, 'start', 'end', 'a', 'b']),
    },
    known,
  );
const readHeld = linesReader((cells): HeldMeeting => {
  const [start, end, a = '', b = ''] = cells.slice(placedCells.length);
  return { ...placedOf(cells), start: Number(start), end: Number(end), a, b };
});

/** The same as a column of another question, for `heldIn`. */
export const heldText = (editionId: string) => heldSince(editionId, marksOf(`held ${editionId}`));

const inSlots = (slots: readonly string[]) => sql`p.slot_id = any (${[...slots]}::uuid[])`;

/** Large and asked for by every page: what is known already is the same list. Null where it was given up while it was asked for. */
export const heldIn = (editionId: string, told: string) => thingMarked(`held ${editionId}`, told, readHeld);

/** The current schedule; read as the organiser. */
export async function loadHeld(tx: Tx, editionId: string): Promise<readonly HeldMeeting[]> {
  const [row] = (await sql<{ readonly held: string }>`select ${heldText(editionId)} as held`.execute(tx)).rows;
  return heldIn(editionId, row?.held ?? '')?.thing ?? loadHeld(tx, editionId);
}

/** The same of some slots; read as the organiser. */
export async function loadHeldIn(tx: Tx, editionId: string, slots: readonly string[]): Promise<readonly HeldMeeting[]> {
  const ask = async (known: readonly string[]): Promise<string> =>
    (await sql<{ readonly held: string }>`select ${heldSince(editionId, known, inSlots(slots))} as held`.execute(tx)).rows[0]?.held ?? '';
  return thingSince(`held ${editionId} ${hash('md5', slots.join())}`, ask, readHeld);
}

/** A part of the current schedule with its meetings. */
export interface ScheduledPart {
  readonly meetings: readonly Meeting[];
  readonly placed: readonly Placed[];
}

const readScheduled = (text: string): ScheduledPart => {
  const both = linesReader((cells) => [meetingOf(cells), placedOf(cells.slice(meetingCells.length))] as const)(text);
  return { meetings: both.map(([meeting]) => meeting), placed: both.map(([, placed]) => placed) };
};

/** What the current schedule holds in some slots, with its meetings; read as the organiser. */
export async function loadScheduledIn(tx: Tx, editionId: string, slots: readonly string[]): Promise<ScheduledPart> {
  const of = standing(editionId, inSlots(slots));
  const rows = [sql`select p.ctid, p.xmin, m.ctid, m.xmin, i.ctid, i.xmin ${of}`];
  const told = asLines(sql`select ${meetingColumns}, ${placedColumns} ${of} ${byTime}`, [...meetingCells, ...placedCells]);
  const ask = async (known: readonly string[]): Promise<string> =>
    (await sql<{ readonly part: string }>`select ${toldSince({ rows, told }, known)} as part`.execute(tx)).rows[0]?.part ?? '';
  return thingSince(`scheduled ${editionId} ${hash('md5', slots.join())}`, ask, readScheduled);
}

/** The slot in which the current schedule holds a meeting; none where it does not. Read as the organiser. */
export async function loadSlotsOf(tx: Tx, editionId: string, meetingId: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('meetings.booking')
    .select('slot_id')
    .distinct()
    .where('edition_id', '=', editionId)
    .where('meeting_id', '=', meetingId)
    .execute();
  return rows.map(({ slot_id: id }) => id);
}

/** How many meetings the current schedule holds in each slot, each of which has one place; read as the organiser. */
export async function countInSlots(tx: Tx, editionId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom('meetings.booking')
    .select(({ fn }) => ['slot_id', fn.countAll<string>().as('meetings')])
    .where('edition_id', '=', editionId)
    .where('place_id', 'is not', null)
    .groupBy('slot_id')
    .execute();
  return new Map(rows.map(({ slot_id: id, meetings }) => [id, Number(meetings)]));
}

/** Meetings that the current schedule holds, by id; read as the organiser. */
export async function loadScheduled(tx: Tx, editionId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.selectFrom('meetings.booking').select('meeting_id').distinct().where('edition_id', '=', editionId).execute();
  return new Set(rows.map(({ meeting_id: id }) => id));
}

/** When meetings of the current schedule are held, spans that touch joined; read as the organiser. */
export async function loadBusySpans(tx: Tx, editionId: string): Promise<readonly Interval[]> {
  const { rows } = await sql<Interval>`
    select ${milliseconds('lower(span)')} as start, ${milliseconds('upper(span)')} as "end"
    from (select unnest(range_agg(during)) as span from meetings.booking where edition_id = ${editionId}) s order by 1`.execute(tx);
  return rows;
}

const rangeText = ({ start, end }: Interval): string => `[${new Date(start).toISOString()},${new Date(end).toISOString()})`;

interface NewBookings {
  readonly release: number;
  readonly bookings: readonly Booking[];
  readonly newId: () => Id<'Booking'>;
}

const rowOf = ({ editionId, office }: OrganiserScope, { release, newId }: NewBookings, { holder, ...b }: Booking) => ({
  edition_id: editionId,
  id: newId(),
  owner_office: office,
  release_number: release,
  meeting_id: b.meetingId,
  slot_id: b.slotId,
  participant_id: holder.kind === 'participant' ? holder.id : null,
  seat_no: holder.kind === 'participant' ? holder.seat : null,
  place_id: holder.kind === 'place' ? holder.id : null,
  place_no: holder.kind === 'place' ? holder.seat : null,
  interpreter_id: holder.kind === 'interpreter' ? holder.id : null,
  during: rangeText(b),
});

/** How a meeting is booked, as a text: by whom, in which seats, when. */
function bookedAs(bookings: readonly Booking[]): string {
  const lines = bookings.map(({ holder, slotId, start, end }) =>
    [holder.id, ...(holder.kind === 'interpreter' ? [] : [holder.seat]), slotId, start, end].join(' '),
  );
  return hash('md5', lines.toSorted().join());
}

/** Of bookings of the whole edition those that do not stand so yet, and the meetings of which others stand: a release costs what it changes. */
export async function bookingsToChange(
  tx: Tx,
  { editionId }: OrganiserScope,
  bookings: readonly Booking[],
): Promise<{ readonly free: readonly string[]; readonly book: readonly Booking[] }> {
  const holder = sql`coalesce(participant_id, place_id, interpreter_id)`;
  const { rows } = await sql<{ readonly meeting: string; readonly booked: string }>`
    select meeting_id as meeting, md5(string_agg(concat_ws(' ', ${holder}, coalesce(seat_no, place_no), slot_id, ${milliseconds('lower(during)')}, ${milliseconds('upper(during)')}), ',' order by ${holder})) as booked
    from meetings.booking where edition_id = ${editionId} group by meeting_id`.execute(tx);
  if (rows.length === 0) return { free: [], book: bookings };
  const wanted = Map.groupBy(bookings, ({ meetingId }) => meetingId);
  const stays = new Set(rows.flatMap(({ meeting, booked }) => (bookedAs(wanted.get(meeting) ?? []) === booked ? [meeting] : [])));
  const free = rows.flatMap(({ meeting }) => (stays.has(meeting) ? [] : [meeting]));
  return { free, book: bookings.filter(({ meetingId }) => !stays.has(meetingId)) };
}

/** Which constraint of the schedule a write ran into. */
export type BookingClash = 'seat' | 'place' | 'interpreter';

/** The unique indexes stand in 0511-bookings-by-slot.sql; the words of who comes second in `api/schedule/publish.ts`. */
const clashes: Readonly<Record<string, BookingClash>> = {
  booking_seat: 'seat',
  booking_place: 'place',
  booking_interpreter: 'interpreter',
};

/** The constraint a fault broke; null when it is none of the schedule's. */
export const clashOf = (fault: unknown): BookingClash | null =>
  fault instanceof pg.DatabaseError && fault.code === '23505' ? (clashes[fault.constraint ?? ''] ?? null) : null;

/**
 * Writes bookings; answers the constraint they ran into instead of throwing. Then none is written, and the transaction goes on:
 * whoever acts for the organiser has yet to give that up.
 */
export async function insertBookings(tx: Tx, scope: OrganiserScope, given: NewBookings): Promise<BookingClash | null> {
  await sql`savepoint bookings`.execute(tx);
  try {
    await insertEach(tx, 'meetings.booking', given.bookings, { rowOf: (booking) => rowOf(scope, given, booking) });
    return null;
  } catch (fault) {
    const clash = clashOf(fault);
    if (clash === null) throw fault;
    await sql`rollback to savepoint bookings`.execute(tx);
    return clash;
  }
}

/** Frees what these meetings hold. */
export async function deleteBookings(tx: Tx, { editionId }: OrganiserScope, meetings: readonly string[]): Promise<void> {
  if (meetings.length === 0) return;
  await tx
    .deleteFrom('meetings.booking')
    .where('edition_id', '=', editionId)
    .where('meeting_id', 'in', [...meetings])
    .execute();
}

/** When these people interpret; read as the organiser. */
export async function loadInterpreting(
  tx: Tx,
  editionId: string,
  interpreters: readonly string[],
): Promise<readonly (Interval & { readonly interpreterId: string })[]> {
  const { rows } = await sql<Interval & { readonly interpreterId: string }>`
    select interpreter_id as "interpreterId", ${milliseconds('lower(during)')} as start, ${milliseconds('upper(during)')} as "end"
    from meetings.booking where edition_id = ${editionId} and interpreter_id = any (${[...interpreters]}::uuid[])`.execute(tx);
  return rows;
}

export interface SeatRow extends Interval {
  readonly owner: string;
  readonly seat: number;
}

const seatsOf = queryOf(
  (_, editionId: string, owners: readonly string[], during: string, without: readonly string[]) => sql<SeatRow>`
    select coalesce(participant_id, place_id) as owner, coalesce(seat_no, place_no) as seat, ${milliseconds('lower(during)')} as start, ${milliseconds('upper(during)')} as "end"
    from meetings.booking
    where edition_id = ${editionId} and during && ${during}::tstzmultirange and meeting_id <> all (${without}::uuid[]) and (participant_id = any (${owners}::uuid[]) or place_id = any (${owners}::uuid[]))`,
);

/** Seats of participants and places in use during any of the spans, but for those of some meetings; read as the organiser. */
export const loadSeats = (
  tx: Tx,
  editionId: string,
  owners: readonly string[],
  spans: readonly Interval[],
  without: readonly string[],
): Promise<readonly SeatRow[]> => read(tx, seatsOf(editionId, owners, `{${[...new Set(spans.map(rangeText))].join(',')}}`, without));
