// Cities that look for a partner, as everybody reads it, as long as their calls are open.
import { isId, type OfficeId } from '#kernel/ids.ts';
import { ok, refuseInput, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import type { Asked } from '../../contract.ts';
import type { PartnerCall } from '../../contract/profile.ts';
import type { CityId } from '../../domain/city.ts';
import { earliestDay, wantsCity, type Sought } from '../../domain/profile/partner-call.ts';
import { worldRegionOf } from '../../domain/world-regions.ts';
import { countriesOfCalls, listCallsOf, listOpenCalls } from '../../store/partner-calls.ts';
import { citiesByIds } from '../open-city.ts';
import { showSought, showText } from './read-profile.ts';

interface Calls {
  entries: PartnerCall[];
  nextCursor: string | null;
  countries: string[];
}

/** The last begun first; those of cities that the naming policy hides are left out. */
export async function listPartnerCalls(work: Work, input: Asked<'listPartnerCalls'>): Promise<Result<Calls>> {
  const { cursor = null, limit, from, ...filter } = input;
  if (cursor !== null && !isId<'ProfileEntry'>(cursor)) return refuseInput([{ path: ['cursor'], code: 'kernel.bad_format' }]);
  const openOn = earliestDay(work.now);
  const found = await listOpenCalls(work.tx, {
    ...filter,
    openOn,
    limit,
    after: cursor,
    from: from === undefined ? undefined : { country: from, region: worldRegionOf(from) },
  });
  const shown = found.slice(0, limit);
  const cities = await citiesByIds(
    work,
    shown.map(({ cityId }) => cityId),
  );
  return ok({
    entries: shown.flatMap(({ cityId, sought, publishedAt, ...call }) => {
      const city = cities.get(cityId);
      if (city === undefined) return [];
      return [
        {
          ...showText({ ...call, kind: 'partner_call', extent: null, sought }),
          id: call.id,
          sought: showSought(sought),
          publishedAt: publishedAt.toISOString(),
          city: { id: city.id, slug: city.slug, name: { ...city.name }, country: city.country },
        },
      ];
    }),
    nextCursor: found.length > limit ? (shown.at(-1)?.id ?? null) : null,
    countries: [...(await countriesOfCalls(work.tx, openOn))],
  });
}

/** Calls beyond these nobody reads at once. */
const mostCalls = 5000;

/** What each city looks for that has an open call. */
export async function openCalls(work: Work): Promise<ReadonlyMap<CityId, readonly Sought[]>> {
  const calls = await listOpenCalls(work.tx, { openOn: earliestDay(work.now), limit: mostCalls });
  return new Map([...Map.groupBy(calls, ({ cityId }) => cityId)].map(([city, of]) => [city, of.map(({ sought }) => sought)] as const));
}

/** The calls that an office has published, the next to end first, with their cities; for desks and mail that tell when one ends. */
export async function callsOfOffice(work: Work, office: OfficeId) {
  const calls = await listCallsOf(work.tx, office);
  const cities = await citiesByIds(
    work,
    calls.map(({ cityId }) => cityId),
  );
  return calls.flatMap(({ cityId, ...call }) => {
    const city = cities.get(cityId);
    return city === undefined ? [] : [{ ...call, city }];
  });
}

type Place = Parameters<typeof wantsCity>[1];

/** The domains of those of a city's calls that a city like `us` is wanted by; null where none is. */
export function soughtBy(calls: readonly Sought[], us: Place, caller: Place): Sought['domains'] | null {
  const fitting = calls.filter((sought) => wantsCity(sought, us, caller));
  return fitting.length === 0 ? null : [...new Set(fitting.flatMap(({ domains }) => domains))];
}
