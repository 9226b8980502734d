// A data folder that holds the demo world and rests: loaded once, and copied for every server that is to begin with it.
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TestProject } from 'vitest/node';
import { freePort, makeFolder, root, start, untilRunning } from './started.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder that copies are made of. */
    readonly demoFolder: string;
  }
}

export interface Serving {
  /** Two names of one machine: cookies and addresses are told by the first that a person would type. */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** Of a server whose clock is behind. */
export const behind = (minutes: number): Readonly<Record<string, string>> => ({
  NODE_OPTIONS: `--import=${pathToFileURL(path.join(root, 'tests/platform/earlier-clock.mjs')).href}`,
  HANSA_TEST_MINUTES_BEHIND: String(minutes),
});

/** A server with the demo world on a folder, which may hold it already; `env` sets more. */
async function serveDemo(folder: string, env: Readonly<Record<string, string>> = {}): Promise<Serving> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const server = start({ HANSA_DATA: folder, PORT: String(port), HANSA_DEMO: '1', HANSA_ORIGIN: origin, ...env });
  const close = async (): Promise<void> => {
    server.process.kill('SIGTERM');
    const code = await server.ended;
    if (code !== 0) throw new Error(`the server of the demo world did not stop in order: ${server.printed()}`);
  };
  await untilRunning(server, port);
  return { origin, close };
}

/** What is done before, by a server whose clock is `minutes` behind. */
export interface Earlier {
  readonly minutes: number;
  readonly prepare: (origin: string) => Promise<void>;
}

/** A server on a copy of the demo world, which goes with it. */
export async function serveCopy(
  demoFolder: string,
  { env = {}, earlier }: { readonly env?: Readonly<Record<string, string>>; readonly earlier?: Earlier | undefined } = {},
): Promise<Serving> {
  const { folder, remove } = makeFolder();
  copyFolder(demoFolder, folder);
  if (earlier !== undefined) {
    const before = await serveDemo(folder, behind(earlier.minutes));
    try {
      await earlier.prepare(before.origin);
    } finally {
      await before.close();
    }
  }
  const { origin, close } = await serveDemo(folder, env);
  return { origin, close: () => close().finally(remove) };
}

/** Fills `folder` with the data folder `from`, which no server works on; owners and rights are kept, since PostgreSQL looks at them. */
export function copyFolder(from: string, folder: string): void {
  const options = process.platform === 'linux' ? ['--archive', '--reflink=auto'] : ['-R', '-p'];
  execFileSync('cp', [...options, `${from}/.`, folder]);
}

/** Loads the demo world unless it was loaded for an earlier suite of the same run, which names the folder by `HANSA_DEMO_FOLDER`. */
async function loadDemo(folder: string): Promise<void> {
  const stamp = path.join(folder, 'loaded');
  if (existsSync(stamp)) return;
  await (await serveDemo(folder)).close();
  writeFileSync(stamp, '');
}

let cleanUp = (): void => undefined;

/** Vitest calls this before the first file of a suite whose servers begin with the demo world. */
export async function setup(project: TestProject): Promise<void> {
  const shared = process.env['HANSA_DEMO_FOLDER'];
  const own = shared === undefined ? makeFolder() : null;
  if (own !== null) cleanUp = own.remove;
  const folder = shared ?? own?.folder ?? '';
  await loadDemo(folder);
  project.provide('demoFolder', folder);
}

export function teardown(): void {
  cleanUp();
}
