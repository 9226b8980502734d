// SQL of releases: the whole schedule of a plan, what a change moved, and the notice of them that everybody who takes part may read.
import { sql } from 'kysely';
import type { MultilingualText } from '#kernel/language.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { Interval } from '#kernel/intervals.ts';
import type { DayNote } from '../domain/schedule/day-changes.ts';
import type { Placed, PositiveWish } from '../domain/edition-facts.ts';
import type { DifferenceKind, Spot } from '../domain/planning/plan-differences.ts';
import type { OrganiserScope, OverviewScope } from '../domain/scopes.ts';
import type { Counterpart } from '../domain/agenda/agenda.ts';

/** A meeting as a release names it, for ever: later renaming changes nothing. */
export interface MeetingTold {
  readonly id: string;
  readonly number: number;
  readonly a: Counterpart;
  readonly b: Counterpart;
  readonly wish: PositiveWish;
  readonly wishOfA: PositiveWish | null;
  readonly wishOfB: PositiveWish | null;
}

export interface ChangeTold {
  readonly meeting: MeetingTold;
  readonly kind: DifferenceKind;
  readonly before: Spot | null;
  readonly after: Spot | null;
}

/** Where a meeting is held. */
export type Seat = Pick<Placed, 'slotId' | 'placeId' | 'interpreterId'>;

/** A meeting that a change concerns: where it was and is held; null: not at all. */
export interface Moved {
  readonly meetingId: string;
  readonly before: Seat | null;
  readonly after: Seat | null;
}

/** The whole schedule as it was published. */
export interface Snapshot {
  readonly edition: { readonly name: MultilingualText; readonly timeZone: string };
  readonly meetings: readonly (Interval & {
    readonly meeting: MeetingTold;
    readonly slotId: string;
    readonly placeId: string;
    readonly interpreterId: string | null;
    readonly placeCode: string;
    readonly interpreter: string | null;
  })[];
}

export interface NewRelease {
  readonly id: string;
  readonly number: number;
  /** A plan is kept whole, a change as what it moved; `more`: meetings beyond those of the release before. */
  readonly kept:
    | { readonly kind: 'plan'; readonly planId: string; readonly snapshot: Snapshot }
    | { readonly kind: 'change'; readonly moved: readonly Moved[]; readonly more: number };
  readonly publishedAt: Date;
  readonly publishedBy: string | null;
  readonly changes: readonly ChangeTold[];
  /** What the roster was told together with it. */
  readonly onTheDay?: DayNote | undefined;
  /** Number of the change that it takes back. */
  readonly takesBack?: number | undefined;
}

/** Enters a release, whose number was handed out, and the notice of it; answers how many meetings the schedule holds from then on. One statement. */
export async function insertRelease(tx: Tx, { editionId, office }: OrganiserScope, release: NewRelease): Promise<number> {
  const { kept, number } = release;
  const [planId, snapshot, moved] =
    kept.kind === 'plan' ? [kept.planId, JSON.stringify(kept.snapshot), null] : [null, null, JSON.stringify(kept.moved)];
  const meetings =
    kept.kind === 'plan'
      ? sql<number>`${kept.snapshot.meetings.length}::int`
      : sql<number>`(select r.meetings + ${kept.more}::int from meetings.release r where r.edition_id = ${editionId} and r.number = ${number - 1})`;
  const onTheDay = release.onTheDay === undefined ? null : JSON.stringify(release.onTheDay);
  const { rows } = await sql<{ readonly meetings: number }>`
    with entered as (
      insert into meetings.release (edition_id, id, owner_office, number, kind, plan_id, published_at, published_by, meetings, snapshot, moved, changes, on_the_day, takes_back)
      select ${editionId}, ${release.id}, ${office}, ${number}, ${kept.kind}, ${planId}::uuid, ${release.publishedAt}, ${release.publishedBy}::uuid, ${meetings},
        ${snapshot}::jsonb, ${moved}::jsonb, ${JSON.stringify(release.changes)}::jsonb, ${onTheDay}::jsonb, ${release.takesBack ?? null}::int
      returning edition_id, number, owner_office, id, published_at, meetings),
    noted as (
      insert into meetings.release_notice (edition_id, number, owner_office, release_id, published_at)
      select edition_id, number, owner_office, id, published_at from entered)
    select meetings from entered`.execute(tx);
  return rows[0]?.meetings ?? 0;
}

/** Meetings of these participants that a change on the day cancelled. */
export async function loadCancelled(tx: Tx, { editionId }: OrganiserScope, participants: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly id: string }>`
    select distinct m.id from meetings.release r
    cross join lateral jsonb_array_elements(r.moved) as x(one)
    join meetings.meeting m on m.edition_id = r.edition_id and m.id = (x.one ->> 'meetingId')::uuid
      and array[m.a_participant, m.b_participant] && ${`{${participants.join(',')}}`}::uuid[]
    where r.edition_id = ${editionId} and r.on_the_day is not null and x.one -> 'after' = 'null'::jsonb`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Of the changes of a release so many are read: that of a great expo moves tens of thousands of meetings. */
export const changesShown = 1000;

export interface ReleaseRow {
  readonly id: string;
  readonly number: number;
  readonly kind: 'plan' | 'change';
  readonly planNumber: number | null;
  readonly publishedAt: Date;
  readonly onTheDay: boolean;
  readonly takesBack: number | null;
  readonly meetings: number;
  /** The first `changesShown` of `changed`. */
  readonly changes: readonly ChangeTold[];
  readonly changed: number;
}

const shownRelease = sql.raw(
  `r.id, r.number, r.kind, p.number as "planNumber", r.published_at as "publishedAt", r.on_the_day is not null as "onTheDay",
   r.takes_back as "takesBack", r.meetings, jsonb_path_query_array(r.changes, '$[0 to ${changesShown - 1}]') as changes, jsonb_array_length(r.changes) as changed`,
);

/** One more than `limit` releases, newest first. */
export async function listReleaseRows(
  tx: Tx,
  { editionId }: OverviewScope,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<readonly ReleaseRow[]> {
  const { rows } = await sql<ReleaseRow>`
    select ${shownRelease}
    from meetings.release r left join meetings.plan p on p.edition_id = r.edition_id and p.id = r.plan_id
    where r.edition_id = ${editionId} and (${after}::uuid is null or r.id < ${after}::uuid) order by r.id desc limit ${limit + 1}`.execute(
    tx,
  );
  return rows;
}

/**
 * The change that can be taken back now: the newest release, unless that takes one back itself; then the schedule stands as before the one
 * taken back, and whatever came before it is next. Null where that is a released plan.
 */
export async function loadWayBack(tx: Tx, { editionId }: OverviewScope | OrganiserScope): Promise<ReleaseRow | null> {
  const { rows } = await sql<ReleaseRow>`
    with recursive walk as (
      select number, takes_back from meetings.release
      where edition_id = ${editionId} and number = (select max(number) from meetings.release where edition_id = ${editionId})
      union all
      select r.number, r.takes_back from walk w join meetings.release r on r.edition_id = ${editionId} and r.number = w.takes_back - 1
    )
    select ${shownRelease}
    from walk w join meetings.release r on r.edition_id = ${editionId} and r.number = w.number
    left join meetings.plan p on p.edition_id = r.edition_id and p.id = r.plan_id
    where w.takes_back is null and r.kind = 'change'`.execute(tx);
  return rows[0] ?? null;
}

/** What a change told the roster (null: nothing) and moved; null for a plan, and for what takes a change back. */
export async function loadChange(
  tx: Tx,
  { editionId }: OrganiserScope,
  number: number,
): Promise<{ readonly note: DayNote | null; readonly moved: readonly Moved[] } | null> {
  const { rows } = await sql<{ note: DayNote | null; moved: readonly Moved[] }>`
    select on_the_day as note, moved from meetings.release
    where edition_id = ${editionId} and number = ${number} and kind = 'change' and takes_back is null`.execute(tx);
  return rows[0] ?? null;
}

/** What everybody who takes part may know of a release. */
export interface Notice {
  readonly number: number;
  readonly publishedAt: Date;
}

/** The newest release that the actor may know of. */
export async function loadNotice(tx: Tx, editionId: string): Promise<Notice | null> {
  const { rows } = await sql<Notice>`
    select number, published_at as "publishedAt" from meetings.release_notice where edition_id = ${editionId} order by number desc limit 1`.execute(
    tx,
  );
  return rows[0] ?? null;
}
