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
 * When the participant `p` cannot be planned for: its absences, slots of which it said that it cannot, and, once it has said of any that it
 * can, those of which it said nothing. Slots that follow one another are one span.
 */
export const notFreeIn: RawBuilder<Absence[]> = sql`(
  select coalesce(json_agg(json_build_object('start', ${milliseconds('a.starts_at')}, 'end', ${milliseconds('a.ends_at')}, 'reason', a.reason)
    order by a.starts_at, a.ends_at, a.reason), '[]')
  from (
    select u.starts_at, u.ends_at, u.reason from expos.unavailable u where u.edition_id = p.edition_id and u.participant_id = p.id
    union all
    select lower(r.span), upper(r.span), '' from (
      select unnest(range_agg(tstzrange(s.starts_at, s.ends_at))) as span from expos.slot s
      left join expos.said_time t on t.edition_id = s.edition_id and t.slot_id = s.id and t.participant_id = p.id
      where s.edition_id = p.edition_id and p.times_said_at is not null and (t.says = 'cannot' or (t.says is null and exists (
        select 1 from expos.said_time c where c.edition_id = p.edition_id and c.participant_id = p.id and c.says = 'can')))) r) a)`;

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
