// SQL of screens in the halls, and of what they show.
import { sql } from 'kysely';
import type { OfficeId } from '#kernel/ids.ts';
import { milliseconds } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { InterpretedRow } from '../domain/agenda/interpreted.ts';
import type { ReleasedChange } from '../domain/schedule/hall-screen.ts';
import type { OrganiserScope, OverviewScope } from '../domain/scopes.ts';
import type { ChangeTold } from './releases.ts';

export interface ScreenSettings {
  readonly name: string;
  readonly shows: 'calls' | 'schedule';
  readonly names: 'numbers' | 'companies';
  readonly hall: string;
  readonly theme: 'dark' | 'light';
}

export interface ScreenRow extends ScreenSettings {
  readonly id: string;
  readonly editionId: string;
  readonly organiser: OfficeId;
  /** The office that stands for it. */
  readonly office: OfficeId;
  readonly madeAt: Date;
  readonly expiresAt: Date;
}

const shown = [
  'id',
  'edition_id as editionId',
  'owner_office as organiser',
  'office_id as office',
  'name',
  'shows',
  'names',
  'hall',
  'theme',
  'made_at as madeAt',
  'expires_at as expiresAt',
] as const;

/** Those of an edition that have not ended, the newest first, each with when its link was used last. */
export async function loadScreens(
  tx: Tx,
  { editionId }: OverviewScope | OrganiserScope,
): Promise<readonly (ScreenRow & { readonly seenAt: Date | null })[]> {
  return tx
    .selectFrom('meetings.screen as s')
    .select(shown)
    .select((from) =>
      from
        .selectFrom('accounts.links as l')
        .select((link) => link.fn.max('l.last_used_at').as('seen'))
        .whereRef('l.office', '=', 's.office_id')
        .as('seenAt'),
    )
    .where('edition_id', '=', editionId)
    .where('ended_at', 'is', null)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** The screen that these offices stand for; null where they stand for none. */
export async function findScreenOf(tx: Tx, offices: readonly OfficeId[]): Promise<ScreenRow | null> {
  const found = await tx
    .selectFrom('meetings.screen')
    .select(shown)
    .where('office_id', 'in', [...offices])
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return found ?? null;
}

export async function insertScreen(
  tx: Tx,
  { editionId, office: organiser }: OrganiserScope,
  { id, office, name, shows, names, hall, theme, madeAt, expiresAt }: Omit<ScreenRow, 'editionId' | 'organiser'>,
): Promise<void> {
  await tx
    .insertInto('meetings.screen')
    .values({
      ...{ edition_id: editionId, id, owner_office: organiser, shared_with: [office], office_id: office },
      ...{ name, shows, names, hall, theme, made_at: madeAt, expires_at: expiresAt },
    })
    .execute();
}

/** The office that stands for it; null where there is no such screen, or it has ended. */
export async function updateScreen(
  tx: Tx,
  { editionId }: OrganiserScope,
  screenId: string,
  change: ScreenSettings | { readonly ended_at: Date },
): Promise<OfficeId | null> {
  const changed = await tx
    .updateTable('meetings.screen')
    .set(change)
    .where('edition_id', '=', editionId)
    .where('id', '=', screenId)
    .where('ended_at', 'is', null)
    .returning('office_id')
    .executeTakeFirst();
  return changed?.office_id ?? null;
}

/** Sides of the meetings that begin in this span, or of those that begin first after it; none that was held in the live queue before. */
export async function loadBeginning(
  tx: Tx,
  editionId: string,
  { from, until }: { readonly from: Date; readonly until: Date },
): Promise<readonly InterpretedRow[]> {
  const coming = (entry: 'e' | 'f') =>
    sql`${sql.ref(`${entry}.edition_id`)} = ${editionId} and ${sql.ref(`${entry}.starts_at`)} >= ${from.toISOString()}::timestamptz
      and not ${sql.ref(`${entry}.cancelled`)}
      and not exists (select from met where met.meeting_id = ${sql.ref(`${entry}.meeting_id`)} and met.begun_at < ${sql.ref(`${entry}.starts_at`)})`;
  const { rows } = await sql<InterpretedRow>`
    with met as materialized (select q.meeting_id, q.begun_at from meetings.met_in_queue(${editionId}, null) q)
    select e.meeting_id as "meetingId", e.participant_id as "participantId", e.slot_id as "slotId", ${milliseconds('e.starts_at')} as start,
      ${milliseconds('e.ends_at')} as "end", e.sequence, e.cancelled, ${milliseconds('e.moved_from')} as "movedFrom", null as "metAt", null as taken,
      json_build_object('number', e.details->'number', 'place', e.details->'place', 'with', e.details->'with', 'understanding', json_build_object('kind', 'unknown')) as details
    from meetings.agenda_entry e
    where ${coming('e')}
      and e.starts_at <= greatest(${until.toISOString()}::timestamptz, (select min(f.starts_at) from meetings.agenda_entry f where ${coming('f')}))
    order by e.starts_at, e.participant_id`.execute(tx);
  return rows;
}

/** What the releases since a time changed, the first one apart, which changed nothing for anybody. */
export async function loadLateChanges(tx: Tx, editionId: string, since: Date): Promise<readonly ReleasedChange[]> {
  const { rows } = await sql<Omit<ReleasedChange, 'parties'> & Pick<ChangeTold['meeting'], 'a' | 'b'>>`
    select r.number as release, c.told #>> '{meeting,id}' as "meetingId", c.told #> '{meeting,a}' as a, c.told #> '{meeting,b}' as b,
      c.told -> 'before' as before, c.told -> 'after' as after, e.hall
    from meetings.release r cross join lateral jsonb_array_elements(r.changes) as c(told)
    left join lateral (
      select e.details #>> '{place,hall}' as hall from meetings.agenda_entry e
      where e.edition_id = r.edition_id and e.meeting_id = (c.told #>> '{meeting,id}')::uuid and e.participant_id = (c.told #>> '{meeting,a,id}')::uuid
    ) e on true
    where r.edition_id = ${editionId} and r.number > 1 and r.published_at > ${since.toISOString()}::timestamptz`.execute(tx);
  return rows.map(({ a, b, before, after, ...change }) => ({ ...change, parties: [a, b], before, after }));
}
