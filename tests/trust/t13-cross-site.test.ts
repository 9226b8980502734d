// T13: no state change is accepted from another site, and none by GET.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApi } from '#app/server/open-api.ts';
import { emailOf, openTestApp, origin, password, type TestApp } from '../fixtures/app.ts';
import { everyProcedure } from '../fixtures/procedures.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

const foreign: readonly Readonly<Record<string, string>>[] = [
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { origin: 'http://localhost:4001' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
];

test('every changing operation refuses a foreign origin, even with a session', async () => {
  const { owner } = await app.db.foundOffice();
  const cookie = await app.signIn(owner);
  const { paths } = (await openApi()) as { readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>> };
  const before = await rowsOf();
  let asked = 0;
  for (const [path, operations] of Object.entries(paths))
    for (const method of Object.keys(operations).filter((m) => m !== 'get'))
      for (const headers of foreign) {
        asked += 1;
        const answer = await app.ask(method.toUpperCase(), `/api/v1${path}`, { cookie, json: {}, headers });
        expect([answer.status, (answer.body as { code?: string }).code], `${method} ${path}`).toEqual([403, 'kernel.foreign_origin']);
      }
  expect(asked).toBeGreaterThan(50);
  expect(await rowsOf()).toEqual(before);
});

async function rowsOf(): Promise<unknown> {
  const { rows } = await app.db.owner.query(
    'select (select count(*) from accounts.audit_entry) as audited, (select count(*) from accounts.membership) as members',
  );
  return rows;
}

test('signing in and out from another site is refused, too', async () => {
  const { owner } = await app.db.foundOffice();
  await app.setPassword(owner);
  for (const headers of foreign)
    expect((await app.ask('POST', '/api/auth/sign-in/email', { json: { email: emailOf(owner), password }, headers })).status).toBe(403);
});

test('our own pages and programs without a browser are let in', async () => {
  const { owner } = await app.db.foundOffice();
  const cookie = await app.signIn(owner);
  for (const headers of [{ origin }, { 'sec-fetch-site': 'same-origin' }, {}] as readonly Readonly<Record<string, string>>[])
    expect((await app.ask('PATCH', '/api/v1/account', { cookie, json: { name: 'N' }, headers })).status).toBe(200);
});

test('no procedure that changes something is reached by GET', () => {
  const reading = /^(get|list|open|draw|find|search|preview|check|compare|export|plan|schedule|group|count|make|try)([A-Z]|$)/;
  const byGet = everyProcedure.filter(({ method }) => method === 'GET');
  expect(byGet.filter(({ name }) => !reading.test(name))).toEqual([]);
});
