// How fast the map of ties is drawn in headless Chromium with software rendering: 30,000 ties between 18,000 places of a world of its own.
// Usage: npm run bench:map [-- --ties 30000] [--width 1280]
import { createServer, type AddressInfo } from 'node:net';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { chromium, type CDPSession, type Page } from 'playwright-core';
import { buildApp } from '#app/server/build-app.ts';
import { readConfig } from '#platform/config.ts';
import { listen } from '#platform/http/server.ts';
import { openDatabase } from '#platform/postgres/database.ts';
import { openNetWorld, worldSize } from './net-world.ts';

const { values: asked } = parseArgs({
  options: { ties: { type: 'string', default: '30000' }, width: { type: 'string', default: '1280' } },
});

interface Scripts {
  readonly buildInterface: () => Promise<boolean>;
}
const { buildInterface } = (await import(new URL('../scripts/bootstrap.mjs', import.meta.url).href)) as Scripts;
const { findChromium } = (await import(new URL('../scripts/chromium.mjs', import.meta.url).href)) as {
  readonly findChromium: () => string | null;
};

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

interface Drawn {
  readonly duration: number;
  readonly end: number;
}

const drawn = (page: Page): Promise<readonly Drawn[]> =>
  page.evaluate(() =>
    performance.getEntriesByName('hansa map').map(({ duration, startTime }) => ({ duration, end: startTime + duration })),
  );

/** Milliseconds of processor time of the page's own thread so far: on a busy machine they say more than the clock. */
async function threadMilliseconds(page: Page): Promise<number> {
  const session = sessions.get(page) ?? (await page.context().newCDPSession(page));
  if (!sessions.has(page)) await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  sessions.set(page, session);
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
}
const sessions = new Map<Page, CDPSession>();

/** How long each drawing took that an action caused; `processor` sums all that the page did for it, React and the list included. */
async function drawings(page: Page, act: () => Promise<void>): Promise<readonly number[]> {
  const before = await threadMilliseconds(page);
  await page.evaluate(() => performance.clearMeasures('hansa map'));
  await act();
  await page.waitForFunction(() => performance.getEntriesByName('hansa map').length > 0);
  await page.waitForTimeout(300);
  processor += (await threadMilliseconds(page)) - before;
  return (await drawn(page)).map(({ duration }) => duration);
}
let processor = 0;

const rows: Record<string, Record<string, string>> = {};
const told = (name: string, times: readonly number[]): void => {
  const sorted = times.toSorted((x, y) => x - y);
  rows[name] = {
    drawings: String(times.length),
    'median ms': (sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(1),
    'most ms': (sorted.at(-1) ?? 0).toFixed(1),
    'processor ms, each': processor === 0 ? '' : (processor / times.length).toFixed(1),
  };
  processor = 0;
};

/** From the address to the first drawing, five times. */
async function open(page: Page, base: string): Promise<void> {
  const firsts: Drawn[] = [];
  let answered = { size: 0, duration: 0, end: 0 };
  for (let round = 0; round < 5; round += 1) {
    await page.goto(`${base}/map`);
    await page.waitForFunction(() => performance.getEntriesByName('hansa map').length > 0);
    const [first] = await drawn(page);
    if (first !== undefined) firsts.push(first);
    answered = await page.evaluate(() => {
      const entry = performance.getEntriesByType('resource').find(({ name }) => name.endsWith('/tie-map'));
      const told = (entry?.toJSON() ?? {}) as Partial<Record<string, number>>;
      return { size: told['decodedBodySize'] ?? 0, duration: told['duration'] ?? 0, end: told['responseEnd'] ?? 0 };
    });
    if (first !== undefined)
      rows[`opening ${round + 1}: answer, then until drawn`] = {
        drawings: '1',
        'median ms': answered.duration.toFixed(0),
        'most ms': (first.end - answered.end).toFixed(0),
      };
  }
  told(
    'first drawing',
    firsts.map(({ duration }) => duration),
  );
  console.log(`answer: ${(answered.size / 1e6).toFixed(2)} MB unpacked`);
}

async function measure(page: Page): Promise<void> {
  const canvas = page.locator('figure.worldmap canvas');
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  told('enlarged', [
    ...(await drawings(page, () => press('Zoom in'))),
    ...(await drawings(page, () => press('Zoom in'))),
    ...(await drawings(page, () => press('Zoom in'))),
    ...(await drawings(page, () => press('Zoom in'))),
    ...(await drawings(page, () => press('Zoom in'))),
  ]);
  const box = await canvas.boundingBox();
  if (box === null) throw new Error('the map has no place');
  const drag = async (): Promise<void> => {
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    for (let step = 1; step <= 20; step += 1) await page.mouse.move(box.x + box.width / 2 + step * 8, box.y + box.height / 2 + step * 3);
    await page.mouse.up();
  };
  told('moved, near', await drawings(page, drag));
  await press('Show all');
  await page.waitForTimeout(300);
  await press('Zoom in');
  await page.waitForTimeout(300);
  told('moved, far', await drawings(page, drag));
  told('all', await drawings(page, () => press('Show all')));
  const choose = (name: string, option: string) => page.getByRole('combobox', { name, exact: true }).selectOption(option);
  told('filtered by country', [
    ...(await drawings(page, async () => void (await choose('Country', 'DE')))),
    ...(await drawings(page, async () => void (await choose('Country', 'CN')))),
    ...(await drawings(page, async () => void (await choose('Country', '')))),
  ]);
  told('filtered by sides', [
    ...(await drawings(page, async () => void (await choose('Listed by', 'one')))),
    ...(await drawings(page, async () => void (await choose('Listed by', '')))),
  ]);
  told('a place chosen', [
    ...(await drawings(page, () => canvas.press('ArrowRight'))),
    ...(await drawings(page, () => canvas.press('ArrowRight'))),
    ...(await drawings(page, () => canvas.press('Escape'))),
  ]);
}

const executablePath = findChromium();
if (executablePath === null) throw new Error('Chromium was not found');
if (!(await buildInterface())) throw new Error('the interface could not be built');
const world = await openNetWorld({ ...worldSize, ties: Number(asked.ties) });
const port = await freePort();
const base = `http://localhost:${port}`;
const config = readConfig({
  PORT: String(port),
  HANSA_ORIGIN: base,
  HANSA_DEMO: '0',
  LOG_LEVEL: 'error',
  HANSA_ACCESS_LOG: '0',
  HANSA_RATE: '0',
});
const database = openDatabase(world.serverUrl);
const { app } = buildApp(config, database, { secret: world.secret, now: () => Date.now() });
const server = await listen(app, port, '127.0.0.1');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  const page = await browser.newPage({ viewport: { width: Number(asked.width), height: 800 }, locale: 'en-GB' });
  await open(page, base);
  await measure(page);
  console.log(
    `${world.world.cities.length} places, ${world.world.pairs.length} ties, ${asked.width} points wide, load ${loadavg()[0]?.toFixed(1) ?? ''}`,
  );
  console.table(rows);
} finally {
  await browser.close();
  await server.close();
  await database.close();
  await world.close();
}
process.exit(0);
