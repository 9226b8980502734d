// Databases for tests: one real embedded PostgreSQL for the run, a migrated template, and clones of it: one for all files of a process that
// only add offices of their own, one for each file that looks at everything there is, or takes something away.
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, expect } from 'vitest';
import type { AccountId, OfficeId } from '#kernel/ids.ts';
import type { Result } from '#kernel/result.ts';
import { inWork, newId, nobody, type Work } from '../work.ts';
import { installJobs } from '../jobs/jobs.ts';
import { openDatabase, type Database } from './database.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded.ts';
import { onDatabase } from './listening.ts';
import { migrate } from './migrate.ts';
import { migrationFolders } from './migration-folders.ts';
import { ensureRoles } from './roles.ts';

/** The folder of the run's cluster; given by the runner, so that all its workers share one. */
export const testFolder = (): string => process.env['HANSA_TEST_DATA'] ?? join(tmpdir(), `hansa-test-${process.getuid?.() ?? 0}`);

const fingerprint = (folders: readonly string[]): string => {
  const hash = createHash('sha256').update(jobNames.join());
  for (const folder of folders)
    for (const file of readdirSync(folder).sort()) if (file.endsWith('.sql')) hash.update(file).update(readFileSync(join(folder, file)));
  return hash.digest('hex').slice(0, 16);
};

let cluster: Promise<EmbeddedPostgres> | undefined;
const startCluster = (): Promise<EmbeddedPostgres> => {
  mkdirSync(testFolder(), { recursive: true });
  cluster ??= startEmbeddedPostgres({ folder: testFolder(), durability: 'volatile' });
  return cluster;
};

/** Queues of jobs that use cases send: tests do the jobs themselves. */
const jobNames = ['plan-meetings', 'reference-import', 'reference-open', 'deliver-webhooks'];

/** Has a database made unless it stands already; safe for several workers at once. */
export async function ensureDatabase(name: string, make: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: (await startCluster()).superuserUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [name]);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 0) await make(client);
  } finally {
    await client.end();
  }
}

/** Makes the template of these migrations unless it stands already. */
async function ensureTemplate(postgres: EmbeddedPostgres): Promise<string> {
  const template = `template_${fingerprint(migrationFolders)}`;
  await ensureDatabase(template, async (client) => {
    await client.query(`drop database if exists ${template}_half with (force)`);
    await ensureRoles(postgres.migratorUrl, postgres.serverUrl);
    await client.query(`create database ${template}_half owner hansa_migrator`);
    await migrate(onDatabase(postgres.migratorUrl, `${template}_half`), migrationFolders);
    const queues = jobNames.map((name) => ({ name, expireSeconds: 900, retries: 2 }));
    await installJobs(onDatabase(postgres.migratorUrl, `${template}_half`), queues);
    await client.query(`alter database ${template}_half rename to ${template}`);
  });
  return template;
}

export interface TestDatabase {
  readonly database: Database;
  readonly migratorUrl: string;
  readonly serverUrl: string;
  /** Runs as a connection that sees every row: to look behind the policies, never to do what a use case does. */
  readonly owner: pg.Pool;
  /** Founds an office with a first owner, as the operator does. */
  readonly foundOffice: (options?: {
    readonly kind?: 'city' | 'organiser' | 'chamber' | 'company' | 'register';
    readonly slug?: string;
  }) => Promise<TestOffice>;
  /** Adds a person with a role to an office. */
  readonly addMember: (office: OfficeId, role: 'owner' | 'editor' | 'viewer') => Promise<AccountId>;
  /** Runs a use case as the account (null: the public) in a transaction of its own. */
  readonly as: <T>(account: AccountId | null, use: (work: Work) => Promise<Result<T>>, expectedVersion?: number) => Promise<Result<T>>;
  /** Ends it; under a name it is kept, as a template for others. */
  readonly close: (keptAs?: string) => Promise<void>;
}

export interface TestOffice {
  readonly office: OfficeId;
  readonly owner: AccountId;
}

let shared: Promise<TestDatabase> | undefined;
let register: Promise<TestOffice> | undefined;

/**
 * The database that test files of this process share, each with offices, cities and editions of its own: what a connection has once planned
 * is planned for all of them. It ends with the run. Of register offices there is one, for whoever asks.
 */
export async function shareTestDatabase(): Promise<TestDatabase> {
  shared ??= openTestDatabase();
  const db = await shared;
  return {
    ...db,
    foundOffice: (options) => (options?.kind === 'register' ? (register ??= db.foundOffice(options)) : db.foundOffice(options)),
    close: () => Promise.resolve(),
  };
}

/** A database of the test file that asks for it, until its last test is done. */
export async function ownTestDatabase(): Promise<TestDatabase> {
  const db = await openTestDatabase();
  afterAll(() => db.close());
  return db;
}

/** Clones a template, usually that of the migrations; close it in `afterAll`. */
export async function openTestDatabase(filled?: string): Promise<TestDatabase> {
  const postgres = await startCluster();
  const template = filled ?? (await ensureTemplate(postgres));
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: postgres.superuserUrl });
  await client.connect();
  // The other strategy writes every page to the log as well, for a crash that no test database has to outlive.
  await client.query(`create database ${name} template ${template} owner hansa_migrator strategy file_copy`);
  const migratorUrl = onDatabase(postgres.migratorUrl, name);
  const serverUrl = onDatabase(postgres.serverUrl, name);
  const owner = new pg.Pool({ connectionString: migratorUrl, max: 4 });
  // Dropping the database at the end cuts connections that are still closing.
  owner.on('error', () => undefined);
  const database = openDatabase(serverUrl);
  return {
    database,
    migratorUrl,
    serverUrl,
    owner,
    foundOffice: async ({ kind = 'organiser', slug } = {}) => {
      const office = newId<'Office'>();
      const account = newId<'Account'>();
      const label = slug ?? `office-${office}`;
      await owner.query('select accounts.found_office($1, $2, $3, $4, $5, $6, $7, $8)', [
        office,
        label,
        { en: { text: label, origin: 'human' } },
        kind,
        account,
        `${account}@example.org`,
        `Owner of ${label}`,
        'en',
      ]);
      return { office, owner: account };
    },
    addMember: async (office, role) => {
      const account = newId<'Account'>();
      await owner.query('insert into accounts.account (id, email, name) values ($1, $2, $3)', [
        account,
        `${account}@example.org`,
        `A ${role}`,
      ]);
      await owner.query('insert into accounts.membership (office, account, role, accepted_at) values ($1, $2, $3, now())', [
        office,
        account,
        role,
      ]);
      return account;
    },
    as: (account, use, expectedVersion) => inWork(database, { ...nobody(), account, expectedVersion: expectedVersion ?? null }, use),
    close: async (keptAs) => {
      await database.close();
      await owner.end();
      await client.query(keptAs === undefined ? `drop database ${name} with (force)` : `alter database ${name} rename to ${keptAs}`);
      await client.end();
    },
  };
}

/** The value of a result that must have succeeded; a refusal fails the test and is shown. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) expect.fail(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
