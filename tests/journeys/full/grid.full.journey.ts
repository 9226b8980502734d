// The grid of ties by keys alone, as a spreadsheet: a selection, a paste with a cell that is refused, copying, undoing, redoing, a cell typed.
// And one agreed item changed in two windows at once; a tie added; ninety lines of a real list.
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { cities, demo, tiePath, whole } from '../loop-telling.ts';
import { pasteNinety } from '../paste-ninety.ts';
import { ask } from '../prepare.ts';
import { mainLanguages, openReader, seen, settled, stagesOf, wordsIn, type Reader } from '../reader.ts';
import { hasOwnWorld } from '../own-world.ts';

hasOwnWorld();

describe.each(mainLanguages)('in %s', (language) => {
  const t = wordsIn(language);
  let officer: Reader;
  const stage = stagesOf(() => officer);

  beforeAll(async () => {
    officer = await openReader({ language, role: 'officer' });
  });
  afterAll(() => officer.close());

  stage('cells are selected by keys, pasted into as in a spreadsheet, copied, taken back and done again as one step', async () => {
    const { page, context } = officer;
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('/desk');
    const grid = page.getByRole('grid');
    await seen(grid);
    // The first three ties by what their office says of them.
    const cells = [0, 1, 2].map((row) => grid.locator(`[data-spot="${row},4"]`));
    const shows = (...words: readonly string[]) =>
      expect.poll(async () => (await Promise.all(cells.map((cell) => cell.innerText()))).map((text) => text.trim())).toEqual(words);
    const [none, quiet, active] = ['', t('ties.status_quiet'), t('ties.status_active')];
    await shows(none, none, none);
    await cells[0]?.focus();
    for (let n = 0; n < 2; n += 1) await page.keyboard.press('Shift+ArrowDown');
    await seen(page.getByRole('status').getByText(t('desk.selected', { rows: 3, columns: 1 })));
    await expect.poll(() => grid.getByRole('gridcell', { selected: true }).count()).toBe(3);
    await page.evaluate((text) => navigator.clipboard.writeText(text), `${quiet}\nnobody knows\n${active}`);
    await page.keyboard.press('Control+v');
    await shows(quiet, none, active);
    const refused = page.getByRole('alert').filter({ hasText: t('desk.cells_refused', { count: 1 }) });
    await seen(refused.getByText(t('desk.paste_status_unknown', { cell: 'nobody knows' })));
    await whole(officer, 'cells of the grid while they are selected');
    await page.keyboard.press('Control+c');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${quiet}\n\n${active}`);
    await page.keyboard.press('Control+z');
    await shows(none, none, none);
    await page.keyboard.press('Control+y');
    await shows(quiet, none, active);
    await page.keyboard.press('Control+z');
    await shows(none, none, none);
    await refused.getByRole('button', { name: t('desk.paste_done') }).click();
    await refused.waitFor({ state: 'detached' });
  });

  stage('a date that cannot be read stays with its question when its cell is left, and stands in the cell again', async () => {
    const { page } = officer;
    const cell = page.getByRole('grid').locator('[data-spot="0,3"]');
    const before = (await cell.innerText()).trim();
    await cell.focus();
    await page.keyboard.type('1999 or so', { delay: 20 });
    await page.keyboard.press('Tab');
    const refused = page.getByRole('alert').filter({ hasText: t('desk.cells_refused', { count: 1 }) });
    await seen(refused.getByText('1999 or so'));
    await cell.focus();
    await page.keyboard.press('F2');
    await expect.poll(() => cell.getByRole('textbox').inputValue()).toBe('1999 or so');
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await cell.innerText()).trim()).toBe(before);
    await refused.getByRole('button', { name: t('desk.paste_done') }).click();
    await refused.waitFor({ state: 'detached' });
  });

  stage('a cell is typed from its first letter on, saved by Enter, and taken back', async () => {
    const { page } = officer;
    const cell = page.getByRole('grid').locator('[data-spot="0,11"]');
    const before = (await cell.innerText()).trim();
    await cell.focus();
    await page.keyboard.type('Call the mayor');
    // The next key may follow before the page is drawn again, and belongs to the next cell.
    const next = await page.evaluate(async () => {
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
      return document.activeElement instanceof HTMLElement ? document.activeElement.dataset['spot'] : undefined;
    });
    expect(next).toBe('1,11');
    await expect.poll(async () => (await cell.innerText()).trim()).toBe('Call the mayor');
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await cell.innerText()).trim()).toBe(before);
    expect(officer.faults).toEqual([]);
  });

  stage('a word typed into a cell of choices is the choice it means, or is asked about, and never another one', async () => {
    const { page } = officer;
    const cell = page.getByRole('grid').locator('[data-spot="0,4"]');
    const shows = (words: string) => expect.poll(async () => (await cell.innerText()).trim()).toBe(words);
    await shows('');
    await cell.focus();
    await page.keyboard.type('asleep', { delay: 40 });
    await page.keyboard.press('Enter');
    await seen(page.getByText(t('desk.paste_status_unknown', { cell: 'asleep' })));
    await page.keyboard.press('Escape');
    await shows('');
    await cell.focus();
    await page.keyboard.type('quiet', { delay: 40 });
    await page.keyboard.press('Enter');
    await shows(t('ties.status_quiet'));
    // Begun from the list, a letter begins a word, too.
    await cell.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('ended', { delay: 40 });
    await page.keyboard.press('Enter');
    await shows(t('ties.status_ended'));
    await page.keyboard.press('Control+z');
    await shows(t('ties.status_quiet'));
    await page.keyboard.press('Control+z');
    await shows('');
  });

  stage('a cell that is not changed here says why, and what is selected at the end of a row lies beneath nothing', async () => {
    const { page } = officer;
    const grid = page.getByRole('grid');
    await grid.locator('[data-spot="0,5"]').focus();
    await page.keyboard.press('x');
    await seen(page.getByText(t('desk.fixed_theirs')));
    await page.keyboard.press('End');
    const reach = async (spot: string) => {
      const box = await grid.locator(`[data-spot="${spot}"]`).boundingBox();
      if (box === null) throw new Error(`no cell ${spot}`);
      return box;
    };
    const [first, head] = [await reach('0,0'), await grid.locator('thead th').nth(1).boundingBox()];
    expect(head?.x).toBeCloseTo(first.x, 0);
    for (let column = 10; column >= 1; column -= 1) {
      await page.keyboard.press('ArrowLeft');
      expect((await reach(`0,${column}`)).x).toBeGreaterThanOrEqual(first.x + first.width - 2);
    }
  });

  stage('what is changed in two windows: the slower one sees what stands now, returns to what was typed, and nothing is lost', async () => {
    const { page, context } = officer;
    const owner = t('ties.who_sees_to_it', { city: cities.liverpool[language] });
    const openItem = async (window: typeof page) => {
      await window.goto(tiePath);
      await settled(window);
      await window.getByRole('button', { name: demo.late[language] }).first().click();
      const dialog = window.getByRole('dialog', { name: t('ties.edit_item') });
      return { dialog, field: dialog.getByRole('textbox', { name: owner }), save: dialog.getByRole('button', { name: t('ties.save') }) };
    };
    const slow = await openItem(page);
    const before = await slow.field.inputValue();
    const second = await context.newPage();
    const change = async (words: string) => {
      const { dialog, field, save } = await openItem(second);
      await field.fill(words);
      await save.click();
      await dialog.waitFor({ state: 'detached' });
    };
    await change('The harbour master');
    await slow.field.fill('The port office');
    await slow.save.click();
    const alert = slow.dialog.getByRole('alert');
    await seen(alert.getByText(t('ties.overtaken_typed')));
    await alert.getByRole('button', { name: t('ties.show_standing') }).click();
    await expect.poll(() => slow.field.inputValue()).toBe('The harbour master');
    await alert.getByRole('button', { name: t('ties.show_typed') }).click();
    await expect.poll(() => slow.field.inputValue()).toBe('The port office');
    await slow.save.click();
    await slow.dialog.waitFor({ state: 'detached' });
    await change(before);
    await second.close();
    expect(officer.faults.filter((fault) => !fault.includes('412'))).toEqual([]);
  });

  stage('on paper the grid fits the broad side of a page', async () => {
    const { page } = officer;
    await page.goto('/desk');
    const grid = page.getByRole('grid');
    await seen(grid);
    await settled(page);
    // Titles of sources are read in the reader's language, and set as its readers write them.
    await seen(grid.getByText({ en: 'Shanghai Statistical Yearbook 2007', 'zh-Hans': '《上海统计年鉴2007》' }[language]));
    const screen = page.viewportSize() ?? { width: 1280, height: 800 };
    // A4 on its side without the margins of 12 mm.
    await page.setViewportSize({ width: 1032, height: 702 });
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => grid.evaluate((one) => one.getBoundingClientRect().right)).toBeLessThanOrEqual(1032);
    await page.emulateMedia({ media: null });
    await page.setViewportSize(screen);
  });

  stage('a tie is added with what is known of it, at once', async () => {
    const { page, context } = officer;
    const sought = { en: 'Vaasa', 'zh-Hans': 'Tartu' }[language];
    await page.goto('/desk');
    await page.getByRole('button', { name: t('desk.add_tie'), exact: true }).click();
    const dialog = page.getByRole('dialog', { name: t('desk.add_tie') });
    await dialog.getByRole('searchbox', { name: t('cities.city_name') }).fill(sought);
    await dialog
      .getByRole('button', { name: new RegExp(sought) })
      .first()
      .click();
    await dialog.getByRole('combobox', { name: t('ties.attribute_class') }).selectOption('friendly_exchange');
    await dialog.getByRole('textbox', { name: t('ties.attribute_established') }).fill('1066-13');
    const add = dialog.getByRole('button', { name: t('desk.add_tie'), exact: true });
    await add.click();
    await seen(dialog.getByRole('alert'));
    await dialog.getByRole('textbox', { name: t('ties.attribute_established') }).fill('1991-05');
    await whole(officer, 'a tie to be added');
    await add.click();
    await page.waitForURL('**/ties/**');
    await seen(page.getByRole('heading', { level: 1 }));
    const { id, statements, kept } = await ask<{
      readonly id: string;
      readonly statements: readonly { readonly attribute: string; readonly value: unknown }[];
      readonly kept: readonly { readonly office: string; readonly version: number }[];
    }>(context, new URL(page.url()).pathname);
    expect(Object.fromEntries(statements.map(({ attribute, value }) => [attribute, value]))).toEqual({
      class: { type: 'code', code: 'friendly_exchange' },
      established: { type: 'date', date: { text: '1991-05', qualifier: 'exact' } },
    });
    const { office, version } = kept[0] ?? expect.fail('the tie is not in the register');
    await ask(context, `/ties/${id}/withdrawal`, { method: 'PUT', data: { office }, version });
  });

  describe('ninety lines', () => pasteNinety(language));
});
