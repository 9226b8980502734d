// The way in by a personal link: it comes behind the # of an address, is handed over once, and is kept out of address and history.
import type { QueryClient } from '@tanstack/react-query';
import { ORPCError } from '@orpc/client';
import { isReply, Offline } from '#client/error.ts';
import { currentLanguage } from '#client/language.ts';
import { changed } from './session.ts';

/** The link in the address of this page, which no longer holds it afterwards; null where there is none. */
export function takeLinkFromAddress(): string | null {
  const token = decodeURIComponent(window.location.hash.slice(1));
  // In-page anchors (#times) are none.
  if (!token.startsWith('hansa_')) return null;
  window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
  return token;
}

/**
 * The link of this page although it was loaded once more: kept under a name of its own, in this tab alone and until it is closed. A newer link takes the
 * place of an older one; a browser that keeps nothing asks for the letter again.
 */
export function heldLink(name: string): string | null {
  const token = takeLinkFromAddress();
  try {
    if (token !== null) window.sessionStorage.setItem(`hansa.${name}`, token);
    return token ?? window.sessionStorage.getItem(`hansa.${name}`);
  } catch {
    return token;
  }
}

async function send(method: 'POST' | 'DELETE', body?: object): Promise<void> {
  const headers = { 'content-type': 'application/json', 'accept-language': currentLanguage() };
  const asked = fetch('/api/link', {
    method,
    credentials: 'same-origin',
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const response = await asked.catch(() => null);
  if (response === null) throw new Offline();
  if (response.ok) return;
  const reply: unknown = await response.json().catch((): null => null);
  throw new ORPCError('REFUSED', { status: response.status, data: isReply(reply) ? reply : undefined });
}

/** Opens the link in this browser; throws why it opens nothing. */
export const openLink = (queryClient: QueryClient, token: string): Promise<unknown> =>
  send('POST', { token }).then(() => changed(queryClient));

/** Forgets it here; the link itself goes on. */
export const closeLink = (queryClient: QueryClient): Promise<unknown> => send('DELETE').then(() => changed(queryClient));
