// A sheet that says otherwise than the register: nothing of the office's own is replaced before it was decided, row by row.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, valueOf, type TestDatabase } from '#platform/postgres/test-database.ts';
import { openTieWorld, type TieWorld } from '#modules/ties/api/tie-fixture.ts';
import { previewTieAudience, setTieAudience } from '#modules/ties/api/tie-audience.ts';
import { tieIdOf } from '#modules/ties/api/tie-id.ts';
import { enterTieStatements } from '#modules/ties/api/tie-statements.ts';
import { pairOf } from '#modules/ties/domain/tie.ts';
import { openDesk } from '../open-desk.ts';
import { answerPaste, pasteTies, prepareAnswers, prepareTies, previewPaste } from './paste-ties.ts';

let db: TestDatabase;
let world: TieWorld;

beforeAll(async () => {
  db = await openTestDatabase();
  world = await openTieWorld(db);
  for (const name of ['Cork', 'Cobh', 'Galway', 'Sligo', 'Ennis']) await world.add(name, 'IE');
});
afterAll(() => db.close());

const asked = (text: string) => ({ officeId: world.liverpool.office, text, columns: [], order: null, sourceId: null, answers: [] });
async function paste(text: string) {
  const prepared = valueOf(await prepareTies(world.transactAs(world.liverpool), asked(text)));
  return valueOf(await db.as(world.liverpool.owner, (work) => pasteTies(work, asked(text), prepared)));
}
async function answer(pasteId: Awaited<ReturnType<typeof paste>>['id'], answers: Parameters<typeof answerPaste>[1]['answers']) {
  const prepared = valueOf(await prepareAnswers(world.transactAs(world.liverpool), { pasteId, answers }));
  return valueOf(await db.as(world.liverpool.owner, (work) => answerPaste(work, { pasteId, answers }, prepared)));
}
const register = async () => {
  const { rows } = valueOf(
    await db.as(world.liverpool.owner, (work) => openDesk(work, { officeId: world.liverpool.office, today: '2019-11-05' })),
  );
  return Object.fromEntries(
    rows.map(({ city, classCode, since, status, note }) => [
      city.slug,
      [classCode.value, since.value?.text ?? null, status.value, note.value],
    ]),
  );
};

const sheet = (...rows: readonly string[]) => ['City\tCountry\tClass\tSince\tStatus\tNote', ...rows].join('\n');
const first = sheet(
  'Cork\tIreland\tfriendly exchange city\t2003\tactive\tby letter',
  'Cobh\tIreland\tfriendly exchange city\t1999\t\t',
  'Galway\tIreland\t\t\tactive\tfirst',
);
const second = sheet(
  'Cork\tIreland\tsister city\t9 April 2003\tended\tnew mayor',
  'Cobh\tIreland\tfriendly exchange city\t1999-05-01\t\t',
  'Galway\tIreland\tsister city\t1990\tactive\tfirst',
  'Sligo\tIreland\tsister city\t\t\tended 2004',
);

test('a class, a status, a date and a note that differ from ours are each asked, old beside new; what is merely added is not', async () => {
  await paste(first);
  const before = await register();
  const kept = await paste(second);
  expect(kept.rows.map(({ state, questions }) => [state, ...questions.map(({ about, codes }) => `${about}: ${codes.join()}`)])).toEqual([
    [
      'question',
      'earlier: keep,keep_both,replace',
      'earlier_class: keep,keep_both,replace',
      'earlier_status: keep,replace',
      'earlier_note: keep,keep_both,replace',
    ],
    ['question', 'earlier: keep,keep_both,replace'],
    ['kept'],
    ['question', 'status: ended'],
  ]);
  expect(kept.rows[0]?.questions[1]?.params).toEqual({ ours: 'friendly_exchange', pasted: 'sister_city', source: '' });
  expect(await register()).toEqual({ ...before, 'galway-ie': ['sister_city', '1990', 'active', 'first'] });
  const taken = { row: 2, earlier: 'replace', earlierClass: 'keep', earlierStatus: 'replace', earlierNote: 'keep_both' } as const;
  const answered = await answer(kept.id, [taken, { row: 3, earlier: 'keep' }, { row: 5, status: 'ended' }]);
  // Of Cobh our own date is kept, so that there is nothing to enter.
  expect(answered.rows.map(({ state }) => state)).toEqual(['kept', 'same', 'kept', 'kept']);
  expect(await register()).toEqual({
    'cork-ie': ['friendly_exchange', '2003-04-09', 'ended', 'by letter\nnew mayor'],
    'cobh-ie': ['friendly_exchange', '1999', null, null],
    'galway-ie': ['sister_city', '1990', 'active', 'first'],
    'sligo-ie': ['sister_city', null, 'ended', 'ended 2004'],
  });
  const again = valueOf(await previewPaste(world.transactAs(world.liverpool), asked(second)));
  expect(again.rows[0]?.questions.map(({ about }) => about)).toEqual(['earlier_class']);
});

test('a class that a word of the sheet is answered to mean is a difference like one that the sheet names itself', async () => {
  const preview = asked(sheet('Cobh\tIreland\tMoU\t\t\t'));
  const read = valueOf(
    await previewPaste(world.transactAs(world.liverpool), { ...preview, answers: [{ row: 2, classCode: 'project_partnership' }] }),
  );
  expect(read.rows[0]?.questions.map(({ about, params }) => [about, params['ours'], params['pasted']])).toContainEqual([
    'earlier_class',
    'friendly_exchange',
    'project_partnership',
  ]);
});

test('where ours has a source, keeping both is proposed; a sheet without one that is used all the same is asked about before everybody reads it', async () => {
  const { office, owner } = world.liverpool;
  const pair = pairOf(world.city('Liverpool'), world.city('Cobh'));
  if (pair === null) throw new Error('no pair');
  const tieId = tieIdOf(pair);
  const source = { class: 'press_or_study' as const, title: 'The Irish Post', date: { text: '1999-06-01', qualifier: 'exact' as const } };
  const irishPost = {
    ...source,
    publisher: null,
    address: null,
    documentId: null,
    licence: null,
    credit: null,
    passage: null,
    place: null,
  };
  const value = { type: 'date' as const, date: { text: '1999', qualifier: 'exact' as const } };
  const own = await register();
  const ours = async () =>
    valueOf(await db.as(owner, (work) => previewTieAudience(work, { tieId, office }))).statements.filter(
      ({ attribute }) => attribute === 'established',
    );
  const [stands] = await ours();
  const cited = {
    kind: 'fact' as const,
    saidBy: null,
    sharedWith: [],
    attribute: 'established' as const,
    value,
    source: irishPost,
    visibility: 'public' as const,
    supersedes: stands?.id ?? null,
  };
  valueOf(await db.as(owner, (work) => enterTieStatements(work, { tieId, office, entries: [cited] })));
  const cobh = sheet('Cobh\tIreland\t\t1998\t\t');
  const read = valueOf(await previewPaste(world.transactAs(world.liverpool), asked(cobh)));
  expect(read.rows[0]?.questions).toMatchObject([
    { about: 'earlier', params: { date: '1999', source: 'The Irish Post', pasted: '1998' }, suggested: { earlier: 'keep_both' } },
  ]);
  const pasted = await paste(cobh);
  await answer(pasted.id, [{ row: 2, earlier: 'replace' }]);
  const opens = async (confirmed?: ['evidence.takes_off_cited']) =>
    db.as(
      owner,
      async (work) =>
        setTieAudience(work, {
          ...{ tieId, office, visibility: 'public', sharedWith: [], agreementIds: [], exchangeIds: [] },
          ...{ statementIds: (await ours()).map(({ id }) => id), confirmed },
        }),
      valueOf(await db.as(owner, (work) => previewTieAudience(work, { tieId, office }))).version,
    );
  expect(await opens()).toMatchObject({
    refusal: { kind: 'asks', questions: [{ code: 'evidence.takes_off_cited', params: { sources: 'The Irish Post' } }] },
  });
  expect(await opens(['evidence.takes_off_cited'])).toMatchObject({ ok: true });
  expect((await register())['cobh-ie']?.[1]).toBe('1998');
  expect(own['cobh-ie']?.[1]).toBe('1999');
});

test('what an office entered as a person’s words is neither replaced nor mixed with what a sheet says: both stand, each from its own source', async () => {
  const { office, owner } = world.liverpool;
  await paste(sheet('Ennis\tIreland\t\t\t\t'));
  const pair = pairOf(world.city('Liverpool'), world.city('Ennis'));
  if (pair === null) throw new Error('no pair');
  const tieId = tieIdOf(pair);
  const said = {
    ...{ kind: 'fact' as const, saidBy: 'The mayor of the day', visibility: 'private' as const, sharedWith: [], supersedes: null },
    source: {
      ...{ class: 'press_or_study' as const, title: 'The Clare Paper', date: null, publisher: null, address: null, documentId: null },
      ...{ licence: null, credit: null, passage: null, place: null },
    },
  };
  const exact = (text: string) => ({ type: 'date' as const, date: { text, qualifier: 'exact' as const } });
  const entries = [
    {
      ...said,
      attribute: 'note' as const,
      value: { type: 'text' as const, text: { en: { text: 'Partners for 20 years', origin: 'human' as const } } },
    },
    { ...said, attribute: 'established' as const, value: exact('1999') },
    { ...said, attribute: 'class' as const, value: { type: 'code' as const, code: 'friendly_exchange' } },
    { ...said, attribute: 'status' as const, value: { type: 'code' as const, code: 'active' } },
  ];
  valueOf(await db.as(owner, (work) => enterTieStatements(work, { tieId, office, entries })));
  const opinion = { ...said, kind: 'opinion' as const, attribute: 'note' as const };
  const held = { type: 'text' as const, text: { en: { text: 'An opinion', origin: 'human' as const } } };
  valueOf(await db.as(owner, (work) => enterTieStatements(work, { tieId, office, entries: [{ ...opinion, value: held }] })));
  const row = sheet('Ennis\tIreland\tsister city\t1999-05-01\tended\t20周年 2019');
  const kept = await paste(row);
  expect(
    kept.rows[0]?.questions.map(({ about, codes, suggested }) => [
      about,
      codes.join(),
      Object.values(suggested ?? {})
        .map(String)
        .join(),
    ]),
  ).toEqual(['earlier', 'earlier_class', 'earlier_status', 'earlier_note'].map((about) => [about, 'keep,keep_both', 'keep_both']));
  expect(kept.rows[0]?.questions[3]?.params['ours']).toBe('Partners for 20 years');
  // Which tie is asked about is told, so that a page can say what the row would answer.
  expect(kept.rows[0]?.city?.cityId).toBe(world.city('Ennis'));
  // Not even whoever asks for it by the API takes the person's words away.
  await answer(kept.id, [{ row: 2, earlier: 'replace', earlierClass: 'keep_both', earlierStatus: 'replace', earlierNote: 'keep_both' }]);
  const { statements } = valueOf(await db.as(owner, (work) => previewTieAudience(work, { tieId, office })));
  expect(
    statements
      .filter(({ kind }) => kind === 'fact')
      .map(({ attribute, saidBy }) => `${attribute} ${saidBy ?? ''}`.trim())
      .toSorted(),
  ).toEqual(['class', 'established', 'note', 'status'].flatMap((attribute) => [attribute, `${attribute} The mayor of the day`]));
  const notes = statements.flatMap(({ value }) => (value.type === 'text' ? Object.values(value.text).map(({ text }) => text) : []));
  expect(notes.toSorted()).toEqual(['20周年 2019', 'An opinion', 'Partners for 20 years']);
  expect(valueOf(await previewPaste(world.transactAs(world.liverpool), asked(row))).rows[0]?.state).toBe('same');
});
