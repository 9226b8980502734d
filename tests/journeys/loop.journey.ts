// The loop, closed: an officer sees what the month asks, pastes a register, records what was said and publishes it; the other side
// states it otherwise; a reader finds known, reported and unknown apart, and of what is private nothing at all.
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { figuresOf } from '#kernel/figures.ts';
import { readWorkbook } from '#platform/files/read-workbook.ts';
import { dates, sheetIn } from './loop-sheet.ts';
import { choose, cities, demo, nameSource, pasteInto, pounds, section, tieId, tiePath, told, whole, type Report } from './loop-telling.ts';
import { ask } from './prepare.ts';
import {
  escaped,
  fact,
  mainLanguages,
  openReader,
  overhear,
  patternOf,
  seen,
  settled,
  signIn,
  stagesOf,
  titled,
  toast,
  wordsIn,
  type Reader,
} from './reader.ts';
import { takesTurns } from './turns.ts';

takesTurns('desk of Liverpool');
describe.each(mainLanguages)('in %s', (language) => {
  const t = wordsIn(language);
  const own = told[language];
  const canary = own.canary;
  const sheet = sheetIn(language);
  let officer: Reader;
  let shanghai: Reader;
  let reader: Reader;
  let heardInShanghai: () => Promise<string>;
  let heardOutside: () => Promise<string>;
  let outcomePath = '';
  let current: Reader | undefined;
  const stage = stagesOf(() => current);

  beforeAll(async () => {
    officer = await openReader({ language });
    // Shanghai works in Chinese, whoever tells the story.
    shanghai = await openReader({ language: 'zh-Hans', role: 'shanghai', zone: 'Asia/Shanghai' });
    reader = await openReader({ language, width: 390 });
    heardInShanghai = overhear(shanghai);
    heardOutside = overhear(reader);
    current = officer;
  });
  afterAll(async () => {
    for (const one of [officer, shanghai, reader]) await one.close();
  });

  stage('the Liverpool officer signs in and sees what the month asks, above the grid of ties', async () => {
    const { page } = officer;
    await signIn(officer, 'officer');
    const columns = page.locator('.cols').first();
    const due = columns.locator('li', { hasText: demo.late[language] });
    await seen(due.getByText(t('desk.late'), { exact: true }));
    await seen(columns.getByText(demo.memorandum[language]));
    const visit = section(page, t('ties.visits')).getByRole('listitem').filter({ hasText: demo.visit[language] });
    await seen(visit.getByText(t('desk.turn_ours'), { exact: true }));
    const grid = page.getByRole('grid', { name: t('desk.grid_said', { count: 14 }) });
    await seen(grid.getByRole('link', { name: cities.shanghai[language], exact: true }));
    await whole(officer, 'the month above the grid');
    await page.goto('/desk?on=2019-10-01');
    const round = section(page, t('desk.in_month')).getByRole('listitem').filter({ hasText: cities.shanghai[language] });
    await seen(round.getByText(t('ties.years', { count: 20 })));
  });

  stage.atFullSize('ninety rows are pasted: each is understood or marked with what is asked of it', async () => {
    const { page } = officer;
    await page.goto('/desk');
    await seen(page.getByRole('grid', { name: t('desk.grid_said', { count: 14 }) }));
    await pasteInto(page, sheet.text);
    const dialog = page.getByRole('dialog', { name: t('desk.paste_ties') });
    await seen(dialog.getByText(t('desk.understood_of', { understood: 83, total: 90 })));
    const pasted = dialog.getByRole('table', { name: t('desk.rows_pasted') });
    const rows = pasted.locator('tbody tr');
    await expect.poll(() => rows.count()).toBe(90);
    for (const { read } of dates)
      for (const { city } of sheet.plain.filter(({ date }) => date.read === read).slice(0, 2)) {
        const row = rows.filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${escaped(city)}( \\(|（|$)`) }) });
        expect((await row.locator(`td[data-label="${t('ties.since')}"]`).innerText()).trim().split('\n')[0], city).toBe(read[language]);
      }
    const asked = await rows.and(dialog.locator('tr.flag')).allInnerTexts();
    expect(asked).toHaveLength(sheet.odd.length);
    for (const [at, { city, code }] of sheet.odd.entries()) {
      expect(asked[at]).toContain(city);
      const question = t(code).split('{{')[0] ?? '';
      expect(asked[at], code).toContain(question);
    }
    await whole(officer, 'the paste before it is kept');
    // What is suggested is put off, so that the grid asks it.
    const suggested = dialog.locator('.askings select, section[aria-labelledby=paste-changes] select');
    for (const choice of await suggested.all()) await choice.selectOption({ label: t('ties.decide_later') });
    await dialog.getByRole('button', { name: t('desk.keep_rows', { count: 83 }) }).click();
    await seen(page.getByText(t('desk.rows_kept', { count: 83 })));
    const grid = page.getByRole('grid', { name: t('desk.grid_said', { count: 97 }) });
    await seen(grid);
    for (const { city, date, note } of sheet.plain.slice(0, dates.length)) {
      const row = grid.getByRole('row').filter({ has: page.getByRole('link', { name: city, exact: true }) });
      await expect.poll(() => row.innerText()).toContain(note);
      if (date.copied !== '') await expect.poll(() => row.innerText()).toContain(date.read[language]);
    }
    for (const { city, since } of sheet.odd)
      await expect.poll(() => grid.locator('tr.flag', { hasText: since }).first().innerText()).toContain(city);
  });

  stage.atFullSize('one question is answered, and the whole paste is taken back', async () => {
    const { page } = officer;
    const yokohama = language === 'en' ? 'Yokohama (Japan)' : '横滨（日本）';
    await page.getByRole('button', { name: yokohama, exact: true }).click();
    await seen(page.getByText(t('desk.rows_kept', { count: 84 })));
    await seen(page.getByRole('grid', { name: t('desk.grid_said', { count: 98 }) }));
    await whole(officer, 'a paste with open rows in the grid');
    await page.getByRole('button', { name: t('desk.undo_paste'), exact: true }).click();
    const dialog = page.getByRole('dialog', { name: t('desk.undo_paste') });
    await dialog.getByRole('button', { name: t('desk.undo_paste_of', { count: 84 }) }).click();
    const grid = page.getByRole('grid', { name: t('desk.grid_said', { count: 14 }) });
    await seen(grid);
    await expect.poll(() => grid.locator('tbody tr').count()).toBe(14);
    await expect.poll(() => page.getByText(t('desk.undo_paste')).count()).toBe(0);
    await seen(page.getByText(t('desk.rows_taken_back', { count: 84 })));
    await page.getByRole('status').getByRole('button').click();
  });

  stage('the tie shows its memorandum with agreed items, visits both ways, and domains alive and empty', async () => {
    const { page } = officer;
    await page.getByRole('grid').getByRole('link', { name: cities.shanghai[language], exact: true }).click();
    await page.waitForURL(tiePath);
    await titled(page, t('ties.title_of', { first: cities.liverpool[language], second: cities.shanghai[language] }));
    const items = page.getByRole('table', { name: t('ties.items_of', { agreement: demo.memorandum[language] }) });
    await expect.poll(() => items.locator('tbody tr').count()).toBe(3);
    await seen(items.getByRole('button', { name: demo.late[language] }));
    const visits = section(page, t('ties.visits'));
    for (const city of Object.values(cities))
      await expect.poll(() => fact(visits, t('ties.visits_to', { city: city[language] })).innerText()).not.toBe(t('ties.none_entered'));
    await seen(fact(visits, t('ties.whose_turn')).getByText(cities.liverpool[language]));
    const domains = section(page, t('ties.domains'));
    const building = domains.getByRole('listitem').filter({ hasText: t('cities.domain_urban_transport') });
    await seen(building.getByText(patternOf(t('ties.domain_alive'))));
    await seen(
      domains
        .getByRole('listitem')
        .filter({ hasText: t('cities.domain_sport') })
        .getByText(t('ties.none_entered')),
    );
    await whole(officer, 'the tie as its officer sees it');
  });

  stage('a private note with its source stays with the office that enters it', async () => {
    const { page } = officer;
    await page.getByRole('button', { name: t('ties.enter_statement') }).click();
    const dialog = page.getByRole('dialog', { name: t('ties.enter_statement') });
    await dialog.getByLabel(t('ties.about'), { exact: true }).selectOption('note');
    await dialog.getByLabel(t('ties.note'), { exact: true }).fill(`${canary} is not for others`);
    await dialog.locator('[name="entries.0.saidBy"]').fill(`${canary} speaker`);
    await nameSource(dialog, t, { class: 'own_records', title: `${canary} minutes` });
    await dialog.locator('[name="entries.0.source.passage"]').fill(`${canary} passage`);
    await whole(officer, 'a statement while it is entered');
    await dialog.getByRole('button', { name: t('ties.save'), exact: true }).click();
    await seen(page.getByRole('table', { name: t('ties.attribute_note') }).getByText(`${canary} is not for others`));
    await dialog.waitFor({ state: 'detached' });
  });

  stage('what was said is refused with all its problems at once, then recorded as it was said', async () => {
    const { page } = officer;
    await section(page, t('outcomes.of_tie'))
      .getByRole('link', { name: t('outcomes.record') })
      .click();
    const form = page.getByRole('form', { name: t('outcomes.record') });
    await choose(form, t('outcomes.extent'), t('outcomes.extent_single'));
    await form.locator('[name="title.en"]').fill(own.title.en);
    await form.locator('[name="title.zh-Hans"]').fill(own.title['zh-Hans']);
    await form.locator('[name="entry.amount"]').fill(own.potential);
    await form.locator('[name="entry.currency"]').selectOption('');
    await form.getByText(t('outcomes.more'), { exact: true }).click();
    await form.locator('[name="parties.0.name"]').fill('Mersey Sensors (example)');
    await form.locator('[name="parties.0.share"]').fill('120 %');
    await form.locator('[name="parties.1.share"]').fill('5');
    await form.getByRole('button', { name: t('outcomes.save'), exact: true }).click();
    const problems = form.getByRole('alert');
    await seen(problems.getByText(t('design.problems', { count: 4 })));
    for (const code of ['outcomes.amount_without_currency', 'outcomes.share_above_whole', 'outcomes.party_is_one'])
      await expect.poll(() => problems.innerText()).toContain(t(code));
    await expect.poll(() => form.locator('[name="entry.amount"]').inputValue(), { message: 'what was entered stays' }).toBe(own.potential);
    await whole(officer, 'an outcome that was refused');
    await form.locator('[name="entry.currency"]').selectOption('GBP');
    await form.locator('[name="parties.0.share"]').fill('60');
    await form.locator('[name="parties.1.share"]').fill('');
    await form.locator('[name="occurred"]').fill(language === 'en' ? 'April 2019' : '2019年4月');
    await form.getByRole('button', { name: t('outcomes.save'), exact: true }).click();
    await page.waitForURL(/\/outcomes\/[0-9a-f-]{36}$/);
    outcomePath = new URL(page.url()).pathname;
    await titled(page, own.title[language]);
    await seen(page.getByText(pounds(own.potential, language, 'text')));
    await seen(page.getByText(t('design.assurance_reported')));
    await expect.poll(() => fact(page, t('outcomes.occurred')).innerText()).toMatch(/April 2019|2019年4月/);
  });

  stage('it is private until its officer has seen what becomes public and publishes it', async () => {
    const { page } = officer;
    await reader.page.goto(outcomePath);
    await seen(reader.page.getByRole('heading', { level: 1 }));
    await settled(reader.page);
    expect(await reader.page.locator('main').innerText()).not.toContain(own.title[language]);
    const audience = section(page, t('evidence.audience'));
    await audience.getByRole('button', { name: t('evidence.change_audience'), exact: true }).click();
    const dialog = page.getByRole('dialog', { name: t('evidence.who_may_read') });
    await choose(dialog, t('evidence.seen_by'), t('evidence.audience_public'));
    await seen(dialog.getByText(own.title[language]));
    await seen(dialog.getByText(pounds(own.potential, language, 'table')));
    await whole(officer, 'what becomes public, before it does');
    await dialog.getByRole('button', { name: t('evidence.decide_public'), exact: true }).click();
    await seen(audience.getByText(t('evidence.now_public')));
    await page.getByRole('button', { name: t('outcomes.add_entry'), exact: true }).click();
    const entry = page.getByRole('dialog', { name: t('outcomes.add_entry') });
    await choose(entry, t('outcomes.stage'), t('design.stage_signed'));
    await entry.locator('[name="amount"]').fill(own.signed);
    await entry.getByRole('button', { name: t('outcomes.add_entry'), exact: true }).click();
    await seen(entry.getByText(t('outcomes.entry_becomes_public')));
    await seen(entry.getByText(pounds(own.signed, language, 'text')));
    await whole(officer, 'an entry before it becomes public');
    await entry.getByRole('button', { name: t('outcomes.enter_public'), exact: true }).click();
    await seen(toast(page).getByText(t('outcomes.entry_added')));
    const signed = section(page, t('outcomes.by_stage'))
      .getByRole('row')
      .filter({ hasText: t('design.stage_signed') });
    await seen(signed.getByText(pounds(own.signed, language, 'table')));
    await whole(officer, 'an outcome as its office sees it');
    await reader.page.reload();
    await titled(reader.page, own.title[language]);
    await whole(reader, 'an outcome as everybody sees it');
  });

  stage('Shanghai’s officer sees it, states of the port what differs, looks at what becomes public, and publishes it', async () => {
    const { page, t: zh } = shanghai;
    current = shanghai;
    await page.goto(tiePath);
    await titled(page, zh('ties.title_of', { first: cities.shanghai['zh-Hans'], second: cities.liverpool['zh-Hans'] }));
    const came = page.getByRole('table', { name: zh('outcomes.of_tie') });
    await seen(came.getByRole('link', { name: own.title['zh-Hans'] }));
    await whole(shanghai, 'the tie as the other side sees it');
    await came.getByRole('link', { name: demo.port['zh-Hans'] }).click();
    await titled(page, demo.port['zh-Hans']);
    await page.getByRole('button', { name: zh('outcomes.enter_statement'), exact: true }).click();
    const dialog = page.getByRole('dialog', { name: zh('outcomes.enter_statement') });
    await dialog.locator('[name="entries.0.value"]').fill(own.port);
    await dialog.locator('[name="entries.0.value.currency"]').selectOption('GBP');
    await nameSource(dialog, zh, { class: 'official_publication', title: '港务年报（示例）' });
    await whole(shanghai, 'a differing statement while it is entered');
    await dialog.getByRole('button', { name: zh('outcomes.enter_statement'), exact: true }).click();
    await seen(toast(page).getByText(zh('outcomes.statement_entered')));
    const stated = page.getByRole('table', { name: zh('outcomes.stated_amount') });
    for (const amount of ['600000000', '300000000', own.port]) await seen(stated.getByText(pounds(amount, 'zh-Hans', 'text')));
    // Until it is published the reader has nothing of it, and its office sees before how everybody will read it.
    const portPath = new URL(page.url()).pathname;
    await reader.page.goto(portPath);
    const outside = reader.page.getByRole('table', { name: t('outcomes.stated_amount') });
    await seen(outside.getByText(pounds('600000000', language, 'text')));
    expect(await outside.innerText()).not.toContain(pounds(own.port, language, 'text'));
    const row = stated.getByRole('row').filter({ hasText: pounds(own.port, 'zh-Hans', 'text') });
    await row.getByRole('button', { name: zh('evidence.step_audience') }).click();
    const audience = page.getByRole('dialog', { name: zh('evidence.who_may_read') });
    await choose(audience, zh('evidence.seen_by'), zh('evidence.audience_public'));
    await seen(audience.getByText(zh('evidence.preview')));
    await seen(audience.getByText(pounds(own.port, 'zh-Hans', 'text')));
    await seen(audience.getByText('港务年报（示例）'));
    await whole(shanghai, 'a statement before it becomes public');
    await audience.getByRole('button', { name: zh('evidence.decide_public'), exact: true }).click();
    await audience.waitFor({ state: 'detached' });
    await expect.poll(() => row.getByRole('button', { name: zh('evidence.step_audience') }).count()).toBe(0);
    await whole(shanghai, 'the port with what differs');
    await reader.page.reload();
    await seen(outside.getByText(pounds(own.port, language, 'text')));
  });

  stage('a reader without an account finds the tie, however it is written', async () => {
    const { page } = reader;
    current = reader;
    await page.goto('/');
    for (const words of ['上海', 'shangahi', 'shang hai']) {
      await page.getByRole('search').getByRole('combobox').fill(words);
      await page.getByRole('button', { name: t('cities.search'), exact: true }).click();
      await page.waitForURL((url) => url.searchParams.get('q') === words);
      await seen(section(page, t('cities.kind_city')).getByRole('link', { name: cities.shanghai[language], exact: true }));
    }
    await whole(reader, 'what is called Shanghai');
    await section(page, t('cities.kind_city')).getByRole('link', { name: cities.shanghai[language], exact: true }).click();
    await titled(page, cities.shanghai[language]);
    await section(page, t('ties.ties')).getByRole('link', { name: cities.liverpool[language], exact: true }).click();
    await page.waitForURL(tiePath);
    await whole(reader, 'the tie as everybody sees it');
    await page.getByRole('link', { name: t('reports.report'), exact: true }).click();
    await page.waitForURL(`${tiePath}/report`);
    await titled(page, t('reports.head_report', { first: cities.liverpool[language], second: cities.shanghai[language] }));
    await whole(reader, 'the report of the tie');
  });

  stage('known, reported and unknown stand apart; £139 million is potential, reported by one side, with its source', async () => {
    const { page } = reader;
    for (const part of ['known', 'reported', 'unknown']) await seen(section(page, t(`reports.${part}`)).getByRole('listitem'));
    const lines = section(page, t('reports.reported')).getByRole('listitem');
    const deals = lines.filter({ has: page.getByRole('link', { name: demo.delegation[language], exact: true }) });
    await seen(deals.getByText(t('design.stage_potential')));
    await seen(deals.getByText(t('design.assurance_reported')));
    await deals.locator('summary', { hasText: pounds('139000000', language, 'text') }).click();
    await seen(deals.getByText(demo.forum[language]));
    expect(await section(page, t('reports.known')).innerText()).not.toContain(pounds('139000000', language, 'text'));
    await seen(
      section(page, t('reports.unknown')).getByText(
        t('reports.nobody_follow_up', { title: demo.delegation[language], stage: t('design.stage_potential') }),
      ),
    );
    const port = lines.filter({ has: page.getByRole('link', { name: demo.port[language], exact: true }) });
    const amounts = port.getByRole('table', { name: t('outcomes.stated_amount') });
    for (const amount of ['600000000', '300000000', own.port]) await seen(amounts.getByText(pounds(amount, language, 'text')));
    await whole(reader, 'a figure with its source open');
  });

  stage('a sum holds only what stands at one stage', async () => {
    const { page, context } = reader;
    const report = await ask<Report>(context, `${tiePath}/report`);
    const figures = new Map(
      report.entries.flatMap(({ outcome }) => (outcome === undefined ? [] : [[outcome.id, outcome.figures] as const])),
    );
    for (const { stage: at, amount, outcomes } of report.totals) {
      const parts = outcomes.map((id) => Number(figures.get(id)?.find((figure) => figure.stage === at)?.amount?.value));
      expect(Number(amount.value), at).toBe(parts.reduce((sum, part) => sum + part, 0));
    }
    const sums = page.getByRole('table', { name: t('reports.sums') }).locator('tbody tr');
    const with139 = sums.filter({ hasText: demo.delegation[language] });
    await expect.poll(() => with139.count()).toBe(1);
    await expect.poll(() => with139.getByRole('rowheader').innerText()).toContain(t('design.stage_potential'));
    const text = await page.locator('main').innerText();
    for (const style of ['text', 'table'] as const)
      expect(text).not.toContain(pounds(String(139_000_000 + Number(own.signed)), language, style));
  });

  stage('San Francisco and Shanghai: 1979 beside 28 January 1980, 300 beside more than 200', async () => {
    const { page } = reader;
    await page.goto('/ties/san-francisco-us--shanghai-cn/report');
    await titled(page, /./);
    await settled(page);
    const { flexDate, count, spelt } = figuresOf(language);
    const tableOf = (name: string) => page.getByRole('listitem').filter({ hasText: name }).getByRole('table');
    const begun = tableOf(t('reports.attribute_established'));
    for (const text of ['1979', '1980-01-28'])
      await seen(begun.getByRole('rowheader', { name: spelt(flexDate({ text, qualifier: 'exact' })), exact: true }));
    const projects = tableOf(t('reports.attribute_projects'));
    for (const figure of [count('300'), count('200', 'over')])
      await seen(projects.getByRole('rowheader', { name: spelt(figure), exact: true }));
    await whole(reader, 'two dates and two counts side by side');
  });

  stage.atFullSize('of the private note nobody else finds a word: by search, in lists, reports, files, on pages', async () => {
    for (const one of [reader, shanghai]) {
      const { page, t: words } = one;
      current = one;
      await page.goto(`/search?q=${canary}`);
      await seen(page.getByText(words('cities.nothing_called', { words: canary })));
      for (const path of [
        tiePath,
        `${tiePath}/report`,
        '/cities/liverpool-gb',
        '/cities/shanghai-cn',
        outcomePath,
        one === reader ? '/map' : '/desk',
      ]) {
        await page.goto(path);
        await settled(page);
        await seen(page.locator('h1'));
        expect(await page.locator('body').innerText(), path).not.toContain(canary);
      }
      for (const path of [
        '/ties?limit=200',
        `${tiePath}/report`,
        `${tiePath}/report/file?format=json`,
        `/statements?subjectKind=tie&subjectId=${await tieId(one)}&attribute=note`,
      ]) {
        const reply = await one.context.request.get(`/api/v1${path}`);
        expect(reply.status(), path).toBe(200);
        expect(await reply.text(), path).not.toContain(canary);
      }
      const file = await one.context.request.get(`/api/v1${tiePath}/report/file?format=xlsx`);
      const book = await readWorkbook(await file.body());
      expect(book.ok).toBe(true);
      expect(JSON.stringify(book)).toContain('139000000');
      expect(JSON.stringify(book)).not.toContain(canary);
    }
    // The search itself is the one place where the word was written.
    for (const heard of [heardOutside, heardInShanghai]) expect((await heard()).includes(`${canary} `)).toBe(false);
    current = officer;
    await officer.page.goto(tiePath);
    await seen(officer.page.getByRole('table', { name: t('ties.attribute_note') }).getByText(`${canary} is not for others`));
    for (const one of [shanghai, reader]) expect(one.faults).toEqual([]);
  });
});
