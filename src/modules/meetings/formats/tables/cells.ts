// What a cell says: numbers, days, clock times and lists, however a spreadsheet stored them.
import { fileLimits } from '../../domain/file/rules.ts';
import type { Cell } from '#platform/files/sheets.ts';
import { parseFlexDate } from '#reading/dates.ts';

const DAY_MS = 86_400_000;
/** Spreadsheets count days from 30 December 1899. */
const SERIAL_ZERO = Date.UTC(1899, 11, 30);
const pad = (n: number): string => String(n).padStart(2, '0');

/** A cell as text: outer blanks off, line ends as `\n`. */
export const textOf = (cell: Cell): string => (typeof cell === 'number' ? String(cell) : cell.replace(/\r\n?/g, '\n').trim());

/** A whole number; null where the cell is none. Full-width digits are digits. */
export function numberOf(cell: Cell): number | null {
  const number =
    typeof cell === 'number'
      ? cell
      : /^[+-]?\d{1,9}(\.0+)?$/.test(cell.normalize('NFKC').trim())
        ? Number(cell.normalize('NFKC').trim())
        : NaN;
  return Number.isInteger(number) ? number : null;
}

/** A length or an area: a decimal with a point or a comma, with a unit behind it or not; null where the cell is none. */
export function decimalOf(cell: Cell): number | null {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  const plain = cell
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/\s*(?:m2|m|sqm|米|平方米|平米)$/, '')
    .replace(',', '.');
  return /^[+-]?\d{1,7}(\.\d{1,6})?$/.test(plain) ? Number(plain) : null;
}

/** A day as `YYYY-MM-DD` from a date cell or as people write it; what is no day, or may be two, stays as it is and is refused later. */
export function dayOf(cell: Cell): string {
  if (typeof cell === 'number') {
    if (cell < 1 || cell > 110_000) return String(cell);
    return isoDay(SERIAL_ZERO + Math.floor(cell) * DAY_MS);
  }
  const text = cell.normalize('NFKC').trim();
  const read = parseFlexDate(text);
  return read.ok && read.value.qualifier === 'exact' && read.value.text.length === 'YYYY-MM-DD'.length ? read.value.text : text;
}

const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** A clock time as `HH:MM` from a time cell or from `9:00`, `2:30 pm`, `下午2:30`; other texts stay as they are. */
export function clockOf(cell: Cell): string {
  if (typeof cell === 'number') {
    const minutes = Math.round((cell - Math.floor(cell)) * 1440);
    if (cell === 1) return '24:00';
    return cell >= 0 && minutes < 1440 ? `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}` : String(cell);
  }
  const text = cell.normalize('NFKC').trim().toLowerCase();
  const parts = /^(上午|下午)?\s*(\d{1,2})[:.时](\d{2})分?(:00)?\s*(am|pm)?$/.exec(text);
  if (parts === null) return text;
  const afternoon = parts[1] === '下午' || parts[5] === 'pm';
  const morning = parts[1] === '上午' || parts[5] === 'am';
  const hour = Number(parts[2]);
  const full = afternoon && hour < 12 ? hour + 12 : morning && hour === 12 ? 0 : hour;
  return `${pad(full)}:${parts[3] ?? ''}`;
}

/** The parts of a list cell: separated by comma, semicolon, slash or their Chinese forms. */
export const listOf = (cell: Cell): string[] => {
  const text = textOf(cell);
  return text === ''
    ? []
    : text
        .split(/[,;/|，；、\n]+/)
        .map((part) => part.trim())
        .filter((part) => part !== '');
};

/** Numbers of a list cell, ranges `3-5` included, ascending and once each; null where a part is none. */
export function numbersOf(cell: Cell): number[] | null {
  const numbers = new Set<number>();
  for (const part of listOf(cell)) {
    const range = /^(\d{1,5})\s*(?:[-–—~至]\s*(\d{1,5}))?$/.exec(part.normalize('NFKC'));
    if (range === null) return null;
    const [from, to] = [Number(range[1]), Number(range[2] ?? range[1])];
    if (to < from || to - from > fileLimits.rows.slots) return null;
    for (let n = from; n <= to; n++) numbers.add(n);
  }
  return [...numbers].sort((a, b) => a - b);
}
