// The eleven domains in which a tie can be alive, in the order and groups in which they are always drawn.

export const domains = [
  'trade',
  'investment',
  'culture',
  'sport',
  'education_science',
  'environment_energy',
  'health',
  'urban_transport',
  'governance',
  'youth_people',
  'tourism',
] as const;
export type Domain = (typeof domains)[number];

/** The same eleven in groups of 2, 3, 3 and 3: groups save counting. */
export const domainGroups = [
  ['trade', 'investment'],
  ['culture', 'sport', 'education_science'],
  ['environment_energy', 'health', 'urban_transport'],
  ['governance', 'youth_people', 'tourism'],
] as const satisfies readonly (readonly Domain[])[];
