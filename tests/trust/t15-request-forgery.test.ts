// T15: an address that somebody types never has the server connect to anything but a public address, whatever it is called.
import { createServer, type Server } from 'node:net';
import { EventEmitter } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fetchPublic, isPublicAddress, type Outside } from '#platform/http/fetch-public.ts';
import { deliverWebhooks } from '#modules/accounts/api/programs/deliver-webhooks.ts';
import { call } from '../fixtures/calls.ts';
import { openTestApp, type TestApp } from '../fixtures/app.ts';

let app: TestApp;
let cookie: string;
let setId: string;
let officeId: string;
let trap: Server;
let port: number;
let connections = 0;

beforeAll(async () => {
  app = await openTestApp();
  const { office, owner } = await app.db.foundOffice({ kind: 'city' });
  officeId = office;
  cookie = await app.signIn(owner, `${owner}@example.org`);
  const name = { en: { text: 'List', origin: 'human' } };
  const source = { class: 'encyclopaedia', title: 'List' };
  const made = await call(app, 'reference.createReferenceSet', { office, name, licence: 'CC0', credit: 'List', source }, { cookie });
  setId = (made.body as { readonly id: string }).id;
  trap = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve));
  port = (trap.address() as { readonly port: number }).port;
});
afterAll(async () => {
  trap.close();
  await app.close();
});

/** Loopback, private, link-local, mapped, translated, multicast and reserved addresses, plainly and in every dress. */
const hosts = [
  ...['127.0.0.1', '127.1', '127.0.0.53', '2130706433', '0x7f000001', '0177.0.0.1', '0x7f.1', '0', '0.0.0.0', '127.000.000.001'],
  ...['10.0.0.1', '10.255.255.255', '172.16.0.1', '172.31.255.254', '192.168.0.1', '192.168.1.254', '100.64.0.1', '100.127.255.254'],
  ...['169.254.169.254', '169.254.0.1', '192.0.0.1', '192.0.2.1', '198.18.0.1', '198.19.255.255', '198.51.100.7', '203.0.113.9'],
  ...['224.0.0.1', '239.255.255.250', '240.0.0.1', '255.255.255.255', '192.88.99.1'],
  ...['[::1]', '[::]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::ffff:10.0.0.1]', '[::ffff:169.254.169.254]', '[::127.0.0.1]'],
  ...['[64:ff9b::7f00:1]', '[64:ff9b:1::1]', '[2002:7f00:1::]', '[2002:a00:1::1]', '[2001:0:7f00:1::]', '[2001:db8::1]', '[3fff::1]'],
  ...['[fc00::1]', '[fd12:3456:789a::1]', '[fe80::1]', '[fec0::1]', '[ff02::1]', '[ff05::2]', '[100::1]', '[5f00::1]', '[::2]'],
  ...['localhost', 'LOCALHOST', 'localhost.', 'ip6-localhost', '①②⑦.⓪.⓪.①', '127。0。0。1'],
];
const urls: readonly string[] = [
  ...hosts.map((host) => `https://${host}/sparql`),
  ...['https://user:secret@127.0.0.1/', 'https://query.wikidata.org:22/sparql', 'http://query.wikidata.org/sparql', 'http://127.0.0.1/'],
  ...['https://query.wikidata.org@127.0.0.1/', 'https://127.0.0.1#@query.wikidata.org/', 'https://127.0.0.1\\@query.wikidata.org/'],
];

/** A way out that counts instead of connecting. */
function counted(addresses: readonly string[]): { readonly outside: Outside; readonly made: () => readonly string[] } {
  const made: string[] = [];
  const connect = ((options: {
    readonly lookup: (name: string, options: object, answer: (...args: unknown[]) => void) => void;
    readonly host: string;
  }) => {
    options.lookup(options.host, {}, (_fault, address) => made.push(String(address)));
    const request = new EventEmitter() as EventEmitter & { end: () => void; destroy: () => void };
    request.destroy = () => undefined;
    request.end = () => queueMicrotask(() => request.emit('error', new Error('no way out of a test')));
    return request;
  }) as unknown as Outside['connect'];
  const resolve = () => Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
  return { outside: { resolve, connect }, made: () => made };
}
const limits = { accept: 'application/json', mostBytes: 1000, seconds: 2 };

test('sixty addresses that lead inside are refused, and none of them is connected to', async () => {
  expect(urls.length).toBeGreaterThanOrEqual(60);
  const tried: string[] = [];
  for (const address of urls) {
    const answer = await call(app, 'reference.fetchReferenceImport', { setId, address, items: ['Q3955'] }, { cookie });
    tried.push(`${address} ${answer.status}`);
    expect([400, 422], `${address}: ${answer.text.slice(0, 200)}`).toContain(answer.status);
  }
  // The trap itself, at its own port.
  for (const host of ['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]'])
    await call(app, 'reference.fetchReferenceImport', { setId, address: `https://${host}:${port}/`, items: ['Q3955'] }, { cookie });
  expect(connections).toBe(0);
  const { rows } = await app.db.owner.query('select 1 from reference.import');
  expect(rows).toEqual([]);
});

test('a webhook to any of them is refused as it is added, or nothing is connected to as it is posted to', async () => {
  const events = ['schedule.released'];
  const added: string[] = [];
  for (const address of [...urls, `https://localhost:${port}/`, `https://127.0.0.1:${port}/`]) {
    const answer = await call(app, 'accounts.createWebhook', { officeId, address, events }, { cookie });
    if (answer.status !== 201) expect([400, 422], `${address}: ${answer.text.slice(0, 200)}`).toContain(answer.status);
    else {
      added.push(address);
      const { id: webhookId } = answer.body as { readonly id: string };
      expect((await call(app, 'accounts.tryWebhook', { officeId, webhookId }, { cookie })).status).toBe(200);
    }
  }
  // Names that mean nothing but here are known only once they are resolved.
  expect(added).toEqual(['https://ip6-localhost/sparql']);
  const { signal } = new AbortController();
  expect(await deliverWebhooks(app.db.database, { origin: 'https://hansa.example.org', secret: 'x'.repeat(40), signal })).toBe(0);
  const { rows } = await app.db.owner.query<{ fault: string | null }>('select distinct fault from accounts.webhook_delivery');
  expect(['kernel.address_not_public', 'kernel.address_unreachable']).toContain(rows[0]?.fault);
  expect([rows.length, connections]).toEqual([1, 0]);
});

test('names that resolve to anything inside are refused before a connection, also where one of several addresses is public', async () => {
  for (const inside of ['127.0.0.1', '10.1.2.3', '169.254.169.254', '::1', '::ffff:127.0.0.1', 'fe80::1', '64:ff9b::a00:1'])
    for (const addresses of [[inside], ['91.198.174.192', inside], [inside, '91.198.174.192']]) {
      const { outside, made } = counted(addresses);
      expect(await fetchPublic(new URL('https://rebinding.example.org/'), limits, outside)).toMatchObject({
        ok: false,
        refusal: { code: 'kernel.address_not_public' },
      });
      expect(made()).toEqual([]);
    }
});

test('a public name is asked once and connected to at the address that was looked at, whatever it resolves to afterwards', async () => {
  let asked = 0;
  const { outside, made } = counted([]);
  const resolve: Outside['resolve'] = () => {
    asked += 1;
    return Promise.resolve([{ address: asked === 1 ? '91.198.174.192' : '127.0.0.1', family: 4 }]);
  };
  const fetched = await fetchPublic(new URL('https://rebinding.example.org/'), limits, { ...outside, resolve });
  expect(fetched).toMatchObject({ ok: false, refusal: { code: 'kernel.address_unreachable' } });
  expect([asked, made()]).toEqual([1, ['91.198.174.192']]);
});

test('addresses of the public internet are public', () => {
  const open = ['91.198.174.192', '8.8.8.8', '2620:0:862:ed1a::1', '2a00:1450:4001:81b::200e', '1.1.1.1'];
  expect(open.filter((address) => !isPublicAddress(address))).toEqual([]);
  expect(['', 'localhost', 'fe80::1%eth0', '1.2.3', '::ffff:8.8.8.8'].filter(isPublicAddress)).toEqual([]);
});
