// A speaker on a phone, without an account: invited by letter, says that they come and how they are announced; the programme says so once it is released.
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { expectWhole } from '../page-check.ts';
import { ask, dayFromNow, openEdition } from '../prepare.ts';
import { mainLanguages, openReader, origin, seen, settled, stagesOf, titled, toast, type Reader } from '../reader.ts';

interface Mails {
  readonly entries: readonly { readonly recipient: string; readonly body: string }[];
}

describe.each(mainLanguages)('a speaker comes in by their letter, in %s', (language) => {
  let organiser: Reader;
  let speaker: Reader;
  let edition: { readonly id: string; readonly slug: string };
  const stage = stagesOf(() => speaker);
  const email = `lin.${language.toLowerCase()}@people.example`;
  const called = (en: string, zh: string) => ({ en: { text: en, origin: 'human' }, 'zh-Hans': { text: zh, origin: 'human' } });
  const title = language === 'en' ? 'Ports and power' : '港口与电力';
  const topic = language === 'en' ? 'Shore power in small ports' : '小型港口的岸电';
  beforeAll(async () => {
    organiser = await openReader({ language, role: 'organiser', width: 1280 });
    speaker = await openReader({ language, width: 390, zone: 'Asia/Shanghai' });
  });
  afterAll(() => Promise.all([organiser.close(), speaker.close()]));

  stage('the organiser enters a session with its speaker, and writes to them', async () => {
    const { page, t, context } = organiser;
    const day = dayFromNow(23);
    edition = await openEdition(context, { name: ['Spoken harbour', '港湾论坛'], firstDay: day });
    const speakers = [{ name: called('Lin Mei', '林梅'), email }];
    const data = { kind: 'forum', title: called('Ports and power', '港口与电力'), day, speakers };
    const of = `/editions/${edition.id}`;
    await ask(context, `${of}/programme-items`, { method: 'POST', data });
    const { digest, version } = await ask<{ readonly digest: string; readonly version: number }>(context, `${of}/publication`);
    await ask(context, `${of}/publication`, { method: 'PUT', version, data: { digest } });
    await page.goto(`/editions/${edition.slug}/setup/letters`);
    await settled(page);
    await page.getByLabel(t('expos.letters_whom')).selectOption({ label: t('expos.letters_whom_speakers') });
    await page.getByRole('button', { name: t('expos.letters_invitation', { count: 1 }) }).click();
    const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
    await dialog.getByRole('button', { name: t('expos.letters_invitation', { count: 1 }) }).click();
    await seen(toast(page).getByText(t('expos.letters_written', { count: 1 })));
    await expectWhole(page, language);
  });

  stage('the link opens what they speak at, and they say that they come and about what', async () => {
    const { page, t } = speaker;
    const { entries } = await ask<Mails>(organiser.context, '/demo/mail');
    const letter = entries.find(({ recipient }) => recipient === email);
    await page.goto((/\S+\/in#\S+/.exec(letter?.body ?? '')?.[0] ?? '').replace(/^https?:\/\/[^/]+/, origin));
    await titled(page, language === 'en' ? 'Lin Mei' : '林梅');
    await seen(page.getByRole('heading', { level: 3, name: title }));
    await seen(page.getByText(t('expos.in_comes_unsaid')));
    await expectWhole(page, language);
    await page.getByRole('button', { name: t('expos.in_speaking_answer') }).click();
    const dialog = page.getByRole('dialog');
    // Nothing is said of whether they come until they say it.
    await dialog.getByRole('button', { name: t('expos.save'), exact: true }).click();
    await seen(dialog.getByText(t('expos.in_comes_missing')));
    await dialog.locator('[name="comes"][value="yes"]').check();
    await dialog.locator(`[name="topic.${language}"]`).fill(topic);
    await expectWhole(page, language);
    await dialog.getByRole('button', { name: t('expos.save'), exact: true }).click();
    await seen(toast(page).getByText(t('expos.in_speaking_saved')));
    await seen(page.getByText(topic));
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  });

  stage('everybody reads it once the programme is released, and not before', async () => {
    const { page, t } = speaker;
    const at = `/editions/${edition.slug}/programme`;
    await page.goto(at);
    await settled(page);
    await expect.poll(() => page.getByText(topic).count()).toBe(0);
    const { page: work, t: words } = organiser;
    await work.goto(`${at}/draft`);
    await seen(work.getByText(words('expos.comes_yes')));
    await work.getByRole('button', { name: words('meetings.programme_release'), exact: true }).click();
    await work
      .getByRole('dialog')
      .getByRole('button', { name: words('meetings.programme_release'), exact: true })
      .click();
    await seen(toast(work));
    await page.goto(at);
    await seen(page.getByText(topic));
    await expectWhole(page, language);
    expect(await page.locator('body').textContent()).not.toContain(email);
    await page.goto('/in');
    await seen(page.getByText(t('expos.in_comes_yes')));
  });

  stage('who cannot come after all says so, and the organiser reads it in the draft', async () => {
    const { page, t } = speaker;
    await page.getByRole('button', { name: t('expos.in_speaking_change') }).click();
    await page.getByRole('dialog').locator('[name="comes"][value="no"]').check();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('expos.save'), exact: true })
      .click();
    await seen(page.getByText(t('expos.in_comes_no')));
    const { page: work, t: words } = organiser;
    await work.goto(`/editions/${edition.slug}/programme/draft`);
    await seen(work.getByText(words('expos.comes_no')));
  });
});
