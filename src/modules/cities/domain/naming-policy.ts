// The naming policy: how a place is labelled and whether it may be shown at all. Rules are rows of a table, not code.
import type { CityId } from './city.ts';
import { languages, type MultilingualText } from '#kernel/language.ts';
import { regionName, type RegionLabels } from '#kernel/region-names.ts';

export const labelContexts = ['any', 'page', 'export', 'import'] as const;
export type LabelContext = (typeof labelContexts)[number];

export const labelStates = ['shown', 'hidden', 'quarantined'] as const;
export type LabelState = (typeof labelStates)[number];

/** One rule, for a place of the gazetteer, a city that stands for none of them, or a whole country, in one context or in any. */
export interface LabelRule {
  readonly geonamesId: number | null;
  readonly cityId: CityId | null;
  readonly country: string | null;
  readonly context: LabelContext;
  readonly state: LabelState;
  /** Labels in place of the names, by language; null leaves them as they are. */
  readonly labels: MultilingualText | null;
}

/** `id`: of a city on record. */
export interface Place {
  readonly id?: string;
  readonly geonamesId: number | null;
  readonly country: string;
}

type Context = Exclude<LabelContext, 'any'>;

const inContext = (rules: readonly LabelRule[], context: Context): LabelRule | undefined =>
  rules.find((rule) => rule.context === context) ?? rules.find((rule) => rule.context === 'any');

const ofPlace = (rules: readonly LabelRule[], { id, geonamesId }: Place, context: Context): LabelRule | undefined =>
  inContext(
    rules.filter((rule) => (rule.geonamesId !== null && rule.geonamesId === geonamesId) || (rule.cityId !== null && rule.cityId === id)),
    context,
  );

const ofCountry = (rules: readonly LabelRule[], country: string, context: Context): LabelRule | undefined =>
  inContext(
    rules.filter((rule) => rule.country === country),
    context,
  );

/** What the policy says of a place: its own rule goes before its country's, the context's before the general one. */
export const stateOf = (rules: readonly LabelRule[], place: Place, context: Context): LabelState =>
  (ofPlace(rules, place, context) ?? ofCountry(rules, place.country, context))?.state ?? 'shown';

/** Whether the place may be shown; what is quarantined waits for a person and is not. */
export const mayShow = (rules: readonly LabelRule[], place: Place, context: Context): boolean => stateOf(rules, place, context) === 'shown';

/** The name under which a place appears: the policy's label in each language it names, else the place's own. */
export const labelOf = (
  rules: readonly LabelRule[],
  { name, ...place }: Place & { readonly name: MultilingualText },
  context: Context,
): MultilingualText => ({ ...name, ...ofPlace(rules, place, context)?.labels });

/** The labels of all countries and regions that have one, by code: what is called otherwise than the runtime knows it. */
export function regionLabels(rules: readonly LabelRule[], context: Context): RegionLabels {
  const countries = [...new Set(rules.flatMap(({ country }) => (country === null ? [] : [country])))].sort();
  return Object.fromEntries(
    countries.flatMap((country) => {
      const labels = ofCountry(rules, country, context)?.labels ?? null;
      return labels === null ? [] : [[country, labels]];
    }),
  );
}

/** What a country or region is called in the languages of the interface, and in others the policy names. */
export function countryLabelOf(rules: readonly LabelRule[], country: string, context: Context): MultilingualText {
  const known = languages.map((language) => [language, { text: regionName(country, language, {}), origin: 'human' as const }] as const);
  return { ...Object.fromEntries(known), ...ofCountry(rules, country, context)?.labels };
}

/** How a written country is compared with labels. */
export const labelKey = (written: string): string => written.normalize('NFKC').trim().toLowerCase();

/** Codes by every label that any rule gives a country, whatever its context: what was written out by one is read in again. */
export const regionsByLabel = (rules: readonly LabelRule[]): ReadonlyMap<string, string> =>
  new Map(
    rules.flatMap(({ country, labels }) =>
      country === null || labels === null ? [] : Object.values(labels).map(({ text }) => [labelKey(text), country] as const),
    ),
  );
