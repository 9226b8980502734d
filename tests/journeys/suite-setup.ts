// Before the first journey: the interface as it is now, one server with a copy of the demo world, and a Chromium to be found.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TestProject } from 'vitest/node';
import { serveCopy, type Serving } from '../platform/demo-folder.ts';
import { root } from '../platform/started.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server's address. */
    readonly origin: string;
    /** The browser's program. */
    readonly chromium: string;
  }
}

/** The scripts are plain JavaScript, so their shapes are told here. */
interface Scripts {
  readonly buildInterface: () => Promise<boolean>;
  readonly findChromium: () => string | null;
}
const load = async (name: string): Promise<Scripts> => (await import(pathToFileURL(path.join(root, 'scripts', name)).href)) as Scripts;

let server: Serving | undefined;

async function findBrowser(): Promise<string> {
  const { findChromium } = await load('chromium.mjs');
  const executablePath = findChromium();
  if (executablePath === null)
    throw new Error(
      'Chromium was not found; install it (on Debian: apt-get install chromium fonts-noto-cjk) or name it in HANSA_CHROMIUM.',
    );
  return executablePath;
}

/** Vitest calls this before the first file of the suite. */
export async function setup(project: TestProject): Promise<void> {
  const { buildInterface } = await load('bootstrap.mjs');
  // The test runner's own mode would make it the slower interface of a developer.
  delete process.env['NODE_ENV'];
  if (!(await buildInterface())) throw new Error('the interface could not be built');
  project.provide('chromium', await findBrowser());
  server = await serveCopy(project.getProvidedContext().demoFolder);
  project.provide('origin', server.origin);
}

/** And this after the last one, also when the setup failed. */
export async function teardown(): Promise<void> {
  await server?.close();
}
