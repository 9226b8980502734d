// Brings a database to the newest shape: plain SQL files of all modules in one global order, each recorded.
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { sql, Kysely, PostgresDialect } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import pg from 'pg';
import { SentenceError } from '../sentence-error.ts';

/** SQL files of the folders, by number; a number used twice is a mistake of ours and throws. */
async function readMigrations(folders: readonly string[]): Promise<Record<string, Migration>> {
  const files = (
    await Promise.all(folders.map(async (folder) => (await readdir(folder)).filter((f) => f.endsWith('.sql')).map((f) => join(folder, f))))
  ).flat();
  const migrations: Record<string, Migration> = {};
  const numbers = new Set<string>();
  for (const file of files.sort((a, b) => basename(a).localeCompare(basename(b)))) {
    const number = basename(file).slice(0, 4);
    if (numbers.has(number)) throw new Error(`two migrations have the number ${number}`);
    numbers.add(number);
    const text = await readFile(file, 'utf8');
    migrations[basename(file, '.sql')] = { up: async (db) => void (await sql.raw(text).execute(db)) };
  }
  return migrations;
}

/**
 * Runs what is missing under an advisory lock, in one transaction: a killed start leaves the old shape whole.
 * @returns names of the migrations that ran
 * @throws SentenceError when the database is newer than this program or a migration fails
 */
export async function migrate(migratorUrl: string, folders: readonly string[]): Promise<readonly string[]> {
  const pool = new pg.Pool({ connectionString: migratorUrl, max: 2 });
  // A database that goes down meanwhile fails what was asked of it, and must not end the process besides.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const migrations = await readMigrations(folders);
    // Numbers are given to parts in advance, so a lower one may land later: whoever followed the main line meanwhile has run the higher one.
    // New databases run them by number, those in the order in which they landed, in which each was made: both are sound.
    const migrator = new Migrator({
      ...{ db, provider: { getMigrations: async () => migrations }, migrationTableSchema: 'migration' },
      allowUnorderedMigrations: true,
    });
    const { error, results } = await migrator.migrateToLatest();
    if (error !== undefined) {
      const failed = results?.find((r) => r.status === 'Error')?.migrationName;
      const reason = error instanceof Error ? error.message : 'an unknown fault';
      throw new SentenceError(
        failed === undefined
          ? `The database does not fit this version of Hansa: ${reason}.`
          : `Migration ${failed} failed and was undone: ${reason}.`,
      );
    }
    await sql`grant usage on schema migration to hansa_backup`.execute(db);
    await sql`grant select on all tables in schema migration to hansa_backup`.execute(db);
    return (results ?? []).map((r) => r.migrationName);
  } finally {
    await db.destroy();
  }
}
