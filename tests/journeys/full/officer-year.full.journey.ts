// A desk officer's year and the first morning of whoever comes after: the month, the clock's questions, the mayor's paper, the council's report, the hand-over; by keyboard where it decides.
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { hasOwnWorld } from '../own-world.ts';
import { expectWhole } from '../page-check.ts';
import { addressOf, escaped, languages, openReader, origin, seen, stagesOf, titled, toast, type Reader } from '../reader.ts';

hasOwnWorld();

const tie = 'liverpool-gb--shanghai-cn';

interface Session {
  readonly offices: readonly { readonly id: string }[];
}
const sessionOf = async ({ context }: Reader): Promise<Session> => (await (await context.request.get('/api/v1/session')).json()) as Session;

/** The one who goes asks the one who comes into the office; who is in it already stays. */
async function joinOffice(goes: Reader, comes: Reader): Promise<void> {
  const office = (await sessionOf(goes)).offices[0]?.id ?? expect.fail('no office');
  const asked = { email: addressOf('delegate'), name: 'Marta Ilves', role: 'editor' };
  const headers = { origin };
  await goes.context.request.post(`/api/v1/offices/${office}/members`, { data: asked, headers });
  await comes.context.request.post(`/api/v1/offices/${office}/invitation`, { data: {}, headers });
  expect((await sessionOf(comes)).offices.map(({ id }) => id)).toContain(office);
}

describe.each(languages)('the year of Liverpool’s officer, in %s', (language) => {
  let reader: Reader;
  /** Another person's account, who joins the office. */
  let heir: Reader;
  const stage = stagesOf(() => reader);
  const inheriting = stagesOf(() => heir);
  beforeAll(async () => {
    reader = await openReader({ language, role: 'officer' });
    heir = await openReader({ language, role: 'delegate' });
    await joinOffice(reader, heir);
  });
  afterAll(async () => {
    await reader.close();
    await heir.close();
  });
  const begins = (words: string) => new RegExp(`^${escaped(words)}`);

  stage('reads what the month asks and what comes within three', async () => {
    const { page, t } = reader;
    await page.goto('/desk');
    for (const part of ['desk.in_month', 'desk.coming', 'ties.visits']) await seen(page.getByRole('heading', { name: begins(t(part)) }));
    await expectWhole(page, 'the month of a desk');
  });

  stage('sees the letter of a question before anything goes out', async () => {
    const { page, t } = reader;
    await page.goto('/follow-ups');
    await titled(page, t('outcomes.follow_ups'));
    const preview = page.getByRole('button', { name: t('outcomes.fl_preview') }).first();
    await preview.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await seen(dialog.getByText(t('outcomes.fl_preview_place')));
    await expectWhole(page, 'the letter before it goes');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await preview.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  stage('is told of a question whose time is over before it is sent all the same, and sends nothing', async () => {
    const { page, t } = reader;
    const send = page.getByRole('main').getByRole('button', { name: begins(t('outcomes.fl_send', { count: 0 }).split(/[（(]/)[0] ?? '') });
    await send.first().click();
    const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
    await seen(dialog);
    await expectWhole(page, 'before letters go');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  stage('briefs the mayor in two pages', async () => {
    const { page, t } = reader;
    await page.goto(`/ties/${tie}/briefing`);
    await seen(page.getByRole('heading', { name: t('desk.briefing_this') }));
    await expectWhole(page, 'the briefing');
    for (const form of ['pdf', 'docx']) {
      const link = page.locator(`a[href*="form=${form}"]`).first();
      const reply = await page.request.get((await link.getAttribute('href')) ?? '');
      expect([form, reply.status()]).toEqual([form, 200]);
    }
  });

  stage('makes the council’s report of a year by keyboard alone, and keeps it as a file', async () => {
    const { page, t } = reader;
    await page.goto('/council-report');
    await titled(page, t('reports.council'));
    const year = page.getByLabel(t('reports.council_year'), { exact: true });
    const before = await year.inputValue();
    await year.focus();
    await page.keyboard.press('ArrowDown');
    await page.waitForURL(/year=\d{4}/);
    await expect.poll(() => year.inputValue()).toBe(String(Number(before) - 1));
    await expectWhole(page, 'the report to a council');
    const make = page.getByRole('button', { name: t('reports.council_pdf') });
    await make.focus();
    const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(file.suggestedFilename()).toMatch(/\.pdf$/);
    await seen(page.getByText(t('meetings.paper_made', { file: file.suggestedFilename() })));
  });

  stage('begins to hand the desk over: everything open on it is listed', async () => {
    const { page, t } = reader;
    await page.goto('/handover');
    const begin = page.getByRole('button', {
      name: new RegExp(`^(?:${escaped(t('desk.handover_begin'))}|${escaped(t('desk.handover_begin_next'))})$`),
    });
    await begin.click();
    await page
      .getByRole('alertdialog')
      .or(page.getByRole('dialog'))
      .getByRole('button', { name: t('desk.handover_begin') })
      .click();
    await seen(page.locator('ul.tickoff li'));
    await expectWhole(page, 'a hand-over');
  });

  stage('names who comes, after which whoever goes takes nothing over any more', async () => {
    const { page, t } = reader;
    const who = page.getByLabel(t('desk.handover_to'), { exact: true });
    await who.selectOption({ label: 'Marta Ilves' });
    await page.getByRole('button', { name: t('desk.handover_save') }).click();
    await seen(toast(page).getByText(t('desk.handover_saved')));
    await expect.poll(() => page.locator('ul.tickoff input[type=checkbox]:enabled').count()).toBe(0);
  });

  inheriting('on the first morning takes a line over with the space bar, gives it back, and finishes with what is open', async () => {
    const { page, t } = heir;
    await page.goto('/handover');
    const tick = page.locator('ul.tickoff input[type=checkbox]').first();
    const isTaken = () => page.locator('ul.tickoff li.taken').count();
    await tick.focus();
    await page.keyboard.press('Space');
    await expect.poll(isTaken).toBe(1);
    await page.locator('ul.tickoff input[type=checkbox]').first().focus();
    await page.keyboard.press('Space');
    await expect.poll(isTaken).toBe(0);
    await page.keyboard.press('Space');
    await expect.poll(isTaken).toBe(1);
    const lines = await page.locator('ul.tickoff li').count();
    const finish = t('desk.handover_finish', { count: lines - 1 });
    await page.getByRole('main').getByRole('button', { name: finish }).click();
    const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
    await expectWhole(page, 'before a hand-over is finished');
    await dialog.getByRole('button', { name: finish }).click();
    await seen(toast(page).getByText(t('desk.handover_finished')));
    await seen(page.getByRole('button', { name: t('desk.handover_begin_next') }));
  });
});
