import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCsv } from './read-csv.ts';
import { sheetLimits } from './sheets.ts';
import { guardCell, restoreCell } from '#reading/live-cells.ts';
import { writeCsv } from './write-csv.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const cellsOf = (bytes: Uint8Array) => {
  const read = readCsv(bytes, 'a.csv');
  return read.ok ? read.value.rows.map((row) => row.cells) : read.refusal;
};
const problemOf = (bytes: Uint8Array) => {
  const read = readCsv(bytes, 'a.csv');
  const problem = read.ok ? undefined : read.refusal.problems?.[0];
  return problem === undefined ? (read.ok ? 'read' : read.refusal.code) : [problem.path[1], problem.path[2], problem.code];
};
const expected = [
  ['代码', '企业名称', '国家'],
  ['E01', '柏溪水务有限公司', '英国'],
];
const chinese = '代码,企业名称,国家\r\nE01,柏溪水务有限公司,英国\r\n';
// Bytes as a Chinese Excel and a Taiwanese one write them, made once with iconv.
const gb18030 = Buffer.from('tPrC6yzG89K1w/uzxiy5+rzSDQpFMDEssNjPqsuuzvHT0M/euavLvizTorn6DQo=', 'base64');
const big5 = Buffer.from('pU69WCyl+Ld+ple62Syw6q5hDQpFMDEsrGa3y6T0sMims62tpL2lcSytXrDqDQo=', 'base64');

test('reads UTF-8 with and without a byte order mark', () => {
  expect(cellsOf(utf8(chinese))).toEqual(expected);
  expect(cellsOf(utf8(`\uFEFF${chinese}`))).toEqual(expected);
});

test('reads UTF-16 in both orders, with and without a byte order mark', () => {
  const little = Buffer.from(chinese, 'utf16le');
  const marked = Buffer.from(`\uFEFF${chinese}`, 'utf16le');
  expect(cellsOf(marked)).toEqual(expected);
  expect(cellsOf(Buffer.from(marked).swap16())).toEqual(expected);
  expect(cellsOf(little)).toEqual(expected);
  expect(cellsOf(Buffer.from(little).swap16())).toEqual(expected);
});

test('reads GB18030 and Big5', () => {
  expect(cellsOf(gb18030)).toEqual(expected);
  expect(cellsOf(big5)).toEqual([
    ['代碼', '企業名稱', '國家'],
    ['E01', '柏溪水務有限公司', '英國'],
  ]);
});

test('reads western files of Windows-1252', () => {
  expect(cellsOf(Buffer.from('code;name\nE01;Caf\xe9 S\xe3o Jo\xe3o\n', 'latin1'))).toEqual([
    ['code', 'name'],
    ['E01', 'Café São João'],
  ]);
});

// Bytes as offices of these languages wrote them before UTF-8, made once with iconv.
test.each([
  [
    'Shift-JIS',
    Buffer.from('93738e732c8d910a938c8b9e2c93fa967b0a91e58de32c93fa967b0a8370838a2c83748389839383580a', 'hex'),
    '都市,国|東京,日本|大阪,日本|パリ,フランス',
  ],
  ['EUC-JP', Buffer.from('c5d4bbd42cb9f10ac5ecb5fe2cc6fccbdc0aa5d1a5ea2ca5d5a5e9a5f3a5b90a', 'hex'), '都市,国|東京,日本|パリ,フランス'],
  [
    'EUC-KR',
    Buffer.from('b5b5bdc32cb1b9b0a10abcadbfef2cb4ebc7d1b9ceb1b90ab5b5c4ec2cc0cfbabb0abacebbea2cb4ebc7d1b9ceb1b90a', 'hex'),
    '도시,국가|서울,대한민국|도쿄,일본|부산,대한민국',
  ],
  ['Windows-1251', Buffer.from('c3eef0eee42cd1f2f0e0ede00acceef1eae2e02cd0eef1f1e8ff0a', 'hex'), 'Город,Страна|Москва,Россия'],
  ['Windows-1253', Buffer.from('d0fcebe72cd7fef1e10ac1e8deede12cc5ebebdce4e10a', 'hex'), 'Πόλη,Χώρα|Αθήνα,Ελλάδα'],
  [
    'Windows-1250',
    Buffer.from('4d696173746f2c4b72616a0aa3f3649f2c506f6c736b610a426961b37973746f6b2c506f6c736b610a', 'hex'),
    'Miasto,Kraj|Łódź,Polska|Białystok,Polska',
  ],
])('reads %s by its letters, never as those of another language', (_, bytes, rows) => {
  const cells = cellsOf(bytes);
  expect(cells).toEqual(rows.split('|').map((row) => row.split(',')));
});

test('rows end by any of the usual marks, also where the first line ends by another one', () => {
  expect(cellsOf(utf8('a,b\r\n1,2\n3,4\r5,6\r\n"7\n8",9'))).toEqual([
    ['a', 'b'],
    ['1', '2'],
    ['3', '4'],
    ['5', '6'],
    ['7\n8', '9'],
  ]);
});

test('a bar separates cells where nothing else does', () => {
  expect(cellsOf(utf8('a|b\n1, 2|3\n'))).toEqual([
    ['a', 'b'],
    ['1, 2', '3'],
  ]);
});

test('finds comma, semicolon and tab, also behind quotes and a `sep=` line', () => {
  for (const separator of [',', ';', '\t'])
    expect(cellsOf(utf8(`a${separator}"b,;\tc"\n1${separator}2`))).toEqual([
      ['a', 'b,;\tc'],
      ['1', '2'],
    ]);
  expect(cellsOf(utf8('sep=;\na;b\n'))).toEqual([['a', 'b']]);
});

test('the separator is that of the heads, where a title stands above them', () => {
  const heads = [
    ['City', 'Since'],
    ['Cork, Munster', '2005'],
  ];
  for (const title of ['Office of links', 'Links, a draft', '"Links; "', 'Links; a draft, 2; 3'])
    for (const separator of [';', '\t'])
      expect(cellsOf(utf8(`${title}\n\n${heads.map((cells) => cells.join(separator)).join('\n')}\n`))).toMatchObject({ ...[, ...heads] });
  expect(cellsOf(utf8('a;b\n"c, d, e"\n'))).toEqual([['a', 'b'], ['c, d, e']]);
});

test('keeps line breaks and doubled quotes inside quoted cells, and counts rows of records', () => {
  expect(cellsOf(utf8('a,b\n"x\ny","say ""hi"""\n'))).toEqual([
    ['a', 'b'],
    ['x\ny', 'say "hi"'],
  ]);
});

test('an unclosed or misplaced quote is named with its row and column', () => {
  expect(problemOf(utf8('a,b\n1,"2\n3,4\n'))).toEqual([2, 'B', 'files.csv_quote_not_closed']);
  expect(problemOf(utf8('a,b\n1,2"3\n'))).toEqual([2, 'B', 'files.csv_quote_misplaced']);
  expect(problemOf(utf8('a,b\n1,"2"3\n'))).toEqual([2, 'B', 'files.csv_quote_misplaced']);
});

test('a NUL, a cell too long, too many columns and too many rows are named', () => {
  expect(problemOf(utf8('a,b\n1,x\u0000y\n'))).toEqual([2, 'B', 'files.cell_damaged']);
  expect(problemOf(utf8(`a,b\n1,${'x'.repeat(40_000)}\n`))).toEqual([2, 'B', 'files.cell_too_long']);
  expect(problemOf(utf8(`a,b\n1,${'x'.repeat(10_000_000)}\n`))).toEqual([2, 'B', 'files.csv_record_too_long']);
  expect(problemOf(utf8(`a\n${Array.from({ length: 900 }, () => '1').join()}\n`))).toEqual([2, 'SG', 'files.too_many_columns']);
  expect(problemOf(utf8('a\n'.repeat(150_000)))).toEqual([100_001, 'A', 'files.too_many_rows']);
  expect(problemOf(new Uint8Array(50_000_000).fill(120))).toBe('files.too_large');
});

test('rows of different length are read as they stand, empty ones left out', () => {
  expect(cellsOf(utf8('a,b\n1\n,,,\n1,2,3\n'))).toEqual([['a', 'b'], ['1'], ['1', '2', '3']]);
});

test('no written text begins like a formula, and every text comes back', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', ' ', '1', '＝') })),
      (text) => {
        expect(guardCell(text)).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r]/);
        expect(restoreCell(guardCell(text))).toBe(text);
      },
    ),
  );
});

test('numbers stay numbers, negative ones too, and cells come back from bytes', () => {
  expect(new TextDecoder().decode(writeCsv([['a', -5, '-5', '=1+1', 'x"y']]))).toBe('a,-5,\'-5,\'=1+1,"x""y"\r\n');
  expect(cellsOf(writeCsv([['=HYPERLINK("x")', 'a\nb', '@x']]))).toEqual([['=HYPERLINK("x")', 'a\nb', '@x']]);
  expect(sheetLimits.rows).toBe(100_000);
});
