// T17: hostile workbooks and texts handed to all three imports, each in its thread: read rightly or refused with a reason, in bounds of time
// and memory, and the threads go on with the next file. `HANSA_FIGURES=1` prints what each took.
import { expect, test } from 'vitest';
import type { Result } from '#kernel/result.ts';
import { lookAtFile } from '#modules/meetings/formats/edition-files.ts';
import { headOf } from '#modules/reference/formats/reference-files.ts';
import { sheetLimits } from '#platform/files/sheets.ts';
import { openSheets } from '#platform/files/table-files.ts';
import { zipOf } from '#platform/files/write-zip.ts';
import { sheetOf, workbookParts } from '#platform/files/zip-fixture.ts';

/** What is endless is a fifth as long in `npm test`: making it, and packing it, takes longer than refusing it. */
const share = process.env['HANSA_ROUNDS'] === undefined ? 25 : 1;

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const book = (rows: string, more: Parameters<typeof workbookParts>[1] = []): Uint8Array => zipOf(workbookParts(sheetOf(rows), more));
const cell = (place: string, text: string): string => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (number: number, cells: string): string => `<row r="${number}">${cells}</row>`;
const list = row(1, cell('A1', 'City') + cell('B1', 'Country')) + row(2, cell('A2', 'Cork') + cell('B2', 'Ireland'));

/** Fifty megabytes of texts at full size, of which a sheet uses one. */
const strings = (): string => {
  const texts: string[] = [];
  for (let at = 0; at < 1_000_000 / share; at++) texts.push(`<si><t>${(at * 2_654_435_761).toString(36)} town of some name ${at}</t></si>`);
  return `<sst>${texts.join('')}</sst>`;
};
const manySheets = (): Uint8Array => {
  const [first, ...rest] = workbookParts(sheetOf(list));
  const names = Array.from({ length: 40 }, (_, at) => `<sheet name="S${at}" sheetId="${at + 1}" r:id="rId1"/>`).join('');
  return zipOf([{ name: first?.name ?? '', content: String(first?.content).replace(/<sheet .*\/>/, names) }, ...rest]);
};

/** A file and what becomes of it: the code of the refusal, or null where it is read. */
type Case = readonly [what: string, name: string, bytes: () => Uint8Array, refused: string | null];
const cases: readonly Case[] = [
  ['a zip bomb', 'bomb.xlsx', () => book(list + ' '.repeat(120_000_000)), 'files.zip_too_large'],
  [
    'three thousand parts',
    'parts.xlsx',
    () =>
      book(
        list,
        Array.from({ length: 3000 }, (_, at) => ({ name: `x/${at}.xml`, content: 'x' })),
      ),
    'files.zip_too_many_entries',
  ],
  ['row 1,048,577', 'row.xlsx', () => book(list + row(1_048_577, cell('A1048577', 'Lyon'))), 'files.workbook_damaged'],
  ['row 99,999,999', 'row.xlsx', () => book(row(99_999_999, cell('A99999999', 'Lyon'))), 'files.workbook_damaged'],
  ['a column that no sheet has', 'column.xlsx', () => book(row(1, cell('BDWGN1', 'x'))), 'files.workbook_damaged'],
  ['the last column of a sheet', 'column.xlsx', () => book(row(1, cell('XFD1', 'x'))), 'files.too_many_columns'],
  ['a million columns', 'columns.csv', () => utf8(`${'x,'.repeat(1_000_000)}x\ny,z\n`), 'refused'],
  [
    'tens of megabytes of shared texts',
    'strings.xlsx',
    () => book(list + row(3, '<c r="A3" t="s"><v>7</v></c>'), [{ name: 'xl/sharedStrings.xml', content: strings() }]),
    null,
  ],
  ['half a workbook', 'half.xlsx', () => book(list + row(3, cell('A3', 'x'.repeat(3000)))).subarray(0, 700), 'files.zip_damaged'],
  [
    'an old workbook under a new name',
    'old.xlsx',
    () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    'files.old_workbook',
  ],
  ['a text with NUL', 'nul.csv', () => utf8('City,Country\nCo\u0000rk,Ireland\n'), 'files.cell_damaged'],
  [
    'a workbook with NUL in disguise',
    'nul.xlsx',
    () => book(row(1, cell('A1', 'City')) + row(2, cell('A2', 'Co_x0000_rk'))),
    'files.cell_damaged',
  ],
  [
    'two cells in one place',
    'twice.xlsx',
    () => book(row(1, cell('A1', 'City') + cell('B1', 'Land') + cell('A1', 'Town'))),
    'files.workbook_damaged',
  ],
  ['one sheet under forty names', 'same.xlsx', manySheets, 'files.workbook_damaged'],
  ['UTF-16 without a mark', 'wide.csv', () => new Uint8Array(Buffer.from('City,Country\nCork,Ireland\n', 'utf16le')), null],
  ['GBK', 'gbk.csv', () => new Uint8Array(Buffer.from('b3c7cad02cb9fabcd20ababab1a42cb5c2b9fa0a', 'hex')), null],
  ['one cell of twenty megabytes', 'cell.csv', () => utf8(`City\n"${'x'.repeat(19_900_000)}"\n`), 'files.csv_record_too_long'],
  [
    'the same in a workbook',
    'cell.xlsx',
    () =>
      book(
        row(1, cell('A1', 'City')) +
          row(2, cell('A2', Buffer.from(Array.from({ length: 20_000_000 / share }, (_, at) => 97 + ((at * at) % 23))).toString())),
      ),
    'refused',
  ],
  ['a tag within a tag, without end', 'deep.xlsx', () => book('<a>'.repeat(1_000_000 / share)), 'refused'],
  [
    'an endless attribute',
    'attribute.xlsx',
    () =>
      book(
        `<row r="1" x="${Array.from({ length: 4_000_000 / share }, (_, at) => (at * 7919) % 9973).join('')}">${cell('A1', 'City')}</row>`,
      ),
    null,
  ],
];

const codeOf = (answer: Result<unknown>): string | null => (answer.ok ? null : (answer.refusal.problems?.[0]?.code ?? answer.refusal.code));

/** The most memory that the process has while something runs, beside what it had; in megabytes. */
async function memoryOf<T>(run: () => Promise<T>): Promise<{ readonly answer: T; readonly megabytes: number }> {
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 10);
  const answer = await run();
  clearInterval(watch);
  return { answer, megabytes: Math.round((Math.max(most, process.memoryUsage().rss) - before) / 1e6) };
}

const imports: readonly (readonly [string, (name: string, bytes: Uint8Array) => Promise<Result<unknown>>])[] = [
  ['paste', (name, bytes) => openSheets({ name, bytes }, { ...sheetLimits, rows: 5001, columns: 100 })],
  ['set', (name, bytes) => headOf({ name, bytes })],
  ['edition', (fileName, bytes) => lookAtFile({ fileName, bytes, choices: undefined })],
];

test.each(cases)('%s is refused or read by every import, and the next file is read', async (_, name, make, refused) => {
  const bytes = make();
  for (const [who, read] of imports) {
    const began = performance.now();
    const { answer, megabytes } = await memoryOf(() => read(name, bytes));
    const code = codeOf(answer);
    if (process.env['HANSA_FIGURES'] !== undefined)
      process.stdout.write(
        `${name} ${String(bytes.byteLength)} B, ${who}: ${String(code)}, ${String(Math.round(performance.now() - began))} ms, +${String(megabytes)} MB\n`,
      );
    expect(refused === 'refused' ? code?.split('.')[0] : code, `${who} ${String(code)}`).toBe(refused === 'refused' ? 'files' : refused);
    expect(megabytes, who).toBeLessThan(450);
    expect(codeOf(await read('list.csv', utf8('City,Country\nCork,Ireland\n'))), who).toBe(null);
  }
});
