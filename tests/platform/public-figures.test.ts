// Every figure of a public page can be counted anew from the open data: in a world in which something private lies beside everything.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Fetch } from '../fixtures/figures/figure.ts';
import { figuresCounted, figuresShown } from '../fixtures/figures/public-figures.ts';
import { openWorld } from '../fixtures/open-world.ts';
import type { World } from '../fixtures/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 300_000);
afterAll(() => world.app.close());

const get: Fetch = async (path) => {
  const answer = await world.app.ask('GET', path);
  expect(answer.status, path).toBe(200);
  return JSON.parse(answer.bytes.toString('utf8')) as unknown;
};

test('what is counted from the download is what the pages show, figure by figure, and no figure more', async () => {
  const shown = await figuresShown(get);
  const counted = await figuresCounted(get, new Date().toISOString().slice(0, 10));
  const names = new Set(shown.map(({ key }) => key));
  const pages = (part: string): number => shown.filter(({ key }) => key.startsWith(part)).length;
  for (const part of ['/ties:', '/cities/', '/ties/', '/outcomes/', '/editions/']) expect(pages(part), part).toBeGreaterThan(0);
  expect(Object.fromEntries([...counted].filter(([key]) => names.has(key)))).toEqual(
    Object.fromEntries(shown.map(({ key, value }) => [key, value])),
  );
});
