// Challenges and practices that cities have published, for everybody: by theme, or by words of either language.
import { isId } from '#kernel/ids.ts';
import { ok, refuseInput, type Result } from '#kernel/result.ts';
import { publishedByIds, toldStamp } from '#modules/cities/api/profile/told-entries.ts';
import { citiesByIds, type NamedCity } from '#modules/cities/api/open-city.ts';
import { asPublic, type Transact, type Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { domainsNamed } from '../../domain/cities/domain-words.ts';
import { compared, isCompared } from '../../domain/cities/told.ts';
import { askCities } from './ask-pool.ts';
import { shownTold } from './show-told.ts';

/** What words are looked for in is what everybody reads, whoever asks. */
async function gather(caller: Work, { kind, domain, country }: Asked<'listTold'>) {
  const work = await asPublic(caller);
  const { stamp, entries } = await toldStamp(work, compared);
  const cities = await citiesByIds(
    work,
    entries.map(({ cityId }) => cityId),
  );
  const shown = entries.filter(({ cityId }) => cities.has(cityId));
  const asked = shown.filter(
    (entry) =>
      (kind === undefined || entry.kind === kind) &&
      (domain === undefined || entry.domain === domain) &&
      (country === undefined || cities.get(entry.cityId)?.country === country),
  );
  const countries = [...new Set(shown.flatMap(({ cityId }) => cities.get(cityId)?.country ?? []))].sort();
  // The last begun first.
  return ok({
    stamp,
    ids: asked.map(({ id }) => id).toReversed(),
    domainOf: new Map<string, string | null>(asked.map(({ id, domain: of }) => [id, of])),
    cities,
    countries,
  });
}

async function shown(caller: Work, ids: readonly string[], cities: ReadonlyMap<string, NamedCity>) {
  const told = await publishedByIds(await asPublic(caller), ids);
  return ok(
    ids.flatMap((id) => {
      const entry = told.get(id);
      const city = entry === undefined ? undefined : cities.get(entry.cityId);
      return entry === undefined || city === undefined || !isCompared(entry.kind) ? [] : [shownTold({ ...entry, kind: entry.kind }, city)];
    }),
  );
}

/** Without words the newest first, with words the closest, then those of a domain that they name. */
export async function listTold(transact: Transact, input: Asked<'listTold'>): Promise<Result<Answer<'listTold'>>> {
  const { q = '', cursor = null, limit } = input;
  if (cursor !== null && !isId(cursor)) return refuseInput([{ path: ['cursor'], code: 'kernel.bad_format' }]);
  const gathered = await transact((work) => gather(work, input));
  if (!gathered.ok) return gathered;
  const { stamp, cities, countries, domainOf } = gathered.value;
  let { ids }: { ids: readonly string[] } = gathered.value;
  if (q !== '') {
    const found = await askCities(transact, { stamp, ownWords: [], ask: { kind: 'search', words: q, ids } });
    if (!found.ok) return found;
    const close = 'ids' in found.value ? found.value.ids : [];
    // Then those of a domain that the words name.
    const named: readonly string[] = domainsNamed(q);
    ids = [...close, ...ids.filter((id) => !close.includes(id) && named.includes(domainOf.get(id) ?? ''))];
  }
  // Where one has gone meanwhile the list begins anew.
  const from = cursor === null ? 0 : ids.indexOf(cursor) + 1;
  const page = ids.slice(from, from + limit);
  const entries = await transact((work) => shown(work, page, cities));
  if (!entries.ok) return entries;
  const nextCursor = from + limit < ids.length ? (page.at(-1) ?? null) : null;
  return ok({ entries: entries.value, nextCursor, total: ids.length, countries });
}
