// Folders that the embedded database cannot work in are refused in one sentence that says what to do, and nothing is left in them.
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { SentenceError } from '../sentence-error.ts';
import { startEmbeddedPostgres } from './embedded.ts';
import { embeddedMajor } from './native-package.ts';
import { runProgram } from './run-program.ts';

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hansa-no-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await chmod(folder, 0o755);
  return folder;
}

const refusal = (folder: string): Promise<unknown> =>
  startEmbeddedPostgres({ folder, durability: 'volatile' }).then(
    () => null,
    (fault: unknown) => (fault instanceof SentenceError ? fault.message : fault),
  );

// Only root has the database run as somebody else.
test.runIf(process.getuid?.() === 0)('a folder that the user of the database may not enter', async () => {
  const shut = await newFolder();
  await chmod(shut, 0o700);
  expect(await refusal(join(shut, 'data'))).toContain(`may not enter ${shut}`);
});

test('a database whose secrets are gone is not opened with new ones', async () => {
  const folder = await newFolder();
  await mkdir(join(folder, 'cluster'));
  await writeFile(join(folder, 'cluster', 'PG_VERSION'), String(embeddedMajor()));
  expect(await refusal(folder)).toContain('put back the secrets.json');
  expect(await readdir(folder)).not.toContain('secrets.json');
});

test('a data folder of another version of the database is named and left alone', async () => {
  const folder = await newFolder();
  const version = join(folder, 'cluster', 'PG_VERSION');
  await mkdir(join(folder, 'cluster'));
  await writeFile(version, '15\n');
  expect(await refusal(folder)).toMatch(/PostgreSQL 15\b/);
  expect([await readFile(version, 'utf8'), await readdir(join(folder, 'cluster'))]).toEqual(['15\n', ['PG_VERSION']]);
});

test('a program has ended although what it left behind holds its pipes open', async () => {
  const left = `const child = require('node:child_process').spawn(process.execPath, ['-e', 'setTimeout(() => {}, 20000)'], { detached: true, stdio: 'inherit' });
    child.unref(); console.error('last words'); process.exitCode = Number(process.argv[1])`;
  const how = { cwd: '/', env: process.env };
  const began = Date.now();
  await runProgram(process.execPath, ['-e', left, '0'], how);
  await expect(runProgram(process.execPath, ['-e', left, '3'], how)).rejects.toThrow('last words');
  expect(Date.now() - began).toBeLessThan(10_000);
});
