// What everybody may read is kept some seconds: never with what a session alone may see, and never longer than it is public.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepTie } from '#modules/ties/api/keep-tie.ts';
import { openTieWorld, type TieWorld } from '#modules/ties/api/tie-fixture.ts';
import { valueOf } from '#platform/postgres/test-database.ts';
import { openTestApp, type TestApp } from '../fixtures/app.ts';
import { call } from '../fixtures/calls.ts';

let app: TestApp;
let world: TieWorld;
let cookie: string;
let tieId: string;
beforeAll(async () => {
  app = await openTestApp(undefined, { keptMs: 600_000 });
  world = await openTieWorld(app.db);
  const { office, owner } = world.liverpool;
  cookie = await app.signIn(owner);
  const tie = { office, cityId: world.city('Liverpool'), withCityId: world.city('Shanghai') };
  tieId = valueOf(await app.db.as(owner, (work) => keepTie(work, tie))).id;
});
afterAll(() => app.close());

const slug = 'liverpool-gb--shanghai-cn';
const read = (headers: Readonly<Record<string, string>> = {}) => app.ask('GET', `/api/v1/ties/${slug}`, { headers });
const show = (visibility: 'public' | 'private', version: number) =>
  call(app, 'ties.setTieAudience', { tieId, office: world.liverpool.office, visibility, sharedWith: [] }, { cookie, version });

test('nobody is given what a session read, and no session what is kept for nobody', async () => {
  const own = await read({ cookie });
  expect([own.status, own.headers.get('cache-control'), own.headers.get('vary')]).toEqual([200, 'private, no-store', 'accept-encoding']);
  expect((await read()).status).toBe(404);
  expect((await show('public', 1)).status).toBe(200);
  const open = await read();
  expect([open.status, open.headers.get('cache-control')]).toEqual([200, 'no-cache']);
  expect(open.headers.get('vary')).toBe('accept-language, cookie, authorization, accept-encoding');
  expect((await read({ cookie })).text).not.toBe(open.text);
  expect((await read()).text).toBe(open.text);
});

test('it is kept by language, sent once to who has it, and packed', async () => {
  const open = await read();
  const etag = open.headers.get('etag') ?? '';
  expect((await read({ 'if-none-match': etag })).status).toBe(304);
  expect((await read({ 'accept-encoding': 'gzip' })).headers.get('content-encoding')).toBe('gzip');
  expect((await read({ 'accept-language': 'zh-CN' })).headers.get('content-language')).toBe('zh-Hans');
  expect(open.headers.get('content-language')).toBe('en');
  // Kept indeed: what another node changes is seen when the time is over.
  await app.db.owner.query('update ties.keeping set visibility = $1', ['private']);
  expect((await read()).text).toBe(open.text);
  await app.db.owner.query('update ties.keeping set visibility = $1', ['public']);
});

test('what is withdrawn vanishes at once, or a second after another change', async () => {
  expect((await read()).status).toBe(200);
  expect((await show('private', 2)).status).toBe(200);
  await expect.poll(async () => (await read()).status, { timeout: 30_000 }).toBe(404);
});

test('every page brings what the naming policy calls countries, and a rule that is made or taken back is in the next one', async () => {
  const brought = async (): Promise<unknown> => {
    const { text } = await app.ask('GET', '/cities');
    return JSON.parse(/<script type="application\/json" id="region-labels">(.*?)<\/script>/.exec(text)?.[1] ?? 'null');
  };
  const taiwan = { en: { text: 'Taiwan, China', origin: 'human' }, 'zh-Hans': { text: '中国台湾', origin: 'human' } };
  expect(await brought()).toMatchObject({ TW: taiwan });
  const register = await app.signIn(world.register.owner);
  const labels = { en: { text: '</script><b>Germany', origin: 'human' } };
  const rule = { country: 'DE', context: 'any', state: 'shown', labels, reason: 'A test', decidedOn: '2026-01-05' };
  const made = await call(app, 'cities.createLabelRule', rule, { cookie: register });
  expect(made.status).toBe(201);
  await expect.poll(brought, { timeout: 30_000 }).toMatchObject({ DE: labels, TW: taiwan });
  expect((await app.ask('GET', '/api/v1/region-labels')).body).toMatchObject({ labels: { DE: labels, TW: taiwan } });
});

test('who signs in is told so, whatever is kept for nobody', async () => {
  const session = async (headers: Readonly<Record<string, string>>) => {
    const { headers: told, body } = await app.ask('GET', '/api/v1/session', { headers });
    return [told.get('cache-control'), (body as { readonly account: { readonly id: string } | null }).account?.id ?? null];
  };
  expect(await session({})).toEqual(['no-cache', null]);
  expect(await session({ cookie })).toEqual(['private, no-store', world.liverpool.owner]);
  expect(await session({})).toEqual(['no-cache', null]);
});
