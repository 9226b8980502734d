import { ok, type Result } from '#kernel/result.ts';
import type { OfficeId } from '#kernel/ids.ts';
import type { Work } from '#platform/work.ts';
import { matchOrganisations, type NamedOrganisation, type OrganisationId } from '../domain/organisation.ts';
import { mayRecord } from '../policy.ts';
import { indexNewOrganisations } from './index-organisations.ts';
import { findKnownOrganisations, insertOrganisations, type NewOrganisation } from '../store/organisations.ts';

/**
 * Finds each named organisation in the office's own records, or records it, in four statements whatever the number.
 * Part of a larger use case, which writes the audit entry.
 * @returns ids in the order of `named`, and those that are new. Refuses `kernel.forbidden`.
 */
export async function ensureOrganisations(
  work: Work,
  { office, named }: { readonly office: OfficeId; readonly named: readonly NamedOrganisation[] },
): Promise<Result<{ readonly ids: readonly OrganisationId[]; readonly created: readonly OrganisationId[] }>> {
  const scope = mayRecord(work.actor, office);
  if (!scope.ok) return scope;
  const matches = matchOrganisations(named, await findKnownOrganisations(work.tx, scope.value, named));
  const created: NewOrganisation[] = [];
  const ids: OrganisationId[] = [];
  for (const [index, organisation] of named.entries()) {
    const match = matches[index] ?? { firstNamed: index };
    const before = 'known' in match ? match.known : ids[match.firstNamed];
    const id = before ?? work.newId<'Organisation'>();
    ids.push(id);
    if (before === undefined) created.push({ ...organisation, kind: 'company', website: null, officeId: null, id, now: work.now });
  }
  await insertOrganisations(work.tx, scope.value, created);
  await indexNewOrganisations(work, office, created);
  return ok({ ids, created: created.map(({ id }) => id) });
}
