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

interface NamedWithOffice extends Named {
  readonly officeId: string | null;
}

/**
 * The two cities as a reader with these offices names them: the own city first, and for readers without one, or with both, in the order
 * of the addresses. The rule for titles, crumbs, parties, columns and reports.
 */
export const inOwnOrder = <C extends NamedWithOffice>(one: C, other: C, offices: readonly string[]): readonly [C, C] =>
  ownFirst(one, other, [({ officeId }) => officeId !== null && offices.includes(officeId)]);

/** The same by what makes a city one's own, the strongest claim first: the first that one of the two alone meets decides. */
export function ownFirst<C extends Named>(one: C, other: C, claims: readonly ((city: C) => boolean)[]): readonly [C, C] {
  const decided = claims.find((isOwn) => isOwn(one) !== isOwn(other));
  return namedFirst(one, other, decided === undefined ? null : decided(one) ? one.id : other.id);
}

/** Parties in the order in which the cities are named, those that are no city of the tie after them. `cities` are ids. */
export function partiesInOrder<P extends { readonly kind: string; readonly id: string | null }>(
  cities: readonly string[],
  parties: readonly P[],
): readonly P[] {
  const rank = ({ kind, id }: P): number => (kind === 'city' && id !== null && cities.includes(id) ? cities.indexOf(id) : cities.length);
  return parties.toSorted((a, b) => rank(a) - rank(b));
}

/** The readable address of a tie, e.g. `liverpool-gb--shanghai-cn`. */
export const slugOf = (one: Named, other: Named): string => [one.slug, other.slug].sort().join('--');

/** The slugs of the two cities in a tie's address; null where it is none. */
export function slugsIn(address: string): readonly [string, string] | null {
  const [one, other, ...more] = address.split('--');
  return one === undefined || other === undefined || one === '' || other === '' || more.length > 0 ? null : [one, other];
}
