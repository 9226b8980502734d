import { clientOf } from '#client/api.ts';
import type { organisations } from '../contract.ts';

export const { api: organisationsApi, queries: organisationsQueries } = clientOf<typeof organisations>('organisations');
