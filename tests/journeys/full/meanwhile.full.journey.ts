// What lies open in a window while somebody else changes it beneath: nothing that was chosen is lost, and what changed is said.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { tiePath } from '../loop-telling.ts';
import { expectWhole } from '../page-check.ts';
import { mainLanguages, openReader, seen, settled, stagesOf, wordsIn, type Reader } from '../reader.ts';
import { takesTurns } from '../turns.ts';

takesTurns('desk of Liverpool');

describe.each(mainLanguages)('in %s', (language) => {
  const t = wordsIn(language);
  let officer: Reader;
  const stage = stagesOf(() => officer);

  beforeAll(async () => {
    officer = await openReader({ language, role: 'officer' });
  });
  afterAll(() => officer.close());

  const openAudience = async (window: Page) => {
    await window.goto(tiePath);
    await settled(window);
    // At the head of the page, beside the report: a single entry has a button of this name, too.
    const head = window.locator('.btns').filter({ has: window.locator('a[href$="/report"]') });
    await head.getByRole('button', { name: t('ties.who_sees'), exact: true }).click();
    const dialog = window.getByRole('dialog', { name: t('ties.who_sees'), exact: true });
    const entries = dialog.getByRole('checkbox');
    await seen(entries);
    return { dialog, entries, decide: dialog.locator('button[type="submit"]') };
  };

  stage('who decides what others see of a tie keeps what was chosen while somebody else decided, and is told so', async () => {
    const { page, context } = officer;
    const slow = await openAudience(page);
    const mine = slow.entries.and(page.locator(':not(:checked)')).first();
    const words = await mine.locator('xpath=ancestor::label').innerText();
    await slow.dialog.getByRole('radio', { name: t('ties.audience_shared') }).check();
    await mine.check();
    // The other one decides that everything stays as it is: that, too, is a decision.
    const second = await context.newPage();
    const quick = await openAudience(second);
    await quick.decide.click();
    await quick.dialog.waitFor({ state: 'detached' });
    await second.close();
    await slow.decide.click();
    await seen(slow.dialog.getByRole('alert').getByText(t('ties.audience_overtaken')));
    const chosen = slow.dialog.locator('label').filter({ hasText: words }).getByRole('checkbox');
    await expect.poll(() => chosen.isChecked(), { message: 'what was chosen here' }).toBe(true);
    await expect.poll(() => slow.dialog.getByRole('radio', { name: t('ties.audience_shared') }).isChecked()).toBe(true);
    await expectWhole(page, 'what others see, changed meanwhile');
  });
});
