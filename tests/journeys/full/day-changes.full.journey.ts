// The organiser on the day, in both languages: everybody's day at a glance, something changes, who would move, agreed to, and taken back.
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { expectWhole } from '../page-check.ts';
import { releasedMorning, type Schedule } from '../morning.ts';
import { ask } from '../prepare.ts';
import { escaped, mainLanguages, openReader, patternOf, seen, stagesOf, toast, type Reader } from '../reader.ts';

describe.each(mainLanguages)('the organiser on the day, in %s', (language) => {
  let reader: Reader;
  let edition: { readonly id: string; readonly slug: string };
  let before: Schedule;
  const stage = stagesOf(() => reader);
  beforeAll(async () => {
    reader = await openReader({ language, role: 'organiser' });
    edition = await releasedMorning(reader, [`Morning ${language}`, `上午场${language}`]);
  });
  afterAll(() => reader.close());

  const main = (): Locator => reader.page.getByRole('main');
  const schedule = (): Promise<Schedule> => ask(reader.context, `/editions/${edition.id}/schedule`);
  const stands = ({ cells }: Schedule): readonly string[] =>
    cells.map(({ meetingId, slot, place }) => `${meetingId} ${slot} ${place}`).sort();

  /** Says that the table cannot be used from now on, by the keyboard alone. */
  async function withdraw(code: string): Promise<void> {
    const { page, t } = reader;
    await page.getByRole('button', { name: t('meetings.repair'), exact: true }).press('Enter');
    const kind = page.getByLabel(t('meetings.repair_kind'));
    await expect.poll(() => kind.evaluate((one) => one === document.activeElement)).toBe(true);
    await kind.selectOption({ label: t('meetings.repair_place_withdrawn') });
    await page.getByLabel(t('meetings.place'), { exact: true }).selectOption({ label: t('meetings.table_code', { code }) });
    await page.getByRole('button', { name: t('meetings.repair_add'), exact: true }).press('Enter');
  }

  stage('sees everybody’s day, finds one, and opens it by the keyboard', async () => {
    const { page, t } = reader;
    await page.goto(`/editions/${edition.slug}/schedule`);
    before = await schedule();
    expect(before.cells).toHaveLength(9);
    await page.getByLabel(t('meetings.view')).selectOption({ label: t('meetings.view_people') });
    const grid = page.getByRole('grid', { name: t('meetings.people_caption') });
    await seen(grid);
    await expect.poll(() => grid.locator('tr[data-index]').count()).toBe(6);
    // Nine meetings, each in two days.
    await expect.poll(() => grid.locator('td[data-spot]:not(.idle):not(.shut):not(.blank)').count()).toBe(18);
    await expectWhole(page, 'everybody’s day');
    await page.getByLabel(t('meetings.search_participant')).fill('E02');
    await expect.poll(() => grid.locator('tr[data-index]').count()).toBe(1);
    const name = grid.locator('th[data-spot="0,0"]');
    await name.focus();
    await page.keyboard.press('ArrowRight');
    expect(await grid.locator('td[data-spot="0,1"]').evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    const day = page.getByRole('dialog', { name: /^E02/ });
    await seen(day);
    await expect.poll(() => day.locator('.rows').getByRole('button').count()).toBe(3);
    await expectWhole(page, 'one participant’s day');
    await page.keyboard.press('Escape');
  });

  stage('says that a table cannot be used, sees who would move, and nothing has happened yet', async () => {
    const { page, t } = reader;
    await withdraw('1');
    const preview = page.getByRole('region', { name: t('meetings.repair_preview') });
    await seen(preview.getByText(t('meetings.repair_proven')));
    const moved = before.cells.filter(({ place }) => before.places[place]?.code === '1').length;
    expect(moved).toBeGreaterThan(0);
    const rowsOf = (table: string): Promise<number> =>
      preview
        .getByRole('table', { name: t(table) })
        .locator('tbody tr')
        .count();
    // Nine meetings need nine of the eight places that are left: one of them has none, and is told why.
    expect(await rowsOf('meetings.repair_unheld_title')).toBe(1);
    // Others may have to make room for those of the table.
    expect(await rowsOf('meetings.repair_moves')).toBeGreaterThanOrEqual(moved - 1);
    await expectWhole(page, 'what would move');
    expect(stands(await schedule())).toEqual(stands(before));
  });

  stage('hears that somebody else changed the schedule meanwhile, looks again, agrees, and all of it is in force', async () => {
    const { page, t } = reader;
    const [cell] = before.cells.filter(({ place }) => before.places[place]?.code === '1');
    await ask(reader.context, `/editions/${edition.id}/schedule/${cell?.meetingId ?? ''}/cancel`, { method: 'POST' });
    // Whoever can be told is counted on it; of nobody it says nothing.
    const words = [
      t('meetings.repair_accept', { count: 7 }),
      t('meetings.repair_accept', { count: 1 }),
      t('meetings.repair_accept_silent'),
    ];
    const agree = main().getByRole('button', {
      name: new RegExp(words.map((one) => `^${escaped(one).replace(/[17]/, String.raw`\d+`)}$`).join('|')),
    });
    await agree.click();
    await seen(main().getByRole('alert').getByText(t('meetings.repair_outdated')));
    await main()
      .getByRole('button', { name: t('meetings.repair_look_again') })
      .click();
    await expect.poll(() => main().getByRole('alert').count()).toBe(0);
    // What would happen now is looked up first; until then it cannot be agreed to.
    await expect.poll(() => agree.getAttribute('aria-busy')).toBeNull();
    await agree.click();
    await seen(
      toast(page).getByText(new RegExp(escaped(t('meetings.repair_done', { count: 2, number: 3 })).replace('2', String.raw`\d+`))),
    );
    const now = await schedule();
    expect(now.cells.map(({ place }) => now.places[place]?.code)).not.toContain('1');
    await expectWhole(page, 'the schedule put right');
  });

  stage('takes it back, and everything stands as it did', async () => {
    const { page, t } = reader;
    const undo = page.getByRole('button', { name: t('meetings.repair_undo'), exact: true });
    await seen(undo);
    await undo.first().click();
    const question = page.getByRole('dialog');
    await expectWhole(page, 'the question before a change is taken back');
    await question.getByRole('button', { name: t('meetings.repair_undo'), exact: true }).click();
    await seen(toast(page).getByText(patternOf(t('meetings.repair_undone'))));
    const cancelled = before.cells.find(({ place }) => before.places[place]?.code === '1')?.meetingId;
    expect(stands(await schedule())).toEqual(stands({ ...before, cells: before.cells.filter(({ meetingId }) => meetingId !== cancelled) }));
  });
});
