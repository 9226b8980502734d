// SQL of accounts and memberships.
import { sql } from 'kysely';
import type { Role } from '#kernel/actor.ts';
import type { AccountId, OfficeId } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';
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
  const row = await work.tx.selectFrom('accounts.account').select(accountColumns).where('id', '=', work.actor.account).executeTakeFirst();
  return row === undefined ? null : (row as AccountRow);
}

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
}

const members = (work: Work, office: OfficeId) =>
  work.tx
    .selectFrom('accounts.membership as m')
    .innerJoin('accounts.account as a', 'a.id', 'm.account')
    .select(['m.account', 'a.name', 'a.email', 'm.role', 'm.since'])
    .where('m.office', '=', office);

export async function listMemberRows(work: Work, office: OfficeId): Promise<readonly MemberRow[]> {
  return (await members(work, office).orderBy('a.name').orderBy('a.id').execute()) as unknown as readonly MemberRow[];
}

export async function loadMember(work: Work, office: OfficeId, account: AccountId): Promise<MemberRow | null> {
  return ((await members(work, office).where('m.account', '=', account).executeTakeFirst()) ?? null) as unknown as MemberRow | null;
}

/** Locks the office's owners, so that two owners cannot remove each other at once. */
export async function countOwners(work: Work, office: GovernedOffice): Promise<number> {
  const rows = await work.tx
    .selectFrom('accounts.membership')
    .select('account')
    .where('office', '=', office)
    .where('role', '=', 'owner')
    .forUpdate()
    .execute();
  return rows.length;
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
  const { rows } = await sql<{ account: string }>`
    select accounts.invite(${office}, ${person.email}, ${person.name}, ${person.language}, ${person.role}, ${work.newId<'Account'>()}) as account`.execute(
    work.tx,
  );
  return (rows[0]?.account ?? '') as AccountId;
}

export interface RecipientRow {
  readonly account: AccountId;
  readonly email: string;
  readonly language: Language;
}

export async function listRecipientRows(work: Work, offices: readonly OfficeId[]): Promise<readonly RecipientRow[]> {
  if (offices.length === 0) return [];
  const rows = await work.tx
    .selectFrom('accounts.membership as m')
    .innerJoin('accounts.account as a', 'a.id', 'm.account')
    .select(['a.id as account', 'a.email', 'a.language'])
    .distinct()
    .where('m.office', 'in', [...offices])
    .where('a.disabled_at', 'is', null)
    .orderBy('a.email')
    .execute();
  return rows as unknown as readonly RecipientRow[];
}
