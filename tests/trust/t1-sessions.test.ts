// T1: every route outside a short public list refuses without a session; a session ends at once.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApi } from '#app/server/open-api.ts';
import { signInRoutes } from '#modules/accounts/api/sign-in.ts';
import { emailOf, openTestApp, password, type Asked, type TestApp } from '../fixtures/app.ts';
import { everyProcedure } from '../fixtures/procedures.ts';

/** What anybody may ask for. A new public procedure must be added here by hand: that is the point. */
const publicOperations = [
  'accounts.getSession',
  'accounts.listDemoMail',
  'cities.getCity',
  'cities.getCityIdentity',
  'cities.getCitySaid',
  'cities.getProfile',
  'cities.listCities',
  'cities.listPartnerCalls',
  'cities.listRegionLabels',
  'cities.search',
  'evidence.getSource',
  'evidence.listHistory',
  'evidence.openDocument',
  'matching.listLessons',
  'matching.listTold',
  'expos.exportEditionComparison',
  'expos.getEdition',
  'expos.getEditionComparison',
  'expos.getEditionSaid',
  'expos.getProgramme',
  'expos.getSetup',
  'expos.getHallPlan',
  'expos.listHalls',
  'expos.getFloorTable',
  'expos.listCityProgramme',
  'expos.listDirectory',
  'expos.listEditions',
  'expos.listExpos',
  'expos.listStands',
  'expos.listTopics',
  'expos.getRegistrationPage',
  'expos.register',
  'expos.confirmRegistration',
  'expos.withdrawConsent',
  'expos.withdrawRegistration',
  'organisations.getOrganisation',
  'organisations.listOrganisations',
  'network.drawMap',
  'network.findCandidates',
  'network.findPath',
  'outcomes.getOutcome',
  'outcomes.getProjectPlan',
  'outcomes.listProjects',
  'outcomes.listOutcomes',
  'outcomes.openFollowUp',
  'outcomes.answerFollowUp',
  'outcomes.stopFollowUps',
  'outcomes.resumeFollowUps',
  'reference.countReferenceTies',
  'reference.getReferenceSet',
  'reference.listReferenceSets',
  'reference.listReferenceTies',
  'reports.compareTieSnapshot',
  'reports.exportFollowThrough',
  'reports.exportScorecard',
  'reports.exportTieReport',
  'reports.exportTieSnapshot',
  'reports.getFollowThrough',
  'reports.getScorecard',
  'reports.getTieReport',
  'reports.getTieSnapshot',
  'reports.listFollowThrough',
  'reports.listFollowedEditions',
  'reports.listScored',
  'reports.listTieSnapshots',
  'network.getNetwork',
  'ties.getTie',
  'ties.getVisit',
  'network.listSharedSisters',
  'ties.listTieClasses',
  'ties.listTies',
  'desk.stopWeeklyMail',
  'cities.stopReviewMail',
];

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId: string }>>>>;
}

const someId = '01a212ff-c0b5-774b-811b-83a1091ce8dd';

test('every operation but the public ones refuses somebody who is not signed in', async () => {
  const { paths } = (await openApi()) as Document;
  const answered: string[] = [];
  let asked = 0;
  for (const [path, operations] of Object.entries(paths))
    for (const [method, { operationId }] of Object.entries(operations)) {
      asked += 1;
      const { status } = await app.ask(method.toUpperCase(), `/api/v1${path.replace(/\{[^}]+\}/g, someId)}`, {
        ...(method === 'get' ? {} : { json: {} }),
        headers: { 'if-match': '"1"' },
      });
      if (status !== 401) answered.push(operationId);
    }
  expect(asked).toBeGreaterThan(20);
  expect(answered.filter((o) => !publicOperations.includes(o))).toEqual([]);
});

test('what the contract calls public is exactly the short list', () => {
  const open = everyProcedure.filter(({ meta }) => meta.access === 'public').map(({ operation }) => operation);
  expect(open.sort()).toEqual([...publicOperations].sort());
});

test('sign-in routes that need a session refuse without one, unknown ones do not exist', async () => {
  for (const { method, path, access } of signInRoutes)
    if (access === 'signed-in')
      expect((await app.ask(method, `/api/auth${path}`, method === 'POST' ? { json: {} } : {})).status, path).toBe(401);
  for (const path of ['/sign-up/email', '/update-user', '/delete-user', '/get-session', '/ok'])
    expect((await app.ask('POST', `/api/auth${path}`, { json: {} })).status, path).toBe(404);
});

test('the cookie is HttpOnly and SameSite, and a session is dead at once after sign-out', async () => {
  const { owner } = await app.db.foundOffice();
  await app.setPassword(owner);
  const signedIn = await app.ask('POST', '/api/auth/sign-in/email', { json: { email: emailOf(owner), password } });
  const line = signedIn.headers.getSetCookie()[0] ?? '';
  expect(line).toMatch(/HttpOnly/i);
  expect(line).toMatch(/SameSite=(Lax|Strict)/i);
  const cookie = line.split(';')[0] ?? '';
  expect((await app.ask('PATCH', '/api/v1/account', { cookie, json: {} })).status).toBe(200);
  await app.ask('POST', '/api/auth/sign-out', { cookie, json: {} });
  expect((await app.ask('PATCH', '/api/v1/account', { cookie, json: {} })).status).toBe(401);
});

test('a disabled account is nobody from its next request on', async () => {
  const { owner } = await app.db.foundOffice();
  const cookie = await app.signIn(owner);
  expect((await app.ask('PATCH', '/api/v1/account', { cookie, json: {} })).status).toBe(200);
  await app.db.owner.query('update accounts.account set disabled_at = now() where id = $1', [owner]);
  expect((await app.ask('PATCH', '/api/v1/account', { cookie, json: {} })).status).toBe(401);
});

test('a revoked session is dead, the others live', async () => {
  const { owner } = await app.db.foundOffice();
  const first = await app.signIn(owner);
  const second = await app.signIn(owner);
  const places = (await app.ask('GET', '/api/auth/list-sessions', { cookie: second })).body as readonly { readonly token: string }[];
  expect(places).toHaveLength(2);
  const token = decodeURIComponent(first.split('=')[1] ?? '').split('.')[0];
  expect((await app.ask('POST', '/api/auth/revoke-session', { cookie: second, json: { token } })).status).toBe(200);
  expect((await app.ask('PATCH', '/api/v1/account', { cookie: first, json: {} })).status).toBe(401);
  expect((await app.ask('PATCH', '/api/v1/account', { cookie: second, json: {} })).status).toBe(200);
});

test('the network of a session is where it was asked from, not what the request says of that', async () => {
  const { owner } = await app.db.foundOffice();
  await app.setPassword(owner);
  const json = { email: emailOf(owner), password };
  const headers = { 'x-forwarded-for': '192.0.2.1, 203.0.113.9', 'x-hansa-network': '192.0.2.1' };
  const signedIn = await app.ask('POST', '/api/auth/sign-in/email', { json, headers });
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  expect((await app.ask('GET', '/api/auth/list-sessions', { cookie })).body).toMatchObject([{ ipAddress: '203.0.113.9' }]);
});

test('a session that ends while its places are asked for is refused, which is no fault', async () => {
  const { owner } = await app.db.foundOffice();
  const heard = new Set<number>();
  for (let round = 0; round < 5; round++) {
    const cookie = await app.signIn(owner);
    const ask = (): Promise<Asked> => app.ask('GET', '/api/auth/list-sessions', { cookie });
    const [, ...answers] = await Promise.all([
      app.ask('POST', '/api/auth/sign-out', { cookie, json: {} }),
      ...Array.from({ length: 12 }, ask),
    ]);
    for (const { status } of answers) heard.add(status);
  }
  expect([...heard].filter((status) => status !== 200)).toEqual([401]);
});

test('a cookie that this server has not signed is nobody’s, whatever it is made of', async () => {
  const { owner } = await app.db.foundOffice();
  const cookie = await app.signIn(owner);
  const [name = '', value = ''] = cookie.split('=');
  const [token = '', signature = ''] = decodeURIComponent(value).split('.');
  const withValue = (text: string): string => `${name}=${encodeURIComponent(text)}`;
  const forged = [
    token,
    `${token}.`,
    `.${signature}`,
    `${token}x.${signature}`,
    `${token}.${signature.replace(/^./, (s) => (s === 'A' ? 'B' : 'A'))}`,
    '',
  ];
  for (const text of forged) {
    expect((await app.ask('GET', '/api/v1/session', { cookie: withValue(text) })).body, text).toMatchObject({ account: null });
    expect((await app.ask('PATCH', '/api/v1/account', { cookie: withValue(text), json: {} })).status, text).toBe(401);
  }
  expect((await app.ask('GET', '/api/v1/session', { cookie: `other=1; ${cookie}` })).body).toMatchObject({ account: { id: owner } });
});

test('a session that is read with is nobody’s from the sign-out on, though it was known a moment before', async () => {
  const { owner, office } = await app.db.foundOffice();
  const cookie = await app.signIn(owner);
  const members = (): Promise<number> => app.ask('GET', `/api/v1/offices/${office}/members`, { cookie }).then(({ status }) => status);
  expect([await members(), await members()]).toEqual([200, 200]);
  await app.ask('POST', '/api/auth/sign-out', { cookie, json: {} });
  expect(await members()).toBe(401);
  expect((await app.ask('GET', '/api/v1/session', { cookie })).body).toMatchObject({ account: null });
});

test('nor is it anybody’s from the moment another node has ended it or disabled its account', async () => {
  for (const ends of [
    'delete from sign_in."session" where "userId" = $1::text',
    'update accounts.account set disabled_at = now() where id = $1::uuid',
  ]) {
    const { owner, office } = await app.db.foundOffice();
    const cookie = await app.signIn(owner);
    const members = (): Promise<number> => app.ask('GET', `/api/v1/offices/${office}/members`, { cookie }).then(({ status }) => status);
    expect([await members(), await members()]).toEqual([200, 200]);
    await app.db.owner.query(ends, [owner]);
    expect(await members(), ends).toBe(401);
    expect((await app.ask('GET', '/api/v1/session', { cookie })).body).toMatchObject({ account: null });
  }
});

test('whoever reads on acts in the offices of this moment, whatever they were when the session was read with before', async () => {
  const { owner, office } = await app.db.foundOffice();
  const cookie = await app.signIn(owner);
  const keys = (): Promise<number> => app.ask('GET', `/api/v1/offices/${office}/keys`, { cookie }).then(({ status }) => status);
  expect([await keys(), await keys()]).toEqual([200, 200]);
  await app.db.owner.query(`update accounts.membership set role = 'viewer' where account = $1`, [owner]);
  expect([await keys(), await keys()]).toEqual([403, 403]);
  await app.db.owner.query(`update accounts.membership set role = 'owner' where account = $1`, [owner]);
  expect(await keys()).toBe(200);
  await app.db.owner.query('update accounts.membership set disabled_at = now() where account = $1', [owner]);
  expect(await keys()).toBeGreaterThanOrEqual(403);
});

test('a session lasts two weeks from its last day of use, one not to be remembered a day; one that has run out is nobody’s', async () => {
  const { owner } = await app.db.foundOffice();
  const cookie = await app.signIn(owner);
  const token = decodeURIComponent(cookie.split('=')[1] ?? '').split('.')[0];
  const set = (updated: string, expires: string) =>
    app.db.owner.query(
      `update sign_in."session" set "updatedAt" = now() + $2::interval, "expiresAt" = now() + $3::interval where "token" = $1`,
      [token, updated, expires],
    );
  const daysLeft = async (): Promise<number | null> =>
    (
      await app.db.owner.query<{ days: number }>(
        `select round(extract(epoch from "expiresAt" - now()) / 86400)::int as days from sign_in."session" where "token" = $1`,
        [token],
      )
    ).rows[0]?.days ?? null;
  const known = async (): Promise<boolean> =>
    JSON.stringify((await app.ask('GET', '/api/v1/session', { cookie })).body).includes(String(owner));
  for (const [updated, expires, days] of [
    ['-23 hours', '13 days', 13],
    ['-25 hours', '13 days', 14],
    ['-30 hours', '1 hour', 0],
  ] as const) {
    await set(updated, expires);
    expect([await known(), await daysLeft()], updated).toEqual([true, days]);
  }
  await set('-14 days', '-1 second');
  expect([await known(), await daysLeft()]).toEqual([false, null]);
});
