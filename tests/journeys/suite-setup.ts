// Before the first journey: the interface as it is now, one server with the demo world on a folder of its own, and one Chromium for all.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type BrowserServer } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { freePort, makeFolder, root, start, until, untilReady, type Started } from '../platform/started.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server's address. */
    readonly origin: string;
    /** Where the browser is driven from. */
    readonly browser: string;
  }
}

/** The scripts are plain JavaScript, so their shapes are told here. */
interface Scripts {
  readonly buildInterface: () => Promise<boolean>;
  readonly findChromium: () => string | null;
}
const load = async (name: string): Promise<Scripts> => (await import(pathToFileURL(path.join(root, 'scripts', name)).href)) as Scripts;

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-sync'];

let server: Started | undefined;
let browser: BrowserServer | undefined;
const { folder, remove } = makeFolder();

async function startServer(): Promise<string> {
  const port = await freePort();
  // Two names of one machine: cookies and addresses are told by the first that a person would type.
  const origin = `http://localhost:${port}`;
  const started = start({ HANSA_DATA: folder, PORT: String(port), HANSA_DEMO: '1', HANSA_ORIGIN: origin });
  server = started;
  await untilReady(started, port);
  for (let tries = 0; tries < 18; tries += 1) if (await until(() => started.printed().includes('Hansa is running'))) return origin;
  throw new Error(`the demo world was not loaded within three minutes: ${started.printed()}`);
}

async function openBrowser(): Promise<BrowserServer> {
  const { findChromium } = await load('chromium.mjs');
  const executablePath = findChromium();
  if (executablePath === null)
    throw new Error(
      'Chromium was not found; install it (on Debian: apt-get install chromium fonts-noto-cjk) or name it in HANSA_CHROMIUM.',
    );
  return chromium.launchServer({ executablePath, args: flags });
}

/** Vitest calls this before the first file of the suite. */
export async function setup(project: TestProject): Promise<void> {
  const { buildInterface } = await load('bootstrap.mjs');
  // The test runner's own mode would make it the slower interface of a developer.
  delete process.env['NODE_ENV'];
  if (!(await buildInterface())) throw new Error('the interface could not be built');
  const [origin, opened] = await Promise.all([startServer(), openBrowser()]);
  browser = opened;
  project.provide('origin', origin);
  project.provide('browser', opened.wsEndpoint());
}

/** And this after the last one, also when the setup failed. */
export async function teardown(): Promise<void> {
  await browser?.close();
  server?.process.kill('SIGTERM');
  await server?.ended;
  remove();
}
