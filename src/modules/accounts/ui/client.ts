import { clientOf } from '#client/api.ts';
import type { accounts } from '../contract.ts';

export const { api: accountsApi, queries: accountsQueries } = clientOf<typeof accounts>('accounts');
