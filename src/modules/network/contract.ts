// The API of the net that ties make of cities: the map, ways between cities, and who could become a partner.
import type { z } from 'zod';
import { map } from './contract/map.ts';
import { paths } from './contract/network.ts';

export const network = { ...map, ...paths };

/** What a use case is handed once its input has been read: `Asked<'findPath'>`. */
export type Asked<P extends keyof typeof network> = z.output<NonNullable<(typeof network)[P]['~orpc']['inputSchema']>>;
/** What a use case answers: `Answer<'findPath'>`. */
export type Answer<P extends keyof typeof network> = z.output<NonNullable<(typeof network)[P]['~orpc']['outputSchema']>>;
