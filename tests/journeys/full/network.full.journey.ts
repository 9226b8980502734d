// The net of ties: a city's sisters, how two cities could be brought together, who could become a partner, and the same as open data.
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { expectWhole } from '../page-check.ts';
import { mainLanguages, openReader, seen, stagesOf, titled, type Reader } from '../reader.ts';

describe.each(mainLanguages)('the net of ties, in %s', (language) => {
  let reader: Reader;
  const stage = stagesOf(() => reader);
  beforeAll(async () => {
    reader = await openReader({ language });
  });
  afterAll(() => reader.close());

  const named = (en: string, zh: string): string => (language === 'en' ? en : zh);

  stage('of a city is reached from its page, and shown as a picture and as a table', async () => {
    const { page, t } = reader;
    await page.goto('/cities/liverpool-gb');
    await page.getByRole('link', { name: t('ties.network'), exact: true }).click();
    await titled(page, t('network.network_of', { city: named('Liverpool', '利物浦') }));
    const table = page.getByRole('table', { name: t('network.network_sisters') });
    await seen(table.getByRole('link', { name: named('Cologne', '科隆'), exact: true }));
    const rows = await table.locator('tbody tr').count();
    await expect.poll(() => page.locator('figure.network circle').count()).toBe(rows + 1);
    await expectWhole(page, 'the network of a city');
  });

  stage('is kept as a picture, as shapes and as GeoJSON', async () => {
    const { page } = reader;
    const figure = page.locator('figure.network');
    const saved = async (name: string): Promise<Buffer> => {
      const coming = page.waitForEvent('download');
      await figure.getByRole('button', { name, exact: true }).click();
      return buffer(await (await coming).createReadStream());
    };
    expect((await saved('PNG')).subarray(1, 4).toString()).toBe('PNG');
    expect((await saved('SVG')).toString()).toMatch(/^<svg[^>]+xmlns/);
    const { features } = JSON.parse((await saved('GeoJSON')).toString()) as { readonly features: readonly unknown[] };
    expect(features.length).toBeGreaterThan(10);
  });

  stage('says who could introduce whom between two cities', async () => {
    const { page, t } = reader;
    await page.getByRole('searchbox', { name: t('network.network_with') }).fill(named('San Francisco', '旧金山'));
    await page
      .getByRole('button', { name: named('San Francisco', '旧金山'), exact: true })
      .first()
      .click();
    const [city, other] = [named('Liverpool', '利物浦'), named('San Francisco', '旧金山')];
    await titled(page, t('network.network_of_two', { city, other }));
    await seen(page.getByText(t('network.network_introduce', { by: named('Shanghai', '上海'), known: city, to: other })));
    await seen(page.getByRole('table', { name: t('network.network_shared') }).getByRole('link', { name: named('Shanghai', '上海') }));
    await expectWhole(page, 'the ways between two cities');
  });

  stage('finds cities that could become partners, with reasons, narrowed by country', async () => {
    const { page, t } = reader;
    await page.goto('/partners?city=liverpool-gb');
    await titled(page, t('network.partners_of', { city: named('Liverpool', '利物浦') }));
    await seen(page.getByText(t('network.partners_country_new')).first());
    await page.getByRole('combobox', { name: t('network.partners_country') }).selectOption('IE');
    await expect.poll(() => page.locator('table tbody tr').count()).toBe(1);
    await seen(page.getByRole('link', { name: named('Cork', '科克'), exact: true }));
    await expectWhole(page, 'the partner finder');
  });
});
