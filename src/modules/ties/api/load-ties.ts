// Everything that the actor may see of ties, read for many of them at once.
import type { OfficeId } from '#kernel/ids.ts';
import { citiesByIds, type NamedCity } from '#modules/cities/api/open-city.ts';
import { pinsOf, statementsOf } from '#modules/evidence/api/read-statements.ts';
import { rememberById, type Work } from '#platform/work.ts';
import type { CityOfTie } from '../contract/shapes.ts';
import type { TieFacts } from '../domain/tie-facts.ts';
import type { Keeping, Pair, Side, TieCityId, TieId } from '../domain/tie.ts';
import { loadItemsOfTies } from '../store/agreed-items.ts';
import { loadAgreements } from '../store/agreements.ts';
import { loadCarriers } from '../store/carriers.ts';
import { wordsOfTies } from '../store/exchange-words.ts';
import { loadExchanges } from '../store/exchanges.ts';
import { loadKeepings } from '../store/keepings.ts';
import { loadSidesListing } from '../store/listings.ts';
import { takingsOfTies } from '../store/takings.ts';
import { rememberWords } from './exchange/read-exchange-words.ts';
import { rememberHappenings } from './exchange/name-happenings.ts';
import { hearing } from './hearing.ts';

export type KnownCities = ReadonlyMap<string, NamedCity>;

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

/** The side on which one of the offices is the city's own; null where none is, or both are: then nobody is named first for it. */
export function sideOf(pair: Pair, cities: KnownCities, offices: readonly OfficeId[]): Side | null {
  const isOwn = (city: TieCityId): boolean => offices.some((office) => office === cities.get(city)?.officeId);
  return isOwn(pair.a) === isOwn(pair.b) ? null : isOwn(pair.a) ? 'a' : 'b';
}

/** Every keeping of each tie that may be seen. */
export const keepingsByTie = rememberById<TieId, readonly Keeping[]>(async ({ tx }, ties) =>
  Map.groupBy(await loadKeepings(tx, ties), ({ tieId }) => tieId),
);

/** The pairs of ties, as far as somebody shows to the actor that they keep them. */
export const pairsOf = (keepings: ReadonlyMap<TieId, readonly Keeping[]>): ReadonlyMap<TieId, Pair> =>
  new Map([...keepings].flatMap(([tieId, [first]]) => (first === undefined ? [] : [[tieId, first.pair] as const])));

/** What a row of a list says of ties, whoever says it, with what desks decided of it; `more`: what else is asked whether it is heard. */
async function loadListed(work: Work, ties: readonly TieId[], more: Promise<readonly unknown[]> = Promise.resolve([])) {
  const [others, statements, pins, agreements, keepings, listings, takings] = await Promise.all([
    more,
    statementsOf(work, 'tie', ties),
    pinsOf(work, 'tie', ties),
    loadAgreements(work.tx, ties),
    keepingsByTie(work, ties),
    loadSidesListing(work.tx, ties),
    takingsOfTies(work.tx, ties),
  ]);
  const pairs = pairsOf(keepings);
  const isSaid = others.length > 0 || agreements.length > 0 || takings.length > 0;
  const cities: KnownCities = isSaid ? await citiesOf(work, [...pairs.values()]) : new Map();
  const isHeard = hearing(work, { pairs, cities, takings });
  return { statements, pins, agreements, keepings, listings, takings, isHeard };
}

/** Everything that may be seen of them. */
async function loadSaid(work: Work, ties: readonly TieId[], carrying: Promise<readonly unknown[]> = Promise.resolve([])) {
  const recorded = Promise.all([loadItemsOfTies(work.tx, ties), loadExchanges(work.tx, ties), wordsOfTies(work.tx, ties)]);
  const more = Promise.all([carrying, recorded]).then(([carriers, [, exchanges]]) => [...carriers, ...exchanges]);
  const [listed, [items, exchanges, words]] = await Promise.all([loadListed(work, ties, more), recorded]);
  rememberWords(work, exchanges, words);
  rememberHappenings(work, listed.agreements, exchanges);
  return { ...listed, items, exchanges };
}

type Said = Awaited<ReturnType<typeof loadSaid>>;

/** What a list knows of a tie. */
export type ListedTie = Omit<TieFacts, 'items' | 'exchanges'>;

/** What of it stands on the pages of each tie, in the order asked for. */
function listedOf(
  { statements, pins, keepings, listings, isHeard, ...all }: Omit<Said, 'items' | 'exchanges'>,
  ties: readonly TieId[],
): readonly ListedTie[] {
  const agreements = Map.groupBy(all.agreements.filter(isHeard), ({ tieId }) => tieId);
  return ties.map((tieId) => ({
    tieId,
    statements: statements.get(tieId) ?? [],
    pins: pins.get(tieId) ?? [],
    agreements: agreements.get(tieId) ?? [],
    keptBy: (keepings.get(tieId) ?? []).map(({ office }) => office),
    listedBy: listings.get(tieId) ?? [],
  }));
}

/** The same with what was recorded of it. */
function factsOf(said: Said, ties: readonly TieId[]): readonly TieFacts[] {
  const itemsOf = Map.groupBy(said.items, ({ agreementId }) => agreementId);
  const exchanges = Map.groupBy(said.exchanges.filter(said.isHeard), ({ tieId }) => tieId);
  return listedOf(said, ties).map((tie) => ({
    ...tie,
    items: tie.agreements.flatMap(({ id }) => itemsOf.get(id) ?? []),
    exchanges: exchanges.get(tie.tieId) ?? [],
  }));
}

/** What rows of a list need of each tie, in one statement. */
export const loadListedTies = async (work: Work, ties: readonly TieId[]): Promise<readonly ListedTie[]> =>
  listedOf(await loadListed(work, ties), ties);

/** What may be seen of each tie and stands on its pages, in one statement whatever their number, but for the names of offices and cities. */
export const loadTieFacts = async (work: Work, ties: readonly TieId[]): Promise<readonly TieFacts[]> =>
  factsOf(await loadSaid(work, ties), ties);

/** The same of one tie, with what third parties say of it whether it stands there or not. */
export async function loadWholeTie(work: Work, tieId: TieId) {
  const carrying = loadCarriers(work.tx, tieId);
  const [said, carriers] = await Promise.all([loadSaid(work, [tieId], carrying), carrying]);
  const { agreements, exchanges, takings, isHeard } = said;
  return { facts: factsOf(said, [tieId])[0], carriers: carriers.filter(isHeard), all: { agreements, exchanges, carriers }, takings };
}
