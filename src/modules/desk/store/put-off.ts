// SQL of what waits for an office's answer and was put off.
import { sql } from 'kysely';
import type { OfficeId } from '#kernel/ids.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { DeskScope } from '../domain/scope.ts';

/** After how many months the office calls a tie quiet, and what does not ask again before a later moment. One query. */
export async function readOwnRules(
  tx: Tx,
  office: OfficeId,
  now: Date,
): Promise<{ readonly quietMonths: number | null; readonly putOff: readonly string[] }> {
  const { rows } = await sql<{ readonly quietMonths: number | null; readonly putOff: readonly string[] }>`
    select (select r.quiet_months from desk.reminder_rule r where r.owner_office = ${office}) as "quietMonths",
      (select coalesce(json_agg(p.subject order by p.subject), '[]') from desk.put_off p where p.owner_office = ${office} and p.until > ${now}) as "putOff"`.execute(
    tx,
  );
  return rows[0] ?? { quietMonths: null, putOff: [] };
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
