// Two nodes on one outside database behind a proxy, as deploy/compose.yaml has them, with processes on loopback: `npm run trust -- two-nodes`.
// What one node is told the other knows; each piece of background work is done once; a node that dies is noticed, and people go on.
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mailServer, type MailServer } from '#platform/mail/mail-server-fixture.ts';
import { emailOf, openTestApp, password, type TestApp } from '../../fixtures/app.ts';
import { openCrowd, type CrowdedEdition } from '../../fixtures/load/crowded-edition.ts';
import { askAt, openProxy, type Answer, type Proxy } from '../../fixtures/proxy.ts';
import { freePort, main, makeFolder, metricsToken, start, untilReady, type Started } from '../../platform/started.ts';
import type { AccountId } from '#kernel/ids.ts';

const secret = 'a-secret-of-the-tests-that-is-long-enough';
const { folder, remove } = makeFolder();
let app: TestApp;
let crowd: CrowdedEdition;
let owner: AccountId;
let proxy: Proxy;
let post: MailServer;
let ports: readonly [number, number];
const nodes: Started[] = [];

/** A node as its own process, which can be killed with nobody to tidy up after it. */
function startNode(at: 0 | 1): Started {
  const { serverUrl, migratorUrl } = app.db;
  const node = start(
    {
      ...{ DATABASE_URL: serverUrl, DATABASE_MIGRATOR_URL: migratorUrl, HANSA_ALLOW_UNSAFE_DISK: '1', HANSA_SECRET: secret },
      ...{ PORT: String(ports[at]), HANSA_ORIGIN: proxy.origin, SMTP_URL: post.url },
    },
    [main],
  );
  nodes[at] = node;
  return node;
}

beforeAll(async () => {
  app = await openTestApp(undefined, { hashed: 'as ever' });
  crowd = await openCrowd(app, 4, 2);
  const { rows } = await app.db.owner.query<{ account: AccountId }>(
    'select m.account from accounts.membership m join expos.edition e on e.owner_office = m.office where e.id = $1',
    [crowd.editionId],
  );
  owner = rows[0]?.account ?? expect.fail('the crowd has no organiser');
  post = await mailServer();
  ports = [await freePort(), await freePort()];
  proxy = await openProxy(folder, ports);
  await Promise.all(([0, 1] as const).map((at) => untilReady(startNode(at), ports[at])));
  // The proxy looks twice a second; a moment later it knows both.
  for (let tried = 0; tried < 100 && (await proxy.ask('/ready')).status !== 200; tried += 1) await pause(100);
  await pause(1000);
});
afterAll(async () => {
  for (const node of nodes) node.process.kill('SIGTERM');
  await Promise.all(nodes.map((node) => node.ended));
  await proxy.close();
  post.close();
  await app.close();
  remove();
});

const cookieIn = ({ headers }: Answer): string =>
  [headers['set-cookie'] ?? []]
    .flat()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ');

async function signIn(): Promise<string> {
  const answer = await proxy.ask('/api/auth/sign-in/email', { method: 'POST', json: { email: emailOf(owner), password } });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return cookieIn(answer);
}

/** The same asked of each node, past the proxy. */
const ofEach = (at: string, cookie: string): Promise<readonly Answer[]> =>
  Promise.all(ports.map((port) => askAt(`http://127.0.0.1:${port}`, null, at, { cookie })));

/** Answers that each node has given so far. */
const answered = (): Promise<readonly number[]> =>
  Promise.all(
    ports.map(async (port) => {
      const { body } = await fetch(`http://127.0.0.1:${port}/metrics`, { headers: { authorization: `Bearer ${metricsToken}` } }).then(
        async (reply) => ({ body: await reply.text() }),
        () => ({ body: '' }),
      );
      return [...body.matchAll(/^hansa_request_seconds_count\{[^}]*operation="accounts.getSession"[^}]*\} (\d+)/gm)].reduce(
        (sum, [, count]) => sum + Number(count),
        0,
      );
    }),
  );

const session = '/api/v1/session';

test('both nodes answer in turns; a session made on one is known on both, and dead on both at once', async () => {
  const cookie = await signIn();
  const before = await answered();
  for (let i = 0; i < 20; i += 1) expect((await proxy.ask(session, { cookie })).body).toMatchObject({ account: { id: owner } });
  const after = await answered();
  for (const at of [0, 1]) expect((after[at] ?? 0) - (before[at] ?? 0)).toBeGreaterThan(4);
  for (const { body } of await ofEach(session, cookie)) expect(body).toMatchObject({ account: { id: owner } });
  if (proxy.kind === 'HAProxy') expect(cookie).toContain('__Secure-');
  expect((await proxy.ask('/api/auth/sign-out', { method: 'POST', json: {}, cookie })).status).toBe(200);
  for (const { body } of await ofEach(session, cookie)) expect(body).toMatchObject({ account: null });
});

test('a plan is searched for once, and its release stands on both nodes at once', async () => {
  const cookie = await signIn();
  const plans = `/api/v1/editions/${crowd.editionId}/plans`;
  const started = await proxy.ask(plans, { method: 'POST', json: { seconds: 1 }, cookie });
  expect(started.status, JSON.stringify(started.body)).toBe(201);
  const { id } = started.body as { readonly id: string };
  const found = async () => (await proxy.ask(`${plans}/${id}`, { cookie })).body as { readonly status: string; readonly version: number };
  let plan = await found();
  for (let tries = 0; tries < 300 && plan.status === 'running'; tries += 1) {
    await pause(100);
    plan = await found();
  }
  expect(plan.status).toBe('ready');
  const released = await proxy.ask(`${plans}/${id}/release`, { method: 'POST', json: {}, cookie, ifMatch: plan.version });
  expect(released.status, JSON.stringify(released.body)).toBe(201);
  const { number } = released.body as { readonly number: number };
  for (const { body } of await ofEach(`${plans}/${id}`, cookie)) expect(body).toMatchObject({ releasedAs: number });
  const { rows } = await app.db.owner.query(
    `select state, retry_count as again from jobs.job where name = 'plan-meetings' and data ->> 'planId' = $1`,
    [id],
  );
  expect(rows).toEqual([{ state: 'completed', again: 0 }]);
});

test('of two workers that deliver the same outbox at once each letter leaves once', async () => {
  const letters = Array.from({ length: 60 }, (_, i) => `letter-${i}@example.org`);
  await app.db.owner.query(
    `insert into platform.mail (id, recipient, language, subject, body)
     select gen_random_uuid(), r, 'en', 'Once', 'Each letter leaves once.' from unnest($1::text[]) as r`,
    [letters],
  );
  for (const worker of ['one', 'two'])
    await app.db.database.app.transaction().execute((tx) => app.db.database.jobs.send(tx, 'deliver-mail', { worker }));
  const arrived = () => post.received.flatMap((letter) => /^To: (letter-\d+@example\.org)/m.exec(letter)?.[1] ?? []);
  for (let tries = 0; tries < 600 && arrived().length < letters.length; tries += 1) await pause(100);
  await pause(1000);
  expect(arrived().toSorted()).toEqual(letters.toSorted());
});

test('a node that dies is noticed: people go on, signed in, and it serves again once it is back', { timeout: 120_000 }, async () => {
  const cookie = await signIn();
  const heard: { readonly at: number; readonly ok: boolean }[] = [];
  let reading = true;
  const reader = async (): Promise<void> => {
    while (reading) {
      const ok = await proxy.ask(session, { cookie }).then(
        ({ status, body }) => status === 200 && JSON.stringify(body).includes(owner),
        () => false,
      );
      heard.push({ at: Date.now(), ok });
      await pause(20);
    }
  };
  const readers = Array.from({ length: 6 }, reader);
  await pause(1500);
  const died = Date.now();
  nodes[0]?.process.kill('SIGKILL');
  await pause(8000);
  reading = false;
  await Promise.all(readers);
  const lost = heard.filter(({ ok }) => !ok);
  const slowest = Math.max(0, ...lost.map(({ at }) => at - died));
  console.log(
    `two nodes behind ${proxy.kind}: ${heard.length} requests, ${lost.length} lost, the last ${slowest} ms after a node was killed`,
  );
  expect(lost.filter(({ at }) => at < died)).toEqual([]);
  expect(slowest).toBeLessThan(5000);
  expect(heard.filter(({ at, ok }) => ok && at > died + 5000).length).toBeGreaterThan(50);

  await untilReady(startNode(0), ports[0]);
  const [before = 0] = await answered();
  for (let tries = 0; tries < 100 && ((await answered())[0] ?? 0) < before + 3; tries += 1) {
    expect((await proxy.ask(session, { cookie })).status).toBe(200);
    await pause(100);
  }
  expect((await answered())[0]).toBeGreaterThanOrEqual(before + 3);
});
