// Whether a data folder's database really runs: its pid file outlives a kill, and a killed process may linger unreaped.
import { readdir, readFile, readlink, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** A process that exists and is not a zombie; where there is no /proc, any that a signal could reach. */
async function lives(pid: number): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => null);
  if (status !== null) return !/^State:\s+[ZX]/m.test(status);
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The folder that a process works in; null where the machine does not tell. */
const homeOf = (pid: number | string): Promise<string | null> => readlink(`/proc/${pid}/cwd`).catch(() => null);

/** Live processes that work inside the cluster: a dead server's backends end within moments, but not at once. */
async function workersIn(cluster: string): Promise<number> {
  const home = await realpath(cluster).catch(() => cluster);
  const pids = (await readdir('/proc').catch((): string[] => [])).filter((name) => /^\d+$/.test(name));
  const homes = await Promise.all(pids.map(async (pid) => ((await homeOf(pid)) === home ? lives(Number(pid)) : false)));
  return homes.filter(Boolean).length;
}

/**
 * Whether this process is the cluster's server. After a restart of the machine (of a container, always) the number in a pid file may be
 * somebody else's, who does not work inside the cluster.
 */
async function serverLives(pid: number, cluster: string): Promise<boolean> {
  if (!(await lives(pid))) return false;
  const home = await homeOf(pid);
  return home === null || home === (await realpath(cluster).catch(() => cluster));
}

/** The process a lock file names on its first line; not a number where there is no such file. */
const named = async (file: string): Promise<number> => Number.parseInt(await readFile(file, 'utf8').catch(() => ''), 10);

/**
 * Whether the database of the cluster runs. Where it was killed, waits for its last processes and clears its lock files (one in
 * the cluster, one beside the socket): they would keep a new server from starting as long as the dead one is not reaped. A file
 * that names another process by then belongs to a server that somebody else has started meanwhile, and is left alone.
 */
export async function databaseRuns(cluster: string, sockets: string): Promise<boolean> {
  const file = join(cluster, 'postmaster.pid');
  const dead = await named(file);
  if (Number.isNaN(dead)) return false;
  if (await serverLives(dead, cluster)) return true;
  for (let tries = 0; tries < 300 && (await workersIn(cluster)) > 0; tries++) await new Promise((resolve) => setTimeout(resolve, 50));
  const now = await named(file);
  if (now !== dead) return !Number.isNaN(now) && (await serverLives(now, cluster));
  if ((await workersIn(cluster)) === 0)
    for (const lock of [join(sockets, '.s.PGSQL.5432.lock'), file]) if ((await named(lock)) === dead) await rm(lock, { force: true });
  return false;
}

/** Whether the server that the cluster's pid file names lives; waits for nothing. */
export async function serves(cluster: string): Promise<boolean> {
  const server = await serverOf(cluster);
  return !Number.isNaN(server) && serverLives(server, cluster);
}

/** The port that the cluster's pid file tells on its fourth line; null where none is told. */
export async function portOf(cluster: string): Promise<number | null> {
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const port = Number.parseInt(lines[3] ?? '', 10);
  // The line is whole once another follows it.
  return Number.isNaN(port) || lines.length < 5 ? null : port;
}

/** The process of the cluster's server, as its pid file names it. */
export const serverOf = (cluster: string): Promise<number> => named(join(cluster, 'postmaster.pid'));

/**
 * Asks this very server to end and waits until it has. By its process, not by its pid file: that may name a server by now which somebody
 * else has started, the moment this one was down.
 */
export async function endServer(server: number, ask: (signal: 'INT' | 'QUIT') => Promise<unknown>): Promise<void> {
  for (const signal of ['INT', 'QUIT'] as const) {
    if (!(await lives(server))) return;
    await ask(signal).catch(() => undefined);
    for (let tries = 0; tries < 600 && (await lives(server)); tries++) await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
