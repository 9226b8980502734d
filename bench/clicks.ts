// How long the clicks of a working day take until somebody sees an answer, on a running demo: pages, months, filters, dialogs; each the first
// time on a page that was just opened, and again. Measured in the page, from the click until the frame is drawn in which the answer stands.
// Usage: npm run bench:clicks -- --password … [--at http://localhost:4000] [--times 3] [--limit 200]
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { en as texts } from '#app/texts/texts.en.ts';

const { values: asked } = parseArgs({
  options: {
    at: { type: 'string', default: 'http://localhost:4000' },
    password: { type: 'string' },
    times: { type: 'string', default: '3' },
    limit: { type: 'string', default: '200' },
  },
});
const { at, password } = asked;
if (password === undefined) throw new Error('--password is printed where the demo was started');
const times = Number(asked.times);
const limit = Number(asked.limit);

const { findChromium } = (await import(new URL('../scripts/chromium.mjs', import.meta.url).href)) as {
  readonly findChromium: () => string | null;
};

/** One click: on which page, on what, and what is then new on the screen. */
interface Click {
  readonly name: string;
  readonly as: 'reader' | 'officer' | 'organiser' | 'delegate';
  readonly page: string;
  readonly on: (page: Page) => Locator;
  /** Elements (CSS) of which one is new, or says something else, once there is an answer. */
  readonly answer: string;
  /** The way back, to click once more; without it the second click would answer nothing. */
  readonly back: 'escape' | 'history';
}

const TIE = '/ties/liverpool-gb--shanghai-cn';
const button = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).first();
const link = (name: string | RegExp) => (page: Page) => page.getByRole('link', { name, exact: typeof name === 'string' }).first();
const inMain = (selector: string) => (page: Page) => page.locator(`main ${selector}`).first();

const dialog = (as: Click['as'], page: string, name: string): Click => ({
  ...{ name: `${name} (dialog)`, as, page, on: button(name), answer: 'dialog[open] h2', back: 'escape' as const },
});
const heading = (as: Click['as'], page: string, name: string, on: Click['on']): Click => ({
  ...{ name, as, page, on, answer: 'main h1', back: 'history' as const },
});

const clicks: readonly Click[] = [
  heading('reader', '/', 'Home → a tie’s report', link(texts['reports.read_report'])),
  heading('reader', '/cities/liverpool-gb', 'City → tie', inMain('a[href^="/ties/"]')),
  heading('reader', TIE, 'Tie → report', inMain('a[href$="/report"]')),
  heading('reader', '/editions', 'Editions → edition', inMain('a[href^="/editions/"]')),
  heading('officer', '/', texts['desk.month_after'], link(texts['desk.month_after'])),
  dialog('officer', '/', texts['desk.paste_ties']),
  dialog('officer', '/', texts['desk.add_tie']),
  heading('officer', '/', 'Grid → tie', inMain('a[href^="/ties/"]')),
  dialog('officer', TIE, texts['ties.who_sees']),
  dialog('officer', TIE, texts['ties.add_exchange']),
  dialog('officer', TIE, texts['ties.add_agreement']),
  dialog('officer', TIE, texts['ties.enter_statement']),
  heading('officer', TIE, texts['outcomes.record'], link(texts['outcomes.record'])),
  heading('officer', TIE, 'Tie → outcome', inMain('a[href^="/outcomes/"]')),
  dialog('officer', '/sources', texts['evidence.merge']),
  dialog('officer', '/office', texts['accounts.invite']),
  dialog('officer', '/office', texts['accounts.key_create']),
  heading('organiser', '/', 'To do → requests', link(texts['meetings.requests_title'])),
  heading('organiser', '/', 'To do → plan', link(texts['meetings.plan_title'])),
  heading('organiser', '/', 'To do → set-up', link(texts['meetings.tab_setup'])),
];

async function pageAs(browser: Browser, as: Click['as']): Promise<Page> {
  const context = await browser.newContext({ baseURL: at, viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  if (as !== 'reader') {
    const data = { email: `${as}@example.org`, password };
    const reply = await context.request.post('/api/auth/sign-in/email', { data, headers: { origin: at } });
    if (!reply.ok()) throw new Error(`${as} could not sign in: ${reply.status()}`);
  }
  return context.newPage();
}

/** Runs in the page: milliseconds from a click until the frame in which one of the elements is new or says something else; -1 after five seconds. */
const answered = `(element, selector) => new Promise((resolve) => {
  const shown = () => [...document.querySelectorAll(selector)].flatMap((one) => (one.getClientRects().length > 0 ? [one.textContent.trim()] : []));
  const before = new Set(shown());
  const began = performance.now();
  element.click();
  const look = () => {
    if (performance.now() - began > 5000) resolve(-1);
    else if (shown().some((one) => one !== '' && !before.has(one))) requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
    else requestAnimationFrame(look);
  };
  look();
})`;
async function measure(target: Locator, answer: string): Promise<number> {
  await target.focus();
  return target.page().evaluate<number>(`(${answered})(document.activeElement, ${JSON.stringify(answer)})`);
}

async function once(browser: Browser, click: Click): Promise<readonly [first: number, again: number]> {
  const page = await pageAs(browser, click.as);
  try {
    await page.goto(click.page, { waitUntil: 'networkidle' });
    const target = click.on(page);
    await target.waitFor({ timeout: 5000 });
    // A person's pointer is over a thing before it is pressed.
    await target.hover();
    const first = await measure(target, click.answer);
    await (click.back === 'escape' ? page.keyboard.press('Escape') : page.goBack());
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(300);
    await click.on(page).waitFor({ timeout: 5000 });
    return [first, await measure(click.on(page), click.answer)];
  } finally {
    await page.context().close();
  }
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? -1;
const browser = await chromium.launch({ executablePath: findChromium() ?? 'chromium', args: ['--no-sandbox', '--disable-gpu'] });
const rows: Record<string, Readonly<Record<string, number | string>>> = {};
let over = 0;
for (const click of clicks) {
  const taken: (readonly [number, number])[] = [];
  let fault = '';
  for (let round = 0; round < times && fault === ''; round++)
    await once(browser, click).then(
      (one) => taken.push(one),
      (problem: unknown) => (fault = String(problem).split('\n')[0] ?? 'failed'),
    );
  const [first, again] = [0, 1].map((which) => taken.map((one) => one[which] ?? -1)) as [number[], number[]];
  const worst = Math.max(...first, ...again);
  if (fault !== '' || worst < 0 || median(first) > limit) over += 1;
  rows[`${click.as}: ${click.name}`] =
    fault === ''
      ? { 'first, ms': Math.round(median(first)), 'again, ms': Math.round(median(again)), 'worst, ms': Math.round(worst) }
      : { 'first, ms': fault };
}
await browser.close();
console.table(rows);
console.log(`${clicks.length} clicks, ${over} over ${limit} ms or without an answer; load ${loadavg()[0]?.toFixed(1) ?? '?'}`);
