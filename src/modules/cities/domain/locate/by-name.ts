// Decides where no coordinates can be gone by: the name in its country, the region beside it, or that no other comes near.
import {
  againstRegion,
  bounded,
  countryReason,
  decided,
  inRegions,
  MOST_OTHERS,
  nameReason,
  qualityOf,
  regionReason,
  SAME_TOWN,
  undecided,
  type Decision,
  type Weighed,
} from './decision.ts';
import type { LocateFlag, LocateReason } from './end.ts';
import { isPartOfCity, isSeat, kilometresBetween, weightOf, type Entry } from './entry.ts';
import { isLonger } from './name.ts';
import { fullest, type Hit, type Pool, type PooledEnd } from './pool.ts';
import { regionsCalled } from './regions.ts';

/** A place is meant without more words when it is so much greater than the others of its name. */
const FAR_GREATER = 8;
/** What stands beside a name lies within this distance; in kilometres. */
const BESIDE = 60;
/** Beside a place whose first name it is, one that is only also called so counts for little: many such names are former ones. */
const ALSO_CALLED = 0.1;
/** A place that is only also called so must be of some size to be meant by a bare name. */
const SIZE_ALSO_CALLED = 10_000;
/** The gazetteer holds few of the smallest places: that it knows one of a name does not say that there is no other. */
const SIZE_TELLING = 1000;
/** Farther from its place than this, the coordinates are wrong; in kilometres. */
const SUSPICIOUS = 45;

export interface NamedEnd {
  readonly pooled: PooledEnd;
  readonly hits: readonly Hit[];
  /** Null where what stands beside the name has been weighed already. */
  readonly pool: Pool | null;
  readonly flags: readonly LocateFlag[];
}

/** The decision by name and country alone. */
export function decideByName(asked: NamedEnd): Decision {
  const { pooled, hits, pool, flags } = asked;
  const { country, kind, end, at } = pooled.prepared;
  const isUsable = ({ origin, entry }: Hit): boolean =>
    (origin !== 'shortened' || kind === 'municipality' || inRegions(pooled, entry)) && !againstRegion(pooled, entry);
  const usable = fullest(hits.filter(isUsable));
  const weigh = (hit: Hit, score: number, more: readonly LocateReason[] = []): Weighed => ({
    entry: hit.entry,
    score: bounded(qualityOf(hit) * score),
    reasons: [nameReason(hit), ...countryReason(country.codes, hit.entry), ...regionReason(pooled, hit.entry), ...more],
  });
  const others = usable.slice(0, MOST_OTHERS).map((hit) => weigh(hit, 0.5));
  if (usable.length === 0) return undecided([], [{ code: 'nothing_found' }], { flags });
  if (country.codes.length === 0 && pooled.prepared.regions.length === 0) return undecided(others, [{ code: 'too_little' }], { flags });
  // A province is meant as likely as the city of its name.
  const isRegionToo = country.codes.some((code) => regionsCalled(end.name, code).length > 0);
  if (isRegionToo && at !== null) return undecided(others, [{ code: 'is_region' }], { flags });
  // Beside letters that mean a state here and a country there both may be meant, however great one of them is.
  if (pooled.prepared.isAmbiguous && new Set(usable.map(({ entry }) => entry.country)).size > 1)
    return undecided(others, [{ code: 'several_fit', params: { count: usable.length } }], { flags: [...flags, 'homonym_undecided'] });
  const told = toldBy(pooled, usable, pool);
  const best = greatestOf(told);
  if (best === null && told.length > 1) {
    const several: LocateReason = { code: 'several_fit', params: { count: told.length } };
    return undecided(
      told.slice(0, MOST_OTHERS).map((hit) => weigh(hit, 0.5)),
      [several],
      { flags: [...flags, 'homonym_undecided'] },
    );
  }
  if (best === null || !isTelling(best, pooled)) return undecided(others, [{ code: 'too_little' }], { flags });
  const isOnly = told.length === 1;
  const why: LocateReason = isOnly ? { code: 'only_one' } : { code: 'far_greatest', params: { inhabitants: best.entry.population } };
  const isFar = at !== null && kilometresBetween(at, best.entry) > SUSPICIOUS + pooled.prepared.slackKilometres;
  const marked = isFar ? [...new Set([...flags, 'coordinates_suspicious' as const])] : flags;
  return decided(weigh(best, isOnly ? 0.95 : 0.92, [why]), others, marked);
}

/** Whether the place is known well enough that nothing else of the name is meant. */
function isTelling({ entry, isMainName }: Hit, pooled: PooledEnd): boolean {
  if (inRegions(pooled, entry)) return true;
  if (!isMainName) return entry.population >= SIZE_ALSO_CALLED;
  return isSeat(entry) || pooled.prepared.besideKey !== null || entry.population >= (isPartOfCity(entry) ? SIZE_ALSO_CALLED : SIZE_TELLING);
}

/** The places to which what stands beside the name is near: a city around it or the capital of its region. */
export function toldBy({ prepared: { besideKey } }: PooledEnd, usable: readonly Hit[], pool: Pool | null): readonly Hit[] {
  if (besideKey === null || pool === null) return usable;
  if (usable.some(({ origin }) => origin === 'whole')) return usable;
  const beside = pool.beside(besideKey).filter((place) => isSeat(place) || place.population > SIZE_ALSO_CALLED);
  const isCapital = (place: Entry, { region }: Entry): boolean =>
    isSeat(place) && place.feature !== 'PPLA3' && place.region === region && region !== '';
  return usable.filter(({ entry }) =>
    beside.some(
      (place) =>
        place.country === entry.country && place !== entry && (isCapital(place, entry) || kilometresBetween(place, entry) <= BESIDE),
    ),
  );
}

/** The one that is far greater than all others of the name; places close together count as one. Null where none is. */
export function greatestOf(hits: readonly Hit[]): Hit | null {
  const weighed = hits.map((hit) => ({ hit, weight: weightOfHit(hit) })).toSorted((a, b) => b.weight - a.weight);
  const [best, ...rest] = weighed;
  if (best === undefined) return null;
  const { entry, text } = best.hit;
  const rivals = rest.filter(({ hit }) => kilometresBetween(hit.entry, entry) > SAME_TOWN);
  // Munster is not Münster: a smaller place that is spelled exactly so may be the one that is meant.
  if (entry.name !== text && rivals.some(({ hit }) => hit.entry.name === hit.text)) return null;
  return rivals.every(({ weight }) => best.weight >= FAR_GREATER * weight) ? best.hit : null;
}

const weightOfHit = ({ entry, isMainName, text }: Hit): number =>
  weightOf(entry) * (isMainName || isLonger(entry.name, text) ? 1 : ALSO_CALLED);
