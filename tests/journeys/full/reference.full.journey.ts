// A list of ties from elsewhere: imported with its faults told, opened to everybody, a tie of it taken into a register, and all of it taken back.
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { expectWhole } from '../page-check.ts';
import { ask } from '../prepare.ts';
import { escaped, mainLanguages, openReader, seen, stagesOf, titled, toast, type Reader } from '../reader.ts';
import { hasOwnWorld } from '../own-world.ts';

/** Tells the sets of this run from those of another on the same world. */
const run = Date.now() % 100_000;

/** What each language's list is called, and the partner that no register of the demo world holds. */
const lists = {
  en: { name: `Harbours of the world ${run}`, partner: 'Naples', shown: 'Naples', country: 'Itally' },
  'zh-Hans': { name: `世界港口城市友城${run}`, partner: 'Genoa', shown: '热那亚', country: 'Itally' },
} as const;

/** A doubled tie, a city tied to itself, a misspelt country, and a Springfield of which there are many. */
const table = (partner: string, country: string): Buffer =>
  Buffer.from(
    [
      'City,Country,Partner,Partner country,Since',
      'Liverpool,United Kingdom,Shanghai,China,1999-10-18',
      'Shanghai,China,Liverpool,United Kingdom,1999',
      'Liverpool,United Kingdom,Liverpool,United Kingdom,',
      `Liverpool,United Kingdom,${partner},${country},2001`,
      'Springfield,United States,Rochdale,United Kingdom,',
    ].join('\n'),
  );

hasOwnWorld();

describe.each(mainLanguages)('in %s', (language) => {
  const list = lists[language];
  let register: Reader;
  let officer: Reader;
  let reader: Reader;
  const stage = stagesOf(() => register);

  beforeAll(async () => {
    register = await openReader({ language, role: 'register' });
    officer = await openReader({ language, role: 'officer' });
    reader = await openReader({ language, width: 390 });
  });
  afterAll(async () => {
    for (const window of [register, officer, reader]) await window.close();
  });

  /** What the set lists beside the registers, on Liverpool's page. */
  const listed = ({ page }: Reader) => page.getByRole('region', { name: list.name, exact: true });
  const importFile = async (name: string): Promise<void> => {
    const { page, t } = register;
    await page
      .getByLabel(t('reference.choose_file'), { exact: true })
      .setInputFiles({ name, mimeType: 'text/csv', buffer: table(list.partner, list.country) });
    await page.getByRole('button', { name: t('reference.read_file'), exact: true }).click();
    // A guess of the columns is no decision.
    await page.getByRole('button', { name: t('reference.read_so'), exact: true }).click();
    await seen(page.getByRole('heading', { name: t('reference.preview') }));
  };

  stage('the register office says what the list is and where it is from', async () => {
    const { page, t } = register;
    await page.goto('/cities');
    await page.getByRole('link', { name: t('reference.sets'), exact: true }).click();
    await titled(page, t('reference.sets'));
    await expectWhole(page, 'the sets');
    await page.getByRole('link', { name: t('reference.new_set'), exact: true }).click();
    await page.getByRole('radio', { name: t('reference.known_other') }).check();
    await page
      .getByRole('textbox', { name: t('reference.set_name') })
      .first()
      .fill(list.name);
    await page.getByRole('textbox', { name: t('reference.credit'), exact: true }).fill('Harbour association');
    await page.getByRole('textbox', { name: t('reference.licence'), exact: true }).fill('CC BY 4.0');
    await page.getByRole('textbox', { name: t('evidence.title'), exact: true }).fill('List of the harbour association');
    await expectWhole(page, 'a new set');
    await page.getByRole('button', { name: t('reference.make_set') }).click();
    await page.waitForURL(/\/reference\/[^/]+\/import$/);
    await expectWhole(page, 'before a file is chosen');
  });

  stage('the file is read without changing anything; what is doubtful is told by kind, row by row, and as a table', async () => {
    const { page, t } = register;
    await importFile('harbours.csv');
    await seen(page.getByRole('button', { name: t('reference.import_count', { count: 3, number: '3' }) }));
    const kinds = page.getByRole('table', { name: t('reference.kinds_of_findings') });
    for (const kind of ['self_tie', 'listed_twice', 'country_misspelt', 'homonym'])
      await seen(kinds.getByRole('button', { name: t(`reference.kind_${kind}`), exact: true }));
    await page.getByText(t('reference.columns_as_read')).click();
    await expectWhole(page, 'the preview');
    await kinds.getByRole('button', { name: t('reference.kind_self_tie'), exact: true }).click();
    const findings = page.getByRole('table', { name: t('reference.findings'), exact: true });
    await expect.poll(() => findings.getByRole('row').count()).toBe(2);
    await seen(findings.getByRole('row', { name: new RegExp(`^4 .*${escaped(t('reference.outcome_left_out'))}`) }));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: t('reference.download_list_csv') }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.csv$/);
    await page.getByRole('button', { name: t('reference.all_kinds'), exact: true }).click();
  });

  stage('columns told otherwise in a second window are said, and what was chosen in the first one stays', async () => {
    const { page, context, t } = register;
    const importId = new URL(page.url()).searchParams.get('import') ?? '';
    const since = (window: typeof page) => window.getByLabel(t('design.column_taken_for', { column: 'Since' }), { exact: true });
    const readSo = (window: typeof page) => window.getByRole('button', { name: t('reference.read_so'), exact: true }).click();
    const readAnew = async (window: typeof page) => {
      const told = window.waitForResponse((reply) => reply.request().method() === 'PUT' && reply.url().includes(importId));
      await readSo(window);
      expect((await told).status()).toBe(200);
      const state = async () => (await ask<{ readonly state: string }>(context, `/reference-imports/${importId}`)).state;
      await expect.poll(state, { timeout: 30_000 }).toBe('previewed');
    };
    await since(page).selectOption('note');
    const second = await context.newPage();
    await second.goto(page.url());
    await second.getByText(t('reference.columns_as_read')).click();
    await since(second).selectOption('until');
    await readAnew(second);
    await second.close();
    await readSo(page);
    await seen(page.getByRole('alert').getByText(t('reference.columns_overtaken')));
    await expect.poll(() => since(page).inputValue()).toBe('note');
    await expectWhole(page, 'columns told otherwise meanwhile');
    await page.getByRole('button', { name: t('reference.as_it_is_now') }).click();
    await expect.poll(() => since(page).inputValue()).toBe('until');
    await since(page).selectOption('since');
    await readAnew(page);
    await page.reload();
  });

  stage('a person says which Springfield is meant, and the file is read again with the answer', async () => {
    const { page, t } = register;
    await seen(page.getByRole('row').filter({ hasText: 'Springfield, IL' }).filter({ hasText: 'Springfield, MA' }));
    await page.getByRole('button', { name: new RegExp(`${escaped(t('reference.which_is_meant'))}.*Springfield`) }).click();
    const question = page.getByRole('dialog');
    const places = question.getByRole('list', { name: t('reference.could_be') });
    await seen(places.getByRole('button').first());
    // No two are called alike, from the first moment on.
    const called = await places.getByRole('button').allInnerTexts();
    expect(called.length).toBeGreaterThan(5);
    expect(new Set(called).size).toBe(called.length);
    expect(called.join(' ')).toMatch(/MA.*IL|IL.*MA/);
    await expectWhole(page, 'the question which place is meant');
    await places.getByRole('button').first().click();
    await page.getByRole('button', { name: t('reference.read_with_answers') }).click();
    await seen(page.getByRole('button', { name: t('reference.import_count', { count: 3, number: '3' }) }));
    const homonyms = page.getByRole('button', { name: t('reference.kind_homonym'), exact: true });
    await expect.poll(() => homonyms.count()).toBe(0);
  });

  stage('it is imported, and the set is opened to everybody once it is told what becomes visible', async () => {
    const { page, t } = register;
    await page.getByRole('button', { name: t('reference.import_count', { count: 3, number: '3' }) }).click();
    await page.getByRole('link', { name: t('reference.see_ties') }).click();
    await titled(page, list.name);
    const ties = page.getByRole('table', { name: t('reference.ties') });
    await expect.poll(() => ties.getByRole('row').count()).toBe(4);
    await expectWhole(page, 'the set');
    await page.getByRole('button', { name: t('reference.open_set'), exact: true }).click();
    await expectWhole(page, 'the question whether to open the set');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('reference.open_set'), exact: true })
      .click();
    await seen(page.getByRole('button', { name: t('reference.close_set'), exact: true }));
  });

  stage('a reader sees on Liverpool’s page what the set lists beside the registers, and whose word it is', async () => {
    const { page, t } = reader;
    await page.goto('/cities/liverpool-gb');
    await seen(listed(reader).getByRole('link', { name: list.shown }));
    await seen(listed(reader).getByText('Harbour association'));
    await expect
      .poll(() =>
        listed(reader)
          .getByRole('button', { name: t('reference.take') })
          .count(),
      )
      .toBe(0);
    await expectWhole(page, 'a city with ties that a set lists');
    await page.goto('/ties/liverpool-gb--shanghai-cn');
    await seen(page.getByRole('region', { name: t('reference.listed_in') }).getByRole('link', { name: list.name }));
    await expectWhole(page, 'a tie that a set lists');
    expect(reader.faults).toEqual([]);
  });

  stage('the officer takes the tie into Liverpool’s register, and out of it again', async () => {
    const { page, t } = officer;
    await page.goto('/cities/liverpool-gb');
    const take = listed(officer).getByRole('button', { name: new RegExp(`${escaped(t('reference.take'))}.*${list.shown}`) });
    await take.click();
    await seen(toast(page).getByText(t('reference.taken', { count: 1 })));
    await seen(page.getByRole('region', { name: t('ties.ties'), exact: true }).getByRole('link', { name: list.shown }));
    // The first message and the first tie may still stand: answers themselves tell that it was undone and taken again.
    const answered = () =>
      page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.url().includes('/api/v1/') && answer.ok());
    const undone = answered();
    await toast(page)
      .getByRole('button', { name: t('design.undo') })
      .click();
    await undone;
    await seen(take);
    // Later, the way back is in the set's history, which says first what will happen.
    const takenAgain = answered();
    await take.click();
    await takenAgain;
    await seen(page.getByRole('region', { name: t('ties.ties'), exact: true }).getByRole('link', { name: list.shown }));
    await page.goto(new URL(register.page.url()).pathname);
    const taken = page.getByRole('region', { name: t('reference.takings') });
    await taken.getByRole('button', { name: t('reference.undo_taking') }).click();
    await seen(page.getByRole('dialog').getByText(t('reference.none_worked_on')));
    await expectWhole(page, 'the question whether what was taken over is to leave the register');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('reference.undo_taking_of', { count: 1 }) })
      .click();
    await seen(toast(page).getByText(t('reference.taking_is_undone')));
    await expect.poll(() => taken.getByRole('button').count()).toBe(0);
    expect(officer.faults).toEqual([]);
  });

  stage('the whole import is taken back: nobody finds anything of it any more', async () => {
    const { page, t } = register;
    await page
      .getByRole('list', { name: t('reference.imports') })
      .getByRole('link')
      .first()
      .click();
    await page.getByRole('button', { name: t('reference.undo_import'), exact: true }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('reference.undo_import'), exact: true })
      .click();
    await seen(page.getByText(t('reference.state_undone')));
    await reader.page.goto('/cities/liverpool-gb');
    await seen(reader.page.getByRole('region', { name: t('ties.ties'), exact: true }));
    await reader.page.waitForLoadState('networkidle');
    await expect.poll(() => listed(reader).count()).toBe(0);
  });
});
