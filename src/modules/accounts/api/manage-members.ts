// Members of an office: its owners invite, change roles and end memberships; the last owner stays.
import type { Role } from '#kernel/actor.ts';
import type { AccountId, OfficeId } from '#kernel/ids.ts';
import { chooseText, type Language } from '#kernel/language.ts';
import { notFound, ok, refuse, type Refusal, type Result } from '#kernel/result.ts';
import { queueMail } from '#platform/mail/outbox.ts';
import type { Work } from '#platform/work.ts';
import { governedOffice, officeWith } from '../policy.ts';
import {
  lockOwners,
  deleteMembership,
  inviteByEmail,
  listMemberRows,
  loadMember,
  loadOwnAccount,
  saveDisabled,
  saveRole,
  type MemberRow,
} from '../store/members.ts';
import { loadOffices } from '../store/offices.ts';
import { invitation } from '../domain/invitation.ts';
import { audit } from './record-audit.ts';

export interface Member extends Omit<MemberRow, 'since'> {
  readonly since: string;
}

const lastOwner = refuse<Refusal>({ kind: 'conflict', code: 'accounts.last_owner' });

/** Whether they work in the office now: neither only invited, nor disabled. Only they are offered for anything, or counted on. */
export const isPresent = ({ accepted, disabled }: Pick<MemberRow, 'accepted' | 'disabled'>): boolean => accepted && disabled === null;

/** Whether an office of so many owners who may act would be left without one. */
const isLastOwner = (member: MemberRow, owners: number): boolean => member.role === 'owner' && isPresent(member) && owners === 1;

const shown = (row: MemberRow): Member => ({ ...row, since: row.since.toISOString() });

/** All members of an office the actor belongs to, by name. */
export async function listMembers(
  work: Work,
  { officeId }: { readonly officeId: OfficeId },
): Promise<Result<{ readonly entries: readonly Member[] }>> {
  const office = officeWith(work.actor, officeId, 'viewer');
  return office.ok ? ok({ entries: (await listMemberRows(work, office.value)).map(shown) }) : office;
}

interface Invited {
  readonly officeId: OfficeId;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly language: Language;
}

/**
 * Invites the person and writes them. They become a member when they accept; until then the office sees the name and address
 * it has entered, whether Hansa knew the address or not.
 */
export async function inviteMember(work: Work, invited: Invited, origin: string): Promise<Result<Member>> {
  const office = governedOffice(work.actor, invited.officeId);
  if (!office.ok) return office;
  await lockOwners(work, office.value);
  const known = (await listMemberRows(work, office.value)).some((m) => m.email === invited.email.toLowerCase());
  if (known)
    return refuse({ kind: 'conflict', code: 'accounts.member_already', problems: [{ path: ['email'], code: 'accounts.member_already' }] });
  const account = await inviteByEmail(work, office.value, invited);
  const member = await loadMember(work, office.value, account);
  if (member === null) return notFound();
  const [row] = await loadOffices(work, [office.value]);
  const name = row === undefined ? '' : chooseText(row.name, invited.language).text;
  await queueMail(work, {
    recipient: member.email,
    language: invited.language,
    ...invitation(invited.language, {
      ...{ name: invited.name, office: name, address: `${origin}/sign-in` },
      by: (await loadOwnAccount(work))?.name ?? null,
    }),
  });
  await audit(work, { useCase: 'invite-member', office: office.value, subjects: [account], fields: ['role'] });
  return ok(shown(member));
}

/** Gives a member another role. Refuses to leave an office without an owner. */
export async function changeRole(
  work: Work,
  change: { readonly officeId: OfficeId; readonly accountId: AccountId; readonly role: Role },
): Promise<Result<Member>> {
  const office = governedOffice(work.actor, change.officeId);
  if (!office.ok) return office;
  const account = change.accountId;
  const owners = await lockOwners(work, office.value);
  const before = await loadMember(work, office.value, account);
  if (before === null) return notFound();
  if (change.role !== 'owner' && isLastOwner(before, owners)) return lastOwner;
  await saveRole(work, office.value, account, change.role);
  await audit(work, { useCase: 'change-role', office: office.value, subjects: [account], fields: ['role'] });
  return ok({ ...shown(before), role: change.role });
}

/** Ends a membership; what the person entered stays. Refuses to leave an office without an owner. */
export async function removeMember(
  work: Work,
  gone: { readonly officeId: OfficeId; readonly accountId: AccountId },
): Promise<Result<{ readonly account: AccountId }>> {
  const office = governedOffice(work.actor, gone.officeId);
  if (!office.ok) return office;
  const account = gone.accountId;
  const owners = await lockOwners(work, office.value);
  const member = await loadMember(work, office.value, account);
  if (member === null) return notFound();
  if (isLastOwner(member, owners)) return lastOwner;
  await deleteMembership(work, office.value, account);
  await audit(work, { useCase: 'remove-member', office: office.value, subjects: [account], fields: ['membership'] });
  return ok({ account });
}

/** Disables a membership or enables it again: a disabled one gives no right from the next request on. Refuses to leave an office without an owner. */
async function setDisabled(
  work: Work,
  { officeId, accountId }: { readonly officeId: OfficeId; readonly accountId: AccountId },
  useCase: 'disable-member' | 'enable-member',
): Promise<Result<Member>> {
  const office = governedOffice(work.actor, officeId);
  if (!office.ok) return office;
  const account = accountId;
  const owners = await lockOwners(work, office.value);
  const before = await loadMember(work, office.value, account);
  if (before === null) return notFound();
  const disables = useCase === 'disable-member';
  if (disables && isLastOwner(before, owners)) return lastOwner;
  await saveDisabled(work, office.value, account, disables ? work.now : null);
  await audit(work, { useCase, office: office.value, subjects: [account], fields: ['membership'] });
  const after = await loadMember(work, office.value, account);
  return after === null ? notFound() : ok(shown(after));
}

type OfMember = Parameters<typeof setDisabled>[1];

export const disableMember = (work: Work, member: OfMember): Promise<Result<Member>> => setDisabled(work, member, 'disable-member');
export const enableMember = (work: Work, member: OfMember): Promise<Result<Member>> => setDisabled(work, member, 'enable-member');
