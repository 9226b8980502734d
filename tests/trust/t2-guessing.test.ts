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
