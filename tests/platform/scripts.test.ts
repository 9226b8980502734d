// The plain parts of the start and test scripts.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { makeFolder, root } from './started.ts';

interface Package {
  readonly version?: string;
  readonly optional?: boolean;
  readonly dev?: boolean;
  readonly link?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
}

type Packages = Readonly<Record<string, Package>>;

interface Machine {
  readonly platform: string;
  readonly arch: string;
}

interface Scripts {
  readonly isInstalled: (
    wanted: Packages,
    present: Packages,
    options: { readonly withDevelopment: boolean; readonly machine: Machine },
  ) => boolean;
  readonly runtimeProblem: (version: string) => string | null;
  readonly countsOf: (report: unknown) => { readonly passed: number; readonly failed: number; readonly skipped: number };
  readonly lastOf: <R>(results: readonly R[], again: readonly R[]) => readonly R[];
  readonly findChromium: (env: Readonly<Record<string, string>>) => string | null;
  readonly changedOf: (texts: ReadonlyMap<string, string>, known: Readonly<Record<string, string>>, most?: number) => readonly string[];
  readonly hashesOf: (texts: ReadonlyMap<string, string>) => Readonly<Record<string, string>>;
}

/** The scripts are plain JavaScript, so their shapes are told here. */
const load = async (name: string): Promise<Scripts> => (await import(pathToFileURL(path.join(root, 'scripts', name)).href)) as Scripts;

const { isInstalled } = await load('bootstrap.mjs');
const { runtimeProblem } = await load('runtime.mjs');
const { countsOf, lastOf } = await load('suite.mjs');
const { findChromium } = await load('chromium.mjs');
const { changedOf, hashesOf } = await load('lint-cache.mjs');

const wanted: Packages = {
  '': {},
  'node_modules/hono': { version: '4.0.0' },
  'node_modules/eslint': { version: '10.0.0', dev: true },
  'node_modules/native-linux': { version: '1.0.0', optional: true, os: ['linux'], cpu: ['x64'] },
  'node_modules/native-windows': { version: '1.0.0', optional: true, os: ['win32'], cpu: ['x64'] },
};
const linux = { platform: 'linux', arch: 'x64' };
const hono = { 'node_modules/hono': { version: '4.0.0' }, 'node_modules/native-linux': { version: '1.0.0' } };

test.each<[string, Packages, boolean, boolean]>([
  ['nothing is there', {}, false, false],
  ['what runs is there', hono, false, true],
  ['what runs is there but tests are wanted', hono, true, false],
  ['everything is there', { ...hono, 'node_modules/eslint': { version: '10.0.0' } }, true, true],
  ['a version is older', { ...hono, 'node_modules/hono': { version: '3.0.0' } }, false, false],
  ['an optional package is another version', { ...hono, 'node_modules/native-linux': { version: '0.9.0' } }, false, false],
])('packages: %s', (_what, present, withDevelopment, expected) => {
  expect(isInstalled(wanted, present, { withDevelopment, machine: linux })).toBe(expected);
});

test.each<[string, string, boolean]>([
  ['linux', 'x64', true],
  ['linux', 'arm64', true],
  ['win32', 'x64', false],
])('packages installed on Linux x64, started on %s %s', (platform, arch, expected) => {
  expect(isInstalled(wanted, hono, { withDevelopment: false, machine: { platform, arch } })).toBe(expected);
});

test.each(['18.0.0', '20.20.2', '24.21.0'])('Node %s is new enough to start from', (version) => {
  expect(runtimeProblem(version)).toBeNull();
});

test.each(['16.20.2', '12.22.12', '8.0.0'])('Node %s is told to be too old', (version) => {
  expect(runtimeProblem(version)).toContain(version);
});

test('counts tests by state, and a file that could not be read as one failure', () => {
  const file = (status: string, ...states: readonly string[]) => ({ status, assertionResults: states.map((state) => ({ status: state })) });
  const report = {
    testResults: [
      file('passed', 'passed', 'passed', 'skipped'),
      file('failed', 'passed', 'failed'),
      file('failed'),
      file('passed', 'todo', 'pending'),
    ],
  };
  expect(countsOf(report)).toEqual({ passed: 3, failed: 2, skipped: 3 });
});

test('files that were run again count as they did then, the others as before, and what fails twice fails', () => {
  const file = (name: string, ...states: readonly string[]) => ({
    name,
    status: states.includes('failed') ? 'failed' : 'passed',
    assertionResults: states.map((status) => ({ status })),
  });
  const first = [file('a', 'passed'), file('b', 'failed', 'skipped'), file('c', 'failed')];
  expect(countsOf({ testResults: lastOf(first, [file('b', 'passed', 'passed'), file('c', 'failed')]) })).toEqual({
    passed: 3,
    failed: 1,
    skipped: 0,
  });
});

test('finds a browser by its variable first, then by its name on PATH', () => {
  const { folder, remove } = makeFolder();
  onTestFinished(remove);
  const browser = path.join(folder, 'bin', 'chromium');
  mkdirSync(path.dirname(browser));
  writeFileSync(browser, '');
  expect(findChromium({ PATH: path.dirname(browser) })).toBe(browser);
  expect(findChromium({ PATH: '', HANSA_CHROMIUM: browser })).toBe(browser);
  const shell = path.join(folder, 'bin', 'chromium-headless-shell');
  writeFileSync(shell, '');
  expect(findChromium({ PATH: path.dirname(browser) })).toBe(shell);
  expect(findChromium({ PATH: path.dirname(browser), HANSA_CHROMIUM: path.join(folder, 'gone') })).toBeNull();
});

test('the start says what it takes and ends; what it does not know is refused before anything is installed', () => {
  const start = (...args: readonly string[]) =>
    spawnSync(process.execPath, [path.join(root, 'scripts', 'start.mjs'), ...args], { encoding: 'utf8' });
  const help = start('--help');
  expect([help.status, help.stderr]).toEqual([0, '']);
  expect(help.stdout).toContain('--reset');
  const refused = start('--rest');
  expect([refused.status, refused.stdout]).toEqual([2, '']);
  expect(refused.stderr).toContain('Not known: --rest');
});

test('linted are files that changed or are new, and those that import one which changed or is gone', () => {
  const texts = new Map([
    ['src/a.ts', 'one'],
    ['src/b.ts', "import { a } from './a.ts';"],
    ['src/c.ts', "import { gone } from '#kernel/gone.ts';"],
    ['src/d.ts', "import { c } from './c.ts';"],
  ]);
  const known = hashesOf(texts);
  expect(changedOf(texts, known)).toEqual([]);
  expect(changedOf(new Map([...texts, ['src/a.ts', 'two'], ['src/new.ts', '']]), known)).toEqual(['src/a.ts', 'src/b.ts', 'src/new.ts']);
  expect(changedOf(texts, { ...known, 'src/kernel/gone.ts': '' })).toEqual(['src/c.ts']);
  expect(changedOf(new Map([...texts, ['src/a.ts', 'two']]), known, 0)).toEqual(['src/a.ts']);
});
