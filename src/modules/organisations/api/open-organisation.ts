// Finding an organisation for reading or for changing; what may not be seen does not exist.
import { notFound, ok, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import type { Organisation } from '../contract.ts';
import type { OrganisationId, OrganisationRecord } from '../domain/organisation.ts';
import type { OrganisationScope } from '../domain/scope.ts';
import { mayChange } from '../policy.ts';
import { findOrganisationRecord } from '../store/organisations.ts';
import { showOrganisation } from './show-organisation.ts';

/** The organisation as the actor may see it. Refuses `organisations.not_found`. */
export async function getOrganisation(work: Work, input: { readonly organisationId: OrganisationId }): Promise<Result<Organisation>> {
  const record = await findOrganisationRecord(work.tx, input.organisationId);
  return record === null ? notFound('organisations.not_found') : ok(await showOrganisation(work, record));
}

/** The organisation with the proof that the actor may change it. Refuses `organisations.not_found`, `kernel.forbidden`. */
export async function openForChange(
  work: Work,
  organisationId: OrganisationId,
): Promise<Result<{ readonly record: OrganisationRecord; readonly scope: OrganisationScope }>> {
  const record = await findOrganisationRecord(work.tx, organisationId);
  if (record === null) return notFound('organisations.not_found');
  const scope = mayChange(work.actor, record);
  return scope.ok ? ok({ record, scope: scope.value }) : scope;
}
