// A folder of its own for one test run: everything the tests make lies in it, and ends with it - databases that still run included.
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cacheFolder } from './bootstrap.mjs';

/** Makes the folder; open to be entered, since as root the database runs as another user; short, since sockets lie in it. */
export function makeRunFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'ht-'));
  chmodSync(folder, 0o755);
  return folder;
}

/** The environment that sends everything into the folder, but for what threads have compiled, which halves the time of their start. */
export const runEnvironment = (folder) => ({
  ...process.env,
  TMPDIR: folder,
  HANSA_TEST_DATA: path.join(folder, 'db'),
  NODE_COMPILE_CACHE: path.join(cacheFolder, 'node'),
});

const lives = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return fault.code === 'EPERM';
  }
};

const signal = (pid, name) => {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself in the meantime.
  }
};

function postmasters(folder, depth = 4) {
  const file = path.join(folder, 'postmaster.pid');
  if (existsSync(file)) return [Number.parseInt(readFileSync(file, 'utf8'), 10)].filter((pid) => pid > 1);
  if (depth === 0) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => postmasters(path.join(folder, entry.name), depth - 1));
}

/** Stops every database under the folder (SIGINT is PostgreSQL's fast shutdown, SIGQUIT the immediate one) and removes it. */
export async function clearRunFolder(folder) {
  const pids = postmasters(folder);
  for (const name of ['SIGINT', 'SIGQUIT', 'SIGKILL']) {
    for (const pid of pids.filter(lives)) signal(pid, name);
    for (let tries = 0; tries < 50 && pids.some(lives); tries += 1) await pause(100);
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
