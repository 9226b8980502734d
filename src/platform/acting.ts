// Lets the running transaction act as further offices for one step, and takes that back.
import { holds } from '#kernel/actor.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { bindOffices, underRightsOf, type Work } from './work.ts';

/** For which offices, and whether to read as them only. */
export interface Acting {
  readonly offices: readonly OfficeId[];
  readonly writes: boolean;
}

const officesWith = (work: Work, role: 'viewer' | 'editor'): readonly OfficeId[] =>
  work.actor.memberships.filter((m) => holds(work.actor, m.office, role)).map((m) => m.office);

/**
 * Runs `use` while the policies of the database take the actor for a member of these offices too.
 * Only for a step that a rule of a module grants (its policy.ts); what it answers to the caller is the caller's to limit.
 */
export async function actAs<T>(work: Work, { offices, writes: mayWrite }: Acting, use: (work: Work) => Promise<T>): Promise<T> {
  const [reads, writes] = [officesWith(work, 'viewer'), officesWith(work, 'editor')];
  const role = mayWrite ? 'editor' : 'viewer';
  if (offices.every((office) => holds(work.actor, office, role))) return use(work);
  const more = offices.map((office) => ({ office, role }) as const);
  await bindOffices(work, [...reads, ...offices], mayWrite ? [...writes, ...offices] : writes);
  // No "finally": after a fault the transaction can only be rolled back, and the binding ends with it.
  const result = await use(underRightsOf(work, { ...work.actor, memberships: [...work.actor.memberships, ...more] }));
  await bindOffices(work, reads, writes);
  return result;
}
