import type { OfficeId } from '#kernel/ids.ts';
import { notFound, ok, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import { listInvitationRows, loadOwnAccount, saveOwnAccount, type AccountRow, type InvitationRow } from '../store/members.ts';
import { loadOffices, type OfficeRow } from '../store/offices.ts';
import type { Language } from '#kernel/language.ts';
import type { Holder, Role } from '#kernel/actor.ts';

interface SessionFacts {
  readonly account: AccountRow | null;
  readonly holder: Holder | null;
  readonly offices: readonly (OfficeRow & { readonly role: Role })[];
  /** Offices that have asked the person to join and wait for an answer. */
  readonly invitations: readonly InvitationRow[];
}

/** Who is signed in and in which offices, each with the role held there; null and none for the public. */
export async function getSession(work: Work): Promise<Result<SessionFacts>> {
  const ids = work.actor.memberships.map(({ office }) => office);
  const [account, found, invitations] = await Promise.all([loadOwnAccount(work), loadOffices(work, ids), listInvitationRows(work)]);
  const rows = new Map<OfficeId, OfficeRow>(found.map((office) => [office.id, office]));
  const offices = work.actor.memberships.flatMap(({ office, role }) => {
    const row = rows.get(office);
    return row === undefined ? [] : [{ ...row, role }];
  });
  return ok({ account, holder: work.actor.holder, offices, invitations });
}

/** Changes the actor's own name or language. Not audited: it belongs to the person, not to an office. */
export async function updateAccount(
  work: Work,
  change: { readonly name?: string | undefined; readonly language?: Language | undefined },
): Promise<Result<AccountRow>> {
  const account = await saveOwnAccount(work, change);
  return account === null ? notFound() : ok(account);
}
