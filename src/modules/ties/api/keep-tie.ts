// A tie enters an office's register, and leaves it.
import type { OfficeId } from '#kernel/ids.ts';
import { notFound, ok, refuse, refuseInput, stale, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { openCity, type NamedCity } from '#modules/cities/api/open-city.ts';
import { takeTurns } from '#platform/postgres/tx.ts';
import type { Work } from '#platform/work.ts';
import type { Asked } from '../contract.ts';
import { slugOf } from '../domain/naming.ts';
import { pairOf, type Pair, type TieId, type TieCityId } from '../domain/tie.ts';
import { mayWrite } from '../policy.ts';
import { insertKeepings, loadKeepings, loadRegister, withdrawKeepings } from '../store/keepings.ts';
import { openForEntry } from './open-tie.ts';
import { indexKeeping, unindexKeeping } from './index-tie.ts';
import { tieIdOf } from './tie-id.ts';
import { attributesOf, enterSaid } from './tie-statements.ts';

/** An office keeps ties of its own city; the register office those of the cities it stewards. */
export const mayKeep = (office: OfficeId, cities: readonly NamedCity[]): boolean =>
  cities.some((city) => city.officeId === office || city.steward === office);

/** Those of the ties that an office keeps, as far as the actor may see it. */
export const keptAmong = async (work: Work, office: OfficeId, ties: readonly TieId[]): Promise<ReadonlySet<TieId>> =>
  new Set((await loadKeepings(work.tx, ties)).flatMap((keeping) => (keeping.office === office ? [keeping.tieId] : [])));

/**
 * Puts the tie of two cities into an office's register, with what the office says of it at once.
 * Refuses `ties.with_itself`, `ties.not_your_city`, `ties.kept_already`, and every misfit at its entry.
 */
export async function keepTie(work: Work, input: Asked<'keepTie'>): Promise<Result<{ id: TieId; slug: string }>> {
  const scope = mayWrite(work.actor, input.office);
  if (!scope.ok) return scope;
  const { office } = scope.value;
  const [cityId, withCityId] = [input.cityId as TieCityId, input.withCityId as TieCityId];
  if (pairOf(cityId, withCityId) === null) return refuseInput([{ path: ['withCityId'], code: 'ties.with_itself' }]);
  const [city, other] = [await openCity(work, cityId), await openCity(work, withCityId)].map((opened) =>
    opened.ok ? opened.value : undefined,
  );
  const missing = [
    ...(city === undefined ? [{ path: ['cityId'], code: 'cities.not_found' }] : []),
    ...(other === undefined ? [{ path: ['withCityId'], code: 'cities.not_found' }] : []),
  ];
  if (city === undefined || other === undefined) return refuseInput(missing);
  const pair = pairOf(city.id, other.id);
  if (pair === null) return refuseInput([{ path: ['withCityId'], code: 'ties.with_itself' }]);
  if (!mayKeep(office, [city, other])) return refuse({ kind: 'forbidden', code: 'ties.not_your_city' });
  const tieId = tieIdOf(pair);
  const slug = slugOf(city, other);
  await takeTurns(work.tx, 'register', office);
  const kept = (await loadRegister(work.tx, office)).some((keeping) => keeping.tieId === tieId);
  if (kept) return refuse({ kind: 'conflict', code: 'ties.kept_already', params: { slug } });
  await keepPairs(work, { office, pairs: [pair] });
  const entries = input.entries ?? [];
  const said = entries.length === 0 ? ok([]) : await enterSaid(work, { tieId, office, entries });
  if (!said.ok) return said;
  const subjects = [tieId, cityId, withCityId, ...said.value.map(({ id }) => id)];
  await audit(work, { useCase: 'keep-tie', office, subjects, fields: attributesOf(entries) });
  return ok({ id: tieId, slug });
}

/**
 * Puts pairs into the register of an office that the actor edits, as part of a use case; answers their ids. Searching finds them at once.
 * `broughtBy`: the act that can be undone as one (`takeTiesBack`).
 */
export async function keepPairs(
  work: Work,
  { office, pairs, broughtBy = null }: { readonly office: OfficeId; readonly pairs: readonly Pair[]; readonly broughtBy?: string | null },
): Promise<Result<readonly TieId[]>> {
  const scope = mayWrite(work.actor, office);
  if (!scope.ok) return scope;
  const ties = pairs.map((pair) => ({ id: work.newId<'Keeping'>(), tieId: tieIdOf(pair), pair }));
  await insertKeepings(work.tx, scope.value, { ties, broughtBy });
  await indexKeeping(work, { office, ties, audience: { visibility: 'private', sharedWith: [] } });
  return ok(ties.map(({ tieId }) => tieId));
}

/** Takes a tie out of an office's register; statements, agreements and exchanges stay as they are. Refuses `kernel.stale`. */
export async function withdrawTie(work: Work, input: Asked<'withdrawTie'>): Promise<Result<{ tieId: TieId }>> {
  const opened = await openForEntry(work, input.tieId, input.office);
  if (!opened.ok) return opened.refusal.code === 'ties.not_kept' ? notFound('ties.not_found') : opened;
  const { tie, scope } = opened.value;
  const count = await withdrawKeepings(work.tx, scope, { ties: [tie.tieId], version: work.expectedVersion, now: work.now });
  if (count === 0) return refuse(stale);
  await unindexKeeping(work, { office: scope.office, ties: [tie.tieId] });
  await audit(work, { useCase: 'withdraw-tie', office: scope.office, subjects: [tie.tieId], fields: [] });
  return ok({ tieId: tie.tieId });
}
