// Everything that the actor may see of ties, read for many of them at once.
import type { OfficeId } from '#kernel/ids.ts';
import { citiesByIds, type NamedCity } from '#modules/cities/api/open-city.ts';
import { pinsOf, statementsOf } from '#modules/evidence/api/read-statements.ts';
import type { Work } from '#platform/work.ts';
import type { CityOfTie } from '../contract/shapes.ts';
import type { TieFacts } from '../domain/tie-facts.ts';
import type { Pair, Side, TieCityId, TieId } from '../domain/tie.ts';
import { loadItems } from '../store/agreed-items.ts';
import { loadAgreements } from '../store/agreements.ts';
import { loadExchanges } from '../store/exchanges.ts';
import { loadKeepings } from '../store/keepings.ts';
import { loadSidesListing } from '../store/listings.ts';

export type KnownCities = ReadonlyMap<TieCityId, NamedCity>;

/** The cities of pairs, those left out that may not be shown. */
export const citiesOf = (work: Work, pairs: readonly Pair[]): Promise<KnownCities> =>
  citiesByIds(
    work,
    pairs.flatMap(({ a, b }) => [a, b]),
  );

export const showCity = ({ id, slug, name, country, officeId }: NamedCity): CityOfTie => ({
  id,
  slug,
  name: { ...name },
  country,
  officeId,
});

/** The side on which one of the offices is the city's own; null where none is. */
export function sideOf(pair: Pair, cities: KnownCities, offices: readonly OfficeId[]): Side | null {
  const isOwn = (city: TieCityId): boolean => offices.some((office) => office === cities.get(city)?.officeId);
  return isOwn(pair.a) ? 'a' : isOwn(pair.b) ? 'b' : null;
}

/** What may be seen of each tie, in the order asked for; a handful of queries whatever their number. */
export async function loadTieFacts(work: Work, ties: readonly TieId[]): Promise<readonly TieFacts[]> {
  const [statements, pins] = [await statementsOf(work, 'tie', ties), await pinsOf(work, 'tie', ties)];
  const agreements = await loadAgreements(work.tx, ties);
  const items = await loadItems(
    work.tx,
    agreements.map(({ id }) => id),
  );
  const exchanges = await loadExchanges(work.tx, ties);
  const keepings = Map.groupBy(await loadKeepings(work.tx, ties), ({ tieId }) => tieId);
  const listings = await loadSidesListing(work.tx, ties);
  const ofTie = Map.groupBy(agreements, ({ tieId }) => tieId);
  const itemsOf = Map.groupBy(items, ({ agreementId }) => agreementId);
  const exchangesOf = Map.groupBy(exchanges, ({ tieId }) => tieId);
  return ties.map((tieId) => ({
    tieId,
    statements: statements.get(tieId) ?? [],
    pins: pins.get(tieId) ?? [],
    agreements: ofTie.get(tieId) ?? [],
    items: (ofTie.get(tieId) ?? []).flatMap(({ id }) => itemsOf.get(id) ?? []),
    exchanges: exchangesOf.get(tieId) ?? [],
    keptBy: (keepings.get(tieId) ?? []).map(({ office }) => office),
    listedBy: listings.get(tieId) ?? [],
  }));
}
