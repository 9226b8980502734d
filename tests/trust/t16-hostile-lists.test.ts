// T16 to T18 for lists of ties: hostile texts and workbooks handed to both importers are read rightly or refused with row and column, at once
// and within bounds, and nothing of them is kept; no cell of a problem list comes alive in a spreadsheet.
import { expect, test } from 'vitest';
import type { Refusal, Result } from '#kernel/result.ts';
import { headOf } from '#modules/reference/formats/reference-files.ts';
import { exportPasteProblems } from '#modules/desk/api/paste/export-paste.ts';
import { pasteTies, prepareTies } from '#modules/desk/api/paste/paste-ties.ts';
import { readPastedFile } from '#modules/desk/api/paste/read-file.ts';
import { exportSheetProblems, readOutcomeFile } from '#modules/outcomes/api/sheet/files.ts';
import { readRateFile } from '#modules/outcomes/api/rates/keep-table.ts';
import { recordOutcomeSheet } from '#modules/outcomes/api/sheet/keep-sheet.ts';
import { openTieWorld } from '#modules/ties/api/tie-fixture.ts';
import { few } from '#platform/full-size.ts';
import { readCsv } from '#platform/files/read-csv.ts';
import { readWorkbook } from '#platform/files/read-workbook.ts';
import { writeWorkbook } from '#platform/files/write-workbook.ts';
import { ownTestDatabase, valueOf } from '#platform/postgres/test-database.ts';

const db = await ownTestDatabase();
const world = await openTieWorld(db);

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, big = false): Uint8Array => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return new Uint8Array(big ? bytes.swap16() : bytes);
};
const list = 'City,Country,Since\nCork,Ireland,2005\nMünchen,Deutschland,1999\n';
const chinese = '城市,国家\n汉堡,德国\n';
/** 城市,国家 / 汉堡,德国 in GB 18030, and 城市,國家 / 漢堡,德國 in Big5. */
const gb18030 = Buffer.from('b3c7cad02cb9fabcd20ababab1a42cb5c2b9fa0a', 'hex');
const big5 = Buffer.from('abb0a5ab2cb0eaae610aba7eb3f92cbc77b0ea0a', 'hex');

/** A file, and the cell that must be read from it: its row and column, 0-based, and text; or the code of the refusal. */
type Case = readonly [name: string, bytes: Uint8Array, expected: readonly [number, number, string] | string];

const cases: readonly Case[] = [
  ['plain', utf8(list), [2, 0, 'München']],
  ['with a mark', utf8(`\uFEFF${list}`), [0, 0, 'City']],
  ['UTF-16', utf16(list), [2, 0, 'München']],
  ['UTF-16, the other way', utf16(list, true), [2, 0, 'München']],
  ['Windows-1252', new Uint8Array(Buffer.from(list, 'latin1')), [2, 0, 'München']],
  ['GB 18030', new Uint8Array(gb18030), [0, 0, '城市']],
  ['Big5', new Uint8Array(big5), [0, 0, '城市']],
  ['Chinese in UTF-8', utf8(chinese), [1, 0, '汉堡']],
  ['semicolons', utf8(list.replaceAll(',', ';')), [1, 1, 'Ireland']],
  ['tabs', utf8(list.replaceAll(',', '\t')), [1, 2, '2005']],
  ['a stated separator', utf8(`sep=;\r\n${list.replaceAll(',', ';')}`), [2, 1, 'Ireland']],
  ['carriage returns alone', utf8(list.replaceAll('\n', '\r')), [1, 0, 'Cork']],
  ['no line end at the end', utf8(list.trimEnd()), [2, 2, '1999']],
  ['quotes and separators in cells', utf8('City,Note\nCork,"a ""b"", c\nd"\n'), [1, 1, 'a "b", c\nd']],
  ['ragged rows', utf8('City,Country\nCork\nLyon,France,x,y,z\n'), [2, 4, 'z']],
  ['doubled heads', utf8('City,City,City\nCork,Lyon,Turku\n'), [1, 2, 'Turku']],
  ['empty lines between', utf8('City\n\n\nCork\n'), [3, 0, 'Cork']],
  ['a guarded formula', utf8("City,Note\nCork,'=1+1\n"), [1, 1, '=1+1']],
  ['a formula', utf8('City,Note\nCork,=cmd|calc\n'), [1, 1, '=cmd|calc']],
  ['an unclosed quote', utf8('City\n"Cork\nLyon\n'), 'files.csv_quote_not_closed'],
  ['a quote astray', utf8('City,Note\nCork,a "b" c\n'), 'files.csv_quote_misplaced'],
  ['NUL', utf8('City\nCo\u0000rk\n'), 'files.cell_damaged'],
  ['a bell', utf8('City\nCo\u0007rk\n'), 'files.cell_damaged'],
  ['more bytes than any list', new Uint8Array(20_000_001).fill(97), 'files.too_large'],
  ['a million rows', utf8('a\n'.repeat(1_000_000)), 'files.too_many_rows'],
  ['nothing', utf8(''), 'files.empty'],
  ['line ends alone', utf8('\n\n\n'), 'files.empty'],
  ['many columns', utf8(`${'x,'.repeat(100_000)}x\n`), 'files.too_many_columns'],
  ['one enormous cell', utf8(`City\n"${'x'.repeat(5_000_000)}"\n`), 'files.csv_record_too_long'],
  ['a cell that is too long', utf8(`City\n${'x'.repeat(40_000)}\n`), 'files.cell_too_long'],
  ['an old workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), 'files.old_workbook'],
  ['a workbook by its name alone', utf8('no workbook'), 'files.not_a_workbook'],
  ['a torn workbook', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9]), 'files.zip_damaged'],
];

/** Of what the register’s import refuses, so many are handed to the others where everybody waits: they read by the same readers. */
const refusedLast = 4;

const codeOf = (answer: Result<unknown>): string => {
  if (answer.ok) return 'read';
  const { code, problems }: Refusal = answer.refusal;
  return problems?.[0]?.code ?? code;
};

/** Seconds of the processor, threads included: on a busy machine the clock says little. */
const workedSince = (began: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1_000_000;
};

const nameOf = (name: string): string => (name.includes('by its name') ? 'list.xlsx' : 'list.csv');
const cellsOf = (text: string): readonly (readonly string[])[] => text.split('\n').map((line) => line.split('\t'));

test('hostile lists are read rightly by the register’s import, or refused with a reason that names the place', async () => {
  const before = (await db.owner.query('select count(*)::int as n from desk.paste')).rows;
  for (const [name, bytes, expected] of cases) {
    const began = process.cpuUsage();
    const file = new File([new Uint8Array(bytes)], nameOf(name));
    const answer = await readPastedFile(world.transactAs(world.liverpool), { officeId: world.liverpool.office, file });
    expect(workedSince(began), name).toBeLessThan(10);
    if (typeof expected === 'string') {
      expect(codeOf(answer), name).toBe(expected);
      continue;
    }
    if (!answer.ok) expect.fail(`${name}: ${codeOf(answer)}`);
    const [row, column, text] = expected;
    const read = answer.value.text;
    expect(text.includes('\n') ? read.includes(text.replaceAll('"', '""')) : cellsOf(read)[row]?.[column], name).toBe(
      text.includes('\n') ? true : text,
    );
  }
  expect((await db.owner.query('select count(*)::int as n from desk.paste')).rows).toEqual(before);
});

test('the import of sets refuses the same lists for the same reasons', async () => {
  for (const [name, bytes, expected] of few(cases, refusedLast)) {
    if (typeof expected !== 'string' || expected === 'files.too_many_columns') continue;
    expect(codeOf(await headOf({ name: nameOf(name), bytes })), name).toBe(expected);
  }
});

test('the import of outcomes refuses the same lists for the same reasons', async () => {
  for (const [name, bytes, expected] of few(cases, refusedLast)) {
    if (typeof expected !== 'string') continue;
    const file = new File([new Uint8Array(bytes)], nameOf(name));
    const asked = { officeId: world.liverpool.office, file };
    for (const readFile of [readOutcomeFile, readRateFile])
      expect(codeOf(await readFile(world.transactAs(world.liverpool), asked)), `${readFile.name} ${name}`).toBe(expected);
  }
});

test('no cell of a list of outcomes comes alive in the list of what was not recorded', async () => {
  const { liverpool } = world;
  const live = ['=1+1', '+1', '-1', '@x', '＝1', "'=1", '=HYPERLINK("https://example.org")'];
  const rows = [...live.map((cell) => `${cell}\t${cell}\tdeal\t${cell}`), 'Sound\tsigned\tdeal\t£7'];
  const text = ['Title\tStage\tType\tAmount', ...rows].join('\n');
  const asked = { officeId: liverpool.office, text, columns: [], order: null, answers: [], name: '=evil.xlsx' };
  const sheet = valueOf(await db.as(liverpool.owner, (work) => recordOutcomeSheet(work, asked)));
  expect(sheet.recorded).toBe(1);
  const list = valueOf(await exportSheetProblems(world.transactAs(liverpool), { sheetId: sheet.id, format: 'csv', language: 'en' }));
  const lines = (await list.text()).split('\r\n');
  expect(lines.length).toBeGreaterThan(live.length);
  for (const line of lines) expect(line).not.toMatch(/(?:^|,)"?\s*[=+\-@＝＋－＠]/);
});

test('a workbook of too many rows is refused within seconds, one of several sheets is read sheet by sheet', async () => {
  const rows = Array.from({ length: 20_000 }, (_, n) => [`Town ${n}`, 'Ireland']);
  const large = new File([Buffer.from(writeWorkbook([{ name: 'All', header: ['City', 'Country'], rows }]))], 'large.xlsx');
  const ask = (file: File, sheet?: string) =>
    readPastedFile(world.transactAs(world.liverpool), {
      officeId: world.liverpool.office,
      file,
      ...(sheet === undefined ? {} : { sheet }),
    });
  const began = process.cpuUsage();
  expect(codeOf(await ask(large))).toBe('files.too_many_rows');
  expect(workedSince(began)).toBeLessThan(10);
  const sheets = [
    { name: 'First', header: ['City'], rows: [['Cork']] },
    { name: 'Second', header: ['City'], rows: [['Lyon']] },
  ];
  const two = new File([Buffer.from(writeWorkbook(sheets))], 'two.xlsx');
  expect(valueOf(await ask(two))).toEqual({ sheets: ['First', 'Second'], sheet: 'First', text: 'City\nCork' });
  expect(valueOf(await ask(two, 'Second')).text).toBe('City\nLyon');
});

test('no cell of a problem list comes alive, and figures stay figures', async () => {
  const { liverpool } = world;
  const live = ['=1+1', '+1', '-1', '@x', '\t=1', '＝1', "'=1", '=HYPERLINK("https://example.org")'];
  const text = ['City\tClass\tStatus', ...live.map((cell) => `"${cell.replaceAll('"', '""')}"\t=class\t@status`)].join('\n');
  const asked = { officeId: liverpool.office, text, columns: [], order: null, sourceId: null, answers: [] };
  const read = valueOf(await prepareTies(world.transactAs(liverpool), asked));
  const paste = valueOf(await db.as(liverpool.owner, (work) => pasteTies(work, asked, read)));
  for (const language of few(['en', 'zh-Hans'] as const)) {
    const [csv, xlsx] = await Promise.all(
      (['csv', 'xlsx'] as const).map(async (format) => {
        const file = valueOf(await exportPasteProblems(world.transactAs(liverpool), { pasteId: paste.id, format, language }));
        return new Uint8Array(await file.arrayBuffer());
      }),
    );
    if (csv === undefined || xlsx === undefined) expect.fail('no files');
    const lines = new TextDecoder().decode(csv).split('\r\n');
    expect(lines.length).toBeGreaterThan(live.length);
    for (const line of lines) expect(line).not.toMatch(/(?:^|,)"?\s*[=+\-@＝＋－＠]/);
    const fromCsv = valueOf(readCsv(csv, 'problems.csv')).rows.map(({ cells }) => cells.map(String));
    const fromXlsx = valueOf(await readWorkbook(xlsx))[0]?.rows.map(({ cells }) => cells);
    expect(fromXlsx?.map((cells) => cells.map(String))).toEqual(fromCsv);
    expect(typeof fromXlsx?.[1]?.[0]).toBe('number');
  }
}, 240_000);
