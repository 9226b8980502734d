import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refuse, type Result } from '#kernel/result.ts';
import { deals, entry, openTie, text, type TieFixture } from '#modules/outcomes/api/outcomes-fixture.ts';
import { addMark } from '#modules/outcomes/api/project/keep-plan.ts';
import { recordOutcome } from '#modules/outcomes/api/record-outcome.ts';
import type { Asked } from '#modules/outcomes/contract.ts';
import { addExchange } from '#modules/ties/api/exchange/change-exchanges.ts';
import { setExchangeNotes } from '#modules/ties/api/exchange/exchange-notes.ts';
import { enterTieStatements } from '#modules/ties/api/tie-statements.ts';
import { readWorkbook } from '#platform/files/read-workbook.ts';
import type { FileProgress } from '#platform/files/file-thread.ts';
import { few, fullTest } from '#platform/full-size.ts';
import { toldFile } from '#platform/http/told-file.ts';
import { pagesOf, unbroken } from '#platform/paper/paper-fixture.ts';
import { wordsOfWord } from '#platform/paper/word-fixture.ts';
import { openTestDatabase, valueOf, type TestDatabase } from '#platform/postgres/test-database.ts';
import { exportCouncilReport, getCouncilReport, makeCouncil, prepareCouncil } from './council-report.ts';

let db: TestDatabase;
let world: TieFixture;

beforeAll(async () => {
  db = await openTestDatabase();
  world = await openTie(db);
  const {
    tieId,
    liverpool: { owner, office },
  } = world;
  const on = (day: string) => ({ text: day, qualifier: 'exact' as const });
  const facts = { kind: 'visit' as const, domains: ['trade' as const], title: text('Mission of 2020'), starts: on('2020-05') };
  const rest = { ends: null, fromSide: 'a' as const, level: null, ledBy: null, people: null, note: null, source: null };
  const { id: exchangeId } = valueOf(await db.as(owner, (work) => addExchange(work, { tieId, office, ...facts, ...rest })));
  const notes = { cost: { value: '12000', currency: 'GBP' }, paidBy: null, gifts: null, talkingPoints: null };
  valueOf(await db.as(owner, (work) => setExchangeNotes(work, { exchangeId, office, ...notes })));
  const { liverpool, shanghai } = world.cities;
  for (const [fromCity, toCity, amount] of [
    [liverpool, shanghai, '100'],
    [shanghai, liverpool, '200'],
  ] as const) {
    const invested = entry({ stage: 'signed', amount, currency: 'EUR', valueDate: on('2020-03') });
    const facts = { kind: 'investment' as const, extent: 'single' as const, fromCity, toCity, title: text(`Works of ${amount}`) };
    valueOf(await db.as(owner, (work) => recordOutcome(work, deals(world, office, { ...facts, entry: invested }))));
  }
  for (const [kind, stage, title] of [
    ['deal', 'cancelled', 'Ferry line'],
    ['offer_made', 'potential', 'Coaching'],
  ] as const) {
    const facts = { kind, extent: 'single' as const, title: text(title), entry: entry({ stage, valueDate: on('2020-07') }) };
    valueOf(await db.as(owner, (work) => recordOutcome(work, deals(world, office, facts))));
  }
  const someday = { extent: 'single' as const, occurred: null, title: text('Someday'), entry: entry({ amount: '5', currency: 'EUR' }) };
  valueOf(await db.as(owner, (work) => recordOutcome(work, deals(world, office, someday))));
  // Of which nobody says a stage, with a date and without one.
  for (const occurred of [null, on('2020-03')]) {
    const bare = { extent: 'single' as const, occurred, title: text('A port'), entry: null };
    valueOf(await db.as(owner, (work) => recordOutcome(work, deals(world, office, bare))));
  }
  const whole = valueOf(await db.as(owner, (work) => recordOutcome(work, deals(world, office))));
  const signed = entry({ stage: 'signed', amount: '3600000', currency: 'GBP', valueDate: on('2020-09') });
  const part = { extent: 'single' as const, partOf: whole.id, title: text('Crane software'), attributions: [], entry: signed };
  valueOf(await db.as(owner, (work) => recordOutcome(work, deals(world, office, part))));
});
afterAll(() => db.close());

const words = async (
  account: TestDatabase['as'] extends (account: infer A, ...rest: never[]) => unknown ? A : never,
  officeId: string,
  year: number,
) =>
  JSON.stringify(
    valueOf(
      await db.as(account, (work) => getCouncilReport(work, { officeId: officeId as typeof world.liverpool.office, year, language: 'en' })),
    ).paper,
  );

test('a year tells what happened, what came of it and what became of earlier announcements; what is unknown is said', async () => {
  const { owner, office } = world.liverpool;
  const said = await words(owner, office, 2020);
  for (const line of [
    'May 2020: Mission of 2020',
    'Crane software',
    'signed · £3.6 million · reported by one side · part of another outcome',
    '45 announced before this year',
    '0 kept, 0 kept in part, 0 not kept, 45 unknown',
    '£12,000',
    'class not stated',
    'Of those unknown, 1 signed; what became of the other 44 is not on record.',
    'These are 45 single deals and the like; the register has them as 1 outcome.',
  ])
    expect([line, said.includes(line)]).toEqual([line, true]);
  // What was cancelled and what was offered are no results: each is told as what it is, and counted so.
  const { paper } = valueOf(await db.as(owner, (work) => getCouncilReport(work, { officeId: office, year: 2020, language: 'en' })));
  const rows = paper.groups.flatMap(({ sections }) => sections).flatMap(({ blocks }) => blocks);
  const textOf = (key: string) =>
    JSON.stringify(rows.flatMap((block) => (block.kind === 'rows' ? block.rows.filter((one) => one.key === key) : [])));
  expect([textOf('ended').includes('Ferry line'), textOf('offers').includes('Coaching'), textOf('results').includes('Ferry line')]).toEqual(
    [true, true, false],
  );
  const earlier = await words(owner, office, 2019);
  expect([earlier.includes('45 deals'), earlier.includes('£139 million'), earlier.includes('Crane software')]).toEqual([true, true, false]);
  // What goes one way is not added to what goes the other.
  for (const line of ['Liverpool to Shanghai', 'Shanghai to Liverpool', '€100', '€200'])
    expect([line, said.includes(line)]).toEqual([line, true]);
  // What has no day is in no year, whether or not a stage is stated of it; nor is what has a day and no stage.
  for (const [key, line] of [
    ['undated', '2 outcomes, in the numbers of no year'],
    ['unstaged', '1 outcome, in the numbers of no year'],
  ] as const)
    expect([key, textOf(key).includes(line)]).toEqual([key, true]);
  expect([said.includes('€300'), (await words(owner, office, new Date().getFullYear())).includes('Someday')]).toEqual([false, false]);
  expect(await words(owner, office, 2015)).toContain('Unknown whether anything took place.');
});

test('what is said of the milestones and indicators of a project for the year stands in it', async () => {
  const { owner, office } = world.liverpool;
  const facts = { kind: 'project' as const, extent: 'single' as const, title: text('Nursing school'), entry: null };
  const { id: outcomeId } = valueOf(await db.as(owner, (work) => recordOutcome(work, deals(world, office, facts))));
  const add = (kind: 'milestone' | 'indicator', title: string, attribute: string, value: Asked<'addMark'>['entries'][number]['value']) =>
    db.as(owner, (work) =>
      addMark(work, {
        ...{ outcomeId, kind, title: text(title), unit: kind === 'indicator' ? 'people' : null, confirmed: ['kernel.read_at_once'] },
        entries: [{ attribute, value, kind: 'fact', saidBy: null }],
      }),
    );
  valueOf(
    await add('milestone', 'First course', 'state', { type: 'code', code: 'done', since: { text: '2016-04-24', qualifier: 'exact' } }),
  );
  valueOf(await add('indicator', 'Nurses who finished', 'actual', { type: 'count', count: '42', qualifier: 'exact', basis: '2016' }));
  const said = await words(owner, office, 2016);
  for (const line of ['First course', 'done · 24 Apr 2016', 'Nurses who finished', '42 people · 2016'])
    expect([line, said.includes(line)]).toEqual([line, true]);
  expect(await words(owner, office, 2015)).not.toContain('First course');
});

test('of what is not on record no number of the year is written: it is not 0', async () => {
  const { owner, office } = world.liverpool;
  const { paper } = valueOf(await db.as(owner, (work) => getCouncilReport(work, { officeId: office, year: 2015, language: 'en' })));
  const blocks = paper.groups.flatMap(({ sections }) => sections.filter(({ key }) => key === 'numbers').flatMap((one) => one.blocks));
  const said = blocks.flatMap((block) =>
    block.kind === 'rows' ? block.rows.map(({ key, cells }) => [key, cells[1]?.map(({ text }) => text).join()] as const) : [],
  );
  expect(said).toEqual(expect.arrayContaining(['happened', 'signed', 'ending', 'results', 'before'].map((key) => [key, 'None on record'])));
});

test('a beginning on which sources differ is said with that', async () => {
  const { tieId, liverpool } = world;
  const state = (date: string, title: string) => ({
    ...{ attribute: 'established' as const, value: { type: 'date' as const, date: { text: date, qualifier: 'exact' as const } } },
    source: {
      class: 'press_or_study' as const,
      title,
      publisher: null,
      address: null,
      date: null,
      documentId: null,
      passage: null,
      place: null,
    },
    ...{ kind: 'fact' as const, saidBy: null, visibility: 'private' as const, sharedWith: [], supersedes: null },
  });
  const enter = async (date: string, title: string): Promise<string> => {
    const asked = { tieId, office: liverpool.office, entries: [state(date, title)] };
    valueOf(await db.as(liverpool.owner, (work) => enterTieStatements(work, asked)));
    return words(liverpool.owner, liverpool.office, 2015);
  };
  const once = await enter('1999-10-18', 'Yearbook 2007');
  expect([once.includes('since 18 Oct'), once.includes('sources differ')]).toEqual([true, false]);
  expect(await enter('1999-11-18', 'Calendar of 2012')).toMatch(/since 18 \w+ 1999 \(sources differ\)/);
});

test('what it cost is read by the office that noted it, never by the other side, and the report by members alone', async () => {
  const { shanghai, liverpool, stranger } = world;
  expect(await words(shanghai.owner, shanghai.office, 2020)).not.toContain('12,000');
  for (const account of [shanghai.owner, stranger.owner])
    expect(await db.as(account, (work) => getCouncilReport(work, { officeId: liverpool.office, year: 2020 }))).toMatchObject({
      ok: false,
      refusal: { code: 'kernel.forbidden' },
    });
});

test('PDF and Word say what the screen says, in both languages', async () => {
  const { owner, office } = world.liverpool;
  for (const [language, line] of few([
    ['en', '0 kept, 0 kept in part, 0 not kept, 45 unknown'],
    ['zh-Hans', '已落实0项，部分落实0项，未落实0项，不详45项'],
  ] as const)) {
    const file = async (form: 'pdf' | 'docx') =>
      new Uint8Array(
        await valueOf(
          await exportCouncilReport((use) => db.as(owner, use), { officeId: office, year: 2020, form, language }),
        ).arrayBuffer(),
      );
    const pdf = await file('pdf');
    if (process.env['HANSA_LOOK'] !== undefined) writeFileSync(`${process.env['HANSA_LOOK']}/council-${language}.pdf`, pdf);
    const sought = unbroken(line);
    expect(unbroken(pagesOf(pdf).join(''))).toContain(sought);
    expect(unbroken((await wordsOfWord(await file('docx'))).body)).toContain(sought);
  }
});

test('the workbook has a row for each thing that came of the year, for each sum and for each tie; what is not on record is empty, not 0', async () => {
  const { owner, office } = world.liverpool;
  const book = async (language: 'en' | 'zh-Hans') => {
    const asked = { officeId: office, year: 2020, form: 'xlsx' as const, language };
    const file = valueOf(await exportCouncilReport((use) => db.as(owner, use), asked));
    expect(file.name).toMatch(/^council-report-2020-\w+\.xlsx$/);
    return valueOf(await readWorkbook(new Uint8Array(await file.arrayBuffer())));
  };
  const [came, sums, ties] = await book('en');
  const ofHead = (sheet: typeof came, row: string, head: string) => {
    const [heads, ...rows] = (sheet?.rows ?? []).map(({ cells }) => cells);
    return rows.find((cells) => cells.includes(row))?.[heads?.indexOf(head) ?? -1];
  };
  expect(['Stage', 'Amount', 'Currency', 'Assurance', 'Part of'].map((head) => ofHead(came, 'Crane software', head))).toEqual([
    ...['signed', 3600000, 'GBP', 'reported by one side', 'part of another outcome'],
  ]);
  expect(ofHead(came, 'Ferry line', 'Counted as')).toBe('Cancelled, lapsed or declined');
  expect(sums?.rows.map(({ cells }) => cells.slice(2, 7))).toContainEqual(['Liverpool', 'Shanghai', 'reported by one side', 1, 100]);
  const told = ['Visits and events', 'Agreements signed', 'Announced earlier', 'Of these unknown', 'Cost to this office'];
  expect(told.map((head) => ofHead(ties, 'Shanghai', head) ?? '')).toEqual([1, '', 45, 45, '£12,000']);
  expect((await book('zh-Hans')).map(({ name }) => name)).toEqual(['当年进展', '全年金额', '友城关系']);
});

fullTest('who leaves while a report is made ends its making, hears no more, and the next report is made', async () => {
  const { owner, office } = world.liverpool;
  const asked = { officeId: office, year: 2020, form: 'pdf' as const };
  const prepared = valueOf(await prepareCouncil((use) => db.as(owner, use), asked));
  const [tie] = prepared.council.ties;
  if (tie === undefined) throw new Error('the office keeps no tie');
  const ties = Array.from({ length: 300 }, (_, at) => ({ ...tie, slug: `${tie.slug}-${String(at)}` }));
  let ended: Result<File> | null = null;
  const told: object[] = [];
  const response = toldFile(async (beside) => {
    const onProgress = (progress: FileProgress) => {
      told.push(progress);
      beside.onProgress?.(progress);
    };
    ended = await makeCouncil({ ...prepared, council: { ...prepared.council, ties } }, { ...beside, onProgress });
    return refuse({ kind: 'conflict', code: 'files.cancelled' });
  });
  const reader = response.body?.getReader();
  expect(new TextDecoder().decode((await reader?.read())?.value)).toContain('"done":');
  await reader?.cancel();
  const heard = told.length;
  await expect.poll(() => ended).toMatchObject({ ok: false, refusal: { code: 'files.cancelled' } });
  expect((await makeCouncil(prepared)).ok).toBe(true);
  expect(told).toHaveLength(heard);
});
