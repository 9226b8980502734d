// The eleven domains in which a tie can be alive, in the order in which they are always drawn.

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
