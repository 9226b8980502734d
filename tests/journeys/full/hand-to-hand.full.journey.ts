// What passes from hand to hand at an expo: links on paper, a card shared and withdrawn, and a company that comes unregistered.
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { expectWhole } from '../page-check.ts';
import { releasedMorning } from '../morning.ts';
import { ask } from '../prepare.ts';
import { mainLanguages, openReader, seen, settled, stagesOf, titled, toast, type Reader } from '../reader.ts';

interface Door {
  readonly participants: readonly { readonly id: string; readonly code: string }[];
}

describe.each(mainLanguages)('from hand to hand, in %s', (language) => {
  let organiser: Reader;
  let company: Reader;
  let other: Reader;
  let edition: { readonly id: string; readonly slug: string };
  const links: string[] = [];
  const stage = stagesOf(() => organiser);
  beforeAll(async () => {
    organiser = await openReader({ language, role: 'organiser' });
    company = await openReader({ language, width: 390 });
    other = await openReader({ language, width: 390 });
    edition = await releasedMorning(organiser, [`By hand ${language}`, `面交${language}`]);
  });
  afterAll(() => Promise.all([organiser.close(), company.close(), other.close()]));

  const idOf = async (code: string): Promise<string> => {
    const { participants } = await ask<Door>(organiser.context, `/editions/${edition.id}/door`);
    return participants.find((one) => one.code === code)?.id ?? '';
  };

  stage('a link on paper for each without an address, a sheet each, in both languages', async () => {
    const { page, t } = organiser;
    await page.goto(`/editions/${edition.slug}/setup/letters`);
    await page.getByRole('button', { name: t('expos.paper_links_make', { count: 6 }) }).click();
    const sheets = page.locator('.paperlinks article');
    await expect.poll(() => sheets.count()).toBe(6);
    await page.emulateMedia({ media: 'print' });
    for (const tongue of ['en', 'zh-Hans']) await expect.poll(() => sheets.last().locator(`div[lang="${tongue}"]`).isVisible()).toBe(true);
    await expectWhole(page, 'sheets');
    await page.emulateMedia({ media: null });
    links.push(...(await sheets.locator('code').allTextContents()));
  });

  stage('opens the place of the one it was made for', async () => {
    for (const [reader, code] of [[company, 'E01'] as const, [other, 'B01'] as const]) {
      const at = (await organiser.page.locator('.paperlinks article > p.note').allTextContents()).indexOf(code);
      await reader.page.goto(links[at] ?? '');
      await titled(reader.page, language === 'en' ? `Company ${code}` : `${code}公司`);
      await settled(reader.page);
    }
  });

  stage('shares its card with whom it meets, who saves it', async () => {
    const [e01, b01] = [await idOf('E01'), await idOf('B01')];
    const own = `/editions/${edition.id}/participants/${e01}`;
    const { version } = await ask<{ readonly version: number }>(company.context, own);
    const lena = {
      surname: 'Berg',
      givenName: 'Lena',
      nameOrder: 'given_first',
      post: 'Sales',
      email: 'lena@e01.example',
      phone: null,
      languages: ['en'],
    };
    await ask(company.context, `${own}/profile`, { method: 'PATCH', data: { contacts: [lena] }, version });
    const { page, t } = company;
    const meets = language === 'en' ? 'Company B01' : 'B01公司';
    await page.goto(`/my/${edition.id}/${e01}`);
    const row = page
      .locator('li, section', { has: page.getByText(meets) })
      .filter({ visible: true })
      .last();
    await row
      .getByRole('button', { name: t('meetings.card_share') })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await seen(dialog.getByText('lena@e01.example'));
    await expectWhole(page, 'a card');
    await dialog.getByRole('button', { name: t('meetings.card_send') }).click();
    await seen(toast(page).getByText(t('meetings.card_sent', { name: meets })));
    await other.page.goto(`/my/${edition.id}/${b01}`);
    await seen(other.page.getByText('lena@e01.example'));
    const saving = other.page.waitForEvent('download');
    await other.page.getByRole('button', { name: t('meetings.card_save') }).click();
    expect((await saving).suggestedFilename()).toBe('E01.vcf');
  });

  stage('withdraws it, and it is gone for the other side', async () => {
    const { page, t } = company;
    await page
      .getByRole('button', { name: t('meetings.card_shared') })
      .first()
      .click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('meetings.card_withdraw') })
      .click();
    await seen(toast(page).getByText(t('meetings.card_withdrawn')));
    await other.page.reload();
    await settled(other.page);
    await expect.poll(() => other.page.getByText('lena@e01.example').count()).toBe(0);
  });

  stage('whoever comes unregistered is entered by one form, with a meeting and a badge', async () => {
    const { page, t } = organiser;
    await page.goto(`/editions/${edition.slug}/check-in`);
    await page.getByRole('button', { name: t('meetings.walk_in'), exact: true }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel(t('meetings.walk_in_company'), { exact: true }).fill('Late Pumps');
    // Everything that is missing is told at once.
    await form.getByRole('button', { name: t('meetings.walk_in_find') }).click();
    await seen(form.getByText(t('meetings.walk_in_no_wish')).first());
    await form.getByLabel(t('meetings.walk_in_speaks')).selectOption('en');
    await form.getByLabel(t('meetings.walk_in_wishes')).fill('E02');
    await page.keyboard.press('Enter');
    await form.getByLabel(t('meetings.walk_in_country')).fill('DE');
    await page.keyboard.press('Enter');
    await form.getByRole('button', { name: t('meetings.walk_in_find') }).click();
    await seen(page.getByText(t('meetings.walk_in_free')));
    const told = [t('meetings.repair_accept_silent'), ...[1, 2].map((count) => t('meetings.repair_accept', { count }))];
    await page.getByRole('button', { name: new RegExp(`^(${told.join('|')})$`) }).click();
    await seen(page.getByText(t('meetings.walk_in_agreed')));
    await expectWhole(page, 'a walk-in');
    const { entries } = await ask<{ readonly entries: readonly unknown[] }>(
      organiser.context,
      `/editions/${edition.id}/participants/${await idOf('B04')}/agenda`,
    );
    expect(entries).toHaveLength(1);
  });
});
