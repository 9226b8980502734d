// The main job by keyboard alone: sign in, read in, plan, pin, release. No pointer is used, and wherever the focus is, it can be seen.
import type { FileChooser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { demoPassword } from '#app/demo/demo-accounts.ts';
import { demoForum, openEdition, type EditionFile } from '../prepare.ts';
import { addressOf, openContext, openReader, patternOf, seen, stagesOf, titled, type Reader } from '../reader.ts';

const day = '2029-03-07';

describe('the organiser, by keyboard alone', () => {
  let reader: Reader;
  let event: EditionFile;
  let slug: string;
  const stage = stagesOf(() => reader);
  beforeAll(async () => {
    const other = await openContext({ language: 'en', role: 'organiser' });
    const forum = await demoForum(other.context);
    const reply = await other.context.request.get(`/api/v1/editions/${forum.id}/export?format=csv&language=en`);
    // The same event a few years on.
    const buffer = Buffer.from((await reply.text()).replaceAll(forum.firstDay, day));
    event = { name: 'forum.csv', mimeType: 'text/csv', buffer };
    slug = (await openEdition(other.context, { name: ['By keyboard', '键盘操作'], firstDay: day })).slug;
    await other.close();
    reader = await openReader({ language: 'en' });
  });
  afterAll(() => reader.close());

  const press = (key: string): Promise<void> => reader.page.keyboard.press(key);
  const main = (): Locator => reader.page.getByRole('main');

  /** Tabs on until the element has the focus; fails when the way there leads through a place where the focus cannot be seen. */
  async function tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await seen(target);
    const unseen: string[] = [];
    for (let steps = 0; steps < 150; steps += 1) {
      if (await target.first().evaluate((one) => one === document.activeElement)) {
        expect(unseen).toEqual([]);
        return;
      }
      await press(key);
      const hidden = await reader.page.evaluate(() => {
        const at = document.activeElement;
        // A new page takes the focus itself, whenever it has come; nobody tabs to it.
        if (at === null || at === document.body || at.id === 'content') return null;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at);
        const framed = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
        const around = at.closest('label')?.querySelector('span');
        const neighbour = around === null || around === undefined ? null : getComputedStyle(around);
        return framed || (neighbour !== null && neighbour.outlineStyle !== 'none') ? null : at.outerHTML.slice(0, 120);
      });
      if (hidden !== null) unseen.push(hidden);
    }
    throw new Error(`not reached by ${key}: ${String(target)}`);
  }

  stage('skips to the content, then signs in', async () => {
    const { page, t } = reader;
    await page.goto('/');
    await titled(page, t('cities.reader_title'));
    await tabTo(page.getByRole('link', { name: t('design.skip') }));
    await press('Enter');
    expect(await main().evaluate((one) => one === document.activeElement)).toBe(true);
    await tabTo(page.getByRole('link', { name: t('design.sign_in') }), 'Shift+Tab');
    await press('Enter');
    await titled(page, t('accounts.sign_in'));
    const form = page.getByRole('region', { name: t('accounts.with_password') });
    await tabTo(form.getByLabel(t('accounts.email')));
    await page.keyboard.type(addressOf('organiser'));
    await press('Tab');
    await page.keyboard.type(demoPassword);
    await press('Enter');
    await page.waitForURL('/');
  });

  stage('opens the edition and reads in the tables, chosen through the file field', async () => {
    const { page, t } = reader;
    await tabTo(main().getByRole('link', { name: 'By keyboard' }));
    await press('Enter');
    await page.waitForURL(`/editions/${slug}/work`);
    await tabTo(main().getByRole('link', { name: t('meetings.import_action'), exact: true }));
    await press('Enter');
    await titled(page, t('meetings.import_title'));
    // Listening begins long before the key is pressed: a window that opens while the browser is only being asked to tell of it is never told.
    let chooser: FileChooser | undefined;
    page.on('filechooser', (one) => {
      chooser = one;
    });
    const field = page.getByLabel(t('meetings.import_choose'));
    await tabTo(field);
    // A busy machine may lose the first key press on its way to the window; whoever is at the keyboard presses again.
    for (let presses = 0; presses < 5 && chooser === undefined; presses += 1) {
      await press('Enter');
      for (let waits = 0; waits < 50 && chooser === undefined; waits += 1) await page.waitForTimeout(100);
      expect(await field.evaluate((one) => one === document.activeElement), 'the field keeps the focus').toBe(true);
    }
    expect(chooser, 'the file window opens by Enter').toBeDefined();
    await chooser?.setFiles(event);
    await expect.poll(() => field.evaluate((one) => (one instanceof HTMLInputElement ? one.files?.length : 0))).toBe(1);
    await tabTo(page.getByRole('button', { name: patternOf(t('meetings.import_read')) }));
    await press('Enter');
    await tabTo(
      main()
        .getByRole('status')
        .getByRole('link', { name: t('meetings.plan_first'), exact: true }),
    );
    await press('Enter');
    await titled(page, t('meetings.plan_title'));
  });

  stage('chooses how long to look, by the arrow keys, and follows the search', async () => {
    const { page, t } = reader;
    await tabTo(page.getByRole('radio', { checked: true }));
    await press('ArrowLeft');
    await expect.poll(() => page.getByRole('radio', { name: /^5/ }).first().isChecked()).toBe(true);
    await tabTo(main().getByRole('button', { name: t('meetings.plan_action'), exact: true }));
    await press('Enter');
    await titled(page, t('meetings.draft_number', { number: 1 }));
    // Before it begins and while it looks, the page says which, and offers to stop; asked for at once, since it may end at any moment.
    const bar = page.getByRole('region', { name: t('meetings.search') }).getByRole('progressbar');
    const lines = (await bar.evaluate((one) => one.closest('section')?.innerText ?? '')).split('\n');
    expect(lines.some((line) => line === t('meetings.search_waiting') || patternOf(t('meetings.search_running')).test(line))).toBe(true);
    expect(lines).toContain(t('meetings.stop_and_keep'));
    await seen(page.getByRole('region', { name: t('meetings.result') }));
  });

  stage('walks the grid, opens a meeting, pins it', async () => {
    const { page, t } = reader;
    const cell = page.locator('table.plan td[tabindex="0"]');
    await tabTo(cell);
    for (let steps = 0; steps < 40 && (await cell.evaluate((td) => td.matches('.blank, .shut'))); steps += 1) await press('ArrowRight');
    await press('Enter');
    const dialog = page.getByRole('dialog');
    await seen(dialog);
    await press('Escape');
    await expect.poll(() => dialog.count()).toBe(0);
    expect(await cell.evaluate((td) => td === document.activeElement), 'the focus is back where it was').toBe(true);
    await press('p');
    await expect.poll(() => cell.getAttribute('class')).toContain('pin');
    await expect.poll(() => cell.innerText()).toContain(t('design.pinned'));
  });

  stage('releases, and stands at the version that is in force', async () => {
    const { page, t } = reader;
    await tabTo(page.locator('#release').getByRole('button'), 'Shift+Tab');
    await press('Enter');
    const dialog = page.getByRole('dialog');
    const confirm = dialog.getByRole('button', { name: patternOf(t('meetings.release_to', { count: 2 }).replace('2', '{{count}}')) });
    await tabTo(confirm);
    await expect.poll(() => confirm.getAttribute('aria-busy'), { message: 'what was pinned is in the check' }).toBe(null);
    await press('Enter');
    await page.waitForURL(/\/releases$/);
    await seen(main().getByText(t('meetings.in_force')));
    expect(await main().evaluate((one) => one === document.activeElement), 'reading begins at the page').toBe(true);
  });
});
