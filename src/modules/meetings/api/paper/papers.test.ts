import { expect, test } from 'vitest';
import { readCsv } from '#platform/files/read-csv.ts';
import { pagesOf } from '#platform/paper/paper-fixture.ts';
import { shareTestDatabase, valueOf, type TestOffice } from '#platform/postgres/test-database.ts';
import { replaceFloorTable } from '#modules/expos/api/floor/replace-floor.ts';
import { getFloorTable } from '#modules/expos/api/floor/show-floor.ts';
import type { Transact } from '#platform/work.ts';
import { updateParticipant } from '#modules/expos/api/change-participants.ts';
import { createStand } from '#modules/expos/api/change-stands.ts';
import { fullTest } from '#platform/full-size.ts';
import { getDoor } from '../door/show-door.ts';
import { changeRequestRules } from '../requests/request-rules.ts';
import { openForum, releasedForum, type Forum } from '../forum-fixture.ts';
import { paperInput } from '../../contract/papers.ts';
import { paperDoor } from '../../print/paper-door.ts';
import { exportEdition } from '../file/export-edition.ts';
import { exportSchedule, makePaper } from './make-paper.ts';

const db = await shareTestDatabase();

type Who = TestOffice | { readonly owner: TestOffice['owner'] };

/** Asks for a paper as somebody; answers the companies that it names as those whose it is, or the code of the refusal. */
async function printed(f: Forum, who: Who, asked: Readonly<Record<string, string>>) {
  const transact: Transact = (use) => f.as(who, use);
  const made = await makePaper(transact, paperInput.parse({ editionId: f.editionId, language: 'en', ...asked }));
  if (!made.ok) return made.refusal.code;
  const pages = pagesOf(new Uint8Array(await made.value.arrayBuffer()));
  return pages.flatMap((page) => /Meeting agenda\u0001Company (\w+)/.exec(page)?.[1] ?? []);
}

test('the organiser prints all agendas, a lead those of its group, a company its own, nobody more', async () => {
  const f = await releasedForum(db);
  const viewer = { owner: await db.addMember(f.company.office, 'viewer') };
  const [group, own] = [{ groupId: f.groupId }, { participantId: f.ids.E01 }];
  const agendas = (who: Who, of: Readonly<Record<string, string>> = {}) => printed(f, who, { paper: 'agendas', ...of });
  expect(await agendas(f.organiser)).toEqual(['B01', 'B02', 'E01', 'E02']);
  expect(await agendas(f.organiser, group)).toEqual(['E01', 'E02']);
  expect(await agendas(f.chamber, group)).toEqual(['E01', 'E02']);
  expect(await agendas(viewer, own)).toEqual(['E01']);
  expect(await agendas(f.chamber)).toBe('expos.organiser_only');
  expect(await agendas(f.buyerOne, group)).toBe('meetings.group_unknown');
  expect(await agendas(f.buyerOne, own)).toMatch(/unknown|not_found/);
  expect(await agendas(f.stranger)).toMatch(/unknown|not_found|organiser_only/);
  for (const paper of ['tables', 'fallback']) expect(await printed(f, f.chamber, { paper, ...group })).toBe('kernel.invalid_input');
});

fullTest('whoever has a stand is in its hall, whether or not meetings are held there', async () => {
  const f = await releasedForum(db);
  const { editionId } = f;
  const stand = valueOf(await f.as(f.organiser, (w) => createStand(w, { editionId, code: 'N-01', hall: 'North', seats: 1 })));
  valueOf(await f.as(f.organiser, (w) => updateParticipant(w, { editionId, participantId: f.ids.E01, standId: stand.id })));
  expect(await printed(f, f.organiser, { paper: 'agendas', hall: 'North' })).toEqual(['E01']);
  const door = valueOf(await f.as(f.organiser, (w) => getDoor(w, { editionId })));
  expect(door.participants.find(({ code }) => code === 'E01')?.halls).toEqual(['North']);
});

test('a lead’s papers hold its members’ meetings and no one else’s', async () => {
  const f = await releasedForum(db);
  const rules = {
    closesAt: null,
    mailsOrganiser: true,
    sameSide: true,
    agreedOnly: false,
    answerDays: null,
    movesUntilMinutes: null,
    quotas: [],
  };
  valueOf(await f.as(f.organiser, (w) => changeRequestRules(w, { editionId: f.editionId, ...rules }), 1));
  await f.ask(f.ids.B01, f.ids.B02);
  const transact: Transact = (use) => f.as(f.chamber, use);
  for (const paper of ['overview', 'badges'] as const) {
    const asked = paperInput.parse({ editionId: f.editionId, paper, groupId: f.groupId, language: 'both' });
    const page = pagesOf(new Uint8Array(await valueOf(await makePaper(transact, asked)).arrayBuffer())).join('');
    expect(page).toContain('E01');
    expect(page.includes('B01')).toBe(paper === 'overview');
  }
});

test('before the first release there is nothing of the schedule, but badges, and the programme once it is released', async () => {
  const f = await openForum(db);
  expect(await printed(f, f.organiser, { paper: 'overview' })).toBe('meetings.not_released_yet');
  expect(await printed(f, f.organiser, { paper: 'badges', card: 'label' })).toEqual([]);
  expect(await printed(f, f.organiser, { paper: 'programme' })).toBe('meetings.paper_no_programme');
});

test('the schedule as a table has a row a meeting, and files are named after the edition', async () => {
  const f = await releasedForum(db);
  const transact: Transact = (use) => f.as(f.organiser, use);
  const csv = valueOf(await exportSchedule(transact, { editionId: f.editionId, format: 'csv', language: 'en' }));
  const rows = valueOf(readCsv(new Uint8Array(await csv.arrayBuffer()), csv.name)).rows.map(({ cells }) => cells);
  expect(rows[0]?.slice(0, 8)).toEqual(['Day', 'Start', 'End', 'Kind of place', 'Hall', 'Place', 'Code A', 'Name A (Chinese)']);
  expect(rows.slice(1).map((cells) => [cells[0], cells[6], cells[10]])).toEqual([
    ['2019-11-06', 'E01', 'B01'],
    ['2019-11-06', 'E02', 'B02'],
  ]);
  const { rows: slugs } = await db.owner.query<{ slug: string }>('select slug from expos.edition where id = $1', [f.editionId]);
  const slug = slugs[0]?.slug ?? '';
  const book = valueOf(await exportSchedule(transact, { editionId: f.editionId, format: 'xlsx' }));
  const file = valueOf(await exportEdition(transact, { editionId: f.editionId, format: 'xlsx' }));
  expect([csv.name, book.name, file.name]).toEqual([`${slug}-schedule-1.csv`, `${slug}-schedule-1.xlsx`, `${slug}.xlsx`]);
  expect(await exportSchedule((use) => f.as(f.chamber, use), { editionId: f.editionId, format: 'csv' })).toMatchObject({
    refusal: { code: 'expos.organiser_only' },
  });
});

fullTest('the floor plan is printed from the table as it stands, before any release', async () => {
  const f = await openForum(db);
  const { editionId } = f;
  expect(await printed(f, f.organiser, { paper: 'floor' })).toBe('meetings.paper_no_floor');
  const { version } = valueOf(await f.as(f.organiser, (w) => getFloorTable(w, { editionId })));
  const halls = [{ code: 'Q', width: 2_000, depth: 1_000 }];
  const zone = {
    kind: 'zone' as const,
    hall: 'Q',
    code: null,
    name: { en: { text: 'Plaza', origin: 'human' as const } },
    x: 0,
    y: 0,
    width: 500,
    depth: 500,
  };
  valueOf(await f.as(f.organiser, (w) => replaceFloorTable(w, { editionId, halls, walks: [], rectangles: [zone] }), version));
  const transact: Transact = (use) => f.as(f.organiser, use);
  const made = valueOf(await makePaper(transact, paperInput.parse({ editionId, paper: 'floor', language: 'en' })));
  const [page = ''] = pagesOf(new Uint8Array(await made.arrayBuffer()));
  expect(page).toContain('Plaza');
  expect(await printed(f, f.chamber, { paper: 'floor' })).toBe('expos.organiser_only');
});

test('the door tells how far a paper is, then gives it; whoever leaves cancels it; a stray question is refused', async () => {
  const f = await releasedForum(db);
  const door = paperDoor(db.database);
  const open = (query: string, account = f.organiser.owner as TestOffice['owner'] | null) =>
    door.open(new Request(`https://hansa.example/paper/${f.editionId}?${query}`), { editionId: f.editionId }, { account, language: 'en' });
  const made = async (query: string) => {
    const bytes = Buffer.from(await (await open(query)).arrayBuffer());
    const told = bytes.subarray(0, bytes.indexOf('%PDF')).toString().trim().split('\n');
    const lines = told.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
    return { bytes, lines, last: lines.at(-1) };
  };
  const { bytes, lines, last } = await made('paper=agendas&language=both');
  const others = [
    'paper=agendas&language=en',
    'paper=agendas&language=en&order=name',
    'paper=badges&language=en',
    'paper=badges&language=en&card=label',
  ];
  const names = (await Promise.all(others.map(made))).map((one) => one.last?.['fileName']);
  expect(new Set([last?.['fileName'], ...names]).size).toBe(others.length + 1);
  // The last is that of the interpreter's meetings.
  expect(lines[0]).toMatchObject({ of: 5 });
  expect(last).toMatchObject({ unset: [], fileName: expect.stringMatching(/-agendas\.pdf$/) as string });
  expect(bytes.subarray(bytes.indexOf('%PDF'))).toHaveLength(Number(last?.['bytes']));
  const left = (await open('paper=agendas')).body?.getReader();
  await left?.cancel();
  expect((await open('paper=agendas')).status).toBe(200);
  expect((await open('paper=agendas', null)).status).toBe(404);
  expect((await open('paper=agendas', f.stranger.owner)).status).toBeGreaterThanOrEqual(403);
  for (const query of ['paper=nothing', '', 'paper=agendas&colour=red']) expect((await open(query)).status).toBe(422);
});
