// The delegation lead's day, in both languages: 25 companies and more against time, a hole that somebody could fill, the pack on paper, a wish.
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { ask, demoForum } from '../prepare.ts';
import { expectWhole } from '../page-check.ts';
import { escaped, fact, mainLanguages, openReader, patternOf, seen, signIn, stagesOf, titled, toast, type Reader } from '../reader.ts';

interface Candidates {
  readonly candidates: readonly { readonly canTake: boolean }[];
}

describe.each(mainLanguages)('the delegation lead, in %s', (language) => {
  let reader: Reader;
  const stage = stagesOf(() => reader);
  beforeAll(async () => {
    reader = await openReader({ language });
  });
  afterAll(() => reader.close());
  const main = (): Locator => reader.page.getByRole('main');
  const table = (): Locator => reader.page.locator('table.day');
  const holes = (): Locator => table().locator('button.hole');

  stage('signs in by the form and sees every company of the delegation against time', async () => {
    const { page, t } = reader;
    await signIn(reader, 'lead');
    await seen(table());
    const companies = await table()
      .locator('tbody tr')
      .filter({ has: page.locator('td.no:not(:empty)') })
      .count();
    expect(companies).toBeGreaterThanOrEqual(26);
    await titled(page, new RegExp(escaped(t('meetings.group_title', { count: companies, group: '' }).trim())));
    // What the figures say is what the grid shows.
    await expect
      .poll(() => table().locator('tbody tr button.block.meet').count())
      .toBe(Number(await fact(page, t('meetings.meetings_placed')).innerText()));
    await expect.poll(() => holes().count()).toBe(Number(await fact(page, t('meetings.holes')).innerText()));
    await seen(main().getByText(t('meetings.choose_hole')));
  });

  stage('chooses a hole, sees who is free then and why, and takes the one who can be taken', async () => {
    const { page, t } = reader;
    const chosen = await holeWithSomeone(reader, holes());
    const before = await holes().count();
    await chosen.click();
    const candidates = page.getByRole('table', { name: t('meetings.candidates') });
    await seen(candidates);
    await expect.poll(() => chosen.getAttribute('aria-pressed')).toBe('true');
    await expectWhole(page, 'who is free then');
    const rows = candidates.locator('tbody tr');
    for (const row of await rows.all()) expect((await row.locator('td').first().innerText()).trim()).not.toBe('');
    const take = rows.getByRole('button', { name: t('meetings.take') });
    await seen(take);
    await take.first().click();
    // Agreed is agreed: it is asked once more, and can still be left.
    const question = page.getByRole('dialog');
    await expectWhole(page, 'the question before a meeting is agreed');
    await question.getByRole('button', { name: t('design.cancel') }).click();
    await expect.poll(() => holes().count()).toBe(before);
    await take.first().click();
    await question.getByRole('button', { name: t('meetings.take_and_tell') }).click();
    await seen(toast(page).getByText(new RegExp(t('meetings.taken', { name: '.+' }))));
    await expect.poll(() => holes().count()).toBeLessThan(before);
  });

  stage('moves about the grid by the arrow keys', async () => {
    const { page } = reader;
    const first = table().locator('button.block').first();
    await first.focus();
    await page.keyboard.press('ArrowDown');
    const down = await page.evaluate(() => document.activeElement?.closest('tr')?.querySelector('td.no')?.textContent);
    expect(down).not.toBe(await first.locator('xpath=ancestor::tr').locator('td.no').innerText());
  });

  stage('prints the pack: a page for each company and nothing of the screen', async () => {
    const { page, t } = reader;
    await main()
      .getByRole('link', { name: t('meetings.print_pack') })
      .click();
    await page.waitForURL(/\/pack$/);
    await seen(page.locator('.packpage'));
    await expect.poll(() => page.locator('.packpage').count()).toBeGreaterThanOrEqual(26);
    await page.evaluate('window.print = () => document.body.setAttribute("data-printed", "yes")');
    await main()
      .getByRole('button', { name: t('meetings.print') })
      .click();
    await expect.poll(() => page.locator('body').getAttribute('data-printed')).toBe('yes');
    await page.emulateMedia({ media: 'print' });
    for (const screen of ['header.bar', 'footer.foot', 'main .btns'])
      await expect.poll(() => page.locator(screen).first().isVisible(), { message: screen }).toBe(false);
    const breaks = await page
      .locator('.packpage')
      .evaluateAll((sheets) =>
        sheets.slice(1, -1).map((sheet) => [getComputedStyle(sheet).breakBefore, getComputedStyle(sheet).breakAfter].includes('page')),
      );
    expect(new Set(breaks)).toEqual(new Set([true]));
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeGreaterThanOrEqual(26);
    await page.emulateMedia({ media: 'screen' });
    await main()
      .getByRole('link', { name: t('meetings.companies_and_times') })
      .click();
    await seen(table());
  });

  stage('asks for a meeting on behalf of a company, and takes it back', async () => {
    const { page, t } = reader;
    await main()
      .getByRole('link', { name: t('meetings.our_requests') })
      .click();
    await titled(page, t('meetings.our_requests'));
    const made = page.getByRole('region', { name: new RegExp(`^${escaped(t('meetings.requests_made'))}`) });
    const ask = page.getByRole('region', { name: t('meetings.ask_for'), exact: true });
    const asking = page.getByLabel(t('meetings.request_from'), { exact: true });
    const company = await asking.locator('option').filter({ hasText: /^E07/ }).getAttribute('value');
    await asking.selectOption(company);
    await ask.getByLabel(t('meetings.search_counterpart')).fill('B16');
    const row = ask.getByRole('table').locator('tbody tr');
    await expect.poll(() => row.count()).toBe(1);
    await row.getByRole('button', { name: t('meetings.ask_want') }).click();
    await seen(toast(page).getByText(patternOf(t('meetings.request_added', { from: '{{from}}', to: '{{to}}' }))));
    const entered = made.locator('tbody tr').filter({ hasText: 'B16' });
    await seen(entered);
    await toast(page)
      .getByRole('button', { name: t('design.undo') })
      .click();
    await expect.poll(() => entered.count()).toBe(0);
  });
});

/** The first hole for which somebody can be taken at once: the demo world has one for each language. */
async function holeWithSomeone(reader: Reader, holes: Locator): Promise<Locator> {
  const { context } = reader;
  const forum = await demoForum(context);
  const { entries } = await ask<{ readonly entries: readonly { readonly id: string; readonly code: string }[] }>(
    context,
    `/editions/${forum.id}/groups`,
  );
  const group = entries.find(({ code }) => code === 'D1')?.id ?? '';
  const grid = await ask<{
    readonly slots: readonly { readonly id: string }[];
    readonly rows: readonly {
      readonly participant: { readonly id: string };
      readonly holes: readonly { readonly slot: number }[];
    }[];
  }>(context, `/editions/${forum.id}/groups/${group}/schedule?atLeast=3`);
  const all = grid.rows.flatMap(({ participant, holes: own }) =>
    own.map(({ slot }) => `${participant.id}/holes/${grid.slots[slot]?.id ?? ''}`),
  );
  for (const [at, path] of all.entries()) {
    const { candidates } = await ask<Candidates>(context, `/editions/${forum.id}/participants/${path}`);
    if (candidates.some(({ canTake }) => canTake)) return holes.nth(at);
  }
  throw new Error('the demo world has no hole that somebody could fill');
}
