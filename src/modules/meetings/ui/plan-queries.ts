// Drafts of an edition, newest first.
import { useQuery } from '@tanstack/react-query';
import { queries } from '#client/api.ts';
import type { Plan } from './event-answers.ts';

const SECOND = 1000;
const AT_MOST = 200;

/** The latest two hundred; asked again while one is being looked for. */
export const usePlans = (editionId: string): readonly Plan[] | undefined =>
  useQuery({
    ...queries().meetings.listPlans.queryOptions({ input: { editionId, limit: AT_MOST } }),
    refetchInterval: ({ state }) => (state.data?.entries.some(({ status }) => status === 'running') === true ? 2 * SECOND : false),
    throwOnError: true,
  }).data?.entries;
