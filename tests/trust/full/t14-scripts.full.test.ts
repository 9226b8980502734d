// T14: no text that somebody enters ever runs. A world in which every text field holds one of 200 payloads is shown page by page in a real browser,
// printed, and asked for as files: nothing runs, no link leads to a script, no element comes of a text, and the policy of the page allows none.
import { createHash } from 'node:crypto';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pageAddresses } from '#app/server/page-addresses.ts';
import { startServer, type RunningServer } from '#app/server/start-server.ts';
import { readConfig } from '#platform/config.ts';
import { installJobs } from '#platform/jobs/jobs.ts';
import { startEmbeddedPostgres } from '#platform/postgres/embedded.ts';
import { onDatabase } from '#platform/postgres/listening.ts';
import { testFolder } from '#platform/postgres/test-database.ts';
import { jobsOf } from '#app/server/jobs.ts';
import { openWorld } from '../../fixtures/open-world.ts';
import type { World } from '../../fixtures/world.ts';
import { freePort, root } from '../../platform/started.ts';

const isFull = process.env['HANSA_ROUNDS'] !== undefined;
const readers = isFull ? ['city', 'fair', 'town', 'acme', 'register', 'chamber', 'nobody'] : ['city', 'fair', 'nobody'];
/** Of each reader's pages those that show most; at full size all pages there are. */
const most: Readonly<Record<string, RegExp>> = {
  city: /^\/(?:cities\/[^/]+|ties\/[^/]+(?:\/report)?|desk|organisations\/.+|outcomes\/(?!new).+|sources)$/,
  // What is sent whole, drawn on the server.
  nobody: /^\/(?:cities\/[^/]+|ties\/[^/]+(?:\/report)?|outcomes\/(?!new).+|editions\/[^/]+|challenges|search)?$/,
  fair: /^\/editions\/[^/]+(?:\/(?:setup\/participants|setup\/places|requests|releases))?$/,
};

/** What runs tells its number; whatever is around it stands for a way in: markup, attributes, addresses, templates, Markdown, SVG, encodings. */
function payloadsOf(): readonly string[] {
  const wrappings = [
    (run: string) => `<script>${run}</script>`,
    (run: string) => `<img src=x onerror=${run}>`,
    (run: string) => `<svg onload=${run}>`,
    (run: string) => `<svg><script>${run}</script></svg>`,
    (run: string) => `<svg><a xlink:href="javascript:${run}"><text y=9>x</text></a></svg>`,
    (run: string) => `"><b onmouseover=${run}>x</b>`,
    (run: string) => `' autofocus onfocus=${run} x='`,
    (run: string) => `<a href="javascript:${run}">x</a>`,
    (run: string) => `[x](javascript:${run})`,
    (run: string) => `![x](x"onerror="${run})`,
    (run: string) => `javascript:${run}`,
    (run: string) => `<iframe srcdoc="<script>parent.${run}</script>">`,
    (run: string) => `<object data="javascript:${run}">`,
    (run: string) => `<details open ontoggle=${run}>x</details>`,
    (run: string) => `<style>@import "javascript:${run}"</style>`,
    (run: string) => `<form action="javascript:${run}"><button>x</button></form>`,
    (run: string) => `{{constructor.constructor('${run}')()}}`,
    (run: string) => `\${${run}}`,
    (run: string) => `</script><script>${run}</script>`,
    (run: string) => `</title></head><script>${run}</script>`,
    (run: string) => `--><script>${run}</script>`,
    (run: string) => `]]><script>${run}</script>`,
    (run: string) => `&lt;script&gt;${run}&lt;/script&gt;`,
    (run: string) => `<math><mtext></form><img src onerror=${run}>`,
    (run: string) => `<template><img src=x onerror=${run}></template>`,
  ];
  return wrappings.flatMap((wrap, w) =>
    Array.from({ length: 8 }, (_, n) => {
      const number = w * 8 + n;
      const run = `hansaRan(${number})`;
      const text = wrap(run);
      return (
        [
          text,
          text.toUpperCase().replace(/HANSARAN/g, 'hansaRan'),
          text.replaceAll('<', '< '),
          `${text}名`,
          ` ${text}`,
          text.replaceAll(' ', '/'),
          `${text}${text}`,
          `a${text}`,
        ][n] ?? text
      );
    }),
  );
}
const payloads = payloadsOf();

let world: World;
let server: RunningServer;
let browser: Browser;
let base: string;

/** Columns whose texts have a form of their own, or are addresses and keys. */
const formed =
  /slug|email|website|address|recipient|token|hash|invited_at|country|language|time_zone|currency|media_type|digest|key|search|sort_name/;

/** Puts a payload in place of every canary, in every text and document there is, however the row came to be. */
async function poison(client: pg.Client): Promise<void> {
  const { rows: columns } = await client.query<{ table: string; column: string; type: string }>(
    `select format('%I.%I', n.nspname, c.relname) as table, a.attname as column, t.typname as type
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace join pg_type t on t.oid = a.atttypid
     where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and t.typname in ('text', 'jsonb')
       and n.nspname not in ('pg_catalog', 'information_schema', 'jobs', 'migration', 'sign_in')`,
  );
  await client.query(`begin; set local session_replication_role = 'replica'`);
  for (const { table, column, type } of columns) {
    if (formed.test(column)) continue;
    const { rows } = await client.query<{ ctid: string; text: string }>(
      `select ctid, "${column}"::text as text from ${table} where "${column}"::text like '%cnry%'`,
    );
    for (const { ctid, text } of rows) {
      const put = (word: string): string => {
        const at = createHash('sha256').update(`${table}${column}${word}`).digest().readUInt32BE(0) % payloads.length;
        const payload = payloads[at] ?? '';
        return type === 'jsonb' ? JSON.stringify(payload).slice(1, -1) : payload;
      };
      // An address within a document stays one.
      const poisoned = text.replace(/(?<!\/\/|\w)cnry\d+q(?![.@])/g, put);
      await client.query(`savepoint one`);
      await client
        .query(`update ${table} set "${column}" = $1${type === 'jsonb' ? '::jsonb' : ''} where ctid = $2`, [poisoned, ctid])
        .catch(() => client.query('rollback to savepoint one'));
    }
  }
  await client.query('commit');
}

interface Finder {
  readonly findChromium: () => string | null;
}
/** Without a browser the journeys fail or are skipped with a word; here nothing can be shown either. */
const executablePath = ((await import(pathToFileURL(path.join(root, 'scripts', 'chromium.mjs')).href)) as Finder).findChromium();
const withBrowser = test.skipIf(executablePath === null);

beforeAll(async () => {
  if (executablePath === null) return;
  world = await openWorld();
  const postgres = await startEmbeddedPostgres({ folder: testFolder(), durability: 'volatile' });
  const { database } = (await world.app.db.owner.query<{ database: string }>('select current_database() as database')).rows[0] ?? {
    database: '',
  };
  const client = new pg.Client({ connectionString: onDatabase(postgres.superuserUrl, database) });
  await client.connect();
  await poison(client);
  await client.end();
  const port = await freePort();
  base = `http://localhost:${port}`;
  const config = readConfig({
    PORT: String(port),
    HANSA_ORIGIN: base,
    HANSA_DEMO: '0',
    LOG_LEVEL: 'silent',
    HANSA_ACCESS_LOG: '0',
    HANSA_RATE: '0',
  });
  await installJobs(world.app.db.migratorUrl, jobsOf(config));
  server = await startServer(config, { serverUrl: world.app.db.serverUrl, secret: 'a-secret-of-the-tests-that-is-long-enough' });
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'] });
});
afterAll(async () => {
  if (executablePath === null) return;
  await browser.close();
  await server.close();
  await world.app.close();
});

/** Every page of the product, with things of the world in its address. */
function addresses(): readonly string[] {
  const { thing, made } = world;
  const slug = (name: string): string => {
    const found = made.get(name);
    return typeof found?.['slug'] === 'string' ? found['slug'] : (found?.id ?? '');
  };
  const edition = slug('main');
  return pageAddresses
    .filter((address) => !/^\/(?:sign-in|design|review-mail|weekly-mail)/.test(address))
    .map((address) =>
      address
        .replace('/cities/$slug', `/cities/${slug('harbour')}`)
        .replace('/ties/$slug', `/ties/${slug('public tie')}`)
        .replace('/editions/$slug', `/editions/${edition}`)
        .replace('/my/$editionId/$participantId', `/my/${thing('main').id}/${thing('E1').id}`)
        .replace('/organisations/$id', `/organisations/${thing('public records').id}`)
        .replace('/outcomes/$id', `/outcomes/${thing('public outcome').id}`)
        .replace('/agreements/$id', `/agreements/${made.get('public agreement')?.id ?? thing('harbour').id}`)
        .replace('/reference/$set', `/reference/${slug('set')}`)
        .replace('$entry', made.get('story')?.id ?? '')
        .replace('$groupId', thing('exporters').id)
        .replace('$number', '1')
        .replace('$code', '1'),
    );
}

interface Seen {
  readonly ran: readonly number[];
  readonly strange: readonly string[];
  readonly shown: readonly number[];
}

/** What a page did with the texts: which ran, which became elements or links, and which are to be read on it. */
async function look(page: Page, address: string, ran: Set<number>): Promise<Seen> {
  await page.goto(`${base}${address}`);
  await page
    .waitForFunction(() => document.querySelector('main h1') !== null && document.querySelector('main .skeleton') === null, null, {
      timeout: 30_000,
    })
    .catch(() => undefined);
  await page.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true;
  });
  const { strange, text } = await page.evaluate(() => {
    const found: string[] = [];
    for (const element of document.querySelectorAll('*')) {
      if (/^(?:IFRAME|OBJECT|EMBED|BASE|MATH|TEMPLATE)$/.test(element.tagName)) found.push(element.tagName);
      if (
        element.tagName === 'SCRIPT' &&
        element.getAttribute('src') === null &&
        !/^application\/(?:ld\+)?json$/.test(element.getAttribute('type') ?? '')
      )
        found.push('SCRIPT');
      for (const { name, value } of element.attributes)
        if (/^on/i.test(name) || (/^(?:href|src|action|formaction|xlink:href)$/i.test(name) && /^\s*(?:javascript|data:text)/i.test(value)))
          found.push(`${element.tagName} ${name}`);
    }
    const fields = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')].map(({ value }) => value);
    return { strange: found, text: [document.body.innerText, ...fields].join('\n') };
  });
  const shown = [...text.matchAll(/hansaRan\((\d+)\)/gi)].map(([, number]) => Number(number));
  return { ran: [...ran], strange, shown };
}

async function openAs(label: string, ran: Set<number>): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });
  const [name = '', value = ''] = (world.person(label).cookie ?? '').split(/=(.*)/s);
  if (name !== '') await context.addCookies([{ name, value, url: base }]);
  await context.exposeFunction('hansaRan', (number: number) => void ran.add(number));
  return context;
}

withBrowser(
  `${payloads.length} payloads in every text of a world run on none of its pages, as ${readers.join(', ')}, nor in print`,
  async () => {
    expect(new Set(payloads).size).toBe(200);
    const shown = new Set<number>();
    const wrong: string[] = [];
    let views = 0;
    for (const label of readers) {
      const ran = new Set<number>();
      const context = await openAs(label, ran);
      const page = await context.newPage();
      page.on('dialog', (dialog) => {
        wrong.push(`${label}: a dialog says ${dialog.message()}`);
        void dialog.dismiss();
      });
      for (const address of addresses().filter((one) => isFull || most[label]?.test(one) === true)) {
        const seen = await look(page, address, ran);
        views += 1;
        for (const number of seen.shown) shown.add(number);
        if (seen.ran.length > 0 || seen.strange.length > 0)
          wrong.push(`${label} ${address}: ran ${seen.ran.join()}; ${seen.strange.join()}`);
        ran.clear();
      }
      const paper = await page.pdf();
      if (/\/(?:JavaScript|JS)\b/.test(paper.toString('latin1'))) wrong.push(`${label}: a script in print`);
      await context.close();
    }
    console.log(`T14: ${views} page views, ${shown.size} of ${payloads.length} payloads to be read on them, ${wrong.length} ran`);
    expect(wrong).toEqual([]);
    expect(shown.size).toBeGreaterThan(isFull ? 80 : 20);
  },
  1_800_000,
);

withBrowser('a stored file is kept, never shown', async () => {
  const { rows } = await world.app.db.owner.query<{ id: string }>('select id from evidence.document limit 3');
  expect(rows.length).toBeGreaterThan(0);
  for (const { id } of rows) {
    const reply = await fetch(`${base}/api/v1/documents/${id}`, { headers: { cookie: world.person('city').cookie ?? '' } });
    if (!reply.ok) continue;
    expect(reply.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
  }
});
