// A backup of an outside PostgreSQL: its own pg_dump and pg_restore, found or said to be missing, in the same kind of file.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { SentenceError } from '#platform/sentence-error.ts';
import { connect, ensureRoles } from '../roles.ts';
import { checkArchive, unpackArchive, writeArchive } from './archive.ts';

const run = promisify(execFile);

type Step = (sentence: string) => void;

export interface Outside {
  readonly server: string;
  readonly migrator: string;
  /** Folder of PostgreSQL's programs; null looks along the PATH. */
  readonly programs: string | null;
}

/** Runs one of PostgreSQL's programs on the migrator's database; the password goes by the environment, where no list of processes shows it. */
async function call(program: string, url: string, args: readonly string[]): Promise<void> {
  // An address may name a socket in place of a host, which is none to a URL.
  const { password } = new URL(url.replace('@/', '@socket/'));
  const env = { ...process.env, PGPASSWORD: decodeURIComponent(password) };
  const address = url.replace(/^([a-z]+:\/\/[^:@/]*):[^@/]*@/, '$1@');
  await run(program, [`--dbname=${address}`, ...args], { env, maxBuffer: 64 * 1024 * 1024 }).catch((fault: unknown) => {
    const told = typeof fault === 'object' && fault !== null && 'stderr' in fault ? String(fault.stderr).trim() : String(fault);
    throw new SentenceError(`${program} failed: ${told}`);
  });
}

/** The program of the server's major version or a newer one. */
async function programOf(name: string, { programs }: Outside, major: number): Promise<string> {
  const path = programs === null ? name : join(programs, name);
  const told = await run(path, ['--version']).then(
    ({ stdout }) => stdout,
    () => '',
  );
  const found = Number(/\b(\d+)(?:\.\d+)?(?:\s|$)/.exec(told)?.[1] ?? Number.NaN);
  if (found >= major) return path;
  const what = Number.isNaN(found) ? 'none was found' : `${path} is of ${found}`;
  throw new SentenceError(
    `The database runs PostgreSQL ${major} and needs ${name} of ${major} or newer, but ${what}: install PostgreSQL's client programs, or name their folder with HANSA_PG_BIN.`,
  );
}

async function look(url: string): Promise<{ readonly major: number; readonly tables: number }> {
  const client = await connect(url, 'the migrator');
  try {
    const { rows } = await client.query<{ major: number; tables: number }>(
      `select current_setting('server_version_num')::int / 10000 as major,
        (select count(*)::int from pg_tables where schemaname not in ('pg_catalog', 'information_schema')) as tables`,
    );
    return rows[0] ?? { major: 0, tables: 0 };
  } finally {
    await client.end();
  }
}

/** Writes a dump of the whole database, made as the migrator, into `file`. */
export async function backUpOutside(outside: Outside, file: string, onStep: Step): Promise<void> {
  const { major, tables } = await look(outside.migrator);
  const program = await programOf('pg_dump', outside, major);
  await writeArchive(file, { kind: 'dump', postgres: major }, async (content) => {
    await mkdir(content);
    await call(program, outside.migrator, ['--format=custom', `--file=${join(content, 'hansa.dump')}`]);
  });
  onStep(`The backup ${file} is written and was read back: ${tables} tables, ${((await stat(file)).size / 1e6).toFixed(1)} MB.`);
  onStep('HANSA_SECRET, the passwords of the roles and the settings are not in it: keep them with it.');
}

/** Restores a dump into an empty database, all of it or nothing. */
export async function restoreOutside(outside: Outside, file: string, onStep: Step): Promise<void> {
  const { major, tables } = await look(outside.migrator);
  if (tables > 0)
    throw new SentenceError('The database holds tables already: name an empty one with DATABASE_URL and DATABASE_MIGRATOR_URL.');
  const program = await programOf('pg_restore', outside, major);
  onStep(`Reading ${file} …`);
  const { kind, postgres } = await checkArchive(file);
  if (kind !== 'dump') throw new SentenceError(`The backup ${file} is of an embedded database: restore it without DATABASE_URL.`);
  if (postgres > major)
    throw new SentenceError(
      `The backup ${file} was written by PostgreSQL ${postgres}, this database runs ${major}: restore it into ${postgres} or newer.`,
    );
  await ensureRoles(outside.migrator, outside.server);
  const folder = await mkdtemp(join(tmpdir(), 'hansa-restore-'));
  try {
    await unpackArchive(file, folder);
    await call(program, outside.migrator, ['--exit-on-error', '--single-transaction', '--no-owner', join(folder, 'hansa.dump')]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  onStep(`Restored: ${(await look(outside.migrator)).tables} tables.`);
}
