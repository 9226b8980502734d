// Whether somebody else of an office may look over what the actor entered: a second person raises how sure it is, and its absence blocks nothing.
import type { OfficeId } from '#kernel/ids.ts';
import type { Work } from '#platform/work.ts';
import { listMemberRows } from '../store/members.ts';

/** As far as the actor sees the office's members: those of other offices are seen by nobody, and so nobody is found. */
export const hasSecondPerson = async (work: Work, office: OfficeId): Promise<boolean> =>
  (await listMemberRows(work, office)).some(
    ({ account, role, accepted, disabled }) => account !== work.actor.account && role !== 'viewer' && accepted && disabled === null,
  );
