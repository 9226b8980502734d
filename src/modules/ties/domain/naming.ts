// Who is named first: each side's copy names itself first (the alternat); a neutral page follows the alphabet of the slugs.

interface Named {
  readonly id: string;
  readonly slug: string;
}

/** The two cities in the order in which a reader of the city `own` names them; in the order of their slugs for anybody else. */
export function namedFirst<C extends Named>(one: C, other: C, own: string | null): readonly [C, C] {
  if (own === one.id) return [one, other];
  if (own === other.id) return [other, one];
  return one.slug < other.slug ? [one, other] : [other, one];
}

/** The readable address of a tie, e.g. `liverpool-gb--shanghai-cn`. */
export const slugOf = (one: Named, other: Named): string => [one.slug, other.slug].sort().join('--');

/** The slugs of the two cities in a tie's address; null where it is none. */
export function slugsIn(address: string): readonly [string, string] | null {
  const [one, other, ...more] = address.split('--');
  return one === undefined || other === undefined || one === '' || other === '' || more.length > 0 ? null : [one, other];
}
