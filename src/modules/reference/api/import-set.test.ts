import type { Id } from '#kernel/ids.ts';
import { expect, test } from 'vitest';
import { ok } from '#kernel/result.ts';
import { citiesByIds } from '#modules/cities/api/open-city.ts';
import { statementsOf } from '#modules/evidence/api/read-statements.ts';
import { ownTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import { cancelReferenceImport, confirmReferenceImport, setReferenceMapping, undoReferenceImport } from './change-import.ts';
import { repeatReferenceImport } from './begin-import.ts';
import { exportReferenceProblems } from './export-problems.ts';
import { Importer } from './import-fixture.ts';
import { getReferenceSet } from './keep-sets.ts';
import { answerReferencePlace, getReferenceImport, listReferencePlaces, listReferenceProblems, placeAnswered } from './read-findings.ts';
import { listReferenceTies } from './take-ties.ts';

const db = await ownTestDatabase();
const register = await db.foundOffice({ kind: 'register' });
const importer = new Importer(db, register);

const heads = 'City,Country,Partner,Partner country,Since';
const file = (...rows: readonly string[]): string => [heads, ...rows].join('\n');

/** What a set holds, as anybody may write it down: names, direction, rows, what it says. */
async function heldBy(setId: Id<'ReferenceSet'>): Promise<readonly string[]> {
  const { entries } = valueOf(await importer.as((work) => listReferenceTies(work, { setId, limit: 200 })));
  return entries
    .map(({ cities, listedBy, rows, said }) => {
      const names = [cities.a, cities.b].map(({ name, country }) => `${name['en']?.text ?? ''} ${country}`).toSorted();
      return `${names.join(' – ')} ${listedBy} ${rows.join(' ')} ${said.map(({ since }) => since?.text ?? '').join(' ')}`.trim();
    })
    .toSorted();
}

/** Everything that an import may leave behind, but for the import itself and cities that nothing names. */
async function everything(setId: Id<'ReferenceSet'>): Promise<unknown> {
  const of = async (query: string): Promise<unknown> => (await db.owner.query(query, [setId])).rows;
  return [
    await of(
      `select tie_id, listed_by, rows, import_id, visibility from ties.listing where set_id = $1 and withdrawn_at is null order by 1`,
    ),
    await of(`select city_id, visibility from cities.mention where by_kind = 'set' and by_id = $1 order by 1`),
    await of(`select tie_id, said from reference.saying where set_id = $1 order by 1`),
    await of(`select current_import from reference.set where id = $1`),
    await of(`select s.subject_id, s.attribute, s.value from evidence.statement s where s.withdrawn_at is null and s.subject_id in
      (select tie_id from ties.listing where set_id = $1) order by 1, 2, 3::text`),
  ];
}

const dublin = 'Dublin,Ireland,Barcelona,Spain,1998-06-24';
const cork = 'Cork,Ireland,Cologne,Germany,1988';

test('a list becomes a set: previewed first, then written, its places found in the gazetteer', async () => {
  const set = await importer.createSet('First list');
  const preview = await importer.preview(set.id, file(dublin, cork, 'Köln,Germany,Cork,Ireland,', 'Cork,Ireland,Cork,Ireland,'));
  expect(preview).toMatchObject({
    state: 'previewed',
    missing: [],
    mapping: { columns: ['a_name', 'a_country', 'b_name', 'b_country', 'since'], whole: true },
    counts: { rows: 4, rowsLeftOut: 1, ties: 2, listedTwice: 1, changes: { new: 2, joined: 0, unchanged: 0, changed: 0, gone: 0 } },
  });
  expect(await heldBy(set.id)).toEqual([]);
  const done = await importer.confirm(preview);
  expect([done.state, done.isCurrent]).toEqual(['done', true]);
  expect(await heldBy(set.id)).toEqual(['Barcelona ES – Dublin IE unstated 2 1998-06-24', 'Cork IE – Köln DE unstated 3 4 1988']);
  const problems = valueOf(await importer.as((work) => listReferenceProblems(work, { importId: done.id, limit: 50 })));
  expect(problems.entries.map(({ row, column, code, outcome }) => [row, column, code, outcome])).toEqual([
    [4, 'C', 'reference.listed_twice', 'joined'],
    [5, 'C', 'reference.self_tie', 'left_out'],
  ]);
  expect(valueOf(await importer.as((work) => getReferenceSet(work, { setId: set.id }))).ties).toBe(2);
});

test('the same file again changes nothing, another file is a difference, and undoing gives what was before', async () => {
  const set = await importer.createSet('Second list');
  await importer.import(set.id, file(dublin, cork));
  const before = await everything(set.id);
  const again = await importer.import(set.id, file(dublin, cork));
  expect(again.counts?.changes).toEqual({ new: 0, joined: 0, unchanged: 2, changed: 0, gone: 0 });
  expect(await heldBy(set.id)).toEqual(['Barcelona ES – Dublin IE unstated 2 1998-06-24', 'Cork IE – Köln DE unstated 3 1988']);
  await importer.undo(again);
  expect(await everything(set.id)).toEqual(before);
  const other = await importer.import(set.id, file('Cork,Ireland,Cologne,Germany,1989', 'Cork,Ireland,Coventry,United Kingdom,'));
  expect(other.counts?.changes).toEqual({ new: 1, joined: 0, unchanged: 0, changed: 1, gone: 1 });
  expect(await heldBy(set.id)).toEqual(['Cork IE – Coventry GB unstated 3', 'Cork IE – Köln DE unstated 2 1989']);
  expect((await importer.undo(other)).state).toBe('undone');
  expect(await everything(set.id)).toEqual(before);
  const first = valueOf(await importer.as((work) => getReferenceImport(work, { importId: again.id })));
  expect(first.state).toBe('undone');
});

test('where a file says otherwise than the set holds, each tie is decided on, old beside new; what it merely adds asks nobody', async () => {
  const set = await importer.createSet('A list that differs');
  await importer.import(set.id, file(dublin, cork, 'Cork,Ireland,Coventry,United Kingdom,'));
  const before = await everything(set.id);
  const preview = await importer.preview(
    set.id,
    file('Dublin,Ireland,Barcelona,Spain,1999', 'Cork,Ireland,Cologne,Germany,1989', 'Cork,Ireland,Coventry,United Kingdom,2001'),
  );
  const asked = preview.samples.filter(({ cells }) => cells.length > 0);
  expect(asked.map(({ cells }) => cells)).toEqual([
    [{ field: 'since', before: '1998-06-24', after: '1999' }],
    [{ field: 'since', before: '1988', after: '1989' }],
  ]);
  const blind = { importId: preview.id, digest: preview.digest ?? '', mode: 'each' as const, keepTies: [], decidedTies: 0 };
  expect(await importer.as((work) => confirmReferenceImport(work, blind))).toMatchObject({
    refusal: { code: 'reference.ties_undecided', params: { count: 2 } },
  });
  const [first] = asked;
  const done = await importer.confirm(preview, [{ a: first?.a.cityId ?? '', b: first?.b.cityId ?? '' }]);
  expect(done.counts?.changes).toMatchObject({ changed: 2, unchanged: 1 });
  expect((await heldBy(set.id)).map((line) => line.split(' ').at(-1))).toEqual(['1998-06-24', '2001', '1989']);
  await importer.undo(done);
  expect(await everything(set.id)).toEqual(before);
});

test('a preview names the cities of the ties that go, though the file names them no more', async () => {
  const set = await importer.createSet('A list that loses one');
  await importer.import(set.id, file(dublin, cork));
  const { samples } = await importer.preview(set.id, file(cork));
  const gone = samples.filter(({ kind }) => kind === 'gone');
  expect(gone.map(({ a, b }) => [a, b].map(({ name, country }) => `${name} ${country}`).toSorted())).toEqual([
    ['Barcelona ES', 'Dublin IE'],
  ]);
});

test('only the latest import is undone, once, and not while another is at work', async () => {
  const set = await importer.createSet('Third list');
  const one = await importer.import(set.id, file(dublin));
  const two = await importer.import(set.id, file(dublin, cork));
  const undo = (importId: Id<'ReferenceImport'>) => importer.as((work) => undoReferenceImport(work, { importId }));
  expect(await undo(one.id)).toMatchObject({ ok: false, refusal: { code: 'reference.undo_latest_first' } });
  const begun = await importer.upload(set.id, file(cork));
  await importer.agree(begun);
  expect(await undo(two.id)).toMatchObject({ ok: false, refusal: { code: 'reference.import_at_work' } });
  valueOf(await importer.as((work) => cancelReferenceImport(work, { importId: begun.id })));
  expect((await importer.run(begun.id, 'read')).state).toBe('cancelled');
  await importer.undo(two);
  expect(await undo(two.id)).toMatchObject({ ok: false, refusal: { code: 'reference.import_moved_on' } });
  await importer.undo(one);
  expect(await heldBy(set.id)).toEqual([]);
});

test('what was confirmed is what was seen: an older preview and an older answer are refused', async () => {
  const set = await importer.createSet('Fourth list');
  const other = 'Ennis,Ireland,Langenfeld,Germany,';
  const [one, two] = [
    await importer.preview(set.id, file(dublin)),
    await importer.preview(set.id, file(other, 'Cork,Ireland,Cork,Ireland,')),
  ];
  const confirm = (preview: typeof one, mode: 'all' | 'each') =>
    importer.as((work) =>
      confirmReferenceImport(work, { importId: preview.id, digest: preview.digest ?? '', mode, keepTies: [], decidedTies: 0 }),
    );
  expect(await confirm(two, 'all')).toMatchObject({ ok: false, refusal: { code: 'reference.rows_left_out', params: { count: 1 } } });
  await importer.confirm(one);
  expect(await confirm(two, 'each')).toMatchObject({ ok: false, refusal: { code: 'reference.preview_outdated' } });
  valueOf(await importer.as((work) => repeatReferenceImport(work, { importId: two.id })));
  const reread = await importer.run(two.id, 'read');
  expect(reread.counts?.changes).toEqual({ new: 1, joined: 0, unchanged: 0, changed: 0, gone: 1 });
  await importer.confirm(reread);
  expect(await heldBy(set.id)).toEqual(['Ennis IE – Langenfeld DE unstated 2']);
});

test('of two who confirm or undo the same import at once one is told that it has moved on', async () => {
  const set = await importer.createSet('Twice at once');
  const preview = await importer.preview(set.id, file(dublin));
  const twice = async (use: Parameters<typeof importer.as>[0]) =>
    (await Promise.all([importer.as(use), importer.as(use)])).map((result) => (result.ok ? 'done' : result.refusal.code)).toSorted();
  const [importId, digest] = [preview.id, preview.digest ?? ''];
  const once = ['done', 'reference.import_moved_on'];
  expect(await twice((work) => confirmReferenceImport(work, { importId, digest, mode: 'each', keepTies: [], decidedTies: 0 }))).toEqual(
    once,
  );
  await importer.run(importId, 'write');
  expect(await twice((work) => undoReferenceImport(work, { importId }))).toEqual(once);
  await importer.run(importId, 'undo');
  expect(await heldBy(set.id)).toEqual([]);
});

test('a tie that another set lists is joined, and its city is one', async () => {
  const [one, two] = [await importer.createSet('Fifth list'), await importer.createSet('Sixth list')];
  await importer.import(one.id, file('Graz,Austria,Coventry,United Kingdom,'));
  const joined = await importer.import(two.id, file('Coventry,England,Graz,Österreich,1957'));
  expect(joined.counts?.changes).toMatchObject({ new: 0, joined: 1 });
  const { rows } = await db.owner.query(
    `select count(distinct tie_id)::int as ties, count(*)::int as listings from ties.listing where set_id = any ($1)`,
    [[one.id, two.id]],
  );
  expect(rows).toEqual([{ ties: 1, listings: 2 }]);
});

test('a person says which city a place is, for this import and the next', async () => {
  const set = await importer.createSet('Seventh list');
  const preview = await importer.preview(set.id, file('Cork,Ireland,Nowhere at all,Germany,'));
  const places = valueOf(
    await importer.as((work) => listReferencePlaces(work, { importId: preview.id, matchedBy: 'as_written', limit: 50 })),
  );
  expect(places.entries.map(({ name, country, answer }) => [name, country, answer])).toEqual([['Nowhere at all', 'DE', null]]);
  const key = places.entries[0]?.key ?? '';
  const answering = { importId: preview.id, key, answer: { geonamesId: 2886242 } };
  const isKnown = valueOf(await placeAnswered(importer.as, answering));
  expect(valueOf(await importer.as((work) => answerReferencePlace(work, answering, isKnown))).digest).toBeNull();
  const unknown = await importer.as((work) => answerReferencePlace(work, { ...answering, key: 'nobody' }, true));
  expect(unknown).toMatchObject({ ok: false, refusal: { problems: [{ code: 'reference.place_not_found' }] } });
  valueOf(await importer.as((work) => repeatReferenceImport(work, { importId: preview.id })));
  await importer.confirm(await importer.run(preview.id, 'read'));
  expect(await heldBy(set.id)).toEqual(['Cork IE – Köln DE unstated 2']);
  const again = await importer.import(set.id, file('Cork,Ireland,Nowhere at all,Germany,'));
  expect(again.counts?.changes).toMatchObject({ unchanged: 1, new: 0 });
});

test('the partners of one city wait until somebody says which city that is', async () => {
  const set = await importer.createSet('Eighth list');
  const own = await importer.createSet('Ninth list');
  await importer.import(own.id, file(cork));
  const { entries } = valueOf(await importer.as((work) => listReferenceTies(work, { setId: own.id, limit: 5 })));
  const city = [entries[0]?.cities.a, entries[0]?.cities.b].find((found) => found?.country === 'IE')?.id ?? '';
  const begun = await importer.upload(set.id, 'Partner,Country\nCologne,Germany\nRennes,France');
  expect([begun.state, begun.missing]).toEqual(['mapping', ['reference.city_column_missing']]);
  const map = (ownCity: string | null) =>
    db.as(
      register.owner,
      (work) => setReferenceMapping(work, { importId: begun.id, mapping: { ...begun.mapping, sheet: null, order: null, ownCity } }),
      begun.version,
    );
  expect(await map(null)).toMatchObject({ ok: false, refusal: { problems: [{ code: 'reference.city_column_missing' }] } });
  expect(await map('01a212ff-c0b5-774b-811b-83a1091ce8dd')).toMatchObject({
    ok: false,
    refusal: { problems: [{ code: 'cities.not_found' }] },
  });
  valueOf(await map(city));
  expect(await map(city)).toMatchObject({ ok: false, refusal: { code: 'kernel.stale' } });
  await importer.confirm(await importer.run(begun.id, 'read'));
  expect(await heldBy(set.id)).toEqual(['Cork IE – Köln DE unstated 2', 'Cork IE – Rennes FR unstated 3']);
});

test('dates and notes are private statements of the importing office, from the source of their row or of the set', async () => {
  const set = await importer.createSet('Tenth list');
  const text =
    'City,Country,Partner,Partner country,Since,Until,Type,Note,Source\nGalway,Ireland,Lorient,France,1978,2001,sister city,by sea,Minutes of 1978';
  await importer.import(set.id, text);
  const { entries } = valueOf(await importer.as((work) => listReferenceTies(work, { setId: set.id, limit: 5 })));
  const tieId = entries[0]?.tieId ?? '';
  const said = valueOf(await importer.as(async (work) => ok(await statementsOf(work, 'tie', [tieId]))));
  expect(
    (said.get(tieId) ?? [])
      .map(({ attribute, source, visibility, office }) => [attribute, source.title, visibility, office.id === register.office])
      .toSorted(),
  ).toEqual(['class', 'ended', 'established', 'note'].map((attribute) => [attribute, 'Minutes of 1978', 'private', true]));
});

test('nobody else sees a closed set, what it lists or the cities that it alone names', async () => {
  const set = await importer.createSet('Eleventh list');
  await importer.import(set.id, file('Sligo,Ireland,Crozon,France,', 'Ballymote,Ireland,Nirgendwo,Germany,'));
  const stranger = await db.foundOffice({ kind: 'city' });
  const { rows } = await db.owner.query<{ city_id: string }>(`select city_id from cities.mention where by_id = $1`, [set.id]);
  expect(rows.length).toBe(4);
  for (const account of [null, stranger.owner]) {
    expect(await db.as(account, (work) => getReferenceSet(work, { setId: set.id }))).toMatchObject({ ok: false });
    const cities = valueOf(await db.as(account, async (work) => ok(await citiesByIds(work, rows.map((row) => row.city_id) as never))));
    expect(cities.size).toBe(0);
  }
  const { rows: terms } = await db.owner.query(`select 1 from platform.search_term where subject_id = any ($1)`, [
    rows.map((row) => row.city_id),
  ]);
  expect(terms).toEqual([]);
});

test('the problem list opens in a spreadsheet with nothing live in it', async () => {
  const set = await importer.createSet('Twelfth list');
  const preview = await importer.preview(
    set.id,
    file('=HYPERLINK("x"),Ireland,Cork,Irland,soon').replace('=HYPERLINK("x")', '"=HYPERLINK(""x"")"'),
  );
  const list = valueOf(await exportReferenceProblems(importer.as, { importId: preview.id, format: 'csv' }));
  const lines = (await list.text()).split('\r\n');
  expect(lines[0]).toBe('Row,Column,Problem,What was done,Other rows,Number of rows');
  expect(lines.length).toBeGreaterThan(3);
  expect(lines.some((line) => /^[=+\-@]|,[=+\-@]/.test(line))).toBe(false);
});
