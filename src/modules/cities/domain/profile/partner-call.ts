// A partner call: a city says in public what partner it looks for, until when, and to which office one writes. After the sheets in which
// Japan's council of local authorities (CLAIR) lists municipalities that look for a sister city.
import type { MultilingualText } from '#kernel/language.ts';
import type { Problem } from '#kernel/result.ts';
import type { Domain } from './domains.ts';
import { worldRegionOf, type WorldRegion } from '../world-regions.ts';

export const citySizes = ['small', 'middle', 'large', 'alike'] as const;
export type CitySize = (typeof citySizes)[number];

/** Forms of cooperation that can be looked for. */
export const soughtTies = ['sister_city', 'friendly_exchange', 'friendly_district', 'project_partnership'] as const;
export type SoughtTie = (typeof soughtTies)[number];

/** Lists that are empty leave everything open. */
export interface Sought {
  readonly countries: readonly string[];
  readonly regions: readonly WorldRegion[];
  readonly sizes: readonly CitySize[];
  readonly domains: readonly Domain[];
  readonly ties: readonly SoughtTie[];
  /** Languages in which one can write, as BCP-47 tags. */
  readonly languages: readonly string[];
  /** What the city offers in its turn. */
  readonly offers: MultilingualText;
  /** The office that answers, never a person. */
  readonly contact: MultilingualText;
  /** Its mailbox, page or number. */
  readonly reach: string;
  /** The last day, ISO. */
  readonly until: string;
}

/** The day that it still is somewhere on earth: a call is open until its last day is over everywhere. */
const lastZoneHours = 12;
export const earliestDay = (now: Date): string => new Date(now.getTime() - lastZoneHours * 3_600_000).toISOString().slice(0, 10);

export const isOpenCall = ({ until }: Pick<Sought, 'until'>, now: Date): boolean => until >= earliestDay(now);

const smallest = { middle: 100_000, large: 1_000_000 } as const;
const alike = 2;

/** Of which size a city is; none where its people are not counted. */
export function hasCitySize(population: number | null, size: CitySize, own: number | null): boolean {
  if (population === null || population === 0) return false;
  if (size === 'alike') return own !== null && own > 0 && Math.max(population, own) <= alike * Math.min(population, own);
  if (size === 'small') return population < smallest.middle;
  return size === 'middle' ? population >= smallest.middle && population < smallest.large : population >= smallest.large;
}

/** Whether a country is among those that are looked for. */
export function wantsCountry({ countries, regions }: Pick<Sought, 'countries' | 'regions'>, country: string): boolean {
  if (countries.length === 0 && regions.length === 0) return true;
  const region = worldRegionOf(country);
  return countries.includes(country) || (region !== null && regions.includes(region));
}

interface Place {
  readonly country: string;
  readonly population: number | null;
}

/** Whether a city is what the call looks for, as far as country and size tell; where its people are not counted, size tells nothing. */
export const wantsCity = (sought: Pick<Sought, 'countries' | 'regions' | 'sizes'>, city: Place, caller: Place): boolean =>
  wantsCountry(sought, city.country) &&
  (sought.sizes.length === 0 ||
    city.population === null ||
    sought.sizes.some((size) => hasCitySize(city.population, size, caller.population)));

/** What is wrong with a call as it is to be published; paths begin at the entry. */
export function callProblems(sought: Sought, now: Date): readonly Problem[] {
  const problems: Problem[] = [];
  if (!isOpenCall(sought, now)) problems.push({ path: ['sought', 'until'], code: 'cities.call_over' });
  return problems;
}
