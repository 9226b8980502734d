// A backup of the embedded database while it runs or rests: its files as a base backup, with the log that makes them whole.
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, chown, copyFile, lstat, mkdir, mkdtemp, readFile, readdir, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { SentenceError } from '#platform/sentence-error.ts';
import { databaseOwner, startEmbeddedPostgres } from '../embedded.ts';
import { onDatabase } from '../listening.ts';
import { embeddedMajor } from '../native-package.ts';
import { databaseRuns } from '../postmaster.ts';
import { connect, type Connection } from '../roles.ts';
import { holdFolder } from '../single-server.ts';
import { checkArchive, unpackArchive, writeArchive } from './archive.ts';

type Step = (sentence: string) => void;

/** What a base backup leaves out (PostgreSQL's manual, "Making a Base Backup Using the Low Level API"): files … */
const leftOut = /^(postmaster\.(pid|opts)|pg_internal\.init.*|pgsql_tmp.*|backup_label|tablespace_map|current_logfiles)$/;
/** … and what lies inside these folders. */
const emptied = new Set(['pg_wal', 'pg_replslot', 'pg_dynshmem', 'pg_notify', 'pg_serial', 'pg_snapshots', 'pg_stat_tmp', 'pg_subtrans']);

const isGone = (fault: unknown): boolean => (fault as NodeJS.ErrnoException).code === 'ENOENT';

/** A file as long as it was when its copy began: what grows or shrinks meanwhile is made whole from the log. */
async function copyAsItStands(from: string, to: string): Promise<void> {
  const { size } = await stat(from);
  await pipeline(createReadStream(from, { end: Math.max(0, size - 1) }), createWriteStream(to, { mode: 0o600 }));
  await truncate(to, size);
}

async function copyCluster(from: string, to: string): Promise<void> {
  await mkdir(to, { mode: 0o700, recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    if (leftOut.test(entry.name)) continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (emptied.has(entry.name)) await mkdir(target, { mode: 0o700 });
    else if (entry.isDirectory()) await copyCluster(source, target);
    else if (entry.isFile())
      // Tables are dropped while others are copied.
      await copyAsItStands(source, target).catch((fault: unknown) => {
        if (!isGone(fault)) throw fault;
      });
  }
}

/** The log (write-ahead log, WAL) from the beginning of a base backup to its end, without which the copied files are worth nothing. */
async function copyLog(from: string, to: string, first: string, last: string): Promise<void> {
  const names = (await readdir(from)).filter(
    (name) => /\.history$/.test(name) || (/^[0-9A-F]{24}$/.test(name) && name >= first && name <= last),
  );
  if (!names.includes(first) || !names.includes(last)) throw new Error(`the log from ${first} to ${last} is not whole`);
  for (const name of names) await copyFile(join(from, name), join(to, name));
}

async function copyRunning(client: Connection, cluster: string, to: string): Promise<void> {
  // A slot that ends with this session keeps the log from being recycled meanwhile.
  await client.query(`select pg_create_physical_replication_slot('hansa_backup_' || pg_backend_pid(), true, true)`);
  const [began] = (await client.query<{ file: string }>(`select pg_walfile_name(pg_backup_start('hansa', true)) as file`)).rows;
  await copyCluster(cluster, to);
  const [ended] = (
    await client.query<{ file: string; label: string }>(
      `select pg_walfile_name(lsn) as file, labelfile as label from pg_backup_stop(false)`,
    )
  ).rows;
  if (began === undefined || ended === undefined) throw new Error('PostgreSQL did not begin a backup');
  await writeFile(join(to, 'backup_label'), ended.label, { mode: 0o600 });
  await copyLog(join(cluster, 'pg_wal'), join(to, 'pg_wal'), began.file, ended.file);
}

/**
 * Writes the data folder's database and secrets into `file`, beside a server that works on it or without one.
 * @throws SentenceError when the folder holds no database or the file cannot be written
 */
export async function backUpFolder(folder: string, file: string, onStep: Step): Promise<void> {
  const cluster = join(folder, 'cluster');
  if ((await stat(join(cluster, 'PG_VERSION')).catch(() => null)) === null)
    throw new SentenceError(`The data folder ${folder} holds no database: name the right one with HANSA_DATA.`);
  const worked = await databaseRuns(cluster, join(folder, 'run'));
  const postgres = await startEmbeddedPostgres({ folder, durability: 'safe', onStep });
  const hold = worked ? null : await holdFolder(postgres.serverUrl, folder);
  try {
    const client = await connect(postgres.superuserUrl, 'the backup');
    try {
      const { files } = await writeArchive(file, { kind: 'folder', postgres: embeddedMajor() }, async (content) => {
        await mkdir(content);
        await copyRunning(client, cluster, join(content, 'cluster'));
        await copyFile(join(folder, 'secrets.json'), join(content, 'secrets.json'));
      });
      onStep(
        `The backup ${file} is written and was read back: ${Object.keys(files).length} files, ${((await stat(file)).size / 1e6).toFixed(1)} MB.`,
      );
      onStep('It holds the passwords of the database and the session secret: keep it as safe as the data folder.');
    } finally {
      await client.end();
    }
  } finally {
    if (hold !== null) {
      await postgres.stop();
      await hold.release();
    }
  }
}

async function giveToDatabase(path: string): Promise<void> {
  const owner = databaseOwner();
  const paths = (await readdir(path, { recursive: true })).map((name) => join(path, name));
  for (const one of [path, ...paths]) {
    await chmod(one, (await lstat(one)).isDirectory() ? 0o700 : 0o600);
    if (owner !== null) await chown(one, owner.uid, owner.gid);
  }
}

/** Starts what was restored once, lets it recover, and says how far it reaches. */
async function tryOut(folder: string, onStep: Step): Promise<void> {
  const postgres = await startEmbeddedPostgres({ folder, durability: 'safe', onStep });
  const hold = await holdFolder(postgres.serverUrl, folder);
  try {
    const client = await connect(onDatabase(postgres.superuserUrl, 'hansa'), 'the restored folder');
    try {
      const [last] = (
        await client.query<{ at: Date | null; entries: number }>(
          'select max(happened_at) as at, count(*)::int as entries from accounts.audit_entry',
        )
      ).rows;
      onStep(`Restored into ${folder}: ${last?.entries ?? 0} entries of the audit log, the last of ${last?.at?.toISOString() ?? 'never'}.`);
    } finally {
      await client.end();
    }
  } finally {
    await postgres.stop();
    await hold.release();
  }
}

/**
 * Restores a backup into a folder that holds no database; what is damaged is refused before anything is written.
 * @throws SentenceError that says what to do
 */
export async function restoreFolder(file: string, folder: string, onStep: Step): Promise<void> {
  const cluster = join(folder, 'cluster');
  if ((await stat(cluster).catch(() => null)) !== null)
    throw new SentenceError(
      `The data folder ${folder} holds a database already: stop its server and move the folder away, or name an empty one with HANSA_DATA.`,
    );
  onStep(`Reading ${file} …`);
  const { kind, postgres } = await checkArchive(file);
  if (kind !== 'folder')
    throw new SentenceError(
      `The backup ${file} is a dump of an outside PostgreSQL: name that database with DATABASE_URL and DATABASE_MIGRATOR_URL.`,
    );
  if (postgres !== embeddedMajor())
    throw new SentenceError(
      `The backup ${file} was written by PostgreSQL ${postgres}, this Hansa brings ${embeddedMajor()}: restore it with the Hansa that wrote it.`,
    );
  await mkdir(folder, { recursive: true });
  const half = await mkdtemp(join(folder, 'restoring.'));
  try {
    await unpackArchive(file, half);
    const secrets = join(folder, 'secrets.json');
    const here = await readFile(secrets, 'utf8').catch(() => null);
    if (here !== null && here !== (await readFile(join(half, 'secrets.json'), 'utf8')))
      throw new SentenceError(
        `The folder ${folder} holds other secrets than the backup: move ${secrets} away, or name an empty folder with HANSA_DATA.`,
      );
    await giveToDatabase(join(half, 'cluster'));
    await rename(join(half, 'secrets.json'), secrets);
    await chmod(secrets, 0o600);
    await rename(join(half, 'cluster'), cluster);
  } finally {
    await rm(half, { recursive: true, force: true });
  }
  await tryOut(folder, onStep);
}
