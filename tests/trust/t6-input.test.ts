// T6: whatever is sent to any operation, nothing breaks: no fault, refusals of one shape, and a refused request writes nothing.
import { z } from 'zod';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { standIn } from '#platform/http/rest-of-input.ts';
import type { Asked, AskOptions } from '../fixtures/app.ts';
import { call, parametersOf, procedureOf, type Input } from '../fixtures/calls.ts';
import { chanceOf } from '../fixtures/chance.ts';
import type { Change } from '../fixtures/change.ts';
import { changesOf, versionNow } from '../fixtures/changes.ts';
import { hashesOf, watchWrites } from '../fixtures/database/database-hash.ts';
import { everyOperation, queryReader, type Operation } from '../fixtures/operations.ts';
import { everyProcedure } from '../fixtures/procedures.ts';
import { readingsOf } from '../fixtures/readings.ts';
import { inputOf } from '../fixtures/drawn/wild-inputs.ts';
import { openWorld } from '../fixtures/open-world.ts';
import type { World } from '../fixtures/world.ts';
import { registration } from '../fixtures/world-of-registration.ts';

const requests = process.env['HANSA_ROUNDS'] === undefined ? 100 : 30_000;
const rounds = process.env['HANSA_ROUNDS'] === undefined ? 1 : 20;
/** And where everybody waits, of each third change. */
const apart = process.env['HANSA_ROUNDS'] === undefined ? 3 : 1;

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.app.close());

// First, before wild requests change the terms.
test('of a registration that fits nothing, what its fields and what the organiser ask for is told at once', async () => {
  // While it is open: the edition lies in the past.
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2019-11-01T08:00:00Z') });
  const wrong = { ...registration('New', () => 'Word'), country: '', contact: { email: 'nobody' }, consents: [] };
  const { body } = await call(world.app, 'expos.register', { ...wrong, editionId: world.thing('open').id, version: 1 }, {}).finally(() =>
    vi.useRealTimers(),
  );
  const { errors = [] } = body as { readonly errors?: readonly { readonly path: readonly string[] }[] };
  expect(errors.map(({ path }) => path.join('.'))).toEqual(
    expect.arrayContaining(['country', 'contact.email', 'contact.surname', expect.stringMatching(/^consents\./)]),
  );
});

/** What is wrong with an answer; null when nothing is. */
function wrongWith({ status, headers, body, text }: Asked): string | null {
  if (status >= 500) return `a fault: ${text.slice(0, 200)}`;
  if (status < 400) return null;
  if (headers.get('content-type') !== 'application/problem+json') return `a refusal as ${String(headers.get('content-type'))}`;
  const { type, title, status: told, detail, code, params, errors } = (body ?? {}) as Record<string, unknown>;
  const said = [type, title, detail, code].every((part) => typeof part === 'string' && part.length > 0);
  if (!said || told !== status || typeof params !== 'object' || !Array.isArray(errors))
    return `a refusal of another shape: ${text.slice(0, 200)}`;
  if (detail === code) return `a code without words: ${String(code)}`;
  for (const error of errors as readonly Record<string, unknown>[])
    if (
      !Array.isArray(error['path']) ||
      typeof error['code'] !== 'string' ||
      typeof error['message'] !== 'string' ||
      error['message'] === error['code']
    )
      return `a problem of another shape: ${JSON.stringify(error).slice(0, 200)}`;
  return null;
}

const short = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'string' && part.length > 60 ? `${part.slice(0, 20)}…(${part.length})` : part,
  ).slice(0, 600);

interface Prepared {
  readonly operation: Operation;
  readonly sensible: readonly Input[];
  readonly change: Change | undefined;
}

async function prepare(): Promise<readonly Prepared[]> {
  const changes = changesOf(world);
  const readings = readingsOf(world, await queryReader());
  return (await everyOperation()).map((operation) => {
    const change = changes.get(operation.operationId);
    const read = readings.filter((reading) => reading.operation === operation.operationId).map(({ input }) => input);
    return { operation, change, sensible: change === undefined ? read : [change.input] };
  });
}

test(
  `${requests} generated requests over every operation, signed in and not`,
  async () => {
    const chance = chanceOf(Number(process.env['HANSA_SEED'] ?? '6'));
    const prepared = await prepare();
    const ids = [...world.made.values()]
      .flatMap(({ id }) => id ?? [])
      .concat(Object.values(world.offices), '01a212ff-c0b5-774b-811b-83a1091ce8dd');
    const faults = new Map<string, string>();
    const written = await watchWrites(world.app.db);
    let [checked, seen] = [0, 0];
    for (let n = 0; n < requests; n++) {
      const { operation, sensible, change } = prepared[n % prepared.length] ?? expect.fail();
      const name = operation.operationId;
      // A file is read in a thread of its own: a few of these are enough.
      if (operation.body?.isForm === true && n > requests / 4) continue;
      const input = inputOf(operation, { chance, ids }, sensible.length === 0 ? undefined : chance.pick(sensible));
      const label = chance.whole(1, 6) === 1 ? 'nobody' : (change?.by ?? 'fair');
      const version = change === undefined || chance.whole(1, 10) === 1 ? undefined : await versionNow(world, change).catch(() => 1);
      const answer = await call(world.app, name, input, { cookie: world.person(label).cookie, version });
      const wrong = wrongWith(answer);
      if (wrong !== null)
        faults.set(`${name}: ${wrong.replace(/[0-9a-f-]{36}/g, '…')}`.slice(0, 90), `${label} ${name} ${short(input)}: ${wrong}`);
      if (operation.method === 'GET') continue;
      const tables = await written();
      if (answer.status < 400) {
        if (tables.length > 0) seen += 1;
        continue;
      }
      checked += 1;
      if (tables.length > 0) faults.set(`written ${name}`, `${name}, refused, or what was read before it, wrote ${tables.join()}`);
    }
    expect([...faults.values()]).toEqual([]);
    expect(checked).toBeGreaterThan(requests / 6);
    // Who writes is noticed; by chance an early request may end what later ones would write to.
    expect(seen).toBeGreaterThan(requests / 30);
    // A busy machine takes half a second for one.
  },
  120_000 + requests * 500,
);

test('requests that are no requests are refused in the same shape', async () => {
  const { cookie = '' } = world.person('fair');
  const editionId = world.thing('main').id;
  const edition = `/api/v1/editions/${editionId}`;
  const json = { 'content-type': 'application/json', cookie };
  const raw = (method: string, path: string, body: string, headers: Readonly<Record<string, string>>): Promise<Asked> =>
    world.app.ask(method, path, { form: body as unknown as NonNullable<AskOptions['form']>, headers });
  const deep = '['.repeat(50_000) + ']'.repeat(50_000);
  const answers: readonly (readonly [string, Promise<Asked>])[] = [
    ['no JSON', raw('POST', '/api/v1/editions', '{"name":', json)],
    ['deep JSON', raw('POST', '/api/v1/editions', deep, json)],
    ['JSON null', raw('POST', '/api/v1/editions', 'null', json)],
    ['JSON text', raw('POST', '/api/v1/editions', '"x"', json)],
    ['another type', raw('POST', '/api/v1/editions', '<a/>', { ...json, 'content-type': 'text/xml' })],
    ['no type', raw('POST', '/api/v1/editions', 'x', { cookie, 'content-type': '' })],
    ['a form without boundary', raw('POST', `${edition}/import-preview`, 'x', { cookie, 'content-type': 'multipart/form-data' })],
    ['a broken form', raw('POST', `${edition}/import-preview`, '--b\r\nx', { cookie, 'content-type': 'multipart/form-data; boundary=b' })],
    ['too much', raw('POST', '/api/v1/editions', `"${'x'.repeat(3 * 1024 * 1024)}"`, json)],
    ['a broken escape', world.app.ask('GET', '/api/v1/editions/%ff%fe', { cookie })],
    ['a NUL in a path', world.app.ask('GET', '/api/v1/editions/a%00b', { cookie })],
    ['a NUL in a query', world.app.ask('GET', '/api/v1/editions?q=a%00b', { cookie })],
    ['a surrogate in a query', world.app.ask('GET', '/api/v1/organisations?q=%ED%A0%80', { cookie })],
    ['a doubled parameter', world.app.ask('GET', '/api/v1/editions?limit=1&limit=2', { cookie })],
    ['a nested parameter', world.app.ask('GET', '/api/v1/editions?limit[a]=1&q[__proto__][x]=1', { cookie })],
    ['a cursor of no list', world.app.ask('GET', `/api/v1/offices/${world.offices.fair}/audit?cursor=9999-12-31`, { cookie })],
    ['another method', world.app.ask('PUT', edition, { cookie, json: {} })],
    ['another path', world.app.ask('GET', '/api/v1/nothing', { cookie })],
    ['a strange key', world.app.ask('POST', '/api/v1/editions', { cookie, json: {}, headers: { 'idempotency-key': 'x'.repeat(5000) } })],
    ['a strange version', world.app.ask('PATCH', edition, { cookie, json: {}, headers: { 'if-match': '"99999999999999999999"' } })],
    ['a strange language', world.app.ask('GET', '/api/v1/nothing', { headers: { 'accept-language': ';q=,,*;q=9'.repeat(500) } })],
    ['a strange cookie', world.app.ask('GET', `${edition}/requests`, { cookie: `${cookie}x; a=%%%; ${'b=c;'.repeat(500)}` })],
  ];
  const wrong: string[] = [];
  for (const [name, asked] of answers) {
    const answer = await asked;
    const found =
      wrongWith(answer) ??
      (answer.status < 400 && !name.includes('parameter') && !name.includes('query') ? `accepted: ${answer.text.slice(0, 100)}` : null);
    if (found !== null) wrong.push(`${name}: ${answer.status} ${found}`);
  }
  expect(wrong).toEqual([]);
});

test('a field that nobody knows is refused by its name, with all else that is wrong, and nothing is written', async () => {
  const { app } = world;
  const { cookie = '' } = world.person('fair');
  const before = await hashesOf(app.db);
  const name = { en: { text: 'Mersey Works', origin: 'human', sorce: 'x' } };
  const answer = await app.ask('POST', '/api/v1/organisations', {
    cookie,
    json: { office: world.offices.fair, name, country: 5, contry: 'GB' },
  });
  expect(answer.status).toBe(422);
  expect(answer.body).toMatchObject({
    errors: [
      { path: ['name', 'en', 'sorce'], code: 'kernel.unknown_key' },
      { path: ['contry'], code: 'kernel.unknown_key' },
      { path: ['country'], code: 'kernel.wrong_type' },
    ],
  });
  expect((await app.ask('GET', '/api/v1/cities?contry=GB')).status).toBe(422);
  expect(await hashesOf(app.db)).toEqual(before);
});

test.each(['application/xml', 'text/csv', 'image/png', 'application/octet-stream', 'application/x-www-form-urlencoded', ''])(
  'a body of the type %j is refused, never read as a file whose properties are fields',
  async (type) => {
    const { cookie = '' } = world.person('fair');
    const headers = { 'content-type': type, 'content-length': '9', 'content-disposition': 'attachment; filename="Mallory"' };
    const answer = await world.app.ask('PATCH', '/api/v1/account', { cookie, json: 'Mallory', headers });
    expect([answer.status, answer.body]).toEqual([415, expect.objectContaining({ code: 'kernel.unsupported' })]);
    // An empty one would be a file, too; without a type there is none.
    const empty = await world.app.ask('PATCH', '/api/v1/account', { cookie, headers: type === '' ? {} : { 'content-type': type } });
    expect(empty.status).toBe(type === '' ? 422 : 415);
  },
);

/** Every place of an input besides what its address holds, at any depth. */
function placesIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [...(path.length === 0 ? [] : [path]), ...inner.flatMap(([key, part]) => placesIn(part, [...path, key]))];
}

function withAt(value: unknown, [key = '', ...rest]: readonly string[], other: unknown): unknown {
  if (Array.isArray(value)) return value.map((part: unknown, at) => (String(at) === key ? changedAt(part, rest, other) : part));
  const entries = Object.entries(value as Input).map(([name, part]) => [name, name === key ? changedAt(part, rest, other) : part] as const);
  return Object.fromEntries(entries.filter(([, part]) => part !== undefined));
}
const changedAt = (value: unknown, rest: readonly string[], other: unknown): unknown =>
  rest.length === 0 ? other : withAt(value, rest, other);

const lies = (inner: readonly unknown[], outer: readonly unknown[]): boolean =>
  outer.every((part, at) => String(part) === String(inner[at]));
/** What decides what else is asked: of which kind a thing is, whose it is, and by which way it goes. */
const deciding = ['kind', 'type', 'attribute', 'change', 'class', 'office', 'route', 'verdict'];

const stands = async ({ table, id, key }: NonNullable<Change['guards']>): Promise<boolean> =>
  (await world.app.db.owner.query(`select 1 from ${table} where ${key ?? 'id'} = $1`, [id])).rows.length > 0;

test('two things that are wrong with one input are both told, wherever they lie in it', async () => {
  const chance = chanceOf(Number(process.env['HANSA_SEED'] ?? '31'));
  const wrongs: readonly { readonly is: unknown }[] = [undefined, null, '', {}, [], 'soon', -1, 5].map((is) => ({ is }));
  const missed: string[] = [];
  let told = 0;
  for (const [operation, change] of [...changesOf(world)].filter((_, at) => at % apart === 0)) {
    const inPath = parametersOf(procedureOf(operation).path);
    const places = placesIn(change.input).filter(([first = '']) => !inPath.includes(first));
    if (places.length < 2 || Object.values(change.input).some((part) => part instanceof Blob)) continue;
    // What is to be fetched is judged only where it can be.
    if (operation === 'reference.fetchReferenceImport') continue;
    // Two wrong values that may be left out are right: what an operation before removed by them is not there to be asked about.
    if (change.guards !== undefined && !(await stands(change.guards))) continue;
    const version = await versionNow(world, change);
    const errorsOf = async (input: unknown): Promise<readonly (readonly unknown[])[]> => {
      const { status, body } = await call(world.app, operation, input as Input, { cookie: world.person(change.by).cookie, version });
      return status === 422
        ? (body as { readonly errors: readonly { readonly path: readonly unknown[] }[] }).errors.map(({ path }) => path)
        : [];
    };
    for (let n = 0; n < rounds; n++) {
      const [a, b] = [chance.pick(places), chance.pick(places)];
      if (lies(a, b) || lies(b, a) || [a, b].some((path) => deciding.includes(path.at(-1) ?? ''))) continue;
      const [wrongA, wrongB] = [chance.pick(wrongs).is, chance.pick(wrongs).is];
      const isTold = (errors: readonly (readonly unknown[])[], place: readonly string[]) =>
        errors.some((path) => lies(path, place) || lies(place, path));
      const both = await errorsOf(withAt(withAt(change.input, a, wrongA), b, wrongB));
      if (isTold(both, a) && isTold(both, b)) {
        told += 1;
        continue;
      }
      // Told alone, it must be told with the other.
      const alone = [await errorsOf(withAt(change.input, a, wrongA)), await errorsOf(withAt(change.input, b, wrongB))] as const;
      if (!isTold(alone[0], a) || !isTold(alone[1], b)) continue;
      const say = (place: readonly string[], wrong: unknown) => `${place.join('.')} ${JSON.stringify(wrong) ?? 'left out'}`;
      missed.push(`${operation}: ${say(a, wrongA)}, ${say(b, wrongB)}: told ${both.map((path) => path.join('.')).join(', ') || 'nothing'}`);
    }
  }
  expect(missed).toEqual([]);
  expect(told).toBeGreaterThan((rounds * 20) / apart);
}, 600_000);

test('for every input there is something that can stand in for any part of it', () => {
  const lacking = everyProcedure.filter(
    ({ input, meta }) =>
      input instanceof z.core.$ZodType &&
      meta.takesFile !== true &&
      (['low', 'high'] as const).some((end) => standIn(input, end) === undefined),
  );
  expect(lacking.map(({ operation }) => operation)).toEqual([]);
});
