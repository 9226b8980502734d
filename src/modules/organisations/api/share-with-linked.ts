// The office that is an organisation sees what is on record of it: whoever links the two shares the record with that office.
import type { OfficeId } from '#kernel/ids.ts';
import type { Work } from '#platform/work.ts';
import type { OrganisationId } from '../domain/organisation.ts';
import { mayChange } from '../policy.ts';
import { findOrganisationRecord, updateAudience } from '../store/organisations.ts';
import { indexOrganisation } from './index-organisations.ts';

/**
 * Shares an organisation with the office that acts for it from now on, and no longer with the one before. A record that another
 * office keeps, or that everybody may read, stays as it is. Part of a larger use case, which writes the audit entry.
 */
export async function shareWithLinked(
  work: Work,
  { organisationId, before, after }: { readonly organisationId: string; readonly before: OfficeId | null; readonly after: OfficeId | null },
): Promise<void> {
  if (before === after) return;
  const record = await findOrganisationRecord(work.tx, organisationId as OrganisationId);
  if (record === null || record.visibility === 'public') return;
  const scope = mayChange(work.actor, record);
  if (!scope.ok) return;
  const kept = record.sharedWith.filter((office) => office !== before && office !== after);
  const sharedWith = after === null || after === record.ownerOffice ? kept : [...kept, after];
  const visibility = sharedWith.length === 0 ? 'private' : 'shared';
  const updated = await updateAudience(work.tx, scope.value, { visibility, sharedWith, expectedVersion: null, now: work.now });
  if (updated !== null) await indexOrganisation(work, updated);
}
