// Lets the running transaction act as further offices for one step, and takes that back.
import { holds } from '#kernel/actor.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { bindOffices, underRightsOf, type Work } from '#platform/work.ts';
import type { ActingScope } from '../domain/scopes.ts';

const officesWith = (work: Work, role: 'viewer' | 'editor'): readonly OfficeId[] =>
  work.actor.memberships.filter((m) => holds(work.actor, m.office, role)).map((m) => m.office);

/**
 * Runs `use` while the policies of the database take the actor for a member of the scope's offices too.
 * Only for a step that a rule grants (see policy.ts); what it answers to the caller is the caller's to limit.
 */
export async function actingFor<T>(work: Work, scope: ActingScope, use: (work: Work) => Promise<T>): Promise<T> {
  const [reads, writes] = [officesWith(work, 'viewer'), officesWith(work, 'editor')];
  const role = scope.writes ? 'editor' : 'viewer';
  if (scope.offices.every((office) => holds(work.actor, office, role))) return use(work);
  const more = scope.offices.map((office) => ({ office, role }) as const);
  await bindOffices(work, [...reads, ...scope.offices], scope.writes ? [...writes, ...scope.offices] : writes);
  // No "finally": after a fault the transaction can only be rolled back, and the binding ends with it.
  const result = await use(underRightsOf(work, { ...work.actor, memberships: [...work.actor.memberships, ...more] }));
  await bindOffices(work, reads, writes);
  return result;
}
