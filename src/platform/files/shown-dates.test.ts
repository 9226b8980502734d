import { expect, test } from 'vitest';
import { readSheets } from './read-sheets.ts';
import { readWorkbook } from './read-workbook.ts';
import { dateFormat } from './shown-dates.ts';
import { zipOf } from './write-zip.ts';
import { sheetOf, workbookParts } from './zip-fixture.ts';

const letters = (code: string): string | null => {
  const found = dateFormat(code);
  return found === null ? null : `${found.year ? 'y' : ''}${found.month ? 'm' : ''}${found.day ? 'd' : ''}`;
};

test.each([
  ['yyyy', 'y'],
  ['mmm\\ yyyy;@', 'ym'],
  ['[$-804]yyyy"年"m"月";@', 'ym'],
  ['dd/mm/yyyy', 'ymd'],
  ['yyyy-mm-dd hh:mm:ss', 'ymd'],
  ['d-mmm', 'md'],
  ['h:mm AM/PM', null],
  ['[h]:mm:ss', null],
  ['0.00E+00', null],
  ['#,##0 "days"', null],
  ['General', null],
  ['@', null],
])('the format %s shows %s of a date', (code, shown) => {
  expect(letters(code)).toBe(shown);
});

const formats = ['General', 'yyyy', 'mmm yyyy', '0'];
const styles = `<styleSheet><numFmts>${formats.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code}"/>`).join('')}</numFmts>
  <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${[164, 165, 166, 167, 14, 17, 16].map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`;
const book = (cells: string): Uint8Array =>
  zipOf(workbookParts(sheetOf(`<row r="1">${cells}</row>`), [{ name: 'xl/styles.xml', content: styles }]));
const dated = [0, 1, 2, 3, 4, 5, 6].map((style) => `<c s="${style}"><v>35521</v></c>`).join('');

test('a date cell is read as precisely as its format shows it; a year typed into a cell of years is that year', async () => {
  const cells = `${dated}<c s="1"><v>1952</v></c><c s="4"><v>1952</v></c><c s="1" t="str"><v>c. 2003</v></c><c s="4"><v>35521.75</v></c><c s="4"><v>-3</v></c>`;
  const read = await readSheets({ name: 'a.xlsx', bytes: book(cells) });
  expect(read.ok && read.value.sheets[0]?.rows[0]?.cells).toEqual([
    ...[35521, '1997', '1997-04', 35521, '1997-04-01', '1997-04', '1 Apr'],
    ...['1952', '1905-05-05', 'c. 2003', '1997-04-01', -3],
  ]);
});

test('a reader that has numbers of its own for days and hours goes on getting them', async () => {
  const read = await readWorkbook(book(dated));
  expect(read.ok && read.value[0]?.rows[0]?.cells).toEqual([35521, 35521, 35521, 35521, 35521, 35521, 35521]);
});
