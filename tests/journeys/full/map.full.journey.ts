// Ties on the map: moved and enlarged by pointer and keys, a place chosen and opened, and the same as a list.
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { expectWhole } from '../page-check.ts';
import { mainLanguages, openReader, seen, stagesOf, titled, type Reader } from '../reader.ts';

describe.each(mainLanguages)('the map of ties, in %s', (language) => {
  let reader: Reader;
  const stage = stagesOf(() => reader);
  beforeAll(async () => {
    reader = await openReader({ language });
  });
  afterAll(() => reader.close());

  const canvas = () => reader.page.locator('figure.worldmap canvas');
  /** What is drawn, as the bytes of its picture. */
  const picture = (): Promise<string> => canvas().evaluate((one) => (one instanceof HTMLCanvasElement ? one.toDataURL() : ''));
  /** What is drawn, small: which part of the world is seen, whatever ties are still coming and however the finest lines fall. */
  const sketch = (): Promise<readonly number[]> =>
    canvas().evaluate((one) => {
      const small = document.createElement('canvas');
      [small.width, small.height] = [48, 24];
      const drawing = small.getContext('2d');
      if (drawing === null || !(one instanceof HTMLCanvasElement)) return [];
      drawing.drawImage(one, 0, 0, small.width, small.height);
      return [...drawing.getImageData(0, 0, small.width, small.height).data];
    });
  const apart = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, value, at) => sum + Math.abs(value - (b[at] ?? 0)), 0);
  /** The same once nothing more is drawn: ties come in batches. */
  const stillPicture = async (): Promise<string> => {
    await reader.page.waitForLoadState('networkidle');
    let drawn = '';
    const isStill = async () => drawn === (drawn = await picture());
    await expect.poll(isStill, { interval: 1000 }).toBe(true);
    return drawn;
  };

  stage('is reached from the first page, drawn on bare land, and says so', async () => {
    const { page, t } = reader;
    await page.goto('/');
    await page.getByRole('link', { name: t('network.map_title'), exact: true }).click();
    await titled(page, t('network.map_title'));
    await seen(canvas());
    await seen(page.getByText(t('design.map_land')));
    await expectWhole(page, 'the map');
  });

  stage('is enlarged by a button, moved by dragging, and shown whole again', async () => {
    const { page, t } = reader;
    const whole = await stillPicture();
    const world = await sketch();
    await page.getByRole('button', { name: t('design.map_nearer'), exact: true }).click();
    await expect.poll(picture).not.toBe(whole);
    const near = await picture();
    const box = await canvas().boundingBox();
    if (box === null) expect.fail('the map has no place');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 + 120, box.y + box.height / 2 + 20, { steps: 5 });
    await page.mouse.up();
    await expect.poll(picture).not.toBe(near);
    const moved = apart(await sketch(), world);
    expect(moved).toBeGreaterThan(0);
    await page.getByRole('button', { name: t('design.map_all'), exact: true }).click();
    await expect.poll(async () => apart(await sketch(), world)).toBeLessThan(moved / 10);
  });

  stage(
    'is walked by the arrow keys: the list narrows to the chosen city, Space chooses its ties, Enter opens, and back leads to the map',
    async () => {
      const { page, t } = reader;
      const list = page.getByRole('table', { name: t('network.map_list') });
      const all = await list.getByRole('link').count();
      await canvas().focus();
      await page.keyboard.press('ArrowRight');
      const chosen = page.locator('figure.worldmap [aria-live]');
      const before = await chosen.innerText();
      await page.keyboard.press('ArrowLeft');
      await expect.poll(() => chosen.innerText()).not.toBe(before);
      await seen(page.getByRole('heading', { name: t('network.map_list_chosen') }));
      await expect.poll(() => list.getByRole('link').count()).toBeLessThan(all);
      await page.keyboard.press('Space');
      await expect.poll(() => list.getByRole('link').count()).toBe(1);
      await expectWhole(page, 'the map with a tie chosen');
      await canvas().focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/ties\//);
      await expect.poll(() => canvas().count()).toBe(0);
      await page.goBack();
      await titled(page, t('network.map_title'));
      await expect.poll(() => list.getByRole('link').count()).toBe(all);
    },
  );

  stage('of one city stands on its page, and lists the same ties', async () => {
    const { page, t } = reader;
    await page.goto('/cities/cork-ie');
    await page.getByRole('link', { name: t('ties.on_map'), exact: true }).click();
    await page.waitForURL(/\/map\?city=cork-ie/);
    await seen(canvas());
    const list = page.getByRole('table', { name: t('network.map_list') });
    await seen(list.getByRole('link').first());
    const shown = await list.getByRole('link').count();
    const answer = await reader.context.request.get('/api/v1/tie-map?city=cork-ie');
    const { ties } = (await answer.json()) as { readonly ties: { readonly a: readonly number[] } };
    expect(shown).toBe(ties.a.length);
    expect(shown).toBeGreaterThan(5);
  });
});
