import { clientOf } from '#client/api.ts';
import type { expos } from '../contract.ts';

export const { api: exposApi, queries: exposQueries } = clientOf<typeof expos>('expos');
