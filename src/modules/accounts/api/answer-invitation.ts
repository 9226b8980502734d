// A person answers an office's invitation; nobody becomes a member without saying yes.
import type { OfficeId } from '#kernel/ids.ts';
import { notFound, ok, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import { acceptOwnInvitation, declineOwnInvitation } from '../store/members.ts';
import { audit } from './record-audit.ts';

interface Answered {
  readonly officeId: OfficeId;
}

/** Joins the office. Refuses `kernel.not_found` where no invitation waits. */
export async function acceptInvitation(work: Work, { officeId: office }: Answered): Promise<Result<Answered>> {
  if (!(await acceptOwnInvitation(work, office))) return notFound();
  await audit(work, { useCase: 'accept-invitation', office, subjects: [work.actor.account ?? ''], fields: ['membership'] });
  return ok({ officeId: office });
}

/** Says no; the invitation is gone. Refuses `kernel.not_found` where none waits. */
export async function declineInvitation(work: Work, { officeId: office }: Answered): Promise<Result<Answered>> {
  if (!(await declineOwnInvitation(work, office))) return notFound();
  await audit(work, { useCase: 'decline-invitation', office, subjects: [work.actor.account ?? ''], fields: ['membership'] });
  return ok({ officeId: office });
}
