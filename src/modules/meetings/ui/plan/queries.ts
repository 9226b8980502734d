// Drafts of an edition, newest first.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { paged } from '#client/use-pages.ts';
import { meetingsQueries } from '../client.ts';
import type { Plan, UnplacedGroup } from '../edition/answers.ts';

const SECOND = 1000;
const AT_MOST = 200;

/** The latest two hundred; asked again while one is being looked for. */
export const usePlans = (editionId: string): readonly Plan[] | undefined =>
  useQuery({
    ...meetingsQueries.listPlans.queryOptions({ input: { editionId, limit: AT_MOST } }),
    refetchInterval: ({ state }) => (state.data?.entries.some(({ status }) => status === 'running') === true ? 2 * SECOND : false),
    throwOnError: true,
  }).data?.entries;

const PAGE = 25;

/** Meetings without a place, all or those of one participant, a page at a time. */
export function useUnplaced(on: {
  readonly editionId: string;
  readonly planId: string;
  readonly participantId?: string;
  readonly group?: string;
}) {
  const list = useInfiniteQuery({
    ...meetingsQueries.listUnplaced.infiniteOptions(paged({ ...on, limit: PAGE })),
    throwOnError: true,
  });
  const pages = list.data?.pages;
  return { list, rows: pages?.flatMap(({ entries }) => entries), workedOut: pages?.[0]?.workedOut ?? null };
}

/** What has no place, by what it lacks; undefined until it is there. */
export const useGroups = (on: { readonly editionId: string; readonly planId: string }): readonly UnplacedGroup[] | undefined =>
  useQuery({ ...meetingsQueries.groupUnplaced.queryOptions({ input: on }), throwOnError: true }).data?.groups;
