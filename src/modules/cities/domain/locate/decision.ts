// What is decided of one end, and the words for why.
import { isKin, type ReadCountry } from './country.ts';
import type { LocateFlag, LocateReason } from './end.ts';
import type { Entry } from './entry.ts';
import type { Hit, PooledEnd } from './pool.ts';

export interface Weighed {
  readonly entry: Entry;
  readonly score: number;
  readonly reasons: readonly LocateReason[];
}

export interface Decision {
  /** The place that is meant; null where none is found or none is certain. */
  readonly chosen: Weighed | null;
  /** Places that may be meant; the chosen one is not among them. */
  readonly others: readonly Weighed[];
  /** Why there is none; empty where one is chosen. */
  readonly reasons: readonly LocateReason[];
  readonly flags: readonly LocateFlag[];
  /** Evidence from ties may decide among the others. */
  readonly isOpen: boolean;
}

/** Reads a place's other spellings. */
export type NamesOf = (entry: Entry) => readonly string[];

/** Two entries of one name so close together are one town entered twice; in kilometres. */
export const SAME_TOWN = 15;

/** A name may have hundreds of bearers; the likeliest are kept. */
export const MOST_OTHERS = 12;

const quality: Readonly<Record<Hit['origin'], number>> = { whole: 1, core: 0.98, shortened: 0.85 };

/** How well a place is called as it is written, 0 to 1. */
export const qualityOf = ({ origin, isMainName }: Hit): number => quality[origin] - (isMainName ? 0 : 0.01);

/** A score between 0 and 1 with three decimals. */
export const bounded = (score: number): number => Math.round(Math.max(0, Math.min(1, score)) * 1000) / 1000;

/** In which way a place is called as it is written. */
export const nameReason = ({ origin, isMainName, entry }: Hit): LocateReason => {
  if (origin === 'shortened') return { code: 'name_shortened', params: { name: entry.name } };
  return isMainName ? { code: 'name_same' } : { code: 'name_known', params: { name: entry.name } };
};

/** Whether a place lies in the country that is written; nothing where none is. */
export const countryReason = (codes: readonly string[], { country }: Entry): readonly LocateReason[] =>
  codes.length === 0 ? [] : [{ code: codes.includes(country) ? 'country_same' : 'country_other', params: { country } }];

/** Whether a place lies in the region that is written; nothing where none is. */
export const regionReason = (pooled: PooledEnd, entry: Entry): readonly LocateReason[] =>
  inRegions(pooled, entry) ? [{ code: 'region_same', params: { region: entry.region } }] : [];

/** Whether a place lies in one of the regions that are written. */
export const inRegions = ({ prepared: { regions } }: PooledEnd, { country, region }: Entry): boolean =>
  regions.some((one) => one.country === country && one.code === region);

/** A region that is written speaks against places of its country that lie in another one. */
export const againstRegion = (pooled: PooledEnd, entry: Entry): boolean =>
  pooled.prepared.regions.some(({ country }) => country === entry.country) && !inRegions(pooled, entry);

/** Whether a place filed under a country may be meant by what is written. */
export const fitting =
  ({ codes, isTerritory }: ReadCountry) =>
  (found: string): boolean =>
    codes.length === 0 || codes.some((code) => (isTerritory ? code === found : isKin(code, found)));

/** No place, with those that may be meant and why none is taken. */
export const undecided = (
  others: readonly Weighed[],
  reasons: readonly LocateReason[],
  { flags, isOpen = true }: { readonly flags: readonly LocateFlag[]; readonly isOpen?: boolean },
): Decision => ({ chosen: null, others: others.slice(0, MOST_OTHERS), reasons, flags, isOpen });

/** A place, with the others that were weighed. */
export const decided = (chosen: Weighed, others: readonly Weighed[], flags: readonly LocateFlag[] = []): Decision => ({
  chosen,
  others: others.filter(({ entry }) => entry !== chosen.entry).slice(0, MOST_OTHERS),
  reasons: [],
  flags,
  isOpen: false,
});

/** An open decision that other evidence has settled. */
export const settled = (decision: Decision, chosen: Weighed): Decision =>
  decided(
    chosen,
    decision.others,
    decision.flags.filter((flag) => flag !== 'homonym_undecided'),
  );
