// Entries that may be one city: the register office goes through them, puts them together with all that hangs on them, and parts them again.
import type { OfficeId } from '#kernel/ids.ts';
import { notFound, ok, refuse, refuseInput, type Result } from '#kernel/result.ts';
import {
  findCandidates,
  forgetVerdict as forget,
  judgePair,
  listMergeRecords,
  mayMerge,
  mergeCity,
  openMerge,
  openPair,
  pairKeyOf,
  partCities,
  problemsOfMerge,
  standingOf,
  type Candidates,
  type Described,
  type MergeRecord,
} from '#modules/cities/api/merging.ts';
import { citiesByIds } from '#modules/cities/api/open-city.ts';
import { statementsOf } from '#modules/evidence/api/read-statements.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import type { CityMerge, MergePreview } from '../../contract/duplicates.ts';
import { pairOf, type TieCityId, type TieId } from '../../domain/tie.ts';
import { loadAgreements } from '../../store/agreements.ts';
import { loadExchanges } from '../../store/exchanges.ts';
import { listKeepings } from '../../store/keepings.ts';
import { indexTiesOf, unindexKeeping } from '../index-tie.ts';
import { tieIdOf } from '../tie-id.ts';
import { showPairs, weighPairs, type WeighedPair } from './weigh-duplicates.ts';

/** Less likely than this it is not proposed, unless somebody asks. */
const LEAST_SCORE = 30;
const MOST_TIES = 5000;

type State = Asked<'listDuplicates'>['state'];

/** Where a pair stands for the register office: its own word decides, else whether an office asks. */
function stateOfPair({ stays, goes, weighed }: WeighedPair, said: Candidates['said'], register: OfficeId): State | null {
  const words = said.get(pairKeyOf(stays.id, goes.id)) ?? [];
  const own = words.find(({ office }) => office === register)?.verdict;
  if (own === 'two' || own === 'later') return own;
  if (words.some(({ verdict }) => verdict === 'same')) return 'asked';
  return weighed.score >= LEAST_SCORE ? 'open' : null;
}

/** Pairs in one state, the likeliest first. Refuses `kernel.forbidden` to all but editors of the register office. */
export async function listDuplicates(
  work: Work,
  { state, from, limit }: Asked<'listDuplicates'>,
): Promise<Result<Answer<'listDuplicates'>>> {
  const scope = await mayMerge(work);
  if (!scope.ok) return scope;
  const candidates = await findCandidates(work);
  const pairs = (await weighPairs(work, candidates))
    .filter((pair) => stateOfPair(pair, candidates.said, scope.value.office) === state)
    .toSorted((x, y) => y.weighed.score - x.weighed.score || (x.stays.slug < y.stays.slug ? -1 : 1));
  return ok({ entries: await showPairs(work, pairs.slice(from, from + limit), candidates.said), of: pairs.length });
}

async function openWeighed(work: Work, one: TieCityId, other: TieCityId): Promise<Result<{ pair: WeighedPair; candidates: Candidates }>> {
  if (one === other) return refuseInput([{ path: ['otherId'], code: 'cities.relation_with_itself' }]);
  const candidates = await openPair(work, one, other);
  if (!candidates.ok) return candidates;
  const [pair] = await weighPairs(work, candidates.value);
  return pair === undefined ? notFound('cities.not_found') : ok({ pair, candidates: candidates.value });
}

/** Keeps an office's word about two entries. */
export async function judgeDuplicate(work: Work, input: Asked<'judgeDuplicate'>): Promise<Result<Answer<'judgeDuplicate'>>> {
  const opened = await openWeighed(work, input.oneId, input.otherId);
  if (!opened.ok) return opened;
  const { stays: a, goes: b } = opened.value.pair;
  const { office, verdict, reason } = input;
  if (verdict !== 'later' && reason === null) return refuseInput([{ path: ['reason'], code: 'cities.identity_reason_missing' }]);
  const judged = await judgePair(work, { office, a, b, verdict, reason });
  if (!judged.ok) return judged;
  const again = await openWeighed(work, a.id, b.id);
  if (!again.ok) return again;
  const [shown] = await showPairs(work, [again.value.pair], again.value.candidates.said);
  return shown === undefined ? notFound('cities.not_found') : ok(shown);
}

export async function forgetVerdict(
  work: Work,
  { oneId, otherId, office }: Asked<'forgetVerdict'>,
): Promise<Result<Answer<'forgetVerdict'>>> {
  const forgotten = await forget(work, { office, one: oneId, other: otherId });
  return forgotten.ok ? ok({ oneId, otherId }) : forgotten;
}

/** The two in the order in which they were named, whichever should stay. */
const inOrder = ({ stays, goes }: WeighedPair, fromId: string): readonly [from: Described, into: Described] =>
  goes.id === fromId ? [goes, stays] : [stays, goes];

const tiesOf = async (work: Work, city: string) => listKeepings(work.tx, { city: city as TieCityId, after: null, limit: MOST_TIES });

async function becomesOf(work: Work, from: Described, into: Described): Promise<MergePreview['becomes']> {
  const keepings = await tiesOf(work, from.id);
  const ties = [...new Set(keepings.map(({ tieId }) => tieId))];
  const others = new Set((await tiesOf(work, into.id)).flatMap(({ pair }) => [pair.a, pair.b]));
  const joined = new Set(
    keepings.flatMap(({ pair }) => [pair.a, pair.b]).filter((city) => city !== from.id && city !== into.id && others.has(city)),
  );
  const said = [...(await statementsOf(work, 'tie', ties)).values(), ...(await statementsOf(work, 'city', [from.id])).values()];
  const known = new Set(into.names.filter(({ kind }) => kind !== 'former').map(({ language }) => language));
  return {
    formerSlug: from.slug,
    ties: ties.length,
    tiesJoined: joined.size,
    agreements: (await loadAgreements(work.tx, ties)).length,
    exchanges: (await loadExchanges(work.tx, ties)).length,
    statements: said.flat().length,
    names: from.names.filter(({ kind, language }) => kind === 'official' && !known.has(language)).map(({ text }) => text),
    geonamesId: into.geonamesId === null ? from.geonamesId : null,
    wikidataId: into.wikidataId === null ? from.wikidataId : null,
  };
}

/** What would become of what, and what stands in the way. Refuses `kernel.forbidden`, `cities.not_found`. */
export async function previewMerge(work: Work, { fromId, intoId }: Asked<'previewMerge'>): Promise<Result<MergePreview>> {
  const scope = await mayMerge(work);
  if (!scope.ok) return scope;
  const opened = await openWeighed(work, fromId, intoId);
  if (!opened.ok) return opened;
  const { pair, candidates } = opened.value;
  const [from, into] = inOrder(pair, fromId);
  const [shown] = await showPairs(work, [{ ...pair, stays: into, goes: from }], candidates.said);
  if (shown === undefined) return notFound('cities.not_found');
  return ok({
    pair: shown,
    problems: [...(await problemsOfMerge(work, from, into, pair.around))],
    becomes: await becomesOf(work, from, into),
  });
}

async function showMerges(work: Work, merges: readonly MergeRecord[]): Promise<CityMerge[]> {
  const standing = await standingOf(
    work,
    merges.map(({ into }) => into),
  );
  const nowOf = ({ into }: MergeRecord) => standing.get(into) ?? into;
  const cities = await citiesByIds(work, merges.map(nowOf));
  return merges.flatMap((merge) => {
    const city = cities.get(nowOf(merge));
    if (city === undefined) return [];
    const { id, version, reason, formerSlug, formerName, weighed, mergedAt } = merge;
    return {
      ...{ id, version, reason, score: weighed.score, mergedAt: mergedAt.toISOString() },
      former: { slug: formerSlug, name: formerName },
      city: { id: city.id, slug: city.slug, name: { ...city.name } },
    };
  });
}

/**
 * Puts one entry into the other. Refuses `kernel.forbidden`, `cities.not_found`, `cities.merged_already`, and all that stands in the way at
 * once.
 */
export async function mergeCities(work: Work, { fromId, intoId, reason }: Asked<'mergeCities'>): Promise<Result<CityMerge>> {
  const scope = await mayMerge(work);
  if (!scope.ok) return scope;
  if ((await standingOf(work, [fromId, intoId])).size > 0) return refuse({ kind: 'conflict', code: 'cities.merged_already' });
  const opened = await openWeighed(work, fromId, intoId);
  if (!opened.ok) return opened;
  const { pair } = opened.value;
  const [from, into] = inOrder(pair, fromId);
  const problems = await problemsOfMerge(work, from, into, pair.around);
  if (problems.length > 0) return refuseInput(problems.map((code) => ({ path: ['fromId'], code })));
  const ties = await tiesOf(work, from.id);
  const merged = await mergeCity(work, { from, into, reason, weighed: pair.weighed });
  if (!merged.ok) return merged;
  await unindexKeeping(work, { office: scope.value.office, ties: ties.map(({ tieId }) => tieId) });
  await indexTiesOf(work, [into.id]);
  const merge = await openMerge(work, merged.value);
  const [shown] = merge.ok ? await showMerges(work, [merge.value]) : [];
  return shown === undefined ? notFound('cities.merge_not_found') : ok(shown);
}

/** Refuses `kernel.forbidden` to all but editors of the register office. */
export async function listMerges(work: Work, { after, limit }: Asked<'listMerges'>): Promise<Result<Answer<'listMerges'>>> {
  const scope = await mayMerge(work);
  if (!scope.ok) return scope;
  return ok({ entries: await showMerges(work, await listMergeRecords(work, { after: after ?? null, limit })) });
}

/** Ties that are no longer, from the ids of their cities. */
const withCity = (city: string, others: readonly string[]): readonly TieId[] =>
  others.flatMap((other) => {
    const pair = pairOf(city as TieCityId, other as TieCityId);
    return pair === null ? [] : [tieIdOf(pair)];
  });

/** Parts two cities again. Refuses `kernel.forbidden`, `cities.merge_not_found`, `kernel.stale`. */
export async function undoMerge(work: Work, { mergeId, reason }: Asked<'undoMerge'>): Promise<Result<{ readonly id: string }>> {
  const merge = await openMerge(work, mergeId);
  if (!merge.ok) return merge;
  const { id, into } = merge.value;
  const standing = (await standingOf(work, [into])).get(into) ?? into;
  const before = (await tiesOf(work, standing)).flatMap(({ pair }) => [pair.a, pair.b]).filter((city) => city !== standing);
  const parted = await partCities(work, merge.value, reason);
  if (!parted.ok) return parted;
  const scope = await mayMerge(work);
  if (!scope.ok) return scope;
  await unindexKeeping(work, { office: scope.value.office, ties: withCity(standing, [...new Set(before)]) });
  await indexTiesOf(work, parted.value);
  return ok({ id });
}
