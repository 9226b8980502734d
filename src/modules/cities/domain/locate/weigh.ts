// Weighs the places that one end may mean by what the end itself says: name, country, region, coordinates.
import { readCountry } from './country.ts';
import { regionsCalled } from './regions.ts';
import { decideByDistance } from './by-distance.ts';
import { decideByName } from './by-name.ts';
import { decided, fitting, nameReason, qualityOf, SAME_TOWN, undecided, type Decision, type NamesOf } from './decision.ts';
import type { LocateFlag } from './end.ts';
import { kilometresBetween, type Entry } from './entry.ts';
import { nameKey } from './name.ts';
import type { Hit, Pool, PooledEnd } from './pool.ts';

/** What the coordinates are worth: nothing is said, they fit the country, they do not, many names share them, or they are whole degrees. */
export type CoordinateState = 'none' | 'fit' | 'foreign' | 'shared' | 'coarse';

/** Coordinates rounded more than this tell hardly more than the country; in kilometres. */
const COARSE = 20;

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

function flagsOfKind({ prepared: { kind } }: PooledEnd): readonly LocateFlag[] {
  if (kind === 'region' || kind === 'country') return ['is_region'];
  if (kind === 'district') return ['is_district'];
  return kind === 'municipality' ? ['is_municipality'] : [];
}

/** The decision that the end's own words allow. */
export function decide(pooled: PooledEnd, state: CoordinateState, pool: Pool, namesOf: NamesOf): Decision {
  const { prepared, stated } = pooled;
  if (stated !== null) return decided({ entry: stated, score: 1, reasons: [{ code: 'number_stated' }] }, []);
  const kindFlags = flagsOfKind(pooled);
  if (prepared.kind === 'country')
    return cityStateOf(pooled) ?? undecided([], [{ code: 'is_region' }], { flags: kindFlags, isOpen: false });
  const hits = hitsOf(pooled);
  if (isRegionAlone(pooled, hits)) return undecided(alsoCalled(hits), [{ code: 'is_region' }], { flags: ['is_region'], isOpen: false });
  if (state === 'fit') return decideByDistance({ pooled, hits, namesOf, flags: kindFlags });
  const flags: readonly LocateFlag[] = state === 'foreign' ? [...kindFlags, 'coordinates_suspicious'] : kindFlags;
  return decideByName({ pooled, hits, pool, flags });
}

/** A region that bears its city's name has it in both languages: Wien is Vienna, the city as well as the state. */
const isCityOfRegion = (name: string, { country, name: first, region }: Entry): boolean =>
  [name, first].every((called) => regionsCalled(called, country).some(({ code }) => code === region));

/** Places that are also called like a region: a person may mean one of them. */
const alsoCalled = (hits: readonly Hit[]) =>
  hits
    .filter(({ origin, isSpelled }) => origin === 'whole' && isSpelled)
    .map((hit) => ({ entry: hit.entry, score: qualityOf(hit) / 2, reasons: [nameReason(hit)] }));

/** Île-de-France, Bavaria: a region of the country that is written, and no place is named so first of all; New York City is. */
const isRegionAlone = ({ prepared: { end, kind, country } }: PooledEnd, hits: readonly Hit[]): boolean =>
  kind === 'place' &&
  country.codes.some((code) => regionsCalled(end.name, code).length > 0) &&
  !hits.some(({ isMainName, entry }) => isMainName || nameKey(entry.name).startsWith(nameKey(end.name)) || isCityOfRegion(end.name, entry));

/** Luxembourg, Singapore, Macau: the capital that is called like the country holds the ties. */
function cityStateOf({ prepared, hits }: PooledEnd): Decision | null {
  const called = readCountry(prepared.end.name).codes;
  const capital = hits.find(
    ({ entry }) => entry.feature === 'PPLC' && called.includes(entry.country) && readCountry(entry.name).codes.includes(entry.country),
  );
  return capital === undefined ? null : decided({ entry: capital.entry, score: 0.9, reasons: [nameReason(capital)] }, []);
}

/**
 * The places of the name in the countries that may be meant; those of a kindred territory only near the coordinates, and never the
 * city that stands beside the name, of which the end is a part. In a country where nothing is known to be called so, nothing is.
 */
function hitsOf({ prepared: { country, at, slackKilometres, besideKey }, hits }: PooledEnd): readonly Hit[] {
  const fits = fitting(country);
  const isNear = (entry: Entry): boolean => at !== null && kilometresBetween(at, entry) <= SAME_TOWN + slackKilometres;
  const here = hits.filter(
    ({ entry, isMainName }) =>
      (country.codes.length === 0 || country.codes.includes(entry.country) || (fits(entry.country) && isNear(entry))) &&
      (isMainName || besideKey === null || nameKey(entry.name) !== besideKey),
  );
  return here.every(({ isNamesake }) => isNamesake) ? [] : here;
}
