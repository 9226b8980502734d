// T24: who asks too much is refused with the time to wait (429), as is everybody when the server holds as much as it can (503); what
// nobody is let in with is not read. The memory is that of a server of its own.
import { readFileSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApi } from '#app/server/open-api.ts';
import { editionInput } from '#modules/expos/api/edition-fixture.ts';
import { openTestApp, type Asked, type TestApp } from '../fixtures/app.ts';
import { call, type Input } from '../fixtures/calls.ts';
import { registration, registrationTerms } from '../fixtures/world-of-registration.ts';
import { everyProcedure } from '../fixtures/procedures.ts';
import { freePort, main, start, untilReady, type Started } from '../platform/started.ts';

const MEGABYTE = 1024 * 1024;
const rate = 2;
const allowed = 10 * rate;

let app: TestApp;
let server: Started;
let port: number;
let cookie: string;
beforeAll(async () => {
  app = await openTestApp(undefined, { rate });
  const { owner } = await app.db.foundOffice();
  cookie = await app.signIn(owner);
  port = await freePort();
  const { serverUrl, migratorUrl } = app.db;
  const env = { DATABASE_URL: serverUrl, DATABASE_MIGRATOR_URL: migratorUrl, PORT: String(port), HANSA_ORIGIN: 'http://localhost:4000' };
  server = start({ ...env, HANSA_SECRET: 'a-secret-of-the-tests-that-is-long-enough', HANSA_ALLOW_UNSAFE_DISK: '1' }, [main]);
  await untilReady(server, port);
});
afterAll(async () => {
  server.process.kill('SIGTERM');
  await server.ended;
  await app.close();
});

const someId = '01a212ff-c0b5-774b-811b-83a1091ce8dd';
const uploads = `/api/v1/offices/${someId}/pastes/file`;

/** Begins an upload of 20 MB at the running server, with the first so many bytes of it; resolves with the head of the answer. */
function upload(bytes: Buffer, headers = ''): { readonly socket: Socket; readonly head: Promise<string> } {
  const socket = connect(port, '127.0.0.1');
  const head = new Promise<string>((resolve, reject) => {
    let text = '';
    socket.on('data', (piece) => {
      text += piece.toString('latin1');
      if (text.includes('\r\n\r\n')) resolve(text);
    });
    socket.on('error', reject).on('close', () => reject(new Error(`closed after ${text}`)));
  });
  head.catch(() => undefined);
  const told = `content-type: multipart/form-data; boundary=x\r\ncontent-length: ${20 * MEGABYTE}`;
  socket.write(`POST ${uploads} HTTP/1.1\r\nhost: localhost:4000\r\n${told}\r\n${headers}\r\n`);
  socket.write(bytes);
  return { socket, head };
}

const memoryOf = (field: 'VmHWM' | 'VmRSS'): number =>
  Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${server.process.pid ?? 0}/status`, 'utf8'))?.[1]) * 1024;

const uploaders = process.env['HANSA_ROUNDS'] === undefined ? 8 : 50;

test(`${uploaders} uploads of 20 MB at once without a session are refused and cost no memory`, async () => {
  const bytes = Buffer.alloc(20 * MEGABYTE, 'x');
  const send = async (): Promise<string> => {
    const { socket, head } = upload(bytes);
    const status = (await head).slice(0, 12);
    // The answer is there while most is still to be sent; it is not read.
    await new Promise((resolve) => socket.on('close', resolve));
    return status;
  };
  await Promise.all(Array.from({ length: 5 }, send));
  // The peak is counted from here: that of its start is higher than what the server holds at rest.
  writeFileSync(`/proc/${server.process.pid ?? 0}/clear_refs`, '5');
  const before = memoryOf('VmRSS');
  expect(new Set(await Promise.all(Array.from({ length: uploaders }, send)))).toEqual(new Set(['HTTP/1.1 401']));
  expect(memoryOf('VmHWM') - before).toBeLessThan(100 * MEGABYTE);
});

test('as many files are held at once as there is room for; who comes then is told when to come again', async () => {
  const begin = () => upload(Buffer.from('--x'), `cookie: ${cookie}\r\n`);
  const held = [begin(), begin(), begin(), begin()];
  const answer = await Promise.any(held.map(({ head }) => head));
  expect(answer).toMatch(/^HTTP\/1.1 503/);
  expect(answer).toMatch(/retry-after: 5/i);
  for (const { socket } of held) socket.destroy();
  // The server learns a moment later that they have gone.
  await expect
    .poll(
      async () => {
        const { socket, head } = begin();
        const refused = await Promise.race([head, pause(1000, null)]);
        socket.destroy();
        return refused;
      },
      { timeout: 60_000 },
    )
    .toBeNull();
});

test('only operations that take a file take a large body, and what anybody may send is smaller still', async () => {
  const { paths } = (await openApi()) as { readonly paths: Readonly<Record<string, Readonly<Record<string, object>>>> };
  const forms = Object.values(paths).flatMap((operations) =>
    Object.values(operations)
      .filter((operation) => JSON.stringify('requestBody' in operation ? operation.requestBody : null).includes('multipart/form-data'))
      .map((operation) => ('operationId' in operation ? operation.operationId : '')),
  );
  const marked = everyProcedure.filter(({ meta }) => meta.takesFile === true).map(({ operation }) => operation);
  expect(marked.length).toBeGreaterThan(3);
  expect(marked.sort()).toEqual(forms.sort());
  const tooLarge = async (path: string, size: number, headers: Readonly<Record<string, string>>) => {
    const { status, body } = await app.ask('POST', path, {
      json: 'x'.repeat(size),
      headers: { 'x-forwarded-for': '203.0.113.1', ...headers },
    });
    return [status, (body as { readonly code: string }).code];
  };
  expect(await tooLarge('/api/auth/sign-in/email', 70_000, {})).toEqual([413, 'kernel.too_large']);
  expect(await tooLarge('/api/v1/editions', 70_000, { cookie })).toEqual([422, 'kernel.invalid_input']);
  expect(await tooLarge('/api/v1/editions', 3 * MEGABYTE, { cookie })).toEqual([413, 'kernel.too_large']);
});

test('a request without a body, and one whose length is not told, are read as they are', async () => {
  const send = async (method: string, path: string, body?: Blob) => {
    const stream = body === undefined ? {} : { body: body.stream(), duplex: 'half' as const };
    const headers = { cookie, 'content-type': 'application/json' };
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, { method, headers, ...stream });
    return [answer.status, ((await answer.json()) as { readonly code?: string }).code];
  };
  expect(await send('DELETE', `/offices/${someId}/members/${someId}`)).toEqual([404, 'kernel.not_found']);
  expect(await send('POST', '/editions', new Blob(['{"nothing": 1}']))).toEqual([422, 'kernel.invalid_input']);
  expect(await send('POST', '/editions', new Blob(['x'.repeat(3 * MEGABYTE)]))).toEqual([413, 'kernel.too_large']);
});

/** So many requests at once, from these networks in turn: how many were let in, and the first refusal. */
async function flood(times: number, headersOf: (n: number) => Readonly<Record<string, string>>, path = '/api/v1/search?q=') {
  const answers = await Promise.all(Array.from({ length: times }, (_, n) => app.ask('GET', `${path}${n}`, { headers: headersOf(n) })));
  const refused = answers.filter(({ status }) => status === 429);
  return { letIn: answers.filter(({ status }) => status < 400).length, refused };
}

test('ten times the limit of one network: what is beyond is refused in the reader’s language, and its neighbours go on', async () => {
  const from = (address: string) => ({ 'x-forwarded-for': address });
  const began = Date.now();
  const { letIn, refused } = await flood(10 * allowed, (n) => from(`2001:db8:1:2::${n.toString(16)}`));
  const windows = 1 + Math.ceil((Date.now() - began) / 10_000);
  expect(letIn).toBeGreaterThanOrEqual(allowed);
  expect(letIn).toBeLessThanOrEqual(allowed * windows);
  for (const { headers, body } of refused) {
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(body).toMatchObject({ code: 'kernel.too_many', status: 429 });
  }
  expect(refused.length).toBeGreaterThan(0);
  const inChinese = await flood(2 * allowed, () => ({ ...from('2001:db8:1:2::1'), 'accept-language': 'zh-CN' }));
  expect((inChinese.refused[0]?.body as { readonly detail: string }).detail).toContain('请求过于频繁');
  expect((await flood(5, () => from('2001:db8:1:3::1'))).refused).toEqual([]);
  // Whoever has a session there is counted by it alone.
  expect((await flood(5, () => ({ ...from('2001:db8:1:2::1'), cookie }))).refused).toEqual([]);
  expect((await app.ask('GET', '/health', { headers: from('2001:db8:1:2::1') })).status).toBe(200);
});

test('a session is counted wherever it comes from, and told so without asking the database whose it is', async () => {
  const { owner } = await app.db.foundOffice();
  const busy = await app.signIn(owner);
  const { letIn, refused } = await flood(3 * allowed, (n) => ({ cookie: busy, 'x-forwarded-for': `198.51.100.${n}` }));
  expect(letIn).toBeGreaterThanOrEqual(allowed);
  expect(refused.length).toBeGreaterThan(0);
  const again = await flood(2 * allowed, () => ({ cookie: busy }));
  expect(again.refused.length).toBeGreaterThan(0);
});

test('who tries out secret addresses is stopped by network, each a new one or not', async () => {
  const tried = await Promise.all(
    Array.from({ length: 3 * allowed }, (_, n) => app.ask('GET', `/feeds/guess-${n}.ics`, { headers: { 'x-forwarded-for': '192.0.2.7' } })),
  );
  expect(new Set(tried.map(({ status }) => status))).toContain(404);
  const next = await app.ask('GET', '/feeds/another.ics', { headers: { 'x-forwarded-for': '192.0.2.7' } });
  expect([next.status, Number(next.headers.get('retry-after')) > 0]).toEqual([429, true]);
  expect((await app.ask('GET', '/feeds/another.ics', { headers: { 'x-forwarded-for': '192.0.2.8' } })).status).toBe(404);
});

test('a flood of registrations is stopped by network and by address, and leaves no more letters than that', async () => {
  const { office, owner } = await app.db.foundOffice({ kind: 'organiser' });
  const organiser = { cookie: await app.signIn(owner) };
  const done = async (operation: string, input: Input, version?: number) => {
    const answer = await call(app, operation, input, { ...organiser, version });
    expect([operation, answer.status < 300, answer.text.slice(0, 200)]).toEqual([operation, true, answer.text.slice(0, 200)]);
    return answer.body as { readonly id: string; readonly version: number; readonly digest: string };
  };
  const days = { firstDay: '2091-11-06', lastDay: '2091-11-06' };
  const { id: editionId } = await done('expos.createEdition', { ...editionInput(office, 'Flooded'), ...days });
  const { digest, version } = await done('expos.previewPublication', { editionId });
  await done('expos.publishEdition', { editionId, digest }, version);
  await done('expos.changeRegistrationTerms', { editionId, ...registrationTerms }, 0);
  const register = async (n: number, from: string, email = `n${n}@flood.example`) => {
    const { contact, ...said } = registration(`Flood${n}`, () => 'Word');
    const json = { version: 1, ...said, contact: { ...contact, email } };
    return app.ask('POST', `/api/v1/editions/${editionId}/registrations`, { json, headers: { 'x-forwarded-for': from } });
  };
  const codes = (answers: readonly Asked[]) =>
    new Set(answers.map(({ status, body }) => (status < 300 ? 'taken' : String((body as { readonly code: string }).code))));
  const written = async (like: string) =>
    (await app.db.owner.query('select 1 from platform.mail where recipient like $1', [like])).rows.length;
  // Many networks, one address: three letters and no more.
  const toOne = await Promise.all(Array.from({ length: 30 }, (_, n) => register(n, `203.0.113.${n}`, 'victim@flood.example')));
  expect(codes(toOne)).toEqual(new Set(['taken', 'expos.registrations_of_address']));
  expect(await written('victim@%')).toBeLessThanOrEqual(3);
  // One network, many addresses: what the server lets in at all ends at twenty an hour.
  const answers: Asked[] = [];
  for (let n = 100; n < 140; n++) answers.push(await register(n, '192.0.2.77'));
  expect(answers.filter(({ status }) => status < 300).length).toBeLessThanOrEqual(20);
  expect(answers.every(({ status, headers }) => status < 300 || (status === 429 && headers.get('content-type')?.includes('json')))).toBe(
    true,
  );
  expect(await written('n1__@flood.example')).toBeLessThanOrEqual(20);
  // Whoever comes from elsewhere registers as before.
  expect((await register(200, '198.51.100.200')).status).toBe(200);
});
