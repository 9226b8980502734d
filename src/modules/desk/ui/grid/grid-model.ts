// The grid of ties without its looks: which rows are shown, in which order.
import { isOneOf } from '#kernel/codes.ts';
import { fold } from '#kernel/fold.ts';
import { doubtKinds, hasDoubt, type DoubtKind } from '#modules/ties/domain/doubts.ts';
import type { GridRow } from '../../contract/register.ts';
import { gridColumns, type EditedColumn, type GridColumn, type GridFilter, type GridOrder } from './grid-view.ts';

/** How a row is written in a column, for searching and sorting. */
export type CellText = (row: GridRow, column: GridColumn) => string;

/** The sources of what a row shows, each once: of its date, class, status and note. */
export const sourcesOf = ({ since, classCode, status, note }: GridRow): readonly string[] => [
  ...new Set([since, classCode, status, note].flatMap(({ source }) => source ?? [])),
];

/** The columns of a row that others read in which a word of ours is for our office alone. */
export function seenByUsAlone({ visibility, classCode, since, status, note }: GridRow): readonly EditedColumn[] {
  const cells = { class: classCode, since, status, note };
  const columns = ['class', 'since', 'status', 'note'] as const;
  return visibility === 'private' ? [] : columns.filter((column) => cells[column].own?.visibility === 'private');
}

const isDoubt = (only: GridFilter['only']): only is DoubtKind => isOneOf(doubtKinds, only);

/** Codes of classes with the class that everybody finds as which they count. */
export type CommonClasses = ReadonlyMap<string, string | null>;

const isWanted = (row: GridRow, { classCode, domain, only }: GridFilter, common: CommonClasses): boolean =>
  (classCode === '' || row.classCode.value === classCode || common.get(row.classCode.value ?? '') === classCode) &&
  (domain === '' || row.domains.some((mark) => mark.domain === domain && mark.state !== 'empty')) &&
  (!isDoubt(only) || hasDoubt(row.doubts, only)) &&
  (only !== 'no_date' || row.since.value === null) &&
  (only !== 'next' || row.next !== null);

/** Rows that fit the filter - by any name of the city, without accents, in pinyin, or by what a cell says -, in the order asked for; rows without a value come last either way. */
export function shownRows(
  rows: readonly GridRow[],
  {
    filter,
    order,
    text,
    common = new Map(),
  }: { readonly filter: GridFilter; readonly order: GridOrder; readonly text: CellText; readonly common?: CommonClasses },
): readonly GridRow[] {
  const words = fold(filter.q);
  const holds = (written: string): boolean => fold(written).includes(words);
  const found = rows.filter(
    (row) =>
      isWanted(row, filter, common) && (words === '' || row.foundBy.some(holds) || gridColumns.some((column) => holds(text(row, column)))),
  );
  const collator = new Intl.Collator(['zh-Hans-u-co-pinyin', 'en'], { numeric: true });
  const valueOf = (row: GridRow): string => {
    if (order.key === 'since') return row.since.value?.text ?? '';
    if (order.key === 'next') return row.next?.on.text ?? '';
    return order.key === 'last' ? (row.lastExchange?.on.text ?? '') : text(row, order.key);
  };
  return found.toSorted((x, y) => {
    const [a, b] = [valueOf(x), valueOf(y)];
    if (a === '' || b === '') return Number(a === '') - Number(b === '');
    return collator.compare(a, b) * (order.descending ? -1 : 1);
  });
}
