// SQL of accounts and memberships.
import { sql } from 'kysely';
import type { Role } from '#kernel/actor.ts';
import type { AccountId, OfficeId } from '#kernel/ids.ts';
import type { Language, MultilingualText } from '#kernel/language.ts';
import { queryOf } from '#platform/postgres/query.ts';
import { read } from '#platform/postgres/read.ts';
import type { Work } from '#platform/work.ts';
import type { GovernedOffice } from '../policy.ts';

export interface AccountRow {
  readonly id: AccountId;
  readonly email: string;
  readonly name: string;
  readonly language: Language;
}

const accountColumns = ['id', 'email', 'name', 'language'] as const;

export async function loadOwnAccount(work: Work): Promise<AccountRow | null> {
  if (work.actor.account === null) return null;
  return (await read(work.tx, byId(work.actor.account)))[0] ?? null;
}

const byId = queryOf((from, account: AccountId) => from.selectFrom('accounts.account').select(accountColumns).where('id', '=', account));

export async function saveOwnAccount(
  work: Work,
  change: { readonly name?: string | undefined; readonly language?: Language | undefined },
): Promise<AccountRow | null> {
  if (work.actor.account === null) return null;
  const set = {
    ...(change.name === undefined ? {} : { name: change.name }),
    ...(change.language === undefined ? {} : { language: change.language }),
  };
  if (Object.keys(set).length > 0) await work.tx.updateTable('accounts.account').set(set).where('id', '=', work.actor.account).execute();
  return loadOwnAccount(work);
}

export interface MemberRow {
  readonly account: AccountId;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly since: Date;
  readonly accepted: boolean;
  /** Who has disabled it: the office this membership, or the operator the whole account. */
  readonly disabled: 'office' | 'operator' | null;
}

/** Accounts of those who have not accepted are not visible here: then the name is the one they were invited by. */
const members = (work: Work, office: OfficeId) =>
  work.tx
    .selectFrom('accounts.membership as m')
    .leftJoin('accounts.account as a', 'a.id', 'm.account')
    .select(['m.account', 'm.role', 'm.since'])
    .select(sql<string>`coalesce(a.email, m.invited_at, '')`.as('email'))
    .select(sql<string>`coalesce(a.name, m.invited_as, '')`.as('name'))
    .select(sql<boolean>`m.accepted_at is not null`.as('accepted'))
    .select(
      sql<MemberRow['disabled']>`case when a.disabled_at is not null then 'operator' when m.disabled_at is not null then 'office' end`.as(
        'disabled',
      ),
    )
    .where('m.office', '=', office);

export async function listMemberRows(work: Work, office: OfficeId): Promise<readonly MemberRow[]> {
  return members(work, office).orderBy('name').orderBy('m.account').execute();
}

export async function loadMember(work: Work, office: OfficeId, account: AccountId): Promise<MemberRow | null> {
  return (await members(work, office).where('m.account', '=', account).executeTakeFirst()) ?? null;
}

/** Locks the office's owners, so that two owners cannot remove each other, or invite the same person, at once; answers how many of them may act. */
export async function lockOwners(work: Work, office: GovernedOffice): Promise<number> {
  const rows = await work.tx
    .selectFrom('accounts.membership as m')
    .innerJoin('accounts.account as a', 'a.id', 'm.account')
    .select(sql<boolean>`m.disabled_at is null and a.disabled_at is null`.as('acts'))
    .where('m.office', '=', office)
    .where('m.role', '=', 'owner')
    .where('m.accepted_at', 'is not', null)
    .forUpdate('m')
    .execute();
  return rows.filter(({ acts }) => acts).length;
}

/** Disables a membership from an instant on, or enables it again (null). */
export async function saveDisabled(work: Work, office: GovernedOffice, account: AccountId, at: Date | null): Promise<void> {
  const set = { disabled_at: at?.toISOString() ?? null };
  await work.tx.updateTable('accounts.membership').set(set).where('office', '=', office).where('account', '=', account).execute();
}

export async function saveRole(work: Work, office: GovernedOffice, account: AccountId, role: Role): Promise<void> {
  await work.tx.updateTable('accounts.membership').set({ role }).where('office', '=', office).where('account', '=', account).execute();
}

export async function deleteMembership(work: Work, office: GovernedOffice, account: AccountId): Promise<void> {
  await work.tx.deleteFrom('accounts.membership').where('office', '=', office).where('account', '=', account).execute();
}

/** Adds the person, known or new, as a member; answers the account. */
export async function inviteByEmail(
  work: Work,
  office: GovernedOffice,
  person: { readonly email: string; readonly name: string; readonly language: Language; readonly role: Role },
): Promise<AccountId> {
  const { rows } = await sql<{ account: AccountId }>`
    select accounts.invite(${office}, ${person.email}, ${person.name}, ${person.language}, ${person.role}, ${work.newId<'Account'>()}) as account`.execute(
    work.tx,
  );
  if (rows[0] === undefined) throw new Error('accounts.invite answered nothing');
  return rows[0].account;
}

export interface RecipientRow {
  readonly account: AccountId;
  readonly email: string;
  readonly language: Language;
  /** Those of the offices asked for that the person belongs to. */
  readonly offices: readonly OfficeId[];
}

export async function listRecipientRows(
  work: Work,
  offices: readonly OfficeId[],
  roles: readonly Role[] | null,
): Promise<readonly RecipientRow[]> {
  if (offices.length === 0) return [];
  const { rows } = await sql<RecipientRow>`
    select a.id as account, a.email, a.language, array_agg(m.office) as offices
    from accounts.membership m join accounts.account a on a.id = m.account
    where m.office = any (${[...offices]}::uuid[]) and a.disabled_at is null and m.accepted_at is not null and m.disabled_at is null
      and ${roles === null ? sql`true` : sql`m.role = any (${[...roles]}::text[])`}
    group by a.id, a.email, a.language order by a.email`.execute(work.tx);
  return rows;
}

/** The owners of an office who may act, to write to. */
export async function listOwnerRows(
  work: Work,
  office: OfficeId,
): Promise<readonly { readonly email: string; readonly language: Language }[]> {
  return work.tx
    .selectFrom('accounts.membership as m')
    .innerJoin('accounts.account as a', 'a.id', 'm.account')
    .select(['a.email', 'a.language'])
    .where('m.office', '=', office)
    .where('m.role', '=', 'owner')
    .where('m.accepted_at', 'is not', null)
    .where('m.disabled_at', 'is', null)
    .where('a.disabled_at', 'is', null)
    .orderBy('a.email')
    .execute();
}

export interface InvitationRow {
  readonly office: OfficeId;
  readonly name: MultilingualText;
  readonly role: Role;
}

/** Invitations of the actor that wait for an answer. */
export async function listInvitationRows(work: Work): Promise<readonly InvitationRow[]> {
  if (work.actor.account === null) return [];
  return read(work.tx, invitationsOf(work.actor.account));
}

const invitationsOf = queryOf((from, account: AccountId) =>
  from
    .selectFrom('accounts.membership as m')
    .innerJoin('accounts.office as o', 'o.id', 'm.office')
    .select(['m.office', 'o.name', 'm.role'])
    .where('m.account', '=', account)
    .where('m.accepted_at', 'is', null)
    .orderBy('m.since'),
);

/** Accepts the actor's own invitation; answers whether there was one. */
export async function acceptOwnInvitation(work: Work, office: OfficeId): Promise<boolean> {
  const { rows } = await sql<{ accepted: boolean }>`select accounts.accept_invitation(${office}) as accepted`.execute(work.tx);
  return rows[0]?.accepted === true;
}

/** Removes the actor's own invitation; answers whether there was one. */
export async function declineOwnInvitation(work: Work, office: OfficeId): Promise<boolean> {
  if (work.actor.account === null) return false;
  const gone = await work.tx
    .deleteFrom('accounts.membership')
    .where('office', '=', office)
    .where('account', '=', work.actor.account)
    .where('accepted_at', 'is', null)
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
}

export interface SoleOffice {
  readonly office: OfficeId;
  readonly name: MultilingualText;
}

/** Offices that nobody but the actor governs; their owners are locked until the work ends. */
export async function lockSoleOffices(work: Work): Promise<readonly SoleOffice[]> {
  const { rows } = await sql<SoleOffice>`select office, name from accounts.sole_offices()`.execute(work.tx);
  return rows;
}

/** Everything kept of the actor, as one document; null for the public. */
export async function loadOwnData(work: Work): Promise<Readonly<Record<string, unknown>> | null> {
  const { rows } = await sql<{
    data: Readonly<Record<string, unknown>> | null;
  }>`select accounts.own_data() || jsonb_build_object('passkeys', accounts.own_passkeys(), 'identities', accounts.own_identities()) as data`.execute(
    work.tx,
  );
  return rows[0]?.data ?? null;
}

/** Erases the actor: a former member without a name takes their place. */
export const eraseOwn = async (work: Work): Promise<void> => void (await sql`select accounts.erase_own()`.execute(work.tx));
