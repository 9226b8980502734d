// The way in by a personal link: it comes behind the # of an address, is handed over once, and is kept out of address and history.
import type { QueryClient } from '@tanstack/react-query';
import { ORPCError } from '@orpc/client';
import { isReply, Offline } from '#client/error.ts';
import { currentLanguage } from '#client/language.ts';
import { changed } from './session.ts';

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
