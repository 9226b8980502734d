// SQL of what waits for an office's answer: what of it was put off, and how often a letter has reminded of it.
import { sql } from 'kysely';
import type { OfficeId } from '#kernel/ids.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { Reminded } from '../domain/answers.ts';
import type { DeskScope } from '../domain/scope.ts';

/** What does not ask again before a later moment, and how often the office was reminded of what. One query. */
export async function readWaits(
  tx: Tx,
  office: OfficeId,
  now: Date,
): Promise<{ readonly putOff: ReadonlySet<string>; readonly reminded: ReadonlyMap<string, Reminded> }> {
  const { rows } = await sql<{ readonly subject: string; readonly times: number | null; readonly lastOn: string | null }>`
    select p.subject, null::int as times, null as "lastOn" from desk.put_off p where p.owner_office = ${office} and p.until > ${now}
    union all
    select r.subject, r.times, r.last_on::text from desk.reminder r where r.owner_office = ${office}`.execute(tx);
  return {
    putOff: new Set(rows.flatMap(({ subject, times }) => (times === null ? [subject] : []))),
    reminded: new Map(
      rows.flatMap(({ subject, times, lastOn }) => (times === null || lastOn === null ? [] : [[subject, { times, lastOn }]])),
    ),
  };
}

/** Null: it asks at once. */
export async function savePutOff(tx: Tx, scope: DeskScope, subject: string, until: Date | null): Promise<void> {
  const values = { until: until?.toISOString() ?? null };
  await tx
    .insertInto('desk.put_off')
    .values({ owner_office: scope.office, subject, ...values })
    .onConflict((conflict) => conflict.columns(['owner_office', 'subject']).doUpdateSet(values))
    .execute();
}

/** Counts what a letter of the day reminds of, once a day. */
export async function countReminders(tx: Tx, office: OfficeId, subjects: readonly string[], day: string): Promise<void> {
  if (subjects.length > 0) await sql`select desk.count_reminders(${office}, ${subjects}::text[], ${day}::date)`.execute(tx);
}
