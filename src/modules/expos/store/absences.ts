// SQL of when participants (`p`) and interpreters (`i`) are away.
import { sql, type RawBuilder } from 'kysely';
import { milliseconds } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { Absence } from '../domain/roster.ts';
import type { EditionScope } from '../domain/scope.ts';

const tables = { p: sql.table('expos.unavailable'), i: sql.table('expos.interpreter_unavailable') } as const;
const owners = { p: sql.ref('participant_id'), i: sql.ref('interpreter_id') } as const;

/** The absences of one of them, as a list in the order of their times. */
export const absencesOf = (of: 'p' | 'i'): RawBuilder<Absence[]> => sql`(
  select coalesce(json_agg(json_build_object('start', ${milliseconds('u.starts_at')}, 'end', ${milliseconds('u.ends_at')}, 'reason', u.reason)
    order by u.starts_at, u.ends_at, u.id), '[]')
  from ${tables[of]} u where u.edition_id = ${sql.ref(`${of}.edition_id`)} and u.${owners[of]} = ${sql.ref(`${of}.id`)})`;

/**
 * When one of them cannot be planned for by their own word: slots of which they said that they cannot. Of what is not marked nothing is said.
 * Slots that follow one another are one span.
 */
const saidSpans = (of: 'p' | 'i') => sql`
  select lower(r.span) as starts_at, upper(r.span) as ends_at, '' as reason from (
    select unnest(range_agg(tstzrange(s.starts_at, s.ends_at))) as span from expos.slot s
    join expos.said_time t on t.edition_id = s.edition_id and t.slot_id = s.id and t.addressee_id = ${sql.ref(`${of}.id`)}
    where s.edition_id = ${sql.ref(`${of}.edition_id`)} and t.says = 'cannot') r`;

const listed = sql`coalesce(json_agg(json_build_object('start', ${milliseconds('a.starts_at')}, 'end', ${milliseconds('a.ends_at')}, 'reason', a.reason)
    order by a.starts_at, a.ends_at, a.reason), '[]')`;

/** When the participant `p` or interpreter `i` cannot be planned for: absences, and what they said themselves. */
export const notFreeIn = (of: 'p' | 'i'): RawBuilder<Absence[]> => sql`(
  select ${listed} from (
    select u.starts_at, u.ends_at, u.reason from ${tables[of]} u where u.edition_id = ${sql.ref(`${of}.edition_id`)} and u.${owners[of]} = ${sql.ref(`${of}.id`)}
    union all ${saidSpans(of)}) a)`;

/** The same of all participants of the edition `e` at once: the lists of those who have any, as `away` by `of`. One by one they cost more than all else of an edition. */
export const notFreeInAll = sql`(
  select a.of, ${listed} as away from (
    select u.participant_id as of, u.starts_at, u.ends_at, u.reason from expos.unavailable u where u.edition_id = e.id
    union all
    select r.of, lower(r.span), upper(r.span), '' from (
      select t.addressee_id as of, unnest(range_agg(tstzrange(s.starts_at, s.ends_at))) as span from expos.said_time t
      join expos.slot s on s.edition_id = t.edition_id and s.id = t.slot_id
      where t.edition_id = e.id and t.says = 'cannot' group by t.addressee_id) r) a
  group by a.of)`;

/** The second part of that alone. */
export const saidAwayIn = (of: 'p' | 'i'): RawBuilder<Absence[]> => sql`(select ${listed} from (${saidSpans(of)}) a)`;

/** What the organiser has down of these participants, by their ids, without what they said themselves. */
export async function readAbsences(tx: Tx, editionId: string, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Absence[]>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ readonly of: string; readonly absences: readonly Absence[] }>`
    select a.participant_id as of, ${listed} as absences from expos.unavailable a
    where a.edition_id = ${editionId} and a.participant_id = any (${`{${ids.join(',')}}`}::uuid[]) group by a.participant_id`.execute(tx);
  return new Map(rows.map(({ of, absences }) => [of, absences]));
}

interface AbsenceOf extends Absence {
  readonly of: string;
}

/** Sets all absences of one of them, or of the whole edition (null). */
export async function writeAbsences(
  tx: Tx,
  { editionId, office }: EditionScope,
  whose: 'p' | 'i',
  { only, absences, newId }: { readonly only: string | null; readonly absences: readonly AbsenceOf[]; readonly newId: () => string },
): Promise<void> {
  await sql`delete from ${tables[whose]} where edition_id = ${editionId} and ${only === null ? sql`true` : sql`${owners[whose]} = ${only}`}`.execute(
    tx,
  );
  if (absences.length === 0) return;
  const rows = absences.map(({ of, start, end, reason }) => ({
    id: newId(),
    of,
    starts_at: new Date(start),
    ends_at: new Date(end),
    reason,
  }));
  await sql`
    insert into ${tables[whose]} (edition_id, id, ${owners[whose]}, owner_office, starts_at, ends_at, reason)
    select ${editionId}::uuid, id, "of", ${office}::uuid, starts_at, ends_at, reason
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id uuid, "of" uuid, starts_at timestamptz, ends_at timestamptz, reason text)`.execute(tx);
}
