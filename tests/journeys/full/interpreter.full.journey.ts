// An interpreter on a phone, without an account: invited by letter, says when they can, sees their day, and says that they cannot come.
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { expectWhole } from '../page-check.ts';
import { ask, dayFromNow, openEdition, planAndRelease } from '../prepare.ts';
import { mainLanguages, openReader, origin, seen, settled, stagesOf, titled, toast, type Reader } from '../reader.ts';

interface Row {
  readonly id: string;
  readonly version: number;
}

interface Mails {
  readonly entries: readonly { readonly recipient: string; readonly body: string }[];
}

describe.each(mainLanguages)('an interpreter comes in by their letter, in %s', (language) => {
  let organiser: Reader;
  let interpreter: Reader;
  let edition: { readonly id: string; readonly slug: string };
  let company = '';
  const stage = stagesOf(() => interpreter);
  const email = `gu.${language.toLowerCase()}@people.example`;
  beforeAll(async () => {
    organiser = await openReader({ language, role: 'organiser', width: 1280 });
    interpreter = await openReader({ language, width: 390, zone: 'Asia/Shanghai' });
  });
  afterAll(() => Promise.all([organiser.close(), interpreter.close()]));

  stage('the organiser invites interpreters in the same run as companies', async () => {
    const { page, t, context } = organiser;
    const day = dayFromNow(22);
    edition = await openEdition(context, { name: ['Interpreted harbour', '港湾翻译'], firstDay: day });
    const at = `/editions/${edition.id}`;
    const { version } = await ask<Row>(context, at);
    const slots = [1, 2, 3, 4].map((hour) => ({ startsAt: `${day}T0${hour}:00:00Z`, endsAt: `${day}T0${hour}:30:00Z`, session: 1 }));
    await ask(context, `${at}/slots`, { method: 'PUT', version, data: { slots } });
    await ask(context, `${at}/tables`, { method: 'PUT', version: version + 1, data: { tables: [{ number: 1 }] } });
    const ids: string[] = [];
    for (const [code, role, name, tag] of [
      ['E01', 'exhibitor', 'Mersey Wind', 'en'],
      ['B01', 'buyer', 'Cypress Water', 'zh-Hans'],
    ] as const) {
      const data = { code, role, name: { [language]: { text: name, origin: 'human' } }, languages: [tag] };
      ids.push((await ask<Row>(context, `${at}/participants`, { method: 'POST', data })).id);
    }
    const contact = { surname: 'Gu', givenName: 'Wenqing', email };
    const data = { name: 'Gu Wenqing', languages: ['en', 'zh-Hans'], contact, longestMinutes: 120 };
    await ask(context, `${at}/interpreters`, { method: 'POST', data });
    const [fromId = '', toId] = ids;
    company = fromId;
    await ask(context, `${at}/requests`, { method: 'POST', data: { requests: [{ fromId, toId, wish: 'must' }] } });
    await page.goto(`/editions/${edition.slug}/setup/letters`);
    await settled(page);
    await page.getByLabel(t('expos.letters_whom')).selectOption({ label: t('expos.letters_whom_interpreters') });
    await page.getByRole('button', { name: t('expos.letters_invitation', { count: 1 }) }).click();
    const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
    await dialog.getByRole('button', { name: t('expos.letters_invitation', { count: 1 }) }).click();
    await seen(toast(page).getByText(t('expos.letters_written', { count: 1 })));
    await settled(page);
    await expectWhole(page, language);
  });

  stage('the link opens their page, where they say when they can', async () => {
    const { page, t } = interpreter;
    const { entries } = await ask<Mails>(organiser.context, '/demo/mail');
    const letter = entries.find(({ recipient }) => recipient === email);
    await page.goto((/\S+\/in#\S+/.exec(letter?.body ?? '')?.[0] ?? '').replace(/^https?:\/\/[^/]+/, origin));
    await titled(page, 'Gu Wenqing');
    await settled(page);
    const times = page.getByRole('region', { name: t('expos.in_times_interpreting') });
    for (const at of [0, 1]) await times.locator('td button').nth(at).click();
    await times.getByRole('button', { name: t('expos.in_times_save', { count: 2 }) }).click();
    await seen(toast(page).getByText(t('expos.in_times_saved')));
    await expectWhole(page, language);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  });

  stage('once the schedule is released they see whom they interpret, and what they cannot do waits for the organiser', async () => {
    const { page, t } = interpreter;
    await planAndRelease(organiser.context, edition.id);
    await page.reload();
    await seen(page.getByRole('region', { name: t('meetings.interpreting_day') }).getByText('Mersey Wind'));
    await settled(page);
    await expectWhole(page, language);
    await page.getByRole('button', { name: t('meetings.cannot_interpret'), exact: true }).click();
    await page.getByRole('button', { name: t('meetings.cannot_interpret_tell'), exact: true }).click();
    await seen(page.getByText(t('meetings.cannot_interpret_said')));
    await seen(page.getByText(t('meetings.cannot_interpret_marked')).first());
    const { page: work, t: words } = organiser;
    await work.goto(`/editions/${edition.slug}/work`);
    await seen(work.getByText(words('meetings.decision_interpreter_away_detail')));
    await seen(work.getByRole('link', { name: words('meetings.do_put_right') }));
  });

  stage('a company’s letter in a second tab takes their place, and their page says whose it is now', async () => {
    const { page, t, context } = interpreter;
    const name = 'Mersey Wind';
    const { address } = await ask<{ readonly address: string }>(organiser.context, `/editions/${edition.id}/addressees/${company}/links`, {
      method: 'POST',
    });
    const second = await context.newPage();
    await second.goto(address.replace(/^https?:\/\/[^/]+/, origin));
    await titled(second, name);
    const dialog = page.getByRole('dialog');
    await seen(dialog.getByText(t('accounts.holder_changed', { name })));
    await expectWhole(page, language);
    await dialog.getByRole('button', { name: t('accounts.holder_changed_go', { name }) }).click();
    await titled(page, name);
    // What opens nothing shows nobody's page.
    await second.goto(`${origin}/in#hansa_link_${'x'.repeat(43)}`);
    await seen(second.getByText(t('expos.in_opens_nothing')));
    await expect.poll(() => second.getByRole('heading', { name }).count()).toBe(0);
    await second.getByRole('button', { name: t('expos.in_other_open', { name }) }).click();
    await titled(second, name);
    await second.close();
  });
});
