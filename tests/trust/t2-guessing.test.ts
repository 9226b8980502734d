// T2: a thousand wrong tries are evaluated ten times in fifteen minutes; known and unknown addresses answer alike.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emailOf, openTestApp, password, type TestApp } from '../fixtures/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

const tryPassword = (email: string, word: string) => app.ask('POST', '/api/auth/sign-in/email', { json: { email, password: word } });

test('after ten wrong passwords even the right one waits, for a quarter of an hour', async () => {
  const { owner } = await app.db.foundOffice();
  await app.setPassword(owner);
  const statuses = new Map<number, number>();
  for (let i = 0; i < 1000; i++) {
    app.clock.now += 500;
    const { status } = await tryPassword(emailOf(owner), `wrong-password-${i}`);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  expect(statuses).toEqual(
    new Map([
      [401, 10],
      [429, 990],
    ]),
  );
  const refused = await tryPassword(emailOf(owner), password);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  app.clock.now += 15 * 60 * 1000;
  expect((await tryPassword(emailOf(owner), password)).status).toBe(200);
});

test('known and unknown addresses answer alike, by password and by link', async () => {
  const { owner } = await app.db.foundOffice();
  await app.setPassword(owner);
  const known = await tryPassword(emailOf(owner), 'wrong-password');
  const unknown = await tryPassword('nobody@example.org', 'wrong-password');
  expect([unknown.status, unknown.text]).toEqual([known.status, known.text]);
  const link = (email: string) => app.ask('POST', '/api/auth/sign-in/magic-link', { json: { email } });
  const [a, b] = [await link(emailOf(owner)), await link('nobody@example.org')];
  expect([b.status, b.text]).toEqual([a.status, a.text]);
  const { rows } = await app.db.owner.query<{ recipient: string }>('select recipient from platform.mail');
  expect(rows).toEqual([{ recipient: emailOf(owner) }]);
});

const askForPassword = (email: string) => app.ask('POST', '/api/auth/request-password-reset', { json: { email } });

/** The token of the newest letter to an address. */
const mailedToken = async (email: string): Promise<string> => {
  const { rows } = await app.db.owner.query<{ body: string }>(
    'select body from platform.mail where recipient = $1 order by written_at desc, id desc limit 1',
    [email],
  );
  return decodeURIComponent(/token=([^\s]+)/.exec(rows[0]?.body ?? '')?.[1] ?? '');
};

test('a mailed link gives a password to whoever has none or forgot it, once, and signs every device out', async () => {
  const { owner } = await app.db.foundOffice();
  const email = emailOf(owner);
  const [known, unknown] = [await askForPassword(email), await askForPassword('nobody-else@example.org')];
  expect([unknown.status, unknown.text]).toEqual([known.status, known.text]);
  const token = await mailedToken(email);
  const choose = (newPassword: string) => app.ask('POST', '/api/auth/reset-password', { json: { token, newPassword } });
  expect(await choose('short')).toMatchObject({ status: 422, body: { code: 'accounts.password_too_short' } });
  expect((await choose('the first long password')).status).toBe(200);
  expect(await choose('another long password')).toMatchObject({ status: 422, body: { code: 'accounts.link_expired' } });
  const signedIn = await tryPassword(email, 'the first long password');
  expect(signedIn.status).toBe(200);
  const cookie = (signedIn.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  await askForPassword(email);
  const again = await app.ask('POST', '/api/auth/reset-password', {
    json: { token: await mailedToken(email), newPassword: 'the second long password' },
  });
  expect(again.status).toBe(200);
  expect((await app.ask('GET', '/api/v1/session', { cookie })).body).toMatchObject({ account: null });
  expect((await tryPassword(email, 'the first long password')).status).toBe(401);
  expect((await tryPassword(email, 'the second long password')).status).toBe(200);
});

test('whoever asks for letter after letter waits, whichever kind they ask for; no token stands in the database', async () => {
  const { owner } = await app.db.foundOffice();
  const email = emailOf(owner);
  for (let letter = 0; letter < 10; letter += 1) expect((await askForPassword(email)).status).toBe(200);
  expect((await askForPassword(email)).status).toBe(429);
  expect((await app.ask('POST', '/api/auth/sign-in/magic-link', { json: { email } })).status).toBe(429);
  const { rows } = await app.db.owner.query<{ kept: boolean }>(
    'select exists (select 1 from sign_in.verification where identifier like $1) as kept',
    [`%${await mailedToken(email)}%`],
  );
  expect(rows).toEqual([{ kept: false }]);
});

test('of the places where one is signed in the own one is marked', async () => {
  const { owner } = await app.db.foundOffice();
  await app.setPassword(owner);
  const cookies = [];
  for (let device = 0; device < 2; device += 1) {
    const answer = await tryPassword(emailOf(owner), password);
    cookies.push((answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '');
  }
  const places = async (cookie: string) =>
    (await app.ask('GET', '/api/auth/list-sessions', { cookie })).body as readonly { readonly token: string; readonly isThis: boolean }[];
  const [first, second] = [await places(cookies[0] ?? ''), await places(cookies[1] ?? '')];
  const own = (list: typeof first) => list.filter(({ isThis }) => isThis).map(({ token }) => token);
  expect([own(first), own(second)]).toEqual([[expect.any(String)], [expect.any(String)]]);
  expect(own(first)).not.toEqual(own(second));
});

test('a mailed link signs in once', async () => {
  const { owner } = await app.db.foundOffice();
  await app.ask('POST', '/api/auth/sign-in/magic-link', { json: { email: emailOf(owner) } });
  const { rows } = await app.db.owner.query<{ body: string }>('select body from platform.mail where recipient = $1', [emailOf(owner)]);
  const token = decodeURIComponent(/token=([^\s]+)/.exec(rows[0]?.body ?? '')?.[1] ?? '');
  const opened = await app.ask('POST', '/api/auth/magic-link/verify', { json: { token } });
  expect(opened.status).toBe(200);
  const cookie = (opened.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  expect((await app.ask('GET', '/api/v1/session', { cookie })).body).toMatchObject({ account: { email: emailOf(owner) } });
  expect((await app.ask('POST', '/api/auth/magic-link/verify', { json: { token } })).status).toBe(422);
  expect((await app.ask('GET', `/api/auth/magic-link/verify?token=${token}`)).status).toBe(404);
});
