// Lists of the register and of the gazetteer.
import { isId } from '#kernel/ids.ts';
import { byId, cutPage, readCursor } from '#kernel/pages.ts';
import { ok, type Result } from '#kernel/result.ts';
import type { Transact, Work } from '#platform/work.ts';
import type { Answer, Asked, ListedPlace } from '../contract.ts';
import { meantByShortName } from '../domain/chinese-short-names.ts';
import type { GazetteerPlace } from '../formats/gazetteer-line.ts';
import { searchPlaces } from '../formats/gazetteer.ts';
import { countriesOfCities, findSlugsByGeonames, listCityRecords } from '../store/cities.ts';
import { namingOf } from './naming.ts';
import { searchNames } from './search-names.ts';
import { showCities } from './show-city.ts';

const MOST_FOUND = 200;
const MOST_PLACES = 12;

/** Cities by name, those the naming policy hides left out; `q` finds them by any name, folded, in pinyin or misspelt. */
export async function listCities(work: Work, input: Asked<'listCities'>): Promise<Result<Answer<'listCities'>>> {
  const { q = '', country = null, steward = null, cursor, limit } = input;
  const after = readCursor<'City'>(cursor);
  if (!after.ok) return after;
  const found = q === '' ? null : await searchNames(work, { q, limit: MOST_FOUND });
  const among = found === null ? null : found.flatMap(({ kind, id }) => (kind === 'city' && isId<'City'>(id) ? [id] : []));
  const records = await listCityRecords(work.tx, { among, country, stewardedBy: steward, after: after.value, limit });
  const naming = await namingOf(work);
  const page = cutPage(records, limit, byId);
  const entries = await showCities(
    work,
    page.entries.filter((record) => naming.mayShow(record)),
  );
  return ok({
    entries,
    nextCursor: page.nextCursor,
    countries: [...((cursor === undefined ? await countriesOfCities(work.tx) : null) ?? [])],
  });
}

/** Places of the gazetteer that the naming policy lets in, the greatest first, with the address of those on record. */
export async function searchGazetteer(transact: Transact, { q }: Asked<'searchGazetteer'>): Promise<Result<{ entries: ListedPlace[] }>> {
  const found: GazetteerPlace[] = [];
  for (const words of [...meantByShortName(q), q]) {
    const places = await searchPlaces(words, MOST_PLACES);
    if (!places.ok) return places;
    // What a short name stands for is a place of China; what is called like it elsewhere is not meant.
    found.push(
      ...places.value.filter(
        ({ country, geonamesId }) => (words === q || country === 'CN') && !found.some((one) => one.geonamesId === geonamesId),
      ),
    );
  }
  return transact(async (work) => ok({ entries: await listPlaces(work, found.slice(0, MOST_PLACES)) }));
}

async function listPlaces(work: Work, places: readonly GazetteerPlace[]): Promise<ListedPlace[]> {
  const naming = await namingOf(work, 'import');
  const slugs = await findSlugsByGeonames(
    work.tx,
    places.map(({ geonamesId }) => geonamesId),
  );
  return places
    .filter((place) => naming.mayShow(place))
    .map(({ alsoCalled: _others, ...place }) => ({
      ...place,
      countryName: { ...naming.countryLabelOf(place.country) },
      slug: slugs.get(place.geonamesId) ?? null,
    }));
}
