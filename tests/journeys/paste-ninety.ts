// An officer's own list of ninety, as it really looks, from the clipboard to a register in one paste: a person who knows the cities reads and
// answers every question, and afterwards every line is in the register or on the problem list with a reason.
import type { Download, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { readWorkbook } from '#platform/files/read-workbook.ts';
import { messySheet, odd } from './messy-sheet.ts';
import { pasteInto, whole } from './loop-telling.ts';
import { sidewaysOn } from './page-check.ts';
import { openReader, seen, stagesOf, wordsIn, type Language, type Reader } from './reader.ts';

/** What a person chooses who knows which city is meant; null where the answer that is suggested is right or nothing fits. */
async function choiceIn(select: Locator, sentence: string): Promise<string | null> {
  const known = odd.find(({ city, right }) => right !== null && sentence.includes(city));
  if (known?.right == null) return null;
  const { right } = known;
  const options = await select.locator('option').allInnerTexts();
  return options.find((option) => right.test(option)) ?? null;
}

async function bytesOf(download: Download): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return new Uint8Array(Buffer.concat(chunks));
}

/** The stages of it in one language, behind others in one file that has the whole desk of the officer (`own-world.ts`). */
export function pasteNinety(language: Language): void {
  const t = wordsIn(language);
  const { text, rows } = messySheet();
  let officer: Reader;
  let kept = 0;
  let atFirst = 0;
  const stage = stagesOf(() => officer);

  beforeAll(async () => {
    officer = await openReader({ language, role: 'officer' });
  });
  afterAll(() => officer.close());

  stage('ninety lines of a real list are pasted, every question is answered, and no line is lost', async () => {
    const { page } = officer;
    await page.goto('/desk');
    await seen(page.getByRole('grid'));
    const before = await page.getByRole('grid').locator('tbody tr').count();
    atFirst = before;
    const began = performance.now();
    let clicks = 0;
    await pasteInto(page, text);
    const dialog = page.getByRole('dialog', { name: t('desk.paste_ties') });
    const keep = dialog.getByRole('button', { name: new RegExp(t('desk.keep_rows', { count: 99 }).replace('99', String.raw`\d+`)) });
    await seen(keep);
    await whole(officer, 'what a messy list asks');
    // What was written stands beside what it is taken for, in whichever language it is read.
    const preview = dialog.locator('table', { hasText: t('desk.rows_pasted') });
    const told = (cell: string) => preview.getByText(t('desk.city_as_written', { cell }), { exact: true }).count();
    for (const cell of ['Bombay', 'Leningrad', ...(language === 'en' ? ['里昂'] : [])]) expect(await told(cell), cell).toBe(1);
    for (const cell of [language === 'en' ? 'Malmö' : '里昂', 'Springfield']) expect(await told(cell), cell).toBe(0);
    const asked = dialog.locator('.askings > li');
    const questions = await asked.count();
    let suggested = 0;
    for (const question of await asked.all()) {
      const select = question.getByRole('combobox');
      const sentence = await question.locator('label > span').innerText();
      if ((await question.getByText(t('desk.suggested'), { exact: true }).count()) > 0) suggested += 1;
      const chosen = await choiceIn(select, sentence);
      const shown = await select.locator('option:checked').innerText();
      if (chosen !== null && chosen !== shown) {
        await select.selectOption({ label: chosen });
        clicks += 1;
      } else if (chosen === null && shown === t('ties.decide_later')) {
        // Nobody knows it here: cousins are a class of their own, everything else stays on the list.
        const words = sentence.includes('cousins') ? t('desk.without_class') : /^(Leave out|整行不采用)/;
        await select.selectOption(await select.locator('option').filter({ hasText: words }).getAttribute('value'));
        clicks += 1;
      }
    }
    // What the list says otherwise than the register is taken from the list, in one press.
    const takeAll = dialog.getByRole('button', { name: t('desk.changes_take_all') });
    if ((await takeAll.count()) > 0) {
      await takeAll.click();
      clicks += 1;
    }
    await expect.poll(() => dialog.locator('.askings > li.open').count()).toBe(0);
    kept = Number(/\d+/.exec(await keep.innerText())?.[0]);
    await keep.click();
    await dialog.waitFor({ state: 'detached' });
    await seen(page.getByText(t('desk.rows_kept', { count: kept })));
    clicks += 1;
    const seconds = (performance.now() - began) / 1000;
    console.log(
      `${rows} lines of a messy sheet (${language}): ${kept} ties kept in ${seconds.toFixed(1)} s, ${questions} questions, ` +
        `${suggested} of them answered beforehand, ${clicks} clicks.`,
    );
    // The grid holds them, none of them asks anything any more, and the register is the longer by as many new ties.
    const grid = page.getByRole('grid');
    await expect.poll(() => grid.locator('tr.flag').count()).toBe(0);
    await expect.poll(() => grid.locator('tbody tr').count()).toBeGreaterThan(before + kept - 15);
    expect(questions).toBeLessThanOrEqual(18);
    // What the desk says of the open paste has room on a phone.
    const size = page.viewportSize() ?? { width: 1280, height: 800 };
    for (const width of [390, 320]) {
      await page.setViewportSize({ ...size, width });
      expect(await sidewaysOn(page), `${width} px`).toEqual([]);
    }
    await page.setViewportSize(size);
    expect(clicks).toBeLessThanOrEqual(12);
  });

  stage('each line that is not in the register as it was written stands on the problem list with its reason', async () => {
    const { page } = officer;
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: t('desk.problem_list') }).click()]);
    const read = await readWorkbook(await bytesOf(download));
    if (!read.ok) expect.fail('the problem list is no workbook');
    const [, ...listed] = read.value[0]?.rows.map(({ cells }) => cells.map(String)) ?? [];
    const lines = text.split('\r\n');
    const lineOf = (words: string): number => lines.findIndex((line) => line.includes(words)) + 1;
    const outcomes = (line: number): readonly string[] =>
      listed.filter(([row]) => Number(row) === line).map(([, , , outcome = '']) => outcome);
    for (const [, , problem = '', outcome = ''] of listed) expect([problem, outcome]).not.toContain('');
    for (const { city, country } of odd) expect(outcomes(lineOf(`${country}	${city}	`)), city).not.toEqual([]);
    for (const words of ['Asia & Pacific', 'Total: ', 'Bonn; Kiel', 'Dubai / Abu Dhabi', '奥胡斯'])
      expect(outcomes(lineOf(words)), words).not.toEqual([]);
    const plain = ['欧登塞', 'Baltimore, Maryland', 'Bombay', 'Richmond, Virginia'];
    for (const words of plain) expect(outcomes(lineOf(words)), words).toEqual([]);
  });

  stage('the same list pasted again asks nothing that was answered and changes nothing; then all of it is taken back', async () => {
    const { page } = officer;
    const before = await page.getByRole('grid').locator('tbody tr').count();
    await pasteInto(page, text);
    const dialog = page.getByRole('dialog', { name: t('desk.paste_ties') });
    const asked = dialog.locator('.askings > li');
    await seen(asked);
    // Classes, states and cities are remembered; what was left out is asked about again.
    const sentences = (await asked.locator('label > span').allInnerTexts()).join('\n');
    await expect.poll(() => dialog.getByRole('button', { name: t('desk.keep_rows', { count: 1 }) }).count()).toBe(0);
    for (const words of ['cousins', 'asleep', 'Springfield', 'Reykjavic', 'Yokosukka']) expect(sentences).not.toContain(words);
    await dialog.getByRole('button', { name: t('design.cancel'), exact: true }).click();
    await expect.poll(() => page.getByRole('grid').locator('tbody tr').count()).toBe(before);
    await page.getByRole('button', { name: t('desk.undo_paste'), exact: true }).click();
    const sure = page.getByRole('dialog', { name: t('desk.undo_paste') });
    await sure.getByRole('button', { name: t('desk.undo_paste_of', { count: kept }) }).click();
    await expect.poll(() => page.getByRole('grid').locator('tbody tr').count()).toBe(atFirst);
    expect(officer.faults).toEqual([]);
  });
}
