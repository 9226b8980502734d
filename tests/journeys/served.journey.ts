// Pages of readers as they are sent: whole without a script, in the language of their address, and the same that the application shows of them.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { gzipSync } from 'node:zlib';
import { isQuick } from '#platform/full-size.ts';
import { ask, demoForum } from './prepare.ts';
import { chineseFirst, escaped, openContext, openReader, origin, seen, settled, titled, wordsIn, type Language } from './reader.ts';

/** Of compressed script, before anything is touched. */
const MOST_SCRIPT = 60_000;
const tie = '/ties/liverpool-gb--shanghai-cn';
const prefix: Readonly<Record<Language, string>> = { en: '', 'zh-Hans': '/zh' };

/** Addresses, and a fact that stands on each in English and in Chinese. */
const facts: [path: string, en: string | RegExp, zh: string | RegExp][] = [
  ['/', '£139 million', '1.39 亿英镑'],
  ['/search?q=shanghai', 'Liverpool – Shanghai', '利物浦 – 上海'],
  ['/search?q=2019', '2019', '2019'],
  ['/cities', 'San Francisco', '旧金山'],
  ['/cities/shanghai-cn', 'High-speed rail, learned from Japanese sister cities', '高铁：向日本友城学习'],
  [tie, '18 October 1999', '1999年10月18日'],
  [`${tie}/report`, 'Shanghai Statistical Yearbook 2007', '上海统计年鉴'],
  ['/challenges', 'Low-carbon development of cities', '城市低碳发展'],
  ['/data', 'follow-through', 'follow-through'],
  ['/matching', /popularity|asked/i, /热门|预约|推荐/],
  ['/organisations', 'Organisations', '机构'],
  ['/partner-calls', 'Cities looking for a partner', '寻求结好的城市'],
  ['/reference', 'Reference sets', '名录'],
  ['/cities/liverpool-gb/sheet', 'Rio de Janeiro', '里约热内卢'],
  ['/network?city=liverpool-gb', 'Valparaíso', '瓦尔帕莱索'],
  ['/editions', 'China International Import Expo 2019', /进口博览会/],
];

beforeAll(async () => {
  const { context, close } = await openContext({ language: 'en', role: 'organiser' });
  const { slug } = await demoForum(context);
  type Outcomes = {
    readonly entries: readonly { readonly id: string; readonly title: Readonly<Record<string, { readonly text: string }>> }[];
  };
  const { entries } = await ask<Outcomes>(context, '/outcomes?audience=public&limit=100');
  const deals = entries.find(({ title }) => title['en']?.text.startsWith('Potential deals') === true);
  facts.push(
    [`/outcomes/${deals?.id ?? ''}`, /£139(,000,000| million)/, /1\.39 ?亿英镑|139,000,000/],
    [`/editions/${slug}`, 'Cypress Water', '柏树水务'],
    [`/editions/${slug}/programme`, /forum/i, /论坛/],
  );
  await close();
});

/** What stands on a page, as a reader has it; blanks between words set aside. */
const wordsOn = async (page: Page): Promise<string> => (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ').trim();

describe.each(chineseFirst)('in %s', (language) => {
  const t = wordsIn(language);

  test('each page is whole without a script, with its facts, and says its other language', async () => {
    const { context, close } = await openContext({ language });
    const silent = await context
      .browser()
      ?.newContext({ baseURL: origin, javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
    const page = (await silent?.newPage()) ?? expect.fail('no browser');
    const found: Record<string, unknown> = {};
    for (const [path, en, zh] of facts) {
      const answer = await page.goto(prefix[language] + path);
      const words = (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ');
      const fact = language === 'en' ? en : zh;
      const bare = (text: string): string => text.replaceAll(/\s/g, '');
      found[path] = {
        fields: await page.locator('main :is(input, select):visible:not(form:has([type=submit]) *)').count(),
        status: answer?.status(),
        lang: await page.locator('html').getAttribute('lang'),
        heading: ((await page.locator('h1').textContent()) ?? '') !== '',
        fact: typeof fact === 'string' ? bare(words).includes(bare(fact)) : fact.test(words),
        bones: await page.locator('.bones').count(),
        dead: await page.locator('button:visible:not([type=submit])').count(),
        sideways: (await page.evaluate('document.documentElement.scrollWidth > 391')) === true,
        twins: await page.locator('link[rel=alternate][hreflang]').count(),
        canonical: new URL((await page.locator('link[rel=canonical]').getAttribute('href')) ?? '').pathname,
      };
    }
    const whole = { status: 200, lang: language, heading: true, fact: true, bones: 0, dead: 0, fields: 0, sideways: false, twins: 3 };
    const plain = (path: string): string => path.split('?')[0] ?? path;
    expect(found).toEqual(Object.fromEntries(facts.map(([path]) => [path, { ...whole, canonical: prefix[language] + plain(path) }])));
    // In the place of the map stands what it draws as a list; where a page needs scripts, what can be done without is in sight.
    await page.goto(`${prefix[language]}/map?city=shanghai-cn`);
    await expect.poll(() => page.locator('main table a[href*="/ties/"]').count()).toBeGreaterThan(20);
    await page.goto(`${prefix[language]}/map`);
    const counted = Number((await page.locator('h2 .count').textContent())?.trim());
    await expect.poll(() => page.locator('main a[href*="/ties/"]:visible').count()).toBe(counted);
    await page.goto(`${prefix[language]}/network`);
    await page.locator('.unscripted a[href$="city=liverpool-gb"]').click();
    expect(new URL(page.url()).search).toBe('?city=liverpool-gb');
    // Whoever searches without the application stays in their language.
    await page.goto(`${prefix[language]}/`);
    await page.locator('form[role=search] input').first().fill('Hamburg');
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).pathname).toBe(`${prefix[language]}/search`);
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe(language);
    await page.goto(`${prefix[language]}/challenges`);
    await page.getByLabel(t('cities.domain')).selectOption('environment_energy');
    await page.getByRole('button', { name: t('design.narrow') }).click();
    await seen(page.getByRole('heading', { name: t('matching.told_found', { count: 2 }) }));
    await page.goto(`${prefix[language]}/follow-up`);
    await page.getByRole('link', { name: language === 'en' ? 'Answer a letter about an outcome without it' : '答复', exact: true }).click();
    expect(new URL(page.url()).pathname).toBe(`${prefix[language]}/follow-up/letter`);
    await seen(page.getByRole('textbox'));
    await silent?.close();
    await close();
  });

  test('a reader loads one small script; the application, fetched by the first touch, shows the same page and does what was asked', async () => {
    // For most of the day it is another one there than by the clock that the server takes to be the reader's.
    const reader = await openReader({ language, zone: language === 'en' ? 'Pacific/Auckland' : 'America/Los_Angeles' });
    const { page } = reader;
    let scripts: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.push(request.url());
    });
    const weightOf = async (address: string): Promise<number> => gzipSync(Buffer.from(await (await fetch(address)).arrayBuffer())).length;
    const differing: string[] = [];
    const ownClock = new RegExp(` ?${escaped(t('expos.own_clock', { zone: '@' })).replace('@', '.{1,20}?')}`);
    const differenceOf = async (path: string): Promise<string | null> => {
      scripts = [];
      await page.goto(prefix[language] + path);
      await page.waitForLoadState('networkidle');
      const bytes = (await Promise.all(scripts.map(weightOf))).reduce((sum, size) => sum + size, 0);
      expect(bytes, path).toBeGreaterThan(0);
      expect(bytes, path).toBeLessThanOrEqual(MOST_SCRIPT);
      const sent = await wordsOn(page);
      await page.keyboard.press('/');
      await page.waitForFunction(() => window.__TSR_ROUTER__ !== undefined && document.querySelectorAll('main').length === 1);
      await settled(page);
      expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox');
      expect(new URL(page.url()).pathname).toBe(prefix[language] + (path.split('?')[0] ?? ''));
      const drawn = await wordsOn(page);
      // Whose clock it is, the server does not know.
      const own = (words: string): string => words.replace(ownClock, '');
      const at = [...own(drawn)].findIndex((sign, place) => own(sent)[place] !== sign);
      if (own(drawn) === own(sent)) return null;
      return `${path} sent: ${own(sent).slice(at, at + 200)} drawn: ${own(drawn).slice(at, at + 200)}`;
    };
    // Where everybody waits, every fourth one.
    for (const [path] of facts.filter((_, place) => !isQuick || place % 4 === 0)) {
      // Another journey may have entered a figure between the two: what differs is told where it differs once more.
      const isSuspect = (await differenceOf(path)) !== null;
      const difference = isSuspect ? await differenceOf(path) : null;
      if (difference !== null) differing.push(difference);
    }
    expect(differing).toEqual([]);
    expect(reader.faults).toEqual([]);
    await reader.close();
  });

  test('what is touched before the application is there is done once it is: words typed, a list opened, an appearance chosen', async () => {
    const reader = await openReader({ language });
    const { page } = reader;
    await page.goto(`${prefix[language]}/`);
    await page.getByRole('combobox').pressSequentially('shang', { delay: 20 });
    await seen(page.getByRole('option'));
    await expect.poll(() => page.getByRole('combobox').inputValue()).toBe('shang');
    await page.goto(prefix[language] + tie);
    const all = page
      .locator('summary')
      .filter({ hasText: t('evidence.history') })
      .first();
    await all.click();
    await seen(page.locator('details[open] table'));
    await page.goto(`${prefix[language]}/challenges`);
    await page.getByLabel(t('cities.domain')).focus();
    await page.getByLabel(t('cities.domain')).selectOption('environment_energy');
    await expect.poll(() => new URL(page.url()).search).toBe('?domain=environment_energy');
    await seen(page.getByRole('heading', { name: t('matching.told_found', { count: 2 }) }));
    await page.goto(`${prefix[language]}/editions`);
    await page.getByRole('button', { name: t('design.theme') }).click();
    await page.getByRole('button', { name: t('design.theme_dark') }).click();
    await page.reload();
    // By the server, before any script.
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
    expect(await page.evaluate(() => window.__TSR_ROUTER__ === undefined)).toBe(true);
    expect(reader.faults).toEqual([]);
    await reader.close();
  });

  test('a map is drawn without a touch, in the place that was kept for it', async () => {
    const reader = await openReader({ language });
    const { page } = reader;
    const measured = Promise.withResolvers<void>();
    await page.route('**/map.json', (route) => measured.promise.then(() => route.continue()));
    await page.goto(`${prefix[language]}/map`, { waitUntil: 'commit' });
    const kept = await page.locator('.worldmap-place').boundingBox();
    measured.resolve();
    const canvas = page.locator('figure.worldmap canvas');
    await seen(canvas);
    expect(await canvas.boundingBox()).toMatchObject({ y: kept?.y, width: kept?.width, height: kept?.height });
    expect(reader.faults).toEqual([]);
    await reader.close();
  });
});

test('who comes from elsewhere reads in the language of their browser, until they choose another one', async () => {
  const reader = await openReader({ language: 'zh-Hans' });
  const { page } = reader;
  await page.goto(tie);
  expect(new URL(page.url()).pathname).toBe(`/zh${tie}`);
  await page.locator('header.bar .tools > .tool[lang]').click();
  await page.waitForURL(tie);
  await titled(page, 'Liverpool and Shanghai');
  await page.goto(`${tie}/report`);
  expect(new URL(page.url()).pathname).toBe(`${tie}/report`);
  await page.goto('/zh/editions');
  await titled(page, wordsIn('zh-Hans')('expos.editions'));
  // Where the application alone shows a page, it is in the language of the address, too.
  await page.goto('/zh/data');
  await titled(page, wordsIn('zh-Hans')('reports.data_title'));
  await reader.close();
});

test('answers say what is there: moved, unchanged, not there, and nothing to whoever asks for heads alone', async () => {
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    fetch(`${origin}${path}`, { method, redirect: 'manual', headers });
  const moved = await get('/zh/ties/shanghai-cn--liverpool-gb/report');
  expect([moved.status, moved.headers.get('location')]).toEqual([301, `/zh${tie}/report`]);
  // English stands without a prefix; whoever writes one is understood, and reads English from then on.
  for (const [path, location] of [
    ['/en', '/'],
    ['/en/', '/'],
    [`/en${tie}?from=mail`, `${tie}?from=mail`],
    ['/en//example.org', '/example.org'],
  ] as const) {
    const led = await get(path, { 'accept-language': 'zh-CN' });
    expect([led.status, led.headers.get('location'), led.headers.get('set-cookie')], path).toEqual([
      302,
      location,
      expect.stringContaining('hansa-language=en;'),
    ]);
  }
  expect((await get('/english')).status).toBe(404);
  // What a browser reads as another server's name, or what no header may hold, leads nowhere.
  for (const path of ['/en/%5Cexample.org', '/en/%09/example.org', '/cities/%0D%0AX', `${tie}%3F%0D%0AX`])
    for (const language of ['en', 'zh-CN']) {
      const refused = await get(path, { 'accept-language': language });
      expect([refused.status, refused.headers.get('location')], path).toEqual([404, null]);
    }
  const page = await get(tie);
  const etag = page.headers.get('etag') ?? '';
  expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-cache']);
  expect((await get(tie, { 'if-none-match': etag })).status).toBe(304);
  const head = await get(tie, {}, 'HEAD');
  expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, '']);
  for (const path of [
    '/cities/atlantis',
    '/zh/ties/a--b',
    '/outcomes/00000000-0000-7000-8000-000000000000',
    '/editions/none',
    '/organisations/none',
    '/wp-login.php',
  ]) {
    const lost = await get(path);
    const text = await lost.text();
    expect([lost.status, text.includes('<h1>')], path).toEqual([404, true]);
    // The way to the other language stays with what was asked for.
    const plain = path.replace(/^\/zh(?=\/)/, '');
    expect(text, path).toContain(`href="${path === plain ? `/zh${plain}` : plain}"`);
  }
  // A drawing of stands stands in its page, with the list that says the same.
  const { context, close } = await openContext({ language: 'en', role: 'organiser' });
  const { slug } = await demoForum(context);
  await close();
  expect(await (await get(`/editions/${slug}/halls?hall=B`)).text()).toMatch(/<svg[^>]*>.*Vale da Coruja.*<table.*Vale da Coruja/s);
  // What is searched for by a word that is none is told so, and leads to the page without it.
  for (const [path, plain] of [
    ['/challenges?kind=banana', '/challenges'],
    ['/zh/cities?country=ZZZ', '/zh/cities'],
  ] as const) {
    const asked = await get(path);
    const text = await asked.text();
    expect([asked.status, text.includes('<h1>'), text.includes(`href="${plain}"`)], path).toEqual([400, true, true]);
  }
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/script-src 'self';.* style-src 'self' 'sha256-[\w+/=]{44}';/);
  expect(policy).not.toContain('unsafe');
  expect(await page.text()).not.toMatch(/ style=| on\w+=/);
});
