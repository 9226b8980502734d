import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { fullTest } from '#platform/full-size.ts';
import { compressed, createKeeper } from './kept-answers.ts';

const clock = { now: 10_000 };
const freshness = { milliseconds: 5000, untilWritten: true };
const asking = (headers: Readonly<Record<string, string>> = {}) => new Request('http://localhost/', { headers });
const json = { 'content-type': 'application/json' };

/** A keeper, and an answer that tells how often it was made; `finish` ends the makings that were begun. */
function opened() {
  const keeper = createKeeper(() => clock.now);
  let made = 0;
  let waiting: (() => void)[] = [];
  const make = async (): Promise<Response> => {
    const mine = ++made;
    await new Promise<void>((resolve) => waiting.push(resolve));
    return new Response(`${mine} ${'long '.repeat(500)}`, { headers: json });
  };
  const ask = async (headers: Readonly<Record<string, string>> = {}, key = 'a'): Promise<Response> => {
    const answer = keeper.answer({ request: asking(headers), key, freshness }, make);
    await Promise.resolve();
    for (const finish of waiting) finish();
    waiting = [];
    return answer;
  };
  const numberOf = async (key?: string): Promise<number> => Number.parseInt(await (await ask({}, key)).text(), 10);
  return { keeper, make, ask, numberOf, made: () => made, begun: () => waiting };
}

test('what is asked for at once is made once, and given again while it is fresh', async () => {
  const { keeper, make, begun, numberOf, made } = opened();
  const both = [1, 2].map(() => keeper.answer({ request: asking(), key: 'a', freshness }, make));
  for (const finish of begun()) finish();
  expect(await Promise.all(both.map(async (answer) => Number.parseInt(await (await answer).text(), 10)))).toEqual([1, 1]);
  clock.now += 4999;
  expect(await numberOf()).toBe(1);
  expect(await numberOf('another')).toBe(2);
  clock.now += 1;
  expect(await numberOf()).toBe(3);
  expect(made()).toBe(3);
});

test('after a write what was begun before is made anew at once; under steady writing once a second', async () => {
  const { keeper, make, begun, numberOf } = opened();
  const before = keeper.answer({ request: asking(), key: 'a', freshness }, make);
  clock.now += 10;
  keeper.forget();
  clock.now += 10;
  // The making that may not have seen the write still runs: nobody who asks now is given what it makes.
  const [finishBefore] = begun();
  expect(await numberOf()).toBe(2);
  finishBefore?.();
  expect(Number.parseInt(await (await before).text(), 10)).toBe(1);
  clock.now += 10;
  keeper.forget();
  expect(await numberOf()).toBe(2);
  clock.now += 1000;
  expect(await numberOf()).toBe(3);
});

test('a value is kept as answers are, and made anew after it failed', async () => {
  const keeper = createKeeper(() => clock.now);
  let made = 0;
  const value = keeper.value(freshness, async () => {
    made += 1;
    if (made === 3) throw new Error('away');
    return Promise.resolve(made);
  });
  expect(await Promise.all([value(), value()])).toEqual([1, 1]);
  clock.now += 4999;
  expect(await value()).toBe(1);
  clock.now += 1;
  expect(await value()).toBe(2);
  clock.now += 1;
  keeper.forget();
  await expect(value()).rejects.toThrow('away');
  expect(await value()).toBe(4);
});

test('who has it is told so; who takes it packed gets it packed; only whole answers are kept', async () => {
  const { keeper, ask } = opened();
  const first = await ask();
  const etag = first.headers.get('etag') ?? '';
  expect(first.headers.get('vary')).toBe('accept-encoding');
  expect((await ask({ 'if-none-match': `"x", ${etag}` })).status).toBe(304);
  const packed = await ask({ 'accept-encoding': 'br, gzip' });
  expect(packed.headers.get('content-encoding')).toBe('gzip');
  expect(gunzipSync(new Uint8Array(await packed.arrayBuffer())).toString()).toBe(await first.text());
  const refusing = () => Promise.resolve(new Response('no', { status: 404 }));
  const asked = { request: asking({ 'if-none-match': '*' }), key: 'none', freshness };
  expect((await keeper.answer(asked, refusing)).status).toBe(404);
  expect(keeper.standing(asked)).toBeNull();
});

fullTest('what is kept is bounded: the longest unused leaves first', async () => {
  const { keeper } = opened();
  const megabytes = new Uint8Array(10 * 1024 * 1024);
  const ask = (key: string) => ({ request: asking(), key, freshness });
  const keep = (key: string) => keeper.answer(ask(key), () => Promise.resolve(new Response(megabytes)));
  for (const key of ['1', '2', '3', '4', '5', '6']) await keep(key);
  await keeper.standing(ask('1'));
  await keep('7');
  expect(keeper.standing(ask('2'))).toBeNull();
  expect((await keeper.standing(ask('1')))?.status).toBe(200);
});

test('other answers are packed where it pays', async () => {
  const request = asking({ 'accept-encoding': 'gzip' });
  const of = async (text: string, type: string) =>
    (await compressed(request, new Response(text, { headers: { 'content-type': type } }))).headers.get('content-encoding');
  expect(await of('x'.repeat(5000), 'application/json')).toBe('gzip');
  expect(await of('x'.repeat(500), 'application/json')).toBeNull();
  expect(await of('x'.repeat(5000), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')).toBeNull();
});
