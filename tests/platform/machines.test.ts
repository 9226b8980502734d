// What each kind of machine is given, decided here for all of them: only Linux on x64 has been tried (README.md).
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { dataFolder } from '#platform/config.ts';
import { checkSocketPath, listeningOn, onDatabase, settingsFor, urlOf } from '#platform/postgres/listening.ts';
import { packageFor } from '#platform/postgres/native-package.ts';
import { root } from './started.ts';

interface Scripts {
  readonly nodeIn: (folder: string, platform: string) => string;
  readonly npmCall: (
    words: readonly string[],
    platform: string,
  ) => { readonly command: string; readonly args: readonly string[]; readonly options: { readonly shell?: boolean } };
  readonly apart: (platform: string) => { readonly detached: boolean };
  readonly placesOf: (env: Readonly<Record<string, string>>, platform: string) => readonly string[];
}

/** The scripts are plain JavaScript, so their shapes are told here. */
const load = async (name: string): Promise<Scripts> => (await import(pathToFileURL(path.join(root, 'scripts', name)).href)) as Scripts;

const { nodeIn } = await load('bootstrap.mjs');
const { npmCall, apart } = await load('processes.mjs');
const { placesOf } = await load('chromium.mjs');

const versions = z.record(z.string(), z.string());
const manifest = z
  .object({ optionalDependencies: versions, allowScripts: z.record(z.string(), z.boolean()) })
  .parse(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')));
const locked = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        version: z.string().optional(),
        integrity: z.string().optional(),
        optional: z.boolean().optional(),
        os: z.array(z.string()).optional(),
        cpu: z.array(z.string()).optional(),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'))).packages;

const machines: readonly (readonly [string, string])[] = [
  ['linux', 'x64'],
  ['linux', 'arm64'],
  ['darwin', 'x64'],
  ['darwin', 'arm64'],
  ['win32', 'x64'],
];

test.each(machines)('PostgreSQL comes for %s on %s, by one optional package that npm installs there alone', (os, cpu) => {
  const name = packageFor(os, cpu) ?? '';
  expect(locked[`node_modules/${name}`]).toMatchObject({
    version: manifest.optionalDependencies[name],
    optional: true,
    os: [os],
    cpu: [cpu],
  });
  expect(locked[`node_modules/${name}`]?.integrity).toMatch(/^sha512-/);
  expect(manifest.allowScripts[name]).toBe(true);
});

test('each of these packages is of one version, and none is listed for a machine that is not known', () => {
  expect(Object.keys(manifest.optionalDependencies).sort()).toEqual(machines.map(([os, cpu]) => packageFor(os, cpu)).sort());
  expect(new Set(Object.values(manifest.optionalDependencies)).size).toBe(1);
  expect(packageFor('freebsd', 'x64')).toBeNull();
  expect(packageFor('win32', 'arm64')).toBeNull();
});

test('what builds the interface comes for all of them', () => {
  for (const [os, cpu] of machines)
    for (const group of ['@rolldown/binding-', 'lightningcss-']) {
      const found = Object.entries(locked).filter(
        ([name, entry]) => name.startsWith(`node_modules/${group}`) && entry.os?.includes(os) && entry.cpu?.includes(cpu),
      );
      expect(found.length, `${group} for ${os} ${cpu}`).toBeGreaterThan(0);
    }
});

test.each([
  ['linux', 'socket'],
  ['darwin', 'socket'],
  ['win32', 'loopback'],
])('the database of %s listens on a %s address', (platform, listening) => {
  expect(listeningOn(platform)).toBe(listening);
});

const login = { user: 'hansa_server', password: 'secret', database: 'hansa' };

test.each([
  [
    { kind: 'socket', folder: "/home/o'neil/my data/run" } as const,
    `-c listen_addresses= -c unix_socket_directories='"/home/o'\\''neil/my data/run"'`,
    "postgres://hansa_server:secret@/hansa?host=%2Fhome%2Fo'neil%2Fmy%20data%2Frun",
  ],
  [
    { kind: 'loopback', port: 54321 } as const,
    '-c listen_addresses=127.0.0.1 -c port=54321',
    'postgres://hansa_server:secret@127.0.0.1:54321/hansa',
  ],
])('settings and addresses of %o', (address, settings, url) => {
  expect(settingsFor(address).join(' ')).toBe(settings);
  expect(urlOf(address, login)).toBe(url);
  expect(onDatabase(url, 'other')).toBe(urlOf(address, { ...login, database: 'other' }));
});

test('a path is as long as its bytes', () => {
  expect(() => checkSocketPath(`/${'d'.repeat(80)}`)).not.toThrow();
  expect(() => checkSocketPath(`/${'数'.repeat(30)}`)).toThrow('too long for a database socket');
});

test.each([
  [{ platform: 'linux', home: '/root', isRoot: true, local: undefined }, '/var/lib/hansa'],
  [{ platform: 'linux', home: '/home/ana', isRoot: false, local: undefined }, '/home/ana/.local/share/hansa'],
  [{ platform: 'darwin', home: '/Users/ana', isRoot: false, local: undefined }, '/Users/ana/.local/share/hansa'],
  [{ platform: 'win32', home: 'C:\\Users\\ana', isRoot: false, local: 'D:\\Local' }, 'D:\\Local\\Hansa'],
  [{ platform: 'win32', home: 'C:\\Users\\ana', isRoot: false, local: undefined }, 'C:\\Users\\ana\\AppData\\Local\\Hansa'],
])('the data of %o lie in %s', (machine, folder) => {
  expect(dataFolder(machine)).toBe(folder);
});

test('programs are begun as each system begins them', () => {
  expect(nodeIn('m', 'linux')).toBe(path.join('m', 'node', 'bin', 'node'));
  expect(nodeIn('m', 'win32')).toBe(path.join('m', 'node', 'bin', 'node.exe'));
  expect(npmCall(['ci', '--no-fund'], 'darwin')).toEqual({ command: 'npm', args: ['ci', '--no-fund'], options: {} });
  expect(npmCall(['ci', '--no-fund'], 'win32')).toEqual({ command: 'npm.cmd ci --no-fund', args: [], options: { shell: true } });
  expect([apart('linux').detached, apart('win32').detached]).toEqual([true, false]);
  expect(placesOf({ ProgramFiles: 'C:\\Program Files' }, 'win32')).toContain('C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe');
  expect(placesOf({}, 'darwin')).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
});
