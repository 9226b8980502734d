// Sets sheets of text and tables on A4: each begins a page of its own, heads come again on the next, and nothing is cut off.
import { DEFAULT_SIZE, MM, type Ink, type Line } from './ink.ts';

/** What stands in one cell, line below line. */
export type PaperCell = readonly Line[];

export type Block =
  /** As wide as the page, or as high as there is room. */
  | { readonly kind: 'drawing'; readonly width: number; readonly depth: number; readonly boxes: readonly DrawnBox[] }
  | { readonly kind: 'lines'; readonly lines: readonly Line[] }
  | {
      readonly kind: 'table';
      /** Widths are shares of the whole. */
      readonly columns: readonly { readonly head: string; readonly width: number }[];
      readonly rows: readonly (readonly PaperCell[])[];
    };

/** A rectangle of a drawing, in the unit of the drawing. */
export interface DrawnBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly depth: number;
  /** Written into it where it has room. */
  readonly label: string;
  /** `ground` lies under the others; `open` has a dashed edge. */
  readonly look: 'plain' | 'ground' | 'open';
}

export interface Sheet {
  readonly title: readonly Line[];
  /** What a page says at its top when the sheet goes on. */
  readonly again: string;
  readonly blocks: readonly Block[];
}

const MARGIN = 15 * MM;
const LEADING = 1.32;
const PADDING = 3;
const GAP = 6 * MM;

interface Place {
  readonly left: number;
  readonly width: number;
  readonly bottom: number;
}

/** A page and how far it is filled. */
function pages(inked: Ink, footer: readonly [left: string, page: (number: number) => string]) {
  let number = 0;
  let y = 0;
  let place: Place = { left: MARGIN, width: 0, bottom: 0 };
  const small = { size: 7.5, muted: true };
  return {
    place: () => place,
    y: () => y,
    down: (points: number) => {
      y += points;
    },
    turn: (again?: string) => {
      const { width, height } = inked.page('A4');
      place = { left: MARGIN, width: width - 2 * MARGIN, bottom: height - MARGIN - 6 * MM };
      number += 1;
      const right = footer[1](number);
      inked.write(right, { x: width - MARGIN - inked.widthOf(right, small), baseline: height - MARGIN, ...small });
      const room = place.width - inked.widthOf(right, small) - 4 * MM;
      inked.write(inked.wrapped({ text: footer[0], ...small }, room)[0] ?? '', { x: MARGIN, baseline: height - MARGIN, ...small });
      y = MARGIN;
      if (again === undefined) return;
      const head = { size: 8.5, bold: true, muted: true };
      inked.write(inked.wrapped({ text: again, ...head }, place.width)[0] ?? '', { x: MARGIN, baseline: y + head.size, ...head });
      y += head.size * LEADING + 2 * MM;
    },
  };
}
type Pages = ReturnType<typeof pages>;

interface SetLine extends Omit<Line, 'size'> {
  readonly size: number;
}

const setOf = (inked: Ink, cell: PaperCell, width: number): readonly SetLine[] =>
  cell.flatMap((line) => inked.wrapped(line, width).map((text) => ({ ...line, text, size: line.size ?? DEFAULT_SIZE })));

const heightOf = (lines: readonly SetLine[]): number => lines.reduce((sum, { size }) => sum + size * LEADING, 0);

function setLines(inked: Ink, page: Pages, lines: readonly Line[], again: string): void {
  for (const line of setOf(inked, lines, page.place().width)) {
    if (page.y() + line.size * LEADING > page.place().bottom) page.turn(again);
    inked.write(line.text, { ...line, x: page.place().left, baseline: page.y() + line.size });
    page.down(line.size * LEADING);
  }
}

interface Column {
  readonly x: number;
  readonly width: number;
}

/** One row, or as much of it as the page holds; answers what is left of each cell. */
function setRow(
  inked: Ink,
  page: Pages,
  columns: readonly Column[],
  cells: readonly (readonly SetLine[])[],
): readonly (readonly SetLine[])[] {
  const room = page.place().bottom - page.y() - 2 * PADDING;
  const fitting = cells.map((lines) => {
    let height = 0;
    const most = lines.findIndex(({ size }) => (height += size * LEADING) > room);
    return most === -1 ? lines.length : most;
  });
  for (const [at, lines] of cells.entries()) {
    let y = page.y() + PADDING;
    for (const line of lines.slice(0, fitting[at])) {
      inked.write(line.text, { ...line, x: columns[at]?.x ?? 0, baseline: y + line.size });
      y += line.size * LEADING;
    }
  }
  page.down(Math.max(...cells.map((lines, at) => heightOf(lines.slice(0, fitting[at])))) + 2 * PADDING);
  return cells.map((lines, at) => lines.slice(fitting[at]));
}

function setTable(inked: Ink, page: Pages, { columns, rows }: Extract<Block, { kind: 'table' }>, again: string): void {
  const { left, width } = page.place();
  const whole = columns.reduce((sum, column) => sum + column.width, 0);
  let x = left;
  const laid = columns.map((column): Column => {
    const own = (column.width / whole) * width;
    const at = { x, width: own - 2 * MM };
    x += own;
    return at;
  });
  const line = (): void => inked.rule([left, page.y()], [left + width, page.y()]);
  const heads = columns.map(({ head }, at) => setOf(inked, [{ text: head, size: 8, bold: true, muted: true }], laid[at]?.width ?? 0));
  const head = (): void => {
    setRow(inked, page, laid, heads);
    line();
  };
  const turn = (): void => {
    page.turn(again);
    head();
  };
  const least = Math.max(...heads.map(heightOf)) + 3 * DEFAULT_SIZE * LEADING;
  if (page.y() + least > page.place().bottom) page.turn(again);
  head();
  for (const row of rows) {
    let rest = row.map((cell, at) => setOf(inked, cell, laid[at]?.width ?? 0));
    // A row is kept together where a page can hold it.
    const height = Math.max(...rest.map(heightOf)) + 2 * PADDING;
    if (page.y() + height > page.place().bottom) turn();
    rest = [...setRow(inked, page, laid, rest)];
    while (rest.some((lines) => lines.length > 0)) {
      turn();
      rest = [...setRow(inked, page, laid, rest)];
    }
    line();
  }
}

const LEAST_LABEL = 3.5;
const OPEN_LABEL = 8;
const looks = { plain: {}, ground: { fill: '#eef1f3', edge: 0.2 }, open: { dashed: true } } as const;

/** Walls, and every box with its label as large as it has room for. */
function setDrawing(inked: Ink, page: Pages, { width, depth, boxes }: Extract<Block, { kind: 'drawing' }>, again: string): void {
  const least = 60 * MM;
  if (page.y() + least > page.place().bottom) page.turn(again);
  const { left, width: wide, bottom } = page.place();
  const scale = Math.min(wide / width, (bottom - page.y()) / depth);
  const top = page.y();
  for (const { look, label, ...box } of boxes.toSorted((a, b) => Number(b.look === 'ground') - Number(a.look === 'ground'))) {
    const at = { x: left + box.x * scale, y: top + box.y * scale, width: box.width * scale, height: box.depth * scale };
    inked.box(at, looks[look]);
    const unit = inked.widthOf(label, { size: 1 });
    // What is open in a wall is no wider than it: its name stands inside of the hall, off its lines.
    if (look === 'open' && label !== '') {
      const end = left + width * scale - unit * OPEN_LABEL - 3;
      const x = Math.max(left + 3, Math.min(end, at.x + (at.width - unit * OPEN_LABEL) / 2));
      const isHigh = at.y - top < OPEN_LABEL * 2;
      inked.write(label, { x, baseline: isHigh ? at.y + at.height + OPEN_LABEL + 2 : at.y - 4, size: OPEN_LABEL });
      continue;
    }
    const size = Math.min(9, at.height - 2, unit === 0 ? 0 : (at.width - 2) / unit);
    if (label === '' || size < LEAST_LABEL) continue;
    const baseline = look === 'ground' ? at.y + at.height - 3 : at.y + at.height / 2 + size * 0.35;
    inked.write(label, { x: at.x + (at.width - unit * size) / 2, baseline, size });
  }
  inked.box({ x: left, y: top, width: width * scale, height: depth * scale }, { edge: 1.5 });
  page.down(depth * scale);
}

/** Sets the sheets one after the other; `onSheet` is told how many are done. The footer stands on every page, with its number. */
export function setSheets(
  inked: Ink,
  sheets: Iterable<Sheet>,
  {
    footer,
    pageWord,
    onSheet,
  }: { readonly footer: string; readonly pageWord: (number: number) => string; readonly onSheet: (done: number) => void },
): void {
  const page = pages(inked, [footer, pageWord]);
  let done = 0;
  for (const { title, again, blocks } of sheets) {
    page.turn();
    setLines(inked, page, title, again);
    for (const block of blocks) {
      page.down(GAP / 2);
      if (block.kind === 'lines') setLines(inked, page, block.lines, again);
      else if (block.kind === 'drawing') setDrawing(inked, page, block, again);
      else setTable(inked, page, block, again);
    }
    onSheet((done += 1));
  }
}
