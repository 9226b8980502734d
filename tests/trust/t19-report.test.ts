// T19 and T18: the data file of a tie's report, as JSON and as a workbook, holds what the report that made it holds: every figure with its
// stage, assurance and source; and none of its cells comes alive.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseFlexDate } from '#reading/dates.ts';
import type { FlexDate } from '#kernel/flex-date.ts';
import { deals, entry, openTie, text as inEnglish, type TieFixture } from '#modules/outcomes/api/outcomes-fixture.ts';
import { recordOutcome } from '#modules/outcomes/api/record-outcome.ts';
import { setOutcomeAudience } from '#modules/outcomes/api/share-outcome.ts';
import { exportTieReport } from '#modules/reports/api/export-tie-report.ts';
import { getTieReport } from '#modules/reports/api/tie-report.ts';
import type { TieReport } from '#modules/reports/contract.ts';
import { fileEn } from '#modules/reports/formats/file-text.en.ts';
import { fileZh } from '#modules/reports/formats/file-text.zh.ts';
import { en } from '#modules/reports/text.en.ts';
import { zh } from '#modules/reports/text.zh.ts';
import { setTieAudience } from '#modules/ties/api/tie-audience.ts';
import { enterTieStatements } from '#modules/ties/api/tie-statements.ts';
import { readWorkbook } from '#platform/files/read-workbook.ts';
import { cellsIn } from '#platform/files/zip-fixture.ts';
import { openTestDatabase, valueOf, type TestDatabase } from '#platform/postgres/test-database.ts';
import type { Transact } from '#platform/work.ts';

type Language = 'en' | 'zh-Hans';
const words = { en: { ...en, ...fileEn }, 'zh-Hans': { ...zh, ...fileZh } } as const;
const rounds = Number(process.env['HANSA_ROUNDS'] ?? 2);
const slug = 'liverpool-gb--shanghai-cn';

let db: TestDatabase;
let tie: TieFixture;
const asReader: Transact = (use) => db.as(null, use);

beforeAll(async () => {
  db = await openTestDatabase();
  tie = await openTie(db);
});
afterAll(() => db.close());

const odd = [
  ...['=1+1 deals', '+44', '-5', '@all', '＝1', `'=2`, '007', '1e5', 'TRUE', '_x0041_', '利物浦与上海，“港口”', 'a "quoted" word', '"'],
  ...['two\nlines', 'a\ttab', ';,|', '<b>&amp;</b>', 'Ω 🚢'],
] as const;
const name = fc
  .oneof(fc.constantFrom(...odd), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }))
  .map((said) => said.trim() || 'x');
const two = (n: number): string => String(n).padStart(2, '0');
const qualifier = fc.constantFrom('exact' as const, 'about' as const, 'before' as const, 'after' as const);
const date: fc.Arbitrary<FlexDate> = fc
  .tuple(
    fc.integer({ min: 1979, max: 2019 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.constantFrom(4, 7, 10),
    qualifier,
  )
  .map(([year, month, day, length, how]) => ({ text: `${year}-${two(month)}-${two(day)}`.slice(0, length), qualifier: how }));
const amount = fc.oneof(
  fc.constantFrom('0', '139000000', '0.50', '1234567.89', '9007199254740993', '12345678901234567.25'),
  fc.integer({ min: 1, max: 2_000_000_000 }).map(String),
);
const outcome = fc.record({
  title: name,
  kind: fc.constantFrom('deal' as const, 'project' as const, 'investment' as const),
  stage: fc.constantFrom('potential' as const, 'intended' as const, 'signed' as const, 'realised' as const),
  amount: fc.option(amount),
  currency: fc.constantFrom('GBP', 'CNY', 'USD'),
  count: fc.option(fc.integer({ min: 0, max: 5000 }).map(String)),
  qualifier: fc.constantFrom('exact' as const, 'about' as const, 'over' as const, 'up_to' as const),
  countQualifier: fc.constantFrom('exact' as const, 'nearly' as const, 'at_least' as const, 'planned' as const),
  valueDate: fc.option(date),
  sourceClass: fc.constantFrom('press_or_study' as const, 'official_publication' as const, 'unknown' as const),
  sourceTitle: name,
  since: date,
});
type Told = typeof outcome extends fc.Arbitrary<infer T> ? T : never;

const sourceOf = (told: Told) => ({
  ...{
    class: told.sourceClass,
    title: `${told.sourceTitle} ${times}`,
    publisher: null,
    address: null,
    date: told.valueDate,
    passage: null,
  },
  documentId: null,
});

/** Counted, so that no source has the title of an earlier one. */
let times = 0;

/** Records an outcome and a date of the tie as they are told, and opens both to everybody. */
async function publish(told: Told): Promise<void> {
  times += 1;
  const { owner, office } = tie.liverpool;
  const money = told.amount === null ? { amount: null, currency: null } : { amount: told.amount, currency: told.currency };
  const count = told.amount === null && told.count === null ? '1' : told.count;
  const meant = {
    qualifier: money.amount === null ? ('exact' as const) : told.qualifier,
    countQualifier: count === null ? ('exact' as const) : told.countQualifier,
  };
  const facts = { ...money, count, stage: told.stage, ...meant, valueDate: told.valueDate, source: sourceOf(told) };
  const asked = deals(tie, office, { kind: told.kind, title: inEnglish(told.title), entry: entry(facts) });
  const { id } = valueOf(await db.as(owner, (work) => recordOutcome(work, asked)));
  valueOf(await db.as(owner, (work) => setOutcomeAudience(work, { outcomeId: id, visibility: 'public', sharedWith: [] })));
  const said = {
    ...{ attribute: 'established' as const, value: { type: 'date' as const, date: told.since }, kind: 'fact' as const, saidBy: told.title },
    ...{ source: sourceOf(told), visibility: 'private' as const, sharedWith: [], supersedes: null },
  };
  const on = { tieId: tie.tieId, office };
  const { entries } = valueOf(await db.as(owner, (work) => enterTieStatements(work, { ...on, entries: [said] })));
  const open = { visibility: 'public' as const, sharedWith: [], agreementIds: [], exchangeIds: [] };
  valueOf(await db.as(owner, (work) => setTieAudience(work, { ...on, ...open, statementIds: entries.map(({ id: one }) => one) })));
}

/** The content of many facts whatever their order. */
const hashOf = (facts: readonly (readonly string[])[]): string =>
  createHash('sha256')
    .update(JSON.stringify(facts.map((fact) => JSON.stringify(fact)).toSorted()))
    .digest('hex');

const written = (on: FlexDate | null): string => (on === null ? '' : on.qualifier === 'exact' ? on.text : `${on.qualifier} ${on.text}`);

/** What a report says of its ledgers, read from the report itself. */
const ledgerIn = ({ entries }: TieReport): readonly (readonly string[])[] =>
  entries.flatMap((part) =>
    part.kind !== 'outcome'
      ? []
      : part.outcome.entries.map((row) => [
          ...[
            row.id,
            part.outcome.title['en']?.text ?? '',
            part.outcome.kind,
            row.stage,
            row.amount?.value ?? '',
            row.amount?.currency ?? '',
          ],
          ...[
            row.count ?? '',
            row.amount === null ? '' : row.qualifier,
            row.count === null ? '' : row.countQualifier,
            written(row.valueDate),
          ],
          part.outcome.figures.find(({ stage }) => stage === row.stage)?.assurance ?? '',
          ...[row.source?.title ?? '', row.source?.class ?? '', written(row.source?.date ?? null)],
        ]),
  );

/** What it says that statements say of the tie. */
const saidIn = ({ entries }: TieReport): readonly (readonly string[])[] =>
  entries.flatMap((part) => {
    if (part.kind !== 'said') return [];
    const { first, agreeing, differing } = part.shown;
    const told = [...(first === null ? [] : [{ place: 'first', one: first }]), ...agreeing.map((one) => ({ place: 'agrees', one }))];
    return [...told, ...differing.map((one) => ({ place: 'differs', one }))].map(({ place, one }) => [
      ...[one.id, part.attribute, place, one.value.type === 'date' ? one.value.date.text : '?'],
      ...[one.value.type === 'date' ? one.value.date.qualifier : '?', one.saidBy ?? '', one.source.title, one.source.class],
    ]);
  });

const ledgerColumns = [
  ...([
    'id',
    'outcome',
    'kind_code',
    'stage_code',
    'amount',
    'currency',
    'count',
    'qualifier_code',
    'count_qualifier_code',
    'value_date',
    'assurance_code',
  ] as const),
  ...(['source', 'source_class_code', 'source_date'] as const),
] as const;
const saidColumns = ['id', 'attribute_code', 'shown_code', 'value', 'qualifier_code', 'said_by', 'source', 'source_class_code'] as const;

/** The head of a column, or of that of its codes. */
function headOf(column: (typeof ledgerColumns)[number] | (typeof saidColumns)[number], language: Language): string {
  const texts: Readonly<Record<string, string>> = words[language];
  const named = (name: string): string => texts[`reports.file_${name}`] ?? '';
  return column.endsWith('_code') ? named('code').replace('{{column}}', named(column.slice(0, -5))) : named(column);
}

/** A date is written with a word of the file's language and read as any typed date. */
function readBack(column: (typeof ledgerColumns)[number] | (typeof saidColumns)[number], cell: string): string {
  if (!column.endsWith('_date') || cell === '') return cell;
  const read = parseFlexDate(cell);
  return read.ok ? written(read.value) : `not a date: ${cell}`;
}

/** The rows of a sheet by the heads of their columns. */
async function sheetsOf(bytes: Uint8Array, language: Language) {
  expect((await cellsIn(bytes)).live).toEqual([]);
  const sheets = valueOf(await readWorkbook(bytes));
  return (at: number, columns: readonly ((typeof ledgerColumns)[number] | (typeof saidColumns)[number])[]) => {
    const [heads, ...rows] = (sheets[at]?.rows ?? []).map(({ cells }) => cells.map(String));
    const places = columns.map((column) => heads?.indexOf(headOf(column, language)) ?? -1);
    expect(places).not.toContain(-1);
    return rows.map((cells) => places.map((place, at) => readBack(columns[at] ?? 'id', cells[place] ?? '')));
  };
}

const fileOf = async (format: 'json' | 'xlsx', language: Language): Promise<Uint8Array> =>
  new Uint8Array(await valueOf(await exportTieReport(asReader, { tie: slug, format, language })).arrayBuffer());

test(`after each of ${rounds} generated outcomes the data file says what the report says, in both formats and languages`, async () => {
  await fc.assert(
    fc.asyncProperty(outcome, fc.constantFrom<Language>('en', 'zh-Hans'), async (told, language) => {
      await publish(told);
      const report = valueOf(await asReader((work) => getTieReport(work, { tie: slug })));
      const json: unknown = JSON.parse(new TextDecoder().decode(await fileOf('json', language)));
      expect(json).toEqual(JSON.parse(JSON.stringify(report)));
      const sheet = await sheetsOf(await fileOf('xlsx', language), language);
      const [ledger, said] = [ledgerIn(report), saidIn(report)];
      expect(ledger.map(([, title]) => title)).toContain(told.title);
      expect(hashOf(sheet(1, ledgerColumns))).toBe(hashOf(ledger));
      const dates = sheet(0, saidColumns).filter(([, attribute]) => attribute === 'established');
      expect(hashOf(dates)).toBe(hashOf(said.filter(([, attribute]) => attribute === 'established')));
      expect(sheet(2, [])).toHaveLength(report.gaps.length);
    }),
    { numRuns: rounds, seed: 19, endOnFailure: true },
  );
}, 300_000);
