// Ties that may be seen, as rows of a list.
import { isId } from '#kernel/ids.ts';
import { ok, refuseInput, type Result } from '#kernel/result.ts';
import { openCity } from '#modules/cities/api/open-city.ts';
import { asPublic, type Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import type { TieSummary } from '../contract/shapes.ts';
import { codeIn, dateIn, endOf, shownOf, statusOf } from '../domain/tie-facts.ts';
import { doubtsOf, hasDoubt } from '../domain/doubts.ts';
import { slugOf } from '../domain/naming.ts';
import type { Pair, TieCityId, TieId } from '../domain/tie.ts';
import { listKeepings } from '../store/keepings.ts';
import { citiesOf, loadListedTies, showCity, type KnownCities, type ListedTie } from './load-ties.ts';

function summaryOf(facts: ListedTie, pair: Pair, cities: KnownCities): TieSummary[] {
  const [a, b] = [cities.get(pair.a), cities.get(pair.b)];
  if (a === undefined || b === undefined) return [];
  const since = shownOf(facts, 'established');
  return [
    {
      id: facts.tieId,
      slug: slugOf(a, b),
      cities: { a: showCity(a), b: showCity(b) },
      classCode: codeIn(shownOf(facts, 'class').first?.value),
      since: dateIn(since.first?.value),
      ended: endOf(facts),
      doubts: doubtsOf(facts, { a: a.officeId, b: b.officeId }),
      status: { a: statusOf(facts.statements, a.officeId)?.code ?? null, b: statusOf(facts.statements, b.officeId)?.code ?? null },
    },
  ];
}

/** Ties that the actor may see, of one city (by id or address) or of all; those of a city that may not be shown are left out. */
export async function listTies(caller: Work, input: Asked<'listTies'>): Promise<Result<Answer<'listTies'>>> {
  const work = input.audience === 'public' ? await asPublic(caller) : caller;
  const { cursor, limit, only } = input;
  if (cursor !== undefined && !isId<'Tie'>(cursor)) return refuseInput([{ path: ['cursor'], code: 'kernel.bad_format' }]);
  const city = input.city === undefined ? null : await openCity(work, input.city);
  if (city !== null && !city.ok) return city;
  const of = { city: city?.value.id, limit: only === undefined ? limit : Math.max(limit, LOOKED_THROUGH) };
  // Those that are looked for may lie anywhere: a page of them is full, or the list has been looked through.
  const found: TieSummary[] = [];
  for (let after = cursor ?? null, looked = of.limit; ; looked += of.limit) {
    const { ties, next } = await summariesAfter(work, { ...of, after });
    found.push(...ties.filter(({ doubts }) => only === undefined || hasDoubt(doubts, only)));
    const entries = found.slice(0, limit);
    if (found.length > limit) return ok({ entries, nextCursor: entries.at(-1)?.id ?? null });
    if (next === null || only === undefined || looked >= MOST_LOOKED_THROUGH) return ok({ entries, nextCursor: next });
    after = next;
  }
}

/** So many are looked through at once for those in doubt, and so many for one page: where there are more, the next page goes on. */
const [LOOKED_THROUGH, MOST_LOOKED_THROUGH] = [500, 5000];

/** A page of them, and where the next one begins; null on the last. */
async function summariesAfter(
  work: Work,
  { city, after, limit }: { readonly city: TieCityId | undefined; readonly after: TieId | null; readonly limit: number },
): Promise<{ readonly ties: readonly TieSummary[]; readonly next: TieId | null }> {
  const keepings = await listKeepings(work.tx, { city, after, limit });
  const pairs = new Map(keepings.map(({ tieId, pair }) => [tieId, pair]));
  const page = [...pairs.keys()].slice(0, limit);
  const [cities, facts] = await Promise.all([citiesOf(work, [...pairs.values()]), loadListedTies(work, page)]);
  const ties = facts.flatMap((tie) => {
    const pair = pairs.get(tie.tieId);
    return pair === undefined ? [] : summaryOf(tie, pair, cities);
  });
  return { ties, next: pairs.size > limit ? (page.at(-1) ?? null) : null };
}
