// SQL of what waits for an office's answer and was put off.
import type { OfficeId } from '#kernel/ids.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { DeskScope } from '../domain/scope.ts';

/** What does not ask again before a later moment. */
export async function listPutOff(tx: Tx, office: OfficeId, now: Date): Promise<string[]> {
  const rows = await tx
    .selectFrom('desk.put_off')
    .select('subject')
    .where('owner_office', '=', office)
    .where('until', '>', now)
    .orderBy('subject')
    .execute();
  return rows.map(({ subject }) => subject);
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
