// T9: a database that could lose what it has confirmed is refused in one sentence, unless the operator has said so.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPostgres, type OpenPostgres } from '#app/server/open-postgres.ts';
import { readConfig } from '#platform/config.ts';
import { openDatabase } from '#platform/postgres/database.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#platform/postgres/embedded.ts';
import { checkDurability } from '#platform/postgres/roles.ts';
import { SentenceError } from '#platform/sentence-error.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hansa-t9-'));
  // As root the database runs as another user, who must be able to enter.
  await chmod(folder, 0o755);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const quiet = { reset: false, onStep: () => undefined };
const configOf = (env: Readonly<Record<string, string>>) => readConfig({ HANSA_DATA: folder, LOG_LEVEL: 'silent', ...env });

async function sentenceOf(promise: Promise<unknown>): Promise<string> {
  const fault = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(fault).toBeInstanceOf(SentenceError);
  return fault instanceof Error ? fault.message : '';
}

async function opened(env: Readonly<Record<string, string>>, use: (postgres: OpenPostgres) => Promise<void>): Promise<void> {
  const postgres = await openPostgres(configOf(env), quiet);
  try {
    await use(postgres);
  } finally {
    await postgres.close();
  }
}

async function running(use: (postgres: EmbeddedPostgres) => Promise<void>, durability: 'safe' | 'volatile'): Promise<void> {
  const postgres = await startEmbeddedPostgres({ folder, durability });
  try {
    await use(postgres);
  } finally {
    await postgres.stop();
  }
}

test('started on a database with fsync off, the server says so in one sentence and does not start', async () => {
  await startEmbeddedPostgres({ folder, durability: 'volatile' });
  const sentence = await sentenceOf(openPostgres(configOf({}), quiet));
  expect(sentence).toMatch(/^The database runs with .*fsync.* off and could lose what it has confirmed: .*HANSA_ALLOW_UNSAFE_DISK=1.*\.$/);
  expect(sentence).toContain('full_page_writes');
  expect(sentence).toContain('synchronous_commit');
  expect(sentence).not.toContain('\n');
});

test('told that this is accepted, it starts', async () => {
  const postgres = await startEmbeddedPostgres({ folder, durability: 'volatile' });
  expect(postgres.secrets.session).toHaveLength(48);
  await opened({ HANSA_ALLOW_UNSAFE_DISK: '1' }, async ({ migratorUrl }) => {
    expect(await sentenceOf(checkDurability(migratorUrl, false))).toContain('fsync');
  });
});

test('started by itself, the embedded database confirms only what is on disk, for every pool of the server', async () => {
  await opened({}, async ({ serverUrl }) => {
    const database = openDatabase(serverUrl);
    const settings = `select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') order by name`;
    const safe = ['fsync', 'full_page_writes', 'synchronous_commit'].map((name) => ({ name, setting: 'on' }));
    for (const pool of [database.appPool, database.authPool]) expect((await pool.query(settings)).rows).toEqual(safe);
    await database.close();
  });
});

test('one setting off is enough to refuse', async () => {
  await running(async ({ migratorUrl, superuserUrl }) => {
    const client = new pg.Client({ connectionString: superuserUrl });
    await client.connect();
    await client.query('alter database hansa set synchronous_commit = off');
    expect(await sentenceOf(checkDurability(migratorUrl, false))).toContain('with synchronous_commit off');
    await client.query('alter database hansa reset synchronous_commit');
    await expect(checkDurability(migratorUrl, false)).resolves.toBeUndefined();
    await client.end();
  }, 'safe');
});
