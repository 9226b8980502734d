import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccountId } from '#kernel/ids.ts';
import { ok } from '#kernel/result.ts';
import { addCity, placeToAdd } from '#modules/cities/api/add-city.ts';
import { answerAdoption, askAdoption } from '#modules/cities/api/adopt-city.ts';
import { createLabelRule } from '#modules/cities/api/change-naming.ts';
import { findCities } from '#modules/cities/api/find-city.ts';
import { search } from '#modules/cities/api/search.ts';
import { enterStatements } from '#modules/evidence/api/enter-statements.ts';
import { withdrawStatements } from '#modules/evidence/api/set-audiences.ts';
import { statementsOf } from '#modules/evidence/api/read-statements.ts';
import { openTestDatabase, valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import type { ShownImport, ShownSet } from './show-set.ts';
import { Importer } from './import-fixture.ts';
import { getReferenceSet, listReferenceSets, updateReferenceSet } from './keep-sets.ts';
import { closeReferenceSet, openReferenceSet, runOpening } from './open-sets.ts';
import { listReferenceImports, listReferenceProblems } from './read-findings.ts';
import { adoptReferenceTies, countReferenceTies, listReferenceTies } from './take-ties.ts';
import { getReferenceTaking, listReferenceTakings, undoReferenceTaking } from './undo-taking.ts';

let db: TestDatabase;
let register: TestOffice;
let desk: TestOffice;
let importer: Importer;
let set: ShownSet;
let imported: ShownImport;

const list = [
  'City,Country,Partner,Partner country,Since',
  'Cork,Ireland,Köln,Germany,1988',
  'Cork,Ireland,Rennes,France,1982',
  'Dublin,Ireland,Barcelona,Spain,1998',
].join('\n');

beforeAll(async () => {
  db = await openTestDatabase();
  [register, desk] = [await db.foundOffice({ kind: 'register' }), await db.foundOffice({ kind: 'city' })];
  importer = new Importer(db, register);
  set = await importer.createSet('World list', { classCode: 'sister_city' });
  imported = await importer.import(set.id, list);
  // Cork's own office.
  const place = valueOf(await placeToAdd(importer.as, { geonamesId: 2965140 }));
  const cork = valueOf(await importer.as((work) => addCity(work, { office: register.office }, place)));
  const asked = valueOf(await db.as(desk.owner, (work) => askAdoption(work, { cityId: cork.id, office: desk.office, note: null })));
  valueOf(await importer.as((work) => answerAdoption(work, { adoptionId: asked.id, approved: true })));
});
afterAll(() => db.close());

const turn = async (to: 'open' | 'close'): Promise<void> => {
  const use = to === 'open' ? openReferenceSet : closeReferenceSet;
  valueOf(await importer.as((work) => use(work, { setId: set.id })));
  await runOpening({ database: db.database, signal: new AbortController().signal }, { setId: set.id, account: register.owner });
};

const foundBy = async (q: string): Promise<readonly string[]> =>
  valueOf(await db.as(null, (work) => search(work, { q, limit: 10 }))).entries.map(({ slug }) => slug);

const names = async (account: TestOffice['owner'] | null): Promise<readonly string[]> => {
  const ties = await db.as(account, (work) => listReferenceTies(work, { setId: set.id, limit: 50 }));
  return ties.ok ? ties.value.entries.map(({ slug }) => slug).toSorted() : [ties.refusal.code];
};

test('only the register office opens a set, and only its own', async () => {
  expect(await db.as(desk.owner, (work) => openReferenceSet(work, { setId: set.id }))).toMatchObject({
    ok: false,
    refusal: { code: 'reference.set_not_found' },
  });
  const own = new Importer(db, desk);
  const theirs = await own.createSet('A city’s list');
  expect(await own.as((work) => openReferenceSet(work, { setId: theirs.id }))).toMatchObject({
    ok: false,
    refusal: { code: 'reference.register_office_opens' },
  });
  const company = await db.foundOffice({ kind: 'company' });
  await expect(new Importer(db, company).createSet('A company’s list')).rejects.toThrow(/kernel.forbidden/);
});

test('an open set is seen by everybody with its ties, cities and credit, and its cities are found; closed, it is as if it were not there', async () => {
  expect([await names(null), await foundBy('Rennes')]).toEqual([['reference.set_not_found'], []]);
  await turn('open');
  expect(await names(null)).toEqual(['barcelona-es--dublin-ie', 'cork-ie--koln-de', 'cork-ie--rennes-fr']);
  expect(await foundBy('Rennes')).toEqual(['rennes-fr']);
  const seen = valueOf(await db.as(null, (work) => getReferenceSet(work, { setId: set.id })));
  expect(seen).toMatchObject({ isPublic: true, openness: 'open', ties: 3, credit: 'World list', mayEdit: false, currentImport: null });
  expect(seen.source?.title).toBe('World list');
  expect(valueOf(await db.as(null, (work) => listReferenceSets(work, { limit: 10 }))).entries).toHaveLength(1);
  expect(await db.as(desk.owner, (work) => listReferenceImports(work, { setId: set.id, limit: 10 }))).toMatchObject({ ok: false });
  // Dates and classes of an open set are everybody's; its notes are its office's own.
  const ties = valueOf(await db.as(null, (work) => listReferenceTies(work, { setId: set.id, limit: 50 })));
  expect(ties.entries.flatMap(({ said }) => said.map(({ since, note }) => [since?.text, note]))).toEqual([
    ['1988', null],
    ['1982', null],
    ['1998', null],
  ]);
  expect(await importer.as((work) => openReferenceSet(work, { setId: set.id }))).toMatchObject({
    refusal: { code: 'reference.set_is_open' },
  });
  await turn('close');
  expect([await names(null), await foundBy('Rennes')]).toEqual([['reference.set_not_found'], []]);
  // What something else names stays.
  expect(await foundBy('Cork')).toEqual(['cork-ie']);
});

test('the ties of a set are looked through by name, country, tie and doubt, and counted beside each', async () => {
  await turn('open');
  const look = async (asked: Partial<Parameters<typeof listReferenceTies>[1]>) =>
    valueOf(await db.as(null, (work) => listReferenceTies(work, { setId: set.id, limit: 50, ...asked })))
      .entries.map(({ slug }) => slug)
      .toSorted();
  expect(await look({ country: 'DE' })).toEqual(['cork-ie--koln-de']);
  expect(await look({ country: 'IE' })).toHaveLength(3);
  expect(await look({ country: 'PL' })).toEqual([]);
  expect(await look({ q: 'köln' })).toEqual(['cork-ie--koln-de']);
  expect(await look({ q: 'rennes', country: 'DE' })).toEqual([]);
  const [first] = valueOf(await db.as(null, (work) => listReferenceTies(work, { setId: set.id, limit: 50 }))).entries;
  expect(await look({ tie: first?.tieId ?? '' })).toEqual([first?.slug]);
  const count = async (by: AccountId | null, asked: Partial<Parameters<typeof countReferenceTies>[1]> = {}) =>
    valueOf(await db.as(by, (work) => countReferenceTies(work, { setId: set.id, ...asked })));
  const [oneWay, unsourced, differing] = [
    await look({ only: 'one_way' }),
    await look({ only: 'unsourced' }),
    await look({ only: 'differing' }),
  ];
  expect(unsourced).toHaveLength(3);
  expect(differing).toEqual([]);
  expect(await count(null)).toEqual({ all: 3, one_way: oneWay.length, differing: 0, unsourced: 3, not_kept: null });
  expect(await count(null, { country: 'DE' })).toMatchObject({ all: 1, unsourced: 1 });
  expect(await count(desk.owner, { office: desk.office })).toMatchObject({ all: 3, not_kept: 3 });
  // What the office itself says from elsewhere counts in its own view alone: another source, and another date.
  const tie = first?.tieId ?? '';
  const said = (text: string, title: string) => ({
    ...{ subject: { kind: 'tie' as const, id: tie }, attribute: 'established' },
    value: { type: 'date' as const, date: { text, qualifier: 'exact' as const } },
    source: { class: 'press_or_study' as const, title },
  });
  const entries = [said('1979', 'A paper'), said('1979-05', 'A finer paper')];
  const entered = valueOf(await db.as(desk.owner, (work) => enterStatements(work, { office: desk.office, entries })));
  expect(await count(desk.owner)).toMatchObject({ differing: 0, unsourced: 2 });
  const other = valueOf(
    await db.as(desk.owner, (work) => enterStatements(work, { office: desk.office, entries: [said('1980', 'A third')] })),
  );
  expect(await count(desk.owner)).toMatchObject({ differing: 1, unsourced: 2 });
  expect(await count(null)).toMatchObject({ differing: 0, unsourced: 3 });
  const statementIds = [...entered, ...other].map(({ id }) => id);
  valueOf(await db.as(desk.owner, (work) => withdrawStatements(work, { office: desk.office, statementIds, reason: 'only a test' })));
  expect(await count(desk.owner)).toMatchObject({ differing: 0, unsourced: 3 });
  await turn('close');
});

test('the licence and the credit of a set stand with its source, also once they are changed', async () => {
  const own = new Importer(db, desk);
  const made = await own.createSet('A list with terms');
  expect(made.source).toMatchObject({ licence: made.licence, credit: made.credit });
  const changed = valueOf(
    await db.as(desk.owner, (work) => updateReferenceSet(work, { setId: made.id, credit: 'Its publisher' }), made.version),
  );
  expect(changed.source).toMatchObject({ licence: made.licence, credit: 'Its publisher' });
});

test('a city’s office takes the ties of its own city over, with the set as their source', async () => {
  await turn('open');
  const { entries } = valueOf(
    await db.as(desk.owner, (work) => listReferenceTies(work, { setId: set.id, limit: 50, only: 'not_kept', office: desk.office })),
  );
  const tie = (slug: string) => entries.find((entry) => entry.slug === slug)?.tieId ?? '';
  expect(entries.map(({ isKept }) => isKept)).toEqual([false, false, false]);
  // In the order of the file; the tie of two others' cities is told not to be for this office.
  expect(entries.map(({ rows: [row] }) => row)).toEqual(entries.map(({ rows: [row = 0] }) => row).toSorted((x, y) => x - y));
  expect(entries.flatMap(({ slug, mayTake }) => (mayTake === true ? [slug] : [])).toSorted()).toEqual([
    'cork-ie--koln-de',
    'cork-ie--rennes-fr',
  ]);
  const pages = [valueOf(await db.as(desk.owner, (work) => listReferenceTies(work, { setId: set.id, limit: 2 })))];
  const cursor = pages[0]?.nextCursor ?? expect.fail('there is one page only');
  pages.push(valueOf(await db.as(desk.owner, (work) => listReferenceTies(work, { setId: set.id, limit: 2, cursor }))));
  expect(pages.flatMap((one) => one.entries.map(({ tieId }) => tieId))).toEqual(entries.map(({ tieId }) => tieId));
  const [koln, dublin] = [tie('cork-ie--koln-de'), tie('barcelona-es--dublin-ie')];
  const nowhere = '01a212ff-c0b5-774b-811b-83a1091ce8dd';
  const adopt = (tieIds: string[]) => db.as(desk.owner, (work) => adoptReferenceTies(work, { setId: set.id, office: desk.office, tieIds }));
  expect(valueOf(await adopt([koln, dublin, nowhere]))).toEqual({
    takingId: expect.any(String) as string,
    kept: [koln],
    already: [],
    refused: [
      { tieId: dublin, code: 'ties.not_your_city' },
      { tieId: nowhere, code: 'reference.tie_not_listed' },
    ],
  });
  expect(valueOf(await adopt([koln]))).toMatchObject({ takingId: null, already: [koln] });
  const said = valueOf(await db.as(desk.owner, async (work) => ok(await statementsOf(work, 'tie', [koln])))).get(koln) ?? [];
  expect(said.map(({ attribute, value, source, office, visibility }) => [attribute, value, source.title, office.id, visibility])).toEqual([
    ['class', { type: 'code', code: 'sister_city' }, 'World list', desk.office, 'private'],
  ]);
  const left = valueOf(
    await db.as(desk.owner, (work) => listReferenceTies(work, { setId: set.id, limit: 50, only: 'not_kept', office: desk.office })),
  );
  expect(left.entries.map(({ slug }) => slug).toSorted()).toEqual(['barcelona-es--dublin-ie', 'cork-ie--rennes-fr']);
  expect(await db.as(null, (work) => listReferenceTies(work, { setId: set.id, limit: 5, office: desk.office }))).toMatchObject({
    ok: false,
    refusal: { code: 'kernel.forbidden' },
  });
});

test('what was taken over at once is undone as one; a tie worked on since stays, and is named', async () => {
  const { office, owner } = desk;
  const takings = async () =>
    valueOf(await db.as(owner, (work) => listReferenceTakings(work, { setId: set.id, office, limit: 10 }))).entries;
  const undo = (takingId: string) => db.as(owner, (work) => undoReferenceTaking(work, { takingId }));
  const kept = async () =>
    valueOf(await db.as(owner, (work) => listReferenceTies(work, { setId: set.id, limit: 50, office })))
      .entries.filter(({ isKept }) => isKept === true)
      .map(({ slug }) => slug);
  const [first] = await takings();
  expect([await kept(), first?.ties]).toEqual([['cork-ie--koln-de'], 1]);
  expect(valueOf(await undo(first?.id ?? ''))).toMatchObject({ standing: 0, worked: [], undoneAt: expect.any(String) as string });
  expect(await kept()).toEqual([]);
  expect(await undo(first?.id ?? '')).toMatchObject({ refusal: { code: 'reference.taking_undone' } });

  const { entries } = valueOf(await db.as(owner, (work) => listReferenceTies(work, { setId: set.id, limit: 50, q: 'Cork' })));
  const tieIds = entries.map(({ tieId }) => tieId);
  const rennes = entries.find(({ slug }) => slug === 'cork-ie--rennes-fr')?.tieId ?? '';
  const { takingId } = valueOf(await db.as(owner, (work) => adoptReferenceTies(work, { setId: set.id, office, tieIds })));
  const note = { type: 'text' as const, text: { en: { text: 'Our letter', origin: 'human' as const } } };
  const said = { subject: { kind: 'tie' as const, id: rennes }, attribute: 'note', value: note };
  valueOf(await db.as(owner, (work) => enterStatements(work, { office, entries: [said] })));
  const look = (by: AccountId | null) => db.as(by, (work) => getReferenceTaking(work, { takingId: takingId ?? '' }));
  const inFull = valueOf(await look(owner));
  expect([inFull.ties, inFull.standing, inFull.worked.map(({ slug }) => slug)]).toEqual([2, 2, ['cork-ie--rennes-fr']]);
  for (const other of [null, register.owner]) expect(await look(other)).toMatchObject({ refusal: { code: 'reference.taking_not_found' } });

  const undone = valueOf(await undo(takingId ?? ''));
  expect([undone.standing, undone.worked.map(({ slug }) => slug)]).toEqual([1, ['cork-ie--rennes-fr']]);
  expect(await kept()).toEqual(['cork-ie--rennes-fr']);
  const told = valueOf(await db.as(owner, async (work) => ok(await statementsOf(work, 'tie', tieIds))));
  const standing = [...told.values()].flat().filter(({ withdrawn }) => withdrawn === null);
  expect(standing.map(({ subject, attribute }) => [subject.id, attribute])).toEqual([[rennes, 'note']]);
  expect((await takings()).map(({ ties, undoneAt }) => [ties, undoneAt === null])).toEqual([
    [2, false],
    [1, false],
  ]);
});

test('the naming policy keeps places out of an import, and the list says so', async () => {
  const rule = {
    country: 'ES',
    context: 'import' as const,
    state: 'hidden' as const,
    labels: null,
    reason: 'tried',
    decidedOn: '2026-01-01',
  };
  valueOf(await importer.as((work) => createLabelRule(work, { ...rule, geonamesId: null })));
  const again = await importer.preview(set.id, list);
  expect(again.counts).toMatchObject({ ties: 2, rowsLeftOut: 1, changes: { gone: 1, unchanged: 2 } });
  const { entries } = valueOf(await importer.as((work) => listReferenceProblems(work, { importId: again.id, limit: 50 })));
  expect(entries.map(({ row, column, code, outcome, params }) => [row, column, code, outcome, params['name']])).toEqual([
    [4, 'C', 'reference.hidden', 'left_out', 'Barcelona'],
  ]);
  expect(imported.counts?.ties).toBe(3);
  await db.owner.query('delete from cities.label_policy');
});

test('an entity of Wikidata adds to a set what it says, and leaves the rest standing', async () => {
  const wikidata = await importer.createSet('Wikidata');
  await importer.import(
    wikidata.id,
    'Q1\tQ2\nQ2\tQ1\nQ36647\tQ365',
    'relations.tsv',
    'Q1\tDublin\nQ2\tBarcelona\nQ36647\tCork\nQ365\tKöln',
  );
  const claims = {
    P17: [{ mainsnak: { snaktype: 'value', datavalue: { value: { id: 'Q183' } } }, rank: 'normal' }],
    P190: [{ mainsnak: { snaktype: 'value', datavalue: { value: { id: 'Q36647' } } }, rank: 'normal' }],
  };
  const entity = { id: 'Q365', labels: { en: { value: 'Köln' } }, claims };
  const read = await importer.preview(wikidata.id, JSON.stringify({ entities: { Q365: entity } }), 'Q365.json');
  // Of the other side the file has the number alone: an earlier import has named it.
  expect(read.counts).toMatchObject({ rows: 1, rowsLeftOut: 0, changes: { new: 0, changed: 1, gone: 0 } });
  await importer.confirm(read);
  const { entries } = valueOf(await importer.as((work) => listReferenceTies(work, { setId: wikidata.id, limit: 5 })));
  expect(entries.map(({ listedBy }) => listedBy)).toEqual(['both', 'both']);
  const unknown = JSON.stringify({
    ...entity,
    claims: { ...claims, P190: [{ ...claims.P190[0], mainsnak: { snaktype: 'value', datavalue: { value: { id: 'Q987654' } } } }] },
  });
  expect((await importer.preview(wikidata.id, unknown, 'Q365.json')).counts).toMatchObject({
    rowsLeftOut: 1,
    problems: { 'reference.no_name': 1 },
  });
});

test('a place that nobody has located is a word of the open list, and never enters an office’s register by its name', async () => {
  const words = await importer.createSet('List of words', { classCode: 'sister_city' });
  const rows = ['City,Country,Partner,Partner country', 'Cork,Ireland,Qwertzhausen,Germany', 'Cork,Ireland,Rennes,France'];
  await importer.import(words.id, rows.join('\n'));
  valueOf(await importer.as((work) => openReferenceSet(work, { setId: words.id })));
  await runOpening({ database: db.database, signal: new AbortController().signal }, { setId: words.id, account: register.owner });
  const find = (isForRegister: boolean) =>
    db.as(desk.owner, async (work) =>
      ok((await findCities(work, ['Qwertzhausen', 'Rennes'], { isForRegister })).map(({ found }) => found)),
    );
  expect(await find(false)).toEqual({ ok: true, value: ['one', 'one'] });
  expect(await find(true)).toEqual({ ok: true, value: ['none', 'one'] });
});

test('an import waits until a person has agreed to what its columns are, however clear they look', async () => {
  const guessed = await importer.createSet('Clear list');
  const begun = await importer.upload(guessed.id, list);
  expect([begun.state, begun.missing]).toEqual(['mapping', []]);
  await importer.agree(begun);
  expect((await importer.see(begun.id)).state).toBe('reading');
});

test('since when an open set says that a tie lasts is read by everybody, a closed one tells its office alone, and no notes', async () => {
  const dated = await importer.createSet('Dated list', { classCode: 'sister_city' });
  await importer.import(dated.id, 'City,Country,Partner,Partner country,Since,Note\nDublin,Ireland,Nantes,France,1991,Ask the mayor');
  const said = async (account: TestOffice['owner'] | null) => {
    const ties = await db.as(account, (work) => listReferenceTies(work, { setId: dated.id, limit: 5 }));
    return ties.ok ? ties.value.entries.map((tie) => tie.said) : ties.refusal.code;
  };
  expect(await said(register.owner)).toMatchObject([[{ since: { text: '1991' }, note: 'Ask the mayor' }]]);
  expect(await said(null)).toBe('reference.set_not_found');
  valueOf(await importer.as((work) => openReferenceSet(work, { setId: dated.id })));
  await runOpening({ database: db.database, signal: new AbortController().signal }, { setId: dated.id, account: register.owner });
  expect(await said(null)).toMatchObject([[{ since: { text: '1991' }, until: null, note: null }]]);
  expect(await said(desk.owner)).toMatchObject([[{ since: { text: '1991' }, note: null }]]);
});
