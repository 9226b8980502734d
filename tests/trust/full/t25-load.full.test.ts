// T25: a large installation under load, with the mix that it assumes: of a hundred requests 60 for what everybody may read (and is kept for some
// seconds), 30 that somebody who is signed in reads of their own, 10 that write. Server, database and load share this machine, so the rates of
// a busy one say little; at full size they are demanded: 300 requests a second over ten minutes, p99 at most 200 ms, no stall over 100 ms.
import { loadavg } from 'node:os';
import { afterEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#platform/postgres/test-database.ts';
import { makeCrowd, type Crowd } from '../../fixtures/load/crowd.ts';
import { loadSteadily, type Asked } from '../../fixtures/load/steady-load.ts';
import { freePort, metricsToken, start, untilReady, type Started } from '../../platform/started.ts';

const isFull = process.env['HANSA_ROUNDS'] !== undefined;
const size = isFull
  ? { offices: 200, organisations: 100_000, editions: 50, meetings: 1_000_000 }
  : { offices: 20, organisations: 1000, editions: 4, meetings: 3000 };
const [seconds, rate] = isFull ? [600, 300] : [3, 40];
const secret = 'a-secret-of-the-tests-that-is-long-enough';

let db: TestDatabase | undefined;
let server: Started | undefined;
afterEach(async () => {
  server?.process.kill('SIGTERM');
  await server?.ended;
  await db?.close();
});

/** A hundred requests of the mix, each for another office, edition or company than the one before. */
function mixOf({ cookies, offices, editions }: Crowd, turn: number): readonly Asked[] {
  const at = <T>(list: readonly T[], n: number): T => list[(turn * 37 + n) % list.length] ?? expect.fail('nothing to ask for');
  const everybody = (n: number): string =>
    [
      `/api/v1/editions`,
      `/api/v1/editions/${at(editions, n).id}`,
      `/api/v1/organisations?limit=50`,
      `/api/v1/cities`,
      `/api/v1/editions/${at(editions, n).id}/directory`,
      '/',
    ][n % 6] ?? '/';
  const own = (n: number): Asked => {
    const edition = at(editions, n);
    const [path = '', office = 0] = (
      [
        [`/api/v1/session`, n],
        [`/api/v1/organisations?limit=50`, n],
        [`/api/v1/offices/${at(offices, n)}/members`, n],
        [`/api/v1/editions/${edition.id}/participants?limit=50`, edition.office - turn * 37],
        [`/api/v1/editions/${edition.id}/requests?limit=50`, edition.office - turn * 37],
      ] as const
    )[((n % 10) - 6 + 3 * Math.floor(n / 10)) % 5] ?? ['', 0];
    return { method: 'GET', path, headers: { cookie: at(cookies, office + cookies.length * turn * 37) } };
  };
  const write = (n: number): Asked => ({
    method: 'POST',
    path: '/api/v1/organisations',
    headers: { cookie: at(cookies, n), 'content-type': 'application/json' },
    body: JSON.stringify({ office: at(offices, n), name: { en: { text: `New company ${turn} ${n}`, origin: 'human' } }, country: 'CN' }),
  });
  return Array.from({ length: 100 }, (_, n) =>
    n % 10 < 6 ? { method: 'GET' as const, path: everybody(n) } : n % 10 < 9 ? own(n) : write(n),
  );
}

const stallOf = async (base: string): Promise<number> => {
  const text = await (await fetch(`${base}/metrics`, { headers: { authorization: `Bearer ${metricsToken}` } })).text();
  return Number(/^nodejs_eventloop_lag_max_seconds (\S+)/m.exec(text)?.[1] ?? Number.NaN) * 1000;
};

test(
  `${size.offices} offices, ${size.organisations} organisations, ${size.meetings} meetings: ${seconds} s of reads and writes without an error`,
  { timeout: 3_600_000 },
  async () => {
    db = await openTestDatabase();
    const crowd = await makeCrowd(db.migratorUrl, secret, size);
    const { rows } = await db.owner.query<{ n: number }>('select count(*)::int as n from meetings.meeting');
    expect(rows[0]?.n).toBeGreaterThan(size.meetings * 0.9);
    const port = await freePort();
    const base = `http://127.0.0.1:${port}`;
    server = start({
      ...{ PORT: String(port), HANSA_ORIGIN: base, HANSA_SECRET: secret, HANSA_ALLOW_UNSAFE_DISK: '1' },
      ...{ DATABASE_URL: db.serverUrl, DATABASE_MIGRATOR_URL: db.migratorUrl },
    });
    await untilReady(server, port);
    for (const { path, method, headers } of mixOf(crowd, 0).filter((asked) => asked.method === 'GET')) {
      const { status } = await fetch(`${base}${path}`, { method, ...(headers === undefined ? {} : { headers }) });
      expect(status, path).toBe(200);
    }
    await stallOf(base);
    const requests = Array.from({ length: 20 }, (_, turn) => mixOf(crowd, turn)).flat();
    // A tenth more than is demanded: the average says whether the server keeps up.
    const result = await loadSteadily(base, requests, { rate: isFull ? rate * 1.1 : rate, seconds, connections: 50 });
    const stall = await stallOf(base);
    const { average, total, p50, p99, errors, refused } = result;
    console.log(
      `T25: ${total} requests in ${seconds} s, ${average.toFixed(0)}/s, p50 ${p50} ms, p99 ${p99} ms, ${errors} errors, ${refused} refused, longest stall ${stall.toFixed(0)} ms; load of the machine ${loadavg()[0]?.toFixed(1)}`,
    );
    expect(errors).toBe(0);
    expect(refused).toBe(0);
    expect(total).toBeGreaterThan(rate);
    if (!isFull) return;
    expect(average).toBeGreaterThanOrEqual(rate);
    expect(p99).toBeLessThanOrEqual(200);
    expect(stall).toBeLessThanOrEqual(100);
  },
);
