// Weighs the places that one end may mean by what the end itself says: name, country, region, coordinates.
import { isKin, type ReadCountry } from './match-country.ts';
import type { MatchFlag, MatchReason } from './match-end.ts';
import { isPartOfCity, isSeat, kilometresBetween, weightOf, type Entry } from './match-entry.ts';
import { regionsCalled } from './match-regions.ts';
import { isLonger, likeness, nameKey } from './match-name.ts';
import type { Hit, NearPlace, Pool, PooledEnd } from './match-pool.ts';

export interface Weighed {
  readonly entry: Entry;
  readonly score: number;
  readonly reasons: readonly MatchReason[];
}

export interface Decision {
  /** The place that is meant; null where none is found or none is certain. */
  readonly chosen: Weighed | null;
  /** Places that may be meant, the likeliest first; the chosen one is not among them. */
  readonly others: readonly Weighed[];
  /** Why there is none; empty where one is chosen. */
  readonly reasons: readonly MatchReason[];
  readonly flags: readonly MatchFlag[];
  /** Evidence from ties may decide among the others. */
  readonly isOpen: boolean;
}

/** What the coordinates are worth: nothing is said, they fit the country, they do not, many names share them, or they are whole degrees. */
export type CoordinateState = 'none' | 'fit' | 'foreign' | 'shared' | 'coarse';

/** Within this distance a place of the name is the one that is meant: coordinates are of the middle, the church or the district. */
const NEAR = 25;
/** Up to here only where no other place of the country is called so. */
const REACH = 45;
/** A name that is only nearly right must lie nearer. */
const NEAR_SIMILAR = 8;
/** A name that is cut short, too. */
const NEAR_SHORTENED = 8;
/** Two entries of one name so close together are one town entered twice. */
const SAME_TOWN = 15;
/** A place is meant without more words when it is so much greater than the others of its name. */
const FAR_GREATER = 8;
const BESIDE = 60;
/** Coordinates rounded more than this tell hardly more than the country. */
const COARSE = 20;
/** Beside a place whose first name it is, one that is only also called so counts for little: many such names are former ones. */
const ALSO_CALLED = 0.1;

const quality: Readonly<Record<Hit['origin'], number>> = { whole: 1, core: 0.98, shortened: 0.85 };
const qualityOf = ({ origin, isMainName }: Hit): number => quality[origin] - (isMainName ? 0 : 0.01);
const bounded = (score: number): number => Math.round(Math.max(0, Math.min(1, score)) * 1000) / 1000;

const nameReason = ({ origin, isMainName, entry }: Hit): MatchReason =>
  origin === 'shortened'
    ? { code: 'name_shortened', params: { name: entry.name } }
    : isMainName
      ? { code: 'name_same' }
      : { code: 'name_known', params: { name: entry.name } };

const countryReason = (codes: readonly string[], { country }: Entry): readonly MatchReason[] =>
  codes.length === 0 ? [] : [{ code: codes.includes(country) ? 'country_same' : 'country_other', params: { country } }];

/** Whether a place filed under a country may be meant by what is written. */
const fitting =
  ({ codes, isTerritory }: ReadCountry) =>
  (found: string): boolean =>
    codes.length === 0 || codes.some((code) => (isTerritory ? code === found : isKin(code, found)));

/** What the coordinates of an end are worth; `isShared` where other names of the list stand at the same point. */
export function coordinateState({ prepared, near, countriesAround }: PooledEnd, isShared: boolean): CoordinateState {
  const { at, country, slackKilometres } = prepared;
  if (at === null) return 'none';
  if (isShared) return 'shared';
  if (slackKilometres > COARSE) return 'coarse';
  if (country.codes.length === 0) return 'fit';
  const fits = fitting(country);
  if (near.length > 0) return near.some(({ entry }) => fits(entry.country)) ? 'fit' : 'foreign';
  return [...(countriesAround ?? [])].some(fits) ? 'fit' : 'foreign';
}

const undecided = (others: readonly Weighed[], reasons: readonly MatchReason[], flags: readonly MatchFlag[], isOpen = true): Decision => ({
  chosen: null,
  others,
  reasons,
  flags,
  isOpen,
});
const decided = (chosen: Weighed, others: readonly Weighed[], flags: readonly MatchFlag[] = []): Decision => ({
  chosen,
  others: others.filter(({ entry }) => entry !== chosen.entry),
  reasons: [],
  flags,
  isOpen: false,
});

/** An open decision that other evidence has settled. */
export const settled = (decision: Decision, chosen: Weighed): Decision => ({
  chosen,
  others: decision.others.filter(({ entry }) => entry !== chosen.entry),
  reasons: [],
  flags: decision.flags.filter((flag) => flag !== 'homonym_undecided'),
  isOpen: false,
});

/** The decision that the end's own words allow. `namesOf` reads a place's spellings. */
export function decide(pooled: PooledEnd, state: CoordinateState, pool: Pool, namesOf: (entry: Entry) => readonly string[]): Decision {
  const { prepared, stated } = pooled;
  if (stated !== null) return decided({ entry: stated, score: 1, reasons: [{ code: 'number_stated' }] }, []);
  const kindFlags = flagsOfKind(pooled);
  if (prepared.kind === 'country') return undecided([], [{ code: 'is_region' }], kindFlags, false);
  const hits = hitsOf(pooled);
  if (state === 'fit') return byDistance(pooled, hits, namesOf, kindFlags);
  const flags: readonly MatchFlag[] = state === 'foreign' ? [...kindFlags, 'coordinates_suspicious'] : kindFlags;
  return byName(pooled, hits, pool, flags);
}

function flagsOfKind({ prepared: { kind } }: PooledEnd): readonly MatchFlag[] {
  if (kind === 'region' || kind === 'country') return ['is_region'];
  if (kind === 'district') return ['is_district'];
  return kind === 'municipality' ? ['is_municipality'] : [];
}

/** The places of the name in the countries that may be meant; those of a kindred territory only near the coordinates. */
function hitsOf({ prepared: { country, at, slackKilometres }, hits }: PooledEnd): readonly Hit[] {
  const { codes } = country;
  if (codes.length === 0) return hits;
  const isNear = (entry: Entry): boolean => at !== null && kilometresBetween(at, entry) <= SAME_TOWN + slackKilometres;
  const fits = fitting(country);
  return hits.filter(({ entry }) => codes.includes(entry.country) || (fits(entry.country) && isNear(entry)));
}

const inRegions = ({ prepared: { regions } }: PooledEnd, { country, region }: Entry): boolean =>
  regions.some((one) => one.country === country && one.code === region);
/** A region that is written speaks against places of its country that lie in another one. */
const againstRegion = (pooled: PooledEnd, entry: Entry): boolean =>
  pooled.prepared.regions.some(({ country }) => country === entry.country) && !inRegions(pooled, entry);

interface Ranked {
  readonly weighed: Weighed;
  readonly rank: number;
  readonly kilometres: number;
  readonly hit: Hit;
}

function ranked(pooled: PooledEnd, hit: Hit): Ranked {
  const { at, slackKilometres, country } = pooled.prepared;
  const exact = at === null ? 0 : kilometresBetween(at, hit.entry);
  const kilometres = Math.max(0, exact - slackKilometres);
  const size = Math.min(6, Math.log10(hit.entry.population + 1)) * 0.008;
  const rank = qualityOf(hit) - kilometres * 0.012 + size - (isPartOfCity(hit.entry) ? 0.03 : 0);
  const regionReason: readonly MatchReason[] = inRegions(pooled, hit.entry)
    ? [{ code: 'region_same', params: { region: hit.entry.region } }]
    : [];
  const distance: MatchReason = { code: 'distance', params: { kilometres: Math.round(exact) } };
  const reasons = [nameReason(hit), ...countryReason(country.codes, hit.entry), ...regionReason, distance];
  return { weighed: { entry: hit.entry, score: bounded(qualityOf(hit) * (0.995 - kilometres * 0.004)), reasons }, rank, kilometres, hit };
}

function byDistance(
  pooled: PooledEnd,
  hits: readonly Hit[],
  namesOf: (entry: Entry) => readonly string[],
  flags: readonly MatchFlag[],
): Decision {
  const all = hits.map((hit) => ranked(pooled, hit)).toSorted((a, b) => b.rank - a.rank);
  const others = all.map(({ weighed }) => weighed);
  const regional =
    pooled.prepared.regions.length > 0 &&
    !all.some(({ weighed, kilometres }) => kilometres <= NEAR && !againstRegion(pooled, weighed.entry));
  const inRegion = regional ? all.filter(({ weighed }) => inRegions(pooled, weighed.entry)) : [];
  // The region that is written beside the name goes before coordinates that lie in another one.
  if (inRegion.length > 0 && all.some(({ kilometres }) => kilometres <= NEAR))
    return byName(pooled, hits, null, [...flags, 'coordinates_suspicious']);
  const close = all.filter(
    ({ kilometres, hit, weighed }) =>
      kilometres <= (hit.origin === 'shortened' ? NEAR_SHORTENED : NEAR) && !againstRegion(pooled, weighed.entry),
  );
  const [best] = close;
  if (best !== undefined) {
    const rival = close.find(
      ({ weighed, rank }) => best.rank - rank < 0.06 && kilometresBetween(weighed.entry, best.weighed.entry) > SAME_TOWN,
    );
    if (rival !== undefined)
      return undecided(others, [{ code: 'several_fit', params: { count: close.length } }], [...flags, 'homonym_undecided']);
    return decided(best.weighed, others, flags);
  }
  const similar = bySimilarity(pooled, namesOf);
  if (similar.chosen !== null) return { ...similar, others, flags };
  const reach = all.filter(({ hit }) => hit.origin !== 'shortened');
  const [only] = reach;
  if (only !== undefined && reach.length === 1 && only.kilometres <= REACH && only.hit.isMainName && pooled.prepared.besideKey === null)
    return decided({ ...only.weighed, reasons: [...only.weighed.reasons, { code: 'only_one' }] }, others, flags);
  return tooFar(pooled, all, flags, similar);
}

function tooFar(pooled: PooledEnd, all: readonly Ranked[], flags: readonly MatchFlag[], similar: Decision): Decision {
  if (all.length === 0) return undecided(similar.others, [{ code: 'nothing_found' }], flags);
  const nearest = Math.min(...all.map(({ kilometres }) => kilometres));
  const others = all.map(({ weighed }) => ({ ...weighed, score: bounded(Math.min(0.5, weighed.score)) }));
  const suspicious: readonly MatchFlag[] = pooled.prepared.kind === 'place' ? ['coordinates_suspicious'] : [];
  return undecided(others, [{ code: 'too_far', params: { kilometres: Math.round(nearest) } }], [...flags, ...suspicious]);
}

/** Places around the coordinates that are nearly called so. */
function bySimilarity({ prepared, near }: PooledEnd, namesOf: (entry: Entry) => readonly string[]): Decision {
  const { country, forms, slackKilometres, kind } = prepared;
  const fits = fitting(country);
  const limit = NEAR_SIMILAR + Math.min(4, slackKilometres);
  const sought = forms.filter(({ origin, key }) => origin !== 'shortened' && key.length >= 4);
  const found = near
    .filter(({ entry, kilometres }) => kilometres <= limit && fits(entry.country))
    .flatMap((place) => {
      const alike = likenessOf(place, sought, namesOf(place.entry), kind === 'place');
      const params = { name: place.entry.name };
      const distance: MatchReason = { code: 'distance', params: { kilometres: Math.round(place.kilometres) } };
      const reasons = [{ code: 'name_similar', params } as const, ...countryReason(country.codes, place.entry), distance];
      return alike < 0.75 ? [] : [{ entry: place.entry, score: bounded(alike * (0.97 - place.kilometres * 0.006)), reasons }];
    })
    .toSorted((a, b) => b.score - a.score);
  const [best, second] = found;
  const isClear = best !== undefined && best.score >= 0.74 && (second === undefined || best.score - second.score >= 0.05);
  return isClear ? decided(best, found) : undecided(found, [], []);
}

function likenessOf(
  { entry, kilometres }: NearPlace,
  sought: readonly { readonly key: string; readonly text: string }[],
  names: readonly string[],
  isPlace: boolean,
): number {
  let best = 0;
  for (const name of [entry.name, ...names]) {
    const key = nameKey(name);
    for (const form of sought) {
      best = Math.max(best, likeness(key, form.key));
      if (isPlace && kilometres <= 6 && isLonger(name, form.text)) best = Math.max(best, 0.9);
    }
  }
  return best;
}

/** Without coordinates to go by: the name in its country, by the region beside it or because no other comes near. */
function byName(pooled: PooledEnd, hits: readonly Hit[], pool: Pool | null, flags: readonly MatchFlag[]): Decision {
  const { prepared } = pooled;
  const usable = hits.filter(
    ({ origin, entry }) =>
      (origin !== 'shortened' || prepared.kind === 'municipality' || inRegions(pooled, entry)) && !againstRegion(pooled, entry),
  );
  const weighed = (hit: Hit, score: number, more: readonly MatchReason[] = []): Weighed => {
    const region: readonly MatchReason[] = inRegions(pooled, hit.entry)
      ? [{ code: 'region_same', params: { region: hit.entry.region } }]
      : [];
    return {
      entry: hit.entry,
      score: bounded(qualityOf(hit) * score),
      reasons: [nameReason(hit), ...countryReason(prepared.country.codes, hit.entry), ...region, ...more],
    };
  };
  const others = usable.map((hit) => weighed(hit, 0.5));
  if (usable.length === 0) return undecided([], [{ code: 'nothing_found' }], flags);
  if (prepared.country.codes.length === 0 && prepared.regions.length === 0) return undecided(others, [{ code: 'too_little' }], flags);
  // A province is meant as likely as the city of its name.
  const isRegionToo = prepared.country.codes.some((code) => regionsCalled(prepared.end.name, code).length > 0);
  if (isRegionToo && prepared.at !== null) return undecided(others, [{ code: 'is_region' }], flags);
  const told = toldBy(pooled, usable, pool);
  if (told.length === 0) return undecided(others, [{ code: 'too_little' }], flags);
  const best = greatestOf(told);
  if (best === null)
    return undecided(
      told.map((hit) => weighed(hit, 0.5)),
      [{ code: 'several_fit', params: { count: told.length } }],
      [...flags, 'homonym_undecided'],
    );
  const why: MatchReason =
    told.length === 1 ? { code: 'only_one' } : { code: 'far_greatest', params: { inhabitants: best.entry.population } };
  return decided(weighed(best, told.length === 1 ? 0.95 : 0.92, [why]), others, flags);
}

/** What stands beside the name must be near: a city around it or the capital of its region. */
export function toldBy({ prepared: { besideKey } }: PooledEnd, usable: readonly Hit[], pool: Pool | null): readonly Hit[] {
  if (besideKey === null || pool === null) return usable;
  const beside = (pool.beside.get(besideKey) ?? []).filter((place) => isSeat(place) || place.population > 10_000);
  const whole = usable.filter(({ origin }) => origin === 'whole');
  const told = usable.filter(({ entry }) =>
    beside.some(
      (place) =>
        place.country === entry.country &&
        ((isSeat(place) && place.region === entry.region && place.feature !== 'PPLA3') || kilometresBetween(place, entry) <= BESIDE),
    ),
  );
  return whole.length > 0 ? whole : told;
}

/** The one that is far greater than all others of the name; places close together count as one. Null where none is. */
export function greatestOf(hits: readonly Hit[]): Hit | null {
  const weight = ({ entry, isMainName, text }: Hit): number =>
    weightOf(entry) * (isMainName || isLonger(entry.name, text) ? 1 : ALSO_CALLED);
  const [best, ...rest] = hits.toSorted((a, b) => weight(b) - weight(a));
  if (best === undefined) return null;
  const rivals = rest.filter(({ entry }) => kilometresBetween(entry, best.entry) > SAME_TOWN);
  return rivals.every((rival) => weight(best) >= FAR_GREATER * weight(rival)) ? best : null;
}
