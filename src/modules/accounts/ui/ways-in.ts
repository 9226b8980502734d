// The ways in by better-auth's routes, and where one is signed in.
import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { Offline } from '#client/error.ts';
import type { Language, MultilingualText } from '#kernel/language.ts';
import { settleSession } from '#client/session-over.ts';
import { askSession, changed, post, sessionQuery, type Session } from './session.ts';

/** Whether letters stay where nobody reads them: no mail server is set up, and this is no demo, whose outbox everybody reads. */
export const keepsMail = (session: Session | undefined): boolean => session !== undefined && !session.mails && !session.demo;

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
  const now = await askSession();
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

/** Erases the account for good. */
export const eraseAccount = (password: string): Promise<unknown> => post('/erase-account', { password });

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

/** What a route of better-auth answers, which has no contract of ours. */
export async function readWay<Answer>(path: string): Promise<Answer> {
  const response = await fetch(`/api/auth${path}`, { credentials: 'same-origin' });
  if (!response.ok) throw new Offline();
  return (await response.json()) as Answer;
}

export const signInPlacesQuery = () =>
  queryOptions({
    queryKey: ['sign-in-places'],
    queryFn: () => readWay<readonly SignInPlace[]>('/list-sessions'),
  });

export const endSignIn = (token: string): Promise<unknown> => post('/revoke-session', { token });

export const endOtherSignIns = (): Promise<unknown> => post('/revoke-other-sessions', {});

/** Whether this installation waits for its first office. */
export const firstOfficeQuery = () =>
  queryOptions({ queryKey: ['first-office'], queryFn: () => readWay<{ readonly awaited: boolean }>('/first-office') });

interface FirstOffice {
  readonly token: string;
  readonly name: MultilingualText;
  readonly person: string;
  readonly email: string;
  readonly language: Language;
  readonly newPassword: string;
}

export const foundFirstOffice = (office: FirstOffice): Promise<unknown> => post('/first-office', { ...office });
