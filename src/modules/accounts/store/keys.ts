// SQL of an office's API keys.
import { sql } from 'kysely';
import type { AccountId } from '#kernel/ids.ts';
import type { Work } from '#platform/work.ts';
import { keyModules, type KeyModule } from '../domain/keys.ts';
import type { GovernedOffice } from '../policy.ts';

export interface KeyRow {
  readonly id: AccountId;
  readonly name: string;
  readonly role: 'viewer' | 'editor';
  readonly modules: readonly KeyModule[] | null;
  readonly createdAt: Date;
  readonly createdBy: string | null;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
}

/** Who made a key is seen by colleagues, as long as they are one. */
const keys = (work: Work, office: GovernedOffice) =>
  work.tx
    .selectFrom('accounts.access_token as t')
    .innerJoin('accounts.account as a', 'a.id', 't.account')
    .leftJoin('accounts.account as by', 'by.id', 't.created_by')
    .select(['t.account as id', 'a.name', 't.role', 't.modules', 't.created_at as createdAt', 't.expires_at as expiresAt'])
    .select(['by.name as createdBy', 't.revoked_at as revokedAt', 't.last_used_at as lastUsedAt'])
    .where('t.owner_office', '=', office)
    .where('t.holder', '=', 'key');

type Found = Omit<KeyRow, 'modules'> & { readonly modules: readonly string[] | null };

const rowOf = ({ modules, ...row }: Found): KeyRow => ({
  ...row,
  modules: modules === null ? null : keyModules.filter((module) => modules.includes(module)),
});

export async function listKeyRows(work: Work, office: GovernedOffice): Promise<readonly KeyRow[]> {
  return (await keys(work, office).orderBy('t.created_at', 'desc').orderBy('t.account').execute()).map(rowOf);
}

export async function loadKey(work: Work, office: GovernedOffice, key: AccountId): Promise<KeyRow | null> {
  const found = await keys(work, office).where('t.account', '=', key).executeTakeFirst();
  return found === undefined ? null : rowOf(found);
}

interface NewKeyRow {
  readonly account: AccountId;
  readonly role: KeyRow['role'];
  readonly modules: KeyRow['modules'];
  readonly name: string;
  readonly hash: string;
  readonly expiresAt: Date;
}

export async function insertKey(work: Work, office: GovernedOffice, key: NewKeyRow): Promise<void> {
  const { account, role, modules, name, hash, expiresAt } = key;
  await sql`select accounts.issue_key(${account}, ${office}, ${role}, ${modules === null ? null : [...modules]}::text[], ${name}, ${hash},
    ${expiresAt.toISOString()})`.execute(work.tx);
}

export async function revokeKeyRow(work: Work, office: GovernedOffice, key: AccountId): Promise<void> {
  await work.tx
    .updateTable('accounts.access_token')
    .set({ revoked_at: work.now.toISOString(), revoked_by: work.actor.account })
    .where('owner_office', '=', office)
    .where('account', '=', key)
    .where('revoked_at', 'is', null)
    .execute();
}
