// Where things are on the drawing of a hall: labels that fit, what lies under a point, what comes next in a direction. Lengths are centimetres.
import type { Box, RectangleKind } from '../../domain/floor/plan.ts';

/** A rectangle as it is drawn. */
export interface Piece extends Box {
  readonly key: string;
  readonly kind: RectangleKind;
  /** The code of a stand, the number of a table, the name of a zone. */
  readonly label: string;
  /** Written under the code where there is room: who stands there. */
  readonly name: string | null;
  readonly look: 'plain' | 'vacant' | 'wrong';
}

export interface Size {
  readonly width: number;
  readonly depth: number;
}

/** By a quarter turn, clockwise: what was at the left is at the top. */
export const turnedBox = <B extends Box>(box: B, hall: Size): B => ({
  ...box,
  ...{ x: hall.depth - box.y - box.depth, y: box.x, width: box.depth, depth: box.width },
});

export const middleOf = ({ x, y, width, depth }: Box): readonly [x: number, y: number] => [x + width / 2, y + depth / 2];

/** All of them as one path: a node, however many there are. */
export const outlinesOf = (boxes: readonly Box[]): string =>
  boxes.map(({ x, y, width, depth }) => `M${x} ${y}h${width}v${depth}h${-width}z`).join('');

const meets = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.depth && b.y < a.y + a.depth;

/** What is drawn at a point: stands and tables lie on zones. */
export function pieceAt(pieces: readonly Piece[], x: number, y: number): Piece | undefined {
  const there = pieces.filter((piece) => meets(piece, { x, y, width: 1, depth: 1 }));
  return there.findLast(({ kind }) => kind === 'stand' || kind === 'table') ?? there.at(-1);
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/** The nearest piece in a direction: what lies straight ahead before what lies aside. */
export function nextTo(pieces: readonly Piece[], from: Piece, direction: Direction): Piece | undefined {
  const [x, y] = middleOf(from);
  const far = (piece: Piece): number => {
    const [px, py] = middleOf(piece);
    const level = direction === 'left' || direction === 'right';
    const ahead = { left: x - px, right: px - x, up: y - py, down: py - y }[direction];
    const aside = level ? py - y : px - x;
    return ahead <= 0 || piece.key === from.key ? Infinity : ahead + 2.5 * Math.abs(aside);
  };
  let [best, least]: [Piece | undefined, number] = [undefined, Infinity];
  for (const piece of pieces) {
    const way = far(piece);
    if (way < least) [best, least] = [piece, way];
  }
  return best;
}

/** Width of a text in px at a size of 12 px, about: a Han character is as wide as the size. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/[\p{Script=Han}\p{P}]/u.test(sign) && sign > '\u2e00' ? 12 : 6.4), 0);

/** Lines of at most so many px; Han text breaks anywhere, other text between words. Null where it does not fit into so many lines. */
export function linesOf(text: string, px: number, most: number): readonly string[] | null {
  const parts = /\p{Script=Han}/u.test(text) ? [...text] : text.split(/(?<=\s)/);
  const lines: string[] = [''];
  for (const part of parts) {
    const longer = `${lines.at(-1) ?? ''}${part}`;
    if (widthOf(longer.trim()) <= px) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  const trimmed = lines.map((line) => line.trim()).filter((line) => line !== '');
  return trimmed.length > most || trimmed.some((line) => widthOf(line) > px) ? null : trimmed;
}

const LINE = 14;
/** Above this many pieces only codes are written: names of all of them nobody could read. */
const NAMED = 700;

export interface Label {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly code: string;
  readonly lines: readonly string[];
}

/** What can be read of the pieces within the part that is seen; `scale` is px per centimetre. */
export function labelsOf(pieces: readonly Piece[], { scale, seen }: { readonly scale: number; readonly seen: Box }): readonly Label[] {
  return pieces.flatMap((piece): readonly Label[] => {
    const [wide, high] = [piece.width * scale - 6, piece.depth * scale - 4];
    if (high < LINE - 2 || !meets(piece, seen) || widthOf(piece.label) > wide) return [];
    const room = Math.floor(high / LINE) - 1;
    const lines = piece.name === null || room < 1 || pieces.length > NAMED ? null : linesOf(piece.name, wide, room);
    const [x, middle] = middleOf(piece);
    // A zone is named at its foot: tables stand in the middle of it.
    const y = piece.kind === 'zone' ? piece.y + piece.depth - 12 / scale : middle;
    return [{ key: piece.key, x, y, code: piece.label, lines: lines ?? [] }];
  });
}
