// T2: a thousand wrong tries (in `npm test` two hundred) are evaluated ten times in fifteen minutes; known and unknown addresses answer alike.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sweepSignIn } from '#modules/accounts/api/sweep-sign-in.ts';
import { emailOf, openTestApp, password, type TestApp } from '../fixtures/app.ts';

const fullSize = process.env['HANSA_ROUNDS'] !== undefined;

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

const tryPassword = (email: string, word: string, from: { readonly cookie?: string; readonly network?: string } = {}) =>
  app.ask('POST', '/api/auth/sign-in/email', {
    json: { email, password: word },
    ...(from.cookie === undefined ? {} : { cookie: from.cookie }),
    headers: { 'x-forwarded-for': from.network ?? '192.0.2.1' },
  });

/** Cookies that an answer sets, as a browser sends them back. */
const cookiesOf = ({ headers }: { readonly headers: Headers }): readonly string[] =>
  headers.getSetCookie().map((line) => line.split(';')[0] ?? '');

test('after ten wrong passwords even the right one waits, for a quarter of an hour', async () => {
  const { owner } = await app.db.foundOffice();
  await app.setPassword(owner);
  const statuses = new Map<number, number>();
  const tries = fullSize ? 1000 : 40;
  for (let i = 0; i < tries; i++) {
    app.clock.now += 500;
    const { status } = await tryPassword(emailOf(owner), `wrong-password-${i}`);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  expect(statuses).toEqual(
    new Map([
      [401, 10],
      [429, tries - 10],
    ]),
  );
  const refused = await tryPassword(emailOf(owner), password);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  app.clock.now += 15 * 60 * 1000;
  expect((await tryPassword(emailOf(owner), password)).status).toBe(200);
});

test('whoever comes from elsewhere, or with a device that signed in before, signs in while others guess from a hundred networks', async () => {
  const { owner } = await app.db.foundOffice();
  await app.setPassword(owner);
  const email = emailOf(owner);
  const device = cookiesOf(await tryPassword(email, password)).find((cookie) => cookie.startsWith('hansa.device')) ?? '';
  const statuses = new Map<number, number>();
  const tries = fullSize ? 400 : 130;
  for (let i = 0; i < tries; i++) {
    const { status } = await tryPassword(email, `wrong-password-${i}`, { network: `198.51.100.${i % 20}` });
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  // A hundred from all of them together, the device's own among them, then one more of each.
  expect(statuses).toEqual(
    new Map([
      [401, 119],
      [429, tries - 119],
    ]),
  );
  expect((await tryPassword(email, password, { network: '203.0.113.9' })).status).toBe(200);
  expect((await tryPassword(email, password, { network: '198.51.100.1' })).status).toBe(429);
  expect((await tryPassword(email, password, { network: '198.51.100.1', cookie: device })).status).toBe(200);
  const other = await app.db.foundOffice();
  await app.setPassword(other.owner);
  for (let i = 0; i < 10; i++) await tryPassword(emailOf(other.owner), 'wrong-password', { network: '198.51.100.1' });
  expect((await tryPassword(emailOf(other.owner), password, { network: '198.51.100.1', cookie: device })).status).toBe(429);
});

test('a flood of invented addresses makes nobody forgotten, and nothing of an address is kept', async () => {
  const { owner } = await app.db.foundOffice();
  await app.setPassword(owner);
  for (let i = 0; i < 10; i++) await tryPassword(emailOf(owner), 'wrong-password');
  await app.db.owner.query(`insert into sign_in.tries select md5(n::text), array[to_timestamp($1)] from generate_series(1, 25000) as n`, [
    app.clock.now / 1000,
  ]);
  await app.ask('POST', '/api/auth/sign-in/magic-link', { json: { email: 'invented@example.org' } });
  expect((await tryPassword(emailOf(owner), password)).status).toBe(429);
  const { rows } = await app.db.owner.query<{ key: string }>(`select key from sign_in.tries where key like '%@%'`);
  expect(rows).toEqual([]);
});

test('the present password is guessed ten times, too', async () => {
  const { owner } = await app.db.foundOffice();
  await app.setPassword(owner);
  const cookie = await app.signIn(owner);
  const change = (currentPassword: string) =>
    app.ask('POST', '/api/auth/change-password', { json: { currentPassword, newPassword: 'another long password' }, cookie });
  for (let i = 0; i < 10; i++) expect((await change(`wrong-password-${i}`)).status).toBe(422);
  expect((await change(password)).status).toBe(429);
  app.clock.now += 15 * 60 * 1000;
  expect((await change(password)).status).toBe(200);
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
  expect(await choose('passwordpassword')).toMatchObject({ status: 422, body: { code: 'accounts.password_too_common' } });
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

test('a new link ends the older one, and what has run out is swept', async () => {
  const { owner } = await app.db.foundOffice();
  const email = emailOf(owner);
  const links: string[] = [];
  for (let i = 0; i < 2; i++) {
    await app.ask('POST', '/api/auth/sign-in/magic-link', { json: { email: i === 0 ? email : email.toUpperCase() } });
    links.push(await mailedToken(email));
  }
  const open = (token: string | undefined) => app.ask('POST', '/api/auth/magic-link/verify', { json: { token } });
  expect(links[0]).not.toBe(links[1]);
  expect((await open(links[0])).status).toBe(422);
  expect((await open(links[1])).status).toBe(200);
  await app.ask('POST', '/api/auth/sign-in/magic-link', { json: { email: 'invented@example.org' } });
  await app.db.owner.query(`update sign_in.verification set "expiresAt" = now() - interval '1 second'`);
  await app.db.owner.query(`update sign_in.tries set at = array[now() - interval '16 minutes']`);
  await sweepSignIn(app.db.database);
  const { rows } = await app.db.owner.query(`select 1 from sign_in.verification union all select 1 from sign_in.tries`);
  expect(rows).toEqual([]);
});
