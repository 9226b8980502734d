import { expect, test } from 'vitest';
import { fullTest } from '#platform/full-size.ts';
import { readWorkbook } from './read-workbook.ts';
import { writeWorkbook } from './write-workbook.ts';
import { zipOf } from './write-zip.ts';
import { claiming, sheetOf, workbookParts } from './zip-fixture.ts';

const answer = async (bytes: Uint8Array) => {
  const read = await readWorkbook(bytes);
  if (read.ok) return read.value.map((sheet) => ({ name: sheet.name, rows: sheet.rows.map((row) => [row.number, ...row.cells]) }));
  const problem = read.refusal.problems?.[0];
  return problem === undefined ? read.refusal.code : [...problem.path, problem.code];
};
const one = (rows: string): string => sheetOf(rows);

test('reads shared, inline, numeric, boolean and computed cells with their row numbers', async () => {
  const strings = '<sst><si><t>柏溪</t><rPh><t>はく</t></rPh><r><t xml:space="preserve"> 水务</t></r></si><si><t>a_x000A_b</t></si></sst>';
  const rows =
    '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="inlineStr"><is><t>x</t></is></c></row><row r="4"><c r="B4"><v>-2.5</v></c><c r="C4" t="b"><v>1</v></c><c r="D4" t="str"><f>A1</f><v>seen</v></c><c r="E4" t="s"><v>1</v></c><c r="F4" s="1"/></row><row r="5"/>';
  expect(await answer(zipOf(workbookParts(one(rows), [{ name: 'xl/sharedStrings.xml', content: strings }])))).toEqual([
    {
      name: 'Participants',
      rows: [
        [2, '柏溪 水务', '', 'x'],
        [4, '', -2.5, 'TRUE', 'seen', 'a\nb'],
      ],
    },
  ]);
});

test('what the product writes it reads, texts that look like escapes and formulas included', async () => {
  const rows = [['=1+1', -5, '_x000D_', ' 柏溪', '0012', 'a\nb']];
  expect(await answer(writeWorkbook([{ name: 'A', header: ['h'], rows }]))).toEqual([
    {
      name: 'A',
      rows: [
        [1, 'h'],
        [2, ...(rows[0] ?? [])],
      ],
    },
  ]);
});

test('refuses a bomb by its declared size, and by its real size where the directory lies', async () => {
  const bomb = zipOf(workbookParts(`${sheetOf('')}${' '.repeat(150_000_000)}`));
  const lying = claiming(bomb, 'xl/worksheets/sheet1.xml', 1000);
  expect(await answer(bomb)).toBe('files.zip_too_large');
  expect(['files.zip_damaged', 'files.workbook_damaged']).toContain(await answer(lying));
});

test('refuses an entity bomb', async () => {
  const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>${sheetOf('<row r="1"><c r="A1" t="str"><v>&b;</v></c></row>')}`;
  expect(await answer(zipOf(workbookParts(bomb)))).toBe('files.workbook_damaged');
});

test('refuses macros, external links, names that climb out and files that are no workbook', async () => {
  const more = (name: string) => zipOf(workbookParts(one(''), [{ name, content: 'x' }]));
  expect(await answer(more('xl/vbaProject.bin'))).toBe('files.workbook_has_macros');
  expect(await answer(more('xl/externalLinks/externalLink1.xml'))).toBe('files.workbook_has_links');
  expect(await answer(more('../../etc/cron.d/x'))).toBe('files.zip_damaged');
  expect(await answer(zipOf([{ name: 'a.txt', content: 'x' }]))).toBe('files.not_a_workbook');
  expect(await answer(new TextEncoder().encode('PK\u0003\u0004 nonsense'))).toBe('files.zip_damaged');
  expect(await answer(zipOf(Array.from({ length: 2001 }, (_, n) => ({ name: `${n}`, content: '' }))))).toBe('files.zip_too_many_entries');
});

fullTest('a sheet of very many rows (of all that there can be, at full size) is refused at the row where it becomes too long', async () => {
  let rows = '';
  for (let n = 1; n <= (process.env['HANSA_ROUNDS'] === undefined ? 110_000 : 1_048_576); n++)
    rows += `<row r="${n}"><c r="A${n}"><v>${(n * 7919) % 1000003}</v></c></row>`;
  const started = process.cpuUsage();
  expect(await answer(zipOf(workbookParts(one(rows))))).toEqual(['Participants', 100_001, 'A', 'files.too_many_rows']);
  const { user, system } = process.cpuUsage(started);
  expect(user + system, 'microseconds of the processor').toBeLessThan(10_000_000);
});

test('an error value, an endless text and a column too far are named with their cell', async () => {
  const cell = (c: string) => answer(zipOf(workbookParts(one(`<row r="3">${c}</row>`))));
  expect(await cell('<c r="B3" t="e"><v>#REF!</v></c>')).toEqual(['Participants', 3, 'B', 'files.cell_has_error']);
  expect(await cell(`<c r="B3" t="str"><v>${'y'.repeat(10_000_000)}</v></c>`)).toBe('files.zip_too_large');
  expect(await cell(`<c r="B3" t="str"><v>${Array.from({ length: 90_000 }, (_, n) => n).join()}</v></c>`)).toEqual([
    'Participants',
    3,
    'B',
    'files.cell_too_long',
  ]);
  expect(await cell('<c r="XFD3"><v>1</v></c>')).toEqual(['Participants', 3, 'XFD', 'files.too_many_columns']);
});

test.each(['99999999', '1048577', '3e9', '0', '-1', '1.5', 'x', ''])('refuses a row that states the number %j', async (number) => {
  const row = (r: string) => `<row r="${r}"><c t="str"><v>x</v></c></row>`;
  expect(await answer(zipOf(workbookParts(one(row(number)))))).toBe('files.workbook_damaged');
  expect(await answer(zipOf(workbookParts(one(row('7') + row('7')))))).toBe('files.workbook_damaged');
});

test('reads the last row that a spreadsheet has', async () => {
  const row = '<row r="1048576"><c r="A1048576" t="str"><v>x</v></c></row>';
  expect(await answer(zipOf(workbookParts(one(row))))).toEqual([{ name: 'Participants', rows: [[1_048_576, 'x']] }]);
});
