// Sets cards, such as badges: one an A6 page, or ten an A4 sheet with marks to cut them by. What is too wide becomes smaller, then breaks.
import { encodeQR } from 'qr';
import { DEFAULT_SIZE, MM, type Ink, type Line } from './ink.ts';

export const cardFormats = ['a6', 'label'] as const;
export type CardFormat = (typeof cardFormats)[number];

/** Lines from above and lines at the foot, all in the middle; a QR code above the foot, or on a label beside the lines. */
export interface Card {
  /** What the code says to whoever scans it. */
  readonly code?: string;
  readonly top: readonly Line[];
  readonly foot: readonly Line[];
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const LEADING = 1.25;
/** Ten labels of 80 × 50 mm on A4. */
const label = { width: 80 * MM, height: 50 * MM, columns: 2, rows: 5 };
const margin: Readonly<Record<CardFormat, number>> = { a6: 8 * MM, label: 4 * MM };

/** The lines at `scale` of their size, broken to the width. */
const brokenAt = (inked: Ink, lines: readonly Line[], width: number, scale: number): readonly Required<Pick<Line, 'text' | 'size'>>[] =>
  lines.flatMap((line) => {
    const size = (line.size ?? DEFAULT_SIZE) * scale;
    return inked.wrapped({ ...line, size }, width).map((text) => ({ ...line, text, size }));
  });

const heightOf = (lines: readonly { readonly size: number }[]): number => lines.reduce((sum, { size }) => sum + size * LEADING, 0);

const scales = [1.5, 1.4, 1.3, 1.2, 1.1, 1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3];
/** Smaller than this nobody reads a badge from where people stand: rather a second line. */
const READABLE = 0.75;

/** The largest at which each line stays one and everything has room; where that is too small to read, lines are broken. */
function fitted(inked: Ink, card: Card, { width, height }: Box) {
  const at = (scale: number) => ({ top: brokenAt(inked, card.top, width, scale), foot: brokenAt(inked, card.foot, width, scale) });
  const hasRoom = (scale: number): boolean => {
    const { top, foot } = at(scale);
    return heightOf(top) + heightOf(foot) <= height;
  };
  const isUnbroken = (scale: number): boolean => {
    const { top, foot } = at(scale);
    return top.length === card.top.length && foot.length === card.foot.length;
  };
  const whole = scales.find((scale) => scale >= READABLE && hasRoom(scale) && isUnbroken(scale));
  return at(whole ?? scales.find((scale) => scale <= 1 && hasRoom(scale)) ?? scales.at(-1) ?? 1);
}

const codeSize: Readonly<Record<CardFormat, number>> = { a6: 30 * MM, label: 18 * MM };
/** Light all around a code, so that readers find it. */
const codeGap = 2 * MM;

/** Sets the code, and leaves the box for the lines. */
function setCode(inked: Ink, code: string, format: CardFormat, box: Box): { readonly above: Box; readonly foot: Box } {
  const size = codeSize[format];
  const rows = encodeQR(code, 'raw', { ecc: 'medium', border: 1 });
  const footHeight = format === 'a6' ? 20 * MM : 0;
  const at = { x: format === 'a6' ? box.x + (box.width - size) / 2 : box.x + box.width - size, y: box.y + box.height - size - footHeight };
  inked.modules(rows, { ...at, size });
  const beside = { ...box, width: box.width - size - codeGap };
  if (format === 'label') return { above: beside, foot: beside };
  return { above: { ...box, height: at.y - codeGap - box.y }, foot: { ...box, y: at.y + size + codeGap, height: footHeight - codeGap } };
}

/** The lines of a card, one under the other at the top of a box and at its foot. */
function setLines(inked: Ink, card: Card, box: Box): void {
  const { top, foot } = fitted(inked, card, box);
  const put = (lines: typeof top, from: number): void => {
    let y = from;
    for (const line of lines) {
      inked.write(line.text, { ...line, x: box.x + (box.width - inked.widthOf(line.text, line)) / 2, baseline: y + line.size });
      y += line.size * LEADING;
    }
  };
  put(top, box.y);
  put(foot, box.y + box.height - heightOf(foot));
}

function setCard(inked: Ink, card: Card, format: CardFormat, box: Box): void {
  if (card.code === undefined) return setLines(inked, card, box);
  const { above, foot } = setCode(inked, card.code, format, box);
  if (above === foot) return setLines(inked, card, above);
  setLines(inked, { top: card.top, foot: [] }, above);
  setLines(inked, { top: [], foot: card.foot }, foot);
}

const inner = (box: Box, by: number): Box => ({ x: box.x + by, y: box.y + by, width: box.width - 2 * by, height: box.height - 2 * by });

/** Short lines outside the corners of a label. */
function cutMarks(inked: Ink, { x, y, width, height }: Box): void {
  const long = 3 * MM;
  for (const [cornerX, out] of [
    [x, -1],
    [x + width, 1],
  ] as const)
    for (const [cornerY, up] of [
      [y, -1],
      [y + height, 1],
    ] as const) {
      inked.rule([cornerX, cornerY], [cornerX + out * long, cornerY], 0.3);
      inked.rule([cornerX, cornerY], [cornerX, cornerY + up * long], 0.3);
    }
}

/** Sets the cards one after the other; `onCard` is told how many are done. */
export function setCards(
  inked: Ink,
  cards: Iterable<Card>,
  { format, onCard }: { readonly format: CardFormat; readonly onCard: (done: number) => void },
): void {
  let done = 0;
  let sheet = { width: 0, height: 0 };
  for (const card of cards) {
    const at = done % (label.columns * label.rows);
    if (format === 'a6' || at === 0) sheet = inked.page(format === 'a6' ? 'A6' : 'A4');
    if (format === 'a6') setCard(inked, card, format, inner({ x: 0, y: 0, ...sheet }, margin.a6));
    else {
      const column = at % label.columns;
      const gap = (sheet.width - label.columns * label.width) / (label.columns + 1);
      const space = (sheet.height - label.rows * label.height) / (label.rows + 1);
      const box = {
        x: gap + column * (label.width + gap),
        y: space + Math.floor(at / label.columns) * (label.height + space),
        width: label.width,
        height: label.height,
      };
      cutMarks(inked, box);
      setCard(inked, card, format, inner(box, margin.label));
    }
    onCard((done += 1));
  }
}
