import type { Work } from '#platform/work.ts';
import type { Size } from '../domain/topic.ts';
import { loadSizes } from '../store/sizes.ts';

/** How many people work at organisations, as they said where they took part last, as far as the actor may see that; others are left out. */
export const sizesOfOrganisations = (work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, Size>> => loadSizes(work.tx, ids);
