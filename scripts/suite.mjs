// Runs one vitest project as its own process and counts its tests from the report it leaves.
import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder, node, root } from './bootstrap.mjs';

/** Counts from vitest's JSON report; a file that could not be run at all counts as one failed test. */
export function countsOf(report) {
  const unrunnable = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  const of = (...states) =>
    report.testResults.flatMap((file) => file.assertionResults).filter((test) => states.includes(test.status)).length;
  return { passed: of('passed'), failed: of('failed') + unrunnable.length, skipped: of('pending', 'skipped', 'todo', 'disabled') };
}

/** Ends everything that the run left in its process group, so that nothing outlives the command. */
function clear(group) {
  try {
    process.kill(-group, 'SIGKILL');
  } catch {
    // Nobody is left: the usual case.
  }
}

/** Runs the project and resolves with its counts; its full output is printed only when something failed. */
export async function runSuite(project) {
  mkdirSync(cacheFolder, { recursive: true });
  const report = path.join(cacheFolder, `${project}.json`);
  const log = path.join(cacheFolder, `${project}.log`);
  rmSync(report, { force: true });
  const code = await runVitest(project, report, log);
  if (!existsSync(report)) {
    console.log(readFileSync(log, 'utf8'));
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const counts = countsOf(JSON.parse(readFileSync(report, 'utf8')));
  // An error outside every test (an unhandled rejection, say) fails the run without failing a test.
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  if (counts.failed > 0) console.log(readFileSync(log, 'utf8'));
  return counts;
}

function runVitest(project, report, log) {
  return new Promise((resolve) => {
    const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', project, '--passWithNoTests'];
    const reporters = [
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      '--reporter=./scripts/progress-reporter.mjs',
    ];
    const child = spawn(node, [...args, ...reporters], {
      cwd: root,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: { ...process.env, FORCE_COLOR: '0' },
    });
    const out = createWriteStream(log);
    child.stdout.pipe(out, { end: false });
    child.stderr.pipe(out, { end: false });
    child.on('message', (progress) => console.log(`  ${progress}`));
    const stop = (signal) => child.kill(signal);
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    child.on('error', (fault) => out.write(String(fault)));
    child.on('close', (code) => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
      clear(child.pid);
      out.end(() => resolve(code ?? 1));
    });
  });
}
