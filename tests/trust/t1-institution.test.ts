// T1, T2 and T13 of an institution's sign-in (OpenID Connect): whom a provider lets in, and whom no answer of it does.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { AccountId } from '#kernel/ids.ts';
import { readConfig } from '#platform/config.ts';
import { fullTest, isQuick } from '#platform/full-size.ts';
import { emailOf, openTestApp, origin, type Asked, type AskOptions, type TestApp } from '../fixtures/app.ts';
import { client, openProvider, settingsOf, type Provider, type Twist } from '../fixtures/provider.ts';

let provider: Provider;
let app: TestApp;
const folder = mkdtempSync(join(tmpdir(), 'hansa-oidc-'));
const file = join(folder, 'secret');
const settings = (issuer: string): Record<string, string> => settingsOf(issuer, file);

beforeAll(async () => {
  writeFileSync(file, `${client.secret}\n`);
  provider = await openProvider();
  app = await openTestApp(undefined, { env: settings(provider.issuer) });
});
beforeEach(() => {
  provider.twist = {};
  // Each test has a quarter of an hour of its own.
  app.clock.now += 16 * 60 * 1000;
});
afterAll(async () => {
  await app.close();
  await provider.close();
  rmSync(folder, { recursive: true });
});

const post = (path: string, json: unknown, options: AskOptions = {}): Promise<Asked> =>
  app.ask('POST', `/api/auth/institution${path}`, { json, ...options });
const cookieIn = ({ headers }: Asked): string =>
  headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ');

interface Begun {
  readonly cookie: string;
  readonly url: URL;
}

async function begin(next?: string): Promise<Begun> {
  const begun = await post('/begin', next === undefined ? {} : { next });
  expect(begun.status, begun.text).toBe(200);
  return { cookie: cookieIn(begun), url: new URL((begun.body as { readonly url: string }).url) };
}

/** What the provider sends the browser back with, as our page hands it on. */
async function sentBack({ url }: Begun): Promise<{ readonly state: string; readonly code: string; readonly iss: string }> {
  const answer = await fetch(url, { redirect: 'manual' });
  const { searchParams } = new URL(answer.headers.get('location') ?? '');
  const [state = '', code = '', iss = ''] = ['state', 'code', 'iss'].map((name) => searchParams.get(name) ?? '');
  return { state, code, iss };
}

/** The whole way of somebody who is signed in at the provider. */
async function enter(person: Readonly<Record<string, unknown>>, twist: Twist = {}): Promise<Asked> {
  provider.person = person;
  provider.twist = twist;
  const begun = await begin();
  return post('/finish', await sentBack(begun), { cookie: begun.cookie });
}

const verified = (account: AccountId, sub = `sub-${account}`) => ({ sub, email: emailOf(account), email_verified: true });
const accountAt = async (cookie: string): Promise<unknown> =>
  ((await app.ask('GET', '/api/v1/session', { cookie })).body as { readonly account: { readonly id: string } | null }).account?.id ?? null;
const linked = async (account: AccountId): Promise<readonly unknown[]> => {
  const { rows } = await app.db.owner.query<Readonly<Record<'sub' | 'access' | 'refresh' | 'id', string | null>>>(
    `select "accountId" as sub, "accessToken" as access, "refreshToken" as refresh, "idToken" as id from sign_in."account" where "userId" = $1`,
    [account],
  );
  return rows;
};

test('somebody invited, whom the provider vouches for, is signed in where they wanted to go; no token is kept', async () => {
  const { owner } = await app.db.foundOffice();
  provider.person = verified(owner);
  const begun = await begin('/ties?own=1');
  expect(Object.fromEntries(begun.url.searchParams)).toMatchObject({
    response_type: 'code',
    code_challenge_method: 'S256',
    scope: 'openid email',
    redirect_uri: `${origin}/sign-in/institution`,
    state: expect.stringMatching(/.{20}/) as string,
    nonce: expect.stringMatching(/.{20}/) as string,
  });
  const entered = await post('/finish', await sentBack(begun), { cookie: begun.cookie });
  expect(entered).toMatchObject({ status: 200, body: { next: '/ties?own=1' } });
  expect(entered.headers.getSetCookie().find((line) => line.includes('session_token'))).toMatch(/HttpOnly.*SameSite=Lax/i);
  const cookie = cookieIn(entered);
  expect(await accountAt(cookie)).toBe(owner);
  expect(await linked(owner)).toEqual([{ sub: `sub-${owner}`, access: null, refresh: null, id: null }]);
  expect((await app.ask('GET', '/api/auth/institution/identity', { cookie })).body).toEqual({ since: expect.any(String) as string });
  expect((await app.ask('GET', '/api/v1/account/data', { cookie })).body).toMatchObject({ identities: [{ identity: `sub-${owner}` }] });
  expect((await app.ask('GET', '/api/v1/session')).body).toMatchObject({
    institution: { en: { text: 'River City' }, 'zh-Hans': { text: '河谷市' } },
  });
});

const minuteAgo = Math.floor(Date.now() / 1000) - 60;

test.each<[string, Twist, string]>([
  ['of another issuer', { claims: { iss: 'https://other.example.org' } }, 'refused'],
  ['made for another client', { claims: { aud: 'another' } }, 'refused'],
  ['handed on by another client', { claims: { aud: [client.id, 'another'], azp: 'another' } }, 'refused'],
  ['that answers another question', { claims: { nonce: 'another' } }, 'refused'],
  ['that answers no question', { claims: { nonce: undefined } }, 'refused'],
  ['that has run out', { claims: { exp: minuteAgo } }, 'refused'],
  ['that never runs out', { claims: { exp: undefined } }, 'refused'],
  ['signed by somebody else', { signed: 'by another' }, 'refused'],
  ['signed by nobody', { signed: 'not' }, 'refused'],
  ['without an ID token, whatever UserInfo says', { withoutIdToken: true, userinfo: { sub: 'x', email: 'x@example.org' } }, 'refused'],
  ['with an address that is not verified', { claims: { email_verified: false } }, 'unverified'],
  ['that does not say whether the address is verified', { claims: { email_verified: undefined } }, 'unverified'],
  ['without an address', { claims: { email: undefined } }, 'refused'],
  ['with an address of another domain', { claims: { email: 'somebody@example.org.evil.example' } }, 'other_domain'],
  ['about somebody whom nobody has invited', { claims: { email: 'stranger@example.org' } }, 'not_invited'],
  ['with UserInfo of somebody else', { claims: { email: undefined }, userinfo: { sub: 'another', email: 'x@example.org' } }, 'refused'],
])('an answer %s signs nobody in', async (_what, twist, code) => {
  const { owner } = await app.db.foundOffice();
  const users = async (): Promise<unknown> => (await app.db.owner.query('select count(*) from sign_in."user"')).rows[0];
  const before = await users();
  const entered = await enter(verified(owner), twist);
  expect(entered).toMatchObject({ status: 422, body: { code: `accounts.institution_${code}` } });
  expect(cookieIn(entered)).toBe('');
  expect([await users(), await linked(owner)]).toEqual([before, []]);
});

test('an address that only UserInfo tells is taken from there', async () => {
  const { owner } = await app.db.foundOffice();
  const person = verified(owner);
  const entered = await enter(person, { claims: { email: undefined, email_verified: undefined }, userinfo: person });
  expect(await accountAt(cookieIn(entered))).toBe(owner);
});

test('an answer serves once, in the browser that asked, and names its issuer rightly; no other is brought to the provider', async () => {
  const { owner } = await app.db.foundOffice();
  provider.person = verified(owner);
  const begun = await begin();
  const answer = await sentBack(begun);
  const before = provider.codesBrought;
  const late = { status: 422, body: { code: 'accounts.institution_too_late' } };
  expect(await post('/finish', answer), 'without the cookie').toMatchObject(late);
  expect(await post('/finish', answer, { cookie: (await begin()).cookie }), 'with the cookie of another').toMatchObject(late);
  expect(provider.codesBrought).toBe(before);
  expect((await post('/finish', answer, { cookie: begun.cookie })).status).toBe(200);
  expect(await post('/finish', answer, { cookie: begun.cookie }), 'once more').toMatchObject(late);
  expect(provider.codesBrought).toBe(before + 1);
  const other = await begin();
  const mixed = { ...(await sentBack(other)), iss: 'https://other.example.org' };
  expect(await post('/finish', mixed, { cookie: other.cookie })).toMatchObject({ body: { code: 'accounts.institution_refused' } });
  const declined = await begin();
  const { state } = await sentBack(declined);
  const refused = await post('/finish', { state, error: 'access_denied' }, { cookie: declined.cookie });
  expect(refused).toMatchObject({ body: { code: 'accounts.institution_declined' } });
  expect(provider.codesBrought).toBe(before + 1);
});

test('an account that is somebody’s there is not another’s who claims its address, until its owner lets go of the link', async () => {
  const { owner } = await app.db.foundOffice();
  const first = await enter(verified(owner));
  const claimed = await enter(verified(owner, 'another subject'));
  expect(claimed).toMatchObject({ status: 422, body: { code: 'accounts.institution_taken' } });
  expect((await enter(verified(owner))).status).toBe(200);
  const stranger = await app.db.foundOffice();
  const other = await enter(verified(stranger.owner));
  await post('/unlink', {}, { cookie: cookieIn(other) });
  expect(await linked(owner)).toHaveLength(1);
  await post('/unlink', {}, { cookie: cookieIn(first) });
  expect(await accountAt(cookieIn(await enter(verified(owner, 'another subject'))))).toBe(owner);
});

test('whoever is linked by subject stays so when the address changes; a disabled account is let in by nobody', async () => {
  const { owner } = await app.db.foundOffice();
  await enter(verified(owner));
  const renamed = await enter({ ...verified(owner), email: 'new-name@example.org' });
  expect(await accountAt(cookieIn(renamed))).toBe(owner);
  await app.db.owner.query('select accounts.disable_account($1)', [emailOf(owner)]);
  expect(await enter(verified(owner))).toMatchObject({ body: { code: 'accounts.institution_not_invited' } });
});

test('a provider that is silent, or calls itself otherwise, is told; once it answers it is asked again', async () => {
  const other = await openProvider();
  const second = await openTestApp(undefined, { env: settings(other.issuer) });
  const begun = () => second.ask('POST', '/api/auth/institution/begin', { json: {} });
  for (const twist of [
    { silent: true },
    { discovery: { issuer: 'https://other.example.org' } },
    { discovery: { token_endpoint: 'http://192.0.2.1/' } },
  ]) {
    other.twist = twist;
    const refused = await begun();
    expect(refused).toMatchObject({ status: 503, body: { code: 'accounts.institution_silent' } });
    expect(refused.headers.get('retry-after')).not.toBeNull();
  }
  other.twist = {};
  expect((await begun()).status).toBe(200);
  await second.close();
  await other.close();
});

test.each([
  ['/begin', { next: 'https://evil.example' }],
  ['/begin', { next: '//evil.example' }],
  ['/begin', { provider: 'another' }],
  ['/finish', { code: 'x' }],
  ['/finish', { state: 'x', code: 'x', user: '{}' }],
])('%s with %o is refused', async (path, json) => {
  expect(await post(path, json)).toMatchObject({ status: 422, body: { code: 'accounts.institution_refused' } });
});

test('T13: it is neither begun nor finished from another site, and nothing of it changes by GET', async () => {
  const begun = await begin();
  const answer = await sentBack(begun);
  for (const [name, value] of [
    ['origin', 'https://evil.example'],
    ['sec-fetch-site', 'cross-site'],
  ] as const) {
    const headers = { [name]: value };
    expect((await post('/begin', {}, { headers })).status).toBe(403);
    expect((await post('/finish', answer, { cookie: begun.cookie, headers })).status).toBe(403);
  }
  const query = new URLSearchParams(answer).toString();
  for (const path of [`/callback/institution?${query}`, `/institution/finish?${query}`, '/institution/begin'])
    expect((await app.ask('GET', `/api/auth${path}`, { cookie: begun.cookie })).status, path).toBe(404);
  for (const path of ['/sign-in/social', '/callback/institution', '/link-social', '/unlink-account', '/get-access-token'])
    expect((await app.ask('POST', `/api/auth${path}`, { json: {}, cookie: begun.cookie })).status, path).toBe(404);
});

/** So many answers with codes that the provider has not given, each in the browser that was sent there. */
async function madeUp(count: number): Promise<readonly (() => Promise<number>)[]> {
  const begun: Begun[] = [];
  for (let i = 0; i < count; i += 1) begun.push(await begin());
  const from = { 'x-forwarded-for': '192.0.2.7' };
  return begun.map(({ cookie, url }) => async () => {
    const json = { state: url.searchParams.get('state'), code: 'made-up' };
    return (await post('/finish', json, { cookie, headers: from })).status;
  });
}

test('T2: of many made-up answers from one network ten are brought to the provider in a quarter of an hour; others are let in', async () => {
  const before = provider.codesBrought;
  const statuses = new Map<number, number>();
  const tries = isQuick ? 40 : 200;
  for (const send of await madeUp(tries)) {
    const status = await send();
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  expect(statuses).toEqual(
    new Map([
      [422, 10],
      [429, tries - 10],
    ]),
  );
  expect(provider.codesBrought - before).toBe(10);
  const { owner } = await app.db.foundOffice();
  expect(await accountAt(cookieIn(await enter(verified(owner)))), 'from elsewhere').toBe(owner);
});

fullTest('T2: sent all at once, fewer than twenty are; a crowd from one network is let in at once', async () => {
  const before = provider.codesBrought;
  const all = await madeUp(100);
  await Promise.all(all.map((send) => send()));
  expect(provider.codesBrought - before).toBeLessThan(20);
  app.clock.now += 16 * 60 * 1000;
  const people: { readonly begun: Begun; readonly answer: Awaited<ReturnType<typeof sentBack>>; readonly owner: AccountId }[] = [];
  for (let i = 0; i < 30; i += 1) {
    const { owner } = await app.db.foundOffice();
    provider.person = verified(owner);
    const begun = await begin();
    people.push({ begun, answer: await sentBack(begun), owner });
  }
  const entered = await Promise.all(people.map(({ begun, answer }) => post('/finish', answer, { cookie: begun.cookie })));
  expect(await Promise.all(entered.map((answer) => accountAt(cookieIn(answer))))).toEqual(people.map(({ owner }) => owner));
});

test('without an institution there is no such door', async () => {
  const plain = await openTestApp();
  expect((await plain.ask('POST', '/api/auth/institution/begin', { json: {} })).status).toBe(404);
  expect((await plain.ask('GET', '/api/v1/session')).body).toMatchObject({ institution: null });
  await plain.close();
});

test('settings of it that are missing or wrong are named at once', () => {
  const message = (env: Readonly<Record<string, string>>): string => {
    try {
      readConfig(env);
      return '';
    } catch (fault) {
      return String(fault);
    }
  };
  expect(
    message({ HANSA_OIDC_ISSUER: 'http://login.example.org', HANSA_OIDC_DOMAINS: 'a city', HANSA_OIDC_CLIENT_SECRET_FILE: '/no/such' }),
  ).toMatch(
    /also needs HANSA_OIDC_CLIENT_ID, HANSA_OIDC_LABEL_EN, HANSA_OIDC_LABEL_ZH_HANS.*ISSUER must be an https.*DOMAINS must be.*cannot be read/,
  );
  expect(message(settings('https://login.example.org/tenant'))).toBe('');
  expect(readConfig({}).institution).toBeNull();
});
