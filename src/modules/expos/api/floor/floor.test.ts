// The floor plan on the real database: what is drawn, who reads it, and what the database refuses by itself.
import { expect, test } from 'vitest';
import { shareTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import type { Asked } from '../../contract.ts';
import { replaceTables } from '../change-setup.ts';
import { createStand, removeStand, updateStand } from '../change-stands.ts';
import { organiserOf, text } from '../edition-fixture.ts';
import { hallFacts } from '../planning-facts.ts';
import { replaceFloorTable } from './replace-floor.ts';
import { getFloorTable, getHallPlan } from './show-floor.ts';

const db = await shareTestDatabase();

type Given = Omit<Asked<'replaceFloorTable'>, 'editionId'>;
const rectangle = (kind: 'stand' | 'table', code: string, x: number, hall = '2'): Given['rectangles'][number] => ({
  ...{ kind, hall, code, name: null },
  ...{ x, y: 100, width: 300, depth: 300 },
});
const halls = [
  { code: '2', width: 2_000, depth: 1_000 },
  { code: '3', width: 1_000, depth: 1_000 },
];

test('a plan is set as a whole, follows its edition, and moves what it draws', async () => {
  const fair = organiserOf(db, await db.foundOffice());
  const edition = await fair.edition('Floor');
  const editionId = edition.id;
  const stand = valueOf(await fair.as((work) => createStand(work, { editionId, code: 'A1', hall: '3', seats: 1, area: 9 })));
  const table = (hall: string) => [{ number: 1, hall, seats: 1, closedSlots: [] }];
  const { version } = valueOf(await fair.as((work) => replaceTables(work, { editionId, tables: table('') }), edition.version));
  await fair.participant(editionId, 'E01', { standId: stand.id, leadsStand: true });
  const set = (given: Given, at: number) => fair.as((work) => replaceFloorTable(work, { editionId, ...given }), at);
  const walks = [{ from: '3', to: '2', minutes: 5 }];
  const wrong = [rectangle('stand', 'A1', 1_800), rectangle('table', '9', 0), rectangle('stand', 'A1', 0, '3')];
  expect(await set({ halls, walks, rectangles: wrong }, version)).toMatchObject({
    refusal: {
      problems: [
        { path: ['rectangles', 0, 'x'], code: 'expos.plan_outside_right', params: { metres: 1 } },
        { path: ['rectangles', 1, 'code'], code: 'expos.plan_table_unknown' },
        { path: ['rectangles', 2, 'hall'], code: 'expos.plan_stand_two_halls' },
      ],
    },
  });
  const zone = { kind: 'zone' as const, hall: '2', code: null, name: text('Meetings'), x: 0, y: 0, width: 2_000, depth: 1_000 };
  const rectangles = [zone, rectangle('stand', 'A1', 0), rectangle('table', '1', 300)];
  const kept = valueOf(await set({ halls, walks, rectangles }, version));
  expect(kept).toMatchObject({ halls, walks: [{ from: '2', to: '3', minutes: 5 }], rectangles });
  // The plan says where a thing stands.
  expect(kept.placeable).toEqual({ stands: [{ code: 'A1', hall: '2', area: 9 }], tables: [{ number: 1, hall: '2' }] });
  expect(valueOf(await fair.as((work) => hallFacts(work, editionId)))).toMatchObject({
    walks: [{ from: '2', to: '3', minutes: 5 }],
    places: [{ hall: '2' }, { hall: '2' }],
  });
  const hallOfStand = await fair.as((work) => updateStand(work, { editionId, standId: stand.id, hall: '3' }));
  expect(hallOfStand).toMatchObject({ refusal: { problems: [{ path: ['hall'], code: 'expos.drawn_in_hall', params: { hall: '2' } }] } });
  const hallOfTable = await fair.as((work) => replaceTables(work, { editionId, tables: table('3') }));
  expect(hallOfTable).toMatchObject({ refusal: { problems: [{ path: ['tables', 0, 'hall'], code: 'expos.drawn_in_hall' }] } });
  // A table that goes leaves the plan with it; a stand is taken off first, since putting it back would not draw it again.
  valueOf(await fair.as((work) => replaceTables(work, { editionId, tables: [] })));
  expect(valueOf(await fair.as((work) => getFloorTable(work, { editionId }))).rectangles.map(({ kind }) => kind)).toEqual([
    'zone',
    'stand',
  ]);
  const other = valueOf(await fair.as((work) => createStand(work, { editionId, code: 'B1' })));
  const now = valueOf(await fair.as((work) => getFloorTable(work, { editionId }))).version;
  valueOf(await set({ halls, walks: [], rectangles: [rectangle('stand', 'B1', 0, '3')] }, now));
  expect(await fair.as((work) => removeStand(work, { editionId, standId: other.id }))).toMatchObject({
    refusal: { code: 'expos.stand_drawn', params: { hall: '3' } },
  });
  // Nobody else sees it before it is published.
  expect(await db.as(null, (work) => getHallPlan(work, { editionId }))).toMatchObject({ refusal: { kind: 'not_found' } });
  await fair.publish(editionId);
  expect(valueOf(await db.as(null, (work) => getHallPlan(work, { editionId, hall: '3' }))).shown).toMatchObject({
    hall: halls[1],
    rectangles: [{ code: 'B1' }],
    stands: [{ code: 'B1', exhibitors: [] }],
  });
  expect(valueOf(await db.as(null, (work) => getHallPlan(work, { editionId }))).shown).toMatchObject({
    stands: [{ code: 'A1', exhibitors: [{ code: 'E01', isLead: true }] }],
  });
});

test('the database itself lets nothing overlap, leave its hall or stand in another', async () => {
  const fair = organiserOf(db, await db.foundOffice());
  const { id: editionId, version } = await fair.edition('Guarded');
  const ids = new Map<string, string>();
  for (const code of ['A1', 'A2'])
    ids.set(code, valueOf(await fair.as((work) => createStand(work, { editionId, code, hall: '2', seats: 0 }))).id);
  valueOf(
    await fair.as((work) => replaceFloorTable(work, { editionId, halls, walks: [], rectangles: [rectangle('stand', 'A1', 0)] }), version),
  );
  const draw = (code: string, x: number, hall = '2') =>
    db.owner.query(
      `insert into expos.rectangle (edition_id, number, owner_office, kind, hall, hall_width, hall_depth, stand_id, x, y, width, depth)
      select h.edition_id, 9, h.owner_office, 'stand', h.code, h.width, h.depth, $2, $3, 100, 300, 300 from expos.hall h
      where h.edition_id = $1 and h.code = $4`,
      [editionId, ids.get(code), x, hall],
    );
  await expect(draw('A2', 299)).rejects.toThrow('rectangle_alone');
  await expect(draw('A2', 1_701)).rejects.toThrow('rectangle_in_hall');
  await expect(draw('A2', 0, '3')).rejects.toThrow('foreign key');
  await expect(db.owner.query('update expos.hall set width = 200 where edition_id = $1 and code = $2', [editionId, '2'])).rejects.toThrow(
    'foreign key',
  );
  await draw('A2', 300);
});
