// The pages of an organiser whose edition is large, in a real browser: how long each takes until its last answer has come, and how much it draws.
import { chromium } from 'playwright-core';
import type { OpenedExpo, Product } from './expo-world.ts';

const { findChromium } = (await import(new URL('../scripts/chromium.mjs', import.meta.url).href)) as {
  readonly findChromium: () => string | null;
};

export interface MeasuredPage {
  readonly page: string;
  /** Milliseconds from the call of the page until its last answer. */
  readonly answered: number;
  readonly nodes: number;
  /** The slowest answer: its path under /api/v1 and its milliseconds. */
  readonly slowest: readonly [string, number];
}

const pages = [
  '',
  '/setup/participants',
  '/setup/places',
  '/setup/letters',
  '/work',
  '/requests',
  '/suggestions',
  '/plan',
  '/plan/1',
  '/releases',
]
  .concat(['/schedule', '/agendas', '/day', '/check-in', '/numbers', '/paper', '/agendas/E0001', '/programme/draft'])
  .concat(['/setup/publish', '/setup/registration']);

/** Runs in the page once nothing is asked any more. */
function looked() {
  const answers = performance.getEntriesByType('resource').flatMap((entry) => {
    const { pathname, search } = new URL(entry.name);
    return pathname.startsWith('/api/v1/')
      ? [[`${pathname.slice(7)}${search}`, entry.duration, entry.startTime + entry.duration] as const]
      : [];
  });
  const slowest = answers.toSorted((a, b) => b[1] - a[1])[0] ?? (['', 0, 0] as const);
  return {
    answered: Math.max(0, ...answers.map(([, , end]) => end)),
    nodes: globalThis.document.querySelectorAll('*').length,
    slowest: [slowest[0], slowest[1]] as const,
  };
}

/** Every page once, after one that has loaded the scripts; null without a browser. */
export async function measurePages(product: Product, expo: OpenedExpo): Promise<readonly MeasuredPage[] | null> {
  const executablePath = findChromium();
  if (executablePath === null) return null;
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const context = await browser.newContext({ baseURL: product.base, viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
    const [name = '', value = ''] = product.cookie.split('=').map(decodeURIComponent);
    await context.addCookies([{ name, value: encodeURIComponent(value), url: product.base }]);
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    await page.goto('/editions', { waitUntil: 'networkidle' });
    const measured: MeasuredPage[] = [];
    for (const at of pages) {
      await page.goto(`/editions/${expo.slug}${at}`, { waitUntil: 'networkidle' });
      const { answered, nodes, slowest } = await page.evaluate(looked);
      const path = slowest[0].replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…');
      measured.push({ page: at === '' ? '/' : at, answered, nodes, slowest: [path, slowest[1]] });
    }
    return measured;
  } finally {
    await browser.close();
  }
}
