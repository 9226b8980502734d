// SQL on better-auth's tables, as the sign-in role: what better-auth has no server call for.
import type pg from 'pg';
import type { AccountId } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';

export interface Invited {
  readonly id: AccountId;
  readonly name: string;
  readonly language: Language;
}

/** The active account of an address, or null. */
export async function findInvited(pool: pg.Pool, email: string): Promise<Invited | null> {
  const { rows } = await pool.query<Invited>('select id, name, language from accounts.account_of_email($1)', [email]);
  return rows[0] ?? null;
}

/** A session that lives, by its token, or null. */
export async function findSession(pool: pg.Pool, token: string): Promise<{ readonly id: string; readonly account: AccountId } | null> {
  const { rows } = await pool.query<{ id: string | null; account: AccountId | null }>(
    'select session as id, account from sign_in.open_session($1)',
    [token],
  );
  const { id = null, account = null } = rows[0] ?? {};
  return id === null || account === null ? null : { id, account };
}

/** Makes the sign-in record of an account where it is missing; `passwordHash` also gives it a password. */
export async function saveSignInUser(
  pool: Pick<pg.ClientBase, 'query'>,
  user: { readonly id: AccountId; readonly email: string; readonly name: string },
  passwordHash?: string,
): Promise<void> {
  const email = user.email.toLowerCase();
  await pool.query(
    `insert into sign_in."user" ("id", "name", "email", "emailVerified", "updatedAt") values ($1, $2, $3, true, now()) on conflict do nothing`,
    [user.id, user.name, email],
  );
  if (passwordHash === undefined) return;
  await pool.query(
    `insert into sign_in."account" ("id", "accountId", "providerId", "userId", "password", "updatedAt") values ($1, $1, 'credential', $1, $2, now()) on conflict do nothing`,
    [user.id, passwordHash],
  );
}

/** Since when the account is known to the provider of an institution, as an ISO instant; null where it is not. */
export async function findIdentity(pool: pg.Pool, account: AccountId, provider: string): Promise<string | null> {
  const { rows } = await pool.query<{ since: Date }>(
    `select "createdAt" as since from sign_in."account" where "userId" = $1 and "providerId" = $2`,
    [account, provider],
  );
  return rows[0]?.since.toISOString() ?? null;
}

/** Forgets who the account is at the provider. */
export async function endIdentity(pool: pg.Pool, account: AccountId, provider: string): Promise<void> {
  await pool.query(`delete from sign_in."account" where "userId" = $1 and "providerId" = $2`, [account, provider]);
}
