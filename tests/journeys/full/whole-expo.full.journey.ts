// An expo of 400 companies with 3,000 wishes from nothing to released agendas, through the pages: the file, the letters, the links, the plan, the release, the paper.
// What each step took by the clock is printed beside what is asked for on a quiet machine; nothing of it is asserted.
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { writeEditionFile } from '#modules/meetings/formats/edition-files.ts';
import { expoFile } from '../../fixtures/load/expo-file.ts';
import { expectWhole } from '../page-check.ts';
import { hasOwnWorld } from '../own-world.ts';
import { ask, dayFromNow } from '../prepare.ts';
import { mainLanguages, openReader, origin, patternOf, seen, settled, stagesOf, titled, toast, type Reader } from '../reader.ts';

const [companies, wishes, answering, byPage] = [400, 3000, 300, 3] as const;

interface Mails {
  readonly entries: readonly { readonly recipient: string; readonly body: string }[];
}
interface Directory {
  readonly entries: readonly { readonly participantId: string; readonly code: string }[];
  readonly nextCursor: string | null;
}

/** A sentence with whatever figures, among others. */
const within = (sentence: string): RegExp => new RegExp(patternOf(sentence).source.slice(1, -1));

hasOwnWorld();

describe.each(mainLanguages)('an expo of four hundred, in %s', (language) => {
  let organiser: Reader;
  let slug: string;
  let at: string;
  const links = new Map<string, string>();
  const times: string[] = [];
  const stage = stagesOf(() => organiser);
  beforeAll(async () => {
    organiser = await openReader({ language, role: 'organiser' });
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
  const firstDay = dayFromNow(20);
  const name = language === 'en' ? 'Expo of four hundred' : '四百家企业展会';
  const file = expoFile({ companies, wishes, days: 3, firstDay, seed: 1 }, { from: 9 * 60, slots: 16 });
  const address = (path: string): string => `/editions/${slug}${path}`;

  stage('is opened by the form', async () => {
    const { page, t, context } = organiser;
    await page.goto('/editions');
    await page.getByRole('link', { name: t('expos.open_edition') }).click();
    const written = (label: string) =>
      page.getByRole('group', { name: t(label) }).locator(`[lang="${language === 'en' ? 'en' : 'zh-Hans'}"]`);
    await written('expos.name').fill(name);
    await written('expos.venue').fill(language === 'en' ? 'Hall A' : 'A馆');
    await page.getByLabel(t('expos.first_day')).fill(firstDay);
    await page.getByLabel(t('expos.last_day')).fill(file.edition.lastDay);
    await page.getByLabel(t('expos.time_zone')).fill('Asia/Shanghai');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: t('expos.open_edition') }).click();
    await page.waitForURL(/\/editions\/[^/]+\/setup$/);
    slug = /editions\/([^/]+)/.exec(page.url())?.[1] ?? '';
    at = `/editions/${(await ask<{ readonly id: string }>(context, `/editions/${slug}`)).id}`;
  });

  stage('has its file read in after what it would do was seen', async () => {
    const { page, t } = organiser;
    const workbook = await writeEditionFile({ edition: file, format: 'xlsx', language, table: null });
    if (!workbook.ok) throw new Error(JSON.stringify(workbook.refusal));
    const { bytes, mediaType } = workbook.value;
    await page.goto(address('/work'));
    await page
      .getByRole('main')
      .getByRole('link', { name: t('meetings.import_action'), exact: true })
      .first()
      .click();
    await titled(page, t('meetings.import_title'));
    await timed('workbook looked at and read in', '≤ 5 s', async () => {
      await page
        .getByLabel(t('meetings.import_choose'))
        .setInputFiles({ name: 'expo.xlsx', mimeType: mediaType, buffer: Buffer.from(bytes) });
      await page.getByRole('button', { name: patternOf(t('meetings.import_read')) }).click();
      await seen(page.getByRole('status').filter({ hasText: within(t('meetings.import_done')) }));
    });
  });

  stage('invites everybody by letter', async () => {
    const { page, t, context } = organiser;
    await page.goto(address('/setup/letters'));
    const invite = page.getByRole('button', { name: t('expos.letters_invitation', { count: companies }) });
    await invite.click();
    const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
    await timed(`${companies} invitations`, 'no figure', async () => {
      await dialog.getByRole('button', { name: t('expos.letters_invitation', { count: companies }) }).click();
      await seen(toast(page).getByText(t('expos.letters_written', { count: companies })));
    });
    await expectWhole(page, 'letters to four hundred');
    const { entries } = await ask<Mails>(context, '/demo/mail');
    const codeOf = new Map(file.contacts.map(({ participant, email }) => [email ?? '', participant]));
    for (const { recipient, body } of entries) {
      const [code, link] = [codeOf.get(recipient), /\S+\/in#\S+/.exec(body)?.[0]];
      if (code !== undefined && link !== undefined && !links.has(code)) links.set(code, link.replace(/^https?:\/\/[^/]+/, origin));
    }
    expect(links.size).toBeGreaterThan(byPage);
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

  /** What the pages of a company ask for when it confirms its entry, says its times and answers every request: by its letter, else by the link printed for it. */
  async function answerAs({ participantId, code }: Directory['entries'][number]): Promise<void> {
    const printed = (): Promise<{ readonly address: string }> =>
      ask(organiser.context, `${at}/addressees/${participantId}/links`, { method: 'POST', data: {} });
    const token = (links.get(code) ?? (await printed()).address).split('#').at(-1) ?? '';
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
    const { page, context } = organiser;
    const { entries: before } = await ask<Mails>(context, '/demo/mail');
    const release = page.locator('#release').getByRole('button');
    const label = await release.innerText();
    await release.click();
    await timed('release with its letters', '≤ 5 s', async () => {
      await page.getByRole('dialog').getByRole('button', { name: label }).click();
      await page.waitForURL(/\/releases$/);
    });
    const known = new Set(before.map(({ recipient, body }) => `${recipient} ${body}`));
    const { entries } = await ask<Mails>(context, '/demo/mail');
    const told = entries.filter(({ recipient, body }) => !known.has(`${recipient} ${body}`));
    // The demonstration shows the newest letters alone: all of them are of the release.
    expect(told.length).toBe(entries.length);
    expect(told.every(({ recipient }) => recipient.endsWith('@company.example'))).toBe(true);
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
});
