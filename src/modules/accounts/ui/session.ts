// Who is signed in, and the way in and out by better-auth's routes.
import { ORPCError } from '@orpc/client';
import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query';
import { isReply, Offline } from '#client/error.ts';
import { currentLanguage, textsIn } from '#client/language.ts';
import { rememberAccount, settleSession, signedInAgain, wasSignedIn } from '#client/session-over.ts';
import { accountsApi } from './client.ts';

export type Session = Awaited<ReturnType<(typeof accountsApi)['getSession']>>;

/** A session that has ended unasked is no news until it is known whether the person comes back: the page they work on would vanish. */
async function currentSession(): Promise<Session> {
  const now = await accountsApi.getSession();
  if (now.account === null && wasSignedIn() && (await signedInAgain())) return accountsApi.getSession();
  rememberAccount(now.account?.id ?? null);
  return now;
}

/** The session as a query: `queryClient.ensureQueryData(sessionQuery())` in a route's beforeLoad. */
export const sessionQuery = () => queryOptions({ queryKey: ['session'], queryFn: currentSession, staleTime: 60_000 });

/** The session for a component; undefined until it is known. */
export const useSession = (): Session | undefined => useQuery(sessionQuery()).data;

const credentials = 'same-origin';

/** Asks, and throws why not. The server answers in the user's language; an answer without words gets ours. */
async function post(path: string, body: Readonly<Record<string, unknown>>): Promise<void> {
  const headers = { 'content-type': 'application/json', 'accept-language': currentLanguage() };
  const asked = fetch(`/api/auth${path}`, { method: 'POST', credentials, headers, body: JSON.stringify(body) });
  const response = await asked.catch(() => null);
  if (response === null) throw new Offline();
  if (response.ok) return;
  const { status } = response;
  const reply: unknown = await response.json().catch((): null => null);
  const code = 'design.wrong_sign_in';
  const isWrong = !isReply(reply) && (status === 401 || status === 403);
  throw new ORPCError('REFUSED', { status, data: isWrong ? { code, detail: textsIn(currentLanguage())(code) } : reply });
}

/** After who is signed in has changed, nothing that was fetched may stay; the session itself is asked anew where the head bar waits for it. */
async function changed(queryClient: QueryClient): Promise<void> {
  const session = sessionQuery();
  rememberAccount(null);
  await queryClient.cancelQueries();
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== session.queryKey[0] });
  queryClient.getMutationCache().clear();
  await queryClient.fetchQuery({ ...session, staleTime: 0 });
}

interface SignIn {
  readonly email: string;
  readonly password: string;
}

export const signIn = (queryClient: QueryClient, { email, password }: SignIn): Promise<unknown> =>
  post('/sign-in/email', { email, password, rememberMe: true }).then(() => changed(queryClient));

/** The same on a page that stays as it is, with what was typed; somebody else gets a page of their own. */
export const signInAgain = (queryClient: QueryClient, { email, password }: SignIn): Promise<unknown> =>
  post('/sign-in/email', { email, password, rememberMe: true }).then(() => resume(queryClient));

/** Goes on where somebody has signed in again, here or in another window of this browser; false where nobody has. */
export async function resume(queryClient: QueryClient): Promise<boolean> {
  const { queryKey } = sessionQuery();
  const before = queryClient.getQueryData<Session>(queryKey)?.account?.id;
  const now = await accountsApi.getSession();
  if (now.account === null) return false;
  if (now.account.id === before) {
    queryClient.setQueryData(queryKey, now);
    settleSession(true);
    void queryClient.invalidateQueries({ predicate: (query) => query.state.status === 'error' });
  } else {
    settleSession(false);
    await changed(queryClient);
  }
  return true;
}

/** Sends a link that signs in once and leads to `callbackURL`. */
export const sendSignInLink = (email: string, callbackURL = '/'): Promise<unknown> => post('/sign-in/magic-link', { email, callbackURL });

/** Opens a one-time link; afterwards its owner is signed in. */
export const openSignInLink = (queryClient: QueryClient, token: string): Promise<unknown> =>
  post('/magic-link/verify', { token }).then(() => changed(queryClient));

/** Sends a link to choose a password, for whoever has none or forgot it. */
export const sendPasswordLink = (email: string): Promise<unknown> => post('/request-password-reset', { email });

/** Chooses a password by a mailed link; afterwards its owner is signed in nowhere. */
export const choosePassword = (queryClient: QueryClient, token: string, newPassword: string): Promise<unknown> =>
  post('/reset-password', { token, newPassword }).then(() => changed(queryClient));

export const changePassword = (currentPassword: string, newPassword: string): Promise<unknown> =>
  post('/change-password', { currentPassword, newPassword, revokeOtherSessions: true });

/** A place where the account is signed in; `token` names it when it is to be ended. */
export interface SignInPlace {
  readonly token: string;
  /** Whether it is this one. */
  readonly isThis: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly ipAddress: string | null;
  readonly userAgent: string | null;
}

export const signInPlacesQuery = () =>
  queryOptions({
    queryKey: ['sign-in-places'],
    queryFn: async (): Promise<readonly SignInPlace[]> => {
      const response = await fetch('/api/auth/list-sessions', { credentials });
      if (!response.ok) throw new Offline();
      return (await response.json()) as readonly SignInPlace[];
    },
  });

export const endSignIn = (token: string): Promise<unknown> => post('/revoke-session', { token });

export const endOtherSignIns = (): Promise<unknown> => post('/revoke-other-sessions', {});

export const signOut = (queryClient: QueryClient): Promise<unknown> => post('/sign-out', {}).then(() => changed(queryClient));
