// Runs the server as a child and answers for it: one signal in, one signal out, and nothing left behind.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { cacheFolder, ensureBuilt, ensureInstalled, giveUp, node, root, serverFile } from './bootstrap.mjs';
import { apart, askToEnd, groupLives, signalGroup } from './processes.mjs';

/** How long a stop may take before the server is ended by force; its database then repairs itself at the next start. */
const STOP_SECONDS = 20;

/** Ends what a server that died without tidying up has left, its database first of all (SIGINT is PostgreSQL's fast shutdown). */
async function clear(group) {
  if (!groupLives(group)) return;
  signalGroup(group, 'SIGINT');
  for (let tries = 0; tries < 50 && groupLives(group); tries += 1) await pause(100);
  signalGroup(group, 'SIGKILL');
}

/** What the server is made of; its bundle (bundle-server.mjs) loads in two thirds of the time. */
const sources = path.join(root, 'src', 'main.ts');

/**
 * Garbage is collected at the latest when a heap is twice as large as what was alive in it; else V8 lets it grow to four times that where the machine has
 * room. It is no limit: what is alive has its place, and threads keep bounds of their own (file-thread.ts). At a third instead of twice as much, collecting
 * took four times as long and gave nothing back.
 */
const sparing = '--heap-growing-percent=100';

/**
 * What the C library of Linux keeps for itself of memory that was freed: without bounds hundreds of megabytes once a large edition was planned or printed,
 * in holes between what lives. Pieces as large as what is read of a socket are taken from the system one by one and given back one by one; others than
 * that library ignore these.
 */
const givingBack = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '32768', MALLOC_TRIM_THRESHOLD_: '131072' };

/** Everything between the command and its exit code. */
export async function start(args) {
  await ensureInstalled({ withDevelopment: false });
  const resets = args.includes('--reset');
  if (!resets) await ensureBuilt();
  const code = await serve(args, resets ? sources : serverFile);
  if (code === 127) {
    giveUp(
      'The server could not be started: the Node 24 in node_modules does not run on this machine.',
      '无法启动服务：node_modules 中的 Node 24 无法在本机运行。',
    );
  }
  process.exit(code);
}

/**
 * Starts the server and resolves with its exit code (128 + n after signal n, 127 when it could not be started).
 * The child leads its own process group: a Ctrl-C in the terminal, which reaches a whole group at once and then again
 * through npm, arrives here and is passed on exactly once.
 */
export function serve(args, main = sources) {
  return new Promise((resolve) => {
    // An address, since `C:` would be read as its scheme.
    const follow = pathToFileURL(path.join(root, 'scripts', 'follow-parent.mjs')).href;
    const child = spawn(node, ['--enable-source-maps', sparing, '--import', follow, main, ...args], {
      cwd: root,
      ...apart(),
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      // Compiled once, loaded in half the time at every further start.
      env: { NODE_COMPILE_CACHE: path.join(cacheFolder, 'node'), ...givingBack, ...process.env },
    });
    let stopping = false;
    const stop = (signal) => {
      if (stopping || child.pid === undefined) return;
      stopping = true;
      askToEnd(child, signal);
      setTimeout(() => {
        console.error(`The server did not stop within ${STOP_SECONDS} s and is ended by force.`);
        signalGroup(child.pid, 'SIGKILL');
      }, STOP_SECONDS * 1000).unref();
    };
    process.on('SIGINT', () => stop('SIGINT'));
    process.on('SIGTERM', () => stop('SIGTERM'));
    process.on('SIGHUP', () => stop('SIGTERM'));
    watchNpm(() => stop('SIGTERM'));
    child.on('error', () => resolve(127));
    child.on('exit', (code, signal) => {
      const ended = signal === null ? (code ?? 1) : 128 + ({ SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }[signal] ?? 1);
      void clear(child.pid).then(() => resolve(ended));
    });
  });
}

/** Started by npm and npm killed: stop as well, since nobody could stop us any more. */
function watchNpm(stop) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop();
  }, 1000).unref();
}
