// A reader: one person at one window, with a role, a language and a width; and the words that the product has for them.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { createInstance } from 'i18next';
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';
import { expect, inject, onTestFailed, test } from 'vitest';
import { demoPassword } from '#app/demo/demo-accounts.ts';
import { texts } from '#app/texts/texts.ts';
import { languages, type Language } from '#kernel/language.ts';
import { root } from '../platform/started.ts';

/** Where the readers of this file are. */
export let origin = inject('origin');
export function moveTo(address: string): void {
  origin = address;
  sessions.clear();
}
export { languages, type Language };

/** `npm run trust` asks for everything; `npm test` for what another journey or page does not show already. */
export const fullSize = process.env['HANSA_ROUNDS'] !== undefined;
/** Of journeys whose pages `pages` shows in Chinese anyway. */
export const mainLanguages: readonly Language[] = fullSize ? languages : ['en'];
/** Of a reader's, a delegate's and an officer's, so that people act in Chinese, too. */
export const chineseFirst: readonly Language[] = fullSize ? languages : ['zh-Hans'];

/** Long enough for a machine that is busy with something else. */
const PATIENCE_MS = 60_000;

/** Accounts of the demo world. */
export type Role = 'organiser' | 'lead' | 'delegate' | 'officer' | 'shanghai' | 'register';
export const addressOf = (role: Role): string => `${role}@example.org`;

/** A sentence by its key; without its values the placeholders stay, so that a pattern can be made of it. */
export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;

const instances = new Map<Language, Words>();

/** The product's own words: what a journey looks for is what the product says, in either language. */
export function wordsIn(language: Language): Words {
  const known = instances.get(language);
  if (known !== undefined) return known;
  const instance = createInstance({
    lng: language,
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: { [language]: { translation: texts[language] } },
  });
  void instance.init();
  const words = instance.t as unknown as Words;
  instances.set(language, words);
  return words;
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-sync',
  '--in-process-gpu',
];

let opened: Promise<Browser> | undefined;
/**
 * One browser a worker, driven by the worker itself: one for all, driven from where the suite is begun, would have every word between them
 * said twice. It ends with the worker, whose pipe it reads.
 */
const browser = (): Promise<Browser> =>
  (opened ??= chromium.launch({
    executablePath: inject('chromium'),
    args: flags,
    ...{ handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false },
  }));

export interface ReaderOptions {
  readonly language: Language;
  readonly role?: Role;
  readonly width?: number;
  readonly theme?: 'light' | 'dark';
  /** The device's own clock. */
  readonly zone?: string;
}

export interface Reader {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly language: Language;
  readonly t: Words;
  /** Errors of the console and of scripts so far; refusals and lost connections that a journey provokes are not among them. */
  readonly faults: readonly string[];
  readonly close: () => Promise<void>;
}

const notOurs =
  /^Failed to load resource: (?:the server responded with a status of 4\d\d|net::ERR_INTERNET_DISCONNECTED)|^TypeError: Failed to fetch dynamically imported module/;

/** A browser's context without a window, for who only asks the API. With a role it is signed in already. */
export async function openContext({
  language,
  role,
  width = 1280,
  theme = 'light',
  zone = 'Europe/London',
}: ReaderOptions): Promise<Pick<Reader, 'context' | 'close'>> {
  const phone = width < 640;
  const context = await (
    await browser()
  ).newContext({
    baseURL: origin,
    viewport: { width, height: phone ? 844 : 800 },
    hasTouch: phone,
    colorScheme: theme,
    // What moves is drawn sixty times a second, by the processor, for as long as a page waits.
    reducedMotion: fullSize ? 'no-preference' : 'reduce',
    locale: language === 'en' ? 'en-GB' : 'zh-CN',
    timezoneId: zone,
    acceptDownloads: true,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  if (role !== undefined) await signInQuietly(context, role);
  return { context, close: () => context.close() };
}

/** Opens a window of its own: nothing is shared with any other reader. With a role it is signed in already. */
export async function openReader(options: ReaderOptions): Promise<Reader> {
  const { context, close } = await openContext(options);
  const { language } = options;
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !notOurs.test(message.text())) faults.push(message.text());
  });
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`);
  });
  return { page, context, language, t: wordsIn(language), faults, close };
}

/** Follows everything that the server sends to a window; what was heard is told when it is asked for. */
export function overhear({ page }: Pick<Reader, 'page'>): () => Promise<string> {
  const bodies: Promise<string>[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.startsWith('/api/v1/') || response.request().resourceType() === 'document') bodies.push(response.text().catch(() => ''));
  });
  return async () => (await Promise.all(bodies)).join('\n');
}

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;
/** By role, at the server of the moment: a password is checked slowly on purpose, so each worker signs each role in once. */
const sessions = new Map<Role, Promise<Cookies>>();

async function signInQuietly(context: BrowserContext, role: Role): Promise<void> {
  const signedIn = async (): Promise<Cookies> => {
    const reply = await context.request.post('/api/auth/sign-in/email', {
      data: { email: addressOf(role), password: demoPassword },
      headers: { origin },
    });
    if (!reply.ok()) throw new Error(`signing in as the ${role} answered ${reply.status()}: ${await reply.text()}`);
    return context.cookies();
  };
  const session = sessions.get(role) ?? signedIn();
  sessions.set(role, session);
  await context.addCookies(await session);
}

/** Has a window be another reader's, or nobody's: what the one before was given, and what they left in the browser, is gone. */
export async function comeAs({ page, context }: Reader, role: Role | null): Promise<void> {
  await page.goto('about:blank');
  await context.clearCookies();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Storage.clearDataForOrigin', { origin, storageTypes: 'local_storage,indexeddb,cache_storage,service_workers' });
  await cdp.detach();
  if (role !== null) await signInQuietly(context, role);
}

/** Signs in by the form, as a person does. */
export async function signIn({ page, t }: Reader, role: Role): Promise<void> {
  await page.goto('/sign-in');
  const form = page.getByRole('region', { name: t('accounts.with_password') });
  await form.getByLabel(t('accounts.email')).fill(addressOf(role));
  await form.getByLabel(t('accounts.password')).fill(demoPassword);
  await form.getByRole('button', { name: t('accounts.sign_in') }).click();
  await page.waitForURL('/');
}

/** Waits until it can be seen. */
export const seen = (locator: Locator): Promise<void> => locator.first().waitFor({ state: 'visible' });

/** The page's title, once it is the one that is expected. */
export const titled = (page: Page, name: string | RegExp): Promise<void> =>
  seen(page.getByRole('heading', { level: 1, name, ...(typeof name === 'string' ? { exact: true } : {}) }));

/** Asked once a frame, a page that waits would draw sixty frames a second. */
export const seldom = { polling: 50 };

/** Waits until everything that the page asked for has come and is drawn. */
export const settled = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    // The sheet of components shows bones for good.
    () =>
      document.querySelector('h1') !== null &&
      (document.querySelector('.bones, .arriving[data-on]') === null || location.pathname === '/design') &&
      document.fonts.status === 'loaded',
    undefined,
    seldom,
  );

/** Goes on as a link inside the product does: the app stays, which else is loaded and compiled for every page anew; a page that was sent whole is left. */
export async function goOn({ page }: Pick<Reader, 'page'>, path: string): Promise<void> {
  if (await page.evaluate(() => window.__TSR_ROUTER__ === undefined)) return void (await page.goto(path));
  await page.evaluate((to) => {
    history.pushState(null, '', to);
  }, path);
  const arrived = () => {
    const state = window.__TSR_ROUTER__?.state;
    return state?.status === 'idle' && state.resolvedLocation?.href === location.pathname + location.search;
  };
  await page.waitForFunction(arrived, undefined, seldom);
}

/** The cell of a plan that holds this pair of codes, such as E01 B02. */
export const cellOfPair = (page: Page, pair: string): Locator =>
  pair
    .split(' ')
    .reduce((cells, code) => cells.filter({ has: page.locator('b').getByText(code, { exact: true }) }), page.locator('table.plan td'));

/** A message at the foot of the window. */
export const toast = (page: Page): Locator => page.locator('.toasts .toast').last();

/** The value of a pair in a list of facts. */
export const fact = (within: Locator | Page, term: string): Locator =>
  within
    .locator('dl.facts dt')
    .filter({ hasText: new RegExp(`^${escaped(term)}$`) })
    .locator('xpath=following-sibling::dd[1]');

/** A text as part of a pattern. */
export const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** A sentence of the product with its numbers left open: `{{placed}} of {{wished}}` becomes a pattern with a group for each. */
export function patternOf(sentence: string): RegExp {
  return new RegExp(
    `^${sentence
      .split(/\{\{\w+\}\}/)
      .map(escaped)
      .join('(.+)')}$`,
  );
}

const pictures = path.join(root, 'node_modules', '.cache', 'hansa', 'journeys');

/** A stage of a journey, which is a test. */
interface Stage {
  (title: string, run: () => Promise<void>): void;
  /** One that `npm test` leaves to `npm run trust`; none that follows may rest on it. */
  readonly atFullSize: (title: string, run: () => Promise<void>) => void;
}

/**
 * Stages of one journey: after one has failed the others are skipped, since they begin where it ended.
 * When a stage fails, a picture of the window is kept and its place told.
 */
export function stagesOf(reader: () => Reader | undefined): Stage {
  let broken = false;
  const stage = (title: string, run: () => Promise<void>): void =>
    test(title, async (context) => {
      if (broken) return context.skip();
      broken = true;
      onTestFailed(() => photograph(reader(), title));
      await run();
      expect(reader()?.faults ?? []).toEqual([]);
      broken = false;
    });
  return Object.assign(stage, { atFullSize: fullSize ? stage : () => undefined });
}

async function photograph(reader: Reader | undefined, title: string): Promise<void> {
  if (reader === undefined) return;
  mkdirSync(pictures, { recursive: true });
  const file = path.join(pictures, `${title.replaceAll(/[^\w]+/g, '-').slice(0, 80)}-${reader.language}.png`);
  await reader.page.screenshot({ path: file, fullPage: true }).catch(() => undefined);
  console.log(`${reader.page.url()} as it stood: ${path.relative(root, file)}`);
}
