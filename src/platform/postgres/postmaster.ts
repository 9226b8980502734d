// Whether a data folder's database really runs: its pid file outlives a kill, and a killed process may linger unreaped.
import { readdir, readFile, readlink, rm } from 'node:fs/promises';
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

/** Live processes that work inside the cluster: a dead server's backends end within moments, but not at once. */
async function workersIn(cluster: string): Promise<number> {
  const pids = (await readdir('/proc').catch((): string[] => [])).filter((name) => /^\d+$/.test(name));
  const homes = await Promise.all(
    pids.map(async (pid) => ((await readlink(`/proc/${pid}/cwd`).catch(() => '')) === cluster ? lives(Number(pid)) : false)),
  );
  return homes.filter(Boolean).length;
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
  if (await lives(dead)) return true;
  for (let tries = 0; tries < 300 && (await workersIn(cluster)) > 0; tries++) await new Promise((resolve) => setTimeout(resolve, 50));
  const now = await named(file);
  if (now !== dead) return !Number.isNaN(now) && (await lives(now));
  if ((await workersIn(cluster)) === 0)
    for (const lock of [join(sockets, '.s.PGSQL.5432.lock'), file]) if ((await named(lock)) === dead) await rm(lock, { force: true });
  return false;
}

/** Whether the server that the cluster's pid file names lives; waits for nothing. */
export async function serves(cluster: string): Promise<boolean> {
  const server = await serverOf(cluster);
  return !Number.isNaN(server) && lives(server);
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
