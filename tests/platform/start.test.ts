// Starting goes wrong in one plain sentence and damages nothing; stopping leaves nothing behind.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { alive, childrenOf, databaseOf, freePort, makeFolder, root, start, until, untilReady, type Started } from './started.ts';

const MINUTES = 60_000;

/** A data folder that is stopped and removed after the test, whatever happens. */
function dataFolder(): string {
  const { folder, remove } = makeFolder();
  onTestFinished(async () => {
    const database = databaseOf(folder);
    if (database !== null) process.kill(database, 'SIGQUIT');
    await until(() => databaseOf(folder) === null);
    remove();
  });
  return folder;
}

/** What starts servers on a database; of one that is killed or finds its folder taken T7 and T8 tell in every run. */
const atFullSize = test.runIf(process.env['HANSA_ROUNDS'] !== undefined);
/** One folder for the tests that need a database which is already there; each leaves it stopped. */
const shared = makeFolder();
afterAll(async () => {
  const database = databaseOf(shared.folder);
  if (database !== null) process.kill(database, 'SIGQUIT');
  await until(() => databaseOf(shared.folder) === null);
  shared.remove();
});

/** A start that is told to stop after the test if it still runs. */
function starting(env: Readonly<Record<string, string>>): Started {
  const started = start(env);
  onTestFinished(async () => {
    started.process.kill('SIGTERM');
    await started.ended;
  });
  return started;
}

const sentences = (started: Started): readonly string[] =>
  started
    .printed()
    .split('\n')
    // Where the interface was never built the server of files says so, too.
    .filter((line) => line !== '' && !/…$|^Database brought up to date|^serveStatic: /.test(line));

test.each(['start.mjs', 'test.mjs', 'check.mjs'])('%s tells an old runtime in one sentence', async (script) => {
  const { folder, remove } = makeFolder();
  onTestFinished(remove);
  const old = path.join(folder, 'old-node.cjs');
  writeFileSync(old, `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '16.20.2' } });`);
  const started = start({}, ['--require', old, path.join(root, 'scripts', script)]);
  expect(await started.ended).toBe(1);
  expect(sentences(started)).toEqual(['Hansa needs Node.js 18 or newer to start, but this is 16.20.2: install a newer one and try again.']);
});

test('every setting that cannot be used is named at once', async () => {
  const started = starting({ PORT: 'http', HANSA_DATA: dataFolder(), HANSA_ORIGIN: 'here' });
  expect(await started.ended).toBe(1);
  expect(sentences(started)).toEqual([expect.stringMatching(/PORT .*HANSA_ORIGIN /)]);
});

atFullSize('a taken port is one sentence, and the database is stopped again', async () => {
  const { folder } = shared;
  const port = await freePort();
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
  onTestFinished(() => void other.close());
  const started = starting({ PORT: String(port), HANSA_DATA: folder });
  expect(await started.ended).toBe(1);
  expect(sentences(started)).toEqual([expect.stringContaining(String(port))]);
  expect(databaseOf(folder)).toBeNull();
});

/** Told to end, and told again: the processes that it had, and its database, are gone. */
async function endsWhole(started: Started, signal: 'SIGINT' | 'SIGTERM', folder: string): Promise<void> {
  const children = childrenOf(started.process.pid ?? 0);
  started.process.kill(signal);
  started.process.kill(signal);
  expect(await started.ended).toBe(0);
  expect(children.filter(alive)).toEqual([]);
  expect(databaseOf(folder)).toBeNull();
}

atFullSize('a second server on the same folder is refused and the first goes on, until SIGTERM leaves no process', async () => {
  const { folder } = shared;
  const [port, otherPort] = [await freePort(), await freePort()];
  const first = starting({ PORT: String(port), HANSA_DATA: folder });
  await untilReady(first, port);
  const second = starting({ PORT: String(otherPort), HANSA_DATA: folder });
  expect(await second.ended).toBe(1);
  expect(sentences(second)).toEqual([expect.stringContaining(folder)]);
  expect(await fetch(`http://127.0.0.1:${port}/ready`).then((reply) => reply.status)).toBe(200);
  expect(first.process.exitCode).toBeNull();
  await endsWhole(first, 'SIGTERM', folder);
});

atFullSize('a data folder of another PostgreSQL version is named and left alone', async () => {
  const folder = dataFolder();
  const cluster = path.join(folder, 'cluster');
  mkdirSync(cluster, { mode: 0o700 });
  writeFileSync(path.join(cluster, 'PG_VERSION'), '15\n');
  const started = starting({ PORT: String(await freePort()), HANSA_DATA: folder });
  expect(await started.ended).toBe(1);
  expect(sentences(started)).toEqual([expect.stringMatching(/PostgreSQL 15\b/)]);
  expect(readdirSync(cluster)).toEqual(['PG_VERSION']);
  expect(readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8')).toBe('15\n');
});

test('an unreachable database is one sentence without its password', async () => {
  const port = await freePort();
  const started = starting({
    PORT: String(await freePort()),
    DATABASE_URL: `postgres://server:not-to-be-shown@127.0.0.1:${port}/hansa`,
    HANSA_SECRET: 'x'.repeat(32),
  });
  expect(await started.ended).toBe(1);
  expect(sentences(started)).toEqual([expect.stringMatching(/cannot be reached/)]);
  expect(started.printed()).not.toContain('not-to-be-shown');
});

atFullSize('a start script that is killed takes its server and database with it', async () => {
  const { folder } = shared;
  const port = await freePort();
  const started = starting({ PORT: String(port), HANSA_DATA: folder });
  await untilReady(started, port);
  const children = childrenOf(started.process.pid ?? 0);
  started.process.kill('SIGKILL');
  expect(await until(() => !children.some(alive) && databaseOf(folder) === null)).toBe(true);
});

atFullSize(
  'after a server is killed the next start serves again on the same data, until SIGINT leaves no process',
  { timeout: 3 * MINUTES },
  async () => {
    const { folder } = shared;
    const port = await freePort();
    const killed = starting({ PORT: String(port), HANSA_DATA: folder });
    await untilReady(killed, port);
    for (const child of childrenOf(killed.process.pid ?? 0)) process.kill(child, 'SIGKILL');
    expect(await killed.ended).toBe(137);
    const next = starting({ PORT: String(port), HANSA_DATA: folder });
    await untilReady(next, port);
    await endsWhole(next, 'SIGINT', folder);
  },
);
