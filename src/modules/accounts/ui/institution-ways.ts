// An institution's sign-in in the browser: there and back, and the link that it leaves.
import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { Offline } from '#client/error.ts';
import { safePath } from './address.ts';
import { changed, post } from './session.ts';
import { readWay } from './ways-in.ts';

const textIn = (reply: unknown, field: string): string | null => {
  const value: unknown = typeof reply === 'object' && reply !== null ? Object.entries(reply).find(([key]) => key === field)?.[1] : null;
  return typeof value === 'string' ? value : null;
};

/** Where the institution asks who somebody is; afterwards they come to `next`. */
export async function institutionAddress(next: string): Promise<string> {
  const url = textIn(await post('/institution/begin', { next }), 'url');
  if (url === null) throw new Offline();
  return url;
}

/**
 * Hands on what the institution sent back in the address (`search`), of which it may send more than is known; answers where to go on.
 * The router would read a code as a number where it looks like one, so the address is read as it stands.
 */
export async function finishAtInstitution(queryClient: QueryClient, search: string): Promise<string> {
  const sent = new URLSearchParams(search);
  const known = ['code', 'error', 'iss'].flatMap((name) => sent.getAll(name).map((value) => [name, value] as const));
  const reply = await post('/institution/finish', { state: sent.get('state') ?? '', ...Object.fromEntries(known) });
  await changed(queryClient);
  return safePath(textIn(reply, 'next') ?? undefined);
}

export const identityQuery = () =>
  queryOptions({
    queryKey: ['identity'],
    queryFn: () => readWay<{ readonly since: string | null }>('/institution/identity'),
  });

export const endIdentity = (): Promise<unknown> => post('/institution/unlink', {});
