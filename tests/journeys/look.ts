// Photographs pages of a running server in both languages, both widths and both appearances, and lets axe look, too.
//   node tests/journeys/look.ts <folder> --at http://localhost:4000 --as email:password --routes /design,/editions --axe --only en-1280-light
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    at: { type: 'string', default: 'http://localhost:4000' },
    as: { type: 'string' },
    routes: { type: 'string', default: '/design' },
    axe: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    print: { type: 'boolean', default: false },
  },
});
const folder = positionals[0];
if (folder === undefined) throw new Error('say where the pictures go: node tests/journeys/look.ts <folder>');
mkdirSync(folder, { recursive: true });

const shell = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface Look {
  readonly language: 'en' | 'zh-Hans';
  readonly width: number;
  readonly theme: 'light' | 'dark';
}

const looks: readonly Look[] = (['en', 'zh-Hans'] as const).flatMap((language) =>
  [1280, 390].flatMap((width) => (['light', 'dark'] as const).map((theme) => ({ language, width, theme }))),
);
const nameOf = ({ language, width, theme }: Look): string => `${language.slice(0, 2)}-${width}-${theme}`;

async function contextFor(browser: Browser, { language, width, theme }: Look): Promise<BrowserContext> {
  const phone = width < 640;
  const context = await browser.newContext({
    baseURL: values.at,
    viewport: { width, height: phone ? 844 : 800 },
    hasTouch: phone,
    colorScheme: theme,
    locale: language === 'en' ? 'en-GB' : 'zh-CN',
    timezoneId: 'Europe/London',
    bypassCSP: values.axe, // axe is put into the page by evaluation
  });
  await context.addInitScript((chosen) => localStorage.setItem('hansa.language', chosen), language);
  await context.addInitScript((chosen) => localStorage.setItem('hansa.theme', chosen), theme);
  if (values.as !== undefined) {
    const [email = '', password = ''] = values.as.split(':');
    const reply = await context.request.post('/api/auth/sign-in/email', { data: { email, password }, headers: { origin: values.at } });
    if (!reply.ok()) throw new Error(`sign-in as ${email} answered ${reply.status()}`);
  }
  return context;
}

interface AxeViolation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

async function violationsOf(page: Page): Promise<readonly AxeViolation[]> {
  await page.addScriptTag({ path: axeFile });
  return page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((r) => r.violations)`,
  );
}

/** Photographs one route; answers how much was found wrong. */
async function photograph(page: Page, route: string, look: Look): Promise<number> {
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(route, { waitUntil: 'networkidle' });
  await page.evaluate('document.fonts.ready');
  await page.waitForTimeout(300);
  const name = `${route.replaceAll(/[^\w]+/g, '-').replaceAll(/^-|-$/g, '') || 'home'}-${nameOf(look)}`;
  await page.screenshot({ path: join(folder ?? '', `${name}.png`), fullPage: true });
  const sideways = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  if (typeof sideways === 'number' && sideways > 0) faults.push(`the page scrolls sideways by ${sideways} px`);
  const found = values.axe ? await violationsOf(page) : [];
  for (const { id, help, nodes } of found)
    faults.push(
      `axe ${id}: ${help} (${nodes.length}): ${nodes
        .slice(0, 3)
        .map((n) => `${n.target.join(' ')} ${n.failureSummary ?? ''}`)
        .join(' | ')}`,
    );
  if (values.print) {
    await page.emulateMedia({ media: 'print' });
    await page.screenshot({ path: join(folder ?? '', `${name}-print.png`), fullPage: true });
  }
  console.log(`${faults.length === 0 ? 'ok  ' : 'SEE '} ${name}`);
  for (const fault of faults) console.log(`     ${fault}`);
  return faults.length;
}

const browser = await chromium.launch({ executablePath: process.env['HANSA_CHROMIUM'] ?? '/usr/bin/chromium', args: shell });
let wrong = 0;
for (const look of looks.filter((one) => nameOf(one).includes(values.only))) {
  const context = await contextFor(browser, look);
  for (const route of values.routes.split(',')) {
    const page = await context.newPage();
    wrong += await photograph(page, route, look);
    await page.close();
  }
  await context.close();
}
await browser.close();
if (wrong > 0) process.exitCode = 1;
