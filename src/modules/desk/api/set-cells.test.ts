import type { Id } from '#kernel/ids.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Asked } from '../contract.ts';
import { enterSource } from '#modules/evidence/api/enter-source.ts';
import { statementsOf } from '#modules/evidence/api/read-statements.ts';
import { standing } from '#modules/evidence/domain/show-first.ts';
import { ok } from '#kernel/result.ts';
import { openTestDatabase, valueOf, type TestDatabase } from '#platform/postgres/test-database.ts';
import { keepTie } from '#modules/ties/api/keep-tie.ts';
import { openDesk } from './open-desk.ts';
import { setTieCells } from './set-cells.ts';
import { setTieAudience } from '#modules/ties/api/tie-audience.ts';
import { openTieWorld, type TieWorld } from '#modules/ties/api/tie-fixture.ts';
import { enterTieStatements } from '#modules/ties/api/tie-statements.ts';

type Change = Asked<'setTieCells'>['cells'][number];

let db: TestDatabase;
let world: TieWorld;
const ties: string[] = [];

beforeAll(async () => {
  db = await openTestDatabase();
  world = await openTieWorld(db);
  await world.add('Cork', 'IE');
  for (const name of ['Shanghai', 'Cork']) {
    const input = { office: world.liverpool.office, cityId: world.city('Liverpool'), withCityId: world.city(name) };
    ties.push(valueOf(await db.as(world.liverpool.owner, (work) => keepTie(work, input))).id);
  }
});
afterAll(() => db.close());

const tieOf = (at: number): string => ties[at] ?? '';
const set = async (cells: Change[]) =>
  valueOf(await db.as(world.liverpool.owner, (work) => setTieCells(work, { officeId: world.liverpool.office, cells }))).cells;
const rowOf = async (at: number) =>
  valueOf(await db.as(world.liverpool.owner, (work) => openDesk(work, { officeId: world.liverpool.office }))).rows.find(
    ({ tieId }) => tieId === tieOf(at),
  );
const note = (at: number, value: string | null, replaces: string | null): Change => ({
  tieId: tieOf(at),
  cell: { attribute: 'note', value },
  replaces,
});
const back = (at: number, replaces: string | null, restores: string | null): Change => ({
  tieId: tieOf(at),
  attribute: 'note',
  replaces,
  restores,
});
const entries = async () =>
  (await db.owner.query<{ n: number }>(`select count(*)::int as n from accounts.audit_entry where use_case = 'set-tie-cells'`)).rows[0]?.n;

test('many cells are changed in one step with one entry in the log; what cannot be changed is refused by itself', async () => {
  const before = (await entries()) ?? 0;
  const unknown = '0190a0a0-0000-7000-8000-000000000000';
  const done = await set([
    note(0, 'Call the dean', null),
    { tieId: tieOf(1), cell: { attribute: 'established', value: { text: '2005', qualifier: 'exact' } }, replaces: null },
    { tieId: tieOf(1), cell: { attribute: 'class', value: 'cousins' }, replaces: null },
    { tieId: tieOf(1), cell: { attribute: 'status', value: 'active' }, replaces: unknown },
    { tieId: unknown, cell: { attribute: 'status', value: 'active' }, replaces: null },
    note(0, 'Call the rector', null),
    { tieId: tieOf(0), cell: { attribute: 'established', value: { text: '2099', qualifier: 'exact' } }, replaces: null },
  ]);
  expect(done.map(({ refused }) => refused)).toEqual([
    null,
    null,
    'ties.class_unknown',
    'kernel.stale',
    'ties.not_kept',
    'desk.cell_twice',
    'ties.begins_years_ahead',
  ]);
  expect(await rowOf(0)).toMatchObject({ note: { value: 'Call the dean', own: { id: done[0]?.statementId, visibility: 'private' } } });
  expect(await rowOf(1)).toMatchObject({ since: { value: { text: '2005' } }, classCode: { value: null }, status: { value: null } });
  expect(await entries()).toBe(before + 1);
});

test('a step is taken back to what stood before it, with its source, as often as one likes', async () => {
  const source = {
    class: 'press_or_study' as const,
    title: 'Harbour news',
    publisher: null,
    address: null,
    date: null,
    passage: null,
    documentId: null,
  };
  const entry = {
    ...{ attribute: 'note' as const, value: { type: 'text' as const, text: { en: { text: 'As printed', origin: 'human' as const } } } },
    ...{ kind: 'fact' as const, source, saidBy: 'The mayor', visibility: 'private' as const, sharedWith: [], supersedes: null },
  };
  const on = { tieId: tieOf(1), office: world.liverpool.office };
  const told = valueOf(await db.as(world.liverpool.owner, (work) => enterTieStatements(work, { ...on, entries: [entry] })));
  const printed = told.entries[0]?.id ?? '';
  const [changed] = await set([note(1, 'As typed', printed)]);
  // The mayor's words stand beside what is typed.
  const said = await db.as(world.liverpool.owner, async (work) => ok((await statementsOf(work, 'tie', [tieOf(1)])).get(tieOf(1)) ?? []));
  expect(standing(valueOf(said)).map(({ saidBy, value }) => [saidBy, value.type === 'text' && value.text['en']?.text])).toEqual(
    expect.arrayContaining([
      ['The mayor', 'As printed'],
      [null, 'As typed'],
    ]),
  );
  // What was replaced stands again as the same statement.
  expect(await set([back(1, changed?.statementId ?? null, printed)])).toEqual([{ statementId: printed, refused: null }]);
  expect((await rowOf(1))?.note).toMatchObject({ value: 'As printed', own: { id: printed }, source: 'Harbour news' });
  // What was emptied is said again from the same source.
  expect(await set([note(1, null, printed)])).toEqual([{ statementId: null, refused: null }]);
  expect((await rowOf(1))?.note).toMatchObject({ value: null, own: null });
  const [again] = await set([back(1, null, printed)]);
  expect((await rowOf(1))?.note).toMatchObject({ value: 'As printed', own: { id: again?.statementId }, source: 'Harbour news' });
  // A cell in which nothing stood is empty again; whoever saw another state is told.
  const [first] = await set([{ tieId: tieOf(1), cell: { attribute: 'status', value: 'quiet' }, replaces: null }]);
  const undo = { tieId: tieOf(1), attribute: 'status' as const, replaces: first?.statementId ?? null, restores: null };
  expect((await set([undo]))[0]).toEqual({ statementId: null, refused: null });
  expect((await set([undo]))[0]).toEqual({ statementId: null, refused: 'kernel.stale' });
  expect((await rowOf(1))?.status.value).toBeNull();
});

test('what others read is neither emptied nor taken back in the grid; a new value is private beside it', async () => {
  const [own] = await set([{ tieId: tieOf(0), cell: { attribute: 'status', value: 'active' }, replaces: null }]);
  const published = own?.statementId ?? '';
  const row = await rowOf(0);
  const audience = { visibility: 'public' as const, sharedWith: [], statementIds: [published], agreementIds: [], exchangeIds: [] };
  valueOf(
    await db.as(
      world.liverpool.owner,
      (work) => setTieAudience(work, { tieId: tieOf(0), office: world.liverpool.office, ...audience }),
      row?.version,
    ),
  );
  const empty = { tieId: tieOf(0), cell: { attribute: 'status' as const, value: null }, replaces: published };
  const undo = { tieId: tieOf(0), attribute: 'status' as const, replaces: published, restores: null };
  expect((await set([empty]))[0]?.refused).toBe('desk.cell_read_by_others');
  expect((await set([undo]))[0]?.refused).toBe('desk.cell_read_by_others');
  const [draft] = await set([{ tieId: tieOf(0), cell: { attribute: 'status', value: 'quiet' }, replaces: published }]);
  expect((await rowOf(0))?.status.own).toMatchObject({ value: 'quiet', visibility: 'private' });
  expect(await set([{ ...undo, replaces: draft?.statementId ?? null, restores: published }])).toEqual([
    { statementId: published, refused: null },
  ]);
  expect((await rowOf(0))?.status.own).toMatchObject({ value: 'active', visibility: 'public' });
});

test('many ties are given a class and a state at once from one source, which is taken back with the step; a source of others is refused', async () => {
  const { liverpool, shanghai } = world;
  const said = { class: 'official_publication' as const, title: 'A list of partners', publisher: null, address: null, date: null };
  const enter = (by: typeof liverpool) => db.as(by.owner, (work) => enterSource(work, { ...said, office: by.office, documentId: null }));
  const [ours, theirs] = [valueOf(await enter(liverpool)), valueOf(await enter(shanghai))];
  const own = async () => Promise.all([0, 1].map(async (at) => (await rowOf(at))?.classCode.own?.id ?? null));
  const before = await own();
  const cells = before.map((replaces, at): Change => ({
    tieId: tieOf(at),
    cell: { attribute: 'class', value: 'friendly_exchange' },
    replaces,
  }));
  const ask = (sourceId: Id<'Source'>) =>
    db.as(liverpool.owner, (work) => setTieCells(work, { officeId: liverpool.office, cells, sourceId }));
  expect(await ask(theirs.id)).toMatchObject({ refusal: { problems: [{ path: ['sourceId'], code: 'evidence.source_unknown' }] } });
  expect(await own()).toEqual(before);
  const done = valueOf(await ask(ours.id)).cells;
  expect(done.map(({ refused }) => refused)).toEqual([null, null]);
  expect(await rowOf(0)).toMatchObject({ classCode: { value: 'friendly_exchange', source: 'A list of partners' } });
  expect(await rowOf(1)).toMatchObject({ classCode: { value: 'friendly_exchange', source: 'A list of partners' } });
  await set(
    before.map((restores, at): Change => ({ tieId: tieOf(at), attribute: 'class', replaces: done[at]?.statementId ?? null, restores })),
  );
  expect((await rowOf(0))?.classCode.source).not.toBe('A list of partners');
});
