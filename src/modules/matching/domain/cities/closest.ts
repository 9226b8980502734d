// Of whom each visitor should meet, those worth telling: where anybody fits closely, who merely works in the same field is no news.

interface Fitting {
  readonly score: number | null;
}

/** Visitors for whom something is left; `score` null: the same field only. */
export function closestOf<V extends { readonly told: readonly Fitting[]; readonly organisations: readonly Fitting[] }>(
  visitors: readonly V[],
): readonly V[] {
  const isClose = ({ score }: Fitting): boolean => score !== null;
  const anyClose = visitors.some(({ told, organisations }) => told.some(isClose) || organisations.some(isClose));
  const kept = <M extends Fitting>(matches: readonly M[]): readonly M[] => matches.filter((one) => !anyClose || isClose(one));
  return visitors
    .map((visitor) => ({ ...visitor, told: kept(visitor.told), organisations: kept(visitor.organisations) }))
    .filter(({ told, organisations }) => told.length + organisations.length > 0);
}
