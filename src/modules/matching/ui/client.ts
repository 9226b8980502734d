import { clientOf } from '#client/api.ts';
import type { matching } from '../contract.ts';

export const { api: matchingApi, queries: matchingQueries } = clientOf<typeof matching>('matching');
