// Where everything of a paper stands on its A4 pages, in points from the top left: pure, so that screen, PDF and tests count the same pages.
import { sentence } from '../sentence.ts';
import { leftWords } from './left-words.ts';
import type { Paper, PaperBerth, PaperBlock, PaperLine, PaperSection } from './paper.ts';

export interface Look {
  readonly size: number;
  readonly bold: boolean;
  readonly tone: 'ink' | 'muted' | 'late';
}

/** Whoever knows the fonts. */
export interface Ruler {
  readonly widthOf: (text: string, look: Pick<Look, 'size' | 'bold'>) => number;
  readonly wrapped: (text: string, look: Pick<Look, 'size' | 'bold'>, width: number) => readonly string[];
}

/** What is drawn, its place from the top left of what it belongs to. */
export type Mark =
  | ({ readonly kind: 'text'; readonly x: number; readonly y: number; readonly text: string } & Look)
  | {
      readonly kind: 'line';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly thick: number;
      readonly dash: readonly [number, number] | null;
      readonly tone: 'ink' | 'rule';
    }
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill: boolean;
      readonly dashed: boolean;
    };

interface Piece {
  readonly height: number;
  readonly marks: readonly Mark[];
  /** Stands on the page of the piece after it. */
  readonly keeps: boolean;
  readonly begins: boolean;
  /** What comes again above it where it is the first of its page. */
  readonly again?: Pick<Piece, 'height' | 'marks'>;
  /** Where it is the last of its page, its line is drawn again down to the foot. */
  readonly fills?: number;
}

const MM = 72 / 25.4;
export const sheet = { width: 210 * MM, height: 297 * MM };
const margin = { side: 18 * MM, top: 12 * MM, bottom: 12 * MM };
const LEADING = 1.34;
const ROW_GAP = 3.2;
const COLUMN_GAP = 4 * MM;
const MARK = 5 * MM;

const typeSizes = {
  car: { body: 10.5, small: 8.5, head: 12, lead: 13.5, gap: 11 },
  desk: { body: 9, small: 8, head: 10.5, lead: 12, gap: 9 },
} as const;
type Sizes = (typeof typeSizes)[keyof typeof typeSizes];
const SMALL: Look = { size: 8, bold: false, tone: 'muted' };

const lookOf = ({ look }: PaperLine, size: number, sizes: Sizes): Look => ({
  size: look === 'small' ? sizes.small : size,
  bold: look === 'strong' || look === 'late',
  tone: look === 'late' ? 'late' : look === 'muted' || look === 'small' ? 'muted' : 'ink',
});

/** Lines of text from the top left of their place; `right`: they end at its right edge. */
function setLines(
  ruler: Ruler,
  lines: readonly (Look & { readonly text: string })[],
  { x, width, right = false }: { readonly x: number; readonly width: number; readonly right?: boolean },
): { readonly height: number; readonly marks: readonly Mark[] } {
  let y = 0;
  const marks = lines.flatMap(({ text, ...look }) =>
    (text === '' ? [] : ruler.wrapped(text, look, width)).map((part): Mark => {
      const baseline = y + look.size;
      y += look.size * LEADING;
      return { kind: 'text', x: right ? x + width - ruler.widthOf(part, look) : x, y: baseline, text: part, ...look };
    }),
  );
  return { height: y, marks };
}

const down = (mark: Mark, by: number): Mark => ({ ...mark, y: mark.y + by });

interface Place {
  readonly ruler: Ruler;
  readonly sizes: Sizes;
  readonly x: number;
  readonly width: number;
}

type Rows = Extract<PaperBlock, { kind: 'rows' }>;

function columnsOf({ widths, as }: Rows, { x, width }: Place): readonly { readonly x: number; readonly width: number }[] {
  const marked = as === 'numbered' || as === 'dashed';
  const left = x + (marked ? MARK : 0);
  const all = width - (marked ? MARK : 0) - COLUMN_GAP * (widths.length - 1);
  const whole = widths.reduce((sum, share) => sum + share, 0);
  let at = left;
  return widths.map((share) => {
    const column = { x: at, width: (share / whole) * all };
    at += column.width + COLUMN_GAP;
    return column;
  });
}

function rowPieces(block: Rows, place: Place): readonly Piece[] {
  const { ruler, sizes, x, width } = place;
  const columns = columnsOf(block, place);
  const rule = (y: number, tone: 'ink' | 'rule'): Mark => ({ kind: 'line', x, y, width, thick: 0.5, dash: null, tone });
  const cellsOf = (cells: readonly (readonly (Look & { readonly text: string })[])[]) =>
    cells.map((lines, at) =>
      setLines(ruler, lines, { ...(columns[at] ?? { x, width }), right: block.endsRight && at === cells.length - 1 && at > 0 }),
    );
  const heads =
    block.heads === null ? [] : [cellsOf(block.heads.map((text) => [{ text, size: sizes.small, bold: true, tone: 'muted' as const }]))];
  const head = heads.map((cells): Piece => {
    const height = Math.max(...cells.map((cell) => cell.height)) + ROW_GAP;
    return { height, marks: [...cells.flatMap(({ marks }) => marks), rule(height - 1, 'ink')], keeps: true, begins: false };
  });
  // The line above each row is that below its heads, where these come again.
  const again = head.map(({ height, marks }) => ({ height: height - 1, marks: marks.filter(({ kind }) => kind === 'text') }));
  const rows = block.rows.map(({ cells }, number): Piece => {
    const lines = cells.map((cell, at) =>
      cell.map((line) => {
        const look = lookOf(line, sizes.body, sizes);
        return { text: line.text, ...look, ...(block.as === 'facts' && at === 0 ? { tone: 'muted' as const } : {}) };
      }),
    );
    const set = cellsOf(lines);
    const height = Math.max(0, ...set.map((cell) => cell.height)) + 2 * ROW_GAP;
    const mark = block.as === 'numbered' ? String(number + 1) : block.as === 'dashed' ? '–' : '';
    const marked: readonly Mark[] =
      mark === '' ? [] : [{ kind: 'text', x, y: sizes.body, text: mark, size: sizes.body, bold: block.as === 'numbered', tone: 'ink' }];
    const marks = [...set.flatMap((cell) => cell.marks), ...marked].map((one) => down(one, ROW_GAP));
    const piece = { height, marks: number === 0 ? marks : [rule(0, 'rule'), ...marks], keeps: false, begins: false };
    return number === 0 || again[0] === undefined ? piece : { ...piece, again: again[0] };
  });
  return [...head, ...rows];
}

/** How high a berth is filled, in quarters. */
const levels: Readonly<Record<PaperBerth, number>> = { 1: 1, 2: 2, 3: 3, 4: 4, ended: 0.5, differ: 2, unsaid: 0 };

function berthPiece({ berths, said }: Extract<PaperBlock, { kind: 'berths' }>, { ruler, sizes, x, width }: Place): Piece {
  const high = 14;
  const step = Math.min(22, width / Math.max(1, berths.length));
  const marks = berths.flatMap((level, at): readonly Mark[] => {
    const left = x + at * step;
    const filled = (high / 4) * levels[level];
    const edge: Mark = { kind: 'box', x: left, y: 0, width: step - 2, height: high, fill: false, dashed: level === 'unsaid' };
    if (filled === 0) return [edge];
    const inside = level === 'differ' ? (step - 2) / 2 : step - 2;
    return [edge, { kind: 'box', x: left, y: high - filled, width: inside, height: filled, fill: true, dashed: false }];
  });
  const words = setLines(ruler, [{ text: said, size: sizes.small, bold: false, tone: 'muted' }], { x, width });
  return {
    height: high + 4 + words.height,
    marks: [...marks, ...words.marks.map((mark) => down(mark, high + 3))],
    keeps: false,
    begins: false,
  };
}

function blockPieces(block: PaperBlock, place: Place): readonly Piece[] {
  const { ruler, sizes, x, width } = place;
  switch (block.kind) {
    case 'rows':
      return rowPieces(block, place);
    case 'berths':
      return [berthPiece(block, place)];
    case 'room': {
      const step = 22;
      const lines = Array.from({ length: block.lines }, (_, at): Mark => ({
        kind: 'line',
        x,
        y: (at + 1) * step,
        width,
        thick: 0.5,
        dash: null,
        tone: 'rule',
      }));
      return [{ height: block.lines * step, marks: lines, keeps: false, begins: false, fills: step }];
    }
    default: {
      const size = block.kind === 'lead' ? sizes.lead : sizes.body;
      const { height, marks } = setLines(
        ruler,
        block.lines.map((line) => ({ text: line.text, ...lookOf(line, size, sizes) })),
        { x, width },
      );
      return [{ height: height + 4, marks: marks.map((mark) => down(mark, 2)), keeps: false, begins: false }];
    }
  }
}

/** Solid, double, long dashes, short dashes, hairline: each kind of knowing has its rule. */
function ruleOf(rule: PaperSection['rule'], x: number, width: number): readonly Mark[] {
  const line = (y: number, thick: number, dash: readonly [number, number] | null = null): Mark => ({
    kind: 'line',
    x,
    y,
    width,
    thick,
    dash,
    tone: 'ink',
  });
  switch (rule) {
    case 'none':
      return [];
    case 'section':
      return [line(0, 1)];
    case 'known':
      return [line(0, 2.2)];
    case 'reported':
      return [line(-1, 0.8), line(1.4, 0.8)];
    case 'contested':
      return [line(0, 1.6, [12, 6])];
    case 'unknown':
      return [line(0, 1.2, [3, 3])];
    case 'held':
      return [line(0, 0.4)];
  }
}

function sectionPieces(section: PaperSection, place: Place, language: string): readonly Piece[] {
  const { ruler, sizes, x, width } = place;
  const title = setLines(ruler, [{ text: section.title, size: sizes.head, bold: true, tone: 'ink' }], { x, width });
  const noteLook: Look = { size: sizes.small, bold: false, tone: 'muted' };
  const free = width - ruler.widthOf(section.title, { size: sizes.head, bold: true }) - 6 * MM;
  const besides = section.note !== '' && ruler.widthOf(section.note, noteLook) <= free;
  const note = setLines(ruler, [{ text: section.note, ...noteLook }], { x, width, right: besides });
  const top = section.rule === 'none' ? 0 : sizes.gap + 4;
  const noteTop = besides ? top + sizes.head - sizes.small : top + title.height;
  const head: Piece = {
    height: top + title.height + (besides ? 0 : note.height) + (section.title === '' ? 0 : 2),
    marks: [
      ...ruleOf(section.rule, x, width).map((mark) => down(mark, sizes.gap)),
      ...title.marks.map((mark) => down(mark, top)),
      ...note.marks.map((mark) => down(mark, noteTop)),
    ],
    keeps: true,
    begins: false,
  };
  const words = leftWords(section, language);
  const rest = words === '' ? [] : blockPieces({ kind: 'text', lines: [{ text: words, look: 'muted' }] }, place);
  const body = section.blocks.flatMap((block) => blockPieces(block, place));
  if (section.title === '') return [head, ...body, ...rest];
  const name = setLines(ruler, [{ text: section.title, size: sizes.small, bold: true, tone: 'muted' }], { x, width });
  const named = (piece: Piece): Piece => {
    const under = piece.again?.marks.map((mark) => down(mark, name.height + ROW_GAP)) ?? [];
    return {
      ...piece,
      again: { height: name.height + ROW_GAP + (piece.again?.height ?? 0), marks: [...name.marks, ...under] },
    };
  };
  // What goes on over the page says there what it belongs to.
  return [head, ...[...body, ...rest].map((piece, at) => (at === 0 ? piece : named(piece)))];
}

/** Pieces one below the other as one that is not parted. */
function joined(pieces: readonly Piece[]): Piece {
  let y = 0;
  const marks = pieces.flatMap((piece) => {
    const placed = piece.marks.map((mark) => down(mark, y));
    y += piece.height;
    return placed;
  });
  return { height: y, marks, keeps: false, begins: false };
}

function groupPieces({ sections, begins }: Paper['groups'][number], place: Place, language: string): readonly Piece[] {
  const [left, right] = sections;
  if (left === undefined) return [];
  const half = (place.width - COLUMN_GAP) / 2;
  const pieces =
    right === undefined
      ? sectionPieces(left, place, language)
      : [left, right].reduce<Piece[]>((beside, section, at) => {
          const one = joined(sectionPieces(section, { ...place, x: place.x + at * (half + COLUMN_GAP), width: half }, language));
          const [first] = beside;
          return [
            first === undefined ? one : { ...first, height: Math.max(first.height, one.height), marks: [...first.marks, ...one.marks] },
          ];
        }, []);
  return pieces.map((piece, at) => (at === 0 ? { ...piece, begins } : piece));
}

/** The two cities with the line between them: the copy's own first. */
function pairPiece({ own, other, above, below }: NonNullable<Paper['pair']>, { ruler, sizes, x, width }: Place): Piece {
  const big: Look = { size: 22, bold: true, tone: 'ink' };
  const limit = width * 0.34;
  const fit = (text: string): Look => ({ ...big, size: Math.min(big.size, (big.size * limit) / Math.max(1, ruler.widthOf(text, big))) });
  const [ownLook, otherLook] = [fit(own), fit(other)];
  const [from, until] = [x + ruler.widthOf(own, ownLook) + 5 * MM, x + width - ruler.widthOf(other, otherLook) - 5 * MM];
  const middle = (text: string, y: number, bold: boolean): readonly Mark[] => {
    const look: Look = { size: sizes.small, bold, tone: 'ink' };
    return text === '' ? [] : [{ kind: 'text', x: (from + until - ruler.widthOf(text, look)) / 2, y, text, ...look }];
  };
  const baseline = 26;
  return {
    height: 38,
    keeps: false,
    begins: false,
    marks: [
      { kind: 'text', x, y: baseline, text: own, ...ownLook },
      { kind: 'text', x: x + width - ruler.widthOf(other, otherLook), y: baseline, text: other, ...otherLook },
      { kind: 'line', x: from, y: 19, width: until - from, thick: 1, dash: null, tone: 'ink' },
      { kind: 'box', x: from - 2.5, y: 16.5, width: 5, height: 5, fill: true, dashed: false },
      { kind: 'box', x: until - 2.5, y: 16.5, width: 5, height: 5, fill: true, dashed: false },
      ...middle(above, 14, true),
      ...middle(below, 30, false),
    ],
  };
}

const area = { top: margin.top + 20, bottom: sheet.height - margin.bottom - 18 };

/** Pieces put on pages; a piece that keeps to the next one goes with it. */
function paged(pieces: readonly Piece[], breaks: boolean): Mark[][] {
  const pages: Mark[][] = [[]];
  let y = area.top;
  pieces.forEach((piece, at) => {
    let needed = piece.height;
    for (let next = at; pieces[next]?.keeps === true; next += 1) needed += pieces[next + 1]?.height ?? 0;
    const isFresh = pages.at(-1)?.length === 0;
    if (!isFresh && (y + needed > area.bottom || (breaks && piece.begins))) {
      pages.push(piece.again?.marks.map((mark) => down(mark, area.top)) ?? []);
      y = area.top + (piece.again?.height ?? 0);
    }
    pages.at(-1)?.push(...piece.marks.map((mark) => down(mark, y)));
    y += piece.height;
  });
  const last = pieces.at(-1);
  const line = last?.marks.at(-1);
  if (last?.fills !== undefined && line !== undefined)
    for (let next = 1; y + next * last.fills <= area.bottom; next += 1) pages.at(-1)?.push(down(line, y - last.height + next * last.fills));
  return pages;
}

function edges({ head, foot }: Paper, { ruler, x, width }: Place, number: number, of: number): readonly Mark[] {
  const strongLook: Look = { size: 8, bold: true, tone: 'ink' };
  const short = (text: string, look: Look, room: number): string => ruler.wrapped(text, look, room)[0] ?? '';
  const page = sentence({ page: foot.page }, '', 'page', { page: number, pages: of });
  const right = foot.seal === '' ? page : `${foot.seal}  ·  ${page}`;
  const top = margin.top + 8;
  const bottom = sheet.height - margin.bottom;
  const kind = short(head.strong, strongLook, width * 0.7);
  const after = x + ruler.widthOf(kind, strongLook) + 5;
  const headRight = short(head.right, SMALL, width * 0.4);
  const restRoom = x + width - ruler.widthOf(headRight, SMALL) - 8 - after;
  return [
    { kind: 'text', x, y: top, text: kind, ...strongLook },
    ...(head.rest === '' || restRoom < 20
      ? []
      : [{ kind: 'text' as const, x: after, y: top, text: short(head.rest, SMALL, restRoom), ...SMALL }]),
    { kind: 'text', x: x + width - ruler.widthOf(headRight, SMALL), y: top, text: headRight, ...SMALL },
    { kind: 'line', x, y: top + 6, width, thick: 0.5, dash: null, tone: 'rule' },
    { kind: 'line', x, y: bottom - 11, width, thick: 0.5, dash: null, tone: 'rule' },
    { kind: 'text', x, y: bottom, text: short(foot.text, SMALL, width - ruler.widthOf(right, SMALL) - 12), ...SMALL },
    { kind: 'text', x: x + width - ruler.widthOf(right, SMALL), y: bottom, text: right, ...SMALL },
  ];
}

/** The pages of a paper. Where a section that should begin a page would make one too many, it does not. */
export function layOut(paper: Paper, ruler: Ruler): readonly (readonly Mark[])[] {
  const place: Place = { ruler, sizes: typeSizes[paper.type], x: margin.side, width: sheet.width - 2 * margin.side };
  const pair = paper.pair === null ? [] : [pairPiece(paper.pair, place)];
  const pieces = [...pair, ...paper.groups.flatMap((group) => groupPieces(group, place, paper.language))];
  const broken = paged(pieces, true);
  const pages = paper.mostPages !== null && broken.length > paper.mostPages ? paged(pieces, false) : broken;
  return pages.map((marks, at) => [...marks, ...edges(paper, place, at + 1, pages.length)]);
}
