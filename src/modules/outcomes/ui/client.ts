import { clientOf } from '#client/api.ts';
import type { outcomes } from '../contract.ts';

export const { api: outcomesApi, queries: outcomesQueries } = clientOf<typeof outcomes>('outcomes');
