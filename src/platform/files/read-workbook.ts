// Reads the cells of an .xlsx workbook as a stream within limits; formulas give their stored values and are never computed.
// Runs in a worker thread: it works for as long as the file is large.
import { ok, type Result } from '#kernel/result.ts';
import {
  columnLetters,
  columnOf,
  refuseAt,
  refuseFile,
  sheetLimits,
  type Cell,
  type MergedDown,
  type Sheet,
  type SheetLimits,
  type SheetRow,
} from './sheets.ts';
import { dateShown, readDateStyles, type ShownDate } from './shown-dates.ts';
import { Stop } from './stop.ts';
import { streamXml } from './xml-stream.ts';
import { openZip, zipLimits, type OpenZip } from './zip-directory.ts';

const ACTIVE = /vbaProject|macrosheets\/|activeX\/|\.bin$/i;
const FOREIGN = /^xl\/(externalLinks\/|connections\.xml|queryTables\/|embeddings\/)/i;

/** Excel's own last row; a workbook that states another was not written by a spreadsheet. */
const LAST_ROW = 1_048_576;

/** NUL and the other control characters, which no spreadsheet shows and no database takes. */
const DAMAGE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/;

/** What is counted across all sheets of a workbook, and what they share. */
interface Tally {
  cells: number;
  readonly limits: SheetLimits;
  /** For each style what it shows of a date; empty where dates are wanted as the numbers that they are. */
  readonly dateStyles: readonly (ShownDate | null)[];
}

export interface WorkbookReading {
  readonly limits?: SheetLimits;
  /** Cells of dates as the text that is seen, instead of the number of the day. */
  readonly datesAsShown?: boolean;
}

/** The visible cells of every worksheet, in the workbook's order. */
export async function readWorkbook(
  bytes: Uint8Array,
  { limits = sheetLimits, datesAsShown = false }: WorkbookReading = {},
): Promise<Result<readonly Sheet[]>> {
  if (bytes.byteLength > limits.fileBytes) return refuseFile('files.too_large', { megabytes: Math.round(limits.fileBytes / 1e6) });
  const opened = await openZip(bytes, { ...zipLimits, unpackedBytes: limits.unpackedBytes });
  if (!opened.ok) return opened;
  const zip = opened.value;
  for (const name of zip.entries.keys()) {
    // Printer settings are the one harmless .bin part that Excel writes.
    if (ACTIVE.test(name) && !name.includes('printerSettings')) return refuseFile('files.workbook_has_macros');
    if (FOREIGN.test(name)) return refuseFile('files.workbook_has_links');
  }
  if (!zip.entries.has('xl/workbook.xml')) return refuseFile('files.not_a_workbook');
  try {
    const book = await readDirectory(zip, limits);
    const strings = await readStrings(zip, limits);
    const dateStyles = datesAsShown ? await readDateStyles(zip, limits.unpackedBytes) : [];
    const tally: Tally = { cells: 0, limits, dateStyles };
    const sheets: Sheet[] = [];
    for (const { name, part } of book) sheets.push({ name, ...(await readSheet(zip, { name, part }, strings, tally)) });
    return ok(sheets);
  } catch (error) {
    if (error instanceof Stop) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

/** Names and parts of the worksheets, hidden ones left out. */
async function readDirectory(zip: OpenZip, limits: SheetLimits): Promise<{ readonly name: string; readonly part: string }[]> {
  const targets = new Map<string, string>();
  await streamXml(
    zip,
    'xl/_rels/workbook.xml.rels',
    { open: (name, a) => void (name === 'Relationship' && targets.set(a.Id ?? '', a.Target ?? '')) },
    1_000_000,
  );
  const found: { name: string; part: string }[] = [];
  let old = false;
  const open = (name: string, a: Readonly<Record<string, string>>): void => {
    if (name === 'workbookPr') old = a.date1904 === '1' || a.date1904 === 'true';
    if (name !== 'sheet' || a.state === 'hidden' || a.state === 'veryHidden') return;
    const id = Object.entries(a).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
    const target = targets.get(id) ?? '';
    const part = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    if (!zip.entries.has(part) || !part.includes('worksheets/')) return;
    // One part under many names would be read as often.
    if (found.some((sheet) => sheet.part === part)) throw new Stop(refuseFile('files.workbook_damaged', { part: 'xl/workbook.xml' }));
    found.push({ name: a.name ?? '', part });
  };
  await streamXml(zip, 'xl/workbook.xml', { open }, 5_000_000);
  // Dates of the 1904 calendar would be read four years wrong.
  if (old) throw new Stop(refuseFile('files.workbook_of_1904'));
  if (found.length > limits.sheets) throw new Stop(refuseFile('files.too_many_sheets', { most: limits.sheets }));
  return found;
}

/** Excel writes control characters as `_x000D_`. */
const unescape = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) : text;

/** The shared texts; the sound of Japanese and Chinese characters (`rPh`) is no part of them. */
async function readStrings(zip: OpenZip, limits: SheetLimits): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let sound = 0;
  const handlers = {
    open: (name: string) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') sound++;
      else if (name === 't') inText = sound === 0;
    },
    close: (name: string) => {
      if (name === 'rPh') sound--;
      else if (name === 't') inText = false;
      else if (name === 'si') strings.push(unescape(text));
      if (strings.length > limits.cells) throw new Stop(refuseFile('files.too_many_cells', { most: limits.cells }));
    },
    text: (part: string) => {
      if (inText && text.length <= limits.cellLength) text += part;
    },
  };
  await streamXml(zip, 'xl/sharedStrings.xml', handlers, limits.unpackedBytes);
  return strings;
}

interface OpenCell {
  readonly column: number;
  readonly type: string;
  /** Of a date; null where it is none. */
  readonly date: ShownDate | null;
  text: string;
}

/** Of `B4:B7` the column and its rows; nothing where the merge is of one row, or no such thing. */
function mergedDown(reference: string): readonly MergedDown[] {
  const [, start = '', from = '', to = ''] = /^([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})$/.exec(reference) ?? [];
  return start !== '' && Number(from) < Number(to) ? [{ column: columnOf(start), from: Number(from), to: Number(to) }] : [];
}

/** The rows of one sheet that hold anything, and what is merged over several of them. */
async function readSheet(
  zip: OpenZip,
  sheet: { readonly name: string; readonly part: string },
  strings: readonly string[],
  tally: Tally,
): Promise<Pick<Sheet, 'rows' | 'merged'>> {
  const { limits } = tally;
  const rows: SheetRow[] = [];
  const merged: MergedDown[] = [];
  let rowNumber = 0;
  let cells: Cell[] = [];
  let cell = null as OpenCell | null;
  let inValue = false;
  let sound = 0;
  const stop = (column: number, code: string, params = {}): never => {
    throw new Stop(refuseAt({ sheet: sheet.name, row: rowNumber, column: columnLetters(column) }, code, params));
  };
  const open = (name: string, a: Readonly<Record<string, string>>): void => {
    if (name === 'row') {
      const stated = a.r === undefined ? rowNumber + 1 : Number(a.r);
      // Whoever places rows by their numbers would build up to the one that a file of a kilobyte states.
      if (!Number.isInteger(stated) || stated <= rowNumber || stated > LAST_ROW)
        throw new Stop(refuseFile('files.workbook_damaged', { part: sheet.part }));
      rowNumber = stated;
      cells = [];
    } else if (name === 'c') {
      const column = a.r === undefined ? cells.length : columnOf(a.r);
      if (column < 0) throw new Stop(refuseFile('files.workbook_damaged', { part: sheet.part }));
      cell = { column, type: a.t ?? 'n', date: tally.dateStyles[Number(a.s ?? 0)] ?? null, text: '' };
    } else if (name === 'mergeCell' && merged.length < limits.rows) merged.push(...mergedDown(a.ref ?? ''));
    else if (name === 'rPh') sound++;
    else if (name === 'v' || name === 't') inValue = sound === 0;
  };
  const close = (name: string): void => {
    if (name === 'v' || name === 't') inValue = false;
    else if (name === 'rPh') sound--;
    else if (name === 'c' && cell !== null) {
      const value = valueOf(cell, strings, stop);
      if (value !== '') {
        if (cell.column >= limits.columns) stop(cell.column, 'files.too_many_columns', { most: limits.columns });
        if (typeof value === 'string' && value.length > limits.cellLength)
          stop(cell.column, 'files.cell_too_long', { most: limits.cellLength });
        if (++tally.cells > limits.cells) stop(cell.column, 'files.too_many_cells', { most: limits.cells });
        if (typeof value === 'string' && DAMAGE.test(value)) stop(cell.column, 'files.cell_damaged');
        // Of two cells in one place one would be lost.
        if ((cells[cell.column] ?? '') !== '') throw new Stop(refuseFile('files.workbook_damaged', { part: sheet.part }));
        while (cells.length < cell.column) cells.push('');
        cells[cell.column] = value;
      }
      cell = null;
    } else if (name === 'row' && cells.length > 0) {
      if (rows.length >= limits.rows) stop(0, 'files.too_many_rows', { most: limits.rows });
      rows.push({ number: rowNumber, cells });
    }
  };
  const text = (part: string): void => {
    if (inValue && cell !== null && cell.text.length <= limits.cellLength) cell.text += part;
  };
  await streamXml(zip, sheet.part, { open, close, text }, limits.unpackedBytes);
  return { rows, merged };
}

function valueOf(
  cell: OpenCell,
  strings: readonly string[],
  stop: (column: number, code: string, params?: Record<string, string>) => never,
): Cell {
  switch (cell.type) {
    case 's':
      return strings[Number(cell.text)] ?? '';
    case 'inlineStr':
    case 'str':
      return unescape(cell.text);
    case 'b':
      return cell.text === '1' ? 'TRUE' : 'FALSE';
    case 'e':
      return stop(cell.column, 'files.cell_has_error', { value: cell.text.slice(0, 20) });
    case 'd':
      return cell.text;
    default: {
      const number = Number(cell.text);
      return cell.text.trim() === ''
        ? ''
        : Number.isFinite(number)
          ? ((cell.date === null ? null : dateShown(number, cell.date)) ?? number)
          : stop(cell.column, 'files.cell_has_error', { value: cell.text.slice(0, 20) });
    }
  }
}
