// What goes into the matching of written places with the gazetteer and what comes out of it.
import type { Params } from '#kernel/result.ts';

/** A place as a list writes it: one end of ties. Degrees; everything but key and name may be missing. */
export interface EndToLocate {
  /** What the list calls this end; unique in the question. */
  readonly key: string;
  readonly name: string;
  readonly countryWritten: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly otherNames?: readonly string[];
  /** A number in GeoNames that the list itself states, or that a person chose: taken over where the gazetteer holds it. */
  readonly geonamesId?: number;
  readonly wikidataId?: string;
  /** Keys of the ends that it is tied to; unknown keys are passed over. */
  readonly neighbours?: readonly string[];
}

/** Two places that are tied in a set known before, by their numbers in GeoNames. */
export type KnownTie = readonly [number, number];

export interface LocateQuestion {
  readonly ends: readonly EndToLocate[];
  /** What other sets hold already: evidence for ends without country and coordinates. */
  readonly knownTies?: readonly KnownTie[];
}

/** Where the country of an end comes from. */
export type CountryOrigin = 'written' | 'name' | 'coordinates' | 'place' | 'unknown';

/** How a written country differs from what is meant: a slip of the pen, another language, a part named with or for the whole, more words. */
export type CountryCorrectionCode = 'misspelt' | 'other_language' | 'part_of_country' | 'other_words';

export interface CountryCorrection {
  readonly written: string;
  /** ISO 3166-1 alpha-2. */
  readonly meant: string;
  readonly code: CountryCorrectionCode;
}

export type LocateReasonCode =
  /** By the number that the list states. */
  | 'number_stated'
  /** The gazetteer's name, word for word (accents and case apart). */
  | 'name_same'
  /** Another spelling or a former name that the gazetteer knows: `name`. */
  | 'name_known'
  /** The name without what stands beside it, or with words written another way: `name`. */
  | 'name_shortened'
  /** Nearly the name: `name`. */
  | 'name_similar'
  /** In the country that is written: `country`. */
  | 'country_same'
  /** In another country than is written: `country`. */
  | 'country_other'
  /** `kilometres` from the coordinates that are written. */
  | 'distance'
  /** The region that is written beside the name: `region`. */
  | 'region_same'
  /** The only place of the name. */
  | 'only_one'
  /** Far greater than the others of the name: `inhabitants`. */
  | 'far_greatest'
  /** Tied to `count` places that its neighbours are. */
  | 'ties_same'
  /** No place of the name (of 500 inhabitants and more): nothing is near. */
  | 'nothing_found'
  /** Several places fit: `count`. */
  | 'several_fit'
  /** The name says that it is a region or district. */
  | 'is_region'
  /** All places of the name are too far from the coordinates: the nearest `kilometres`. */
  | 'too_far'
  /** The name alone is too little. */
  | 'too_little';

export interface LocateReason {
  readonly code: LocateReasonCode;
  readonly params?: Params;
}

/** What the name says of its kind; a municipality is its town, region and district are bodies of their own. */
export type WrittenKind = 'place' | 'municipality' | 'district' | 'region' | 'country';

export type LocateFlag =
  /** The coordinates lie in another country than is written, or far from every place of the name in it. */
  | 'coordinates_suspicious'
  /** Another place of the name fits as well, or the evidence does not decide. */
  | 'homonym_undecided'
  /** A prefecture, province, county: not matched to the city of its name. */
  | 'is_region'
  /** A district of a city or county. */
  | 'is_district'
  | 'is_municipality';

/** A place that was weighed; score 0 to 1. */
export interface LocateCandidate {
  readonly geonamesId: number;
  readonly name: string;
  readonly country: string;
  /** The state, where it is known by its letters. */
  readonly region?: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly population: number;
  readonly score: number;
}

export interface LocatedEnd {
  readonly key: string;
  /** ISO 3166-1 alpha-2, or `ZZ` where it is not known. */
  readonly country: string;
  readonly countryFrom: CountryOrigin;
  readonly countryCorrection: CountryCorrection | null;
  readonly kind: WrittenKind;
  /** The place in GeoNames that is meant; null where none is, or where it is not certain. */
  readonly geonamesId: number | null;
  /** 0 to 1: how likely the match is right; without one, how likely the best alternative is. */
  readonly score: number;
  readonly reasons: readonly LocateReason[];
  /** Other places that were weighed, the likeliest first, twelve at most. */
  readonly alternatives: readonly LocateCandidate[];
  readonly flags: readonly LocateFlag[];
}

/** Ends without a place that may be one and the same: for a person to judge. */
export interface LikelyDuplicate {
  readonly keys: readonly [string, string];
  readonly score: number;
  readonly reasons: readonly DuplicateReason[];
}

export interface DuplicateReason {
  readonly code: 'name_same' | 'name_similar' | 'country_same' | 'distance' | 'wikidata_same' | 'neighbours_same';
  readonly params?: Params;
}
