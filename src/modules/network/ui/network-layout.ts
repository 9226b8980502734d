// Where the cities of a net are drawn: the same net gives the same picture, and names never shrink to fit.

export interface NetNode {
  readonly id: string;
  readonly label: string;
  readonly x: number;
  readonly y: number;
  /** Where the name begins or ends, and how far it is turned about the node, in degrees. */
  readonly anchor: 'start' | 'middle' | 'end';
  readonly turn: number;
  readonly isCentre: boolean;
}

export interface NetEdge {
  readonly id: string;
  readonly path: string;
  /** A tie of the city in the middle, which every other has, too. */
  readonly quiet: boolean;
}

export interface NetLayout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly NetNode[];
  readonly edges: readonly NetEdge[];
}

interface Named {
  readonly id: string;
  readonly label: string;
}

interface Tie {
  readonly a: string;
  readonly b: string;
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** A name of 13 points; a Han character fills its square, a Latin letter about half. */
const widthOf = (label: string): number => [...label].reduce((sum, letter) => sum + (/\p{Script=Han}/u.test(letter) ? 13 : 7), 0);

/** Points on the ring between the names of neighbours. */
const ringStep = 17;
const leastRing = 130;

/** A city in the middle of a ring of its sisters, in the order given, from the top clockwise; ties among them as chords. */
export function ringLayout(centre: Named, sisters: readonly Named[], ties: readonly Tie[]): NetLayout {
  const radius = Math.max(leastRing, (sisters.length * ringStep) / (2 * Math.PI));
  const room = 16 + Math.max(0, ...sisters.map(({ label }) => widthOf(label)));
  const middle = radius + room;
  const at = new Map<string, { readonly x: number; readonly y: number }>([[centre.id, { x: middle, y: middle }]]);
  const nodes = sisters.map(({ id, label }, n): NetNode => {
    const angle = -90 + (360 * n) / sisters.length;
    const [x, y] = [round(middle + radius * Math.cos((angle * Math.PI) / 180)), round(middle + radius * Math.sin((angle * Math.PI) / 180))];
    at.set(id, { x, y });
    const isLeft = angle > 90;
    return { id, label, x, y, anchor: isLeft ? 'end' : 'start', turn: round(isLeft ? angle - 180 : angle), isCentre: false };
  });
  const edges = ties.flatMap(({ a, b }): NetEdge[] => {
    const [from, to] = [at.get(a), at.get(b)];
    if (from === undefined || to === undefined) return [];
    const quiet = a === centre.id || b === centre.id;
    // A chord bends towards the middle, so that ties of neighbours stay visible.
    const bend = { x: round(middle + ((from.x + to.x) / 2 - middle) * 0.4), y: round(middle + ((from.y + to.y) / 2 - middle) * 0.4) };
    const path = quiet ? `M${from.x} ${from.y}L${to.x} ${to.y}` : `M${from.x} ${from.y}Q${bend.x} ${bend.y} ${to.x} ${to.y}`;
    return [{ id: `${a} ${b}`, path, quiet }];
  });
  const own: NetNode = { ...centre, x: middle, y: middle, anchor: 'middle', turn: 0, isCentre: true };
  // Spokes lie under chords.
  const drawn = edges.toSorted((one, other) => Number(other.quiet) - Number(one.quiet));
  return { width: round(2 * middle), height: round(2 * middle), nodes: [own, ...nodes], edges: drawn };
}

const rowStep = 40;
const columnGap = 40;

/** Cities in columns by how many ties they are from the first; a city stands in the column where ways first come to it. */
export function layerLayout(columns: readonly (readonly Named[])[], ties: readonly Tie[]): NetLayout {
  const tallest = Math.max(1, ...columns.map((column) => column.length));
  const height = tallest * rowStep + 20;
  const widths = columns.map((column) => Math.max(90, ...column.map(({ label }) => widthOf(label))));
  const at = new Map<string, { readonly x: number; readonly y: number }>();
  let left = 10;
  const nodes = columns.flatMap((column, n) => {
    const x = round(left + (widths[n] ?? 90) / 2);
    left += (widths[n] ?? 90) + columnGap;
    return column.map(({ id, label }, row): NetNode => {
      const y = round(height / 2 + (row - (column.length - 1) / 2) * rowStep + 8);
      at.set(id, { x, y });
      return { id, label, x, y, anchor: 'middle', turn: 0, isCentre: n === 0 || n === columns.length - 1 };
    });
  });
  const edges = ties.flatMap(({ a, b }): NetEdge[] => {
    const [from, to] = [at.get(a), at.get(b)];
    return from === undefined || to === undefined || from.x === to.x
      ? []
      : [{ id: `${a} ${b}`, path: `M${from.x} ${from.y}L${to.x} ${to.y}`, quiet: false }];
  });
  return { width: round(left - columnGap + 10), height, nodes, edges };
}

/** The columns of ways of one length: who stands at each step, each city once, in the order of the ways. */
export const columnsOf = (ways: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  (ways[0] ?? []).map((_, step) => [...new Set(ways.flatMap((way) => way[step] ?? []))]);
