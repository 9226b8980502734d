import { clientOf } from '#client/api.ts';
import type { desk } from '../contract.ts';

export const { api: deskApi, queries: deskQueries } = clientOf<typeof desk>('desk');
