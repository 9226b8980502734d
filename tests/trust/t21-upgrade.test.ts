// T21, small: the demo of an earlier version, kept as rows, is brought up to date: nothing is lost, its chains hold, and an upgrade that is
// killed half way leaves the old shape whole. `npm run trust -- t21` does it with real earlier versions (`t21-upgrade.journey.ts`).
import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrationFolders } from '#platform/postgres/migration-folders.ts';
import { migrate } from '#platform/postgres/migrate.ts';
import { ensureRoles } from '#platform/postgres/roles.ts';
import { startEmbeddedPostgres } from '#platform/postgres/embedded.ts';
import { onDatabase } from '#platform/postgres/listening.ts';
import { testFolder } from '#platform/postgres/test-database.ts';
import { differenceOf, putEarlier, readEarlier, takeEarlier, type Earlier } from '../fixtures/database/earlier.ts';

const earlier: Earlier = readEarlier(join(import.meta.dirname, '../fixtures/database/earlier-demo.json.gz'));
const name = `upgrade_${process.pid}`;
let migratorUrl: string;
let superuser: pg.Client;
let admin: pg.Client;
let folder: string;

/** The migrations of the earlier version, as files of a folder of their own: released ones never change. */
function earlierMigrations(): string {
  const made = mkdtempSync(join(tmpdir(), 'hansa-earlier-'));
  for (const from of migrationFolders)
    for (const file of readdirSync(from))
      if (earlier.migrations.includes(file.replace(/\.sql$/, ''))) symlinkSync(join(from, file), join(made, file));
  return made;
}

beforeAll(async () => {
  const postgres = await startEmbeddedPostgres({ folder: testFolder(), durability: 'volatile' });
  await ensureRoles(postgres.migratorUrl, postgres.serverUrl);
  admin = new pg.Client({ connectionString: postgres.superuserUrl });
  await admin.connect();
  await admin.query(`create database ${name} owner hansa_migrator`);
  const on = (url: string): string => onDatabase(url, name);
  migratorUrl = on(postgres.migratorUrl);
  folder = earlierMigrations();
  expect(readdirSync(folder)).toHaveLength(earlier.migrations.length);
  await migrate(migratorUrl, [folder]);
  superuser = new pg.Client({ connectionString: on(postgres.superuserUrl) });
  await superuser.connect();
  await putEarlier(superuser, earlier);
});
afterAll(async () => {
  await superuser.end();
  await admin.query(`drop database ${name} with (force)`);
  await admin.end();
  rmSync(folder, { recursive: true, force: true });
});

test('an upgrade that is killed in the middle leaves every row and the old shape; the next one completes it, and loses nothing', async () => {
  const before = await takeEarlier(superuser);
  expect(differenceOf(earlier, before)).toMatchObject({ lost: [], changed: [] });
  // Somebody reads the accounts meanwhile: the migration that alters them waits, in the midst of all that it has done.
  const reader = new pg.Client({ connectionString: migratorUrl });
  await reader.connect();
  await reader.query('begin; lock table accounts.account in access share mode');
  const killed = migrate(migratorUrl, migrationFolders).then(
    () => 'it ended',
    () => 'killed',
  );
  const waits = `select pid from pg_locks where database = (select oid from pg_database where datname = $1) and not granted and locktype = 'relation'`;
  let pid: number | undefined;
  while (pid === undefined) pid = (await admin.query<{ pid: number }>(waits, [name])).rows[0]?.pid;
  await admin.query('select pg_terminate_backend($1)', [pid]);
  expect(await killed).toBe('killed');
  await reader.query('rollback');
  await reader.end();
  expect(await takeEarlier(superuser)).toEqual(before);
  const ran = await migrate(migratorUrl, migrationFolders);
  expect(ran.length).toBeGreaterThan(10);
  const after = await takeEarlier(superuser);
  const { lost, changed, compared } = differenceOf(before, after);
  expect({ lost, changed }).toEqual({ lost: [], changed: [] });
  expect(compared).toBeGreaterThan(3000);
});

test('chains that held hold, end in what they ended in before, and lead from nobody to anybody who is erased', async () => {
  await superuser.query(`select set_config('hansa.owns', (select array_agg(id)::text from accounts.office), false)`);
  const { rows } = await superuser.query<{ broken: number | null }>('select accounts.first_broken_seal(id) as broken from accounts.office');
  expect(rows.filter(({ broken }) => broken !== null)).toEqual([]);
  const heads = earlier.tables['accounts.audit_head']?.rows ?? [];
  expect(heads.length).toBeGreaterThan(3);
  const { rows: resealed } = await superuser.query<{ office: string; digest: string }>(
    `select office, digest from accounts.audit_entry where use_case = 'reseal-audit'`,
  );
  expect(new Map(resealed.map(({ office, digest }) => [office, digest]))).toEqual(
    new Map(heads.map((head) => [head['office'], head['hash']])),
  );
  const { rowCount } = await superuser.query(
    'select 1 from accounts.audit_entry e join accounts.account a on a.id = e.account or a.id = any (e.subjects)',
  );
  expect(rowCount).toBe(0);
});

test('a migration that landed later under a lower number runs all the same; one that is missing is a newer database, and refused', async () => {
  const landed = mkdtempSync(join(tmpdir(), 'hansa-landed-'));
  const own = `${name}_order`;
  await admin.query(`create database ${own} owner hansa_migrator`);
  try {
    const url = onDatabase(migratorUrl, own);
    writeFileSync(join(landed, '9002-second.sql'), 'create table public.second (id int);');
    expect(await migrate(url, [landed])).toEqual(['9002-second']);
    writeFileSync(join(landed, '9001-first.sql'), 'create table public.first (id int);');
    expect(await migrate(url, [landed])).toEqual(['9001-first']);
    rmSync(join(landed, '9001-first.sql'));
    await expect(migrate(url, [landed])).rejects.toThrow('does not fit this version');
  } finally {
    await admin.query(`drop database ${own} with (force)`);
    rmSync(landed, { recursive: true, force: true });
  }
});
