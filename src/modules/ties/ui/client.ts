import { clientOf } from '#client/api.ts';
import type { ties } from '../contract.ts';

export const { api: tiesApi, queries: tiesQueries } = clientOf<typeof ties>('ties');
