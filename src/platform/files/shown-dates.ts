// Dates in the cells of a workbook: a number that a format turns into a date. It is read as its reader sees it, never more precisely.
import { streamXml } from './xml-stream.ts';
import type { OpenZip } from './zip-directory.ts';

/** What a format shows of a date. */
export interface ShownDate {
  readonly year: boolean;
  readonly month: boolean;
  readonly day: boolean;
}

const shown = (letters: string): ShownDate => ({ year: letters.includes('y'), month: letters.includes('m'), day: letters.includes('d') });

/** Formats that no workbook spells out. Those of 27 and more are other ones in each country: the part they have in common is taken. */
const builtIn: ReadonlyMap<number, ShownDate> = new Map(
  (
    [
      ['ymd', [14, 15, 22, 30, 31]],
      ['md', [16, 28, 29, 51, 53, 54, 58]],
      ['ym', [17, 27, 36, 50, 52, 57]],
    ] as const
  ).flatMap(([letters, numbers]) => numbers.map((number) => [number, shown(letters)] as const)),
);

/** `'mmm\ yyyy;@'` shows month and year; null for formats of times, numbers and texts. */
export function dateFormat(code: string): ShownDate | null {
  const [first = ''] = code
    .replace(/"[^"]*"|\\.|[_*]./g, ' ')
    .replace(/\[[^\]]*\]/g, ' ')
    .toLowerCase()
    .split(';');
  if (/[0#?@]|general/.test(first)) return null;
  // Between hours and seconds the letter of months is that of minutes.
  const date = first
    .replace(/h+[^a-z]*m+/g, ' ')
    .replace(/m+[^a-z]*s+/g, ' ')
    .replace(/am\/pm|a\/p/g, ' ');
  const found = shown(date.replace(/e|b/g, 'y'));
  return found.year || found.month || found.day ? found : null;
}

/** For each style of a cell what it shows of a date. */
export async function readDateStyles(zip: OpenZip, mostBytes: number): Promise<readonly (ShownDate | null)[]> {
  const own = new Map<number, ShownDate | null>();
  const styles: (ShownDate | null)[] = [];
  let inCells = false;
  const open = (name: string, a: Readonly<Record<string, string>>): void => {
    if (name === 'numFmt') own.set(Number(a.numFmtId), dateFormat(a.formatCode ?? ''));
    else if (name === 'cellXfs') inCells = true;
    else if (name === 'xf' && inCells) styles.push(own.get(Number(a.numFmtId)) ?? builtIn.get(Number(a.numFmtId)) ?? null);
  };
  const close = (name: string): void => void (name === 'cellXfs' && (inCells = false));
  await streamXml(zip, 'xl/styles.xml', { open, close }, mostBytes);
  return styles;
}

const DAY_MS = 86_400_000;
/** Spreadsheets count days from 30 December 1899, and go up to the end of 9999. */
const ZERO = Date.UTC(1899, 11, 30);
const LAST = 2_958_465;
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Day number 35521 as `'1997-04-01'`, `'1997-04'` or `'1997'`, by what its format shows; null where it is no day. */
export function dateShown(serial: number, { year, month, day }: ShownDate): string | null {
  if (serial < 1 || serial > LAST) return null;
  // 1952 typed into a cell that is to show years is the year, though the spreadsheet shows one of 1905: nobody means its 127th day.
  if (year && !month && !day && Number.isInteger(serial) && serial >= 1850 && serial <= 2100) return String(serial);
  const iso = new Date(ZERO + Math.floor(serial) * DAY_MS).toISOString();
  if (year) return iso.slice(0, day ? 10 : month ? 7 : 4);
  // Without its year it is no date of anything: a spreadsheet adds the year in which somebody typed it.
  return [day ? String(Number(iso.slice(8, 10))) : '', month ? (months[Number(iso.slice(5, 7)) - 1] ?? '') : ''].join(' ').trim();
}
