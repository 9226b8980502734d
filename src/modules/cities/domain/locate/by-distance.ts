// Decides by the written coordinates: the place of the name that lies there, or one nearly of the name.
import { decideByName } from './by-name.ts';
import {
  againstRegion,
  bounded,
  countryReason,
  decided,
  fitting,
  inRegions,
  nameReason,
  qualityOf,
  regionReason,
  SAME_TOWN,
  undecided,
  type Decision,
  type NamesOf,
  type Weighed,
} from './decision.ts';
import type { LocateFlag, LocateReason } from './end.ts';
import { isPartOfCity, isSeat, kilometresBetween, type Entry } from './entry.ts';
import { isLonger, likeness, nameKey, numeralsOf, type NameForm } from './name.ts';
import type { Hit, NearPlace, PooledEnd } from './pool.ts';

/** Within this distance a place of the name is meant: coordinates are of the middle, the church or the district. All in kilometres. */
const NEAR = 25;
/** Up to here only where no other place of the country is called so. */
const REACH = 45;
/** A name that is only nearly right must lie nearer, and one that is cut short or longer, too. */
const NEAR_SIMILAR = 8;
const NEAR_SHORTENED = 8;
const NEAR_LONGER = 6;
/** What a kilometre takes from a place's rank. */
const PER_KILOMETRE = 0.012;
/** Less ahead of another place than this is no decision. */
const CLEAR = 0.06;
/** How alike names must be: the first name of a place, another spelling, and any where the very name is borne elsewhere in the country. */
const ALIKE = 0.75;
const ALIKE_ALSO_CALLED = 0.83;
const ALIKE_BESIDE_SAME = 0.9;

interface Ranked {
  readonly weighed: Weighed;
  readonly rank: number;
  readonly kilometres: number;
  readonly hit: Hit;
}

export interface EndAtCoordinates {
  readonly pooled: PooledEnd;
  readonly hits: readonly Hit[];
  readonly flags: readonly LocateFlag[];
  readonly namesOf: NamesOf;
}

function ranked(pooled: PooledEnd, hit: Hit): Ranked {
  const { at, slackKilometres, country } = pooled.prepared;
  const exact = at === null ? 0 : kilometresBetween(at, hit.entry);
  const kilometres = Math.max(0, exact - slackKilometres);
  const size = Math.min(6, Math.log10(hit.entry.population + 1)) * 0.008;
  const rank = qualityOf(hit) - kilometres * PER_KILOMETRE + size - (isPartOfCity(hit.entry) ? 0.03 : 0);
  const distance: LocateReason = { code: 'distance', params: { kilometres: Math.round(exact) } };
  const reasons = [nameReason(hit), ...countryReason(country.codes, hit.entry), ...regionReason(pooled, hit.entry), distance];
  return { weighed: { entry: hit.entry, score: bounded(qualityOf(hit) * (0.995 - kilometres * 0.004)), reasons }, rank, kilometres, hit };
}

/** The decision by coordinates that fit the country. */
export function decideByDistance(asked: EndAtCoordinates): Decision {
  const { pooled, hits, flags } = asked;
  const all = hits.map((hit) => ranked(pooled, hit)).toSorted((a, b) => b.rank - a.rank);
  const others = all.map(({ weighed }) => weighed);
  // Mason City is not Mason where another place bears the whole name.
  const isBorneInFull = hits.some(({ origin, isMainName }) => origin === 'whole' && isMainName);
  const near = all.filter(({ kilometres, hit }) =>
    hit.origin === 'shortened' ? !isBorneInFull && kilometres <= NEAR_SHORTENED : kilometres <= NEAR,
  );
  const close = near.filter(({ hit }) => !againstRegion(pooled, hit.entry));
  // The region that is written beside the name goes before coordinates that lie in another one.
  if (close.length === 0 && near.length > 0 && hits.some(({ entry }) => inRegions(pooled, entry)))
    return decideByName({ pooled, hits, pool: null, flags: [...flags, 'coordinates_suspicious'] });
  const [best] = close;
  if (best !== undefined) {
    const isRival = ({ weighed: { entry }, rank }: Ranked): boolean =>
      best.rank - rank < CLEAR && kilometresBetween(entry, best.hit.entry) > SAME_TOWN;
    if (!close.some(isRival)) return decided(best.weighed, others, flags);
    return undecided(others, [{ code: 'several_fit', params: { count: close.length } }], { flags: [...flags, 'homonym_undecided'] });
  }
  const similar = bySimilarity(asked);
  if (similar.chosen !== null) return decided(similar.chosen, others, flags);
  return withinReach(pooled, all, flags) ?? tooFar(pooled, all, { flags, similar });
}

/** The only place of the name in the country, a little farther off: the coordinates are of its district or its lake. */
function withinReach({ prepared: { besideKey } }: PooledEnd, all: readonly Ranked[], flags: readonly LocateFlag[]): Decision | null {
  const [only, another] = all.filter(({ hit }) => hit.origin !== 'shortened');
  if (only === undefined || another !== undefined || besideKey !== null || only.kilometres > REACH || !only.hit.isMainName) return null;
  const { entry } = only.hit;
  if (isPartOfCity(entry) || (entry.population === 0 && !isSeat(entry))) return null;
  const others = all.map(({ weighed }) => weighed);
  return decided({ ...only.weighed, reasons: [...only.weighed.reasons, { code: 'only_one' }] }, others, flags);
}

function tooFar(
  { prepared: { kind } }: PooledEnd,
  all: readonly Ranked[],
  { flags, similar }: { readonly flags: readonly LocateFlag[]; readonly similar: Decision },
): Decision {
  // Ties do not outweigh coordinates: what lies elsewhere is another place, which the gazetteer may not hold.
  if (all.length === 0) return undecided(similar.others, [{ code: 'nothing_found' }], { flags, isOpen: false });
  const nearest = Math.min(...all.map(({ kilometres }) => kilometres));
  const others = all.map(({ weighed }) => ({ ...weighed, score: Math.min(0.5, weighed.score) }));
  const suspicious: readonly LocateFlag[] = kind === 'place' ? ['coordinates_suspicious'] : [];
  return undecided(others, [{ code: 'too_far', params: { kilometres: Math.round(nearest) } }], {
    flags: [...flags, ...suspicious],
    isOpen: false,
  });
}

/** Places around the coordinates that are nearly called so. */
function bySimilarity({ pooled: { prepared, near }, hits, namesOf }: EndAtCoordinates): Decision {
  const { country, forms, slackKilometres, besideKey } = prepared;
  const fits = fitting(country);
  const limit = NEAR_SIMILAR + Math.min(4, slackKilometres);
  const sought = forms.filter(({ origin, key }) => origin !== 'shortened' && key.length >= 4);
  const isBorneElsewhere = hits.some(({ isMainName }) => isMainName);
  const found = near
    // A part of a city is not the city that stands beside it.
    .filter(({ entry, kilometres }) => kilometres <= limit && fits(entry.country) && nameKey(entry.name) !== besideKey)
    .flatMap((place): readonly Weighed[] => {
      const alike = likenessOf(place, sought, namesOf(place.entry));
      if (alike < (isBorneElsewhere ? ALIKE_BESIDE_SAME : ALIKE)) return [];
      const distance: LocateReason = { code: 'distance', params: { kilometres: Math.round(place.kilometres) } };
      const reasons = [similarReason(place.entry), ...countryReason(country.codes, place.entry), distance];
      return [{ entry: place.entry, score: bounded(alike * (0.97 - place.kilometres * 0.006)), reasons }];
    })
    .toSorted((a, b) => b.score - a.score);
  const [best, second] = found;
  const isClear = best !== undefined && (second === undefined || best.score - second.score >= CLEAR - 0.01);
  return isClear ? decided(best, found) : undecided(found, [], { flags: [] });
}

const similarReason = ({ name }: Entry): LocateReason => ({ code: 'name_similar', params: { name } });

function likenessOf({ entry, kilometres }: NearPlace, sought: readonly NameForm[], names: readonly string[]): number {
  let best = 0;
  for (const name of [entry.name, ...names]) {
    // The gazetteer writes mere transliterations without capitals: they are no names that people write.
    if (/^\p{Ll}/u.test(name)) continue;
    const least = name === entry.name ? ALIKE : ALIKE_ALSO_CALLED;
    for (const { key, text } of sought) {
      if (numeralsOf(name) !== numeralsOf(text)) continue;
      const alike = likeness(nameKey(name), key);
      if (alike >= least) best = Math.max(best, alike);
      if (name === entry.name && kilometres <= NEAR_LONGER && isLonger(name, text)) best = Math.max(best, ALIKE_BESIDE_SAME);
    }
  }
  return best;
}
