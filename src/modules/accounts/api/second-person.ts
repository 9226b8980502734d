// Whether somebody else of an office may look over what the actor entered: a second person raises how sure it is, and its absence blocks nothing.
import type { OfficeId } from '#kernel/ids.ts';
import type { Work } from '#platform/work.ts';
import { listMemberRows } from '../store/members.ts';
import { isPresent } from './manage-members.ts';

/** As far as the actor sees the office's members: those of other offices are seen by nobody, and so nobody is found. */
export const hasSecondPerson = async (work: Work, office: OfficeId): Promise<boolean> =>
  (await listMemberRows(work, office)).some(
    (member) => member.account !== work.actor.account && member.role !== 'viewer' && isPresent(member),
  );
