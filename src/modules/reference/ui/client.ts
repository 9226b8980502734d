import { clientOf } from '#client/api.ts';
import type { reference } from '../contract.ts';

export const { api: referenceApi, queries: referenceQueries } = clientOf<typeof reference>('reference');
