// A company without an account, on a phone: the organiser invites it, it opens its link, answers, and sees its agenda.
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { jpegOf } from '#modules/expos/domain/profile/picture-fixture.ts';
import { ask, dayFromNow, openEdition, planAndRelease } from './prepare.ts';
import { expectWhole } from './page-check.ts';
import { mainLanguages, openReader, origin, patternOf, seen, settled, stagesOf, titled, toast, type Reader } from './reader.ts';

interface Row {
  readonly id: string;
  readonly version: number;
}

interface Terms {
  readonly version: number;
  readonly figures: unknown;
  readonly state: unknown;
  readonly isPublic: unknown;
}

interface Mails {
  readonly entries: readonly { readonly recipient: string; readonly body: string }[];
}

describe.each(mainLanguages)('a company comes in by its letter, in %s', (language) => {
  let organiser: Reader;
  let company: Reader;
  let edition: { readonly id: string; readonly slug: string };
  const companies = new Map<string, Row>();
  const stage = stagesOf(() => company);
  beforeAll(async () => {
    organiser = await openReader({ language, role: 'organiser', width: 1280 });
    company = await openReader({ language, width: 390, zone: 'Asia/Shanghai' });
  });
  afterAll(() => Promise.all([organiser.close(), company.close()]));

  const written = (tag: string, words: string) => ({ [tag]: { text: words, origin: 'human' } });
  const named = (words: string) => written(language, words);
  const address = (code: string): string => `${code.toLowerCase()}.${language.toLowerCase()}@company.example`;

  /** The link in the newest letter to a company. */
  async function linkOf(code: string): Promise<string> {
    const { entries } = await ask<Mails>(organiser.context, '/demo/mail');
    const letter = entries.find(({ recipient }) => recipient === address(code));
    const link = /\S+\/in#\S+/.exec(letter?.body ?? '')?.[0];
    if (link === undefined) throw new Error(`no letter with a link went to ${code}`);
    return link.replace(/^https?:\/\/[^/]+/, origin);
  }

  stage('the organiser sees where everybody stands and every letter before it goes', async () => {
    const { page, t, context } = organiser;
    const day = dayFromNow(20);
    edition = await openEdition(context, { name: ['Letters of the harbour', '港湾信函'], firstDay: day });
    const at = `/editions/${edition.id}`;
    const { version } = await ask<Row>(context, at);
    const slots = [1, 2, 3, 4].map((hour) => ({ startsAt: `${day}T0${hour}:00:00Z`, endsAt: `${day}T0${hour}:30:00Z`, session: 1 }));
    await ask(context, `${at}/slots`, { method: 'PUT', version, data: { slots } });
    await ask(context, `${at}/tables`, { method: 'PUT', version: version + 1, data: { tables: [{ number: 1 }, { number: 2 }] } });
    for (const [code, role, name] of [
      ['E01', 'exhibitor', 'Qinglan Hotels'],
      ['B01', 'buyer', 'Cypress Water'],
      ['B02', 'buyer', 'Without Address'],
    ] as const) {
      const contacts = code === 'B02' ? [] : [{ surname: 'Shen', givenName: 'Yulan', email: address(code) }];
      // What one seeks in Chinese the other offers in English.
      const said =
        code === 'E01' ? { offer: written('en', 'Shore power') } : code === 'B02' ? { need: written('zh-Hans', '码头岸电') } : {};
      const data = { code, role, name: named(name), languages: ['en'], contacts, ...said };
      companies.set(code, await ask<Row>(context, `${at}/participants`, { method: 'POST', data }));
    }
    const [fromId, toId] = [companies.get('B01')?.id, companies.get('E01')?.id];
    await ask(context, `${at}/requests`, { method: 'POST', data: { requests: [{ fromId, toId, wish: 'must' }] } });
    await page.goto(`/editions/${edition.slug}/setup/letters`);
    await settled(page);
    const invite = page.getByRole('region', { name: t('expos.letters_invitation', { count: 2 }) });
    await expect.poll(() => invite.locator('.lettertexts > div').count()).toBe(2);
    await expectWhole(page, language);
    await invite.getByRole('button', { name: t('expos.letters_invitation', { count: 2 }) }).click();
    const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
    await dialog.getByRole('button', { name: t('expos.letters_invitation', { count: 2 }) }).click();
    await seen(toast(page).getByText(t('expos.letters_written', { count: 2 })));
    await seen(page.getByRole('button', { name: t('expos.letters_stop') }));
  });

  stage('the link opens the company’s place, and stays neither in the address nor in the history', async () => {
    const { page, t } = company;
    await page.goto(await linkOf('E01'));
    await titled(page, 'Qinglan Hotels');
    await settled(page);
    expect(new URL(page.url()).hash).toBe('');
    await seen(page.getByText(t('expos.in_waiting', { count: 1 })));
    await expectWhole(page, language);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  });

  stage('it confirms its entry and says when it can meet', async () => {
    const { page, t } = company;
    await page.getByRole('button', { name: t('expos.in_profile_right') }).click();
    await seen(toast(page).getByText(t('expos.in_profile_saved')));
    const times = page.getByRole('region', { name: t('expos.in_times') });
    const cells = times.locator('td button');
    for (const at of [0, 1, 2]) await cells.nth(at).click();
    await cells.nth(0).click();
    await times.getByRole('button', { name: t('expos.in_times_save', { count: 3 }) }).click();
    await seen(toast(page).getByText(t('expos.in_times_saved')));
    await seen(times.getByText(t('expos.in_unsaid_free', { count: 1 })));
  });

  stage.atFullSize(
    'it shows a picture of what it makes, and says what it is; a file that is none is refused where it was chosen',
    async () => {
      const { page, t } = company;
      const files = page.getByRole('region', { name: t('expos.files_title') });
      const choose = (name: string, mimeType: string, bytes: Uint8Array) =>
        files.locator('input[type=file]').setInputFiles({ name, mimeType, buffer: Buffer.from(bytes) });
      await choose('words.png', 'image/png', Buffer.from('no picture'));
      await seen(files.getByText(t('expos.profile_file_kind')));
      await choose('pump.jpg', 'image/jpeg', jpegOf({ note: 'taken in Liverpool' }));
      await seen(toast(page).getByText(t('expos.file_added', { name: 'pump.jpg' })));
      // What is left of it is a picture that a browser draws.
      await expect.poll(() => files.locator('img').evaluate((img) => (img instanceof HTMLImageElement ? img.naturalWidth : 0))).toBe(1);
      await files.getByRole('button', { name: t('expos.file_describe') }).click();
      const dialog = page.getByRole('dialog');
      await dialog.locator(`[name="words.${language}"]`).fill('Qinglan pump');
      await dialog.getByRole('button', { name: t('expos.save'), exact: true }).click();
      await seen(files.getByRole('img', { name: 'Qinglan pump' }));
      await expectWhole(page, language);
    },
  );

  stage('it answers who asked for it with one press', async () => {
    const { page, t } = company;
    await page.getByRole('link', { name: t('expos.in_requests') }).click();
    await settled(page);
    // What was saved before may still be told of: its toast says nothing of this answer.
    const answered = page.waitForResponse((response) => response.url().endsWith('/answer') && response.ok());
    await page
      .getByRole('region', { name: t('meetings.requests_received') })
      .getByRole('button', { name: t('meetings.accept_of', { name: 'Cypress Water' }) })
      .click();
    await answered;
    await page.goto('/in');
    await seen(page.getByText(t('expos.in_waiting_none')));
  });

  stage('it sees whom to meet and why, asks with one tap and takes that back, and sets them aside and takes that back', async () => {
    const { page, t } = company;
    const whom = { name: 'Without Address' };
    const way = (key: 'ask_whom' | 'undo_whom' | 'not_for_us_whom') =>
      page.getByRole('button', { name: t(`meetings.suggest_${key}`, whom) });
    await page.getByRole('link', { name: t('meetings.suggest_title') }).click();
    await seen(page.locator('.bill').getByText('岸电').first());
    await expectWhole(page, language);
    await way('ask_whom').click();
    await seen(page.getByText(t('meetings.suggest_asked')));
    await way('undo_whom').click();
    await way('not_for_us_whom').click();
    await seen(page.getByText(t('meetings.suggest_untold')));
    await way('undo_whom').click();
    await seen(way('ask_whom'));
    await page.goto('/in');
  });

  stage('after the release a letter leads to its agenda, at a time at which it can', async () => {
    const { page } = company;
    await planAndRelease(organiser.context, edition.id);
    const path = `/editions/${edition.id}/participants/${companies.get('E01')?.id ?? ''}/agenda`;
    const { entries } = await ask<{ readonly entries: readonly { readonly startsAt: string }[] }>(company.context, path);
    expect(entries.map(({ startsAt }) => new Date(startsAt).getUTCHours())).toEqual([2]);
    // Weeks later, in a window opened anew: in the one that stands there another letter would be told first.
    await company.context.clearCookies();
    await page.goto('about:blank');
    await page.goto(await linkOf('E01'));
    await titled(page, 'Qinglan Hotels');
    await page.getByRole('link', { name: company.t('meetings.agenda'), exact: true }).click();
    await seen(page.getByText('Cypress Water').filter({ visible: true }));
  });

  stage.atFullSize('its agenda opens without a network and says from when it is; what is answered meanwhile is sent later', async () => {
    const { page, t, context } = company;
    const [fromId, toId] = [companies.get('B02')?.id, companies.get('E01')?.id];
    const at = `/editions/${edition.id}`;
    await ask(organiser.context, `${at}/requests`, { method: 'POST', data: { requests: [{ fromId, toId, wish: 'want' }] } });
    await expect
      .poll(() => page.evaluate('navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller !== null)'))
      .toBe(true);
    const agenda = page.url();
    await page.goto(`/editions/${edition.id}/my-requests`);
    const accept = page.getByRole('button', { name: t('meetings.accept_of', { name: 'Without Address' }) });
    await seen(accept);
    await context.setOffline(true);
    await page.goto(agenda);
    await seen(page.getByText('Cypress Water').filter({ visible: true }));
    await seen(page.getByText(new RegExp(patternOf(t('design.offline_banner')).source.slice(1, -1))));
    await expectWhole(page, language);
    await page.goto(`/editions/${edition.id}/my-requests`);
    await accept.click();
    await seen(page.getByText(t('design.kept_waiting', { count: 1 })));
    await page.reload();
    await seen(page.getByText(t('design.kept_waiting', { count: 1 })));
    await context.setOffline(false);
    interface Requests {
      readonly received: readonly { readonly from: { readonly code: string }; readonly answer: string | null }[];
    }
    const path = `${at}/my-requests?participantId=${toId ?? ''}`;
    const answers = async () => (await ask<Requests>(context, path)).received.map(({ from, answer }) => [from.code, answer]);
    await expect.poll(answers).toContainEqual(['B02', 'want']);
    await seen(page.getByText(t('meetings.we_accepted')));
    await expect.poll(() => page.getByText(t('design.kept_waiting', { count: 1 })).count()).toBe(0);
  });

  stage('a company that nobody invited registers, confirms its address and asks for its first meeting', async () => {
    const { page, t } = company;
    const at = `/editions/${edition.id}`;
    const { digest, version } = await ask<{ readonly digest: string; readonly version: number }>(organiser.context, `${at}/publication`);
    await ask(organiser.context, `${at}/publication`, { method: 'PUT', version, data: { digest } });
    const {
      figures: _figures,
      state: _state,
      isPublic: _public,
      ...terms
    } = await ask<Terms>(organiser.context, `${at}/registration-terms`);
    const data = { ...terms, version: undefined, approval: 'automatic' };
    await ask(organiser.context, `${at}/registration-terms`, { method: 'PUT', version: terms.version, data });
    await organiser.page.goto(`/editions/${edition.slug}/setup/registration`);
    await organiser.page.getByRole('button', { name: t('expos.reg_open'), exact: true }).click();
    await seen(toast(organiser.page).getByText(t('expos.reg_was_opened')));
    await company.context.clearCookies();
    await page.goto(`/editions/${edition.slug}/register`);
    await settled(page);
    await expectWhole(page, language);
    await page.locator('[name="role"][value="buyer"]').check();
    await page.locator(`[name="name.${language}"]`).fill('Unknown Harbour');
    await page.getByLabel(t('expos.country'), { exact: true }).fill('DE');
    await page.keyboard.press('Enter');
    await page.locator('[name="contact.surname"]').fill('Petersen');
    await page.locator('[name="contact.email"]').fill(address('U01'));
    await page.locator('[name="languages"]').selectOption('en');
    // What is missing is told at its field.
    await page.getByRole('button', { name: t('expos.reg_submit'), exact: true }).click();
    await seen(page.getByText(t('expos.consent_needed')).first());
    await page.locator('[name="consents.take_part"]').check();
    await page.getByRole('button', { name: t('expos.reg_submit'), exact: true }).click();
    await seen(page.getByText(t('expos.reg_written', { email: address('U01') })));
    const { entries } = await ask<Mails>(organiser.context, '/demo/mail');
    const link = /\S+(\/registration#\S+)/.exec(entries.find(({ recipient }) => recipient === address('U01'))?.body ?? '')?.[1];
    await page.goto(link ?? '/no-letter');
    await page.getByRole('button', { name: t('expos.reg_confirm') }).click();
    await page.getByRole('link', { name: t('expos.reg_to_place') }).click();
    await titled(page, 'Unknown Harbour');
    await page.getByRole('link', { name: t('expos.in_wishes') }).click();
    await page
      .getByRole('region', { name: t('meetings.ask_for') })
      .getByRole('button', { name: t('meetings.ask_want') })
      .first()
      .click();
    await seen(toast(page).getByText(patternOf(t('meetings.request_added', { from: '{{from}}', to: '{{to}}' }))));
    await seen(page.getByRole('region', { name: t('meetings.requests_made') }).getByText('Qinglan Hotels'));
  });

  stage('the organiser sees who has answered, and ends the links', async () => {
    const { page, t, context } = organiser;
    await page.goto(`/editions/${edition.slug}/setup/letters`);
    await settled(page);
    await seen(page.getByRole('button', { name: t('expos.letter_answered'), exact: true }));
    const data = {};
    const gone = await linkOf('E01');
    await company.page.goto(gone);
    await titled(company.page, 'Qinglan Hotels');
    const kept = () => company.page.evaluate("(localStorage.getItem('hansa.pocket') ?? '').includes('Qinglan Hotels')");
    await expect.poll(kept).toBe(true);
    await ask(context, `/editions/${edition.id}/addressees/${companies.get('E01')?.id ?? ''}/links/end`, { method: 'POST', data });
    // Of whoever may not see it any more this device keeps nothing.
    await company.page.goto('/in');
    await expect.poll(kept).toBe(false);
    await company.context.clearCookies();
    await company.page.goto('/');
    await company.page.goto(gone);
    await seen(company.page.getByText(company.t('expos.in_opens_nothing')));
    expect(company.faults).toEqual([]);
  });
});
