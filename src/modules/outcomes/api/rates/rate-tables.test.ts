import { expect, test } from 'vitest';
import { ok } from '#kernel/result.ts';
import { shareTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import { listSources } from '#modules/evidence/api/enter-source.ts';
import { asPublic } from '#platform/work.ts';
import type { Asked } from '../../contract.ts';
import { doubtCodes } from '../../domain/plausible.ts';
import { deals, entry, openTie, type TieFixture } from '../outcomes-fixture.ts';
import { recordOutcome } from '../record-outcome.ts';
import { conversionOf, convertTotals } from './convert.ts';
import { chooseRates, listRates, listRateTables, previewRateTable, readRateFile, recordRateTable, undoRateTable } from './keep-table.ts';

const db = await shareTestDatabase();
const tie = await openTie(db);

const lines = [
  'Date\tCountry\tExchange rate',
  '2019-01-01\tChina\t6.9',
  '2019-01-01\tEuro\t0.89',
  '2018-01-01\tChina\t6.6',
  '2019-01-01\tNowhere\t3',
];
const text = lines.join('\n');
const asked = (facts: Partial<Asked<'recordRateTable'>> = {}): Asked<'recordRateTable'> => ({
  ...{ officeId: tie.liverpool.office, text, columns: [], order: null, period: null, base: 'USD', answers: [] },
  ...{ name: 'Annual rates', measure: 'average', direction: 'units_per_base', fileName: 'rates.csv', replaces: null },
  source: {
    class: 'official_publication',
    title: 'Foreign exchange rates',
    publisher: 'A central bank',
    date: { text: '2020', qualifier: 'exact' },
    ...{ address: null, documentId: null },
  },
  ...facts,
});
const by = ({ liverpool }: TieFixture) => liverpool.owner;
const record = (facts: Partial<Asked<'recordRateTable'>> = {}) => db.as(by(tie), (work) => recordRateTable(work, asked(facts)));
const choose = (choice: Asked<'chooseRates'>['choice']) =>
  db.as(by(tie), (work) => chooseRates(work, { officeId: tie.liverpool.office, choice }));
const list = async () => valueOf(await db.as(by(tie), (work) => listRateTables(work, { officeId: tie.liverpool.office })));

test('a table is looked at, kept with its source and what was left out, and read by currency as it stands there', async () => {
  const seen = valueOf(await db.as(by(tie), (work) => previewRateTable(work, asked())));
  expect(seen).toMatchObject({ period: 'year', rates: 3, questions: [{ about: 'currency', of: 'nowhere' }] });
  expect((await list()).entries).toEqual([]);
  const table = valueOf(await record());
  expect(table).toMatchObject({
    ...{ number: 1, rates: 3, currencies: ['CNY', 'EUR'], from: '2018', to: '2019', left: { questions: 1 }, isPublic: false },
    source: { publisher: 'A central bank', class: 'official_publication' },
  });
  const used = await db.as(by(tie), (work) => listSources(work, { office: tie.liverpool.office, q: 'Foreign exchange', limit: 5 }));
  expect(valueOf(used).entries).toMatchObject([{ uses: [{ kind: 'rates', count: 1 }] }]);
  const rates = valueOf(await db.as(by(tie), (work) => listRates(work, { tableId: table.id, currency: 'CNY' })));
  expect(rates.entries.map(({ period, rate }) => `${period} ${rate}`)).toEqual(['2018 6.6', '2019 6.9']);
  expect(await db.as(tie.stranger.owner, (work) => listRates(work, { tableId: table.id, currency: 'CNY' }))).toMatchObject({ ok: false });
  expect(await db.as(tie.stranger.owner, (work) => recordRateTable(work, asked()))).toMatchObject({
    refusal: { code: 'kernel.forbidden' },
  });
});

test('a file is read as the text of a table, and what is none is refused', async () => {
  const file = (body: string, name: string) =>
    readRateFile((use) => db.as(by(tie), use), { officeId: tie.liverpool.office, file: new File([body], name) });
  expect(valueOf(await file(text.replaceAll('\t', ','), 'rates.csv')).text).toBe(text);
  expect(await file('\u0000\u0001MZ', 'rates.xlsx')).toMatchObject({ ok: false });
});

test('every problem is told at once, and a table of which nothing is understood is not kept', async () => {
  expect(await db.as(by(tie), (work) => previewRateTable(work, asked({ text: '', base: 'XYZ' })))).toMatchObject({
    refusal: { problems: [{ path: ['base'] }, { path: ['text'] }] },
  });
  expect(await record({ source: { ...asked().source, class: 'own_records', title: '', publisher: null } })).toMatchObject({
    refusal: { problems: [{ path: ['source'], code: 'outcomes.rates_need_source' }] },
  });
  expect(await record({ text: 'nothing at all' })).toMatchObject({ refusal: { code: 'outcomes.rates_nothing' } });
  expect(await record({ replaces: tie.tieId as never })).toMatchObject({ refusal: { problems: [{ code: 'outcomes.rates_not_found' }] } });
});

test('the next table of a series takes the place of one once, and neither is changed by it', async () => {
  const first = valueOf(await record({ name: 'Series' }));
  const next = valueOf(await record({ name: 'Series', replaces: first.id, text: text.replace('6.9', '6.91') }));
  expect(next).toMatchObject({ number: 2, replaces: first.id });
  expect(await record({ replaces: first.id })).toMatchObject({ refusal: { code: 'outcomes.rates_followed' } });
  const rates = valueOf(await db.as(by(tie), (work) => listRates(work, { tableId: first.id, currency: 'CNY' })));
  expect(rates.entries.at(-1)?.rate).toBe('6.9');
});

test('sums are shown by the table and currency the office chose, at the rate of each figure’s day; without a rate they say so', async () => {
  const deal = (amount: string, currency: string, at: string | null) =>
    db.as(by(tie), (work) =>
      recordOutcome(work, {
        ...deals(tie, tie.liverpool.office, { occurred: at === null ? null : { text: at, qualifier: 'exact' } }),
        entry: entry({ stage: 'signed', amount, currency, count: '1' }),
        confirmed: ['outcomes.may_be_same', ...doubtCodes],
      }),
    );
  const made = [
    valueOf(await deal('69000000', 'CNY', '2019-04')),
    valueOf(await deal('8900', 'EUR', null)),
    valueOf(await deal('3600000', 'GBP', '2019')),
  ];
  const outcomeIds = made.map(({ id }) => id);
  const totals = async () => valueOf(await db.as(by(tie), (work) => convertTotals(work, { officeId: tie.liverpool.office, outcomeIds })));
  expect(await totals()).toEqual({ conversion: null, totals: [] });
  const table = valueOf(await record({ name: 'Chosen' }));
  expect(await choose({ tableId: table.id, currency: 'GBP', isPublic: false })).toMatchObject({
    refusal: { problems: [{ code: 'outcomes.rates_without_currency' }] },
  });
  valueOf(await choose({ tableId: table.id, currency: 'EUR', isPublic: false }));
  const shown = await totals();
  expect(shown.conversion).toMatchObject({ to: 'EUR', base: 'USD', source: 'A central bank, 2020', number: 1 });
  expect(shown.totals).toMatchObject([
    {
      ...{ kind: 'deal', stage: 'signed', assurance: 'reported' },
      sum: {
        total: { value: '8910000', currency: 'EUR' },
        parts: [{ of: { currency: 'CNY' } }, { of: { currency: 'EUR' } }],
        left: [{ of: { value: '3600000', currency: 'GBP' }, reason: 'no_rate', missing: { currency: 'GBP', period: '2019' } }],
      },
    },
  ]);
  expect(await db.as(by(tie), (work) => undoRateTable(work, { tableId: table.id }))).toMatchObject({
    refusal: { code: 'outcomes.rates_in_use' },
  });
  valueOf(await choose(null));
  expect(valueOf(await db.as(by(tie), (work) => undoRateTable(work, { tableId: table.id }))).withdrawnAt).not.toBeNull();
  expect(await choose({ tableId: table.id, currency: 'EUR', isPublic: false })).toMatchObject({ ok: false });
});

test('a public choice opens its table to everybody, and taking it back closes it', async () => {
  const table = valueOf(await record({ name: 'Open' }));
  const figure = [{ amount: { value: '6.9', currency: 'CNY' }, day: { text: '2019', qualifier: 'exact' as const } }];
  const everybody = () =>
    db.as(tie.stranger.owner, async (work) => ok(await conversionOf(await asPublic(work), tie.liverpool.office, figure)));
  valueOf(await choose({ tableId: table.id, currency: 'USD', isPublic: false }));
  expect(await everybody()).toEqual(ok(null));
  valueOf(await choose({ tableId: table.id, currency: 'USD', isPublic: true }));
  expect(valueOf(await everybody())).toMatchObject({
    to: 'USD',
    source: 'A central bank, 2020',
    quotes: [{ currency: 'CNY', period: '2019', rate: '6.9' }],
  });
  valueOf(await choose({ tableId: table.id, currency: 'USD', isPublic: false }));
  expect(await everybody()).toEqual(ok(null));
  expect((await list()).choice).toEqual({ tableId: table.id, currency: 'USD', isPublic: false });
});
