// The naming policy: how a place is labelled and whether it may be shown at all. Rules are rows of a table, not code.
import type { Language, MultilingualText } from '#kernel/language.ts';
import { languages } from '#kernel/language.ts';
import { regionName } from '#kernel/region-names.ts';

export const labelContexts = ['any', 'page', 'export', 'import'] as const;
export type LabelContext = (typeof labelContexts)[number];

export const labelStates = ['shown', 'hidden', 'quarantined'] as const;
export type LabelState = (typeof labelStates)[number];

/** One rule, for a place of the gazetteer or for a whole country, in one context or in any. */
export interface LabelRule {
  readonly geonamesId: number | null;
  readonly country: string | null;
  readonly context: LabelContext;
  readonly state: LabelState;
  /** Labels in place of the names, by language; null leaves them as they are. */
  readonly labels: MultilingualText | null;
}

export interface Place {
  readonly geonamesId: number | null;
  readonly country: string;
}

type Context = Exclude<LabelContext, 'any'>;

const inContext = (rules: readonly LabelRule[], context: Context): LabelRule | undefined =>
  rules.find((rule) => rule.context === context) ?? rules.find((rule) => rule.context === 'any');

const ofPlace = (rules: readonly LabelRule[], { geonamesId }: Place, context: Context): LabelRule | undefined =>
  geonamesId === null
    ? undefined
    : inContext(
        rules.filter((rule) => rule.geonamesId === geonamesId),
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

/** What a country or region is called in the languages of the interface, and in others the policy names. */
export function countryLabelOf(rules: readonly LabelRule[], country: string, context: Context): MultilingualText {
  const known = languages.map((language: Language) => [language, { text: regionName(country, language), origin: 'human' as const }]);
  return { ...(Object.fromEntries(known) as MultilingualText), ...ofCountry(rules, country, context)?.labels };
}
