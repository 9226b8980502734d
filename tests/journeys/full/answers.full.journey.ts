// What others said about Shanghai, answered: on a phone in Chinese, at a desk in English.
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { expectWhole } from '../page-check.ts';
import { escaped, openReader, seen, stagesOf, titled, toast, type Reader } from '../reader.ts';

const looks = [
  { language: 'zh-Hans', width: 390 },
  { language: 'en', width: 1280 },
] as const;

describe.each(looks)('Shanghai answers, in $language at $width', (look) => {
  let reader: Reader;
  const stage = stagesOf(() => reader);
  beforeAll(async () => {
    reader = await openReader({ ...look, role: 'shanghai' });
  });
  afterAll(() => reader.close());
  const lines = () => reader.page.locator('.asks > li');
  const first = (word: string) =>
    lines()
      .first()
      .getByRole('button', { name: new RegExp(`^${escaped(word)}`) });

  stage('finds what waits, by city, with four answers to each', async () => {
    const { page, t } = reader;
    await page.goto('/answers');
    await titled(page, t('desk.answers_title'));
    await seen(lines());
    await expectWhole(page, 'what awaits an answer');
    if (look.width < 640)
      for (const button of await lines().first().getByRole('button').all())
        expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(43);
  });

  stage('says that it is as they say, which leaves the list, stands for the day, and is taken back', async () => {
    const { page, t } = reader;
    const before = await lines().count();
    await first(t('desk.as_they_say')).click();
    await expect.poll(() => lines().count()).toBe(before - 1);
    await seen(toast(page));
    const given = page.locator('.answered > li').first();
    await seen(given.getByText(t('desk.gave_as_they_say')));
    await given.getByRole('button').click();
    await expect.poll(() => lines().count()).toBe(before);
  });

  stage('opens what differs in place by keyboard alone, ticks what it is, sends it, and takes it back', async () => {
    const { page, t } = reader;
    const before = await lines().count();
    const line = lines().filter({ hasText: '45' }).first();
    const differs = line.getByRole('button', { name: new RegExp(`^${escaped(t('desk.differs'))}`) });
    await differs.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => differs.getAttribute('aria-expanded')).toBe('true');
    const stageTick = line.getByRole('checkbox', { name: t('outcomes.stage'), exact: true });
    const heldStage = line.getByLabel(t('outcomes.held_stage_field'));
    await stageTick.focus();
    // In the second language the form opens with what was answered in the first and taken back since.
    if (await stageTick.isChecked()) await heldStage.selectOption('');
    else await page.keyboard.press('Space');
    // What is ticked is to be said: nothing is sent as if it were as they say.
    await line.getByRole('button', { name: t('desk.send_answer') }).click();
    await seen(line.getByText(t('outcomes.held_stage_needed')));
    await heldStage.selectOption('intended');
    await expectWhole(page, 'what differs, in place');
    await line.getByRole('button', { name: t('desk.send_answer') }).click();
    await expect.poll(() => lines().count()).toBe(before - 1);
    const given = page
      .locator('.answered > li')
      .filter({ hasText: t('desk.gave_differs') })
      .first();
    await seen(given);
    await given.getByRole('button').click();
    await expect.poll(() => lines().count()).toBe(before);
  });

  stage('puts one off, which keeps it one press away, and has it asked again', async () => {
    const { page, t } = reader;
    const before = await lines().count();
    await first(t('desk.put_off')).click();
    const off = page.locator('details.putoff');
    await seen(off.locator('summary'));
    await off.locator('summary').click();
    await off.getByRole('button', { name: new RegExp(`^${escaped(t('desk.ask_again'))}`) }).click();
    await off.waitFor({ state: 'detached' });
    await expect.poll(() => lines().count()).toBe(before);
  });

  stage('sees the two oldest in its month, where what differs leads to its line', async () => {
    const { page, t } = reader;
    await page.goto('/');
    await seen(lines());
    await expect.poll(() => lines().count()).toBe(2);
    await lines()
      .first()
      .getByRole('link', { name: new RegExp(`^${escaped(t('desk.differs'))}`) })
      .click();
    await titled(page, t('desk.answers_title'));
    await seen(page.locator('.asks > li.open .inplace'));
  });
});
