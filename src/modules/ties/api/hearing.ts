// What of a tie stands on its pages: what its sides keep, and what third parties say once a side's desk has taken it up.
import { holds } from '#kernel/actor.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { ok, refuse, unauthenticated, type Result } from '#kernel/result.ts';
import type { NamedCity } from '#modules/cities/api/open-city.ts';
import type { Work } from '#platform/work.ts';
import type { Owned } from '../domain/records.ts';
import { isHeard, type Taking } from '../domain/taking.ts';
import type { Pair, TieId } from '../domain/tie.ts';
import { mayWrite } from '../policy.ts';
import { saveTaking, takingsOf as loadTakings, type Decided } from '../store/takings.ts';

/** What was decided of these things, as far as the actor may know. */
export const takingsOf = (work: Work, ids: readonly string[]): Promise<readonly Taking[]> => loadTakings(work.tx, ids);

/** Decides, or takes the decision back, for an office that the caller has found to be a side, as part of a use case that writes the audit entry. Refuses `kernel.forbidden`. */
export async function decide(work: Work, { office, ...decided }: Decided & { readonly office: OfficeId }): Promise<Result<null>> {
  const scope = mayWrite(work.actor, office);
  if (!scope.ok) return scope;
  const { account } = work.actor;
  if (account === null) return refuse(unauthenticated);
  await saveTaking(work.tx, scope.value, { ...decided, by: account, now: work.now });
  return ok(null);
}

/** The offices that speak for the cities: their own, else their stewards. */
export const sidesAmong = (cities: ReadonlyMap<string, NamedCity>, ids: readonly (string | null)[]): readonly OfficeId[] =>
  ids.flatMap((id) => {
    const city = id === null ? undefined : cities.get(id);
    return city === undefined ? [] : [city.officeId ?? city.steward];
  });

export const sidesOf = (cities: ReadonlyMap<string, NamedCity>, pair: Pair | undefined): readonly OfficeId[] =>
  pair === undefined ? [] : sidesAmong(cities, [pair.a, pair.b]);

type Row = Owned & { readonly id: string; readonly tieId: TieId };

/** Which rows of ties stand on their pages: what a side keeps or has taken up, and to each office what it keeps itself. */
export const hearing = (
  work: Work,
  {
    pairs,
    cities,
    takings,
  }: {
    readonly pairs: ReadonlyMap<TieId, Pair>;
    readonly cities: ReadonlyMap<string, NamedCity>;
    /** Those of the rows. */
    readonly takings: readonly Taking[];
  },
): ((row: Row) => boolean) => {
  const ofThing = Map.groupBy(takings, ({ thingId }) => thingId);
  return (row) =>
    holds(work.actor, row.office, 'viewer') ||
    isHeard({ owner: row.office, takings: ofThing.get(row.id) ?? [], sides: sidesOf(cities, pairs.get(row.tieId)) });
};
