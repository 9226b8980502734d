import { expect, test } from 'vitest';
import { draftOfFloor, draftProblems, laidOut, sentOfFloor, type FloorDraft } from './floor-draft.ts';
import { readTable, splitTable, writeTable } from './table-text.ts';

const floor = {
  halls: [
    { code: '2', width: 9_600, depth: 5_400 },
    { code: '西厅', width: null, depth: null },
  ],
  walks: [{ from: '2', to: '西厅', minutes: 3 }],
  rectangles: [
    { kind: 'stand' as const, hall: '2', code: '=A,1 "x"', name: null, x: 0, y: 5, width: 600, depth: 650 },
    {
      ...{ kind: 'zone' as const, hall: '2', code: null, x: 1_000, y: 0, width: 3_000, depth: 3_000 },
      name: { en: { text: 'Meetings', origin: 'human' as const }, 'zh-Hans': { text: '洽谈区', origin: 'human' as const } },
    },
  ],
};
const placeable = {
  stands: [
    { code: '=A,1 "x"', hall: '2', area: 39 },
    { code: 'B2', hall: '2', area: 12 },
  ],
  tables: [
    { number: 1, hall: '2' },
    { number: 2, hall: '' },
  ],
};
const plain = ({ halls, walks, rectangles }: ReturnType<typeof sentOfFloor>) => ({ halls, walks, rectangles });

test('what is sent is what was read', () => {
  const draft = draftOfFloor(floor);
  expect(plain(sentOfFloor(draft))).toEqual(floor);
  expect(draftProblems(draft, placeable)).toEqual([]);
});

test('what cannot be read is told at its row, and the others keep their places', () => {
  const read = draftOfFloor(floor);
  const draft: FloorDraft = {
    ...read,
    halls: read.halls.map((hall, at) => (at === 1 ? { ...hall, width: 'wide' } : hall)),
    walks: Object.fromEntries(Object.keys(read.walks).map((key) => [key, '2.5'])),
    rectangles: read.rectangles.map((one, at) => (at === 0 ? { ...one, x: 'a' } : { ...one, x: '90,5' })),
  };
  expect(draftProblems(draft, placeable).map(({ path, code }) => [path[0], path[1], path[2], code])).toEqual([
    ['halls', 1, 'width', 'expos.plan_length'],
    ['walks', Object.keys(read.walks)[0], undefined, 'expos.walk_minutes_bad'],
    ['rectangles', 0, 'x', 'expos.plan_length'],
    ['rectangles', 1, 'x', 'expos.plan_outside_right'],
  ]);
});

test('a hall without a size is told once, and one whose size cannot be read by that alone', () => {
  const read = draftOfFloor(floor);
  const sized = (size: Partial<FloorDraft['halls'][number]>): FloorDraft => ({
    ...read,
    halls: read.halls.map((hall, at) => (at === 0 ? { ...hall, ...size } : hall)),
  });
  const told = (draft: FloorDraft) => draftProblems(draft, placeable).map(({ path, code }) => [path.join('.'), code]);
  expect(told(sized({ depth: 'abc' }))).toEqual([['halls.0.depth', 'expos.plan_length']]);
  expect(told(sized({ width: '', depth: '' }))).toEqual([['halls.0.width', 'expos.hall_not_measured']]);
  expect(told(sized({ depth: '' }))).toEqual([['halls.0.depth', 'expos.hall_half_measured']]);
});

test('a table of text is read back as it was written, in both languages', () => {
  const draft = draftOfFloor(floor);
  for (const language of ['en', 'zh-Hans'] as const) {
    const read = readTable(writeTable(draft, language), draft.halls);
    if (read.state !== 'read') expect.fail(JSON.stringify(read));
    expect(plain(sentOfFloor({ ...draft, rectangles: read.rectangles }))).toEqual(floor);
  }
});

test('a table is read whole or not at all, with every cell that says nothing', () => {
  const head = 'hall\tkind\tcode\tx\ty\twidth\tdepth';
  expect(readTable('a,b\n1,2', [])).toEqual({ state: 'no_heads' });
  expect(readTable(head, [])).toEqual({ state: 'empty' });
  expect(readTable('Hall;What;Code;Colour\n2;stand;A;red', [])).toEqual({
    state: 'columns',
    missing: ['x', 'y', 'width', 'depth'],
    unknown: ['Colour'],
  });
  expect(readTable(`${head}\n2\tbooth\tA\t1\t\t3\t4\n\n2\t展位\tB\t1m\t2\t3\t4\textra`, [])).toEqual({
    state: 'wrong',
    wrong: [
      { row: 2, column: 'kind', cell: 'booth' },
      { row: 2, column: 'y', cell: '' },
      { row: 3, column: 'x', cell: '1m' },
      { row: 3, column: 'depth', cell: 'extra' },
    ],
  });
  const fresh = readTable(`${head}\n7\t展位\tB\t1,5\t2\t3\t4`, []);
  expect(fresh).toMatchObject({ halls: [{ code: '7', width: '' }], rectangles: [{ kind: 'stand', code: 'B', x: '1,5' }] });
  expect(splitTable('a,"b\n""c""",d\r\n1,2,3')).toEqual([
    ['a', 'b\n"c"', 'd'],
    ['1', '2', '3'],
  ]);
});

test('what is missing is laid out in rows that break no rule', () => {
  const read = draftOfFloor({ ...floor, halls: floor.halls.slice(0, 1), walks: [] });
  const [hall] = read.halls;
  if (hall === undefined) expect.fail('no hall');
  const many = { stands: placeable.stands, tables: Array.from({ length: 60 }, (_, at) => ({ number: at + 1, hall: at === 0 ? '' : '2' })) };
  const { added, left } = laidOut(read, hall, many);
  expect([added.length, left]).toEqual([61, 0]);
  const whole = { ...read, rectangles: [...read.rectangles, ...added] };
  expect(draftProblems(whole, many)).toEqual([]);
  expect(laidOut(whole, hall, many).added).toEqual([]);
  const small = laidOut({ ...read, rectangles: [] }, { ...hall, width: '10', depth: '10' }, many);
  expect(small.left).toBe(62 - small.added.length);
  expect(small.left).toBeGreaterThan(30);
});
