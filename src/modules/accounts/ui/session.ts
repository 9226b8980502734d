// Who is signed in, and the way out; the ways in are apart, since most pages are read without them.
import { ORPCError } from '@orpc/client';
import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query';
import { isReply, Offline, troubleOf } from '#client/error.ts';
import { currentLanguage, textsIn } from '#client/language.ts';
import { rememberAccount, signedInAgain, tab, wasSignedIn } from '#client/session-over.ts';
import { accountsApi } from './client.ts';
import { chooseOffice, chosenOffice, inWorkingOrder } from './working-office.ts';

export type Session = Awaited<ReturnType<(typeof accountsApi)['getSession']>>;

/** The session with the office first that its holder works for on this device. */
export const askSession = async (): Promise<Session> => ordered(await accountsApi.getSession());

const ordered = (session: Session): Session => ({ ...session, offices: inWorkingOrder(session.offices, chosenOffice()) });

/** From here on somebody works for this one of their offices, on this device. */
export function workFor(queryClient: QueryClient, office: string): void {
  chooseOffice(office);
  const { queryKey } = sessionQuery();
  const now = queryClient.getQueryData<Session>(queryKey);
  if (now !== undefined) queryClient.setQueryData(queryKey, ordered(now));
}

/** A session that has ended unasked is no news until it is known whether the person comes back: the page they work on would vanish. */
async function currentSession(): Promise<Session> {
  const now = await askSession().catch(askedAnew);
  if (now.account === null && wasSignedIn() && (await signedInAgain())) return askSession();
  // Whoever came by a link cannot sign in again: what ended is said by the page.
  rememberAccount(now.holder === 'person' ? (now.account?.id ?? null) : null);
  return now;
}

/** A link that has ended is forgotten with the answer that says so; asked once more, one is nobody. */
function askedAnew(error: unknown): Promise<Session> {
  if (troubleOf(error).status !== 401) throw error;
  return askSession();
}

/** The session as a query: `queryClient.ensureQueryData(sessionQuery())` in a route's beforeLoad. */
export const sessionQuery = () => queryOptions({ queryKey: ['session'], queryFn: currentSession, staleTime: 60_000 });

/** The session for a component; undefined until it is known. */
export const useSession = (): Session | undefined => useQuery(sessionQuery()).data;

/** Asks, answers what it was told, and throws why not. The server answers in the user's language; an answer without words gets ours. */
export async function post(path: string, body: Readonly<Record<string, unknown>>): Promise<unknown> {
  const headers = { 'content-type': 'application/json', 'accept-language': currentLanguage() };
  const asked = fetch(`/api/auth${path}`, { method: 'POST', credentials: 'same-origin', headers, body: JSON.stringify(body) });
  const response = await asked.catch(() => null);
  if (response === null) throw new Offline();
  const reply: unknown = await response.json().catch((): null => null);
  if (response.ok) return reply;
  const { status } = response;
  const code = 'design.wrong_sign_in';
  const isWrong = !isReply(reply) && (status === 401 || status === 403);
  throw new ORPCError('REFUSED', { status, data: isWrong ? { code, detail: textsIn(currentLanguage())(code) } : reply });
}

/** After who is signed in has changed, nothing that was fetched may stay; the session itself is asked anew where the head bar waits for it. */
export async function changed(queryClient: QueryClient): Promise<void> {
  const session = sessionQuery();
  rememberAccount(null);
  // Whoever signs in reads by their own clock.
  delete document.documentElement.dataset['served'];
  await queryClient.cancelQueries();
  tab.holder = null;
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== session.queryKey[0] });
  queryClient.getMutationCache().clear();
  await queryClient.fetchQuery({ ...session, staleTime: 0 });
}

export const signOut = (queryClient: QueryClient): Promise<unknown> => post('/sign-out', {}).then(() => changed(queryClient));

/** Of all links that of a screen of the hall alone only reads. */
export const isScreen = ({ holder, offices }: Pick<Session, 'holder' | 'offices'>): boolean =>
  holder === 'link' && offices.every(({ role }) => role === 'viewer');
