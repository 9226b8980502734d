import { afterAll, beforeAll, expect, test } from 'vitest';
import { deals, entry, openTie, text, type TieFixture } from '#modules/outcomes/api/outcomes-fixture.ts';
import { chooseRates, recordRateTable } from '#modules/outcomes/api/rates/keep-table.ts';
import { recordOutcome } from '#modules/outcomes/api/record-outcome.ts';
import { setOutcomeAudience } from '#modules/outcomes/api/share-outcome.ts';
import { convertTotals } from '#modules/outcomes/api/rates/convert.ts';
import { enterTieStatements } from '#modules/ties/api/tie-statements.ts';
import { setTieAudience } from '#modules/ties/api/tie-audience.ts';
import { pagesOf, unbroken } from '#platform/paper/paper-fixture.ts';
import { openTestDatabase, valueOf, type TestDatabase } from '#platform/postgres/test-database.ts';
import { exportCouncilReport, getCouncilReport } from './council/council-report.ts';
import { exportScorecard, getScorecard } from './scorecard/scorecard.ts';
import { exportTieSnapshot } from './snapshots/export-snapshot.ts';
import { previewTieSnapshot, publishTieSnapshot, readForSnapshot } from './snapshots/publish-snapshot.ts';
import { getTieSnapshot } from './snapshots/snapshots.ts';
import { getTieReport } from './tie-report.ts';

let db: TestDatabase;
let world: TieFixture;
let outcomeIds: string[];
const tie = 'liverpool-gb--shanghai-cn';
const whole = 'about €8.9 million, at 6.9 CNY per USD and 0.89 EUR per USD, annual average 2019, source: A central bank, 2020';
const left = '1 figure (£3.6 million) not converted: no rate for GBP for 2019';

/** By the rates of the table, where everybody may read them or nobody else. */
const choose = (tableId: string, isPublic: boolean) =>
  db.as(world.liverpool.owner, (work) =>
    chooseRates(work, { officeId: world.liverpool.office, choice: { tableId: tableId as never, currency: 'EUR', isPublic } }),
  );
let tableId: string;

beforeAll(async () => {
  db = await openTestDatabase();
  world = await openTie(db);
  const { tieId, liverpool } = world;
  const { owner, office } = liverpool;
  const dated = {
    attribute: 'established' as const,
    kind: 'fact' as const,
    saidBy: null,
    visibility: 'private' as const,
    sharedWith: [],
    supersedes: null,
  };
  const value = { type: 'date' as const, date: { text: '1999', qualifier: 'exact' as const } };
  const said = valueOf(await db.as(owner, (work) => enterTieStatements(work, { tieId, office, entries: [{ ...dated, value }] })));
  const audience = { tieId, office, visibility: 'public' as const, sharedWith: [], agreementIds: [], exchangeIds: [] };
  valueOf(await db.as(owner, (work) => setTieAudience(work, { ...audience, statementIds: said.entries.map(({ id }) => id) })));
  outcomeIds = [];
  for (const [amount, currency] of [
    ['69000000', 'CNY'],
    ['3600000', 'GBP'],
  ] as const) {
    const signed = entry({ stage: 'signed', amount, currency, valueDate: { text: '2019-04', qualifier: 'exact' } });
    const asked = deals(world, office, { extent: 'single', title: text(`Deal in ${currency}`), entry: signed });
    const { id } = valueOf(await db.as(owner, (work) => recordOutcome(work, asked)));
    valueOf(await db.as(owner, (work) => setOutcomeAudience(work, { outcomeId: id, visibility: 'public', sharedWith: [] })));
    outcomeIds.push(id);
  }
  const table = await db.as(owner, (work) =>
    recordRateTable(work, {
      ...{ officeId: office, text: 'Date\tCountry\tExchange rate\n2019-01-01\tChina\t6.9\n2019-01-01\tEuro\t0.89' },
      ...{
        columns: [],
        order: null,
        period: null,
        base: 'USD',
        answers: [],
        name: 'Annual rates',
        measure: 'average',
        direction: 'units_per_base',
      },
      ...{ fileName: null, replaces: null },
      source: {
        ...{ class: 'official_publication', title: 'Foreign exchange rates', publisher: 'A central bank' },
        ...{ date: { text: '2020', qualifier: 'exact' }, address: null, documentId: null },
      },
    }),
  );
  tableId = valueOf(table).id;
});
afterAll(() => db.close());

const council = async () => {
  const { owner, office } = world.liverpool;
  return JSON.stringify(
    valueOf(await db.as(owner, (work) => getCouncilReport(work, { officeId: office, year: 2019, language: 'en' }))).paper,
  );
};
const card = async (account: typeof world.liverpool.owner | null) =>
  valueOf(await db.as(account, (work) => getScorecard(work, { city: 'liverpool-gb', view: 'own' }))).converted;

test('no page converts anything before the office chose its rates', async () => {
  expect(await card(world.liverpool.owner)).toBeNull();
  expect(await council()).not.toContain('not converted');
});

test('the same sum stands in the year’s report, its papers, the scorecard and its file as where outcomes are summed, with its rate and what has none', async () => {
  const { owner, office } = world.liverpool;
  valueOf(await choose(tableId, false));
  const summed = valueOf(await db.as(owner, (work) => convertTotals(work, { officeId: office, outcomeIds: outcomeIds as never })));
  expect(summed.totals).toMatchObject([
    { stage: 'signed', sum: { total: { value: '8900000', currency: 'EUR' }, left: [{ reason: 'no_rate' }] } },
  ]);
  const own = await card(owner);
  expect(own?.totals.map(({ stage, sum }) => ({ stage, sum }))).toEqual(summed.totals.map(({ stage, sum }) => ({ stage, sum })));
  const said = await council();
  for (const words of ['Amounts of the year in Euro', 'about €8.9 million', 'source: A central bank, 2020', left])
    expect([words, said.includes(words)]).toEqual([words, true]);
  const file = async (form: 'pdf' | 'json') =>
    valueOf(await exportCouncilReport((use) => db.as(owner, use), { officeId: office, year: 2019, form, language: 'en' })).arrayBuffer();
  expect(unbroken(pagesOf(new Uint8Array(await file('pdf'))).join(''))).toContain(unbroken(left));
  expect(JSON.parse(new TextDecoder().decode(await file('json')))).toMatchObject({
    converted: {
      conversion: {
        source: 'A central bank, 2020',
        quotes: [
          { currency: 'CNY', rate: '6.9' },
          { currency: 'EUR', rate: '0.89' },
        ],
      },
    },
  });
  const csv = await exportScorecard((use) => db.as(owner, use), { city: 'liverpool-gb', view: 'own', format: 'csv', language: 'en' });
  expect(await valueOf(csv).text()).toContain(whole);
  // Nobody else reads by these rates, and the public report and its seal stay in the currencies of the ledger.
  expect([await card(world.shanghai.owner), await card(null)]).toEqual([null, null]);
  expect(JSON.stringify(valueOf(await db.as(owner, (work) => getTieReport(work, { tie }))))).not.toContain('"EUR"');
});

test('a snapshot freezes the sums with their rates where its office has published these, and they stand on its paper', async () => {
  const { owner, office } = world.liverpool;
  const publish = async () => {
    const { digest } = valueOf(await db.as(owner, (work) => previewTieSnapshot(work, { tie, office })));
    const report = valueOf(await readForSnapshot((use) => db.as(owner, use), { tie, office, digest }));
    return valueOf(await db.as(owner, (work) => publishTieSnapshot(work, { tie, office, digest }, report)));
  };
  const read = async (number: number) => valueOf(await db.as(null, (work) => getTieSnapshot(work, { tie, number }))).report.converted;
  const first = await publish();
  expect(await read(first.number)).toBeUndefined();
  valueOf(await choose(tableId, true));
  const second = await publish();
  valueOf(await choose(tableId, false));
  expect(await read(second.number)).toMatchObject({
    conversion: { to: 'EUR', source: 'A central bank, 2020' },
    totals: [
      {
        sum: {
          total: { value: '8900000' },
          parts: [
            {
              used: [
                { currency: 'CNY', rate: '6.9' },
                { currency: 'EUR', rate: '0.89' },
              ],
            },
          ],
        },
      },
    ],
  });
  // The seal is of figures as they were stated; the content hash proves the rest.
  expect(second.seal).toBe(first.seal);
  const paper = await exportTieSnapshot((use) => db.as(null, use), {
    tie,
    number: second.number,
    format: 'pdf',
    copy: 'neutral',
    language: 'en',
  });
  const pages = pagesOf(new Uint8Array(await valueOf(paper).arrayBuffer()));
  expect([pages.length, unbroken(pages.join('')).includes(unbroken(left))]).toEqual([2, true]);
});
