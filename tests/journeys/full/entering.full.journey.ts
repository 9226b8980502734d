// What is entered is whole before it is kept, and taken back only after a question: papers, answers, memoranda, in both languages.
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { expectWhole } from '../page-check.ts';
import { ask } from '../prepare.ts';
import { mainLanguages, openReader, seen, settled, stagesOf, titled, toast, type Reader } from '../reader.ts';
import { takesTurns } from '../turns.ts';

takesTurns('desk of Liverpool');

const tiePath = '/ties/cologne-de--liverpool-gb';

interface Item {
  readonly states: { readonly a: string | null; readonly b: string | null };
}
interface Agreement {
  readonly id: string;
  readonly version: number;
  readonly title: Readonly<Record<string, { readonly text: string }>>;
  readonly document: { readonly name: string } | null;
  readonly items: readonly Item[];
}
interface Tie {
  readonly id: string;
  readonly agreements: readonly Agreement[];
}

interface Whole {
  readonly id: string;
  readonly figures: readonly { readonly count: string | null }[];
}

const pdf = (name: string, text: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(text) });

describe.each(mainLanguages)('entering with care, in %s', (language) => {
  let officer: Reader;
  const title = language === 'en' ? 'Care of papers' : '凭证须齐全';
  const stage = stagesOf(() => officer);
  beforeAll(async () => {
    officer = await openReader({ language, role: 'officer' });
  });
  afterAll(() => officer.close());

  const ours = async (): Promise<Agreement> => {
    const { agreements } = await ask<Tie>(officer.context, tiePath);
    const found = agreements.find((one) => Object.values(one.title).some(({ text }) => text.startsWith(title)));
    if (found === undefined) throw new Error(`${title} is not on the tie`);
    return found;
  };
  const paperIn = (dialog: Locator): Locator => dialog.locator('input[type="file"]');
  const saveIn = (dialog: Locator): Locator => dialog.getByRole('button', { name: officer.t('ties.save'), exact: true });
  const openEdit = async (page: Page): Promise<Locator> => {
    await page.getByRole('button', { name: new RegExp(`^${officer.t('ties.edit_whom', { name: title })}`) }).click();
    return page.getByRole('dialog', { name: officer.t('ties.edit_agreement') });
  };

  stage('a paper that was refused, or is still on its way, is not left behind by saving', async () => {
    const { page, t } = officer;
    await page.goto(tiePath);
    await settled(page);
    await page
      .getByRole('button', { name: t('ties.add_agreement') })
      .first()
      .click();
    const dialog = page.getByRole('dialog', { name: t('ties.add_agreement') });
    await dialog.locator(`input[lang="${language}"]`).first().fill(title);

    await paperIn(dialog).setInputFiles(pdf('empty.pdf', ''));
    await seen(dialog.getByText(t('evidence.file_empty')));
    await saveIn(dialog).click();
    await seen(dialog.getByRole('alert').getByText(t('evidence.file_empty')));
    await dialog.getByRole('button', { name: t('evidence.paper_remove') }).click();
    await expect.poll(() => dialog.getByText(t('evidence.file_empty')).count()).toBe(0);

    let letGo = () => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await page.route('**/api/v1/documents', async (route) => {
      await held;
      await route.continue();
    });
    await paperIn(dialog).setInputFiles(pdf('signed.pdf', `%PDF-1.4\n% ${language}\n%%EOF\n`));
    await seen(dialog.getByText(t('evidence.paper_sending')));
    await saveIn(dialog).click();
    await seen(dialog.getByRole('alert').getByText(t('evidence.paper_on_its_way')));
    await expectWhole(page, 'a paper on its way');
    letGo();
    await seen(dialog.getByText(t('evidence.paper_kept', { name: 'signed.pdf' })));
    await page.unroute('**/api/v1/documents');
    await saveIn(dialog).click();
    await dialog.waitFor({ state: 'detached' });
    expect((await ours()).document?.name).toBe('signed.pdf');
  });

  stage('that somebody else was faster is said where the eye goes, however long the dialog is', async () => {
    const { page, t, context } = officer;
    const { id, version } = await ours();
    await page.goto(`${tiePath}/agreements/${id}`);
    await titled(page, title);
    const dialog = await openEdit(page);
    await ask(context, `/agreements/${id}`, { method: 'PATCH', data: { signedOn: { text: '2024', qualifier: 'exact' } }, version });
    await saveIn(dialog).click();
    const said = dialog.getByRole('alert').filter({ hasText: t('ties.overtaken') });
    await seen(said);
    await expect.poll(() => said.evaluate((notice) => notice === document.activeElement)).toBe(true);
    await dialog.getByRole('button', { name: t('design.cancel') }).click();
  });

  stage('how an item stands is said only by whoever chooses it', async () => {
    const { page, t, context } = officer;
    const { id } = await ours();
    await ask(context, `/agreements/${id}/items`, { method: 'POST', data: { text: { en: { text: 'A concert', origin: 'human' } } } });
    await page.reload();
    await page.getByRole('button', { name: t('ties.not_stated') }).click();
    const dialog = page.getByRole('dialog', { name: t('ties.say_with_evidence') });
    await saveIn(dialog).click();
    await seen(dialog.getByRole('alert').getByText(t('ties.choose_state')));
    expect((await ours()).items[0]?.states).toEqual({ a: null, b: null });
    await dialog.getByRole('radio', { name: t('ties.item_open') }).check();
    await saveIn(dialog).click();
    await dialog.waitFor({ state: 'detached' });
    expect(Object.values((await ours()).items[0]?.states ?? {}).filter((state) => state !== null)).toEqual(['open']);
  });

  stage('an agreement is withdrawn after a question that names what goes with it, and the tie stands there again', async () => {
    const { page, t } = officer;
    const dialog = await openEdit(page);
    await dialog.getByRole('button', { name: t('ties.withdraw') }).click();
    const question = page.getByRole('dialog', { name: t('ties.withdraw_title') });
    await seen(question.getByText(t('ties.withdraw_agreement', { count: 1 })));
    await expectWhole(page, 'withdrawing an agreement');
    await question.getByRole('button', { name: t('design.cancel') }).click();
    expect((await ours()).document?.name).toBe('signed.pdf');
    await dialog.getByRole('button', { name: t('ties.withdraw') }).click();
    await question.getByRole('button', { name: t('ties.withdraw') }).click();
    await page.waitForURL(tiePath);
    await seen(toast(page).getByText(t('ties.withdrawn')));
    await expect(ours()).rejects.toThrow(title);
  });

  stage('an answer to the figures of the other side asks for what is missing', async () => {
    const shanghai = await openReader({ language, role: 'shanghai' });
    const { page, t, context } = shanghai;
    const tie = await ask<Tie>(context, '/ties/liverpool-gb--shanghai-cn');
    const { entries } = await ask<{ readonly entries: readonly { readonly id: string; readonly office: { readonly id: string } }[] }>(
      context,
      `/outcomes?subjectKind=tie&subjectId=${tie.id}`,
    );
    const { offices } = await ask<{ readonly offices: readonly { readonly id: string }[] }>(context, '/session');
    const theirs = entries.find(({ office }) => office.id !== offices[0]?.id);
    await page.goto(`/outcomes/${theirs?.id ?? ''}`);
    await page.getByRole('button', { name: t('outcomes.answer') }).click();
    const dialog = page.getByRole('dialog', { name: t('outcomes.answer_titled', { title: '' }).trim() });
    await dialog.getByRole('button', { name: t('outcomes.send_answer'), exact: true }).click();
    await seen(dialog.getByRole('alert').getByText(t('outcomes.verdict_needed')));
    expect(shanghai.faults).toEqual([]);
    await shanghai.close();
  });

  stage('a delegate finds who asks for them from the agenda', async () => {
    const delegate = await openReader({ language, role: 'delegate', width: 390 });
    const { page, t } = delegate;
    await page.goto('/');
    await page.getByRole('link', { name: t('meetings.our_requests') }).click();
    await titled(page, t('meetings.our_requests'));
    await seen(page.getByRole('region', { name: new RegExp(t('meetings.requests_received')) }));
    expect(delegate.faults).toEqual([]);
    await delegate.close();
  });

  stage('one of the 45 is added where the 45 stand, and those of which nobody has spoken stay in sight', async () => {
    const { page, t } = officer;
    const { entries } = await ask<{ readonly entries: readonly Whole[] }>(officer.context, '/outcomes?limit=100');
    const whole = entries.find(({ figures }) => figures.some(({ count }) => count === '45'));
    if (whole === undefined) throw new Error('the demo tells of no 45 deals');
    const { parts } = await ask<{ readonly parts: readonly unknown[] }>(officer.context, `/outcomes/${whole.id}`);
    await page.goto(`/outcomes/${whole.id}`);
    await page.getByRole('link', { name: /45/ }).click();
    const form = page.getByRole('form', { name: t('outcomes.record') });
    const deal = { en: 'Quay crane software (example)', 'zh-Hans': '码头起重机软件（示例）' };
    for (const [tag, name] of Object.entries(deal)) await form.locator(`[name="title.${tag}"]`).fill(name);
    await form.getByRole('radio', { name: t('design.stage_signed'), exact: true }).check();
    await form.locator('[name="entry.amount"]').fill('3600000');
    await form.locator('[name="entry.currency"]').selectOption('GBP');
    await form.getByRole('button', { name: t('outcomes.save'), exact: true }).click();
    const row = page
      .getByRole('table', { name: t('outcomes.parts_title') })
      .getByRole('row')
      .filter({ hasText: deal[language] });
    await seen(row.getByText(t('design.stage_signed')).first());
    const known = parts.length + 1;
    await seen(page.getByText(t('outcomes.berths', { known, unknown: 45 - known })));
    await expectWhole(page, 'a whole with one of its parts');
  });
});
