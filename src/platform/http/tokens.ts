// Access tokens of programs and personal links (bearer tokens, RFC 6750) as they come in with a request.
import { getCookie, setCookie } from 'hono/cookie';
import { serialize } from 'hono/utils/cookie';
import type { Reach } from '#kernel/actor.ts';
import type { AccountId } from '#kernel/ids.ts';
import type { EdgeContext } from './access.ts';
import { holderBy, type Gate } from './gate.ts';

/** What a token turned out to be; of one that opens nothing, why. */
export type OpenedToken =
  | { readonly state: 'valid'; readonly account: AccountId; readonly by: 'key' | 'link'; readonly reach: Reach }
  | { readonly state: 'unknown' | 'revoked' | 'expired' };

/** The cookie in which a browser keeps the personal link that was opened in it. */
const linkCookie = 'hansa.link';

/** The personal link that a browser keeps, whatever it is worth. */
export const linkOf = (c: EdgeContext): string | null => getCookie(c, linkCookie) ?? null;

/** Keeps a link for as long as it may open anything at most, out of reach of scripts and of other sites. */
export const keepLink = (c: EdgeContext, token: string, secure: boolean): void =>
  setCookie(c, linkCookie, token, { path: '/', httpOnly: true, secure, sameSite: 'Lax', maxAge: 366 * 86_400 });

/** How a browser is told to forget it. */
export const forgetLink = (secure: boolean): string =>
  serialize(linkCookie, '', { path: '/', httpOnly: true, secure, sameSite: 'Lax', maxAge: 0 });

/** Of so many tokens it is remembered that they opened something. */
const MOST_KNOWN = 10_000;

/** The token that a request brings, whatever it is worth. */
export const tokenOf = (c: EdgeContext): string | null => /^Bearer +(\S{1,200})$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? null;

/**
 * Opens tokens by `openToken`. Wrong ones are counted by network, before anything is asked, so that nobody keeps the database busy with them;
 * one that was right here before is not held up by its neighbours' wrong ones.
 */
export function createTokens(openToken: (token: string) => Promise<OpenedToken>, gate: Gate) {
  const known = new Set<string>();
  return {
    open: async (token: string, network: string): Promise<OpenedToken | { readonly state: 'waits'; readonly seconds: number }> => {
      const [byToken, guesses] = [holderBy('token', token), `guesses ${network}`];
      const seconds = await gate.wait(known.has(byToken) ? byToken : guesses);
      if (seconds > 0) return { state: 'waits', seconds };
      const opened = await openToken(token);
      if (opened.state === 'valid') {
        if (known.size < MOST_KNOWN) known.add(byToken);
      } else {
        known.delete(byToken);
        await gate.count(guesses);
      }
      return opened;
    },
    /** Has a token that asks too much wait, before it is asked again whose it is. */
    rest: (token: string, seconds: number): Promise<void> => gate.block(holderBy('token', token), seconds),
  };
}
