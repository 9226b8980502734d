// The floor plan of an edition: halls, minutes on foot between them, and the rectangles that it is drawn from.
// Lengths are whole centimetres, from the corner of the hall that is drawn at the top left.
import type { MultilingualText } from '#kernel/language.ts';
import type { PlaceId, StandId } from '../edition.ts';

export const rectangleKinds = ['stand', 'table', 'zone', 'entrance'] as const;
export type RectangleKind = (typeof rectangleKinds)[number];

/** A hall is its code, as stands and tables name it; width and depth are null together while nobody has entered them. */
export interface Hall {
  readonly code: string;
  readonly width: number | null;
  readonly depth: number | null;
}

/** Minutes on foot between two halls, as long there as back. */
export interface Walk {
  readonly from: string;
  readonly to: string;
  readonly minutes: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly depth: number;
}

/** A part of the plan; several of one stand are its shape. */
export interface Rectangle extends Box {
  readonly kind: RectangleKind;
  readonly hall: string;
  /** The code of the stand or the number of the table; null for others. */
  readonly code: string | null;
  /** Of a zone or an entrance; an entrance may have none. */
  readonly name: MultilingualText | null;
}

export interface FloorPlan {
  readonly halls: readonly Hall[];
  readonly walks: readonly Walk[];
  readonly rectangles: readonly Rectangle[];
}

/** A rectangle with what it shows, as it is kept. */
export interface KeptRectangle extends Rectangle {
  readonly standId: StandId | null;
  readonly placeId: PlaceId | null;
}

/** Stands and tables take their floor for themselves; zones lie under them. */
export const takesFloor = ({ kind }: Pick<Rectangle, 'kind'>): boolean => kind === 'stand' || kind === 'table';

/** m² of some rectangles that do not overlap. */
export const areaOf = (boxes: readonly Box[]): number => boxes.reduce((sum, { width, depth }) => sum + width * depth, 0) / 10_000;

/**
 * Minutes between halls for the planner, `[from][to]` in the order of `halls`. What was said stands; a pair of which nothing was said takes the
 * shortest way over halls of which something was (Floyd-Warshall), else 0: nobody said that it is far. Empty where nothing was said at all.
 */
export function walkingMinutes(halls: readonly string[], walks: readonly Walk[]): number[][] {
  const all = [...new Set([...halls, ...walks.flatMap(({ from, to }) => [from, to])])];
  const at = new Map(all.map((hall, index) => [hall, index]));
  const said = new Map<string, number>();
  for (const { from, to, minutes } of walks) {
    const [a, b] = [at.get(from) ?? 0, at.get(to) ?? 0];
    said.set(`${a} ${b}`, minutes).set(`${b} ${a}`, minutes);
  }
  const asked = halls.map((hall) => at.get(hall) ?? 0);
  if (!asked.some((a) => asked.some((b) => said.has(`${a} ${b}`)) || walks.length > 1)) return [];
  const ways = all.map((_, a) => all.map((__, b) => (a === b ? 0 : (said.get(`${a} ${b}`) ?? Infinity))));
  for (const [over, from] of ways.entries())
    for (const way of ways)
      for (const [to, rest] of from.entries()) way[to] = Math.min(way[to] ?? Infinity, (way[over] ?? Infinity) + rest);
  const found = (a: number, b: number): number => said.get(`${a} ${b}`) ?? ways[a]?.[b] ?? Infinity;
  return asked.map((a) => asked.map((b) => (Number.isFinite(found(a, b)) ? found(a, b) : 0)));
}
