// The floor plan in an edition file: what of it stays when other tables change, what is added, and what is refused where.
import { expect, test } from 'vitest';
import { withAdded } from './adding.ts';
import { checkFile } from './check.ts';
import { noFloor, type EditionFile, type FileRectangle } from './edition-file.ts';
import { emptyFile } from './file-fixture.ts';
import { withParts } from './replacing.ts';

const rectangle = (kind: FileRectangle['kind'], code: string | null, x: number, hall = 'A'): FileRectangle => ({
  ...{ kind, hall, code, name: kind === 'zone' ? { en: 'Zone' } : {} },
  ...{ x, y: 0, width: 3, depth: 3 },
});
const table = (number: number, hall = 'A') => ({ number, hall, seats: 1, closedSlots: [] });
const stand = (code: string, hall = 'A') => ({ code, hall, seats: 0, closedSlots: [], lead: null, area: 9 });
const drawn: EditionFile = {
  ...emptyFile,
  tables: [table(1), table(2)],
  stands: [stand('S1', 'B')],
  halls: [
    { code: 'A', width: 20, depth: 10 },
    { code: 'B', width: 20, depth: 10 },
  ],
  walks: [{ from: 'A', to: 'B', minutes: 4 }],
  rectangles: [rectangle('table', '1', 0), rectangle('table', '2', 3), rectangle('zone', null, 10), rectangle('stand', 'S1', 0, 'B')],
};
const problemsOf = (file: EditionFile) => {
  const checked = checkFile(file);
  return checked.ok ? [] : (checked.refusal.problems ?? []).map(({ path, code }) => [path.join('.'), code]);
};

test('a table that goes is drawn no more; the rest of the plan stays', () => {
  const fewer = withParts(drawn, { tables: [table(2)] });
  expect(fewer.rectangles.map(({ code }) => code)).toEqual(['2', null, 'S1']);
  expect(problemsOf(fewer)).toEqual([]);
});

test('a file that moves what is drawn must draw it anew', () => {
  expect(problemsOf(withParts(drawn, { tables: [table(1), table(2, 'B')] }))).toEqual([['tables.2.hall', 'expos.drawn_in_hall']]);
  const moved = withParts(drawn, {
    tables: [table(1), table(2, 'B')],
    rectangles: [rectangle('table', '1', 0), rectangle('table', '2', 6, 'B'), rectangle('stand', 'S1', 0, 'B')],
  });
  expect(problemsOf(moved)).toEqual([]);
});

test('halls that a file draws are drawn as it says when it is added, others stay', () => {
  const added = withAdded(drawn, { rectangles: [rectangle('table', '1', 5), rectangle('stand', 'S1', 8)], stands: [stand('S1')] });
  expect(added.rectangles.map(({ code, hall, x }) => [code, hall, x])).toEqual([
    ['1', 'A', 5],
    ['S1', 'A', 8],
  ]);
  expect(problemsOf(added)).toEqual([]);
});

test('every problem of a plan at its row and column', () => {
  const wrong: EditionFile = {
    ...drawn,
    stands: [{ ...stand('S1', 'B'), area: 0 }],
    halls: [
      { code: 'A', width: 0.5, depth: 10 },
      { code: '', width: 20, depth: null },
    ],
    walks: [{ from: 'A', to: 'C', minutes: 999 }],
    rectangles: [rectangle('table', '9', 0), { ...rectangle('stand', 'S1', 19, 'B'), width: 0 }],
  };
  expect(problemsOf(wrong)).toEqual([
    ['halls.1.width', 'expos.plan_length'],
    ['halls.2.code', 'meetings.file_empty'],
    ['walks.1.minutes', 'meetings.file_number_out_of_range'],
    ['rectangles.2.width', 'expos.plan_length'],
    ['stands.1.area', 'meetings.file_area_out_of_range'],
    ['halls.2.depth', 'expos.hall_half_measured'],
    ['walks.1.to', 'expos.hall_not_listed'],
    ['rectangles.1.code', 'expos.plan_table_unknown'],
    ['rectangles.1.x', 'expos.plan_outside_right'],
    ['rectangles.2.hall', 'expos.hall_not_listed'],
  ]);
  expect(problemsOf({ ...drawn, ...noFloor })).toEqual([]);
});
