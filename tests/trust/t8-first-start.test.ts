// T8, before there is a database to lock: two that start on the same new folder at once share one, whoever is first.
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEmbeddedPostgres } from '#platform/postgres/embedded.ts';

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
