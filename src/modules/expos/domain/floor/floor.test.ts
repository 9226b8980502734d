import { expect, test } from 'vitest';
import { minutesFor, wayBetween } from './way.ts';
import { walkingMinutes, type FloorPlan, type Rectangle } from './plan.ts';
import { areaDifferences, floorProblems, overlapping } from './problems.ts';

const box = (kind: Rectangle['kind'], code: string | null, [x, y, width, depth]: readonly [number, number, number, number]): Rectangle => ({
  ...{ kind, hall: '2', code, name: null },
  ...{ x, y, width, depth },
});
const known = { stands: new Set(['A', 'B']), tables: new Set(['1', '2']) };
const planOf = (rectangles: readonly Rectangle[], more: Partial<FloorPlan> = {}): FloorPlan => ({
  halls: [{ code: '2', width: 9_600, depth: 5_400 }],
  walks: [],
  rectangles,
  ...more,
});
const problemsOf = (plan: FloorPlan) => floorProblems(plan, known).map(({ path, code, params }) => [path.join('.'), code, params]);

test('stands that touch do not overlap; a stand round a corner is two rectangles; zones lie under tables', () => {
  const zone: Rectangle = { ...box('zone', null, [0, 1_000, 3_000, 3_000]), name: { en: { text: 'Meetings', origin: 'human' } } };
  const plan = planOf([
    box('stand', 'A', [0, 0, 600, 600]),
    box('stand', 'A', [0, 600, 300, 300]),
    box('stand', 'B', [600, 0, 600, 600]),
    zone,
    box('table', '1', [500, 1_500, 120, 120]),
    box('entrance', null, [9_000, 5_300, 600, 100]),
  ]);
  expect(problemsOf(plan)).toEqual([]);
});

test('all problems at once, each at its row', () => {
  const plan = planOf(
    [
      box('stand', 'A', [0, 0, 600, 600]),
      box('stand', 'B', [599, 599, 600, 600]),
      box('table', '1', [9_590, 0, 120, 120]),
      box('table', '1', [100, 5_290, 120, 120]),
      box('stand', 'Z', [3_000, -50, 100, 100]),
      { ...box('stand', 'A', [5_000, 0, 100, 100]), hall: '3' },
      box('zone', null, [0, 0, 100, 100]),
      { ...box('entrance', 'A', [0, 0, 100, 100]), hall: 'x' },
    ],
    {
      halls: [
        { code: '2', width: 9_600, depth: 5_400 },
        { code: '3', width: null, depth: null },
        { code: '3', width: 1_000, depth: null },
      ],
      walks: [
        { from: '2', to: '3', minutes: 3 },
        { from: '3', to: '2', minutes: 4 },
        { from: '2', to: '2', minutes: 1 },
        { from: '2', to: '9', minutes: 1 },
      ],
    },
  );
  expect(problemsOf(plan)).toEqual([
    ['halls.2.code', 'expos.hall_twice', { hall: '3' }],
    ['halls.2.depth', 'expos.hall_half_measured', undefined],
    ['walks.1.to', 'expos.walk_twice', undefined],
    ['walks.2.to', 'expos.walk_within', undefined],
    ['walks.3.to', 'expos.hall_not_listed', { hall: '9' }],
    ['rectangles.2.x', 'expos.plan_outside_right', { metres: 1.1 }],
    ['rectangles.3.y', 'expos.plan_outside_bottom', { metres: 0.1 }],
    ['rectangles.4.code', 'expos.plan_stand_unknown', { code: 'Z' }],
    ['rectangles.4.y', 'expos.plan_outside_top', { metres: 0.5 }],
    ['rectangles.5.hall', 'expos.hall_not_measured', { hall: '3' }],
    ['rectangles.6.name', 'expos.zone_needs_name', undefined],
    ['rectangles.7.code', 'expos.plan_code_of_stand', undefined],
    ['rectangles.7.hall', 'expos.hall_not_listed', { hall: 'x' }],
    ['rectangles.3.code', 'expos.plan_table_twice', { code: '1' }],
    ['rectangles.5.hall', 'expos.plan_stand_two_halls', { code: 'A', hall: '2' }],
    ['rectangles.1.x', 'expos.plan_overlaps_stand', { other: 'A' }],
  ]);
});

test('the sweep finds what comparing every pair finds', () => {
  let seed = 7;
  const next = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
  const rectangles = Array.from({ length: 300 }, (_, at) => ({
    ...box('stand', String(at), [next(5_000), next(5_000), 10 + next(400), 10 + next(400)]),
    hall: String(next(2)),
  }));
  const slow = rectangles.flatMap((a, i) =>
    rectangles.flatMap((b, j) =>
      i > j && a.hall === b.hall && a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.depth && b.y < a.y + a.depth
        ? [[i, j]]
        : [],
    ),
  );
  expect(slow.length).toBeGreaterThan(20);
  expect(overlapping(rectangles)).toEqual(slow);
});

test('the floor that is drawn is held against what was let', () => {
  const drawn = [box('stand', 'A', [0, 0, 600, 600]), box('stand', 'A', [0, 600, 300, 300]), box('stand', 'B', [900, 0, 600, 600])];
  const stands = [
    { code: 'A', area: 45 },
    { code: 'B', area: 40 },
    { code: 'C', area: 9 },
  ];
  expect(areaDifferences(drawn, stands)).toEqual([{ code: 'B', drawn: 36, area: 40 }]);
});

test('minutes between halls: as said, else the shortest way over others, else near', () => {
  const walks = [
    { from: 'A', to: 'B', minutes: 3 },
    { from: 'C', to: 'B', minutes: 4 },
    { from: 'A', to: 'D', minutes: 1 },
    { from: 'D', to: 'B', minutes: 1 },
  ];
  expect(walkingMinutes(['A', 'B', 'C', 'E'], walks)).toEqual([
    [0, 3, 6, 0],
    [3, 0, 4, 0],
    [6, 4, 0, 0],
    [0, 0, 0, 0],
  ]);
  expect(walkingMinutes(['A', 'B'], [])).toEqual([]);
});

test('a way goes round what is drawn, and there is none through walls of stands', () => {
  const hall = { width: 2_000, depth: 1_000 };
  const [from, to] = [box('table', '1', [0, 0, 100, 100]), box('table', '2', [1_900, 0, 100, 100])];
  const wall = box('stand', 'A', [900, 0, 200, 900]);
  const straight = wayBetween(hall, [from, to], [from, to]);
  expect(straight).toEqual({
    corners: [
      [75, 75],
      [1_975, 75],
    ],
    length: 1_900,
  });
  const round = wayBetween(hall, [from, to, wall], [from, to]);
  expect(round?.length).toBe(1_900 + 2 * 850);
  expect(round?.corners.length).toBeLessThanOrEqual(6);
  expect(round === null ? 0 : minutesFor(round)).toBe(1);
  expect(wayBetween(hall, [from, to, { ...wall, depth: 1_000 }], [from, to])).toBeNull();
});
