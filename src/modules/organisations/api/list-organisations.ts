import { ok, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import type { Asked, Organisation, Page } from '../contract.ts';
import { countriesOfOrganisations, listOrganisationRecords } from '../store/organisations.ts';
import { byId, cutPage, readCursor } from '#kernel/pages.ts';
import { showOrganisations } from './show-organisation.ts';

/** Organisations the actor may see, by name; `q` is looked for anywhere in any of their names. */
export async function listOrganisations(
  work: Work,
  input: Asked<'listOrganisations'>,
): Promise<Result<Page<Organisation> & { countries: string[] }>> {
  const after = readCursor<'Organisation'>(input.cursor);
  if (!after.ok) return after;
  const { q, country, kind, limit } = input;
  const ownerOffice = input.ownerOffice;
  const rows = await listOrganisationRecords(work.tx, { q, country, kind, ownerOffice, after: after.value, limit });
  const shown = await showOrganisations(work, rows);
  // With the first page: from which countries and regions any of them come.
  const countries = input.cursor === undefined ? await countriesOfOrganisations(work.tx) : [];
  return ok({ ...cutPage(shown, limit, byId), countries: [...countries] });
}
