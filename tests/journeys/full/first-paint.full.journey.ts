// When a reader on a slow phone sees the first words of each public page: told by the clock, held by what has to come before them.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, demoForum } from '../prepare.ts';
import { openContext, type Language } from '../reader.ts';

const prefix: Readonly<Record<Language, string>> = { en: '', 'zh-Hans': '/zh' };
const tie = '/ties/liverpool-gb--shanghai-cn';
/** A page as it is sent, compressed, with the rules it can use: little more than the first ten packets of a connection carry before anybody answers. */
const MOST_BYTES = 16_000;
/** A phone of some years ago on a slow fourth-generation network, as tools that rate pages have it. */
const slow = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 };

let pages: readonly string[];
let context: Awaited<ReturnType<typeof openContext>>;

beforeAll(async () => {
  const organiser = await openContext({ language: 'en', role: 'organiser' });
  const { slug } = await demoForum(organiser.context);
  type Listed = { readonly entries: readonly { readonly id?: string; readonly slug?: string }[] };
  const outcomes = await ask<Listed>(organiser.context, '/outcomes?audience=public&limit=1');
  const followed = await ask<Listed>(organiser.context, '/follow-throughs?limit=1').catch((): Listed => ({ entries: [] }));
  await organiser.close();
  context = await openContext({ language: 'en', width: 390 });
  pages = [
    ...['/', '/cities/shanghai-cn', tie, `${tie}/report`, `/outcomes/${outcomes.entries[0]?.id ?? ''}`, `/editions/${slug}`],
    ...[`/editions/${slug}/programme`, `/editions/${followed.entries[0]?.slug ?? 'ciie-2019'}/follow-through`],
  ];
});
afterAll(() => context.close());

interface Seen {
  readonly paint: number;
  /** Compressed, of the page itself. */
  readonly bytes: number;
  readonly blocking: readonly string[];
}

const seen = `(() => {
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  const [page] = performance.getEntriesByType('navigation');
  const blocking = performance.getEntriesByType('resource').filter((one) => one.renderBlockingStatus === 'blocking').map((one) => one.name);
  return paint === undefined ? null : { paint: paint.startTime, bytes: page.encodedBodySize, blocking };
})()`;

test('before the first words of a public page come nothing but the page itself, and few bytes of it, in both languages', async () => {
  const rows: Record<string, Record<string, number>> = {};
  for (const path of pages)
    for (const language of ['en', 'zh-Hans'] as const) {
      // A server that is too busy to draw a page in time sends the frame of the application, which is not what is measured here.
      await expect
        .poll(async () => (await context.context.request.get(prefix[language] + path)).text(), { timeout: 60_000 })
        .toContain('data-app=');
      const page = await context.context.newPage();
      const client = await context.context.newCDPSession(page);
      await client.send('Network.enable');
      await client.send('Network.setCacheDisabled', { cacheDisabled: true });
      await client.send('Network.emulateNetworkConditions', slow);
      await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      const answer = await page.goto(prefix[language] + path);
      expect(answer?.status(), path).toBe(200);
      await expect.poll(() => page.evaluate(seen), { timeout: 60_000 }).not.toBeNull();
      const { paint, bytes, blocking } = await page.evaluate<Seen>(seen);
      rows[prefix[language] + path] = { 'first words, ms': Math.round(paint), 'bytes of the page': bytes };
      expect(blocking, path).toEqual([]);
      expect(bytes, path).toBeLessThanOrEqual(MOST_BYTES);
      await page.close();
    }
  console.table(rows);
}, 600_000);
