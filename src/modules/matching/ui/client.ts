import { clientOf } from '#client/api.ts';
import type { matching } from '../contract.ts';

export const { api: matchingApi, queries: matchingQueries } = clientOf<typeof matching>('matching');

export type CityMatches = Awaited<ReturnType<(typeof matchingApi)['listCityMatches']>>;
export type Lesson = Awaited<ReturnType<(typeof matchingApi)['listLessons']>>['entries'][number];
