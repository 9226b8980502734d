// SQL of what sides' desks decide of what third parties say of their ties, and of what there is to decide.
import { sql } from 'kysely';
import type { FlexDate } from '#kernel/flex-date.ts';
import type { AccountId, Id, OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { columns } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { queryOfIds, type From } from '#platform/postgres/query.ts';
import { read } from '#platform/postgres/read.ts';
import type { RegisterScope } from '../domain/scope.ts';
import type { Reply, Taking, ThingKind } from '../domain/taking.ts';
import type { TieId } from '../domain/tie.ts';

/** Those that the actor may know of: that something was left, its own office alone. */
export const takingsOf = (tx: Tx, ids: readonly string[]): Promise<readonly Taking[]> => read(tx, ofThings(ids));

// An answer to what was said before is none to what is said now.
const reply = sql<Reply | null>`(select r.verdict from ties.taking_reply r
  where r.thing_id = taking.thing_id and r.shared_with = array[taking.owner_office] and r.said_at >= taking.entered_at)`;

const selectTakings = (from: From) =>
  from.selectFrom('ties.taking').select([...columns('thing_id, owner_office as office, takes_up, differs'), reply.as('reply')]);

const ofThings = queryOfIds((from, ids: readonly string[]) => selectTakings(from).where(sql<boolean>`thing_id = any (${ids}::uuid[])`));

/** What was decided of everything that is said of the ties themselves, asked together with it. */
export const takingsOfTies = (tx: Tx, ties: readonly TieId[]): Promise<readonly Taking[]> => read(tx, ofTies(ties));

const ofTies = queryOfIds((from, ties: readonly TieId[]) =>
  selectTakings(from).where(
    sql<boolean>`thing_id = any (array(
      select id from ties.agreement where tie_id = any (${ties}::uuid[])
      union all select id from ties.exchange where tie_id = any (${ties}::uuid[])
      union all select id from ties.carrier where tie_id = any (${ties}::uuid[])))`,
  ),
);

/** What an office has decided since an instant. */
export async function takingsSince(
  tx: Tx,
  office: OfficeId,
  since: Date,
): Promise<readonly (Omit<Taking, 'office' | 'reply'> & { readonly at: string })[]> {
  const rows = await tx
    .selectFrom('ties.taking')
    .select(columns('thing_id, takes_up, differs, entered_at as at'))
    .where('owner_office', '=', office)
    .where(sql<boolean>`entered_at >= ${since}`)
    .orderBy('entered_at')
    .execute();
  return rows.map(({ at, ...taking }) => ({ ...taking, at: new Date(at).toISOString() }));
}

export interface Decided {
  readonly thingId: string;
  readonly takesUp: boolean | null;
  /** What it was instead, and the office that is told. */
  readonly differs?: { readonly words: string; readonly toldTo: OfficeId } | null;
}

/** Decides it anew for the office; null takes the decision back. */
export async function saveTaking(
  tx: Tx,
  { office }: Pick<RegisterScope, 'office'>,
  { thingId, takesUp, differs, by, now }: Decided & { readonly by: AccountId; readonly now: Date },
): Promise<void> {
  await tx.deleteFrom('ties.taking').where('thing_id', '=', thingId).where('owner_office', '=', office).execute();
  if (takesUp === null) return;
  await tx
    .insertInto('ties.taking')
    .values({
      thing_id: thingId,
      owner_office: office,
      visibility: takesUp ? 'public' : differs == null ? 'private' : 'shared',
      shared_with: differs == null ? [] : [differs.toldTo],
      differs: differs?.words ?? null,
      takes_up: takesUp,
      entered_by: by,
      entered_at: now.toISOString(),
    })
    .execute();
}

/** What somebody says of a tie, whatever it is, as it is named in a list; `at` is when it was entered (ISO). */
export interface Thing {
  readonly kind: ThingKind;
  readonly id: string;
  readonly tieId: TieId;
  readonly office: OfficeId;
  /** Of a carrier on record its organisation names it. */
  readonly title: MultilingualText | null;
  readonly organisationId: string | null;
  readonly date: FlexDate | null;
  readonly sourceId: Id<'Source'> | null;
  readonly at: string;
}

/** What offices enter of ties, whatever it is. */
export const things = sql`
  select 'agreement' as kind, id, tie_id, owner_office, title, null::uuid as organisation_id, coalesce(signed_on, valid_from) as date,
    source_id, entered_at from ties.agreement where withdrawn_at is null
  union all
  select 'exchange', id, tie_id, owner_office, title, null, starts, source_id, entered_at from ties.exchange where withdrawn_at is null
  union all
  select 'carrier', id, tie_id, owner_office,
    case when name is not null then jsonb_build_object('und', jsonb_build_object('text', name, 'origin', 'human')) end,
    organisation_id, starts, source_id, entered_at from ties.carrier where withdrawn_at is null`;

/** Everything of the ties that offices other than these have entered and that may be seen, in order of entry. */
export async function thingsOfOthers(tx: Tx, ties: readonly TieId[], offices: readonly OfficeId[]): Promise<readonly Thing[]> {
  const { rows } = await sql<Omit<Thing, 'at'> & { readonly at: Date }>`
    select kind, id, tie_id as "tieId", owner_office as office, title, organisation_id as "organisationId", date, source_id as "sourceId",
      entered_at as at
    from (${things}) said
    where tie_id = any (${ties}::uuid[]) and owner_office <> all (${offices}::uuid[])
    order by entered_at, id`.execute(tx);
  return rows.map(({ at, ...thing }) => ({ ...thing, at: at.toISOString() }));
}
