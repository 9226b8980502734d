import { clientOf } from '#client/api.ts';
import type { reports } from '../contract.ts';

export const { api: reportsApi, queries: reportsQueries } = clientOf<typeof reports>('reports');
