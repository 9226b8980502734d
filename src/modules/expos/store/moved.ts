// SQL of spans that move with the days of an edition: slots and absences.
import { sql } from 'kysely';
import type { Tx } from '#platform/postgres/database.ts';
import type { EditionId } from '../domain/edition.ts';
import type { EditionScope } from '../domain/scope.ts';

interface Span {
  readonly id: string;
  /** UTC milliseconds. */
  readonly start: number;
  readonly end: number;
}

/** All absences of participants or interpreters. */
export async function listAbsences(
  tx: Tx,
  editionId: EditionId,
  table: 'expos.unavailable' | 'expos.interpreter_unavailable',
): Promise<readonly Span[]> {
  const rows = await tx.selectFrom(table).select(['id', 'starts_at', 'ends_at']).where('edition_id', '=', editionId).execute();
  return rows.map((row) => ({ id: row.id, start: row.starts_at.getTime(), end: row.ends_at.getTime() }));
}

/** Sets the times of rows that exist. In two steps, since slots may not overlap on their way past each other. */
export async function writeMoved(
  tx: Tx,
  { editionId }: EditionScope,
  table: 'slot' | 'unavailable' | 'interpreter_unavailable',
  spans: readonly Span[],
): Promise<void> {
  if (spans.length === 0) return;
  const rows = spans.map(({ id, start, end }) => ({
    id,
    starts_at: new Date(start).toISOString(),
    ends_at: new Date(end).toISOString(),
  }));
  const target = sql.table(`expos.${table}`);
  if (table === 'slot')
    await sql`
      update ${target} set starts_at = starts_at + interval '5000 years', ends_at = ends_at + interval '5000 years'
      where edition_id = ${editionId}`.execute(tx);
  await sql`
    update ${target} t set starts_at = r.starts_at, ends_at = r.ends_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, starts_at timestamptz, ends_at timestamptz)
    where t.edition_id = ${editionId} and t.id = r.id`.execute(tx);
}
