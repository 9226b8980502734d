// Everything wrong with a floor plan, each problem at its row and column; the database holds the same once more.
import type { Params, Problem } from '#kernel/result.ts';
import type { Roster } from '../roster.ts';
import { areaOf, takesFloor, type Box, type FloorPlan, type Hall, type Rectangle } from './plan.ts';

/** Codes of the stands and tables that the edition has. */
export interface Placeable {
  readonly stands: ReadonlySet<string>;
  readonly tables: ReadonlySet<string>;
}

/** The hall in which stands by code and tables by number are drawn. */
export interface DrawnHalls {
  readonly stands: ReadonlyMap<string, string>;
  readonly tables: ReadonlyMap<string, string>;
}

const metres = (centimetres: number): number => centimetres / 100;

function hallProblems(halls: readonly Hall[]): readonly Problem[] {
  const seen = new Set<string>();
  return halls.flatMap(({ code, width, depth }, at): readonly Problem[] => {
    const again = seen.has(code);
    seen.add(code);
    return [
      ...(again ? [{ path: ['halls', at, 'code'], code: 'expos.hall_twice', params: { hall: code } }] : []),
      ...((width === null) === (depth === null)
        ? []
        : [{ path: ['halls', at, width === null ? 'width' : 'depth'], code: 'expos.hall_half_measured' }]),
    ];
  });
}

function walkProblems({ halls, walks }: FloorPlan): readonly Problem[] {
  const known = new Set(halls.map(({ code }) => code));
  const seen = new Set<string>();
  return walks.flatMap(({ from, to }, at): readonly Problem[] => {
    const key = [from, to].sort().join('\n');
    const again = seen.has(key);
    seen.add(key);
    const unknown = (['from', 'to'] as const).flatMap((end): readonly Problem[] => {
      const hall = end === 'from' ? from : to;
      return known.has(hall) ? [] : [{ path: ['walks', at, end], code: 'expos.hall_not_listed', params: { hall } }];
    });
    if (unknown.length > 0) return unknown;
    if (from === to) return [{ path: ['walks', at, 'to'], code: 'expos.walk_within' }];
    return again ? [{ path: ['walks', at, 'to'], code: 'expos.walk_twice' }] : [];
  });
}

/** Through which wall it reaches, and how far; the furthest of them. */
function outside(
  box: Box,
  hall: { readonly width: number; readonly depth: number },
): { readonly wall: string; readonly by: number } | null {
  const reach = [
    { wall: 'left', by: -box.x },
    { wall: 'top', by: -box.y },
    { wall: 'right', by: box.x + box.width - hall.width },
    { wall: 'bottom', by: box.y + box.depth - hall.depth },
  ].sort((a, b) => b.by - a.by)[0];
  return reach === undefined || reach.by <= 0 ? null : reach;
}

const column = { left: 'x', top: 'y', right: 'x', bottom: 'y' } as const;
const isWall = (wall: string): wall is keyof typeof column => wall in column;

/** Whether it names something that exists, and is drawn where it can be. */
function placeProblems(rectangle: Rectangle, path: readonly (string | number)[], halls: ReadonlyMap<string, Hall>, known: Placeable) {
  const { kind, code, name, hall } = rectangle;
  const at = (field: string, problem: string, params?: Params): Problem => ({
    path: [...path, field],
    code: problem,
    ...(params === undefined ? {} : { params }),
  });
  const found: Problem[] = [];
  if (kind === 'stand' && (code === null || !known.stands.has(code)))
    found.push(at('code', 'expos.plan_stand_unknown', { code: code ?? '' }));
  if (kind === 'table' && (code === null || !known.tables.has(code)))
    found.push(at('code', 'expos.plan_table_unknown', { code: code ?? '' }));
  if (kind === 'zone' && name === null) found.push(at('name', 'expos.zone_needs_name'));
  if (takesFloor(rectangle) && name !== null) found.push(at('name', 'expos.plan_name_of_zone'));
  if (!takesFloor(rectangle) && code !== null) found.push(at('code', 'expos.plan_code_of_stand'));
  const within = halls.get(hall);
  if (within === undefined) found.push(at('hall', 'expos.hall_not_listed', { hall }));
  else if (within.width === null || within.depth === null) found.push(at('hall', 'expos.hall_not_measured', { hall }));
  else {
    const over = outside(rectangle, { width: within.width, depth: within.depth });
    if (over !== null && isWall(over.wall))
      found.push(at(column[over.wall], `expos.plan_outside_${over.wall}`, { metres: metres(over.by) }));
  }
  return found;
}

/** Pairs that overlap, later row first; a sweep over x, so that thousands are a moment's work. */
export function overlapping(rectangles: readonly Rectangle[]): readonly (readonly [later: number, earlier: number])[] {
  const taking = rectangles.flatMap((rectangle, at) => (takesFloor(rectangle) ? [{ ...rectangle, at }] : [])).sort((a, b) => a.x - b.x);
  const pairs: (readonly [number, number])[] = [];
  let open: typeof taking = [];
  for (const next of taking) {
    open = open.filter(({ x, width }) => x + width > next.x);
    for (const other of open)
      if (other.hall === next.hall && other.y < next.y + next.depth && next.y < other.y + other.depth)
        pairs.push([Math.max(next.at, other.at), Math.min(next.at, other.at)]);
    open.push(next);
  }
  return pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/** A stand in two halls, a table drawn twice. */
function repeatedProblems(rectangles: readonly Rectangle[]): readonly Problem[] {
  const first = new Map<string, string>();
  return rectangles.flatMap(({ kind, code, hall }, at): readonly Problem[] => {
    if (code === null) return [];
    const key = `${kind} ${code}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, hall);
    else if (kind === 'table') return [{ path: ['rectangles', at, 'code'], code: 'expos.plan_table_twice', params: { code } }];
    else if (before !== hall)
      return [{ path: ['rectangles', at, 'hall'], code: 'expos.plan_stand_two_halls', params: { code, hall: before } }];
    return [];
  });
}

/** All of them at once. `known`: what the edition has to draw. */
export function floorProblems(plan: FloorPlan, known: Placeable): readonly Problem[] {
  const halls = new Map(plan.halls.map((hall) => [hall.code, hall]));
  const labelOf = ({ code, name }: Rectangle): string => code ?? Object.values(name ?? {})[0]?.text ?? '';
  return [
    ...hallProblems(plan.halls),
    ...walkProblems(plan),
    ...plan.rectangles.flatMap((rectangle, at) => placeProblems(rectangle, ['rectangles', at], halls, known)),
    ...repeatedProblems(plan.rectangles),
    ...overlapping(plan.rectangles).flatMap(([later, earlier]): readonly Problem[] => {
      const other = plan.rectangles[earlier];
      return other === undefined
        ? []
        : [
            {
              path: ['rectangles', later, 'x'],
              code: `expos.plan_overlaps_${other.kind === 'table' ? 'table' : 'stand'}`,
              params: { other: labelOf(other) },
            },
          ];
    }),
  ];
}

/** What is drawn in another hall than is said of it now: the plan moves it, nothing else. */
export const drawnElsewhere = (hall: string, drawnIn: string | undefined, path: Problem['path']): readonly Problem[] =>
  drawnIn === undefined || drawnIn === hall ? [] : [{ path, code: 'expos.drawn_in_hall', params: { hall: drawnIn } }];

export const drawnHalls = ({ rectangles }: FloorPlan): DrawnHalls => {
  const of = (wanted: Rectangle['kind']) =>
    new Map(rectangles.flatMap(({ kind, code, hall }) => (kind === wanted && code !== null ? [[code, hall] as const] : [])));
  return { stands: of('stand'), tables: of('table') };
};

/** The same of a whole roster. */
export const movedFromPlan = (
  {
    tables,
    stands,
  }: {
    readonly tables: readonly Pick<Roster['tables'][number], 'number' | 'hall'>[];
    readonly stands: readonly Pick<Roster['stands'][number], 'code' | 'hall'>[];
  },
  drawn: DrawnHalls,
): readonly Problem[] => [
  ...tables.flatMap(({ number, hall }, at) => drawnElsewhere(hall, drawn.tables.get(String(number)), ['tables', at, 'hall'])),
  ...stands.flatMap(({ code, hall }, at) => drawnElsewhere(hall, drawn.stands.get(code), ['stands', at, 'hall'])),
];

/** Stands of which the floor that is drawn is not what was let, in m². */
export function areaDifferences(
  rectangles: readonly Rectangle[],
  stands: readonly { readonly code: string; readonly area: number | null }[],
): readonly { readonly code: string; readonly drawn: number; readonly area: number }[] {
  const drawn = Map.groupBy(
    rectangles.filter(({ kind }) => kind === 'stand'),
    ({ code }) => code ?? '',
  );
  return stands.flatMap(({ code, area }) => {
    const boxes = drawn.get(code);
    if (boxes === undefined || area === null) return [];
    const floor = areaOf(boxes);
    return Math.abs(floor - area) < 0.05 ? [] : [{ code, drawn: floor, area }];
  });
}
