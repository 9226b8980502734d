// The one door to the naming policy: whoever shows, writes out or reads in a place asks here how it is called and whether it may be.
import type { MultilingualText } from '#kernel/language.ts';
import type { Work } from '#platform/work.ts';
import { nameOf, type CityRecord } from '../domain/city.ts';
import {
  countryLabelOf,
  labelOf,
  mayShow,
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
  readonly labelOf: (city: Pick<CityRecord, 'geonamesId' | 'country' | 'names'>) => MultilingualText;
  readonly countryLabelOf: (country: string) => MultilingualText;
}

/** The policy as it stands, for one context; read it once a request. */
export const namingOf = async (work: Work, context: Exclude<LabelContext, 'any'> = 'page'): Promise<Naming> =>
  namingBy(await loadRules(work.tx), context);

/** The same by rules that were read before. */
export function namingBy(rules: readonly LabelRule[], context: Exclude<LabelContext, 'any'>): Naming {
  return {
    mayShow: (place) => mayShow(rules, place, context),
    stateOf: (place) => stateOf(rules, place, context),
    labelOf: ({ geonamesId, country, names }) => labelOf(rules, { geonamesId, country, name: nameOf(names) }, context),
    countryLabelOf: (country) => countryLabelOf(rules, country, context),
  };
}
