// Bad input, in both languages: everything that is wrong is told at once, in the reader's words and with its place; what was entered stays; nothing else changes.
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readWorkbook } from '#platform/files/read-workbook.ts';
import { writeWorkbook } from '#platform/files/write-workbook.ts';
import { metricsToken } from '../../platform/started.ts';
import { ask, demoForum, openEdition, realFile, type EditionFile } from '../prepare.ts';
import { expectWhole } from '../page-check.ts';
import { mainLanguages, openReader, origin, seen, stagesOf, titled, type Reader } from '../reader.ts';

const day = '2028-05-04';

interface Refusal {
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly { readonly path: readonly (string | number)[]; readonly code: string; readonly message: string }[];
}

interface Directory {
  readonly entries: readonly { readonly code: string; readonly participantId: string }[];
}

interface Mistake {
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
  readonly value: string;
}

const unreadable: readonly Mistake[] = [
  { sheet: 'Participants', row: 5, column: 'Role', value: 'Sponsor' },
  { sheet: 'Participants', row: 7, column: 'Meetings at once', value: 'two' },
  { sheet: 'Requests', row: 4, column: 'Wish', value: 'perhaps' },
];

const unsound: readonly Mistake[] = [
  { sheet: 'Slots', row: 3, column: 'Start', value: 'half past ten' },
  { sheet: 'Participants', row: 6, column: 'Languages', value: 'Klingonese' },
  { sheet: 'Participants', row: 9, column: 'Stand', value: 'Z-99' },
  { sheet: 'Requests', row: 4, column: 'From', value: 'E99' },
];

describe.each(mainLanguages)('in %s', (language) => {
  let reader: Reader;
  let edition: { readonly id: string; readonly slug: string };
  const stage = stagesOf(() => reader);
  const main = (): Locator => reader.page.getByRole('main');
  beforeAll(async () => {
    reader = await openReader({ language, role: 'organiser' });
    edition = await openEdition(reader.context, { name: ['Mistakes', '差错'], firstDay: day, lastDay: '2028-05-05' });
  });
  afterAll(() => reader.close());

  /** Chooses a file that is refused; answers its problems as the page lists them: sheet, row, column, sentence. */
  async function problemsIn(file: EditionFile): Promise<readonly (readonly string[])[]> {
    const { page, t } = reader;
    await page.goto(`/editions/${edition.slug}/import`);
    await page.getByLabel(t('meetings.import_choose')).setInputFiles(file);
    const alert = page.getByRole('alert');
    await seen(alert.getByText(t('meetings.import_nothing_changed')));
    await expect.poll(() => page.getByRole('button', { name: new RegExp(t('meetings.import_read').split('{{')[0] ?? '') }).count()).toBe(0);
    const rows = await main().getByRole('table').locator('tbody tr').all();
    await expectWhole(page, 'the problems of a file');
    return Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
  }

  const counts = async (): Promise<unknown> => (await ask<{ readonly counts: unknown }>(reader.context, `/editions/${edition.id}`)).counts;

  /** What the API says to the reader. */
  async function refusal(method: string, path: string, data: unknown, version?: number): Promise<Refusal & { readonly status: number }> {
    const reply = await reader.context.request.fetch(`/api/v1${path}`, {
      method,
      data,
      headers: { origin, 'accept-language': language, ...(version === undefined ? {} : { 'if-match': `"${version}"` }) },
    });
    return { status: reply.status(), ...((await reply.json()) as Refusal) };
  }

  const refuses = (what: string, mistakes: readonly Mistake[]): void =>
    stage(`a workbook ${what} is refused with sheet, row and column of each mistake, and nothing is read in`, async () => {
      const before = await counts();
      const problems = await problemsIn(await workbookWith(reader, mistakes));
      expect(problems.map(([sheet, row, column]) => [sheet, row, column])).toEqual(
        mistakes.map(({ sheet, row, column }) => [sheet, String(row), column]),
      );
      for (const [at, { value }] of mistakes.entries()) expect(problems[at]?.[3]).toContain(value);
      if (language === 'zh-Hans') for (const [, , , sentence] of problems) expect(sentence).toMatch(/\p{Script=Han}/u);
      expect(await counts()).toEqual(before);
    });
  refuses('with words and numbers that are not understood', unreadable);
  refuses('whose facts do not hold', unsound);

  stage(
    'a sheet of an organiser’s own making: what it is taken for is seen and changed, bad rows are left out and come back, wishes are asked for',
    async () => {
      const { page, t } = reader;
      const wild = writeWorkbook([
        {
          name: '参展商名单',
          header: ['编号 No.', '企业名称（中）', '国家 Country'],
          rows: [
            ['E1', '柏溪水务', '英国'],
            ['E2', '白杨玻璃', '火星'],
            ['合计', '', '2'],
          ],
        },
        {
          name: 'Tabelle2',
          header: ['Wer', 'Was'],
          rows: [
            ['北岸仓储', '采购商'],
            ['南湾零售', '采购商'],
          ],
        },
      ]);
      await page.goto(`/editions/${edition.slug}/import`);
      await page
        .getByLabel(t('meetings.import_choose'))
        .setInputFiles({ name: 'wild.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(wild) });
      const leave = page.getByRole('button', { name: t('meetings.rows_leave_out', { count: 1 }) });
      await seen(leave);
      const [saved] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: t('meetings.rows_file') }).click(),
      ]);
      expect(saved.suggestedFilename()).toBe('rows-to-mend.xlsx');
      await leave.click();
      const would = page.getByRole('table', { name: t('meetings.import_would') });
      await seen(would);
      await expect.poll(() => would.locator('tbody tr').first().locator('td').last().innerText()).toBe('1');
      await expectWhole(page, 'what is left out of a file');
      // The second sheet holds participants after all.
      await page.getByLabel(t('meetings.sheet_holds')).last().selectOption('buyers');
      await seen(page.getByText(t('meetings.import_nothing_changed')));
      await page.getByLabel(t('design.column_taken_for', { column: 'Wer' })).selectOption('name');
      await seen(would);
      await expect.poll(() => would.locator('tbody tr').first().locator('td').last().innerText()).toBe('3');
      await expect
        .poll(() =>
          page.getByRole('button', { name: t('meetings.import_read', { participants: 3, requests: 0 }) }).getAttribute('aria-disabled'),
        )
        .toBe('true');
      await page.getByLabel(t('meetings.import_without')).check();
      await expect
        .poll(() =>
          page.getByRole('button', { name: t('meetings.import_read', { participants: 3, requests: 0 }) }).getAttribute('aria-disabled'),
        )
        .toBe(null);
    },
  );

  stage('a broken planner’s file names line and column', async () => {
    const before = await counts();
    const { name, mimeType, buffer } = await realFile(reader.context);
    const lines = buffer.toString('utf8').split('\n');
    const at = lines.findIndex((line) => line.startsWith('requested')) + 1;
    lines[at] = (lines[at] ?? '').replace(/\d+/, 'many');
    const problems = await problemsIn({ name, mimeType, buffer: Buffer.from(lines.join('\n')) });
    expect(problems[0]?.slice(0, 2)).toEqual([name, String(at + 1)]);
    expect(Number(problems[0]?.[2])).toBeGreaterThan(0);
    expect(problems[0]?.[3]).toContain('many');
    expect(await counts()).toEqual(before);
  });

  stage('a file of another kind is refused in one sentence', async () => {
    const { page, t } = reader;
    await page.goto(`/editions/${edition.slug}/import`);
    const picture = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
    await page.getByLabel(t('meetings.import_choose')).setInputFiles({ name: 'people.xlsx', mimeType: 'image/png', buffer: picture });
    await seen(page.getByRole('alert').getByText(t('meetings.import_nothing_changed')));
    expect((await page.getByRole('alert').locator('b').innerText()).length).toBeGreaterThan(5);
  });

  stage('slots that overlap, end too early or are no times are told all at once, and the table stays as typed', async () => {
    const { page, t } = reader;
    await page.goto(`/editions/${edition.slug}/setup`);
    for (let slot = 0; slot < 4; slot += 1) await page.getByRole('button', { name: t('expos.add_slot') }).click();
    const field = (label: 'expos.slot_from' | 'expos.slot_until', number: number): Locator =>
      page.getByLabel(t('expos.of_slot', { label: t(label), number }), { exact: true });
    const typed = [
      ['09:00', '09:30'],
      ['09:15', '09:45'],
      ['10:00', '09:50'],
      ['noon', '11:00'],
    ] as const;
    for (const [at, [from, until]] of typed.entries()) {
      await field('expos.slot_from', at + 1).fill(from);
      await field('expos.slot_until', at + 1).fill(until);
    }
    await page.getByRole('button', { name: t('expos.save_slots') }).click();
    const alert = page.getByRole('alert');
    await seen(alert.getByText(t('design.problems', { count: 3 })));
    const told = await alert.getByRole('listitem').allInnerTexts();
    const wrong = [t('expos.slot_overlaps', { other: 1 }), t('expos.slot_ends_before_start'), t('expos.not_a_time')];
    expect(wrong.filter((sentence) => !told.some((line) => line.endsWith(sentence)))).toEqual([]);
    await expectWhole(page, 'slots that are refused');
    expect(await alert.evaluate((one) => one === document.activeElement), 'the list of problems is read out').toBe(true);
    for (const [at, [from, until]] of typed.entries())
      expect([await field('expos.slot_from', at + 1).inputValue(), await field('expos.slot_until', at + 1).inputValue()]).toEqual([
        from,
        until,
      ]);
    // Each problem leads to its field.
    await alert.getByRole('link', { name: t('expos.not_a_time') }).click();
    await expect.poll(() => field('expos.slot_from', 4).evaluate((one) => one === document.activeElement)).toBe(true);
  });

  stage('so are those that a program sends, also one outside the edition', async () => {
    const { version } = await ask<{ readonly version: number }>(reader.context, `/editions/${edition.id}`);
    const slot = (day: string, from: string, until: string) => ({
      startsAt: `${day}T${from}:00Z`,
      endsAt: `${day}T${until}:00Z`,
      session: 1,
    });
    const slots = [slot('2028-05-04', '01:00', '02:00'), slot('2028-05-04', '01:30', '02:30'), slot('2028-05-09', '01:00', '02:00')];
    const { status, errors = [] } = await refusal('PUT', `/editions/${edition.id}/slots`, { slots }, version);
    expect(status).toBe(422);
    expect(errors.map(({ path, code, message }) => [path[1], code, message]).sort()).toEqual([
      [1, 'expos.slot_overlaps', reader.t('expos.slot_overlaps', { other: 1 })],
      [2, 'expos.slot_outside_edition', reader.t('expos.slot_outside_edition')],
    ]);
  });

  stage('an edition without a venue, with too long a name and an end before its beginning: all told, all kept', async () => {
    const { page, t } = reader;
    await page.goto('/editions/new');
    const name = '长'.repeat(201);
    const field = (label: string): Locator => page.getByRole('group', { name: label, exact: true }).locator(`[lang="${language}"]`);
    await field(t('expos.name')).fill(name);
    await page.getByLabel(t('expos.first_day')).fill('2028-05-04');
    await page.getByLabel(t('expos.last_day')).fill('2028-05-01');
    await page.getByRole('button', { name: t('expos.open_edition') }).click();
    const alert = page.getByRole('alert');
    await seen(alert);
    await expect.poll(() => alert.getByRole('listitem').count()).toBeGreaterThanOrEqual(2);
    await expectWhole(page, 'an edition that is refused');
    await expect.poll(() => field(t('expos.name')).inputValue()).toBe(name);
    await expect.poll(() => page.getByLabel(t('expos.last_day')).inputValue()).toBe('2028-05-01');
  });

  stage('nobody can ask to meet themselves: the form does not offer it, the API refuses it', async () => {
    const { page, t } = reader;
    const forum = await demoForum(reader.context);
    await page.goto(`/editions/${forum.slug}/requests`);
    await page.getByRole('button', { name: t('meetings.request_add') }).click();
    const form = page.getByRole('form', { name: t('meetings.request_add') });
    const from = form.getByLabel(t('meetings.request_from'));
    await from.fill('e05');
    await form.getByRole('option', { name: /^E05 / }).click();
    const chosen = await from.inputValue();
    expect(chosen).toMatch(/^E05 /);
    await form.getByLabel(t('meetings.request_to')).fill('e05');
    await expect.poll(() => form.getByRole('option', { name: /^E05 / }).count()).toBe(0);
    await form.getByLabel(t('meetings.request_to')).fill('');
    await form.getByRole('button', { name: t('meetings.request_enter') }).click();
    await seen(form.getByRole('alert').getByRole('link', { name: t('meetings.request_to') }));
    await seen(form.getByText(t('meetings.choose_participant')));
    await expectWhole(page, 'a request that is refused');
    await expect.poll(() => form.getByLabel(t('meetings.request_from')).inputValue()).toBe(chosen);
    const directory = await ask<Directory>(reader.context, `/editions/${forum.id}/directory?limit=200`);
    const own = directory.entries.find(({ code }) => code === 'E05')?.participantId ?? '';
    const unknown = '01a21334-0000-7000-8000-000000000000';
    const wishes = [own, unknown].map((toId) => ({ fromId: own, toId, wish: 'must' }));
    const { errors = [] } = await refusal('POST', `/editions/${forum.id}/requests`, { requests: wishes });
    expect(errors.map(({ code, message }) => [code, message])).toEqual([
      ['meetings.request_to_oneself', t('meetings.request_to_oneself')],
      ['meetings.request_to_unknown', t('meetings.request_to_unknown')],
    ]);
  });

  stage('ten megabytes in a name and an unknown edition are refused in words', async () => {
    const { page, t } = reader;
    const { offices } = await ask<{ readonly offices: readonly { readonly id: string }[] }>(reader.context, '/session');
    const name = { en: { text: 'x'.repeat(10_000_000), origin: 'human' } };
    const long = await refusal('POST', '/organisations', { office: offices[0]?.id, name, country: 'CN' });
    expect([413, 422]).toContain(long.status);
    expect(long.detail).not.toBe('');
    if (language === 'zh-Hans') expect(long.detail).toMatch(/\p{Script=Han}/u);
    await page.goto('/editions/no-such-edition');
    await titled(page, t('design.lost_title'));
  });
});

/** The demo forum's workbook, on the edition's day, with mistakes in known places. */
async function workbookWith({ context }: Reader, mistakes: readonly Mistake[]): Promise<EditionFile> {
  const forum = await demoForum(context);
  const reply = await context.request.get(`/api/v1/editions/${forum.id}/export?format=xlsx&language=en`);
  const read = await readWorkbook(await reply.body());
  if (!read.ok) throw new Error('the export is no workbook');
  const sheets = read.value.map(({ name, rows: [head, ...rows] }) => ({
    name,
    header: (head?.cells ?? []).map(String),
    rows: rows.map(({ cells }) => cells.map((cell) => (String(cell).startsWith(forum.firstDay) ? day : cell))),
  }));
  for (const { sheet: name, row, column, value } of mistakes) {
    const sheet = sheets.find((one) => one.name === name);
    const cells = sheet?.rows[row - 2];
    const at = sheet?.header.indexOf(column) ?? -1;
    if (cells === undefined || at < 0) throw new Error(`the workbook has no column ${column} in a sheet ${name}`);
    while (cells.length < at) cells.push('');
    cells[at] = value;
  }
  return { name: 'broken.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(writeWorkbook(sheets)) };
}

test('a mistake of the reader is no fault of the server: none of it is an incident', async () => {
  const metrics = await (await fetch(`${origin}/metrics`, { headers: { authorization: `Bearer ${metricsToken}` } })).text();
  expect(metrics).toMatch(/^hansa_\w*fault\w* 0$/m);
});
