import { afterAll, beforeAll, expect, test } from 'vitest';
import { emailOf, openTestApp, password, type TestApp } from '../fixtures/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

async function officeOfTwo() {
  const { office, owner } = await app.db.foundOffice({ kind: 'city' });
  const member = await app.db.addMember(office, 'editor');
  const path = `/api/v1/offices/${office}/members/${member}/disabling`;
  return { office, owner, member, path, asOwner: await app.signIn(owner), asMember: await app.signIn(member) };
}

const calendarOf = async (cookie: string, office: string, of: 'account' | 'office'): Promise<string> =>
  ((await app.ask('POST', `/api/v1/offices/${office}/calendars`, { cookie, json: { of } })).body as { readonly path: string }).path;

test('a disabled membership gives no right from the next request on, its calendar address answers nothing, and all comes back', async () => {
  const { office, asOwner, asMember, path } = await officeOfTwo();
  const members = async (): Promise<number> => (await app.ask('GET', `/api/v1/offices/${office}/members`, { cookie: asMember })).status;
  const calendar = await calendarOf(asMember, office, 'account');
  expect([await members(), (await app.ask('GET', calendar)).status]).toEqual([200, 200]);
  expect(await app.ask('PUT', path, { cookie: asOwner, json: {} })).toMatchObject({ status: 200, body: { disabled: 'office' } });
  expect([await members(), (await app.ask('GET', calendar)).status]).toEqual([404, 404]);
  expect((await app.ask('GET', '/api/v1/session', { cookie: asMember })).body).toMatchObject({ offices: [] });
  expect(await app.ask('DELETE', path, { cookie: asOwner, json: {} })).toMatchObject({ status: 200, body: { disabled: null } });
  expect([await members(), (await app.ask('GET', calendar)).status]).toEqual([200, 200]);
});

test('an editor disables nobody, and an office keeps an owner who may act', async () => {
  const { office, owner, member, asOwner, asMember, path } = await officeOfTwo();
  const self = `/api/v1/offices/${office}/members/${owner}`;
  expect((await app.ask('PUT', path, { cookie: asMember, json: {} })).status).toBe(403);
  expect((await app.ask('PUT', `${self}/disabling`, { cookie: asOwner, json: {} })).body).toMatchObject({ code: 'accounts.last_owner' });
  await app.ask('PUT', `/api/v1/offices/${office}/members/${member}/role`, { cookie: asOwner, json: { role: 'owner' } });
  await app.ask('PUT', path, { cookie: asOwner, json: {} });
  // The other owner cannot act: one who leaves would leave the office to nobody.
  expect((await app.ask('DELETE', self, { cookie: asOwner, json: {} })).body).toMatchObject({ code: 'accounts.last_owner' });
});

test('an account that the operator disables has no session, no password and no link; enabled again, it signs in by a new link', async () => {
  const { member, asMember, office, asOwner } = await officeOfTwo();
  const email = emailOf(member);
  const calendar = await calendarOf(asMember, office, 'account');
  await app.ask('POST', '/api/auth/sign-in/magic-link', { json: { email } });
  expect((await app.db.owner.query(`select accounts.disable_account($1) as done`, [email.toUpperCase()])).rows).toEqual([{ done: true }]);
  expect((await app.ask('PATCH', '/api/v1/account', { cookie: asMember, json: {} })).status).toBe(401);
  expect((await app.ask('GET', calendar)).status).toBe(404);
  const signIn = await app.ask('POST', '/api/auth/sign-in/email', { json: { email, password } });
  expect(signIn).toMatchObject({ status: 401, body: { code: 'accounts.wrong_credentials' } });
  expect(signIn.headers.getSetCookie()).toEqual([]);
  const left = await app.db.owner.query(
    `select 1 from sign_in."session" where "userId" = $1 union all select 1 from sign_in."verification" where "value" like '%' || $2 || '%'`,
    [member, email],
  );
  expect(left.rowCount).toBe(0);
  const mails = async (): Promise<number> =>
    Number((await app.db.owner.query<{ n: number }>('select count(*) as n from platform.mail where recipient = $1', [email])).rows[0]?.n);
  const before = await mails();
  await app.ask('POST', '/api/auth/sign-in/magic-link', { json: { email } });
  expect(await mails()).toBe(before);
  expect((await app.ask('GET', `/api/v1/offices/${office}/members`, { cookie: asOwner })).text).toContain('"disabled":"operator"');
  await app.db.owner.query(`select accounts.enable_account($1)`, [email]);
  await app.ask('POST', '/api/auth/sign-in/magic-link', { json: { email } });
  expect(await mails()).toBe(before + 1);
});
