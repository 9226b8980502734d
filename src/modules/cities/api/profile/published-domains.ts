// In which domains cities have published something of themselves.
import type { Work } from '#platform/work.ts';
import type { CityId } from '../../domain/city.ts';
import type { Domain } from '../../domain/profile/domains.ts';
import type { ProfileKind } from '../../domain/profile/profile.ts';
import { listPublishedDomains } from '../../store/published-domains.ts';

/** Kind and domain of each published entry by city; entries of no domain are left out. */
export const publishedDomains = async (
  work: Work,
): Promise<ReadonlyMap<CityId, readonly { readonly kind: ProfileKind; readonly domain: Domain }[]>> =>
  Map.groupBy(await listPublishedDomains(work.tx), ({ cityId }) => cityId);
