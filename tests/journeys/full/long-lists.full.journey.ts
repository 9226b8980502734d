// The set-up of a hall of the largest size that is allowed stays a page of some thousands of elements, and what is wrong in a row out of sight is shown all the same.
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { expectWhole } from '../page-check.ts';
import { ask, dayFromNow, openEdition } from '../prepare.ts';
import { openReader, stagesOf, type Reader } from '../reader.ts';

const [tables, halfHours] = [2000, 48] as const;
/** As many elements as a page may have. */
const most = 5000;

describe('a hall of two thousand tables', () => {
  let reader: Reader;
  let slug: string;
  const stage = stagesOf(() => reader);
  beforeAll(async () => {
    reader = await openReader({ language: 'en', role: 'organiser' });
    const { context } = reader;
    const day = dayFromNow(3);
    const edition = await openEdition(context, { name: ['Large hall', '大型展馆'], firstDay: day, lastDay: dayFromNow(5) });
    ({ slug } = edition);
    const change = async (path: string, data: object): Promise<void> => {
      const { version } = await ask<{ readonly version: number }>(context, `/editions/${edition.id}`);
      await ask(context, `/editions/${edition.id}${path}`, { method: 'PUT', data, version });
    };
    const minutesOf = (at: number): number => Math.floor(at / 16) * 24 * 60 + (at % 16) * 30;
    const instant = (minutes: number): string =>
      new Date(Date.parse(`${day}T01:00:00Z`) + minutes * 60_000).toISOString().replace('.000Z', 'Z');
    const slots = Array.from({ length: halfHours }, (_, at) => minutesOf(at)).map((from) => ({
      ...{ startsAt: instant(from), endsAt: instant(from + 30), session: 1 },
    }));
    await change('/slots', { slots });
    await change('/tables', { tables: Array.from({ length: tables }, (_, at) => ({ number: at + 1 })) });
  });
  afterAll(() => reader.close());

  const elements = (): Promise<number> => reader.page.evaluate(() => globalThis.document.querySelectorAll('*').length);
  const row = (number: number) =>
    reader.page.getByLabel(reader.t('expos.of_row', { label: reader.t('expos.table_number'), number }), { exact: true });

  stage('its tables and their times are drawn in sight', async () => {
    const { page, t } = reader;
    await page.goto(`/editions/${slug}/setup/places`);
    await row(1).waitFor();
    await page.getByRole('grid', { name: t('expos.closed_times') }).waitFor();
    expect(await elements()).toBeLessThan(most);
    await expect.poll(() => row(tables).count()).toBe(0);
    await page.getByLabel(t('design.tables_part'), { exact: true }).selectOption('49');
    await page.getByRole('columnheader', { name: '2000' }).waitFor();
    expect(await elements()).toBeLessThan(most);
    await expectWhole(page, 'a part of two thousand tables');
  });

  stage('what is wrong in a row out of sight is drawn, and its link leads there', async () => {
    const { page, t } = reader;
    await row(3).fill('0');
    // The row with the focus is kept: it is another by now, and far away.
    await row(1).focus();
    await page.evaluate(() => globalThis.scrollTo(0, 60_000));
    await expect.poll(() => row(3).count()).toBe(0);
    await page.getByRole('button', { name: t('expos.save_tables') }).click();
    const alert = page.getByRole('alert');
    await alert.getByRole('link').click();
    await expect.poll(() => row(3).evaluate((field) => field === globalThis.document.activeElement)).toBe(true);
    expect(await elements()).toBeLessThan(most);
  });
});
