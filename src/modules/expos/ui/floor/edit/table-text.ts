// The rectangles as a table of text: read from a CSV file or from what was copied in a spreadsheet, and written as one. Lengths are in metres.
import { isOneOf } from '#kernel/codes.ts';
import { forEachLanguage, inEach, languages, writing, type Language } from '#kernel/language.ts';
import { guardCell, restoreCell } from '#reading/live-cells.ts';
import { rectangleKinds, type RectangleKind } from '../../../domain/floor/plan.ts';
import { centimetresOf, lengthFields, newKey, type FloorDraft, type HallDraft, type RectangleDraft } from './floor-draft.ts';

const nameIn = (tag: Language) => `name_${writing[tag].suffix}` as const;
export const tableColumns = [...(['hall', 'kind', 'code'] as const), ...languages.map(nameIn), ...lengthFields];
export type TableColumn = (typeof tableColumns)[number];
const needed: readonly TableColumn[] = ['hall', 'kind', ...lengthFields];

const heads: Readonly<Record<TableColumn, Readonly<Record<Language, string>>>> = {
  hall: inEach('Hall', '展馆'),
  kind: inEach('What', '类型'),
  code: inEach('Code', '编号'),
  name_en: inEach('Name in English', '英文名称'),
  name_zh: inEach('Name in Chinese', '中文名称'),
  x: inEach('From the left, m', '距左（米）'),
  y: inEach('From the top, m', '距上（米）'),
  width: inEach('Width, m', '宽度（米）'),
  depth: inEach('Depth, m', '进深（米）'),
};
const kindWords: Readonly<Record<RectangleKind, Readonly<Record<Language, string>>>> = {
  stand: inEach('stand', '展位'),
  table: inEach('table', '洽谈桌'),
  zone: inEach('zone', '分区'),
  entrance: inEach('entrance', '出入口'),
};

/** What a row may be, in the words of the table. */
export const kindsIn = (language: Language): readonly string[] => rectangleKinds.map((kind) => kindWords[kind][language]);

export const headOf = (column: TableColumn, language: Language): string => heads[column][language];

/** Heads are compared without case, blanks and the unit: `Width (m)`, `width, m`, `宽度(米)`. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\ufeff]/g, '')
    .replace(/[,(]?(m|metres|米)\)?$/, '');

const columnOf = (head: string): TableColumn | undefined =>
  tableColumns.find(
    (column) =>
      folded(column.replace('_', '')) === folded(head.replace('_', '')) ||
      languages.some((tag) => folded(heads[column][tag]) === folded(head)),
  );

/** Rows of cells: tabs where there are any, else semicolons or commas, whichever the first line has more of; quotes as in RFC 4180. */
export function splitTable(text: string): readonly (readonly string[])[] {
  const whole = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const [head = ''] = whole.split('\n');
  const apart = head.includes('\t') ? '\t' : head.split(';').length > head.split(',').length ? ';' : ',';
  const rows: string[][] = [];
  let [row, cell, quoted]: [string[], string, boolean] = [[], '', false];
  const endCell = () => {
    row.push(restoreCell(cell));
    cell = '';
  };
  for (let at = 0; at <= whole.length; at += 1) {
    const sign = whole[at];
    if (quoted && sign === '"' && whole[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (sign === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (sign === undefined || (sign === '\n' && !quoted)) {
      endCell();
      if (row.some((one) => one.trim() !== '')) rows.push(row);
      row = [];
    } else if (sign === apart && !quoted) endCell();
    else cell += sign;
  }
  return rows;
}

/** A cell that says nothing the plan knows; `row` counts as a spreadsheet does, the heads being the first. */
export interface WrongCell {
  readonly row: number;
  readonly column: TableColumn;
  readonly cell: string;
}

export type ReadTable =
  | { readonly state: 'no_heads' }
  | { readonly state: 'empty' }
  | { readonly state: 'columns'; readonly missing: readonly TableColumn[]; readonly unknown: readonly string[] }
  | { readonly state: 'wrong'; readonly wrong: readonly WrongCell[] }
  | { readonly state: 'read'; readonly halls: readonly HallDraft[]; readonly rectangles: readonly RectangleDraft[] };

/** Reads all of it or tells all that is wrong; halls that are not known yet are added without a size. */
export function readTable(text: string, known: readonly HallDraft[]): ReadTable {
  const [head = [], ...rows] = splitTable(text);
  const columns = head.map((cell) => (cell.trim() === '' ? null : (columnOf(cell) ?? cell.trim())));
  const isColumn = (name: string | null): name is TableColumn => isOneOf(tableColumns, name);
  if (!columns.some(isColumn)) return { state: 'no_heads' };
  const missing = needed.filter((column) => !columns.includes(column));
  const unknown = columns.flatMap((column, at) =>
    column !== null && (!isColumn(column) || columns.indexOf(column) !== at) ? [head[at] ?? ''] : [],
  );
  if (missing.length > 0 || unknown.length > 0) return { state: 'columns', missing, unknown };
  if (rows.length === 0) return { state: 'empty' };
  const halls = new Map(known.map((hall) => [hall.code.trim(), hall]));
  const wrong: WrongCell[] = [];
  const rectangles = rows.map((cells, index): RectangleDraft => {
    const cellOf = (column: TableColumn): string => cells[columns.indexOf(column)]?.trim() ?? '';
    const miss = (column: TableColumn) => wrong.push({ row: index + 2, column, cell: cellOf(column) });
    const kind = rectangleKinds.find((one) => [one, ...languages.map((tag) => kindWords[one][tag])].includes(cellOf('kind').toLowerCase()));
    if (kind === undefined) miss('kind');
    for (const field of lengthFields) if (centimetresOf(cellOf(field)) === null) miss(field);
    const code = cellOf('hall');
    if (code === '') miss('hall');
    // A row longer than the heads holds something that nobody named.
    if (cells.slice(columns.length).some((cell) => cell.trim() !== ''))
      wrong.push({ row: index + 2, column: 'depth', cell: cells.slice(columns.length).join(' ') });
    const hall = halls.get(code) ?? { key: newKey(), code, width: '', depth: '' };
    halls.set(code, hall);
    const [x, y, width, depth] = lengthFields.map(cellOf);
    return {
      ...{ key: newKey(), kind: kind ?? 'zone', hall: hall.key, code: cellOf('code') },
      name: forEachLanguage((tag) => cellOf(nameIn(tag))),
      ...{ x: x ?? '', y: y ?? '', width: width ?? '', depth: depth ?? '' },
    };
  });
  return wrong.length > 0 ? { state: 'wrong', wrong } : { state: 'read', halls: [...halls.values()], rectangles };
}

const quotedCell = (text: string): string => {
  const cell = guardCell(text);
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
};

/** The same table, as `readTable` reads it. */
export function writeTable({ halls, rectangles }: FloorDraft, language: Language): string {
  const codes = new Map(halls.map(({ key, code }) => [key, code]));
  const rows = rectangles.map((one) => [
    ...[codes.get(one.hall) ?? '', kindWords[one.kind][language], one.code],
    ...languages.map((tag) => one.name[tag]),
    ...lengthFields.map((field) => one[field]),
  ]);
  const named = tableColumns.map((column) => headOf(column, language));
  return `\ufeff${[named, ...rows].map((cells) => cells.map(quotedCell).join(',')).join('\r\n')}\r\n`;
}
