import { createHmac } from 'node:crypto';
import { createServer, request, type IncomingHttpHeaders, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { AccountId, OfficeId } from '#kernel/ids.ts';
import { ok } from '#kernel/result.ts';
import { postPublic, type Outside } from '#platform/http/fetch-public.ts';
import { openTestDatabase, valueOf, type TestDatabase } from '#platform/postgres/test-database.ts';
import { announce } from './announce.ts';
import { deliverWebhooks } from './deliver-webhooks.ts';
import { createWebhook, listDeliveries, listWebhooks, renewWebhookSecret, restartWebhook, sendAgain, tryWebhook } from './webhooks.ts';

const serverSecret = 'a-secret-of-the-tests-that-is-long-enough';
const origin = 'https://hansa.example.org';

interface Received {
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let db: TestDatabase;
let officeId: OfficeId;
let owner: AccountId;
let server: Server;
let received: Received[] = [];
/** What the other system answers. */
let status = 204;

beforeAll(async () => {
  db = await openTestDatabase();
  server = createServer((incoming, outgoing) => {
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('end', () => {
      received.push({ url: incoming.url, headers: incoming.headers, body: Buffer.concat(parts).toString('utf8') });
      outgoing.writeHead(status, { location: 'https://elsewhere.example.org/' }).end('whatever it says');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  server.close();
  await db.close();
});
beforeEach(async () => {
  ({ office: officeId, owner } = await db.foundOffice());
  received = [];
  status = 204;
});

/** A public name whose host is this machine, spoken to without encryption: nothing else of the way out is left aside. */
const outside = (): Outside => ({
  resolve: () => Promise.resolve([{ address: '91.198.174.192', family: 4 }]),
  connect: ((options: object, answered: (response: IncomingMessage) => void) => {
    const { port } = server.address() as AddressInfo;
    return request({ ...options, lookup: undefined, host: '127.0.0.1', port }, answered);
  }) as Outside['connect'],
});
const deliver = () =>
  deliverWebhooks(db.database, { origin, secret: serverSecret, signal: new AbortController().signal, outside: outside() });

const address = 'https://systems.example.org/hansa?to=us';
const add = async (events: readonly ('schedule.released' | 'schedule.changed' | 'outcome.confirmed')[] = ['schedule.released']) =>
  valueOf(await db.as(owner, (work) => createWebhook(work, { officeId, address, events }, serverSecret)));
const release = (offices: readonly OfficeId[], by = owner) =>
  db.as(by, async (work) => {
    await announce(work, {
      event: 'schedule.released',
      offices,
      subjects: { editionId: 'the-edition', releaseId: 'the-release', number: 3 },
    });
    return ok(null);
  });
const list = async (webhookId: Awaited<ReturnType<typeof add>>['id']) =>
  valueOf(await db.as(owner, (work) => listDeliveries(work, { officeId, webhookId, limit: 50 }))).entries;
const onlyWebhook = async () => valueOf(await db.as(owner, (work) => listWebhooks(work, { officeId }))).entries[0];
/** Time goes by: everything that waits is due, and whatever failed has failed for so many days. */
const later = (days: number) =>
  db.owner.query(
    `with moved as (update accounts.webhook_delivery set next_try_at = now())
     update accounts.webhook set failing_since = failing_since - $1 * interval '1 day'`,
    [days],
  );

/** As a receiver checks it, from the description of Standard Webhooks alone. */
const isSigned = ({ headers, body }: Received, secret: string): boolean => {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signed = createHmac('sha256', key).update([headers['webhook-id'], headers['webhook-timestamp'], body].join('.')).digest('base64');
  return String(headers['webhook-signature']).split(' ').includes(`v1,${signed}`);
};

test('what happens is posted once to whoever waits for it, signed, with ids and an address and nothing else', async () => {
  const { id, secret } = await add();
  await release([officeId]);
  expect(await deliver()).toBe(1);
  expect(await deliver()).toBe(0);
  const [post] = received;
  if (post === undefined || received.length !== 1) expect.fail(`${received.length} posts`);
  expect(JSON.parse(post.body)).toEqual({
    type: 'schedule.released',
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
    data: { editionId: 'the-edition', releaseId: 'the-release', number: 3, url: `${origin}/api/v1/editions/the-edition/releases` },
  });
  expect(post.headers['content-type']).toBe('application/json');
  expect(isSigned(post, secret)).toBe(true);
  expect(isSigned({ ...post, body: post.body.replace('3', '4') }, secret)).toBe(false);
  expect(await list(id)).toMatchObject([{ event: 'schedule.released', state: 'delivered', status: 204, attempts: 1, nextTryAt: null }]);
  expect(
    JSON.stringify((await db.owner.query('select w::text, d::text from accounts.webhook w, accounts.webhook_delivery d')).rows),
  ).not.toContain(secret.slice(6, 30));
});

test('only the offices concerned hear of it, and only what they wait for; what is rolled back is not told', async () => {
  await add(['outcome.confirmed']);
  const stranger = await db.foundOffice();
  await release([officeId, stranger.office]);
  await add2();
  await release([stranger.office], stranger.owner);
  const refused = await db.as(owner, async (work) => {
    await announce(work, { event: 'outcome.confirmed', offices: [officeId], subjects: { outcomeId: 'x' } });
    return { ok: false, refusal: { kind: 'conflict', code: 'kernel.stale' } };
  });
  expect(refused.ok).toBe(false);
  expect([await deliver(), received]).toEqual([0, []]);

  async function add2() {
    const second = { officeId, address: 'https://second.example.org/', events: ['schedule.changed'] as const };
    valueOf(await db.as(owner, (work) => createWebhook(work, second, serverSecret)));
  }
});

test('what is not taken is sent again after growing pauses under the same id; redirects are no answer', async () => {
  const { id } = await add();
  await release([officeId]);
  for (const answer of [500, 302, 404]) {
    status = answer;
    await deliver();
    expect(await list(id)).toMatchObject([{ state: 'waits', status: answer }]);
    // Nothing is due before its time.
    expect([await deliver(), (await onlyWebhook())?.state]).toEqual([0, 'fails']);
    await later(0);
  }
  status = 200;
  expect(await deliver()).toBe(1);
  expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect(received).toHaveLength(4);
  expect([await onlyWebhook(), await list(id)]).toMatchObject([
    { state: 'works', failingSince: null, waiting: 0 },
    [{ state: 'delivered', status: 200, attempts: 4 }],
  ]);
});

test('after ten tries in three days it stops, writes to the owners once, and goes on where it is started again', async () => {
  const { id } = await add();
  const editor = await db.addMember(officeId, 'editor');
  await release([officeId]);
  status = 503;
  for (let tries = 1; tries <= 10; tries++) {
    await deliver();
    if (tries < 10) await later(tries === 9 ? 4 : 0);
  }
  expect([await onlyWebhook(), await list(id)]).toMatchObject([
    { state: 'stopped' },
    [{ state: 'given_up', attempts: 10, nextTryAt: null }],
  ]);
  const { rows } = await db.owner.query<{ recipient: string; body: string }>(
    'select recipient, body from platform.mail where recipient = any ($1)',
    [[`${owner}@example.org`, `${editor}@example.org`]],
  );
  expect(rows.map(({ recipient }) => recipient)).toEqual([`${owner}@example.org`]);
  expect(rows[0]?.body).toContain(`${origin}/office`);
  // What happens meanwhile waits.
  await release([officeId]);
  expect([await deliver(), (await onlyWebhook())?.waiting]).toEqual([0, 1]);
  const refused = await db.as(owner, (work) => tryWebhook(work, { officeId, webhookId: id }));
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'accounts.webhook_stopped' } });
  status = 200;
  valueOf(await db.as(owner, (work) => restartWebhook(work, { officeId, webhookId: id })));
  expect(await deliver()).toBe(1);
  const given = (await list(id)).find(({ state }) => state === 'given_up');
  valueOf(
    await db.as(owner, (work) =>
      sendAgain(work, { officeId, webhookId: id, deliveryId: given?.id ?? expect.fail('nothing was given up') }),
    ),
  );
  expect(await deliver()).toBe(1);
  expect((await onlyWebhook())?.state).toBe('works');
});

test('an address that is gone (410) is not asked again', async () => {
  await add();
  await release([officeId]);
  status = 410;
  await deliver();
  await later(0);
  await deliver();
  expect([received.length, (await onlyWebhook())?.state]).toEqual([1, 'stopped']);
});

test('a renewed secret signs at once, and the one before beside it for a day', async () => {
  const { id, secret } = await add();
  const renewed = valueOf(await db.as(owner, (work) => renewWebhookSecret(work, { officeId, webhookId: id }, serverSecret)));
  const signedBy = async () => {
    valueOf(await db.as(owner, (work) => tryWebhook(work, { officeId, webhookId: id })));
    await deliver();
    const last = received.at(-1) ?? expect.fail('nothing came');
    return [isSigned(last, secret), isSigned(last, renewed.secret)];
  };
  expect(renewed.secret).not.toBe(secret);
  expect(await signedBy()).toEqual([true, true]);
  await db.owner.query(`update accounts.webhook set renewed_at = now() - interval '25 hours' where id = $1`, [id]);
  expect(await signedBy()).toEqual([false, true]);
});

test('an address that takes nothing holds nobody else up, however much waits for it', async () => {
  await add();
  status = 503;
  const other = await db.foundOffice();
  for (let n = 0; n < 12; n++) await release([officeId]);
  const webhook = { officeId: other.office, address: 'https://other.example.org/other', events: ['schedule.released'] as const };
  valueOf(await db.as(other.owner, (work) => createWebhook(work, webhook, serverSecret)));
  await release([other.office], other.owner);
  await deliver();
  const at = received.findIndex(({ url }) => url === '/other');
  expect(at).toBeGreaterThanOrEqual(0);
  expect(at).toBeLessThan(6);
});

test('an address inside is refused as it is typed, and as it is posted to', async () => {
  for (const inside of [
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://10.0.0.8/x',
    'https://localhost/',
    'https://a:b@example.org/',
    'https://example.org:8443/',
  ])
    expect(
      await db.as(owner, (work) => createWebhook(work, { officeId, address: inside, events: ['schedule.released'] }, serverSecret)),
    ).toMatchObject({
      ok: false,
      refusal: { problems: [{ path: ['address'], code: 'kernel.address_not_public' }] },
    });
  const rebinding = { ...outside(), resolve: () => Promise.resolve([{ address: '169.254.169.254', family: 4 }]) };
  const sent = await postPublic(new URL('https://rebinding.example.org/'), { headers: {}, body: '{}', seconds: 2 }, rebinding);
  expect(sent).toMatchObject({ ok: false, refusal: { code: 'kernel.address_not_public' } });
  expect(received).toEqual([]);
});
