// An expo of 400 companies with 3,000 wishes, through the pages, from an empty database to the comparison with the edition after it: the first office, the
// organiser's, the file, the letters, the links, the plan, the release, the paper, the day at the door, how it went, the next edition.
// What each step took by the clock is printed beside what is asked for on a quiet machine; nothing of it is asserted.
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import type { EditionFile } from '#modules/meetings/domain/file/edition-file.ts';
import { writeEditionFile } from '#modules/meetings/formats/edition-files.ts';
import { expoFile } from '../../fixtures/load/expo-file.ts';
import { expectWhole } from '../page-check.ts';
import { hasEmptyWorld } from '../own-world.ts';
import { ask, dayFromNow } from '../prepare.ts';
import {
  mainLanguages,
  openReader,
  origin,
  patternOf,
  seen,
  settled,
  stagesOf,
  titled,
  toast,
  type Reader,
  type Words,
} from '../reader.ts';

const [companies, wishes, answering, byPage] = [400, 3000, 300, 3] as const;

interface Directory {
  readonly entries: readonly { readonly participantId: string; readonly code: string }[];
  readonly nextCursor: string | null;
}

/** A sentence with whatever figures, among others. */
const within = (sentence: string): RegExp => new RegExp(patternOf(sentence).source.slice(1, -1));

/** It is prepared while its first day is to come, and visited on its second. */
const daysBefore = 4;
const [again, newcomers] = [40, 10] as const;

describe.each(mainLanguages)('an expo of four hundred, in %s', (language) => {
  let organiser: Reader;
  let slug: string;
  let at: string;
  const links = new Map<string, string>();
  const times: string[] = [];
  const stage = stagesOf(() => organiser);
  const world = hasEmptyWorld(daysBefore);
  beforeAll(async () => {
    organiser = await openReader({ language });
  });
  afterAll(() => {
    console.log(`${companies} companies, ${wishes} wishes, in ${language}:\n${times.join('\n')}`);
    return organiser.close();
  });

  async function timed(what: string, asked: string, act: () => Promise<unknown>): Promise<void> {
    const began = performance.now();
    await act();
    times.push(`  ${what}: ${((performance.now() - began) / 1000).toFixed(1)} s (asked: ${asked})`);
  }
  const firstDay = dayFromNow(-1);
  const name = language === 'en' ? 'Expo of four hundred' : '四百家企业展会';
  const file = expoFile({ companies, wishes, days: 3, firstDay, seed: 1 }, { from: 9 * 60, slots: 16 });
  const address = (path: string): string => `/editions/${slug}${path}`;

  const written = (t: Words, label: string) =>
    organiser.page.getByRole('group', { name: t(label), exact: true }).locator(`[lang="${language === 'en' ? 'en' : 'zh-Hans'}"]`);
  const [operating, organising] = language === 'en' ? ['Harbour operations', 'Harbour Expo'] : ['港湾运维', '港湾博览会'];
  const operator = { name: 'Wen Li', email: 'wen@harbour.example', password: 'a quay with lanterns' };

  stage('begins where nobody works yet: whoever started the server sets up its first office, then the organiser’s', async () => {
    const { page, t } = organiser;
    await page.goto('/sign-in');
    await seen(page.getByText(t('accounts.not_begun')));
    await expectWhole(page, 'the sign-in page of an empty installation');
    const begin = () => /http\S+\/begin#\S+/.exec(world().printed())?.[0];
    await expect.poll(begin).toBeDefined();
    const address = begin() ?? '';
    await page.goto(address);
    await written(t, 'accounts.office_name').fill(operating);
    await page.getByLabel(t('accounts.begin_person')).fill(operator.name);
    await page.getByLabel(t('accounts.email')).fill(operator.email);
    await page.getByLabel(t('accounts.begin_password')).fill('short');
    await page.getByRole('button', { name: t('accounts.begin') }).click();
    await seen(page.getByRole('alert'));
    await expectWhole(page, 'the first office, refused');
    await page.getByLabel(t('accounts.begin_password')).fill(operator.password);
    await page.getByRole('button', { name: t('accounts.begin') }).click();
    await titled(page, t('accounts.offices'));
    await expectWhole(page, 'no office but the first');
    await page.getByRole('button', { name: t('accounts.found_office') }).click();
    await written(t, 'accounts.office_name').fill(organising);
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(t('accounts.short_name')).fill('harbour-expo');
    await dialog.getByRole('button', { name: t('accounts.found_office') }).click();
    await seen(toast(page).getByText(t('accounts.office_is_yours')));
    // The address has opened what it opens.
    const late = await openReader({ language });
    await late.page.goto(address);
    await seen(late.page.getByText(t('accounts.begin_used')));
    await expect.poll(() => late.page.getByRole('button', { name: t('accounts.begin') }).count()).toBe(0);
    await late.close();
  });

  /** Opens an edition of the expo by the form; its slug. */
  async function openEdition(title: string, days: { readonly first: string; readonly last: string }, isFirst: boolean): Promise<string> {
    const { page, t } = organiser;
    await page.goto('/editions/new');
    const name = written(t, 'expos.name');
    if (isFirst) {
      await page.getByRole('button', { name: t('expos.new_expo'), exact: true }).click();
      await written(t, 'expos.expo_name').fill(organising);
      await page
        .getByRole('dialog')
        .getByRole('button', { name: t('expos.save') })
        .click();
      await seen(toast(page).getByText(t('expos.expo_added')));
    } else await page.getByLabel(t('expos.expo'), { exact: true }).selectOption({ label: organising });
    await expect.poll(() => page.getByLabel(t('expos.organiser')).locator('option:checked').innerText()).toBe(organising);
    await name.fill(title);
    await written(t, 'expos.venue').fill(language === 'en' ? 'Hall A' : 'A馆');
    await page.getByLabel(t('expos.first_day')).fill(days.first);
    await page.getByLabel(t('expos.last_day')).fill(days.last);
    await page.getByLabel(t('expos.time_zone')).fill('Asia/Shanghai');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: t('expos.open_edition') }).click();
    await page.waitForURL(/\/editions\/[^/]+\/setup$/);
    return /editions\/([^/]+)/.exec(page.url())?.[1] ?? '';
  }

  stage('is opened by the form, as the first edition of its expo', async () => {
    const { page, t, context } = organiser;
    await page.goto('/');
    await page
      .getByRole('main')
      .getByRole('link', { name: t('expos.open_edition') })
      .click();
    slug = await openEdition(name, { first: firstDay, last: file.edition.lastDay }, true);
    at = `/editions/${(await ask<{ readonly id: string }>(context, `/editions/${slug}`)).id}`;
    await page.goto(address('/work'));
    await seen(page.getByRole('region', { name: t('meetings.steps') }).getByText(t('meetings.step_invite')));
    await expectWhole(page, 'an edition that nothing stands of');
  });

  /** Reads a workbook in on the page that is open, after what it would do was seen. */
  async function readIn(edition: EditionFile): Promise<void> {
    const { page, t } = organiser;
    const workbook = await writeEditionFile({ edition, format: 'xlsx', language, table: null });
    if (!workbook.ok) throw new Error(JSON.stringify(workbook.refusal));
    const { bytes, mediaType } = workbook.value;
    await page
      .getByLabel(t('meetings.import_choose'))
      .setInputFiles({ name: 'expo.xlsx', mimeType: mediaType, buffer: Buffer.from(bytes) });
    await page.getByRole('button', { name: patternOf(t('meetings.import_read')) }).click();
    await seen(page.getByRole('status').filter({ hasText: within(t('meetings.import_done')) }));
  }

  stage('has its file read in after what it would do was seen', async () => {
    const { page, t } = organiser;
    await page.goto(address('/work'));
    await page
      .getByRole('main')
      .getByRole('link', { name: t('meetings.import_action'), exact: true })
      .first()
      .click();
    await titled(page, t('meetings.import_title'));
    await timed('workbook looked at and read in', '≤ 5 s', () => readIn(file));
  });

  stage('invites everybody by letter', async () => {
    const { page, t } = organiser;
    await page.goto(address('/setup/letters'));
    const invite = page.getByRole('button', { name: t('expos.letters_invitation', { count: companies }) });
    await invite.click();
    const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
    await timed(`${companies} invitations`, 'no figure', async () => {
      await dialog.getByRole('button', { name: t('expos.letters_invitation', { count: companies }) }).click();
      await seen(toast(page).getByText(t('expos.letters_written', { count: companies })));
    });
    await expectWhole(page, 'letters to four hundred');
    const codeOf = new Map(file.contacts.map(({ participant, email }) => [email ?? '', participant]));
    await timed(`${companies} letters at the mail server`, 'no figure', () =>
      expect.poll(() => world().letters().length, { timeout: 280_000, interval: 1000 }).toBe(companies),
    );
    for (const { to, body } of world().letters()) {
      const [code, link] = [codeOf.get(to), /\S+\/in#\S+/.exec(body)?.[0]];
      if (code !== undefined && link !== undefined) links.set(code, link);
    }
    expect(links.size).toBe(companies);
  });

  stage('is answered by a few on their phones', async () => {
    for (const [code, link] of [...links].slice(0, byPage)) {
      const company = await openReader({ language, width: 390, zone: 'Asia/Shanghai' });
      const { page, t } = company;
      await page.goto(link);
      await titled(page, language === 'en' ? `Company ${code}` : `企业${code}`);
      await page.getByRole('button', { name: t('expos.in_profile_right') }).click();
      await seen(toast(page).getByText(t('expos.in_profile_saved')));
      await page.getByRole('link', { name: t('expos.in_requests') }).click();
      await settled(page);
      const accept = page
        .getByRole('region', { name: t('meetings.requests_received') })
        .getByRole('button', { name: patternOf(t('meetings.accept_of')) });
      const open = await accept.count();
      for (let left = open; left > 0; left -= 1) {
        const answered = page.waitForResponse((response) => response.url().endsWith('/answer') && response.ok());
        await accept.first().click();
        await answered;
        await expect.poll(() => accept.count()).toBeLessThan(left);
      }
      expect(company.faults).toEqual([]);
      await company.close();
    }
  });

  stage('is answered by three hundred through their links', async () => {
    const { context } = organiser;
    const everybody: Directory['entries'][number][] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const next: Directory = await ask(
        context,
        `${at}/directory?limit=200${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
      );
      everybody.push(...next.entries);
      cursor = next.nextCursor;
    }
    expect(everybody).toHaveLength(companies);
    const come = everybody.filter(({ code }) => ![...links.keys()].slice(0, byPage).includes(code)).slice(0, answering - byPage);
    await timed(`${come.length} answers through links`, 'no figure', async () => {
      const queue = [...come];
      const hand = async (): Promise<void> => {
        for (let one = queue.shift(); one !== undefined; one = queue.shift()) await answerAs(one);
      };
      await Promise.all(Array.from({ length: 8 }, hand));
    });
  });

  /** What the pages of a company ask for when it confirms its entry, says its times and answers every request by the link of its letter. */
  async function answerAs({ participantId, code }: Directory['entries'][number]): Promise<void> {
    const token = links.get(code)?.split('#').at(-1) ?? '';
    const send = async <T>(
      method: string,
      path: string,
      { data, version }: { readonly data?: unknown; readonly version?: number } = {},
    ): Promise<T> => {
      const headers = { origin, cookie: `hansa.link=${token}`, 'content-type': 'application/json' };
      const reply = await fetch(`${origin}${path}`, {
        method,
        headers: version === undefined ? headers : { ...headers, 'if-match': `"${version}"` },
        ...(data === undefined ? {} : { body: JSON.stringify(data) }),
      });
      if (!reply.ok) throw new Error(`${method} ${path} answered ${reply.status}: ${await reply.text()}`);
      return (reply.status === 204 ? null : await reply.json()) as T;
    };
    await send('POST', '/api/link', { data: { token } });
    const own = `/api/v1${at}/participants/${participantId}`;
    const { version } = await send<{ readonly version: number }>('GET', own);
    await send('PATCH', `${own}/profile`, { data: {}, version });
    const day = await send<{ readonly version: number; readonly slots: readonly { readonly id: string }[] }>(
      'GET',
      `/api/v1${at}/addressees/${participantId}/times`,
    );
    const said = day.slots.map(({ id }, n) => ({ slotId: id, says: n % 10 === 9 ? 'cannot' : 'can' }));
    await send('PUT', `/api/v1${at}/addressees/${participantId}/times`, { data: { said }, version: day.version });
    const { received } = await send<{ readonly received: readonly { readonly requestId: string; readonly answer: string | null }[] }>(
      'GET',
      `/api/v1${at}/my-requests?participantId=${participantId}`,
    );
    for (const [n, { requestId }] of received.filter(({ answer }) => answer === null).entries())
      await send('POST', `/api/v1${at}/requests/${requestId}/answer`, { data: { answer: n % 7 === 6 ? 'decline' : 'accept' } });
  }

  stage('is planned', async () => {
    const { page, t } = organiser;
    await page.goto(address('/plan'));
    await page.getByRole('radio', { name: /^5/ }).first().check();
    await timed('plan', '≤ 10 s', async () => {
      await page
        .getByRole('main')
        .getByRole('button', { name: t('meetings.plan_action'), exact: true })
        .click();
      await seen(page.getByRole('region', { name: t('meetings.result') }));
    });
    await seen(page.locator('table.plan td[data-spot]:not(.blank)'));
    await expectWhole(page, 'a draft of three thousand wishes');
  });

  stage('is released, and letters tell of it', async () => {
    const { page } = organiser;
    const before = world().letters().length;
    const release = page.locator('#release').getByRole('button');
    const label = await release.innerText();
    await release.click();
    await timed('release with its letters', '≤ 5 s', async () => {
      await page.getByRole('dialog').getByRole('button', { name: label }).click();
      await page.waitForURL(/\/releases$/);
    });
    // They leave two hundred a minute.
    await expect.poll(() => world().letters().length, { timeout: 240_000, interval: 1000 }).toBeGreaterThan(before + 100);
    expect(
      world()
        .letters()
        .slice(before)
        .every(({ to }) => to.endsWith('@company.example')),
    ).toBe(true);
  });

  stage('has all agendas on paper', async () => {
    const { page, t } = organiser;
    await page.goto(address('/paper'));
    const row = page.getByText(t('meetings.paper_about_agendas')).locator('xpath=ancestor::*[.//button][1]');
    await timed(`${companies} agendas as one PDF in both languages`, '≤ 30 s', async () => {
      const [download] = await Promise.all([
        page.waitForEvent('download', { timeout: 300_000 }),
        row.getByRole('button', { name: 'PDF' }).first().click(),
      ]);
      const bytes = await readFile(await download.path());
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
      expect(bytes.length).toBeGreaterThan(500_000);
    });
  });

  stage('checks in whoever comes on its second day', async () => {
    await world().comeToday();
    const { page, t, context } = organiser;
    await page.goto(address('/check-in'));
    for (const code of ['E0001', 'B0002']) {
      await page.getByLabel(t('meetings.door_who')).fill(code);
      await page.keyboard.press('Enter');
      await seen(page.getByText(within(t('meetings.door_arrived'))));
    }
    const here = async (): Promise<number> => {
      const { entries } = await ask<{ readonly entries: readonly { readonly state: string }[] }>(context, `${at}/check-ins`);
      return entries.filter(({ state }) => state === 'here').length;
    };
    await expect.poll(here).toBe(2);
    await expectWhole(page, 'the door on the second day');
  });

  stage('hears from a company on its phone how a meeting of its first day went', async () => {
    const { id } = await ask<{ readonly id: string }>(organiser.context, `/editions/${slug}`);
    const met = await firstToMeet();
    const company = await openReader({ language, width: 390, zone: 'Asia/Shanghai' });
    const { page, t } = company;
    await page.goto(links.get(met.code) ?? '');
    await titled(page, language === 'en' ? `Company ${met.code}` : `企业${met.code}`);
    await page.goto(`/my/${id}/${met.participantId}?day=${firstDay}`);
    await page
      .getByRole('button', { name: t('meetings.how_was_it') })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: t('meetings.result_go_on') }).check();
    await dialog.getByRole('radio', { name: t('meetings.next_step_we_offer') }).check();
    await dialog.getByRole('button', { name: t('meetings.feedback_save') }).click();
    await seen(toast(page).getByText(t('meetings.feedback_saved_yes')));
    expect(company.faults).toEqual([]);
    await company.close();
  });

  /** A company that had a meeting on the first day. */
  async function firstToMeet(): Promise<Directory['entries'][number]> {
    const { entries } = await ask<Directory>(organiser.context, `${at}/directory?limit=200`);
    for (const one of entries) {
      const agenda = await ask<{ readonly entries: readonly { readonly startsAt: string }[] }>(
        organiser.context,
        `${at}/participants/${one.participantId}/agenda`,
      );
      if (agenda.entries.some(({ startsAt }) => Date.parse(startsAt) < Date.parse(`${firstDay}T16:00:00Z`))) return one;
    }
    throw new Error('nobody met on the first day');
  }

  stage('has a next edition, which is compared with it', async () => {
    const { page, t } = organiser;
    const nextName = language === 'en' ? 'Expo of four hundred, the next' : '四百家企业展会（下一届）';
    const size = { companies: again + newcomers, wishes: 100, days: 1, firstDay: dayFromNow(300), seed: 2 };
    const next = expoFile(size, { from: 9 * 60, slots: 16 });
    const isNew = (code: string): boolean => code.startsWith('E') && Number(code.slice(1)) <= newcomers;
    const participants = next.participants.map((one) =>
      isNew(one.code) ? { ...one, name: { en: `Newcomer ${one.code}`, 'zh-Hans': `新企业${one.code}` } } : one,
    );
    const later = await openEdition(nextName, { first: next.edition.firstDay, last: next.edition.lastDay }, false);
    await page.goto(`/editions/${later}/import`);
    await readIn({ ...next, participants });
    await page.goto(`/editions/${later}`);
    await page
      .getByRole('link', { name: t('expos.compare_to') })
      .first()
      .click();
    await titled(page, t('expos.compare_title', { expo: organising }));
    const exhibitors = companies / 2;
    const came = (again + newcomers) / 2 - newcomers;
    const lead = { again: t('expos.exhibitor_count', { count: came }), gone: exhibitors - came, first: newcomers };
    await seen(page.getByText(t('expos.compare_lead', lead)));
    await expectWhole(page, 'two editions beside each other');
  });
});
