import { clientOf } from '#client/api.ts';
import type { evidence } from '../contract.ts';

export const { api: evidenceApi, queries: evidenceQueries } = clientOf<typeof evidence>('evidence');
