import { expect, test } from 'vitest';
import { parse } from 'csv-parse/sync';
import type { Transact } from '#platform/work.ts';
import { shareTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import type { Asked } from '../../contract.ts';
import type { SheetAnswer } from '../../domain/sheet/answers.ts';
import { addEntry } from '../add-entry.ts';
import { listOutcomes } from '../list-outcomes.ts';
import { deals, entry, openTie, text } from '../outcomes-fixture.ts';
import { recordOutcome } from '../record-outcome.ts';
import { setOutcomeAudience } from '../share-outcome.ts';
import { exportSheetProblems, readOutcomeFile } from './files.ts';
import { listOutcomeSheets, previewOutcomeSheet, recordOutcomeSheet, undoOutcomeSheet } from './keep-sheet.ts';

const db = await shareTestDatabase();
const tie = await openTie(db);

const asked = (words: string, facts: Partial<Asked<'recordOutcomeSheet'>> = {}): Asked<'recordOutcomeSheet'> => ({
  ...{ officeId: tie.liverpool.office, text: words, columns: [], order: null, answers: [], name: null },
  ...facts,
});
const preview = (words: string, answers: SheetAnswer[] = []) =>
  db.as(tie.liverpool.owner, (work) => previewOutcomeSheet(work, asked(words, { answers })));
const bringIn = (words: string, facts: Partial<Asked<'recordOutcomeSheet'>> = {}, by = tie.liverpool.owner) =>
  db.as(by, (work) => recordOutcomeSheet(work, asked(words, facts)));
const own = async () =>
  valueOf(await db.as(tie.liverpool.owner, (work) => listOutcomes(work, { ownerOffice: tie.liverpool.office, limit: 200 }))).entries;
const transact: Transact = (use) => db.as(tie.liverpool.owner, use);

const head = 'Title\tCity\tCompany\tDate\tStage\tType\tAmount\tNumber of deals\tSource';
const first = [
  head,
  'Crane supply\tShanghai\tPeel Ports\t11 April 2019\tsigned\tdeal\t£1.2m\t\thttps://echo.example/1',
  'Deals of the delegation\t上海\t\t2019-04\tpotential\tdeal\t£139,000,000\t45\t',
  'Nothing known of it\tSpringfield\t\t\thalfway\tdeal\t\t\t',
].join('\n');

test('what is understood is recorded private, each row with its source or its line; the rest is listed with its reason', async () => {
  const seen = valueOf(await preview(first));
  expect(seen.rows.map(({ line, state }) => [line, state])).toEqual([
    [2, 'understood'],
    [3, 'understood'],
    [4, 'question'],
  ]);
  expect(seen.rows[2]?.questions.map(({ code }) => code)).toEqual(['outcomes.sheet_which_stage', 'outcomes.sheet_which_city']);
  const sheet = valueOf(await bringIn(first, { name: 'old.xlsx' }));
  expect(sheet).toMatchObject({ name: 'old.xlsx', rows: 3, recorded: 2, undoneAt: null });
  const [deals139, crane] = await own();
  expect(crane).toMatchObject({
    ...{ title: { en: { text: 'Crane supply', origin: 'import' } }, visibility: 'private', extent: 'single' },
    attributions: [{ subjectId: tie.tieId, relation: 'related_to' }],
    parties: [{ name: 'Peel Ports', role: 'partner' }],
    figures: [
      {
        stage: 'signed',
        amount: { value: '1200000', currency: 'GBP' },
        said: [{ source: { class: 'unknown', address: 'https://echo.example/1' } }],
      },
    ],
  });
  expect(deals139).toMatchObject({
    extent: 'aggregate',
    figures: [{ count: '45', said: [{ source: { class: 'own_records', place: 'row 3 | 第3行' } }] }],
  });
  const file = valueOf(await exportSheetProblems(transact, { sheetId: sheet.id, format: 'csv', language: 'en' }));
  const rows = parse(Buffer.from(await file.arrayBuffer()), { bom: true }) as readonly (readonly string[])[];
  expect(rows.slice(1).map(([row, column, problem]) => [row, column, problem])).toEqual([
    ['4', 'E', 'Which stage does “halfway” mean?'],
    ['4', 'B', '“Springfield” is not a partner city in your register. Which tie is meant?'],
  ]);
});

test('the same list once more is asked about row by row, and nothing is recorded twice', async () => {
  const seen = valueOf(await preview(first));
  expect(seen.rows.slice(0, 2).map(({ state, questions }) => [state, questions.map(({ code }) => code)])).toEqual([
    ['question', ['outcomes.sheet_may_be_same']],
    ['question', ['outcomes.sheet_may_be_same']],
  ]);
  expect(await bringIn(first)).toMatchObject({ ok: false, refusal: { code: 'outcomes.sheet_nothing' } });
  const answers = [{ about: 'same' as const, of: '2', choice: 'leave' }];
  expect(valueOf(await preview(first, answers)).rows[0]?.state).toBe('left');
});

test('two rows that say the same and a round amount are asked about, and one answer each settles them', async () => {
  const words = `${head}\nNew cranes\tShanghai\tA Ltd\t2020\tsigned\tdeal\t£5m\t\t\nNew cranes\tShanghai\tA Ltd\t2020\tsigned\tdeal\t£5m\t\t`;
  const codes = async (answers: SheetAnswer[]) =>
    valueOf(await preview(words, answers)).rows.map(({ questions }) => questions.map(({ code }) => code));
  expect(await codes([])).toEqual([['outcomes.round_amount'], ['outcomes.sheet_twice', 'outcomes.round_amount']]);
  const answers: SheetAnswer[] = [
    { about: 'doubt', of: '2 outcomes.round_amount', choice: 'as_is' },
    { about: 'doubt', of: '3 outcomes.round_amount', choice: 'as_is' },
    { about: 'same', of: '3', choice: 'as_is' },
  ];
  expect(await codes(answers)).toEqual([[], []]);
});

test('taken back, what nobody has worked on since is gone; the rest stays and is named', async () => {
  const words = `${head}\nOne\tShanghai\t\t2021\tsigned\tproject\t£7\t\t\nTwo\tShanghai\t\t2022\tsigned\tproject\t£8\t\t`;
  const sheet = valueOf(await bringIn(words));
  const [, two] = sheet.outcomes;
  const more = entry({ stage: 'realised', amount: '3', currency: 'GBP' });
  valueOf(await db.as(tie.liverpool.owner, (work) => addEntry(work, { ...more, outcomeId: two as never })));
  const before = (await own()).length;
  const undone = valueOf(await db.as(tie.liverpool.owner, (work) => undoOutcomeSheet(work, { sheetId: sheet.id })));
  expect(undone).toMatchObject({ stayed: [{ id: two }] });
  expect(undone.undoneAt).not.toBeNull();
  expect((await own()).length).toBe(before - 1);
  const again = await db.as(tie.liverpool.owner, (work) => undoOutcomeSheet(work, { sheetId: sheet.id }));
  expect(again).toMatchObject({ refusal: { code: 'outcomes.sheet_undone' } });
});

test('a list belongs to its office: others neither see nor take it back, and viewers bring nothing in', async () => {
  const [sheet] = valueOf(await db.as(tie.liverpool.owner, (work) => listOutcomeSheets(work, { officeId: tie.liverpool.office }))).entries;
  const sheetId = sheet?.id ?? expect.fail('no sheet');
  const { owner } = tie.shanghai;
  expect(await db.as(owner, (work) => undoOutcomeSheet(work, { sheetId }))).toMatchObject({
    refusal: { code: 'outcomes.sheet_not_found' },
  });
  expect(await db.as(owner, (work) => listOutcomeSheets(work, { officeId: tie.liverpool.office }))).toMatchObject({ ok: false });
  expect(await bringIn(first, {}, owner)).toMatchObject({ refusal: { code: 'kernel.forbidden' } });
  expect(await exportSheetProblems((use) => db.as(owner, use), { sheetId, format: 'csv' })).toMatchObject({
    refusal: { code: 'outcomes.sheet_not_found' },
  });
});

test('a file is read as the same text, lines and all, and what is no table is refused', async () => {
  const file = new File(['Title,Stage\n\n"A, B",signed\n'], 'old.csv');
  const read = (given: File) => readOutcomeFile(transact, { officeId: tie.liverpool.office, file: given });
  expect(valueOf(await read(file)).text).toBe('Title\tStage\n\nA, B\tsigned');
  expect(await read(new File([new Uint8Array([1, 2, 3, 0])], 'x.xlsx'))).toMatchObject({ ok: false });
});

test('a list that is too long is refused with how long it may be', async () => {
  const rows = Array.from({ length: 501 }, (_, at) => `Row ${at}\tShanghai\tFirm ${at}\t2018\tintended\tproject\t£${at + 1}.01\t\t`);
  expect(await preview([head, ...rows].join('\n'))).toMatchObject({
    refusal: { problems: [{ code: 'outcomes.sheet_too_long', params: { max: 500 } }] },
  });
});

test('who takes part in both and nearly the same amount is asked about when one enters, across offices for what is shared', async () => {
  const party = { organisationId: null, cityId: null, name: 'Harbour Works', role: 'seller' as const, share: null };
  const facts = {
    kind: 'investment' as const,
    extent: 'single' as const,
    occurred: null,
    parties: [party],
    attributions: [],
    fromCity: null,
    toCity: null,
  };
  const asks = (amount: string, office = tie.liverpool) =>
    db.as(office.owner, (work) =>
      recordOutcome(
        work,
        deals(tie, office.office, {
          ...facts,
          confirmed: undefined,
          title: text(`For ${amount}`),
          entry: entry({ amount, currency: 'GBP' }),
        }),
      ),
    );
  const made = valueOf(await asks('1000001'));
  expect(await asks('1090000', tie.shanghai)).toMatchObject({ ok: true });
  const audience = { outcomeId: made.id, visibility: 'shared' as const, sharedWith: [tie.shanghai.office] };
  valueOf(await db.as(tie.liverpool.owner, (work) => setOutcomeAudience(work, audience)));
  expect(await asks('1090002', tie.shanghai)).toMatchObject({
    refusal: { kind: 'asks', questions: [{ code: 'outcomes.may_be_same', like: [{ title: text('For 1090000') }, { id: made.id }] }] },
  });
  expect(await asks('2000001', tie.shanghai)).toMatchObject({ ok: true });
});
