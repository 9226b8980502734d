import type { MultilingualText } from '#kernel/language.ts';
import type { Work } from '#platform/work.ts';
import type { OrganisationId } from '../domain/organisation.ts';
import { loadNames } from '../store/organisations.ts';

/** The names of organisations by id, in one query; those that the actor may not see are left out. */
export const nameOrganisations = async (work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, MultilingualText>> =>
  new Map(await loadNames(work.tx, [...new Set(ids)] as OrganisationId[]));
