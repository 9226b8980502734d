import { clientOf } from '#client/api.ts';
import type { meetings } from '../contract.ts';

export const { api: meetingsApi, queries: meetingsQueries } = clientOf<typeof meetings>('meetings');
