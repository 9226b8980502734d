// Finds out which table each sheet of a file holds and what its columns mean, whoever made the file.
import type { Problem } from '#kernel/result.ts';
import { columnLetters, type Sheet, type SheetRow } from '#platform/files/sheets.ts';
import { problemAt, quoted } from '../../domain/file/problems.ts';
import { textOf } from './cells.ts';
import { columnOfHeading, layoutOfName, layouts, type TableLayout } from './layout.ts';

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

/** Titles and notes may stand above the headings. */
const HEADINGS_WITHIN = 10;

const hitsOf = (layout: TableLayout, row: SheetRow | undefined): number =>
  new Set((row?.cells ?? []).flatMap((cell) => columnOfHeading(layout, textOf(cell))?.column.field ?? [])).size;

const isWhole = (layout: TableLayout, row: SheetRow | undefined): boolean => {
  const fields = new Set((row?.cells ?? []).flatMap((cell) => columnOfHeading(layout, textOf(cell))?.column.field ?? []));
  return layout.columns.every((column) => column.needed !== true || fields.has(column.field));
};

/** The row of the headings: the first that has all needed ones, else the first with the most. */
function headingRow(layout: TableLayout, sheet: Sheet): number {
  const candidates = sheet.rows.slice(0, HEADINGS_WITHIN);
  const whole = candidates.findIndex((row) => isWhole(layout, row));
  if (whole >= 0) return whole;
  return candidates.reduce((best, row, index) => (hitsOf(layout, row) > hitsOf(layout, candidates[best]) ? index : best), 0);
}

/** The table whose needed headings a sheet without a telling name has; of several the one with most columns. */
function layoutOfHeadings(sheet: Sheet): TableLayout | null {
  const fitting = layouts
    .map((layout) => ({ layout, row: sheet.rows[headingRow(layout, sheet)] }))
    .filter(({ layout, row }) => isWhole(layout, row) && hitsOf(layout, row) > 1 - Number(layout.table === 'participants'))
    .sort((a, b) => hitsOf(b.layout, b.row) - hitsOf(a.layout, a.row));
  return fitting[0]?.layout ?? null;
}

function recogniseSheet(sheet: Sheet, known: { readonly layout: TableLayout; readonly role: 'exhibitor' | 'buyer' | null }): Recognised {
  const { layout, role } = known;
  const at = headingRow(layout, sheet);
  const header = sheet.rows[at];
  if (header === undefined) return { sheets: [], ignored: [{ sheet: sheet.name, column: null }], problems: [] };
  const columns: RecognisedColumn[] = [];
  const ignored: Ignored[] = [];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  header.cells.forEach((cell, index) => {
    const heading = textOf(cell);
    const found = columnOfHeading(layout, heading);
    if (found === null) {
      if (heading !== '') ignored.push({ sheet: sheet.name, column: quoted(heading) });
      return;
    }
    const key = JSON.stringify([found.column.field, found.tag]);
    if (seen.has(key))
      problems.push(
        problemAt({ sheet: sheet.name, row: header.number, column: columnLetters(index) }, 'meetings.file_heading_doubled', {
          value: quoted(heading),
        }),
      );
    seen.add(key);
    columns.push({ index, field: found.column.field, tag: found.tag, heading });
  });
  for (const column of layout.columns) {
    if (column.needed === true && !columns.some((c) => c.field === column.field)) {
      problems.push(
        problemAt({ sheet: sheet.name, row: header.number, column: `${column.en} / ${column.zh}` }, 'meetings.file_heading_missing', {}),
      );
    }
  }
  return {
    sheets: [{ name: sheet.name, layout, role, columns, rows: sheet.rows.slice(at + 1), width: header.cells.length }],
    ignored,
    problems,
  };
}

/** Every sheet with its table; sheets without a telling name are looked at by their headings only where no other has one. */
export function recognise(sheets: readonly Sheet[]): Recognised {
  const filled = sheets.filter((sheet) => sheet.rows.length > 0);
  const named = filled.map((sheet) => ({ sheet, known: layoutOfName(sheet.name) }));
  const any = named.some(({ known }) => known !== null);
  const parts = named.map(({ sheet, known }): Recognised => {
    const layout = known ?? (any ? null : layoutOfHeadings(sheet));
    if (layout === null) return { sheets: [], ignored: [{ sheet: sheet.name, column: null }], problems: [] };
    return recogniseSheet(sheet, 'layout' in layout ? layout : { layout, role: null });
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
