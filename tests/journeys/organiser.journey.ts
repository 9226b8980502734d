// The organiser's main job on a real event, once in each language: from a file to everyone's agenda, and the edition as a file again.
import type { Download, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { eventsOf } from './calendar-file.ts';
import { ask, emptyForum, openEdition, realFile, type EditionFile } from './prepare.ts';
import { expectWhole } from './page-check.ts';
import {
  cellOfPair,
  escaped,
  fact,
  mainLanguages,
  openReader,
  patternOf,
  seen,
  signIn,
  stagesOf,
  titled,
  toast,
  type Reader,
} from './reader.ts';

/** What the preview of an import says: each count before and after. */
type Counts = Readonly<Record<string, readonly [string, string]>>;

describe.each(mainLanguages)('the organiser, in %s', (language) => {
  let reader: Reader;
  let event: EditionFile;
  let slug: string;
  let counts: Counts;
  let meetings: number;
  const stage = stagesOf(() => reader);
  beforeAll(async () => {
    reader = await openReader({ language });
  });
  afterAll(() => reader.close());

  const main = (): Locator => reader.page.getByRole('main');
  const tab = (name: string) => main().getByRole('navigation').getByRole('link', { name, exact: true }).click();
  const section = (name: string): Locator => reader.page.getByRole('region', { name: new RegExp(`^${escaped(name)}`) });

  async function choose(file: EditionFile): Promise<Counts> {
    const { page, t } = reader;
    await page.getByLabel(t('meetings.import_choose')).setInputFiles(file);
    const table = page.getByRole('table', { name: t('meetings.import_would') });
    await seen(table);
    const rows = await table.locator('tbody tr').all();
    const texts = await Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
    return Object.fromEntries(texts.map(([what = '', before = '', after = '']) => [what, [before, after]]));
  }

  async function saved(link: string): Promise<EditionFile> {
    const [download] = await Promise.all([reader.page.waitForEvent('download'), main().getByRole('link', { name: link }).click()]);
    return { name: download.suggestedFilename(), mimeType: 'application/octet-stream', buffer: await bytesOf(download) };
  }

  const cells = (): Locator => reader.page.locator('table.plan td[data-spot]:not(.blank):not(.shut)');

  stage('signs in by the form and first sees what needs a decision', async () => {
    const { page, t } = reader;
    await signIn(reader, 'organiser');
    const decisions = section(t('meetings.decisions'));
    await seen(decisions.getByRole('listitem'));
    // Each decision has one action.
    for (const entry of await decisions.getByRole('listitem').all()) await expect.poll(() => entry.getByRole('link').count()).toBe(1);
    // Everything is done there: the steps are folded.
    await section(t('meetings.steps')).locator('summary').click();
    await seen(section(t('meetings.steps')).getByRole('listitem'));
    await expect
      .poll(() =>
        page
          .getByRole('link', { name: t('meetings.plan_again'), exact: true })
          .first()
          .isVisible(),
      )
      .toBe(true);
  });

  if (language === 'en')
    stage('opens the edition that is still empty', async () => {
      const { page, t } = reader;
      const empty = await emptyForum(reader.context);
      slug = empty.slug;
      await section(t('meetings.other_editions'))
        .getByRole('link', { name: empty.name[language]?.text ?? '' })
        .click();
      await page.waitForURL(`/editions/${slug}/work`);
    });
  else
    stage('opens an edition of their own', async () => {
      const { page, t } = reader;
      await page.getByRole('link', { name: t('expos.editions'), exact: true }).click();
      await page.getByRole('link', { name: t('expos.open_edition') }).click();
      await page
        .getByRole('group', { name: t('expos.name') })
        .locator('[lang="zh-Hans"]')
        .fill('秋季对接会');
      await page
        .getByRole('group', { name: t('expos.venue') })
        .locator('[lang="zh-Hans"]')
        .fill('上海·论坛B馆');
      await page.getByLabel(t('expos.first_day')).fill('2027-11-05');
      await page.getByLabel(t('expos.time_zone')).fill('Asia/Shanghai');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: t('expos.open_edition') }).click();
      await page.waitForURL(/\/editions\/[^/]+\/setup$/);
      slug = /editions\/([^/]+)/.exec(page.url())?.[1] ?? '';
      await page.getByRole('link', { name: '秋季对接会' }).click();
      await titled(page, '秋季对接会');
    });

  stage('reads in the file, after seeing what it would do', async () => {
    const { page, t } = reader;
    event = await realFile(reader.context);
    await seen(main().getByText(t('meetings.work_nothing')));
    await main()
      .getByRole('link', { name: t('meetings.import_action'), exact: true })
      .first()
      .click();
    await titled(page, t('meetings.import_title'));
    counts = await choose(event);
    const [participants, requests] = [counts[t('meetings.count_participants')], counts[t('meetings.count_requests')]];
    expect(participants?.[0]).toBe('0');
    if (event.name === 'forum-13.original.dzn')
      expect(counts).toEqual({
        [t('meetings.count_participants')]: ['0', '70'],
        [t('meetings.count_requests')]: ['0', '154'],
        [t('meetings.count_meetings')]: ['0', '154'],
        [t('meetings.count_slots')]: ['0', '21'],
        [t('meetings.count_tables')]: ['0', '14'],
      });
    await expectWhole(page, 'the preview of the import');
    const read = { participants: Number(participants?.[1]), requests: Number(requests?.[1]) };
    await page.getByRole('button', { name: t('meetings.import_read', read) }).click();
    await seen(page.getByRole('status').filter({ hasText: t('meetings.import_done', read) }));
  });

  stage('plans, sees the search go on, and the result in one sentence', async () => {
    const { page, t } = reader;
    await main()
      .getByRole('link', { name: t('meetings.plan_first'), exact: true })
      .last()
      .click();
    await page.getByRole('radio', { name: /^5/ }).first().check();
    await main()
      .getByRole('button', { name: t('meetings.plan_action'), exact: true })
      .dblclick(); // the second click is part of the first
    await seen(section(t('meetings.search')).getByRole('progressbar'));
    await expectWhole(page, 'the search');
    // Whoever has seen enough keeps the best so far; the search may have ended by itself in the same moment.
    const enough = section(t('meetings.search')).getByRole('button', { name: t('meetings.stop_and_keep') });
    await enough.click({ timeout: 5000 }).catch(() => undefined);
    await seen(section(t('meetings.result')));
    const sentence = await page.locator('p.lead').innerText();
    // The sentence before may say "7 of 7" of something else.
    const figures = patternOf(t('meetings.figures_placed', { of: t('meetings.n_of') })).source.slice(1, -1);
    const [, placed = '', wished = ''] =
      new RegExp(figures.replaceAll('(.+)', String.raw`(\d+)`)).exec(await page.locator('main').innerText()) ?? [];
    meetings = Number(placed);
    expect(sentence).toContain(placed);
    expect(counts[t('meetings.count_meetings')]?.[1]).toBe(wished);
    await expect.poll(() => cells().count()).toBe(meetings);
  });

  stage('moves a meeting although that carries a warning, by the keyboard, and takes it back', async () => {
    const { page, t } = reader;
    await speakTwoLanguages(reader, slug);
    await page.reload();
    await seen(page.locator('table.plan td.soft'));
    // Two may meet twice: one is taken whom the board shows once.
    const all = await page.locator('table.plan td.soft').all();
    const codes = await Promise.all(all.map(async (td) => (await td.locator('b').allInnerTexts()).join(' ')));
    const once = await Promise.all(codes.map(async (one) => one !== '' && (await cellOfPair(page, one).count()) === 1));
    const warned = all[once.indexOf(true)] ?? expect.fail('nobody is warned of');
    const pair = codes[once.indexOf(true)] ?? '';
    const spot = await warned.getAttribute('data-spot');
    await warned.focus();
    await page.keyboard.press('m');
    const dialog = page.getByRole('dialog');
    const withWarning = dialog.getByRole('table', { name: t('meetings.options_warn') }).locator('tbody tr');
    await seen(withWarning);
    await expectWhole(page, 'where a meeting could go');
    await withWarning.first().getByRole('button').press('Enter');
    await seen(toast(page).getByText(t('meetings.told_moved', { pair })));
    const at = cellOfPair(page, pair);
    await expect.poll(() => at.getAttribute('data-spot')).not.toBe(spot);
    // The reader stands where the meeting is now.
    await expect.poll(() => at.evaluate((td) => td === document.activeElement)).toBe(true);
    await toast(page)
      .getByRole('button', { name: t('design.undo') })
      .click();
    await seen(toast(page).getByText(t('design.undone')));
    await expect.poll(() => at.getAttribute('data-spot')).toBe(spot);
  });

  stage('pins a meeting', async () => {
    const { page, t } = reader;
    const cell = cells().first();
    await cell.focus();
    await page.keyboard.press('p');
    await expect.poll(() => cell.getAttribute('class')).toContain('pin');
    await expect.poll(() => cell.innerText()).toContain(t('design.pinned'));
  });

  stage('makes a conflict by hand, is refused the release with the reason, and solves it', async () => {
    const { page, t } = reader;
    const fine = page.locator('table.plan td[data-spot]:not(.blank):not(.shut):not(.pin):not(.soft):not(.own)').nth(3);
    const pair = (await fine.locator('b').allInnerTexts()).join(' ');
    await fine.focus();
    await page.keyboard.press('Enter');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('meetings.move'), exact: true })
      .click();
    const clash = page
      .getByRole('dialog')
      .getByRole('table', { name: t('meetings.options_clash') })
      .locator('tbody tr')
      .first();
    const foretold = await clash.locator('td').nth(1).innerText();
    await clash.getByRole('button').click();
    const box = page.locator('#release');
    await seen(box.getByText(t('meetings.release_refused')));
    // What stands in the way is what the dialog had said before.
    for (const reason of await box.locator('.reasons li').allInnerTexts()) expect(foretold).toContain(reason.replace(/^[\d:]+ /, ''));
    const refused = box.locator('button.btn');
    await expect.poll(() => refused.getAttribute('aria-disabled')).toBe('true');
    await refused.click({ force: true });
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    await expectWhole(page, 'a draft with a conflict');
    // Each conflict has one way on. The way out here: back to where it came from, which is free now.
    const conflicts = page.locator('#conflicts li').filter({ has: page.locator('.when.late') });
    for (const conflict of await conflicts.all()) await expect.poll(() => conflict.getByRole('button').count()).toBe(1);
    await page.getByRole('button', { name: t('meetings.move_pair', { pair }), exact: true }).click();
    await page
      .getByRole('dialog')
      .getByRole('table', { name: t('meetings.options_could') })
      .getByRole('button')
      .first()
      .click();
    await seen(box.getByText(t('meetings.release_ready')));
  });

  stage('releases it to everybody, once asked again', async () => {
    const { page, t } = reader;
    const release = page.locator('#release').getByRole('button');
    const label = await release.innerText();
    await release.click();
    const dialog = page.getByRole('dialog');
    await seen(dialog.getByText(t('meetings.release_text')));
    await expectWhole(page, 'the question before a release');
    await expect.poll(() => fact(dialog, t('meetings.release_meetings')).innerText()).toBe(String(meetings));
    const sent: string[] = [];
    page.on('request', (request) => void (request.url().endsWith('/release') && sent.push(request.url())));
    await dialog.getByRole('button', { name: label }).dblclick(); // the second click is part of the first
    await page.waitForURL(/\/releases$/);
    expect(sent).toHaveLength(1);
    await seen(page.getByRole('heading', { level: 2, name: new RegExp(`^${t('meetings.schedule_number', { number: 1 })}`) }));
  });

  stage('opens an agenda and takes its calendar along', async () => {
    const { page, t } = reader;
    await tab(t('meetings.agendas_title'));
    await page.getByLabel(t('meetings.search_participant')).fill('P02');
    await main().getByRole('table').getByRole('link', { name: /P02/ }).click();
    await page.waitForURL(/\/agendas\/P02$/);
    const rows = main()
      .locator('ol.dayrows > li')
      .filter({ hasNot: page.locator('.muted') });
    await seen(rows);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      main()
        .getByRole('link', { name: t('meetings.calendar_file') })
        .click(),
    ]);
    const events = eventsOf((await bytesOf(download)).toString('utf8'));
    expect(events.length).toBe(await rows.count());
    expect(events.length).toBeGreaterThan(0);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  });

  stage.atFullSize(
    'takes the edition along as a workbook and as tables; in another edition it reads in unchanged, and once more says that nothing changes',
    async () => {
      const { page, t } = reader;
      await page.goto(`/editions/${slug}/import`);
      const [workbook, tables] = [await saved(t('meetings.export_xlsx')), await saved(t('meetings.export_csv'))];
      const { firstDay, lastDay } = await ask<{ readonly firstDay: string; readonly lastDay: string }>(reader.context, `/editions/${slug}`);
      const other = await openEdition(reader.context, { name: [`Twin of ${language}`, `对照届${language}`], firstDay, lastDay });
      await page.goto(`/editions/${other.slug}/import`);
      expect(await choose(workbook)).toEqual(counts);
      await page.getByRole('button', { name: patternOf(t('meetings.import_read')) }).click();
      await seen(page.getByRole('status').filter({ hasText: new RegExp(patternOf(t('meetings.import_done')).source.slice(1, -1)) }));
      await page.getByLabel(t('meetings.import_choose')).setInputFiles(tables);
      await seen(page.getByRole('status').filter({ hasText: t('meetings.import_nothing') }));
      await expect
        .poll(() => page.getByRole('button', { name: patternOf(t('meetings.import_read')) }).count(), {
          message: 'there is nothing to read in',
        })
        .toBe(0);
      await expectWhole(page, 'a file that changes nothing');
      // And what it writes is what it has read.
      expect((await saved(t('meetings.export_csv'))).buffer.toString('utf8').split('\r\n').slice(3)).toEqual(
        tables.buffer.toString('utf8').split('\r\n').slice(3),
      );
      // A list that was copied from a sheet is looked at as a file of it would be.
      await main().getByText(t('meetings.import_paste')).click();
      await page.getByLabel(t('meetings.import_pasted')).fill('Company\tCountry\tOffers\nPasted Pumps\tGermany\tQuiet pumps\n');
      await page.getByRole('button', { name: t('meetings.import_pasted_read') }).click();
      await seen(page.getByRole('table', { name: t('meetings.import_would') }));
    },
  );

  stage('adds tables, which are saved at once', async () => {
    const { page, t } = reader;
    await page.goto(`/editions/${slug}/setup/places`);
    const tables = section(t('expos.tables'));
    const count = async (): Promise<number> => Number(await tables.locator('h2 .count').innerText());
    const before = await count();
    await tables.locator('summary', { hasText: t('expos.many_tables') }).click();
    await tables.getByLabel(t('expos.how_many')).fill('3');
    await tables.getByRole('button', { name: t('expos.add_tables'), exact: true }).click();
    await seen(toast(page).filter({ hasText: t('expos.tables_saved', { count: before + 3 }) }));
    await page.reload();
    await expect.poll(count).toBe(before + 3);
  });

  stage('types a time zone that there is not, which stays, marked, and holds the form back; a place chooses its own', async () => {
    const { page, t } = reader;
    await page.goto('/editions/new');
    const zone = page.getByRole('combobox', { name: t('expos.time_zone') });
    await expect.poll(() => zone.inputValue()).toContain('Asia/Shanghai');
    const unknown = t('design.pick_unknown', { typed: 'Ruritania' });
    await zone.fill('Ruritania');
    await zone.press('Tab');
    await seen(main().getByText(unknown));
    await main()
      .getByRole('button', { name: t('expos.open_edition') })
      .click();
    await seen(page.getByRole('alert').getByRole('link', { name: new RegExp(escaped(unknown)) }));
    await expect.poll(() => zone.inputValue()).toBe('Ruritania');
    await zone.press('Escape');
    await expect.poll(() => zone.inputValue()).toContain('Asia/Shanghai');
    for (const [typed, chosen] of [
      ['利物浦', 'Europe/London'],
      ['北京时间', 'Asia/Shanghai'],
    ] as const) {
      await zone.fill(typed);
      await zone.press('Tab');
      await expect.poll(() => zone.inputValue()).toContain(chosen);
    }
  });
});

async function bytesOf(download: Download): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

interface Grid {
  readonly participants: readonly { readonly id: string }[];
  readonly cells: readonly { readonly a: number; readonly b: number }[];
}

/**
 * The file knows no languages. Entered afterwards, two that differ, and no interpreter: the meeting carries a warning wherever it is put.
 * It is one of two who meet few others, so that there is somewhere to put it.
 */
async function speakTwoLanguages({ context }: Reader, slug: string): Promise<void> {
  const { id } = await ask<{ readonly id: string }>(context, `/editions/${slug}`);
  const { entries } = await ask<{ readonly entries: readonly { readonly id: string }[] }>(context, `/editions/${id}/plans`);
  const { participants, cells } = await ask<Grid>(context, `/editions/${id}/plans/${entries[0]?.id ?? ''}/grid`);
  const busy = ({ a, b }: Grid['cells'][number]): number =>
    cells.filter((other) => [a, b].some((one) => [other.a, other.b].includes(one))).length;
  const chosen = [...cells].sort((one, other) => busy(one) - busy(other))[0];
  if (chosen === undefined) throw new Error('the plan is empty');
  for (const [at, tag] of [[chosen.a, 'pt'] as const, [chosen.b, 'zh'] as const]) {
    const path = `/editions/${id}/participants/${participants[at]?.id ?? ''}`;
    const { version } = await ask<{ readonly version: number }>(context, path);
    await ask(context, path, { method: 'PATCH', data: { languages: [tag] }, version });
  }
}
