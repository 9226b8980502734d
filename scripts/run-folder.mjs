// A folder of its own for one test run: everything the tests make lies in it, and ends with it - databases that still run included.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cacheFolder } from './bootstrap.mjs';

const GIB = 1024 ** 3;

/**
 * Makes the folder; open to be entered, since as root the database runs as another user; short, since sockets lie in it. In memory where
 * there is plenty: nobody misses what tests write, a hundred databases are made of thousands of files each, and a disk takes five times
 * the time for them.
 */
export function makeRunFolder() {
  return folderInMemory() ?? folderIn(tmpdir());
}

function folderIn(place) {
  const folder = mkdtempSync(path.join(place, 'ht-'));
  chmodSync(folder, 0o755);
  return folder;
}

/** Null where somebody has named another place, where memory is scarce, or where no program may be run from it. */
function folderInMemory() {
  const place = '/dev/shm';
  if (process.env.TMPDIR !== undefined || !existsSync(place) || freemem() < 8 * GIB) return null;
  const { bavail, bsize } = statfsSync(place);
  if (bavail * bsize < 4 * GIB) return null;
  let folder;
  try {
    folder = folderIn(place);
  } catch {
    return null;
  }
  const program = path.join(folder, 'program');
  writeFileSync(program, '#!/bin/sh\n', { mode: 0o755 });
  const { status } = spawnSync(program);
  rmSync(status === 0 ? program : folder, { recursive: true });
  return status === 0 ? folder : null;
}

/** The environment that sends everything into the folder, but for what threads have compiled, which halves the time of their start. */
export const runEnvironment = (folder) => ({
  ...process.env,
  TMPDIR: folder,
  // As Windows calls it.
  TEMP: folder,
  TMP: folder,
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
