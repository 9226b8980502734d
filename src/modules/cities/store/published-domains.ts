// SQL of the domains of published profiles.
import { columns } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { CityId } from '../domain/city.ts';
import type { Domain } from '../domain/profile/domains.ts';
import type { ProfileKind } from '../domain/profile/profile.ts';

/** Each kind and domain that a city has published something in, once. */
export async function listPublishedDomains(
  tx: Tx,
): Promise<readonly { readonly cityId: CityId; readonly kind: ProfileKind; readonly domain: Domain }[]> {
  const rows = await tx
    .selectFrom('cities.published_entry')
    .select(columns('city_id, kind, domain'))
    .distinct()
    .where('domain', 'is not', null)
    .orderBy('city_id')
    .execute();
  return rows.flatMap(({ domain, ...row }) => (domain === null ? [] : [{ ...row, domain }]));
}
