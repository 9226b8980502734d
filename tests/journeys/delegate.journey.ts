// The delegate's day on a phone, in both languages: whom to meet next, nobody there, how it went, and the calendar that follows.
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventsOf } from './calendar-file.ts';
import { ask, demoForum, editionOfToday } from './prepare.ts';
import { hasOwnWorld } from './own-world.ts';
import { expectWhole } from './page-check.ts';
import {
  fact,
  chineseFirst,
  fullSize,
  mainLanguages,
  openContext,
  openReader,
  origin,
  patternOf,
  seen,
  settled,
  signIn,
  stagesOf,
  titled,
  toast,
  type Reader,
} from './reader.ts';

const width = 390;

describe.each(chineseFirst)('the delegate before the forum, in %s', (language) => {
  let reader: Reader;
  const stage = stagesOf(() => reader);
  const next = (): Locator => reader.page.locator('section.next');
  beforeAll(async () => {
    reader = await openReader({ language, width, zone: 'Asia/Shanghai' });
  });
  afterAll(() => reader.close());

  interface Own {
    readonly edition: { readonly id: string };
    readonly participant: { readonly id: string };
  }

  /** The delegate's meetings of the forum as the API tells them now. */
  async function meetings(): Promise<readonly { readonly startsAt: string }[]> {
    const { context } = reader;
    const forum = await demoForum(context);
    const { entries } = await ask<{ readonly entries: readonly Own[] }>(context, '/my-agendas');
    const own = entries.find(({ edition }) => edition.id === forum.id);
    if (own === undefined) throw new Error('the delegate has no agenda of the forum');
    const path = `/editions/${forum.id}/participants/${own.participant.id}/agenda`;
    return (await ask<{ readonly entries: readonly { readonly startsAt: string }[] }>(context, path)).entries;
  }

  stage('signs in by the form and sees the next meeting: whom, where, when, why, and one button', async () => {
    const { page, t } = reader;
    await signIn(reader, 'delegate');
    await openForum(reader);
    await seen(next());
    for (const part of ['.clock', '.where', '.whom']) expect((await next().locator(part).innerText()).trim(), part).not.toBe('');
    await expect.poll(() => fact(next(), t('meetings.why')).innerText()).not.toBe('');
    const button = next().getByRole('button', { name: patternOf(t('meetings.absence_from')) });
    const box = await button.boundingBox();
    expect((box?.y ?? Infinity) + (box?.height ?? 0), 'the button is on the first screen').toBeLessThanOrEqual(844);
    expect(box?.height ?? 0, 'and large enough for a thumb').toBeGreaterThanOrEqual(44);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  });

  stage('takes it along on paper: from when until when, whom, where, in which language, and why', async () => {
    const { page } = reader;
    const rows = page.locator('.onlyprint .datatable tbody tr');
    await expect.poll(() => rows.first().isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    await seen(rows);
    await expect.poll(() => rows.count()).toBe((await meetings()).length);
    for (const row of await rows.all()) {
      const cells = (await row.locator('th, td').allInnerTexts()).map((words) => words.trim());
      expect(cells).toHaveLength(5);
      expect(cells[0]).toMatch(/\d\d:\d\d[–—]\d\d:\d\d$/);
      expect(cells).not.toContain('');
    }
    await expect.poll(() => page.locator('ol.dayrows').first().isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
  });

  stage('reads how long it still is, on the day', async () => {
    const { page } = reader;
    const first = Date.parse((await meetings())[0]?.startsAt ?? '');
    await page.clock.setFixedTime(first - 6 * 60_000);
    await page.reload();
    const relative = new Intl.RelativeTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', { numeric: 'auto' }).format(6, 'minute');
    await seen(next().locator('.clock').getByText(relative));
    // Each meeting of the day has its row.
    const rows = page.locator('ol.dayrows > li').filter({ hasNot: page.locator('.muted') });
    await expect.poll(() => rows.count()).toBe((await meetings()).length);
  });

  stage('reads when it can be reported that nobody is there, and cannot press it before', async () => {
    const { t, page } = reader;
    const soon = next().getByRole('button', { name: patternOf(t('meetings.absence_from')) });
    await expect.poll(() => soon.getAttribute('aria-disabled')).toBe('true');
    const first = Date.parse((await meetings())[0]?.startsAt ?? '');
    await page.clock.setFixedTime(first + 6 * 60_000);
    await page.reload();
    await seen(next().getByRole('button', { name: t('meetings.absence_report'), exact: true }));
    await page.clock.setFixedTime(first - 6 * 60_000);
    await page.reload();
  });

  stage('makes a calendar address that opens without a session, and revokes it', async () => {
    const { page, t } = reader;
    await page.getByRole('button', { name: t('meetings.feed_create') }).click();
    const address = await page.locator('code.mail').innerText();
    expect(address).toMatch(/^http.*\/feeds\/[\w-]{43}\.ics\?lang=[\w-]+$/);
    const opened = await fetch(address);
    expect([opened.status, opened.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    const events = eventsOf(await opened.text());
    // The lead may agree on a meeting for this company at the same moment: the file follows.
    await expect.poll(async () => eventsOf(await (await fetch(address)).text()).length - (await meetings()).length).toBe(0);
    expect(events[0]?.location).toMatch(language === 'en' ? /^(Table|Stand) / : /^\S*(桌|展位)/);
    const revoke = page.getByRole('button', { name: t('meetings.feed_revoke') });
    await revoke.click();
    await expect.poll(() => revoke.count()).toBe(0);
    expect((await fetch(address)).status).toBe(404);
  });

  stage('without a network stays in the product, and what was read before is a step back', async () => {
    const { page, context, t } = reader;
    await settled(page);
    const title = await page.getByRole('heading', { level: 1 }).innerText();
    await context.setOffline(true);
    await page
      .getByRole('navigation', { name: t('design.main_navigation') })
      .getByRole('link', { name: t('expos.editions') })
      .click();
    await seen(page.getByRole('main').getByText(t('design.offline')));
    await page.goBack();
    await seen(page.getByRole('heading', { level: 1, name: title }));
    await seen(next());
    await context.setOffline(false);
  });

  stage('goes elsewhere and back', async () => {
    const { page, t } = reader;
    const home = page.url();
    await page
      .getByRole('navigation', { name: t('design.main_navigation') })
      .getByRole('link', { name: t('expos.editions') })
      .click();
    await titled(page, t('expos.editions'));
    await page.getByRole('main').getByRole('table').getByRole('link').first().click();
    await page.waitForURL(/\/editions\/[^/]+$/);
    await page.goBack();
    await titled(page, t('expos.editions'));
    await page.goBack();
    await page.waitForURL(home);
    await seen(next());
  });
});

/** The agenda whose meeting is nearest opens by itself; another one is chosen below it. */
async function openAgenda({ page }: Reader, name: string): Promise<void> {
  await seen(page.locator('section.next, ol.dayrows'));
  const head = async (): Promise<string> => (await page.locator('.crumb, .title').allInnerTexts()).join(' ');
  if ((await head()).includes(name)) return;
  await page.getByRole('listitem').filter({ hasText: name }).getByRole('link').click();
  await expect.poll(head).toContain(name);
}

async function openForum(reader: Reader): Promise<void> {
  const forum = await demoForum(reader.context);
  await openAgenda(reader, forum.name[reader.language]?.text ?? '');
}

describe.runIf(fullSize)('the delegate at an event that is going on', () => {
  let slug: string;
  const prepare = async (): Promise<void> => {
    const [organiser, delegate] = [
      await openContext({ language: 'en', role: 'organiser' }),
      await openContext({ language: 'en', role: 'delegate' }),
    ];
    const { offices } = await ask<{ readonly offices: readonly { readonly id: string }[] }>(delegate.context, '/session');
    slug = (await editionOfToday(organiser.context, offices[0]?.id ?? '')).slug;
    await Promise.all([organiser.close(), delegate.close()]);
  };
  // Nothing can be planned into what has begun, so it was planned before.
  hasOwnWorld({ minutes: 150, prepare });

  describe.each(mainLanguages)('in %s', (language) => {
    let reader: Reader;
    const stage = stagesOf(() => reader);
    const next = (): Locator => reader.page.locator('section.next');
    beforeAll(async () => {
      reader = await openReader({ language, width, role: 'delegate' });
    });
    afterAll(() => reader.close());

    stage('chooses among two agendas', async () => {
      const { page, t } = reader;
      await page.goto('/');
      await openAgenda(reader, { en: 'Day of meetings', 'zh-Hans': '洽谈日' }[language]);
      await seen(next().getByText(t('meetings.now_running')));
    });

    stage('reports that nobody is there, takes it back at once, and again later', async () => {
      const { page, t } = reader;
      const stands = next()
        .getByRole('status')
        .getByText(t('meetings.absence_stands', { name: 'B02' }).split('B02')[1] ?? '');
      const report = next().getByRole('button', { name: t('meetings.absence_report') });
      await report.click();
      await seen(toast(page).getByText(t('meetings.absence_reported')));
      await seen(stands);
      await expectWhole(page, 'nobody is there');
      await toast(page)
        .getByRole('button', { name: t('design.undo') })
        .click();
      await seen(report);
      await report.click();
      await seen(stands);
      expect(await decisionsFor(slug)).toContain('absence');
      await next()
        .getByRole('button', { name: t('meetings.absence_withdraw') })
        .click();
      await seen(report);
      expect(await decisionsFor(slug)).not.toContain('absence');
    });

    stage('is missed by the organiser, who says so at the table on the board of the day, and takes it back', async () => {
      const organiser = await openReader({ language, role: 'organiser', width: 1280 });
      const { page, t } = organiser;
      await page.goto(`/editions/${slug}/day`);
      const board = page.getByRole('table', { name: t('meetings.day_tables') });
      await seen(board.getByRole('link', { name: /^B02/ }));
      await expectWhole(page, 'the board of the day');
      const press = board.getByRole('button', { name: t('meetings.queue_is_missing', { number: 'E01' }) });
      await press.click();
      await seen(board.getByText(t('meetings.day_side_missing')));
      await seen(page.getByRole('heading', { name: /E01/ }));
      await toast(page)
        .getByRole('button', { name: t('design.undo') })
        .click();
      await seen(press);
      expect(await decisionsFor(slug)).not.toContain('absence');
      await organiser.close();
    });

    stage('says in half a minute how the one before went', async () => {
      const { page, t } = reader;
      const row = page.locator('ol.dayrows > li').first();
      const [ask, name] =
        language === 'en' ? [t('meetings.how_was_it'), 'Offers by Monday'] : [t('meetings.change_feedback'), '周一前报价'];
      await row.getByRole('button', { name: ask }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(t('meetings.note')).fill(name);
      if (language === 'en') {
        // Saved too early, the form says what is missing and keeps what was entered.
        await dialog.getByRole('button', { name: t('meetings.feedback_save') }).click();
        await seen(dialog.getByRole('alert'));
        await expectWhole(page, 'the feedback, refused');
        await expect.poll(() => dialog.getByLabel(t('meetings.note')).inputValue()).toBe(name);
      }
      await dialog.getByRole('radio', { name: t('meetings.result_go_on') }).check();
      await dialog.getByRole('radio', { name: t('meetings.next_step_we_offer') }).check();
      await dialog.getByRole('button', { name: t('meetings.feedback_save') }).click();
      await seen(toast(page).getByText(t('meetings.feedback_saved')));
      await seen(row.getByText(t('meetings.state_met')));
      await row.getByRole('button', { name: t('meetings.change_feedback') }).click();
      await expect.poll(() => dialog.getByLabel(t('meetings.note')).inputValue()).toBe(name);
      await expect.poll(() => dialog.getByRole('radio', { name: t('meetings.result_go_on') }).isChecked()).toBe(true);
      await page.keyboard.press('Escape');
      await expect.poll(() => dialog.count()).toBe(0);
    });
  });
});

/** What waits for the organiser's decision, by kind. */
async function decisionsFor(slug: string): Promise<readonly string[]> {
  const { context, close } = await openContext({ language: 'en', role: 'organiser' });
  const { id } = await ask<{ readonly id: string }>(context, `/editions/${slug}`);
  const { entries } = await ask<{ readonly entries: readonly { readonly kind: string }[] }>(context, `/editions/${id}/decisions`);
  await close();
  return entries.map(({ kind }) => kind);
}

test('an address that nobody made opens nothing', async () => {
  expect((await fetch(`${origin}/feeds/${'x'.repeat(43)}.ics`)).status).toBe(404);
});
