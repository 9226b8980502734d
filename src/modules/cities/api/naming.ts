// The one door to the naming policy: whoever shows, writes out or reads in a place asks here how it is called and whether it may be.
import type { MultilingualText } from '#kernel/language.ts';
import type { RegionLabels } from '#kernel/region-names.ts';
import { ok, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import { nameOf, type CityRecord } from '../domain/city.ts';
import {
  countryLabelOf,
  labelOf,
  mayShow,
  regionLabels,
  regionsByLabel,
  stateOf,
  type LabelContext,
  type LabelRule,
  type LabelState,
  type Place,
} from '../domain/naming-policy.ts';
import { loadRules } from '../store/naming-policy.ts';

export interface Naming {
  readonly mayShow: (place: Place) => boolean;
  readonly stateOf: (place: Place) => LabelState;
  readonly labelOf: (city: Place & Pick<CityRecord, 'names'>) => MultilingualText;
  /** The same for a city that was named for another context before. */
  readonly named: (city: Place & { readonly name: MultilingualText }) => MultilingualText;
  readonly countryLabelOf: (country: string) => MultilingualText;
  /** For whoever writes names of countries by their codes: `regionName(code, language, regions)`. */
  readonly regions: RegionLabels;
}

/** The policy as it stands, for one context; read it once a request. */
export const namingOf = async (work: Work, context: Exclude<LabelContext, 'any'> = 'page'): Promise<Naming> =>
  namingBy(await loadRules(work.tx), context);

/** The same by rules that were read before. */
export function namingBy(rules: readonly LabelRule[], context: Exclude<LabelContext, 'any'>): Naming {
  return {
    mayShow: (place) => mayShow(rules, place, context),
    stateOf: (place) => stateOf(rules, place, context),
    labelOf: ({ names, ...place }) => labelOf(rules, { ...place, name: nameOf(names) }, context),
    named: (city) => labelOf(rules, city, context),
    countryLabelOf: (country) => countryLabelOf(rules, country, context),
    regions: regionLabels(rules, context),
  };
}

/** What pages call countries and regions where that differs from the names that browsers know: small, and the same for everybody. */
export const listRegionLabels = async (work: Work): Promise<Result<{ readonly labels: RegionLabels }>> =>
  ok({ labels: await labelsOf(work) });

/** The same for papers, which name countries inside the names of currencies. */
export const labelsOf = async (work: Work): Promise<RegionLabels> => (await namingOf(work)).regions;

/** For imports: codes of countries by the labels that the policy gives them (`labelKey`). */
export const labelsRead = async (work: Work): Promise<ReadonlyMap<string, string>> => regionsByLabel(await loadRules(work.tx));
