// Where the heads of a sheet are and what they say: below a title, in one row or in two of which the upper one is merged.
import type { Sheet } from '#platform/files/sheets.ts';
import { columnOfHead, isParty, tagOfName, tagOfWord, type HeadSaid } from '../../domain/file/heads.ts';
import type { ColumnLayout, TableLayout } from '../../domain/file/layout.ts';
import { textOf } from './cells.ts';

export interface ReadHeads {
  /** How many rows of the sheet end with the heads: those behind them are rows of the table. */
  readonly rows: number;
  /** The number of the lowest row of heads; 0 where there is none. */
  readonly number: number;
  /** The head of every column, of two rows as one. */
  readonly texts: readonly string[];
  readonly said: readonly (HeadSaid | null)[];
  /** How many columns of the table they name. */
  readonly hits: number;
  /** The needed ones that they lack. */
  readonly missing: readonly ColumnLayout[];
}

/** Titles and notes may stand above the heads. */
const HEADS_WITHIN = 10;

type Said = readonly (HeadSaid | null)[];

const languageAlone = (text: string): string | null => tagOfWord(text.normalize('NFKC').replace(/^[([\s]+|[)\]\s]+$/g, ''));

/** What the heads of a row say; `(EN)` alone behind a name is the same in another language, and of two roles alone the first one asks. */
function saidBy(layout: TableLayout, texts: readonly string[]): Said {
  const said: (HeadSaid | null)[] = texts.map((text) => (text === '' ? null : columnOfHead(layout, text)));
  texts.forEach((text, at) => {
    const before = said[at - 1]?.column;
    const tag = said[at] === null && before?.perLanguage === true && text !== '' ? languageAlone(text) : null;
    if (before !== undefined && tag !== null) said[at] = { column: before, tag };
  });
  // 中文名 where nobody's surname is asked is no given name, but what the company is called.
  const name = layout.columns.find(({ field, perLanguage }) => field === 'name' && perLanguage === true);
  if (name !== undefined && !said.some((one) => one?.column.field === 'surname'))
    texts.forEach((text, at) => {
      const tag = said[at]?.column.field === 'givenName' ? tagOfName(text) : null;
      if (tag !== null) said[at] = { column: name, tag };
    });
  for (const field of layout.table === 'requests' ? ['from', 'to'] : []) {
    const column = layout.columns.find((one) => one.field === field);
    const at = said.some((one) => one?.column.field === field)
      ? -1
      : texts.findIndex((text, place) => said[place] === null && isParty(text));
    if (column !== undefined && at >= 0) said[at] = { column, tag: null };
  }
  return said;
}

/** Two rows of heads as one, where cells of the upper one are merged over several below; null where the lower one is no row of heads. */
function joined(
  layout: TableLayout,
  upper: readonly string[],
  lower: readonly string[],
): { readonly texts: readonly string[]; readonly said: Said } | null {
  const width = Math.max(upper.length, lower.length);
  let above = '';
  const columns = Array.from({ length: width }, (_, at) => {
    const [own, below] = [upper[at] ?? '', lower[at] ?? ''];
    const isCovered = own === '' && above !== '' && below !== '';
    if (own !== '' || below === '') above = own;
    if (below === '' || above === '') return { text: below === '' ? own : below, alone: true, isCovered, below };
    const over = columnOfHead(layout, above);
    const tag = over?.column.perLanguage === true ? languageAlone(below) : null;
    if (over !== null && tag !== null)
      return { text: `${above} (${below})`, said: { column: over.column, tag }, alone: false, isCovered, below };
    return {
      text: `${above} ${below}`,
      said: columnOfHead(layout, below) ?? columnOfHead(layout, `${above}${below}`),
      alone: false,
      isCovered,
      below,
    };
  });
  const both = columns.filter(({ below }) => below !== '');
  const known = both.filter(({ said, below }) => (said ?? columnOfHead(layout, below)) !== null);
  const isHeads =
    columns.some(({ isCovered }) => isCovered) &&
    upper.some((text) => text !== '' && columnOfHead(layout, text) !== null) &&
    known.length * 2 >= both.length &&
    both.every(({ below }) => !/\d/.test(below));
  if (!isHeads) return null;
  const texts = columns.map(({ text }) => text);
  const single = saidBy(
    layout,
    columns.map(({ alone, text }) => (alone ? text : '')),
  );
  return { texts, said: columns.map(({ alone, said = null }, at) => (alone ? (single[at] ?? null) : said)) };
}

const filledIn = (texts: readonly string[]): number => texts.filter((text) => text !== '').length;

/** The row that most likely holds the heads of a sheet of which nothing is known: the first of the first ten that is nearly as full as any. */
export function rowOfHeads({ rows }: Sheet): { readonly at: number; readonly heads: readonly string[] } {
  const first = rows.slice(0, HEADS_WITHIN).map(({ cells }) => cells.map(textOf));
  const most = Math.max(0, ...first.map(filledIn));
  const at = Math.max(
    0,
    first.findIndex((texts) => filledIn(texts) >= most * 0.8),
  );
  return { at, heads: first[at] ?? [] };
}

/** The heads of a table in a sheet: the row, or two, with all that are needed and most of the others. `stated`: in which row a person says that they are. */
export function readHeads(layout: TableLayout, sheet: Sheet, stated?: number): ReadHeads {
  const rows = sheet.rows.slice(0, HEADS_WITHIN + 1);
  const lacking = (said: Said): readonly ColumnLayout[] =>
    layout.columns.filter(({ needed, field }) => needed === true && !said.some((one) => one?.column.field === field));
  const told = (at: number, texts: readonly string[], said: Said): ReadHeads => ({
    ...{ rows: at + 1, number: sheet.rows[at]?.number ?? 0, texts, said },
    hits: new Set(said.flatMap((one) => (one === null || one.column.alsoElsewhere === true ? [] : one.column.field))).size,
    missing: lacking(said),
  });
  if (stated === 0) {
    const texts = Array.from({ length: Math.max(0, ...rows.map(({ cells }) => cells.length)) }, () => '');
    return { rows: 0, number: 0, texts, said: texts.map(() => null), hits: 0, missing: lacking([]) };
  }
  const filled = rows.map(({ cells }) => filledIn(cells.map(textOf)));
  const candidates = rows.slice(0, HEADS_WITHIN).flatMap(({ cells, number }, at): ReadHeads[] => {
    const texts = cells.map(textOf);
    // Lines above heads have fewer cells, as a title has; else a row of values that look like heads would be taken for them.
    if (number !== stated && filled.slice(0, at).some((above) => above >= (filled[at] ?? 0))) return [];
    const two = joined(layout, texts, rows[at + 1]?.cells.map(textOf) ?? []);
    return [told(at, texts, saidBy(layout, texts)), ...(two === null ? [] : [told(at + 1, two.texts, two.said)])];
  });
  const asked = stated === undefined ? candidates : candidates.filter(({ number }) => number === stated);
  if (asked.length === 0) {
    const at = Math.max(
      0,
      sheet.rows.findIndex(({ number }) => number >= (stated ?? 1)),
    );
    const texts = sheet.rows[at]?.cells.map(textOf) ?? [];
    return told(at, texts, saidBy(layout, texts));
  }
  const whole = asked.filter(({ missing }) => missing.length === 0);
  return (whole.length === 0 ? asked : whole).reduce((best, heads) => (heads.hits > best.hits ? heads : best));
}
