import type { Id } from '#kernel/ids.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, valueOf, type TestDatabase } from '#platform/postgres/test-database.ts';
import { splitPaste } from '#reading/clipboard.ts';
import { keepTie, withdrawTie } from '#modules/ties/api/keep-tie.ts';
import { openDesk } from '../open-desk.ts';
import { exportRegister } from '../export-register.ts';
import {
  answerPaste,
  getPaste,
  pasteTies,
  prepareAnswers,
  preparePaste,
  prepareTies,
  previewPaste,
  settlePaste,
  undoPaste,
} from './paste-ties.ts';
import { openTieWorld, type TieWorld } from '#modules/ties/api/tie-fixture.ts';
import { setTieCells } from '../set-cells.ts';
import { readCsv } from '#platform/files/read-csv.ts';
import { readWorkbook } from '#platform/files/read-workbook.ts';
import { fullTest } from '#platform/full-size.ts';

let db: TestDatabase;
let world: TieWorld;
/** Cities that the register holds before anything is pasted. */
const held = Array.from(
  { length: 78 },
  (_, n) => `Testport ${String.fromCharCode(65 + Math.floor(n / 26))}${String.fromCharCode(65 + (n % 26))}`,
);
const dates = ['1979', 'Oct. 1999', '1999年10月18日', '28/1/1980', ''] as const;
const read = ['1979', '1999-10', '1999-10-18', '1980-01-28', undefined] as const;

/** 90 rows: 78 cities on record, 3 in the gazetteer only, wrong ones, the own city, one twice, no city, a date that is none. */
const sheet = [
  'City\tCountry\tClass\tSince\tMayor',
  ...held.map(
    (name, n) => `${name}\tIreland\t${n % 2 === 0 ? 'sister city' : '友好交流城市'}\t${dates[n % 5] ?? ''}\t${n === 0 ? 'Ana River' : ''}`,
  ),
  'Windhoek\tNamibia\tsister city\t01/11/1995\t',
  'Dunedin\tNew Zealand\tsister city\t21 Oct 1994\t',
  'Yokohama\t日本\t友好城市\t1973年11月30日\t',
  'Atlantis\tGreece\tsister city\t1999\t',
  'Xanadu\t\tsister city\t\t',
  'Liverpool\tUnited Kingdom\tsister city\t1999\t',
  'Testport AA\tIreland\tsister city\t1980\t',
  '\tIreland\tsister city\t1999\tNobody',
  'Cork\tIreland\tcousins\t31/4/1980\t',
  'Cobh\tIreland\tcousins\t2005\t',
  'Galway\tIreland\tsister city\tlong ago\t',
  'Sligo\tIreland\t\tabout 1985\t',
].join('\n');

beforeAll(async () => {
  db = await openTestDatabase();
  world = await openTieWorld(db);
  for (const name of [...held, 'Cork', 'Cobh', 'Galway', 'Sligo']) await world.add(name, 'IE');
});
afterAll(() => db.close());

const none = { columns: [], order: null, sourceId: null, answers: [] };
const asked = (text: string) => ({ officeId: world.liverpool.office, text, ...none });

async function paste(text: string) {
  const prepared = valueOf(await prepareTies(world.transactAs(world.liverpool), asked(text)));
  return valueOf(await db.as(world.liverpool.owner, (work) => pasteTies(work, asked(text), prepared)));
}
const desk = async () =>
  valueOf(await db.as(world.liverpool.owner, (work) => openDesk(work, { officeId: world.liverpool.office, today: '2019-11-05' })));
const undo = async (pasteId: Id<'Paste'>) => {
  const prepared = valueOf(await preparePaste(world.transactAs(world.liverpool), { pasteId }));
  return valueOf(await db.as(world.liverpool.owner, (work) => undoPaste(work, { pasteId }, prepared)));
};

/** How many rows a paste could have entered. */
const rowsEntered = async () =>
  (
    await db.owner.query<
      Readonly<Record<string, unknown>>
    >(`select (select count(*) from ties.keeping) as ties, (select count(*) from desk.paste) as pastes,
      (select count(*) from evidence.statement) as statements, (select count(*) from cities.city) as cities`)
  ).rows;

test('90 rows: each is understood, asked about or not understood; looking at them changes nothing', async () => {
  const before = await rowsEntered();
  const preview = valueOf(await previewPaste(world.transactAs(world.liverpool), asked(sheet)));
  expect(await rowsEntered()).toEqual(before);
  expect(preview.rows).toHaveLength(90);
  expect(preview.rows.map(({ cells }) => cells)).toEqual(
    splitPaste(sheet)
      .slice(1)
      .map(({ cells }) => cells),
  );
  const states = preview.rows.map(({ state }) => state);
  expect(states.slice(0, 78).every((state) => state === 'understood')).toBe(true);
  expect(preview.rows.slice(0, 5).map(({ since }) => since?.text)).toEqual([...read]);
  expect(preview.rows.slice(78).map(({ state, questions }) => [state, ...questions.map(({ code }) => code)])).toEqual([
    ['understood'],
    ['understood'],
    ['understood'],
    ['question', 'desk.paste_city_unknown'],
    ['not_understood', 'desk.paste_city_unknown'],
    ['not_understood', 'ties.with_itself'],
    ['not_understood', 'desk.paste_twice'],
    ['not_understood', 'desk.paste_city_missing'],
    ['question', 'kernel.date_does_not_exist', 'desk.paste_class_unknown'],
    ['question', 'desk.paste_class_unknown'],
    ['not_understood', 'kernel.date_unreadable'],
    ['understood'],
  ]);
  // The sheet itself shows that the day comes first: 28/1/1980.
  expect(preview.rows[78]?.since?.text).toBe('1995-11-01');
});

test('the understood rows are kept at once, the others stay as they were copied, and the whole paste can be undone', async () => {
  const kept = await paste(sheet);
  expect([kept.kept, kept.rows.length]).toEqual([82, 90]);
  const { rows, openPaste } = await desk();
  expect([rows.length, openPaste]).toEqual([82, kept.id]);
  expect(rows.find(({ city }) => city.name['en']?.text === 'Windhoek')).toMatchObject({
    visibility: 'private',
    since: { value: { text: '1995-11-01' }, own: { visibility: 'private' } },
  });
  expect(rows.find(({ city }) => city.name['en']?.text === 'Testport AA')?.note.value).toBe('Mayor: Ana River');
  const [entry] = (await db.owner.query<{ n: number }>(`select count(*)::int as n from accounts.audit_entry where use_case = 'paste-ties'`))
    .rows;
  expect(entry?.n).toBe(1);
  const undone = await undo(kept.id);
  expect([undone.isUndone, undone.kept, (await desk()).rows.length]).toEqual([true, 0, 0]);
  const { rows: left } = await db.owner.query('select 1 from evidence.statement where withdrawn_at is null');
  expect(left).toEqual([]);
});

test('an answer keeps its row; having done with the paste asks no more', async () => {
  const text = 'City\tClass\tSince\nCork\tsister city\t3/4/1980\nCobh\tcousins\t2005\nQwxzyk\t\t';
  const kept = await paste(text);
  expect(kept.rows.map(({ state }) => state)).toEqual(['question', 'question', 'not_understood']);
  const answers = [{ row: 2, since: { text: '1980-04-03', qualifier: 'exact' as const } }];
  const give = async (given: Parameters<typeof answerPaste>[1]['answers']) => {
    const input = { pasteId: kept.id, answers: given };
    const prepared = valueOf(await prepareAnswers(world.transactAs(world.liverpool), input));
    return db.as(world.liverpool.owner, (work) => answerPaste(work, input, prepared));
  };
  const answered = valueOf(await give(answers));
  expect([answered.kept, answered.rows.map(({ state }) => state)]).toEqual([1, ['kept', 'question', 'not_understood']]);
  expect(
    valueOf(
      await give([
        { row: 3, classCode: 'sister_city' },
        { row: 4, leaveOut: true },
      ]),
    ).rows.map(({ state }) => state),
  ).toEqual(['kept', 'kept', 'left_out']);
  expect(await give([{ row: 99, leaveOut: true }])).toMatchObject({
    ok: false,
    refusal: { problems: [{ code: 'desk.paste_row_unknown' }] },
  });
  const again = valueOf(await getPaste(world.transactAs(world.liverpool), { pasteId: kept.id }));
  expect(again.rows.map(({ state }) => state)).toEqual(['kept', 'kept', 'left_out']);
  const prepared = valueOf(await preparePaste(world.transactAs(world.liverpool), { pasteId: kept.id }));
  expect(valueOf(await db.as(world.liverpool.owner, (work) => settlePaste(work, { pasteId: kept.id }, prepared)))).toMatchObject({
    isSettled: true,
  });
  expect((await desk()).openPaste).toBeNull();
  expect((await desk()).rows.map(({ since }) => since.value?.text)).toEqual(['2005', '1980-04-03']);
});

test('pasting what is there already changes nothing; another date is a question, and an undone answer leaves the earlier date', async () => {
  const { rows } = await desk();
  const same = await paste('City\tClass\tSince\nCobh\tsister city\t2005');
  expect([same.kept, same.rows.map(({ state }) => state)]).toEqual([0, ['same']]);
  expect((await desk()).rows.map(({ since }) => since.own?.id)).toEqual(rows.map(({ since }) => since.own?.id));
  const other = await paste('City\tSince\nCobh\t2006');
  expect(other.rows).toMatchObject([{ state: 'question', questions: [{ about: 'earlier', codes: ['keep', 'keep_both', 'replace'] }] }]);
  const input = { pasteId: other.id, answers: [{ row: 2, earlier: 'replace' as const }] };
  const prepared = valueOf(await prepareAnswers(world.transactAs(world.liverpool), input));
  valueOf(await db.as(world.liverpool.owner, (work) => answerPaste(work, input, prepared)));
  const since = async () => (await desk()).rows.find(({ city }) => city.slug === 'cobh-ie')?.since.value?.text;
  expect(await since()).toBe('2006');
  await undo(other.id);
  expect(await since()).toBe('2005');
  expect((await desk()).rows).toHaveLength(2);
});

test('a paste is the office’s own; an office without a city cannot paste, nor a viewer', async () => {
  const { liverpool, shanghai, register } = world;
  const kept = await paste('City\nSligo');
  expect(await getPaste(world.transactAs(shanghai), { pasteId: kept.id })).toMatchObject({
    ok: false,
    refusal: { code: 'desk.paste_not_found' },
  });
  const homeless = { ...asked('City\nSligo'), officeId: register.office };
  expect(await previewPaste(world.transactAs(register), homeless)).toMatchObject({
    ok: false,
    refusal: { code: 'desk.office_without_city' },
  });
  const viewer = await db.addMember(liverpool.office, 'viewer');
  expect(await previewPaste((use) => db.as(viewer, use), asked('City\nSligo'))).toMatchObject({
    ok: false,
    refusal: { code: 'kernel.forbidden' },
  });
  expect(await previewPaste(world.transactAs(liverpool), asked(' \n\t'))).toMatchObject({
    ok: false,
    refusal: { problems: [{ code: 'desk.paste_empty' }] },
  });
  await undo(kept.id);
});

test('ties worked on since are named before the paste is undone, and stay with what was entered', async () => {
  for (const name of ['Kinsale', 'Youghal', 'Bantry']) await world.add(name, 'IE');
  const kept = await paste('City\tSince\nKinsale\t1985\nYoughal\t1990\nBantry\t1991');
  const worked = async () =>
    valueOf(await getPaste(world.transactAs(world.liverpool), { pasteId: kept.id })).worked.map((tieId) =>
      kept.rows.findIndex((row) => row.tieId === tieId),
    );
  expect(await worked()).toEqual([]);
  const [, youghal] = kept.rows;
  const cell = { attribute: 'note' as const, value: 'Call the mayor' };
  const cells = [{ tieId: youghal?.tieId ?? '', cell, replaces: null }];
  valueOf(await db.as(world.liverpool.owner, (work) => setTieCells(work, { officeId: world.liverpool.office, cells })));
  expect(await worked()).toEqual([1]);
  const undone = await undo(kept.id);
  expect(undone.worked).toEqual([youghal?.tieId]);
  const left = (await desk()).rows.filter(({ tieId }) => kept.rows.some((row) => row.tieId === tieId));
  expect(left.map(({ city, since, note }) => [city.slug, since.value, note.value])).toEqual([['youghal-ie', null, 'Call the mayor']]);
  valueOf(
    await db.as(
      world.liverpool.owner,
      (work) => withdrawTie(work, { tieId: youghal?.tieId ?? '', office: world.liverpool.office }),
      left[0]?.version,
    ),
  );
});

fullTest('the exported register reads back equal, in both languages and formats, and no cell of it comes alive', async () => {
  const { liverpool, city } = world;
  const tie = valueOf(
    await db.as(liverpool.owner, (work) =>
      keepTie(work, { office: liverpool.office, cityId: city('Liverpool'), withCityId: city('Sligo') }),
    ),
  );
  const note = '=HYPERLINK("https://example.org")\n-1\t"quoted"';
  const cells = (
    [
      { attribute: 'note', value: note },
      { attribute: 'established', value: { text: '1985', qualifier: 'about' } },
      { attribute: 'status', value: 'active' },
    ] as const
  ).map((cell) => ({ tieId: tie.id, cell, replaces: null }));
  valueOf(await db.as(liverpool.owner, (work) => setTieCells(work, { officeId: liverpool.office, cells })));
  for (const language of ['en', 'zh-Hans'] as const) {
    const files = await Promise.all(
      (['csv', 'xlsx'] as const).map(async (format) =>
        valueOf(await exportRegister(world.transactAs(liverpool), { officeId: liverpool.office, format, language })),
      ),
    );
    const [csvBytes, xlsxBytes] = await Promise.all(files.map(async (file) => new Uint8Array(await file.arrayBuffer())));
    if (csvBytes === undefined || xlsxBytes === undefined) expect.fail('no files');
    const csv = valueOf(readCsv(csvBytes, 'ties.csv')).rows.map(({ cells }) => cells);
    const xlsx = valueOf(await readWorkbook(xlsxBytes))[0]?.rows.map(({ cells }) => cells) ?? [];
    const wide = (cells: readonly (string | number)[]): readonly string[] => Array.from({ length: 9 }, (_, n) => String(cells[n] ?? ''));
    expect(csv.map(wide)).toEqual(xlsx.map(wide));
    expect(csv.map(wide)).toContainEqual(expect.arrayContaining(['sligo-ie', note]));
    expect(new TextDecoder().decode(csvBytes)).toContain(`'=HYPERLINK`);
    const text = csv
      .map((cells) =>
        wide(cells)
          .map((cell) => (/["\n\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
          .join('\t'),
      )
      .join('\n');
    const preview = valueOf(await previewPaste(world.transactAs(liverpool), asked(text)));
    expect(preview.rows.map(({ state }) => state)).toEqual(['same', 'same', 'same']);
    const before = (await desk()).rows;
    await paste(text);
    expect((await desk()).rows).toEqual(before);
  }
});
