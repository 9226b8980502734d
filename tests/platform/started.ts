// Starts the server as `npm start` does once everything is built, on a data folder of its own, and tells what it printed and how it ended.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

export const root = path.resolve(import.meta.dirname, '../..');

/** Opens the counters of every server that a test starts. */
export const metricsToken = 'a-token-of-the-tests';

export interface Started {
  readonly process: ChildProcess;
  /** Everything printed so far. */
  readonly printed: () => string;
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>;
}

/** The server that a test starts: the bundle that the run has built (scripts/checks.mjs), as `npm start` runs it; else its sources. */
export const main = process.env['HANSA_TEST_SERVER'] ?? path.join(root, 'src', 'main.ts');

const serving = [
  '--input-type=module',
  '-e',
  `import { serve } from '${pathToFileURL(path.join(root, 'scripts', 'serve.mjs')).href}'; process.exit(await serve([], ${JSON.stringify(main)}));`,
];

/** Starts the server, or Node with other arguments, without the variables that the test run itself was given. */
export function start(env: Readonly<Record<string, string>>, nodeArgs: readonly string[] = serving): Started {
  const child = spawn(process.execPath, nodeArgs, {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      TMPDIR: process.env['TMPDIR'],
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      HANSA_DEMO: '0',
      LOG_LEVEL: 'error',
      // One machine asks for as many people as a hall holds.
      HANSA_RATE: '0',
      HANSA_ACCESS_LOG: '0',
      HANSA_METRICS_TOKEN: metricsToken,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
  return { process: child, printed: () => text, ended: new Promise((resolve) => child.on('close', resolve)) };
}

/** A folder that the database's own user may enter. */
export function makeFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'hs-'));
  chmodSync(folder, 0o755);
  return {
    folder,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Waits until the server says that it is ready; fails with what it printed when it ends before, or takes three minutes. */
export async function untilReady(started: Started, port: number): Promise<void> {
  const ready = (): Promise<boolean> =>
    fetch(`http://127.0.0.1:${port}/ready`).then(
      (reply) => reply.ok,
      () => false,
    );
  for (let tries = 0; tries < 1800; tries++) {
    if (await ready()) return;
    if (started.process.exitCode !== null) break;
    await pause(100);
  }
  throw new Error(`the server did not become ready: ${started.printed()}`);
}

/** Waits until its demo world stands as well. */
export async function untilRunning(started: Started, port: number): Promise<void> {
  await untilReady(started, port);
  for (let tries = 0; tries < 1800 && !started.printed().includes('Hansa is running'); tries++) {
    if (started.process.exitCode !== null) break;
    await pause(100);
  }
  if (!started.printed().includes('Hansa is running')) throw new Error(`the demo world was not loaded: ${started.printed()}`);
}

/** Running processes and who began each, as `ps` of BSD and Linux tells them: for machines without /proc. */
const listed = (): readonly (readonly number[])[] =>
  execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => !/Z\S*\s*$/.test(line))
    .map((line) => line.trim().split(/\s+/).map(Number));

const lives = (pid: number): boolean =>
  process.platform === 'linux'
    ? existsSync(`/proc/${pid}`) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
    : listed().some(([id]) => id === pid);

/** The process of the database in a data folder, or null when none runs. */
export function databaseOf(folder: string): number | null {
  const file = path.join(folder, 'cluster', 'postmaster.pid');
  if (!existsSync(file)) return null;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  return lives(pid) ? pid : null;
}

/** Ids of the processes that a process started and that still run. */
export function childrenOf(pid: number): readonly number[] {
  if (process.platform !== 'linux') return listed().flatMap(([id = 0, parent]) => (parent === pid ? [id] : []));
  const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return text === '' ? [] : text.split(' ').map(Number).filter(lives);
}

/** Waits up to ten seconds for something to become true. */
export async function until(fact: () => boolean): Promise<boolean> {
  for (let tries = 0; tries < 100 && !fact(); tries++) await pause(100);
  return fact();
}

export const alive = lives;
