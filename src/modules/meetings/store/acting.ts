import { actAs } from '#platform/acting.ts';
import type { Work } from '#platform/work.ts';
import type { ActingScope } from '../domain/scopes.ts';

/** Runs `use` as a member of the scope's offices too, which policy.ts alone grants. */
export const actingFor = <T>(work: Work, scope: ActingScope, use: (work: Work) => Promise<T>): Promise<T> => actAs(work, scope, use);
