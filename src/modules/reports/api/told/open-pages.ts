// Which pages everybody may read, by their addresses: for those who look for all of them.
import { ok, type Result } from '#kernel/result.ts';
import { pagePlaces } from '#modules/cities/api/name-places.ts';
import { listEditions } from '#modules/expos/api/edition/list-editions.ts';
import { publishedFollowThroughs } from '#modules/outcomes/api/follow-through/show-page.ts';
import { pageOutcomes } from '#modules/outcomes/api/list-outcomes.ts';
import { isListedProject } from '#modules/outcomes/domain/outcome.ts';
import { listEdges } from '#modules/ties/api/list-edges.ts';
import type { Transact } from '#platform/work.ts';
import { publishedSnapshots } from '../snapshots/published-snapshots.ts';
import { allOf, followed, mapped, pageRows } from '../open-data/paging.ts';

/** Pages of one kind are listed together. */
export const pageKinds = ['lists', 'cities', 'ties', 'outcomes', 'editions', 'snapshots'] as const;
export type PageKind = (typeof pageKinds)[number];

const cities = (transact: Transact) =>
  allOf(transact, async (work, after: string | null) => {
    const { places, last } = await pagePlaces(work, { after: after ?? '', limit: pageRows, context: 'page' });
    return { entries: places, last };
  });

/** Ties that somebody keeps, between cities that may be shown; each has its report. */
async function ties(transact: Transact): Promise<Result<readonly string[]>> {
  const places = await cities(transact);
  if (!places.ok) return places;
  const slugOf = new Map<string, string>(places.value.map(({ id, slug }) => [id, slug]));
  const edges = await transact(async (work) => ok(await listEdges(work)));
  return mapped(edges, (all) =>
    all.flatMap(({ a, b, kept }) => {
      const [one, other] = [slugOf.get(a), slugOf.get(b)].toSorted();
      const path = `/ties/${one ?? ''}--${other ?? ''}`;
      return kept && one !== undefined && other !== undefined ? [path, `${path}/report`] : [];
    }),
  );
}

/** As nobody: `transact` says who reads, and the database keeps out what is not public. */
export async function openPages(transact: Transact, kind: PageKind): Promise<Result<readonly string[]>> {
  if (kind === 'lists') return ok(['/', '/cities', '/challenges', '/editions']);
  if (kind === 'cities') return mapped(await cities(transact), (all) => all.map(({ slug }) => `/cities/${slug}`));
  if (kind === 'ties') return ties(transact);
  if (kind === 'snapshots') return transact(async (work) => ok((await publishedSnapshots(work, pageRows)).map(({ path }) => path)));
  if (kind === 'editions') {
    const shown = await transact(async (work) => ok(await publishedFollowThroughs(work, { limit: pageRows })));
    if (!shown.ok) return shown;
    const isFollowed = new Set<string>(shown.value.map(({ editionId }) => editionId));
    return mapped(await followed(transact, (work, cursor) => listEditions(work, { ...cursor, limit: 200 })), (all) =>
      all.flatMap(({ id, slug }) => [`/editions/${slug}`, ...(isFollowed.has(id) ? [`/editions/${slug}/follow-through`] : [])]),
    );
  }
  const outcomes = await allOf(transact, async (work, after: Recorded['id'] | null) => {
    const { outcomes: entries, last } = await pageOutcomes(work, { after, limit: 200 });
    return { entries, last };
  });
  return mapped(outcomes, (all) => {
    // A tie whose projects are told one by one has a page of them.
    const ties = all.filter(isListedProject).flatMap(({ attributions }) => attributions.flatMap(tieOfProject));
    return [...all.map(({ id }) => `/outcomes/${id}`), ...[...new Set(ties)].toSorted().map((slug) => `/ties/${slug}/projects`)];
  });
}
const tieOfProject = ({ subjectKind, slug, heard }: Recorded['attributions'][number]): readonly string[] =>
  subjectKind === 'tie' && slug !== null && heard ? [slug] : [];

type Recorded = Awaited<ReturnType<typeof pageOutcomes>>['outcomes'][number];
