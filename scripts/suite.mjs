// Runs one vitest project, or several, as a process of its own and counts its tests from the report it leaves.
import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder, node, root } from './bootstrap.mjs';
import { apart, signalGroup } from './processes.mjs';
import { clearRunFolder, makeRunFolder, runEnvironment } from './run-folder.mjs';

/** Counts from vitest's JSON report; a file that could not be run at all counts as one failed test. */
export function countsOf(report) {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const of = (...states) => tests.filter((test) => states.includes(test.status)).length;
  return { passed: of('passed'), failed: of('failed') + broken.length, skipped: of('pending', 'skipped', 'todo', 'disabled') };
}

/** So many files that failed are run once more; where more did, something is broken. */
const fewFiles = 2;

/**
 * Runs the projects and resolves with their counts; the full output is printed only when something failed. `again`: a few files that failed are run
 * once more when the others have ended; one that passes then counts as it does then, and is named as unsteady.
 */
export async function runSuite(projects, { filters = [], env = {}, again = false } = {}) {
  const name = projects.join('-');
  const first = await runOnce(projects, { name, filters, env });
  const failed = first.results.filter(({ status }) => status === 'failed');
  const isFew = first.counts.failed > 0 && failed.length > 0 && failed.length <= fewFiles;
  if (!again || !isFew) return first.counts;
  const files = failed.map((file) => path.relative(root, file.name));
  console.log(`  ${name}: run once more: ${files.join(', ')}`);
  const second = await runOnce(projects, { name: `${name}-again`, filters: files, env });
  const passed = second.results.filter((file) => file.status === 'passed');
  for (const file of passed) console.log(`UNSTEADY  ${path.relative(root, file.name)}: failed, then passed; why is to be found`);
  const counts = countsOf({ testResults: lastOf(first.results, second.results) });
  // What failed outside every test of the second run fails here, too.
  return { ...counts, failed: Math.max(counts.failed, second.counts.failed) };
}

/** Results by file, those of files that were run again as they were then. */
export const lastOf = (results, again) => results.map((file) => again.find((other) => other.name === file.name) ?? file);

async function runOnce(projects, { name, filters, env }) {
  mkdirSync(cacheFolder, { recursive: true });
  const report = path.join(cacheFolder, `${name}.json`);
  const log = path.join(cacheFolder, `${name}.log`);
  rmSync(report, { force: true });
  const folder = makeRunFolder();
  const args = [...projects.flatMap((project) => ['--project', project]), ...filters];
  const code = await runVitest({ args, name, report, log, folder, env });
  await clearRunFolder(folder);
  const results = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).testResults : [];
  const counts = countsOf({ testResults: results });
  // An error outside every test (an unhandled rejection, say) fails the run without failing a test.
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  if (counts.failed > 0) console.log(failuresIn(readFileSync(log, 'utf8')));
  return { counts, results };
}

/** The part of vitest's output that tells of failures; all of it where that part cannot be told. */
function failuresIn(output) {
  const start = output.search(/^⎯+ ?(Failed|Unhandled)/m);
  return start === -1 ? output : output.slice(start);
}

function runVitest({ args, name, report, log, folder, env }) {
  return new Promise((resolve) => {
    const reporters = [
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      '--reporter=./scripts/progress-reporter.mjs',
    ];
    const child = spawn(node, ['node_modules/vitest/vitest.mjs', 'run', ...args, ...reporters], {
      cwd: root,
      ...apart(),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: { ...runEnvironment(folder), ...env, NO_COLOR: '1' },
    });
    const out = createWriteStream(log);
    child.stdout.pipe(out, { end: false });
    child.stderr.pipe(out, { end: false });
    child.on('message', (progress) => console.log(`  ${name}: ${progress}`));
    child.on('error', (fault) => out.write(String(fault)));
    watchSignals();
    running.set(child.pid, folder);
    child.on('exit', (code) => {
      endGroup(child.pid);
      running.delete(child.pid);
      out.end(() => resolve(code ?? 1));
    });
  });
}

/** Suites under way: the process group of each and its folder. */
const running = new Map();
/** Folders that several suites share. */
const shared = new Set();

/** A folder that goes when the command is interrupted; else `clearShared` removes it. */
export function makeShared() {
  const folder = makeRunFolder();
  shared.add(folder);
  return folder;
}

export async function clearShared() {
  await Promise.all([...shared].map(clearRunFolder));
  shared.clear();
}

/** Interrupted: the tests end at once, what they started ends too, and so does the command. */
async function stop() {
  for (const group of running.keys()) endGroup(group);
  await Promise.all([...running.values()].map(clearRunFolder));
  await clearShared();
  process.exit(130);
}

function watchSignals() {
  for (const name of ['SIGINT', 'SIGTERM']) if (!process.listeners(name).includes(stop)) process.once(name, stop);
}

/** Ends everything that is left in the process group, so that nothing outlives the command. */
const endGroup = (group) => signalGroup(group, 'SIGKILL');
