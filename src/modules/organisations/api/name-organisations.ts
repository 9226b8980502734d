import type { MultilingualText } from '#kernel/language.ts';
import type { Work } from '#platform/work.ts';
import { loadNamed, type OpenOrganisation } from '../store/organisations.ts';

/** Organisations by id, in one query; those that the actor may not see are left out. */
export const organisationsByIds = async (work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, OpenOrganisation>> =>
  new Map((await loadNamed(work.tx, ids)).map((organisation) => [organisation.id, organisation]));

/** Their names alone. */
export const nameOrganisations = async (work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, MultilingualText>> =>
  new Map((await loadNamed(work.tx, ids)).map(({ id, name }) => [id, name]));
