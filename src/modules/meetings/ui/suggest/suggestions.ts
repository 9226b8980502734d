// What the list of suggestions is made of.
import type { meetingsApi } from '../client.ts';

export type Suggestions = Awaited<ReturnType<(typeof meetingsApi)['listSuggestions']>>;
export type Suggestion = Suggestions['entries'][number];
export type Replies = Awaited<ReturnType<(typeof meetingsApi)['listMyRequests']>>['replies'];
