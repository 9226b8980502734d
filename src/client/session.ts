// Who is signed in, and the way in and out by better-auth's routes.
import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query';
import { api, type Api } from './api.ts';
import { isReply, Offline, type Trouble } from './error.ts';
import { currentLanguage, textsIn } from './language.ts';
import { rememberAccount, settleSession, signedInAgain, wasSignedIn } from './session-over.ts';

export type Session = Awaited<ReturnType<Api['accounts']['getSession']>>;

/** A session that has ended unasked is no news until it is known whether the person comes back: the page they work on would vanish. */
async function currentSession(): Promise<Session> {
  const now = await api().accounts.getSession();
  if (now.account === null && wasSignedIn() && (await signedInAgain())) return api().accounts.getSession();
  rememberAccount(now.account?.id ?? null);
  return now;
}

/** The session as a query: `queryClient.ensureQueryData(sessionQuery())` in a route's beforeLoad. */
export const sessionQuery = () => queryOptions({ queryKey: ['session'], queryFn: currentSession, staleTime: 60_000 });

/** The session for a component; undefined until it is known. */
export const useSession = (): Session | undefined => useQuery(sessionQuery()).data;

/** null when it went well, else what to say. */
type Outcome = Trouble | null;

async function post(path: string, body: Readonly<Record<string, unknown>>): Promise<Outcome> {
  let response: Response;
  try {
    response = await fetch(`/api/auth${path}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', 'accept-language': currentLanguage() },
      body: JSON.stringify(body),
    });
  } catch {
    return trouble(new Offline(), null, null);
  }
  if (response.ok) return null;
  return trouble(null, await response.json().catch((): null => null), response.status);
}

/** The server answers in the user's language; an answer without words gets ours. */
function trouble(offline: Offline | null, body: unknown, status: number | null): Trouble {
  const t = textsIn(currentLanguage());
  const rest = { status, problems: [], params: {}, incident: null } as const;
  if (offline !== null) return { ...rest, message: t('design.offline'), code: 'design.offline' };
  if (isReply(body))
    return { ...rest, message: body.detail, code: body.code, problems: body.errors ?? [], incident: body.incident ?? null };
  if (status === 429) return { ...rest, message: t('design.slow_down'), code: 'design.slow_down' };
  if (status === 401 || status === 403) return { ...rest, message: t('design.wrong_sign_in'), code: 'design.wrong_sign_in' };
  return { ...rest, message: t('design.unknown_error'), code: 'design.unknown_error' };
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

export async function signIn(
  queryClient: QueryClient,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<Outcome> {
  const outcome = await post('/sign-in/email', { email, password, rememberMe: true });
  if (outcome === null) await changed(queryClient);
  return outcome;
}

/** The same on a page that stays as it is, with what was typed; somebody else gets a page of their own. */
export async function signInAgain(
  queryClient: QueryClient,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<Outcome> {
  const outcome = await post('/sign-in/email', { email, password, rememberMe: true });
  if (outcome !== null) return outcome;
  await resume(queryClient);
  return null;
}

/** Goes on where somebody has signed in again, here or in another window of this browser; false where nobody has. */
export async function resume(queryClient: QueryClient): Promise<boolean> {
  const { queryKey } = sessionQuery();
  const before = queryClient.getQueryData<Session>(queryKey)?.account?.id;
  const now = await api().accounts.getSession();
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
export async function openSignInLink(queryClient: QueryClient, token: string): Promise<Outcome> {
  const outcome = await post('/magic-link/verify', { token });
  if (outcome === null) await changed(queryClient);
  return outcome;
}

/** Sends a link to choose a password, for whoever has none or forgot it. */
export const sendPasswordLink = (email: string): Promise<Outcome> => post('/request-password-reset', { email });

/** Chooses a password by a mailed link; afterwards its owner is signed in nowhere. */
export async function choosePassword(queryClient: QueryClient, token: string, newPassword: string): Promise<Outcome> {
  const outcome = await post('/reset-password', { token, newPassword });
  if (outcome === null) await changed(queryClient);
  return outcome;
}

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
      const response = await fetch('/api/auth/list-sessions', { credentials: 'same-origin' });
      if (!response.ok) throw new Offline();
      return (await response.json()) as readonly SignInPlace[];
    },
  });

export const endSignIn = (token: string): Promise<Outcome> => post('/revoke-session', { token });

export const endOtherSignIns = (): Promise<Outcome> => post('/revoke-other-sessions', {});

export async function signOut(queryClient: QueryClient): Promise<Outcome> {
  const outcome = await post('/sign-out', {});
  if (outcome === null) await changed(queryClient);
  return outcome;
}
