// The routes of an institution's sign-in: begun and finished by POST from our own pages, tried so often only.
import { z } from 'zod';
import type { AccountId } from '#kernel/ids.ts';
import type { Refusal } from '#kernel/result.ts';
import { endIdentity, findIdentity } from '../store/sign-in.ts';
import { createInstitutionDoor, provider } from './institution-door.ts';
import type { createTries } from './sign-in-tries.ts';
import type { SignInAnswers } from './sign-in-answers.ts';

export const institutionRoutes = [
  { method: 'POST', path: '/institution/begin', access: 'public' },
  { method: 'POST', path: '/institution/finish', access: 'public' },
  { method: 'GET', path: '/institution/identity', access: 'signed-in' },
  { method: 'POST', path: '/institution/unlink', access: 'signed-in' },
] as const;

const ownPath = z
  .string()
  .max(2000)
  .regex(/^\/(?![/\\])/);
const bodies = {
  begin: z.strictObject({ next: ownPath.optional() }),
  finish: z.strictObject({
    state: z.string().max(500),
    code: z.string().max(10_000).optional(),
    error: z.string().max(200).optional(),
    iss: z.string().max(2000).optional(),
  }),
};

/** What better-auth, or `whoIs` below, calls it, and what the person is told; what is not listed is an answer that cannot be trusted. */
const codes: Readonly<Record<string, string>> = {
  state_mismatch: 'accounts.institution_too_late',
  state_not_found: 'accounts.institution_too_late',
  state_invalid: 'accounts.institution_too_late',
  declined: 'accounts.institution_declined',
  email_not_verified: 'accounts.institution_unverified',
  other_domain: 'accounts.institution_other_domain',
  signup_disabled: 'accounts.institution_not_invited',
  account_not_linked: 'accounts.institution_taken',
  unable_to_link_account: 'accounts.institution_taken',
};
type Door = Parameters<typeof createInstitutionDoor>[0];

interface Parts extends Door {
  readonly answers: SignInAnswers;
  readonly tries: ReturnType<typeof createTries>;
}

interface Asker {
  /** Who is signed in, on routes that need somebody. */
  readonly account: AccountId | null;
  readonly network: string;
}

const refusal = (code: string, kind: Refusal['kind'] = 'invalid'): Refusal => ({ kind, code });
const unreadable = refusal('accounts.institution_refused');

const bodyOf = async <T>(request: Request, schema: z.ZodType<T>): Promise<T | null> =>
  schema.safeParse(await request.json().catch(() => null)).data ?? null;

const answered = (body: unknown, cookies: readonly string[] = []): Response => {
  const headers = new Headers({ 'content-type': 'application/json', 'cache-control': 'no-store' });
  for (const line of cookies) headers.append('set-cookie', line);
  return new Response(JSON.stringify(body), { headers });
};

/** How many answers from one network are looked at side by side; further ones wait their turn. */
const SIDE_BY_SIDE = 10;

/** Does work of one key in a few lanes, each one after the other, so that a crowd waits and a flood does not outrun what is counted. */
function inLanes() {
  const ends = new Map<string, Promise<unknown>>();
  let turn = 0;
  return <T>(key: string, work: () => Promise<T>): Promise<T> => {
    turn += 1;
    const lane = `${key} ${turn % SIDE_BY_SIDE}`;
    const done = (ends.get(lane) ?? Promise.resolve()).then(work);
    const end = done.then(
      () => undefined,
      () => undefined,
    );
    ends.set(lane, end);
    void end.then(() => ends.get(lane) === end && ends.delete(lane));
    return done;
  };
}

/** Answers the routes of the institution. */
export function createInstitution({ answers, tries, ...parts }: Parts) {
  const door = createInstitutionDoor(parts);
  const pool = parts.database.authPool;
  const silent = (request: Request): Response =>
    answers.refused(request, refusal('accounts.institution_silent', 'busy'), { 'retry-after': '30' });

  const begin = async (request: Request): Promise<Response> => {
    const body = await bodyOf(request, bodies.begin);
    if (body === null) return answers.refused(request, unreadable);
    const response = await door.begin(request, body.next ?? '/');
    return response === 'silent' ? silent(request) : answers.translated(request, response);
  };

  const lanes = inLanes();
  const looked = async (request: Request, body: z.infer<typeof bodies.finish>, network: string): Promise<Response> => {
    // A state serves once, so no answer is guessed at; counted is what wearies the provider, and only that, since a hall is one network.
    const [tried, place] = [{ what: 'institution', on: 'answer' } as const, { from: network, known: true }];
    const seconds = await tries.waitAfterFailures(tried, place);
    if (seconds > 0) {
      const tooMany: Refusal = { kind: 'too_many', code: 'kernel.too_many', params: { seconds } };
      return answers.refused(request, tooMany, { 'retry-after': String(seconds) });
    }
    const response = await door.finish(request, body);
    if (response === 'silent') return silent(request);
    if (typeof response === 'string') {
      parts.report(response);
      const code = codes[response];
      if (code === undefined) await tries.fail(tried, place);
      return answers.refused(request, code === undefined ? unreadable : refusal(code));
    }
    await tries.forget(tried, place);
    const { pathname, search, hash } = new URL(response.headers.get('location') ?? '/', parts.origin);
    return answered({ next: `${pathname}${search}${hash}` }, response.headers.getSetCookie());
  };

  const finish = async (request: Request, network: string): Promise<Response> => {
    const body = await bodyOf(request, bodies.finish);
    return body === null ? answers.refused(request, unreadable) : lanes(network, () => looked(request, body, network));
  };

  return async (request: Request, path: string, { account, network }: Asker): Promise<Response | null> => {
    if (path === '/institution/begin') return begin(request);
    if (path === '/institution/finish') return finish(request, network);
    if (account === null) return null;
    if (path === '/institution/identity') return answered({ since: await findIdentity(pool, account, provider) });
    if (path !== '/institution/unlink') return null;
    await endIdentity(pool, account, provider);
    return answered({ status: true });
  };
}
