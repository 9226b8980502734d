// A way on foot through a hall, over the floor that the plan leaves free. It knows what is drawn and nothing else: no column, no crowd.
import { takesFloor, type Box, type Rectangle } from './plan.ts';

/** A cell of the grid that is walked on: half a metre, or more in a hall so large that it would be too many. */
const CELL = 50;
const MOST_CELLS = 250_000;

type Point = readonly [x: number, y: number];

interface Grid {
  readonly cell: number;
  readonly wide: number;
  readonly deep: number;
  readonly taken: Uint8Array;
}

/** Cells whose middle lies in a stand or a table, those of the two ends left free. */
function gridOf(hall: { readonly width: number; readonly depth: number }, rectangles: readonly Rectangle[], ends: readonly Box[]): Grid {
  const cell = Math.max(CELL, Math.ceil(Math.sqrt((hall.width * hall.depth) / MOST_CELLS)));
  const [wide, deep] = [Math.ceil(hall.width / cell), Math.ceil(hall.depth / cell)];
  const taken = new Uint8Array(wide * deep);
  const set = ({ x, y, width, depth }: Box, value: number): void => {
    const [right, bottom] = [(x + width) / cell - 0.5, (y + depth) / cell - 0.5];
    for (let row = Math.max(0, Math.ceil(y / cell - 0.5)); row < Math.min(deep, bottom); row += 1)
      for (let column = Math.max(0, Math.ceil(x / cell - 0.5)); column < Math.min(wide, right); column += 1)
        taken[row * wide + column] = value;
  };
  for (const rectangle of rectangles) if (takesFloor(rectangle)) set(rectangle, 1);
  for (const end of ends) set(end, 0);
  return { cell, wide, deep, taken };
}

const steps = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const;

/**
 * The fewest cells, then the fewest turns on the way back (breadth-first search; all steps are as long). Columns and rows of the cells that are
 * crossed; null where there is no way.
 */
function cellsBetween({ wide, deep, taken }: Grid, from: Point, to: Point): readonly Point[] | null {
  const at = ([x, y]: Point): number => y * wide + x;
  const far = new Int32Array(wide * deep).fill(-1);
  const start = at(from);
  far[start] = 0;
  let border = [start];
  while (border.length > 0 && far[at(to)] === -1) {
    const next: number[] = [];
    for (const cell of border) {
      const [x, y] = [cell % wide, Math.floor(cell / wide)];
      for (const [dx, dy] of steps) {
        const [nx, ny] = [x + dx, y + dy];
        const beside = ny * wide + nx;
        if (nx < 0 || ny < 0 || nx >= wide || ny >= deep || taken[beside] === 1 || far[beside] !== -1) continue;
        far[beside] = (far[cell] ?? 0) + 1;
        next.push(beside);
      }
    }
    border = next;
  }
  if (far[at(to)] === -1) return null;
  const back: Point[] = [to];
  let [x, y] = to;
  let ahead: readonly [number, number] = [0, 0];
  while (far[y * wide + x] !== 0) {
    const here = far[y * wide + x] ?? 0;
    const nearer = steps.filter(([dx, dy]) => {
      const [nx, ny] = [x + dx, y + dy];
      return nx >= 0 && ny >= 0 && nx < wide && ny < deep && far[ny * wide + nx] === here - 1;
    });
    ahead = nearer.find(([dx, dy]) => dx === ahead[0] && dy === ahead[1]) ?? nearer[0] ?? [0, 0];
    [x, y] = [x + ahead[0], y + ahead[1]];
    back.push([x, y]);
  }
  return back.reverse();
}

/** Only where the way turns, both ends included. */
const cornersOf = (points: readonly Point[]): readonly Point[] =>
  points.filter((point, at) => {
    const [before, after] = [points[at - 1], points[at + 1]];
    if (before === undefined || after === undefined) return true;
    return point[0] - before[0] !== after[0] - point[0] || point[1] - before[1] !== after[1] - point[1];
  });

export interface Way {
  /** Corners in centimetres. */
  readonly corners: readonly Point[];
  /** Centimetres. */
  readonly length: number;
}

/** From the middle of one rectangle to the middle of another in the same hall; null where what is drawn leaves none. */
export function wayBetween(
  hall: { readonly width: number; readonly depth: number },
  rectangles: readonly Rectangle[],
  [from, to]: readonly [Box, Box],
): Way | null {
  const grid = gridOf(hall, rectangles, [from, to]);
  const cellOf = ({ x, y, width, depth }: Box): Point => [
    Math.max(0, Math.min(grid.wide - 1, Math.floor((x + width / 2) / grid.cell))),
    Math.max(0, Math.min(grid.deep - 1, Math.floor((y + depth / 2) / grid.cell))),
  ];
  const cells = cellsBetween(grid, cellOf(from), cellOf(to));
  if (cells === null) return null;
  const corners = cornersOf(cells).map(([x, y]): Point => [(x + 0.5) * grid.cell, (y + 0.5) * grid.cell]);
  return { corners, length: (cells.length - 1) * grid.cell };
}

/** Whole minutes at 4 km an hour, as among other visitors; never none. */
export const minutesFor = ({ length }: Way): number => Math.max(1, Math.round(length / 100 / 67));
