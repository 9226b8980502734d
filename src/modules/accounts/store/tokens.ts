// SQL of access tokens: API keys and personal links.
import type pg from 'pg';
import type { AccountId } from '#kernel/ids.ts';
import type { OpenedToken } from '#platform/http/tokens.ts';

/** What a token opens, by its hash, as the sign-in role; null where there is none. Its use is noted. */
export async function findToken(pool: pg.Pool, hash: string): Promise<OpenedToken | null> {
  const { rows } = await pool.query<{
    account: AccountId;
    holder: 'key' | 'link';
    state: 'valid' | 'revoked' | 'expired' | null;
    writes: boolean;
    modules: readonly string[] | null;
  }>('select account, holder, state, writes, modules from accounts.open_token($1)', [hash]);
  const [found] = rows;
  if (found === undefined || found.state === null) return null;
  if (found.state !== 'valid') return { state: found.state };
  const { account, holder, writes, modules } = found;
  return { state: 'valid', account, by: holder, reach: { writes, modules } };
}
