// The checks of `npm test` and `npm run check`: what they are, how they run and how they are counted.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { freemem, loadavg } from 'node:os';
import path from 'node:path';
import { buildInterface, cacheFolder, ensureInstalled, node, root, serverFile } from './bootstrap.mjs';
import { ensureChromium } from './chromium.mjs';
import { planLint } from './lint-cache.mjs';
import { clearShared, makeShared, runSuite } from './suite.mjs';

const cached = (name) => path.join(cacheFolder, name);

function types(config) {
  const name = path.basename(config, '.json').replace('.', '-');
  const one = ['--checkers', '1'];
  return [
    'node_modules/typescript-native/bin/tsc',
    '-p',
    config,
    ...one,
    '--incremental',
    '--tsBuildInfoFile',
    cached(`${name}.tsbuildinfo`),
  ];
}

const cruising = ['--config', '.dependency-cruiser.cjs', '--cache', cached('imports'), '--cache-strategy', 'content'];

const oxlint = (...args) => ['node_modules/oxlint/bin/oxlint', '--threads=1', '--no-error-on-unmatched-pattern', ...args];

/** Every rule over what changed, tests too. */
function lintOfChanges() {
  const { files, keep } = planLint();
  return { name: 'lint', args: files.length === 0 ? null : oxlint(...files), passed: keep };
}

/** Every rule over every file: a quarter of its time goes to the types of tests, so that `npm test` does less. */
const wholeLint = { name: 'lint of everything, with types', args: oxlint('.') };

/** What asks for types over the product, what does not over everything. It keeps nothing for `npm run check`, which has yet to read the tests. */
const lintOfProduct = [
  { name: 'lint of the product, with types', args: oxlint('--ignore-pattern=**/*.test.ts', '--ignore-pattern=**/*.test.tsx', 'src') },
  { name: 'lint of everything, without', args: oxlint('--config=.oxlintrc.plain.json', '.') },
];

/** Each entry is one test: it passes when the command ends with 0, or has nothing to do (null), and prints only when it does not. */
function quickChecks(all) {
  return [
    { name: 'types', args: types('tsconfig.json') },
    ...(all ? lintOfProduct : [lintOfChanges()]),
    { name: 'types of the pure parts, without Node and DOM', args: types('tsconfig.pure.json') },
    { name: 'format', args: ['node_modules/oxfmt/bin/oxfmt', '--check', '.'] },
    { name: 'imports', args: ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', 'src', ...cruising] },
    { name: 'vocabulary, sizes, table ownership', args: ['scripts/structure/check.ts'] },
    { name: 'dead code', args: ['node_modules/knip/bin/knip.js', '--no-progress', '--cache', '--cache-location', cached('knip')] },
  ];
}

/** How long it took, and how busy the machine was meanwhile, without which the time says little. */
const seconds = (started) => `${((Date.now() - started) / 1000).toFixed(1)} s, load ${loadavg()[0].toFixed(1)}`;

/**
 * The compiler and the linter are Go programs. Something else runs beside each check, so each has one core: on several it would find out anew on each
 * what it knows on another; and it tidies its memory (garbage collection) seldom: where there is plenty, only when six gigabytes are full. Four are
 * needed; at a bound below that a Go program does nothing but tidy, and takes twice as long (docs/decisions/0125).
 */
const tidying = freemem() > 10 * 1024 ** 3 ? { GOGC: 'off', GOMEMLIMIT: '6GiB' } : { GOGC: '400' };
const checking = { GOMAXPROCS: '1', ...tidying, NO_COLOR: '1' };

function capture(args) {
  return new Promise((resolve) => {
    const child = spawn(node, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...checking } });
    const lines = [];
    child.stdout.on('data', (text) => lines.push(text));
    child.stderr.on('data', (text) => lines.push(text));
    child.on('error', (fault) => resolve({ passed: false, output: String(fault) }));
    child.on('close', (code) => resolve({ passed: code === 0, output: Buffer.concat(lines).toString('utf8') }));
  });
}

async function runCheck({ name, args, passed: whenPassed }) {
  const started = Date.now();
  const { passed, output } = args === null ? { passed: true, output: '' } : await capture(args);
  if (passed) whenPassed?.();
  console.log(`${passed ? 'passed' : 'FAILED'}  ${name}  (${seconds(started)})`);
  if (!passed) console.log(output.trimEnd().replace(/^/gm, '    '));
  return passed;
}

/** Runs the quick checks so many at a time; `all`: the linter reads what has not changed, too, but of tests no types. */
async function runQuickChecks({ all, atOnce }) {
  mkdirSync(cacheFolder, { recursive: true });
  const waiting = quickChecks(all);
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const worker = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      if (await runCheck(check)) counts.passed += 1;
      else counts.failed += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return counts;
}

/** Runs a suite of vitest and says how it went; every test in it counts. */
async function runNamedSuite(projects, title, options) {
  const started = Date.now();
  console.log(`running ${title} …`);
  const counts = await runSuite(projects, options);
  console.log(`${counts.failed === 0 ? 'passed' : 'FAILED'}  ${title}: ${line(counts)}  (${seconds(started)})`);
  return counts;
}

async function runBuild() {
  const started = Date.now();
  const passed = await buildInterface();
  console.log(`${passed ? 'passed' : 'FAILED'}  the interface builds  (${seconds(started)})`);
  if (!passed) return { passed: 0, failed: 1, skipped: 0 };
  const light = await runCheck({ name: 'what a reader loads is light', args: ['scripts/reader-weight.mjs'] });
  return { passed: light ? 2 : 1, failed: light ? 0 : 1, skipped: 0 };
}

/** The journeys, or one skipped (in CI: failed) test where no browser can be had: a missing browser must not pass for success there. */
async function runJourneys(options) {
  const missing = await ensureChromium();
  if (missing === null) return runNamedSuite(['journeys'], 'browser journeys in Chromium', { ...options, again: true });
  console.log(`${process.env.CI ? 'FAILED' : 'skipped'}  browser journeys: ${missing}`);
  return process.env.CI ? { passed: 0, failed: 1, skipped: 0 } : { passed: 0, failed: 0, skipped: 1 };
}

const line = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

function finish(parts, started) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const part of parts) for (const key of Object.keys(total)) total[key] += part[key];
  console.log(`took ${seconds(started)}`);
  console.log(line(total));
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}

/** `npm run check` */
export async function checkQuickly() {
  const started = Date.now();
  await ensureInstalled({ withDevelopment: true });
  // As many as a small machine has cores for.
  finish([await runQuickChecks({ all: false, atOnce: 2 })], started);
}

/** Has what tests start be what has been built. */
const builtServer = { HANSA_TEST_SERVER: serverFile };
/** Leaves out what belongs to the full size alone (vitest.config.ts). */
const quick = { ...builtServer, HANSA_QUICK: '1' };

/** `npm test`: what waits much runs beside what computes much, so that two cores are never idle; only what shows built pages waits for the build. */
export async function testEverything() {
  const started = Date.now();
  await ensureInstalled({ withDevelopment: true });
  // The demo world is loaded once for both suites whose servers begin with it.
  const options = { env: { ...quick, HANSA_DEMO_FOLDER: makeShared() } };
  const checked = runQuickChecks({ all: true, atOnce: 1 });
  const built = await runBuild();
  const tested = runNamedSuite(['unit'], 'unit, property, structure and database tests', { env: quick });
  const killed = await runNamedSuite(['whole'], 'the whole product: killed servers', { ...options, again: true });
  const shown = await runJourneys(options);
  const parts = [built, killed, shown, await checked, await tested];
  await clearShared();
  finish(parts, started);
}

/** `npm run trust`: the checks of trust of those names, or every test there is, at full size and with the chance of the day. */
export async function testAtFullSize(names) {
  const started = Date.now();
  await ensureInstalled({ withDevelopment: true });
  const seed = process.env.HANSA_SEED ?? String(Math.floor(started / 86_400_000));
  console.log(`HANSA_SEED=${seed} repeats the chance of this run.`);
  const folders = ['tests/trust', 'tests/trust/full', 'tests/trust/plans'];
  const options = {
    filters: names.flatMap((name) => folders.map((folder) => `${folder}/${name}`)),
    env: { ...builtServer, HANSA_ROUNDS: '50', HANSA_SEED: seed },
  };
  const parts = [await runBuild(), await runNamedSuite(['unit', 'whole'], 'tests at full size', options)];
  if (names.length === 0) {
    const linted = await runCheck(wholeLint);
    parts.push(await runJourneys(options), { passed: linted ? 1 : 0, failed: linted ? 0 : 1, skipped: 0 });
  }
  finish(parts, started);
}
