// How long the net of ties takes to answer at the server: ways between any two cities, a city's own network, partner candidates - as the
// app role under row-level security, for the public, on a world of 18,000 cities and 30,000 ties drawn from a seed.
// Usage: npm run bench:network [-- --pairs 300] [--seed 1]
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import pg from 'pg';
import type { Result } from '#kernel/result.ts';
import { drawMap } from '#modules/network/api/draw-map.ts';
import { findCandidates } from '#modules/network/api/find-candidates.ts';
import { findPath } from '#modules/network/api/find-path.ts';
import { listSharedSisters, getNetwork } from '#modules/network/api/get-network.ts';
import { openDatabase } from '#platform/postgres/database.ts';
import { inWork, nobody, type Transact } from '#platform/work.ts';
import { openNetWorld, worldSize } from './net-world.ts';

const { values: asked } = parseArgs({ options: { pairs: { type: 'string', default: '300' }, seed: { type: 'string', default: '1' } } });
const questions = Number(asked.pairs);

const { world, serverUrl, migratorUrl, close } = await openNetWorld({ ...worldSize, seed: Number(asked.seed) });
const database = openDatabase(serverUrl);
const transact: Transact = (use) => inWork(database, nobody('en'), use);

const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.value;
};

const watching = new pg.Client({ connectionString: migratorUrl });
await watching.connect();

/** Milliseconds of processor time, of this process and of the database's for it: on a busy machine they say more than the clock. */
async function processorMilliseconds(): Promise<number> {
  const { rows } = await watching.query<{ readonly pid: number }>("select pid from pg_stat_activity where usename = 'hansa_server'");
  const ticks = rows.map(({ pid }) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return Number(fields[11]) + Number(fields[12]);
  });
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000 + 10 * ticks.reduce((sum, tick) => sum + tick, 0);
}

async function timesOf(use: (round: number) => Promise<unknown>, rounds: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    await use(round);
    times.push(performance.now() - began);
  }
  return times.toSorted((x, y) => x - y);
}

const at = (round: number, step: number): string => world.cities[(round * step + 13) % world.cities.length]?.slug ?? '';
const distances = new Map<number | null, number>();
/** Every city is as likely: most are towns with one tie. */
const anyTwo = (round: number) => ({ city: at(round, 7919), withCity: at(round + 1, 104_729) });
/** The greatest, whose rims are the widest. */
const hubs = (round: number) => ({
  city: world.cities[round % 60]?.slug ?? '',
  withCity: world.cities[(round * 7 + 61) % 200]?.slug ?? '',
});

try {
  const rows: Record<string, Record<string, string>> = {};
  const measure = async (name: string, use: (round: number) => Promise<unknown>, rounds = questions): Promise<void> => {
    for (let warm = 0; warm < 5; warm += 1) await use(warm * 7);
    const before = await processorMilliseconds();
    const times = await timesOf(use, rounds);
    const processor = ((await processorMilliseconds()) - before) / rounds;
    const part = (share: number): string => (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(1);
    rows[name] = {
      'p50 ms': part(0.5),
      'p95 ms': part(0.95),
      'p99 ms': part(0.99),
      'most ms': part(1),
      'processor ms': processor.toFixed(1),
    };
  };
  await measure('way between any two', async (round) => {
    const { distance } = valueOf(await transact((work) => findPath(work, anyTwo(round))));
    distances.set(distance, (distances.get(distance) ?? 0) + 1);
  });
  await measure('way between two hubs', async (round) => valueOf(await transact((work) => findPath(work, hubs(round)))));
  await measure('network of any city', async (round) => valueOf(await transact((work) => getNetwork(work, { city: at(round, 7919) }))));
  await measure('network of a hub', async (round) =>
    valueOf(await transact((work) => getNetwork(work, { city: world.cities[round % 100]?.slug ?? '' }))),
  );
  await measure('shared sisters of two hubs', async (round) => valueOf(await transact((work) => listSharedSisters(work, hubs(round)))));
  await measure('candidates of a hub', async (round) =>
    valueOf(await findCandidates(transact, { city: world.cities[round % 100]?.slug ?? '' })),
  );
  await measure('the whole map', async () => valueOf(await transact((work) => drawMap(work, {}))), 10);
  console.log(
    `${world.cities.length} cities, ${world.pairs.length} ties, ${questions} questions each, load ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')}`,
  );
  console.table(rows);
  console.log(
    'ties between any two:',
    Object.fromEntries([...distances].toSorted(([x], [y]) => (x ?? 99) - (y ?? 99)).map(([d, n]) => [d ?? 'no way', n])),
  );
} finally {
  await watching.end();
  await database.close();
  await close();
}
