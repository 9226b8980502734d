import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig, type Config } from '#platform/config.ts';
import { openPostgres, type OpenPostgres } from './open-postgres.ts';

let folder: string;
let config: Config;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hansa-open-'));
  await chmod(folder, 0o755);
  config = readConfig({ HANSA_DATA: folder });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const open = (reset = false): Promise<OpenPostgres> => openPostgres(config, { reset, onStep: () => undefined });

async function answerOf(url: string, question: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return Object.values((await client.query<Record<string, unknown>>(question)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

test('a demo is made new: nothing of the old one is left, whatever module it belongs to', async () => {
  const first = await open();
  await answerOf(first.migratorUrl, `create table cities.left_over ()`);
  await answerOf(
    first.migratorUrl,
    `insert into platform.mail (id, recipient, language, subject, body) values (gen_random_uuid(), 'a', 'en', 's', 'b')`,
  );
  await first.close();
  const second = await open(true);
  try {
    expect(await answerOf(second.migratorUrl, 'select count(*)::int from platform.mail')).toBe(0);
    expect(await answerOf(second.migratorUrl, `select to_regclass('cities.left_over')`)).toBeNull();
  } finally {
    await second.close();
  }
});

test('one that starts while another is stopping works on a database that stays', async () => {
  for (const head of [0, 30, 150]) {
    const first = await open();
    const stopping = first.close();
    await new Promise((resolve) => setTimeout(resolve, head));
    const second = await open();
    await stopping;
    expect(await answerOf(second.serverUrl, 'select 1')).toBe(1);
    await second.close();
  }
});
