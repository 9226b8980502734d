import { clientOf } from '#client/api.ts';
import type { cities } from '../contract.ts';

export const { api: citiesApi, queries: citiesQueries } = clientOf<typeof cities>('cities');
