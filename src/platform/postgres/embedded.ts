// Runs PostgreSQL from its npm package inside the data folder, on a socket there or on loopback: no other user's server.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, cp, link, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, extname, join, resolve } from 'node:path';
import pg from 'pg';
import {
  addressOf,
  addressOfStarted,
  checkSocketPath,
  chooseAddress,
  keepAddress,
  listeningOn,
  settingsFor,
  urlOf,
  type Address,
  type Listening,
} from './listening.ts';
import { embeddedMajor, nativePackage } from './native-package.ts';
import { isGoingDown } from './outage.ts';
import { databaseRuns, endServer, serverOf, serves } from './postmaster.ts';
import { ProgramFailed, runProgram } from './run-program.ts';
import { SentenceError } from '../sentence-error.ts';

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
  /** Where it listens; a later start is given it, so that the addresses above stay right. */
  readonly address: Address;
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
  /** As this machine can, unless told. */
  readonly listening?: Listening;
  /** Where the folder's database listened when this process had it last. */
  readonly kept?: Address;
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

async function prepareFolder(folder: string, owner: Owner | null, listening: Listening): Promise<void> {
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
  if (listening === 'socket') checkSocketPath(folder);
}

/** What PostgreSQL's programs are run with. Windows finds its own libraries by the environment; elsewhere nothing of it is passed on. */
const surroundings = (owner: Owner | null) => ({
  cwd: '/',
  ...owner,
  env: process.platform === 'win32' ? { ...process.env, LC_ALL: 'C' } : { LC_ALL: 'C' },
});

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
    await runProgram(join(bin, 'initdb'), args, surroundings(owner));
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

const firstLine = (fault: unknown): string => (fault instanceof ProgramFailed ? fault.message : String(fault));

async function checkVersion(cluster: string): Promise<void> {
  const found = (await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => '?')).trim();
  const needed = String(embeddedMajor());
  if (found !== needed)
    throw new SentenceError(
      `The data folder ${cluster} was written by PostgreSQL ${found}, this Hansa brings PostgreSQL ${needed}: start the older Hansa and take a backup, or name another folder with HANSA_DATA. Nothing was changed.`,
    );
}

/** Where the server of a folder's running database signs in; null where none runs, or the folder is not yet one. */
export async function runningServerUrl(folder: string): Promise<string | null> {
  if (!(await serves(join(folder, 'cluster'))) || !(await exists(join(folder, 'secrets.json')))) return null;
  const address = await addressOf(folder, listeningOn(process.platform));
  if (address === null) return null;
  return urlOf(address, { user: 'hansa_server', password: (await readSecrets(folder)).server, database: 'hansa' });
}

/** Connects to a server that may still be on its way up, or down and then started again; half a minute is enough even after a crash. */
async function connectWhenReady(urlAt: (address: Address) => string, startWhereDown: () => Promise<Address>): Promise<pg.Client> {
  let address = await startWhereDown();
  for (let tries = 0; ; tries += 1) {
    const client = new pg.Client({ connectionString: urlAt(address) });
    try {
      await client.connect();
      return client;
    } catch (fault) {
      await client.end().catch(() => undefined);
      if (tries >= 300 || !isGoingDown(fault)) throw fault;
      await new Promise((resolve) => setTimeout(resolve, 100));
      address = await startWhereDown();
    }
  }
}

async function createLogins(secrets: Secrets, startWhereDown: () => Promise<Address>): Promise<void> {
  const superuser = { user: 'postgres', password: secrets.superuser, database: 'postgres' };
  const client = await connectWhenReady((address) => urlOf(address, superuser), startWhereDown);
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

/** What the database of a folder is started with, beside where it listens. */
const settingsOf = (durability: Options['durability']): readonly string[] => [
  '-c max_connections=150',
  '-c log_min_messages=warning',
  '-c shared_buffers=256MB',
  // What an import brought is counted soon: until then queries are planned as if their tables were empty.
  '-c autovacuum_naptime=15s',
  // A password that nobody guesses need not be slow to check, either: each of a test's connections would pay for it.
  ...(durability === 'volatile' ? ['-c fsync=off', '-c synchronous_commit=off', '-c full_page_writes=off', '-c scram_iterations=1'] : []),
];

/**
 * Starts the embedded PostgreSQL of a data folder, or adopts the one that an earlier, killed Hansa left running there.
 * @throws SentenceError when the folder cannot be used
 */
export async function startEmbeddedPostgres({
  folder,
  durability,
  onStep,
  listening = listeningOn(process.platform),
  kept,
}: Options): Promise<EmbeddedPostgres> {
  const owner = databaseOwner();
  await prepareFolder(folder, owner, listening);
  const bin = await programs(folder, owner);
  const cluster = join(folder, 'cluster');
  if (await exists(cluster)) await checkVersion(cluster);
  const secrets = await readSecrets(folder);
  if (!(await exists(cluster))) {
    onStep?.('Creating the database …');
    await initialise(bin, folder, secrets, owner);
  }
  const log = join(folder, 'run', 'postgres.log');
  const runs = () => databaseRuns(cluster, join(folder, 'run'));
  const startWhereDown = async (): Promise<Address> => {
    if (await runs()) return addressOfStarted(folder, listening);
    const settings = [...settingsFor(await chooseAddress(folder, listening, kept ?? null)), ...settingsOf(durability)];
    const call = ['start', '-w', '-t', '30', '-l', log, '-o', settings.join(' '), '-D', cluster];
    await runProgram(join(bin, 'pg_ctl'), call, surroundings(owner)).catch(async (fault: unknown) => {
      // Another Hansa may have started it in the same moment; then it runs now and the lock decides.
      if (await runs()) return;
      throw new SentenceError(`The embedded database did not start: ${firstLine(fault)} Its log is ${log}.`);
    });
    return addressOfStarted(folder, listening);
  };
  await createLogins(secrets, startWhereDown);
  const address = await addressOfStarted(folder, listening);
  await keepAddress(folder, address);
  const server = await serverOf(cluster);
  return {
    serverUrl: urlOf(address, { user: 'hansa_server', password: secrets.server, database: 'hansa' }),
    migratorUrl: urlOf(address, { user: 'hansa_migrator', password: secrets.migrator, database: 'hansa' }),
    superuserUrl: urlOf(address, { user: 'postgres', password: secrets.superuser, database: 'postgres' }),
    secrets,
    address,
    stop: () => endServer(server, (signal) => runProgram(join(bin, 'pg_ctl'), ['kill', signal, String(server)], surroundings(owner))),
  };
}
