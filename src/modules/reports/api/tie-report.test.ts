import type { Id } from '#kernel/ids.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordOutcome } from '#modules/outcomes/api/record-outcome.ts';
import { confirmStage } from '#modules/outcomes/api/confirm-stage.ts';
import { enterOutcomeStatements } from '#modules/outcomes/api/enter-outcome-statements.ts';
import { deals, entry, openTie, text, type TieFixture } from '#modules/outcomes/api/outcomes-fixture.ts';
import { listOutcomes } from '#modules/outcomes/api/list-outcomes.ts';
import { listWaiting, takeUpOutcome } from '#modules/outcomes/api/take-up-outcome.ts';
import { setOutcomeAudience } from '#modules/outcomes/api/share-outcome.ts';
import { addAgreement } from '#modules/ties/api/agreement/change-agreements.ts';
import { setTieAudience } from '#modules/ties/api/tie-audience.ts';
import { enterTieStatements } from '#modules/ties/api/tie-statements.ts';
import { ok } from '#kernel/result.ts';
import { openTestDatabase, valueOf, type TestDatabase } from '#platform/postgres/test-database.ts';
import { readWorkbook } from '#platform/files/read-workbook.ts';
import { cellsIn } from '#platform/files/zip-fixture.ts';
import { inWork, nobody } from '#platform/work.ts';
import { describePage } from './describe-page.ts';
import { exportTieReport } from './export-tie-report.ts';
import { standingReplies } from '../domain/replies.ts';
import { getTieReport, getTieReportDraft } from './tie-report.ts';

let db: TestDatabase;
let tie: TieFixture;
const slug = 'liverpool-gb--shanghai-cn';

const source = (sourceClass: 'official_publication' | 'press_or_study', title: string) => ({
  ...{ class: sourceClass, title, publisher: null, address: `https://example.org/${title}`, date: null, passage: null, documentId: null },
});

/** Enters that the tie began on a day, and opens the tie with it to everybody. */
async function begin(office: 'liverpool' | 'shanghai', date: string, said: ReturnType<typeof source>): Promise<void> {
  const { owner, office: id } = tie[office];
  const on = { tieId: tie.tieId, office: id };
  const value = { type: 'date' as const, date: { text: date, qualifier: 'exact' as const } };
  const told = {
    attribute: 'established' as const,
    value,
    kind: 'fact' as const,
    source: said,
    saidBy: null,
    visibility: 'private' as const,
    sharedWith: [],
    supersedes: null,
  };
  const { entries } = valueOf(await db.as(owner, (work) => enterTieStatements(work, { ...on, entries: [told] })));
  const hidden = {
    ...on,
    entries: [{ ...told, attribute: 'projects' as const, value: { type: 'count' as const, count: '300', qualifier: 'exact' as const } }],
  };
  valueOf(await db.as(owner, (work) => enterTieStatements(work, hidden)));
  const audience = {
    visibility: 'public' as const,
    sharedWith: [],
    statementIds: entries.map(({ id }) => id),
    agreementIds: [],
    exchangeIds: [],
  };
  valueOf(await db.as(owner, (work) => setTieAudience(work, { ...on, ...audience })));
}

const publish = async (outcomeId: Id<'Outcome'>) =>
  valueOf(await db.as(tie.liverpool.owner, (work) => setOutcomeAudience(work, { outcomeId, visibility: 'public', sharedWith: [] })));
const record = async (facts: Parameters<typeof deals>[2] = {}) =>
  valueOf(await db.as(tie.liverpool.owner, (work) => recordOutcome(work, deals(tie, tie.liverpool.office, facts))));
const report = async (account: Parameters<TestDatabase['as']>[0] = null) =>
  valueOf(await db.as(account, (work) => getTieReport(work, { tie: slug })));

let reported: string;

beforeAll(async () => {
  db = await openTestDatabase();
  tie = await openTie(db);
  await begin('liverpool', '1999-10-18', source('official_publication', 'Yearbook'));
  reported = (await publish((await record({ title: text('=1+1 deals') })).id)).id;
  await record({ title: text('Kept to ourselves') });
  const signed = await record({
    extent: 'single',
    title: text('A contract'),
    entry: entry({ stage: 'signed', amount: '21000000', currency: 'GBP' }),
  });
  valueOf(
    await db.as(tie.liverpool.owner, (work) =>
      setOutcomeAudience(work, { outcomeId: signed.id, visibility: 'shared', sharedWith: [tie.shanghai.office] }),
    ),
  );
  const word = { outcomeId: signed.id, office: tie.shanghai.office, stage: 'signed' as const, verdict: 'confirms' as const, through: 1 };
  const rest = {
    amount: null,
    currency: null,
    count: null,
    heldStage: null,
    heldParty: null,
    ...{ qualifier: 'exact' as const, countQualifier: 'exact' as const },
    source: null,
    note: null,
    visibility: 'public' as const,
  };
  valueOf(await db.as(tie.shanghai.owner, (work) => confirmStage(work, { ...word, ...rest })));
  await publish(signed.id);
});
afterAll(() => db.close());

test('known, reported and unknown are kept apart, and amounts of different stages never meet', async () => {
  const { entries, gaps, totals, since, cities } = await report();
  expect([cities.first.slug, cities.second.slug, since?.text]).toEqual(['liverpool-gb', 'shanghai-cn', '1999-10-18']);
  const told = entries.map((part) => [
    part.standing,
    part.kind === 'outcome' ? part.outcome.title['en']?.text : part.kind === 'said' ? part.attribute : part.kind,
  ]);
  expect(told).toEqual([
    ['known', 'established'],
    ['known', 'A contract'],
    ['reported', '=1+1 deals'],
  ]);
  const amounts = entries.flatMap((part) =>
    part.kind === 'outcome' ? part.outcome.figures.map(({ stage, amount }) => [stage, amount?.value]) : [],
  );
  expect(amounts).toEqual([
    ['signed', '21000000'],
    ['potential', '139000000'],
  ]);
  expect(totals).toEqual([]);
  expect(gaps.map(({ about }) => about)).toEqual([
    'class',
    'follow_up',
    'follow_up',
    'status',
    'status',
    'visits',
    'visits',
    'domains',
    'silence',
  ]);
});

test('an outcome entered a second time is pointed out and in no sum, until it differs', async () => {
  const again = await publish((await record({ title: text('The same again') })).id);
  const told = await report();
  expect(told.alike).toEqual([{ counted: reported, again: again.id }]);
  expect(told.totals).toEqual([]);
  const other = await record({ title: text('Others'), entry: entry({ amount: '1000000', currency: 'GBP' }) });
  await publish(other.id);
  expect((await report()).totals.map(({ amount, outcomes }) => [amount.value, outcomes.toSorted()])).toEqual([
    ['140000000', [reported, other.id].toSorted()],
  ]);
});

test('a deal that the other side disputes is in no total, and the total says what was kept out', async () => {
  const figure = entry({ stage: 'intended', amount: '2400000', currency: 'GBP' });
  const agreed = await record({ extent: 'single', title: text('Agreed upon'), entry: figure });
  const disputed = await record({
    extent: 'single',
    title: text('Ferry hull coating'),
    entry: { ...figure, amount: '1100000' },
  });
  const exact = { qualifier: 'exact', countQualifier: 'exact' } as const;
  const rest = {
    amount: null,
    currency: null,
    count: null,
    heldStage: null,
    heldParty: null,
    source: null,
    visibility: 'public' as const,
    ...exact,
  };
  for (const { id } of [agreed, disputed]) await publish(id);
  const word = { office: tie.shanghai.office, stage: 'intended' as const, through: 1, ...rest };
  const say = (outcomeId: Id<'Outcome'>, verdict: 'confirms' | 'differs', note: string | null) =>
    db.as(tie.shanghai.owner, (work) => confirmStage(work, { ...word, outcomeId, verdict, note }));
  valueOf(await say(agreed.id, 'confirms', null));
  valueOf(await say(disputed.id, 'differs', 'Not by our records'));
  const totals = (await report()).totals.filter(({ stage }) => stage === 'intended');
  expect(totals.map(({ assurance, amount, outcomes }) => [assurance, amount.value, outcomes])).toEqual([
    ['confirmed', '2400000', [agreed.id]],
    ['differ', '1100000', [disputed.id]],
  ]);
});

test('the page is the same for everybody: what an office keeps to itself is not in it, even for that office', async () => {
  const everybody = JSON.stringify(await report());
  expect(JSON.stringify(await report(tie.liverpool.owner))).toBe(everybody);
  expect(everybody).not.toContain('Kept to ourselves');
  expect(everybody).not.toContain('"300"');
});

test('every figure leads to its entries and their sources', async () => {
  const found = (await report()).entries.find((part) => part.kind === 'outcome' && part.outcome.id === reported);
  if (found?.kind !== 'outcome') expect.fail('the outcome is not in the report');
  const [figure] = found.outcome.figures;
  expect(found.outcome.entries.filter(({ id }) => figure?.entries.includes(id))).toMatchObject([{ source: { class: 'own_records' } }]);
});

test('what sources state beside a ledger stands side by side, the first by the rule', async () => {
  const port = await record({ kind: 'project', extent: 'single', title: text('A port'), entry: null });
  await publish(port.id);
  const enter = (office: 'liverpool' | 'shanghai', amount: string, said: ReturnType<typeof source>) =>
    db.as(tie[office].owner, (work) =>
      enterOutcomeStatements(work, {
        ...{ outcomeId: port.id, office: tie[office].office },
        entries: [
          {
            ...{ attribute: 'amount', value: { type: 'money', amount, currency: 'GBP', qualifier: 'exact' }, kind: 'fact' },
            ...{ source: said, saidBy: null, visibility: 'public', sharedWith: [], supersedes: null },
          },
        ],
      }),
    );
  valueOf(await enter('liverpool', '600000000', source('press_or_study', 'Speech')));
  valueOf(await enter('shanghai', '300000000', source('official_publication', 'Gazette')));
  const found = (await report()).entries.find((part) => part.kind === 'outcome' && part.outcome.id === port.id);
  expect(found).toMatchObject({
    standing: 'reported',
    stated: [
      {
        attribute: 'amount',
        shown: { first: { value: { amount: '300000000' } }, differing: [{ value: { amount: '600000000' } }], reason: 'class' },
      },
    ],
  });
});

test('an agreement without parties or end is told, with what nobody has said of it', async () => {
  const on = { tieId: tie.tieId, office: tie.liverpool.office };
  const facts = {
    kind: 'memorandum' as const,
    title: text('Memorandum'),
    parties: [],
    signedOn: { text: '2019-04', qualifier: 'exact' as const },
    validFrom: null,
    validTo: null,
    source: null,
    documentId: null,
  };
  const made = valueOf(await db.as(tie.liverpool.owner, (work) => addAgreement(work, { ...on, ...facts })));
  const audience = { visibility: 'public' as const, sharedWith: [], statementIds: [], agreementIds: [made.id], exchangeIds: [] };
  valueOf(await db.as(tie.liverpool.owner, (work) => setTieAudience(work, { ...on, ...audience })));
  const { entries, gaps } = await report();
  expect(entries.filter(({ kind }) => kind === 'agreement')).toMatchObject([{ standing: 'reported', source: null }]);
  expect(gaps.filter(({ about }) => about === 'parties' || about === 'validity')).toMatchObject([
    { about: 'parties' },
    { about: 'validity' },
  ]);
});

const exported = async (format: 'xlsx' | 'json') =>
  valueOf(await exportTieReport((use) => inWork(db.database, nobody(), use), { tie: slug, format, language: 'en' }));

test('the data file holds what the page holds, and no cell of it comes alive', async () => {
  expect(JSON.parse(await (await exported('json')).text())).toEqual(JSON.parse(JSON.stringify(await report())));
  const bytes = new Uint8Array(await (await exported('xlsx')).arrayBuffer());
  const sheets = valueOf(await readWorkbook(bytes));
  expect(sheets.map(({ name }) => name)).toEqual(['Entries', 'Ledgers', 'Unknown']);
  expect((await cellsIn(bytes)).live).toEqual([]);
  expect(sheets[1]?.rows.find(({ cells }) => cells[1] === '=1+1 deals')?.cells.slice(2, 8)).toEqual([
    'deal',
    1,
    'potential',
    45,
    139000000,
    'GBP',
  ]);
});

test('a tie that nobody shows to everybody does not exist, neither as a page nor in its head', async () => {
  const other = await openTestDatabase();
  const hidden = await openTie(other);
  expect(await other.as(hidden.liverpool.owner, (work) => getTieReport(work, { tie: hidden.tieId }))).toMatchObject({
    ok: false,
    refusal: { code: 'ties.not_found' },
  });
  const describing = { say: (code: string) => code, origin: 'https://hansa.example' };
  expect(await other.as(hidden.liverpool.owner, async (work) => ok(await describePage(work, `/ties/${slug}`, describing)))).toEqual(
    ok(null),
  );
  await other.close();
});

test('public pages describe themselves, by their one address', async () => {
  const describing = {
    say: (code: string, params?: object) => `${code} ${JSON.stringify(params ?? {})}`,
    origin: 'https://hansa.example',
  };
  const describe = async (path: string) => valueOf(await db.as(null, async (work) => ok(await describePage(work, path, describing))));
  const page = await describe(`/ties/shanghai-cn--liverpool-gb/report`);
  expect(page).toMatchObject({
    path: `/ties/${slug}/report`,
    title: 'reports.head_report {"first":"Liverpool","second":"Shanghai"}',
    description: 'reports.head_tie_text {"first":"Liverpool","second":"Shanghai","agreements":1,"exchanges":0,"matters":1}',
    about: { '@type': 'Dataset', about: [{ name: 'Liverpool', alternateName: ['利物浦'] }, { name: 'Shanghai' }] },
  });
  expect(await describe('/cities/liverpool-gb')).toMatchObject({ path: '/cities/liverpool-gb', about: { '@type': 'City' } });
  expect(await describe('/')).toMatchObject({ path: '/' });
  for (const path of ['/desk', '/cities/nowhere-xx', '/ties/a--b/else', '/%']) expect(await describe(path)).toBeNull();
});

test('the other side reads what it is shown before everybody does, and what it answers to everybody stands in the report', async () => {
  const { id } = await record({ title: text('Shown before') });
  const asked = { outcomeId: id, visibility: 'shared' as const, sharedWith: [tie.shanghai.office] };
  valueOf(await db.as(tie.liverpool.owner, (work) => setOutcomeAudience(work, asked)));
  const titles = async (account: Parameters<TestDatabase['as']>[0]) =>
    valueOf(await db.as(account, (work) => getTieReportDraft(work, { tie: slug }))).entries.flatMap((part) =>
      part.kind === 'outcome' ? [`${part.outcome.title['en']?.text ?? ''} ${part.outcome.visibility}`] : [],
    );
  expect(await titles(tie.shanghai.owner)).toContain('Shown before shared');
  expect(await titles(tie.shanghai.owner)).not.toContain('Kept to ourselves private');
  expect(await titles(tie.liverpool.owner)).toContain('Kept to ourselves private');
  expect((await titles(tie.stranger.owner)).filter((title) => !title.endsWith(' public'))).toEqual([]);
  const word = { outcomeId: id, office: tie.shanghai.office, stage: 'potential' as const, verdict: 'differs' as const, through: 1 };
  const rest = {
    amount: null,
    currency: null,
    count: '40',
    heldStage: null,
    heldParty: null,
    ...{ qualifier: 'exact' as const, countQualifier: 'exact' as const },
    source: null,
    note: 'Forty, by our list',
    visibility: 'public' as const,
  };
  valueOf(await db.as(tie.shanghai.owner, (work) => confirmStage(work, { ...word, ...rest })));
  const replies = async () =>
    (await report()).entries.flatMap((part) =>
      part.kind === 'outcome' && part.outcome.id === id ? standingReplies(part.outcome.confirmations).map(({ note }) => note) : [],
    );
  expect(await replies()).toEqual([]);
  await publish(id);
  expect(await replies()).toEqual(['Forty, by our list']);
});

test('an opinion, a comparison or a forecast is never known, differs from nothing and answers no question, whoever prints it', async () => {
  const on = { tieId: tie.tieId, office: tie.shanghai.office };
  const told = (
    attribute: 'note' | 'ended',
    kind: 'opinion' | 'forecast',
    value: Parameters<typeof enterTieStatements>[1]['entries'][number]['value'],
  ) => ({
    ...{ attribute, kind, value, source: source('official_publication', 'Speech'), saidBy: 'The mayor' },
    ...{ visibility: 'public' as const, sharedWith: [], supersedes: null },
  });
  const entries = [
    told('note', 'opinion', { type: 'text', text: text('Sister cities should share what works') }),
    told('note', 'opinion', { type: 'text', text: text('It must be many-sided') }),
    told('ended', 'forecast', { type: 'date', date: { text: '2049', qualifier: 'exact' } }),
  ];
  valueOf(await db.as(tie.shanghai.owner, (work) => enterTieStatements(work, { ...on, entries })));
  const said = (await report()).entries.flatMap((part) =>
    part.kind === 'said' ? [[part.standing, part.attribute, part.shown.differing.length, part.shown.apart.length]] : [],
  );
  expect(said).toEqual([
    ['known', 'established', 0, 0],
    ['held', 'ended', 0, 1],
    ['held', 'note', 0, 2],
  ]);
});

test('a beginning on which official sources contradict each other is contested, and both are named', async () => {
  await begin('shanghai', '1998', source('official_publication', 'City web site'));
  const said = (await report()).entries.filter((part) => part.kind === 'said' && part.attribute === 'established');
  expect(said).toMatchObject([
    {
      standing: 'contested',
      shown: { first: { source: { title: 'Yearbook' } }, differing: [{ source: { title: 'City web site' } }], contested: true },
    },
  ]);
});

test('what an office of neither city relates to the tie waits, named, at both desks, and stands in the report once one takes it up', async () => {
  const theirs = deals(tie, tie.stranger.office, {
    ...{ title: text('£999 million'), extent: 'single', kind: 'investment' },
    attributions: [{ subjectKind: 'tie', subjectId: tie.tieId, relation: 'result_of' }],
    entry: entry({ stage: 'realised', amount: '999000000', currency: 'GBP' }),
  });
  const { id: outcomeId } = valueOf(await db.as(tie.stranger.owner, (work) => recordOutcome(work, theirs)));
  valueOf(await db.as(tie.stranger.owner, (work) => setOutcomeAudience(work, { outcomeId, visibility: 'public', sharedWith: [] })));
  const stands = async () => JSON.stringify(await report()).includes('999 million');
  const onPage = async (input: { cityId: string } | { subjectKind: 'tie'; subjectId: string }, account = null) =>
    valueOf(await db.as(account, (work) => listOutcomes(work, { ...input, limit: 100 }))).entries.some(({ id }) => id === outcomeId);
  const everywhere = async () => [
    await stands(),
    await onPage({ subjectKind: 'tie', subjectId: tie.tieId }),
    await onPage({ cityId: tie.cities.liverpool }),
  ];
  const waiting = async ({ owner, office }: TieFixture['liverpool']) =>
    valueOf(await db.as(owner, (work) => listWaiting(work, { officeId: office }))).entries.map((one) => [one.id, one.office.id]);
  expect(await everywhere()).toEqual([false, false, false]);
  for (const side of [tie.liverpool, tie.shanghai]) expect(await waiting(side)).toEqual([[outcomeId, tie.stranger.office]]);
  const decide = (by: TieFixture['liverpool'], takesUp: boolean) =>
    db.as(by.owner, (work) => takeUpOutcome(work, { outcomeId, office: by.office, takesUp }));
  expect(await decide(tie.stranger, true)).toMatchObject({ ok: false, refusal: { code: 'outcomes.not_a_side' } });
  valueOf(await decide(tie.liverpool, false));
  expect([await everywhere(), await waiting(tie.liverpool), (await waiting(tie.shanghai)).length]).toEqual([[false, false, false], [], 1]);
  valueOf(await decide(tie.shanghai, true));
  expect([await everywhere(), await waiting(tie.shanghai)]).toEqual([[true, true, true], []]);
  valueOf(await decide(tie.shanghai, false));
  expect(await everywhere()).toEqual([false, false, false]);
});
