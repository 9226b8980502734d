// SQL of the naming policy.
import type { MultilingualText } from '#kernel/language.ts';
import type { OfficeId } from '#kernel/ids.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { LabelContext, LabelRule, LabelState } from '../domain/naming-policy.ts';

/** All rules; there are few, and every name that is shown asks them. */
export async function loadRules(tx: Tx): Promise<readonly LabelRule[]> {
  const rows = await tx.selectFrom('cities.label_policy').select(['geonames_id', 'country', 'context', 'state', 'labels']).execute();
  return rows.map((row) => ({
    geonamesId: row.geonames_id,
    country: row.country,
    context: row.context as LabelContext,
    state: row.state as LabelState,
    labels: row.labels as MultilingualText | null,
  }));
}

/** The operator's register office; null where none was founded. */
export async function findRegisterOffice(tx: Tx): Promise<OfficeId | null> {
  const row = await tx.selectFrom('accounts.register_office').select('id').executeTakeFirst();
  return (row?.id ?? null) as OfficeId | null;
}
