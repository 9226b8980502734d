import type { OpenedToken } from '#platform/http/tokens.ts';
import type { Database } from '#platform/postgres/database.ts';
import { hashOf } from '#platform/secret-token.ts';
import { findToken } from '../store/tokens.ts';

/** How each kind of token begins. */
export const tokenPrefixes = { key: 'hansa_key_', link: 'hansa_link_' } as const;

const shape = new RegExp(`^(?:${Object.values(tokenPrefixes).join('|')})[A-Za-z0-9_-]{43}$`);

/** What a token opens now; the database is asked only about one of our own shape. */
export const tokenOpener =
  ({ authPool }: Database) =>
  async (token: string): Promise<OpenedToken> =>
    (shape.test(token) ? await findToken(authPool, hashOf(token)) : null) ?? { state: 'unknown' };
