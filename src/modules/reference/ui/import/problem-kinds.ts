// The kinds of findings in the order in which a person should look at them.

/** First what waits for an answer or was left out, then what was put right, last what is only worth knowing. */
const weight: readonly string[] = [
  'reference.homonym',
  'reference.likely_duplicate',
  'reference.self_tie',
  'reference.same_place',
  'reference.no_name',
  'reference.hidden',
  'reference.partner_unknown',
  'reference.deprecated',
  'reference.left_out_by_answer',
  'reference.position_suspicious',
  'reference.not_in_gazetteer',
  'reference.country_unknown',
  'reference.country_empty',
  'reference.country_misspelt',
  'reference.country_is_part',
  'reference.country_other_words',
  'reference.country_other_language',
  'reference.date_unreadable',
  'reference.date_ambiguous',
  'reference.position_unreadable',
  'reference.number_unreadable',
  'reference.class_unknown',
  'reference.is_region',
  'reference.is_district',
  'reference.listed_twice',
  'reference.one_way',
];

const placeOf = (code: string): number => (weight.includes(code) ? weight.indexOf(code) : weight.length);

/** Codes that were found at all; those unknown here come last, by name. */
export const inOrderOfWeight = (counts: Readonly<Record<string, number>>): readonly string[] =>
  Object.keys(counts)
    .filter((code) => (counts[code] ?? 0) > 0)
    .toSorted((x, y) => placeOf(x) - placeOf(y) || (x < y ? -1 : 1));
