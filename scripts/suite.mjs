// Runs one vitest project as its own process and counts its tests from the report it leaves.
import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder, node, root } from './bootstrap.mjs';
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

/** Runs the project and resolves with its counts; its full output is printed only when something failed. */
export async function runSuite(project) {
  mkdirSync(cacheFolder, { recursive: true });
  const report = path.join(cacheFolder, `${project}.json`);
  const log = path.join(cacheFolder, `${project}.log`);
  rmSync(report, { force: true });
  const folder = makeRunFolder();
  const code = await runVitest({ project, report, log, folder });
  await clearRunFolder(folder);
  const counts = existsSync(report) ? countsOf(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 0, skipped: 0 };
  // An error outside every test (an unhandled rejection, say) fails the run without failing a test.
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  if (counts.failed > 0) console.log(failuresIn(readFileSync(log, 'utf8')));
  return counts;
}

/** The part of vitest's output that tells of failures; all of it where that part cannot be told. */
function failuresIn(output) {
  const start = output.search(/^⎯+ ?(Failed|Unhandled)/m);
  return start === -1 ? output : output.slice(start);
}

function runVitest({ project, report, log, folder }) {
  return new Promise((resolve) => {
    const reporters = [
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      '--reporter=./scripts/progress-reporter.mjs',
    ];
    const child = spawn(node, ['node_modules/vitest/vitest.mjs', 'run', '--project', project, ...reporters], {
      cwd: root,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: { ...runEnvironment(folder), NO_COLOR: '1' },
    });
    const out = createWriteStream(log);
    child.stdout.pipe(out, { end: false });
    child.stderr.pipe(out, { end: false });
    child.on('message', (progress) => console.log(`  ${progress}`));
    child.on('error', (fault) => out.write(String(fault)));
    const interrupted = watchSignals(child.pid, folder);
    child.on('exit', (code) => {
      endGroup(child.pid);
      interrupted.forget();
      out.end(() => resolve(code ?? 1));
    });
  });
}

/** Interrupted: the tests end at once, what they started ends too, and so does the command. */
function watchSignals(group, folder) {
  const stop = () => {
    endGroup(group);
    void clearRunFolder(folder).then(() => process.exit(130));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return {
    forget: () => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    },
  };
}

/** Ends everything that is left in the process group, so that nothing outlives the command. */
function endGroup(group) {
  try {
    process.kill(-group, 'SIGKILL');
  } catch {
    // Nobody is left: the usual case.
  }
}
