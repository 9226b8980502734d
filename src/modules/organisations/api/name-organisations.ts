import type { MultilingualText } from '#kernel/language.ts';
import { rememberById, type Work } from '#platform/work.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { idsOfOffice, loadNamed, type OpenOrganisation } from '../store/organisations.ts';

/** Organisations by id, in one query; those that the actor may not see are left out. */
export const organisationsByIds = rememberById<string, OpenOrganisation>(
  async ({ tx }, ids) => new Map((await loadNamed(tx, ids)).map((organisation) => [organisation.id, organisation])),
);

/** Their names alone. */
export const nameOrganisations = async (work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, MultilingualText>> =>
  new Map([...(await organisationsByIds(work, ids)).values()].map(({ id, name }) => [id, name]));

/** The records of the organisation that an office is, whoever keeps them, as far as the actor may see them. */
export const organisationsOfOffice = ({ tx }: Work, office: OfficeId): Promise<readonly string[]> => idsOfOffice(tx, office);
