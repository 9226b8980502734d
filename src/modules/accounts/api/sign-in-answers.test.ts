import pg from 'pg';
import { expect, test } from 'vitest';
import { buildApp } from '#app/server/build-app.ts';
import { readConfig } from '#platform/config.ts';
import { ownTestDatabase } from '#platform/postgres/test-database.ts';
import { createAnswers, demandAnswer } from './sign-in-answers.ts';

const db = await ownTestDatabase();

const origin = 'http://localhost:4000';
const email = 'somebody@example.org';

/** The application whose sign-in has lost its database: the pool is ended, or leads to none. */
function withoutDatabase(authPool: pg.Pool) {
  const config = readConfig({ PORT: '4000', LOG_LEVEL: 'silent', HANSA_DEMO: '0', HANSA_ACCESS_LOG: '0', HANSA_RATE: '0' });
  const setting = { secret: 'a-secret-of-the-tests-that-is-long-enough', now: () => 0 };
  const { app } = buildApp(config, { ...db.database, authPool }, setting);
  return async (method: string, path: string, { body, cookie = '' }: { readonly body?: object; readonly cookie?: string } = {}) => {
    const headers = { origin, cookie, 'content-type': 'application/json', 'accept-language': 'zh-Hans' };
    return app.request(`${origin}/api/auth${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  };
}

async function gone(): Promise<pg.Pool> {
  const pool = new pg.Pool({ connectionString: db.serverUrl });
  await pool.end();
  return pool;
}

const nowhere = (): Promise<pg.Pool> => Promise.resolve(new pg.Pool({ host: '/nowhere', connectionTimeoutMillis: 500 }));

test.each([
  ['has ended', gone, 500, 'kernel.fault'],
  ['leads nowhere', nowhere, 503, 'kernel.outage'],
])('a sign-in whose pool %s is answered with an incident, never by a refusal of what was entered', async (_what, pool, status, code) => {
  const ask = withoutDatabase(await pool());
  const cookie = 'hansa.session_token=abc.def';
  const answers = [
    await ask('POST', '/sign-in/email', { body: { email, password: 'a-long-enough-password' } }),
    await ask('POST', '/sign-in/magic-link', { body: { email } }),
    await ask('POST', '/magic-link/verify', { body: { token: 'abc' } }),
  ];
  for (const answer of answers) {
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    const body: unknown = await answer.json();
    expect(body).toMatchObject({ code, errors: [] });
    expect(JSON.stringify(body)).toMatch(/"incident":"[0-9a-f-]{36}"/);
    expect(JSON.stringify(body)).not.toMatch(/pool|nowhere|better-auth|ECONN|ENOENT/);
  }
  expect((await ask('GET', '/list-sessions', { cookie })).status).not.toBe(200);
});

test('an answer of the library from 500 on is thrown, one below is handed on or put into our words', async () => {
  const { translated } = createAnswers((_language, code) => code);
  const request = new Request(`${origin}/api/auth/sign-in/email`, { method: 'POST' });
  for (const status of [500, 503]) {
    await expect(translated(request, new Response(null, { status }))).rejects.toThrow(String(status));
    expect(() => demandAnswer(new Response(null, { status }))).toThrow(String(status));
  }
  expect((await translated(request, new Response('{}', { status: 200 }))).status).toBe(200);
  const refused = await translated(request, new Response(JSON.stringify({ code: 'INVALID_EMAIL' }), { status: 400 }));
  expect([refused.status, await refused.json()]).toMatchObject([422, { code: 'kernel.bad_email', errors: [{ path: ['email'] }] }]);
});

test('odd requests to the routes of sign-in are refused, never faults', async () => {
  const ask = withoutDatabase(db.database.authPool);
  const bodies = [
    {},
    { email: 5, password: [] },
    { email: 'x', password: 'y' },
    { token: 7 },
    { email, callbackURL: 'https://elsewhere.example' },
  ];
  for (const path of ['/sign-in/email', '/sign-in/magic-link', '/magic-link/verify', '/sign-out', '/change-password', '/revoke-session'])
    for (const body of [...bodies, undefined]) {
      const { status } = await ask('POST', path, body === undefined ? {} : { body });
      expect([path, body, status < 500]).toEqual([path, body, true]);
    }
});

test('what a sign-in form was left without is told all at once, before anybody is looked for', async () => {
  const ask = withoutDatabase(await gone());
  const problemsIn = async (path: string, body: object): Promise<unknown> => (await ask('POST', path, { body })).json();
  expect(await problemsIn('/sign-in/email', { email: ' ', password: '' })).toMatchObject({
    errors: [
      { path: ['email'], code: 'accounts.email_missing' },
      { path: ['password'], code: 'accounts.password_missing' },
    ],
  });
  expect(await problemsIn('/sign-in/magic-link', { email: '' })).toMatchObject({
    errors: [{ path: ['email'], message: '请输入电子邮箱。' }],
  });
});
