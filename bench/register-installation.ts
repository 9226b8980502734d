// An empty installation for the benchmark of the register: a database as the product starts it, and a register office that imports.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { AccountId, OfficeId } from '#kernel/ids.ts';
import type { Result } from '#kernel/result.ts';
import { referenceJobs } from '#modules/reference/jobs.ts';
import { openDatabase, type Database } from '#platform/postgres/database.ts';
import { startEmbeddedPostgres } from '#platform/postgres/embedded.ts';
import { migrate } from '#platform/postgres/migrate.ts';
import { migrationFolders } from '#platform/postgres/migration-folders.ts';
import { ensureRoles } from '#platform/postgres/roles.ts';
import { installJobs } from '#platform/jobs/jobs.ts';
import { inWork, newId, nobody, type Work } from '#platform/work.ts';
import { secondsOfCluster } from './processor.ts';

/** What was refused is a fault of the benchmark. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

export interface Installation {
  readonly database: Database;
  readonly office: OfficeId;
  readonly account: AccountId;
  /** As the register office's editor, or as nobody. */
  readonly as: <T>(who: 'office' | 'public', use: (work: Work) => Promise<Result<T>>) => Promise<T>;
  /** Sees every row. */
  readonly owner: pg.Pool;
  /** Runs a statement that only the database's own superuser may: reading a file of the machine. */
  readonly asSuperuser: (statement: string) => Promise<void>;
  /** Seconds that the processes of the database have computed so far. */
  readonly databaseSeconds: () => number;
  readonly close: () => Promise<void>;
}

async function registerOffice(owner: pg.Pool): Promise<{ readonly office: OfficeId; readonly account: AccountId }> {
  const { rows } = await owner.query<{ office: OfficeId; account: AccountId }>(`
    select m.office, m.account from accounts.membership m join accounts.office o on o.id = m.office where o.slug = 'register'`);
  if (rows[0] !== undefined) return rows[0];
  const [office, account] = [newId<'Office'>(), newId<'Account'>()];
  const name = JSON.stringify({ en: { text: 'Register', origin: 'human' } });
  await owner.query('select accounts.found_office($1, $2, $3, $4, $5, $6, $7, $8)', [
    ...[office, 'register', name, 'register', account, 'register@example.org', 'Register', 'en'],
  ]);
  return { office, account };
}

/** In a folder that is deleted afterwards, or in one that is kept and found as it was left. */
export async function install(kept: string | null = null): Promise<Installation> {
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'hansa-register-'));
  const postgres = await startEmbeddedPostgres({ folder, durability: 'safe' });
  await ensureRoles(postgres.migratorUrl, postgres.serverUrl);
  await migrate(postgres.migratorUrl, migrationFolders);
  await installJobs(postgres.migratorUrl, referenceJobs);
  const owner = new pg.Pool({ connectionString: postgres.migratorUrl, max: 2 });
  owner.on('error', () => undefined);
  const database = openDatabase(postgres.serverUrl);
  const { office, account } = await registerOffice(owner);
  return {
    database,
    office,
    account,
    owner,
    as: async (who, use) => valueOf(await inWork(database, { ...nobody(), account: who === 'office' ? account : null }, use)),
    asSuperuser: async (statement) => {
      const client = new pg.Client({ connectionString: postgres.superuserUrl });
      await client.connect();
      await client.query(statement);
      await client.end();
    },
    databaseSeconds: () => secondsOfCluster(join(folder, 'cluster')),
    close: async () => {
      await database.close();
      await owner.end();
      await postgres.stop();
      if (kept === null) rmSync(folder, { recursive: true, force: true });
    },
  };
}
