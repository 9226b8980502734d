// T8. Before there is a database to lock, two that start on the same new folder share one, whoever is first; afterwards a second opener is
// refused before it has loaded what it would need to serve, and the first goes on.
import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEmbeddedPostgres } from '#platform/postgres/embedded.ts';
import { holdFolder } from '#platform/postgres/single-server.ts';
import { main, root } from '../platform/started.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hansa-t8-'));
  await chmod(folder, 0o755);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('two first starts at once: one cluster, one set of secrets, and every address opens', async () => {
  const started = await Promise.all([1, 2].map(() => startEmbeddedPostgres({ folder, durability: 'volatile' })));
  try {
    expect(new Set(started.map(({ secrets }) => JSON.stringify(secrets))).size).toBe(1);
    for (const { serverUrl, migratorUrl, superuserUrl } of started)
      for (const connectionString of [serverUrl, migratorUrl, superuserUrl]) {
        const client = new pg.Client({ connectionString });
        await client.connect();
        await client.end();
      }
    const left = (await readdir(folder)).filter((name) => /^(cluster|secrets)/.test(name));
    expect(left.sort()).toEqual(['cluster', 'secrets.json']);
  } finally {
    await started[0]?.stop();
  }
});

/** Runs Node to its end; what it printed, and the milliseconds. */
function run(...args: readonly string[]) {
  const began = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [...args], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HANSA_DATA: folder, HANSA_DEMO: '0', PORT: '1' },
  });
  return { status, stderr, milliseconds: performance.now() - began };
}

test('a second server on a folder is refused in words within a second, and the first keeps its database', async () => {
  const { serverUrl, stop } = await startEmbeddedPostgres({ folder, durability: 'volatile' });
  const hold = await holdFolder(serverUrl, folder);
  try {
    const bare = run('-e', '0').milliseconds;
    const { status, stderr, milliseconds } = run(main);
    expect(stderr).toContain(`Another Hansa is already running on the data folder ${folder}`);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(status).toBe(1);
    // An empty Node takes a twentieth of that on a quiet machine, more on a busy one.
    expect(milliseconds).toBeLessThan(Math.max(1000, 20 * bare));
    const client = new pg.Client({ connectionString: serverUrl });
    await client.connect();
    await client.end();
  } finally {
    await hold.release();
    await stop();
  }
});
