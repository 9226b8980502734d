// SQL of meetings: what the planner places, with the numbers they keep for ever.
import { sql } from 'kysely';
import type { Tx } from '#platform/postgres/database.ts';
import { queryOf } from '#platform/postgres/query.ts';
import { read } from '#platform/postgres/read.ts';
import { insertRows } from '#platform/postgres/insert-rows.ts';
import { thingSince } from '#platform/postgres/said-again.ts';
import { asLines, linesReader, numberOrNull, orNull, toldSince } from '#platform/postgres/told-since.ts';
import type { DerivedMeeting, Standing, StandingMeeting } from '../domain/planning/derive-meetings.ts';
import type { Meeting, MeetingOrder, PositiveWish } from '../domain/edition-facts.ts';
import type { OrganiserScope } from '../domain/scopes.ts';

/** Numbers handed out so far in an edition. */
export interface Counters {
  readonly lastMeeting: number;
  readonly lastPlan: number;
  readonly lastRelease: number;
}

const noneYet: Counters = { lastMeeting: 0, lastPlan: 0, lastRelease: 0 };

const counters = (editionId: string) =>
  sql<Counters>`select last_meeting as "lastMeeting", last_plan as "lastPlan", last_release as "lastRelease"
    from meetings.schedule where edition_id = ${editionId}`;

const countersOf = queryOf((_, editionId: string) => counters(editionId));

export const loadCounters = async (tx: Tx, editionId: string): Promise<Counters> => (await read(tx, countersOf(editionId)))[0] ?? noneYet;

// As PostgreSQL's locks of rows: what concerns few goes on beside what concerns few, also while one of those writes the row; the whole excludes all of it.
const locks = { requests: sql`for key share`, whole: sql`for update` } as const;

/** Holds the edition's lock until the transaction ends: one at a time derives all meetings, numbers plans or releases them; no other change goes on beside it. */
export const lockSchedule = (tx: Tx, scope: OrganiserScope): Promise<Counters> => lock(tx, scope, 'whole');

/** Beyond so many participants their locks cost more than having the edition alone. */
const mostParticipants = 40;

/**
 * Holds the requests and meetings of these participants: who enters or answers a request of theirs or changes a meeting of theirs at the same time waits,
 * others do not. To be taken before the lock for a change of the schedule.
 */
export async function lockRequests(tx: Tx, scope: OrganiserScope, participants: readonly string[]): Promise<Counters> {
  const ids = [...new Set(participants)].sort();
  if (ids.length > mostParticipants) return lock(tx, scope, 'whole');
  const counters = await lock(tx, scope, 'requests');
  // In their order, whoever asks, so that nobody waits in a circle (advisory locks).
  await sql`select pg_advisory_xact_lock(hashtextextended(${scope.editionId} || id, 71)) from unnest(${ids}::text[]) as id`.execute(tx);
  return counters;
}

async function lock(tx: Tx, { editionId, office }: OrganiserScope, strength: keyof typeof locks): Promise<Counters> {
  const locked = async () => (await sql<Counters>`${counters(editionId)} ${locks[strength]}`.execute(tx)).rows[0];
  const found = await locked();
  if (found !== undefined) return found;
  await tx
    .insertInto('meetings.schedule')
    .values({ edition_id: editionId, owner_office: office })
    .onConflict((c) => c.column('edition_id').doNothing())
    .execute();
  return (await locked()) ?? noneYet;
}

/** Hands out the number of the next release; until the transaction ends whoever changes the schedule waits (`for no key update`), but who answers requests does not. */
export async function takeReleaseNumber(tx: Tx, { editionId }: OrganiserScope): Promise<number> {
  const { rows } = await sql<{ readonly number: number }>`
    update meetings.schedule set last_release = last_release + 1 where edition_id = ${editionId} returning last_release as number`.execute(
    tx,
  );
  return rows[0]?.number ?? 1;
}

/** Hands out as many numbers of meetings and answers the first; whoever does so at the same time waits. */
export async function takeNumbers(tx: Tx, { editionId }: OrganiserScope, count: number): Promise<number> {
  const { rows } = await sql<{ readonly last: number }>`
    update meetings.schedule set last_meeting = last_meeting + ${count} where edition_id = ${editionId} returning last_meeting as last`.execute(
    tx,
  );
  return (rows[0]?.last ?? count) - count + 1;
}

/** Keeps the numbers handed out; the lock must be held. */
export async function saveCounters(tx: Tx, { editionId }: OrganiserScope, counters: Partial<Omit<Counters, 'lastRelease'>>): Promise<void> {
  const { lastMeeting, lastPlan } = counters;
  const set = {
    ...(lastMeeting === undefined ? {} : { last_meeting: lastMeeting }),
    ...(lastPlan === undefined ? {} : { last_plan: lastPlan }),
  };
  await tx.updateTable('meetings.schedule').set(set).where('edition_id', '=', editionId).execute();
}

/** A meeting under the alias `m`. */
export const meetingColumns = sql`m.id, m.number, m.a_participant as a, m.b_participant as b, m.round, m.wish_of_a as "wishOfA", m.wish_of_b as "wishOfB",
  m.session, m.fixed_slot as "fixedSlot"`;
const columns = sql`${meetingColumns}, m.standing`;

/** The names of those columns, for `asLines`, and how such a line is read. */
export const meetingCells = ['id', 'number', 'a', 'b', 'round', 'wishOfA', 'wishOfB', 'session', 'fixedSlot'];
const wishOf = (cell: string): PositiveWish | null => (cell === 'must' || cell === 'want' ? cell : null);
export const meetingOf = ([
  id = '',
  number = '',
  a = '',
  b = '',
  round = '',
  ofA = '',
  ofB = '',
  session = '',
  slot = '',
]: readonly string[]): Meeting => ({
  ...{ id, number: Number(number), a, b, round: Number(round) },
  ...{ wishOfA: wishOf(ofA), wishOfB: wishOf(ofB), session: numberOrNull(session), fixedSlot: orNull(slot) },
});

const standingOf = (cell = ''): Standing => (cell === 'wanted' || cell === 'excluded' ? cell : 'withdrawn');
const readStanding = linesReader((cells): StandingMeeting => ({ ...meetingOf(cells), standing: standingOf(cells[meetingCells.length]) }));

const meetingsAmong = queryOf(
  (_, editionId: string, among: readonly string[]) => sql<StandingMeeting>`select ${columns} from meetings.meeting m
    where m.edition_id = ${editionId} and m.a_participant = any (${among}::uuid[]) and m.b_participant = any (${among}::uuid[]) order by m.number`,
);

/** Every meeting on record, or those between the given participants; read as the organiser. */
export async function loadMeetings(tx: Tx, editionId: string, among?: readonly string[]): Promise<readonly StandingMeeting[]> {
  if (among !== undefined) return read(tx, meetingsAmong(editionId, among));
  const of = sql`from meetings.meeting m where m.edition_id = ${editionId}`;
  const told = asLines(sql`select ${columns} ${of} order by m.number`, [...meetingCells, 'standing']);
  const ask = async (known: readonly string[]): Promise<string> =>
    (await sql<{ readonly all: string }>`select ${toldSince({ rows: [sql`select m.ctid, m.xmin ${of}`], told }, known)} as all`.execute(tx))
      .rows[0]?.all ?? '';
  return thingSince(`meetings ${editionId}`, ask, readStanding);
}

/** Meetings to be planned. */
export async function loadWanted(tx: Tx, editionId: string): Promise<readonly Meeting[]> {
  const { rows } =
    await sql<Meeting>`select ${columns} from meetings.meeting m where m.edition_id = ${editionId} and m.standing = 'wanted' order by m.number`.execute(
      tx,
    );
  return rows;
}

export async function loadOrders(tx: Tx, editionId: string): Promise<readonly MeetingOrder[]> {
  const { rows } = await sql<MeetingOrder>`select earlier, later from meetings.meeting_order where edition_id = ${editionId}`.execute(tx);
  return rows;
}

export type NumberedMeeting = DerivedMeeting & Pick<Meeting, 'id' | 'number' | 'fixedSlot'>;

export async function insertMeetings(tx: Tx, { editionId, office }: OrganiserScope, meetings: readonly NumberedMeeting[]): Promise<void> {
  await insertRows(
    tx,
    'meetings.meeting',
    meetings.map((m) => ({
      edition_id: editionId,
      id: m.id,
      owner_office: office,
      number: m.number,
      a_participant: m.a,
      b_participant: m.b,
      round: m.round,
      wish_of_a: m.wishOfA,
      wish_of_b: m.wishOfB,
      session: m.session,
      fixed_slot: m.fixedSlot,
      standing: m.standing,
    })),
  );
}

export async function updateMeetings(tx: Tx, { editionId }: OrganiserScope, meetings: readonly StandingMeeting[]): Promise<void> {
  if (meetings.length === 0) return;
  const now = JSON.stringify(meetings.map(({ id, wishOfA, wishOfB, session, standing }) => ({ id, wishOfA, wishOfB, session, standing })));
  await sql`
    update meetings.meeting m set wish_of_a = n."wishOfA", wish_of_b = n."wishOfB", session = n.session, standing = n.standing
    from jsonb_to_recordset(${now}::jsonb) as n(id uuid, "wishOfA" text, "wishOfB" text, session smallint, standing text)
    where m.edition_id = ${editionId} and m.id = n.id`.execute(tx);
}

export async function insertOrders(tx: Tx, { editionId, office }: OrganiserScope, orders: readonly MeetingOrder[]): Promise<void> {
  const of = { edition_id: editionId, owner_office: office };
  await insertRows(
    tx,
    'meetings.meeting_order',
    orders.map(({ earlier, later }) => ({ ...of, earlier, later })),
  );
}
