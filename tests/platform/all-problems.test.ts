// Whatever is wrong with an input is told at once, whether its schema finds it or the use case.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepTie } from '#modules/ties/api/keep-tie.ts';
import { openTieWorld, type TieWorld } from '#modules/ties/api/tie-fixture.ts';
import { valueOf } from '#platform/postgres/test-database.ts';
import { openTestApp, type TestApp } from '../fixtures/app.ts';
import { call } from '../fixtures/calls.ts';

let app: TestApp;
let world: TieWorld;
let tieId: string;
let cookie: string;
beforeAll(async () => {
  app = await openTestApp();
  world = await openTieWorld(app.db);
  const { liverpool, city } = world;
  cookie = await app.signIn(liverpool.owner);
  const kept = await app.db.as(liverpool.owner, (work) =>
    keepTie(work, { office: liverpool.office, cityId: city('Liverpool'), withCityId: city('Shanghai') }),
  );
  tieId = valueOf(kept).id;
});
afterAll(() => app.close());

const wrong = async (input: Readonly<Record<string, unknown>>) => {
  const { status, body } = await call(app, 'ties.addExchange', { tieId, office: world.liverpool.office, ...input }, { cookie });
  const { errors } = body as { readonly errors: readonly { readonly path: readonly string[] }[] };
  return [status, ...errors.map(({ path }) => path[0]).toSorted()];
};

test('a date that cannot be read stands beside the fields that are missing, and nothing is kept', async () => {
  expect(await wrong({ kind: 'visit', domains: [], title: {}, starts: { text: 'some day' } })).toEqual([
    422,
    'domains',
    'fromSide',
    'starts',
    'title',
  ]);
  expect(await wrong({ kind: 'visit', domains: [], title: {}, starts: null, ends: { text: 'some day' } })).toEqual([
    ...[422, 'domains', 'ends', 'fromSide', 'starts', 'title'],
  ]);
  const event = { kind: 'event', domains: ['trade'], title: { en: { text: 'Fair', origin: 'human' } }, starts: { text: '2019' } };
  expect(await wrong({ ...event, ends: { text: '2018-13' } })).toEqual([422, 'ends']);
  expect((await app.db.owner.query('select 1 from ties.exchange')).rowCount).toBe(0);
});

test('a field that no schema names does not keep the others from being judged', async () => {
  expect(await wrong({ kind: 'event', domains: [], title: {}, starts: { text: '2019' }, area: 1 })).toEqual([
    422,
    'area',
    'domains',
    'title',
  ]);
});
