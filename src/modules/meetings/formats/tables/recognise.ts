// Finds out which table each sheet of a file holds and what its columns mean, whoever made the file.
import { languages } from '#kernel/language.ts';
import type { Problem } from '#kernel/result.ts';
import { columnLetters, type Sheet, type SheetRow } from '#platform/files/sheets.ts';
import { problemAt, quoted } from '../../domain/file/problems.ts';
import { textOf } from './cells.ts';
import { columnOfHead, layoutOfName, layouts, writtenWord, type ColumnLayout, type TableLayout } from './layout.ts';

/** Something of the file that no fact was taken from. `column` is null for a whole sheet. */
export interface Ignored {
  readonly sheet: string;
  readonly column: string | null;
}

export interface RecognisedColumn {
  readonly index: number;
  readonly field: string;
  /** Language of the column's texts; null where the heading names none. */
  readonly tag: string | null;
  readonly heading: string;
}

export interface RecognisedSheet {
  readonly name: string;
  readonly layout: TableLayout;
  /** The role that the sheet's name says. */
  readonly role: 'exhibitor' | 'buyer' | null;
  readonly columns: readonly RecognisedColumn[];
  readonly rows: readonly SheetRow[];
  readonly width: number;
}

export interface Recognised {
  readonly sheets: readonly RecognisedSheet[];
  readonly ignored: readonly Ignored[];
  readonly problems: readonly Problem[];
}

/** Titles and notes may stand above the heads. */
const HEADS_WITHIN = 10;

interface Heads {
  readonly layout: TableLayout;
  /** The place of their row. */
  readonly at: number;
  /** How many columns of the table they name. */
  readonly hits: number;
  /** The needed ones that they lack. */
  readonly missing: readonly ColumnLayout[];
}

/** The heads of a table in a sheet: the first row that has all needed ones, else the first with the most. */
function headsOf(layout: TableLayout, { rows }: Sheet): Heads {
  const candidates = rows.slice(0, HEADS_WITHIN).map(({ cells }, at): Heads => {
    const fields = new Set(cells.flatMap((cell) => columnOfHead(layout, textOf(cell))?.column.field ?? []));
    return { layout, at, hits: fields.size, missing: layout.columns.filter(({ needed, field }) => needed === true && !fields.has(field)) };
  });
  const whole = candidates.find(({ missing }) => missing.length === 0);
  return whole ?? candidates.reduce((best, heads) => (heads.hits > best.hits ? heads : best));
}

/** The table whose needed heads a sheet without a telling name has; of several the one with most columns. */
const headsOfAny = (sheet: Sheet): Heads | undefined =>
  layouts
    .map((layout) => headsOf(layout, sheet))
    .filter(({ layout, hits, missing }) => missing.length === 0 && hits > 1 - Number(layout.table === 'participants'))
    .toSorted((a, b) => b.hits - a.hits)[0];

function recogniseSheet(sheet: Sheet, { layout, at, missing }: Heads, role: RecognisedSheet['role']): Recognised {
  const { name, rows } = sheet;
  const { number = 0, cells = [] } = rows[at] ?? {};
  const columns: RecognisedColumn[] = [];
  const ignored: Ignored[] = [];
  const problems: Problem[] = [];
  cells.forEach((cell, index) => {
    const heading = textOf(cell);
    const found = columnOfHead(layout, heading);
    if (found === null) {
      if (heading !== '') ignored.push({ sheet: name, column: quoted(heading) });
      return;
    }
    const { field } = found.column;
    if (columns.some((column) => column.field === field && column.tag === found.tag))
      problems.push(
        problemAt({ sheet: name, row: number, column: columnLetters(index) }, 'meetings.file_heading_doubled', { value: quoted(heading) }),
      );
    columns.push({ index, field, tag: found.tag, heading });
  });
  for (const { heads } of missing) {
    const column = languages.map((language) => writtenWord(heads, language)).join(' / ');
    problems.push(problemAt({ sheet: name, row: number, column }, 'meetings.file_heading_missing', {}));
  }
  return { sheets: [{ name, layout, role, columns, rows: rows.slice(at + 1), width: cells.length }], ignored, problems };
}

/** Every sheet with its table; sheets without a telling name are looked at by their heads only where no other has one. */
export function recognise(sheets: readonly Sheet[]): Recognised {
  const filled = sheets.filter((sheet) => sheet.rows.length > 0);
  const named = filled.map((sheet) => ({ sheet, known: layoutOfName(sheet.name) }));
  const any = named.some(({ known }) => known !== null);
  const parts = named.map(({ sheet, known }): Recognised => {
    const heads = known !== null ? headsOf(known.layout, sheet) : any ? undefined : headsOfAny(sheet);
    if (heads === undefined) return { sheets: [], ignored: [{ sheet: sheet.name, column: null }], problems: [] };
    return recogniseSheet(sheet, heads, known?.role ?? null);
  });
  const found = {
    sheets: parts.flatMap((p) => p.sheets),
    ignored: parts.flatMap((p) => p.ignored),
    problems: parts.flatMap((p) => p.problems),
  };
  if (found.sheets.length > 0 || found.problems.length > 0) return found;
  const first = sheets[0]?.name ?? '';
  return { ...found, problems: [problemAt({ sheet: first, row: 1, column: 'A' }, 'meetings.file_no_known_table')] };
}
