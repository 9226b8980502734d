// Sign-in by better-auth behind our own edge: who may ask, how often, and in which words it refuses.
import { timingSafeEqual } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { magicLink } from 'better-auth/plugins';
import { parse } from 'hono/utils/cookie';
import { z } from 'zod';
import type { AccountId } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';
import { languageOf } from '#kernel/writing/in-languages.ts';
import { refuseInput, unauthenticated, type Problem, type Refusal } from '#kernel/result.ts';
import type { Say } from '#platform/http/problems.ts';
import type { Session } from '#platform/http/sessions.ts';
import type { Institution } from '#platform/institution.ts';
import { queueMail } from '#platform/mail/outbox.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inWork, nobody } from '#platform/work.ts';
import type { Place, Tried } from '../domain/guessing.ts';
import { passwordLetter, signInLetter, type Letter } from '../domain/invitation.ts';
import { findInvited, findSession, saveSignInUser } from '../store/sign-in.ts';
import { endLinks } from '../store/tries.ts';
import { authBase, NETWORK_HEADER, type AuthPlace } from './auth-base.ts';
import { firstOffice, firstOfficeAddress, firstOfficeRoutes } from './first-office.ts';
import { createInstitution, institutionRoutes } from './institution.ts';
import { eraseAccount } from './own-data.ts';
import { isPasskeyBody, passkeyRoutes, passkeysAt } from './passkeys.ts';
import { passwordLengths, passwordProblem } from './passwords.ts';
import { createTries, signature } from './sign-in-tries.ts';
import { createAnswers, demandAnswer, type SignInAnswers } from './sign-in-answers.ts';

export interface SignIn {
  /** Answers the routes under /api/auth; `network` is where the request comes from. */
  readonly respond: (request: Request, network: string) => Promise<Response>;
  /** The session of a cookie, or null. */
  readonly sessionOf: (headers: Headers) => Promise<Session | null>;
  /** Gives an account a password, for the demo world and the operator's script. */
  readonly setPassword: (
    account: { readonly id: AccountId; readonly email: string; readonly name: string },
    password: string,
  ) => Promise<void>;
  /** Where whoever runs this founds its first office; null where there is one. */
  readonly firstOfficeAddress: () => Promise<string | null>;
}

/** Makes of a password what is stored, and tells whether another one is the same. */
export interface PasswordHashing {
  readonly hash: (password: string) => Promise<string>;
  readonly verify: (kept: { readonly hash: string; readonly password: string }) => Promise<boolean>;
}

interface Parts extends AuthPlace {
  readonly say: Say;
  readonly now: () => number;
  /** Signs people in, too; null where there is none. */
  readonly institution: Institution | null;
  /** Tells the operator why the institution signed nobody in. */
  readonly report: (reason: string) => void;
  /** How passwords are kept: by better-auth's scrypt, unless told. */
  readonly passwords?: PasswordHashing | undefined;
}

/** better-auth's routes that exist here; every other one is closed. */
export const signInRoutes = [
  { method: 'POST', path: '/sign-in/email', access: 'public' },
  { method: 'POST', path: '/sign-in/magic-link', access: 'public' },
  { method: 'POST', path: '/magic-link/verify', access: 'public' },
  { method: 'POST', path: '/request-password-reset', access: 'public' },
  { method: 'POST', path: '/reset-password', access: 'public' },
  { method: 'POST', path: '/sign-out', access: 'public' },
  { method: 'POST', path: '/change-password', access: 'signed-in' },
  // Not better-auth's own: erases the account whose password is given, or whose passkey answers.
  { method: 'POST', path: '/erase-account', access: 'signed-in' },
  { method: 'GET', path: '/list-sessions', access: 'signed-in' },
  { method: 'POST', path: '/revoke-session', access: 'signed-in' },
  { method: 'POST', path: '/revoke-other-sessions', access: 'signed-in' },
  ...passkeyRoutes,
  // Nor these, of which better-auth's own would change something by GET.
  ...institutionRoutes,
  ...firstOfficeRoutes,
] as const;

/** Those that are asked with an address, and so often only; the letters among them are for invited people, who may not have signed in yet. */
const askedByAddress: Readonly<Record<string, { readonly letter: 'link' | 'password' | null }>> = {
  '/sign-in/email': { letter: null },
  '/sign-in/magic-link': { letter: 'link' },
  '/request-password-reset': { letter: 'password' },
};

/** Sends a letter with a one-time link to an invited person; nothing to anybody else. */
async function sendLetter(
  { database, origin }: Pick<Parts, 'database' | 'origin'>,
  { email, path, token }: { readonly email: string; readonly path: string; readonly token: string },
  letter: (language: Language, given: { readonly address: string }) => Letter,
): Promise<void> {
  const invited = await findInvited(database.authPool, email);
  if (invited === null) return;
  const { language } = invited;
  const address = `${origin}${path}?token=${encodeURIComponent(token)}`;
  await inWork(database, nobody(language), async (work) => {
    await queueMail(work, { recipient: email.toLowerCase(), language, ...letter(language, { address }) });
    return { ok: true, value: null };
  });
}

const createAuth = ({ database, origin, secret, passwords }: Parts) =>
  betterAuth({
    ...authBase({ database, origin, secret }),
    emailAndPassword: {
      enabled: true,
      ...(passwords === undefined ? {} : { password: passwords }),
      disableSignUp: true,
      minPasswordLength: passwordLengths.min,
      maxPasswordLength: passwordLengths.max,
      resetPasswordTokenExpiresIn: 3600,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }) =>
        sendLetter({ database, origin }, { email: user.email, path: '/sign-in/password', token }, passwordLetter),
    },
    verification: { storeIdentifier: { default: 'plain', overrides: { 'reset-password': 'hashed' } } },
    plugins: [
      passkeysAt(origin),
      magicLink({
        disableSignUp: true,
        expiresIn: 600,
        storeToken: 'hashed',
        sendMagicLink: ({ email, token }) => sendLetter({ database, origin }, { email, path: '/sign-in/link', token }, signInLetter),
      }),
    ],
  });

const textIn = (body: unknown, field: string): string | null => {
  const value: unknown = typeof body === 'object' && body !== null ? Object.entries(body).find(([key]) => key === field)?.[1] : null;
  return typeof value === 'string' ? value : null;
};

/** What a form that asks to sign in was sent with: its address, and what was left empty, all at once. */
async function askedWith(
  request: Request,
  path: string,
): Promise<{ readonly address: string | null; readonly missing: readonly Problem[] }> {
  const body: unknown = await request
    .clone()
    .json()
    .catch(() => null);
  const empty = (field: string): boolean => (textIn(body, field) ?? '').trim() === '';
  return {
    address: textIn(body, 'email')?.trim().toLowerCase().slice(0, 254) ?? null,
    missing: [
      ...(empty('email') ? [{ path: ['email'], code: 'accounts.email_missing' }] : []),
      ...(path === '/sign-in/email' && empty('password') ? [{ path: ['password'], code: 'accounts.password_missing' }] : []),
    ],
  };
}

/** What is wrong with the password that is chosen with a request; null where none is. */
async function chosenProblem(request: Request, path: string): Promise<Refusal | null> {
  if (path !== '/change-password' && path !== '/reset-password') return null;
  const chosen = textIn(
    await request
      .clone()
      .json()
      .catch(() => null),
    'newPassword',
  );
  return chosen === null ? null : passwordProblem(chosen);
}

/** A link is opened by POST from our page, so that a mail scanner that follows it does not use it up. */
async function verifyLink(
  auth: ReturnType<typeof createAuth>,
  origin: string,
  { refused }: SignInAnswers,
  request: Request,
): Promise<Response> {
  const body: unknown = await request.json().catch(() => null);
  const token = typeof body === 'object' && body !== null && 'token' in body && typeof body.token === 'string' ? body.token : '';
  const asked = new Request(`${origin}/api/auth/magic-link/verify?token=${encodeURIComponent(token)}`, { headers: request.headers });
  const response = demandAnswer(await auth.handler(asked));
  if (!response.headers.has('set-cookie') || response.headers.get('location')?.includes('error=') === true)
    return refused(request, { kind: 'invalid', code: 'accounts.link_expired' });
  const headers = new Headers({ 'content-type': 'application/json', 'cache-control': 'no-store' });
  for (const line of response.headers.getSetCookie()) headers.append('set-cookie', line);
  return new Response('{"status":true}', { headers });
}

/** Where the account is signed in; the place that asks is marked. */
async function listPlaces(auth: ReturnType<typeof createAuth>, { refused }: SignInAnswers, request: Request): Promise<Response> {
  const { headers } = request;
  const own = (await auth.api.getSession({ headers }))?.session.token;
  const places = await auth.api.listSessions({ headers }).catch((fault: unknown) => {
    // The session has ended since we looked.
    if (fault instanceof APIError && fault.statusCode === 401) return null;
    throw fault;
  });
  if (places === null) return refused(request, unauthenticated);
  return Response.json(
    places.map((place) => ({ ...place, isThis: place.token === own })),
    { headers: { 'cache-control': 'no-store' } },
  );
}

/** Text, and behind its last dot its signature: the text where we have signed it (HMAC), else null. */
function signedText(value: string, secret: string): string | null {
  const at = value.lastIndexOf('.');
  const text = value.slice(0, Math.max(at, 0));
  const [given, right] = [value.slice(at + 1), signature(text, secret)].map((part) => Buffer.from(part));
  return given?.length === right?.length && given !== undefined && right !== undefined && timingSafeEqual(given, right) ? text : null;
}

/** Sends a letter: prepares the record of an invited person, and ends the links of earlier letters. */
async function askForLetter(
  auth: ReturnType<typeof createAuth>,
  pool: Database['authPool'],
  request: Request,
  { address, letter }: { readonly address: string; readonly letter: 'link' | 'password' },
): Promise<Response> {
  const invited = await findInvited(pool, address);
  if (invited !== null) await saveSignInUser(pool, { ...invited, email: address });
  await endLinks(pool, letter, address);
  return auth.handler(request);
}

interface Try {
  readonly tried: Tried;
  readonly place: Place;
  readonly letter?: 'link' | 'password' | null;
  /** What is done where it may be tried; better-auth's own way unless told. */
  readonly attempt?: (request: Request) => Promise<Response>;
}

interface Desk {
  readonly auth: ReturnType<typeof createAuth>;
  readonly answers: SignInAnswers;
  readonly tries: ReturnType<typeof createTries>;
  readonly pool: Database['authPool'];
}

/** Nobody thinks in hundreds of seconds: in minutes, with the other way in where a password was tried. */
const tooManyTries = ({ what }: Tried, seconds: number): Refusal => ({
  kind: 'too_many',
  code: what === 'password' ? 'accounts.too_many_passwords' : 'accounts.too_many_tries',
  params: { minutes: Math.max(2, Math.ceil(seconds / 60)) },
});

/** Answers what may be tried so often only; a right password is no try, and marks the device that gave it. */
function trying({ auth, answers, tries, pool }: Desk) {
  return async (request: Request, { tried, place, letter = null, attempt = auth.handler }: Try): Promise<Response> => {
    const seconds = await tries.wait(tried, place);
    if (seconds > 0) return answers.refused(request, tooManyTries(tried, seconds), { 'retry-after': String(seconds) });
    if (letter !== null) return answers.translated(request, await askForLetter(auth, pool, request, { address: tried.on, letter }));
    const response = await answers.translated(request, await attempt(request));
    if (!response.ok) return response;
    await tries.forget(tried, place);
    if (tried.what !== 'password' || place.known) return response;
    const marked = new Response(response.body, response);
    marked.headers.append('set-cookie', tries.mark(tried.on));
    return marked;
  };
}

type Erasing = Pick<Desk, 'auth' | 'answers'> & { readonly database: Database; readonly tryOut: ReturnType<typeof trying> };

/** Whether a device of the account itself signed what it was asked; that it is signed in by it, too, ends with the account. */
async function ownPasskey(
  auth: ReturnType<typeof createAuth>,
  { request, account }: { readonly request: Request; readonly account: AccountId },
) {
  const answer = await auth.handler(new Request(new URL('/api/auth/passkey/verify-authentication', request.url), request));
  if (!answer.ok) return answer;
  const { success } = z.object({ session: z.object({ userId: z.literal(account) }) }).safeParse(await answer.json());
  return success ? new Response('{}') : Response.json({ code: 'PASSKEY_NOT_FOUND' }, { status: 401 });
}

/** Erases the account once its password was given, or a passkey of it asked; then there is nobody left who is signed in. */
function erasing({ auth, answers, database, tryOut }: Erasing) {
  return async (request: Request, account: AccountId, network: string): Promise<Response> => {
    const { headers } = request;
    const isPasskey = await isPasskeyBody(request, '/passkey/verify-authentication');
    const password = isPasskey
      ? ''
      : (textIn(
          await request
            .clone()
            .json()
            .catch(() => null),
          'password',
        ) ?? '');
    if (!isPasskey && password === '')
      return answers.refused(request, refuseInput([{ path: ['password'], code: 'accounts.password_missing' }]).refusal);
    const attempt = (): Promise<Response> =>
      isPasskey ? ownPasskey(auth, { request, account }) : auth.api.verifyPassword({ body: { password }, headers, asResponse: true });
    const response = await tryOut(request, { tried: { what: 'change', on: account }, place: { from: network, known: false }, attempt });
    if (!response.ok) return response;
    const caller = { ...nobody(languageOf(headers.get('accept-language'))), account };
    const erased = await inWork(database, caller, eraseAccount);
    return erased.ok
      ? Response.json({ status: true }, { headers: { 'cache-control': 'no-store' } })
      : answers.refused(request, erased.refusal);
  };
}

/** Opens sign-in on a database. `now` is the clock of the guessing limit. */
export function createSignIn(parts: Parts): SignIn {
  const auth = createAuth(parts);
  const answers = createAnswers(parts.say);
  const pool = parts.database.authPool;
  const tries = createTries(parts);
  // What better-auth's own `getSession` finds out with two questions.
  const sessionOf: SignIn['sessionOf'] = async (headers) => {
    const { authCookies, secret } = await auth.$context;
    const { name } = authCookies.sessionToken;
    const token = signedText(parse(headers.get('cookie') ?? '', name)[name] ?? '', secret);
    return token === null ? null : findSession(pool, token);
  };

  const tryOut = trying({ auth, answers, tries, pool });
  const erase = erasing({ auth, answers, database: parts.database, tryOut });
  const { institution } = parts;
  const hash = async (password: string): Promise<string> => (await auth.$context).password.hash(password);
  const askFirstOffice = firstOffice({ ...parts, answers, hash });
  const askInstitution = institution === null ? null : createInstitution({ ...parts, institution, answers, tries });

  const respond: SignIn['respond'] = async (sent, network) => {
    const headers = new Headers(sent.headers);
    headers.set(NETWORK_HEADER, network.replace(/\/64$/, ''));
    const request = new Request(sent, { headers });
    const path = new URL(request.url).pathname.slice('/api/auth'.length);
    const route = signInRoutes.find((r) => r.method === request.method && r.path === path);
    if (route === undefined) return answers.refused(request, { kind: 'not_found', code: 'kernel.not_found' });
    const account = route.access === 'signed-in' ? ((await sessionOf(request.headers))?.account ?? null) : null;
    if (route.access === 'signed-in' && account === null) return answers.refused(request, unauthenticated);
    if (!(await isPasskeyBody(request, path))) return answers.refused(request, { kind: 'invalid', code: 'accounts.passkey_refused' });
    const wrong = await chosenProblem(request, path);
    if (wrong !== null) return answers.refused(request, wrong);
    if (institutionRoutes.some((r) => r.path === path)) {
      const answered = await askInstitution?.(request, path, { account, network });
      return answered ?? answers.refused(request, { kind: 'not_found', code: 'kernel.not_found' });
    }
    if (firstOfficeRoutes.some((r) => r.path === path)) return askFirstOffice(request);
    if (path === '/magic-link/verify') return verifyLink(auth, parts.origin, answers, request);
    if (path === '/list-sessions') return listPlaces(auth, answers, request);
    if (path === '/change-password' && account !== null)
      return tryOut(request, { tried: { what: 'change', on: account }, place: { from: network, known: false } });
    if (path === '/erase-account' && account !== null) return erase(request, account, network);
    const asked = askedByAddress[path];
    if (asked === undefined) return answers.translated(request, await auth.handler(request));
    const { address, missing } = await askedWith(request, path);
    if (missing.length > 0 || address === null) return answers.refused(request, refuseInput(missing).refusal);
    const { letter } = asked;
    const tried: Tried = { what: letter === null ? 'password' : 'letter', on: address };
    return tryOut(request, { tried, place: tries.placeOf(request, address, network), letter });
  };

  const setPassword: SignIn['setPassword'] = async (account, password) => {
    await saveSignInUser(pool, account, await hash(password));
  };
  return { respond, sessionOf, setPassword, firstOfficeAddress: () => firstOfficeAddress(parts) };
}
