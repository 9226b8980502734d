// Writes sheets of plain cells as an .xlsx workbook (ECMA-376); texts are text cells, so that nothing in them is ever computed.
// Runs in a worker thread: it works for as long as the sheets are large.
import { escaped } from '#kernel/writing/markup.ts';
import { columnLetters, type Cell } from './sheets.ts';
import { zipOf, type ZipPart } from './write-zip.ts';

export interface WrittenSheet {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Han characters are twice as wide as Latin ones. */
const displayWidth = (cell: Cell): number => [...String(cell).slice(0, 60)].reduce((sum, letter) => sum + (letter > '\u2E7F' ? 2 : 1), 0);

const widthOf = ({ header, rows }: WrittenSheet, column: number): number => {
  const longest = rows
    .slice(0, 200)
    .reduce((most, row) => Math.max(most, displayWidth(row[column] ?? '')), displayWidth(header[column] ?? ''));
  return Math.min(48, Math.max(8, longest + 2));
};

const NAMESPACE = 'http://schemas.openxmlformats.org';
const MAIN = `xmlns="${NAMESPACE}/spreadsheetml/2006/main"`;
const RELATIONS = `${NAMESPACE}/officeDocument/2006/relationships`;
const MEDIA = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Places in the list of formats: as it comes, text, text in bold. */
const style = { general: 0, text: 1, head: 2 };
const styles = `<styleSheet ${MAIN}><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" applyNumberFormat="1" fontId="1" applyFont="1"/></cellXfs></styleSheet>`;

// What looks like Excel's own escape of a control character would be read as one; control characters have no place in XML.
const content = (text: string): string =>
  escaped(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, ''));

const rowXml = (cells: readonly Cell[], row: number, styleOf: (column: number) => number): string => {
  const cellXml = (cell: Cell, column: number): string => {
    if (cell === '') return '';
    const place = `r="${columnLetters(column)}${row}" s="${styleOf(column)}"`;
    if (typeof cell === 'number') return `<c ${place}><v>${cell}</v></c>`;
    return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${content(cell)}</t></is></c>`;
  };
  return `<row r="${row}">${cells.map(cellXml).join('')}</row>`;
};

const sheetXml = (sheet: WrittenSheet): string => {
  const { header, rows } = sheet;
  // Text that is edited in a spreadsheet stays text: neither a date nor a formula is made of it.
  const formats = header.map((_, column) => (rows.some((row) => typeof row[column] === 'number') ? style.general : style.text));
  const columns = formats.map(
    (format, column) =>
      `<col min="${column + 1}" max="${column + 1}" width="${widthOf(sheet, column)}" customWidth="1" style="${format}"/>`,
  );
  const lines = rows.map((row, index) => rowXml(row, index + 2, (column) => formats[column] ?? style.text));
  return `<worksheet ${MAIN}><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`}<sheetData>${rowXml(header, 1, () => style.head)}${lines.join('')}</sheetData></worksheet>`;
};

const relations = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="${NAMESPACE}/package/2006/relationships">${targets.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`).join('')}</Relationships>`;

/** The bytes of the workbook: bold frozen header rows, columns formatted as text where they hold text. */
export function writeWorkbook(sheets: readonly WrittenSheet[]): Uint8Array {
  const parts = sheets.map((_, at) => `worksheets/sheet${at + 1}.xml`);
  const type = (part: string, kind: string): string => `<Override PartName="/xl/${part}" ContentType="${MEDIA}.${kind}+xml"/>`;
  const types = [type('workbook.xml', 'sheet.main'), type('styles.xml', 'styles'), ...parts.map((part) => type(part, 'worksheet'))];
  const named = sheets.map(({ name }, at) => `<sheet name="${content(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  const files: readonly (readonly [string, string])[] = [
    [
      '[Content_Types].xml',
      `<Types xmlns="${NAMESPACE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${types.join('')}</Types>`,
    ],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', `<workbook ${MAIN} xmlns:r="${RELATIONS}"><sheets>${named.join('')}</sheets></workbook>`],
    ['xl/_rels/workbook.xml.rels', relations([...parts.map((part) => ['worksheet', part] as const), ['styles', 'styles.xml']])],
    ['xl/styles.xml', styles],
    ...sheets.map((sheet, at) => [`xl/${parts[at] ?? ''}`, sheetXml(sheet)] as const),
  ];
  return zipOf(files.map(([name, xml]): ZipPart => ({ name, content: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}` })));
}
