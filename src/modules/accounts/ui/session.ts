// Who is signed in, and the way in and out by better-auth's routes.
import { ORPCError } from '@orpc/client';
import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query';
import { isReply, Offline, troubleOf, type Trouble } from '#client/error.ts';
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

/** null when it went well, else what to say. */
type Outcome = Trouble | null;

const credentials = 'same-origin';

/** Asks, and does what follows where it went well. The server answers in the user's language; an answer without words gets ours. */
async function post(path: string, body: Readonly<Record<string, unknown>>, after?: () => Promise<unknown>): Promise<Outcome> {
  const headers = { 'content-type': 'application/json', 'accept-language': currentLanguage() };
  const asked = fetch(`/api/auth${path}`, { method: 'POST', credentials, headers, body: JSON.stringify(body) });
  const response = await asked.catch((): null => null);
  if (response === null) return troubleOf(new Offline());
  if (response.ok) {
    await after?.();
    return null;
  }
  const { status } = response;
  const data: unknown = await response.json().catch((): null => null);
  const trouble = troubleOf(new ORPCError('REFUSED', { status, data }));
  if (isReply(data) || (status !== 401 && status !== 403)) return trouble;
  return { ...trouble, message: textsIn(currentLanguage())('design.wrong_sign_in'), code: 'design.wrong_sign_in' };
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

export const signIn = (queryClient: QueryClient, { email, password }: SignIn): Promise<Outcome> =>
  post('/sign-in/email', { email, password, rememberMe: true }, () => changed(queryClient));

/** The same on a page that stays as it is, with what was typed; somebody else gets a page of their own. */
export const signInAgain = (queryClient: QueryClient, { email, password }: SignIn): Promise<Outcome> =>
  post('/sign-in/email', { email, password, rememberMe: true }, () => resume(queryClient));

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
export const sendSignInLink = (email: string, callbackURL = '/'): Promise<Outcome> => post('/sign-in/magic-link', { email, callbackURL });

/** Opens a one-time link; afterwards its owner is signed in. */
export const openSignInLink = (queryClient: QueryClient, token: string): Promise<Outcome> =>
  post('/magic-link/verify', { token }, () => changed(queryClient));

/** Sends a link to choose a password, for whoever has none or forgot it. */
export const sendPasswordLink = (email: string): Promise<Outcome> => post('/request-password-reset', { email });

/** Chooses a password by a mailed link; afterwards its owner is signed in nowhere. */
export const choosePassword = (queryClient: QueryClient, token: string, newPassword: string): Promise<Outcome> =>
  post('/reset-password', { token, newPassword }, () => changed(queryClient));

export const changePassword = (currentPassword: string, newPassword: string): Promise<Outcome> =>
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

export const endSignIn = (token: string): Promise<Outcome> => post('/revoke-session', { token });

export const endOtherSignIns = (): Promise<Outcome> => post('/revoke-other-sessions', {});

export const signOut = (queryClient: QueryClient): Promise<Outcome> => post('/sign-out', {}, () => changed(queryClient));
