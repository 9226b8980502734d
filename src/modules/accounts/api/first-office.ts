// The first office of an installation: founded on a page by whoever has the address that the server printed, which opens as long as there is no office.
import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { languages } from '#kernel/language.ts';
import { multilingual } from '#kernel/procedure.ts';
import type { Refusal } from '#kernel/result.ts';
import { typedEmail } from '#kernel/writing/typed.ts';
import { refusalOfIssues } from '#platform/http/problems.ts';
import type { Database } from '#platform/postgres/database.ts';
import { newId } from '#platform/work.ts';
import { shortNameOf } from '../domain/short-name.ts';
import { hasOffices, insertFirstOffice } from '../store/first-office.ts';
import { passwordProblem } from './passwords.ts';
import type { SignInAnswers } from './sign-in-answers.ts';
import { signature } from './sign-in-tries.ts';

export const firstOfficeRoutes = [
  { method: 'GET', path: '/first-office', access: 'public' },
  { method: 'POST', path: '/first-office', access: 'public' },
] as const;

const asked = z.object({
  token: z.string().max(200),
  name: multilingual(),
  person: z.string().trim().min(1).max(200),
  email: typedEmail(),
  language: z.enum(languages),
  newPassword: z.string().min(1),
});

/** Nothing is kept of it: it is the server's secret that signs it, and an office that ends it. */
const tokenOf = (secret: string): string => signature('the first office', secret).replaceAll(/\W/g, '');

const isRight = (token: string, secret: string): boolean => {
  const [given, right] = [token, tokenOf(secret)].map((text) => Buffer.from(text));
  return given !== undefined && right !== undefined && given.length === right.length && timingSafeEqual(given, right);
};

interface Parts {
  readonly database: Database;
  readonly origin: string;
  readonly secret: string;
}

/** The address at which the first office is founded; null where there is one. */
export const firstOfficeAddress = async ({ database, origin, secret }: Parts): Promise<string | null> =>
  (await hasOffices(database.authPool)) ? null : `${origin}/begin#${tokenOf(secret)}`;

/** Refuses `accounts.begun` whatever the token: whoever has a wrong one does not learn whether another would open. */
const begun: Refusal = { kind: 'gone', code: 'accounts.begun' };

interface Door extends Parts {
  readonly answers: SignInAnswers;
  readonly hash: (password: string) => Promise<string>;
}

/** Answers whether nobody has begun yet, and founds the register office with an owner who chooses their password here. */
export function firstOffice({ database, secret, answers: { refused }, hash }: Door) {
  const pool = database.authPool;
  const reply = (body: object): Response => Response.json(body, { headers: { 'cache-control': 'no-store' } });
  return async (request: Request): Promise<Response> => {
    if (request.method === 'GET') return reply({ awaited: !(await hasOffices(pool)) });
    const body: unknown = await request.json().catch(() => null);
    const read = asked.safeParse(body);
    const given = z.object({ token: z.string() }).safeParse(body);
    if (!isRight(given.data?.token ?? '', secret) || (await hasOffices(pool))) return refused(request, begun);
    if (!read.success) return refused(request, refusalOfIssues(read.error.issues, body));
    const { name, person, email, language, newPassword } = read.data;
    const wrong = await passwordProblem(newPassword);
    if (wrong !== null) return refused(request, wrong);
    const done = await insertFirstOffice(pool, {
      id: newId<'Office'>(),
      slug: shortNameOf(name['en']?.text ?? '') || 'register',
      name,
      owner: { id: newId<'Account'>(), email, name: person, language },
      passwordHash: await hash(newPassword),
    });
    return done ? reply({ status: true }) : refused(request, begun);
  };
}
