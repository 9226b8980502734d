// T19 and T18: a register written as a file and pasted into an empty office of another installation holds the same by hash, and none of
// its cells comes alive on the way.
import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FlexDate } from '#kernel/flex-date.ts';
import type { Result } from '#kernel/result.ts';
import { addTieClass } from '#modules/ties/api/list-classes.ts';
import { addCity } from '#modules/cities/api/add-city.ts';
import { answerAdoption, askAdoption } from '#modules/cities/api/adopt-city.ts';
import { exportRegister } from '#modules/desk/api/export-register.ts';
import { keepTie } from '#modules/ties/api/keep-tie.ts';
import { pasteTies, prepareTies } from '#modules/desk/api/paste/paste-ties.ts';
import { setTieCells } from '#modules/desk/api/set-cells.ts';
import { enterTieStatements } from '#modules/ties/api/tie-statements.ts';
import { standardClasses, statuses, type Status } from '#modules/ties/domain/attributes.ts';
import { joinPaste } from '#reading/clipboard.ts';
import type { TieCityId } from '#modules/ties/domain/tie.ts';
import { readWorkbook } from '#platform/files/read-workbook.ts';
import { cellsIn } from '#platform/files/zip-fixture.ts';
import { openTestDatabase, valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import type { Work } from '#platform/work.ts';

const partners = ['Cork', 'Cobh', 'Galway', 'Sligo', 'Ålesund', 'Đà Nẵng', '"Quoted" Haven', 'Saint-Malo'] as const;
const ownClass = { en: { text: 'Partner port', origin: 'human' }, 'zh-Hans': { text: '伙伴港', origin: 'human' } } as const;
const rounds = Number(process.env['HANSA_ROUNDS'] ?? 2);

/** An installation with its register office and the same cities in its gazetteer of cities. */
interface Installation {
  readonly db: TestDatabase;
  readonly register: TestOffice;
  readonly cities: Map<string, TieCityId>;
}
let installations: readonly [Installation, Installation];

async function add({ db, register, cities }: Installation, name: string): Promise<TieCityId> {
  const names = [{ language: 'en', text: name, kind: 'official' as const, origin: 'human' as const }];
  const city = valueOf(await db.as(register.owner, (work) => addCity(work, { office: register.office, names, country: 'IE' }, null)));
  cities.set(name, city.id);
  return city.id;
}

async function install(): Promise<Installation> {
  const db = await openTestDatabase();
  const installation = { db, register: await db.foundOffice({ kind: 'register' }), cities: new Map<string, TieCityId>() };
  for (const name of partners) await add(installation, name);
  return installation;
}

beforeAll(async () => {
  installations = [await install(), await install()];
});
afterAll(async () => {
  for (const { db } of installations) await db.close();
});

/** An office with an empty register and a city and a class of its own. */
class EmptyOffice {
  readonly office: TestOffice;
  readonly home: TieCityId;
  readonly ownClass: string;
  readonly as: <T>(use: (work: Work) => Promise<Result<T>>) => Promise<Result<T>>;
  private constructor(installation: Installation, office: TestOffice, home: TieCityId, classCode: string) {
    this.office = office;
    this.home = home;
    this.ownClass = classCode;
    this.as = (use) => installation.db.as(office.owner, use);
  }
  static async found(installation: Installation, name: string): Promise<EmptyOffice> {
    const { db, register } = installation;
    const office = await db.foundOffice({ kind: 'city' });
    const cityId = await add(installation, name);
    const asked = valueOf(await db.as(office.owner, (work) => askAdoption(work, { cityId, office: office.office, note: null })));
    valueOf(await db.as(register.owner, (work) => answerAdoption(work, { adoptionId: asked.id, approved: true })));
    const added = valueOf(await db.as(office.owner, (work) => addTieClass(work, { office: office.office, name: ownClass })));
    return new EmptyOffice(installation, office, cityId, added.code);
  }
}

interface Row {
  readonly classCode: string | null;
  readonly since: FlexDate | null;
  readonly status: Status | null;
  readonly note: string | null;
  readonly source: string | null;
}

const odd = [
  ...['=1+1', '+44 151 233 3000', '-5', '- talk to the mayor', '@all', '＝1+1', `'=2`, `''-3`, '=HYPERLINK("https://example.org","x")'],
  ...[
    '007',
    '1999-10',
    '3/4/1980',
    '1e5',
    'TRUE',
    '#N/A',
    '_x0041_',
    '利物浦与上海',
    '“引号”，逗号',
    'a "quoted" word',
    '"whole"',
    '"',
    '""',
  ],
  ...['two\nlines', 'a\ttab', 'ends in a quote"', ';,|', '<b>&amp;</b>', 'ö̈ Ω 🚢', 'a\r\nb', '=\n=', '\u00e9\u0301'],
] as const;
const trimmed = (text: string): string | null => (text.trim() === '' ? null : text.trim());
const text = fc.oneof(fc.constantFrom(...odd), fc.string({ maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 30 })).map(trimmed);
const two = (n: number): string => String(n).padStart(2, '0');
const date: fc.Arbitrary<FlexDate> = fc
  .record({
    year: fc.integer({ min: 1800, max: new Date().getUTCFullYear() }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    length: fc.constantFrom(4, 7, 10),
    qualifier: fc.constantFrom('exact' as const, 'about' as const, 'before' as const, 'after' as const),
  })
  .map(({ year, month, day, length, qualifier }) => ({ text: `${year}-${two(month)}-${two(day)}`.slice(0, length), qualifier }));
const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of, { freq: 4 });
const row: fc.Arbitrary<Row> = fc.record({
  classCode: maybe(fc.constantFrom(...standardClasses, 'own')),
  since: maybe(date),
  status: maybe(fc.constantFrom(...statuses)),
  note: text,
  source: text,
});

/** Enters a register as its officer does: cells, and a date with its source. */
async function fill(to: EmptyOffice, { cities }: Installation, register: readonly Row[]): Promise<void> {
  const { office } = to.office;
  for (const [at, { classCode, since, status, note, source }] of register.entries()) {
    const withCityId = cities.get(partners[at] ?? '') ?? ('' as TieCityId);
    const { id: tieId } = valueOf(await to.as((work) => keepTie(work, { office, cityId: to.home, withCityId })));
    const cells = [
      ...(classCode === null ? [] : [{ attribute: 'class' as const, value: classCode === 'own' ? to.ownClass : classCode }]),
      ...(status === null ? [] : [{ attribute: 'status' as const, value: status }]),
      ...(note === null ? [] : [{ attribute: 'note' as const, value: note }]),
      ...(since === null || source !== null ? [] : [{ attribute: 'established' as const, value: since }]),
    ].map((cell) => ({ tieId, cell, replaces: null }));
    if (cells.length > 0) valueOf(await to.as((work) => setTieCells(work, { officeId: office, cells })));
    if (since === null || source === null) continue;
    const told = { class: 'press_or_study' as const, title: source, publisher: null, address: null, date: null, passage: null };
    const entry = {
      ...{ attribute: 'established' as const, value: { type: 'date' as const, date: since }, kind: 'fact' as const, saidBy: null },
      ...{ source: { ...told, documentId: null }, visibility: 'private' as const, sharedWith: [], supersedes: null },
    };
    valueOf(await to.as((work) => enterTieStatements(work, { tieId, office, entries: [entry] })));
  }
}

type Cells = readonly (readonly string[])[];
type Language = 'en' | 'zh-Hans';

const wide = (cells: readonly (string | number)[]): readonly string[] => Array.from({ length: 9 }, (_, at) => String(cells[at] ?? ''));

/** The cells of a file as a spreadsheet shows them; none of them may be live. */
async function cellsOf(from: EmptyOffice, format: 'csv' | 'xlsx', language: Language): Promise<Cells> {
  const input = { officeId: from.office.office, format, language };
  const file = valueOf(await exportRegister(from.as, input));
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (format === 'csv') {
    const rows: string[][] = parse(new TextDecoder().decode(bytes), { relaxColumnCount: true, bom: true });
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/);
    return rows.map(wide);
  }
  expect((await cellsIn(bytes)).live).toEqual([]);
  return (valueOf(await readWorkbook(bytes))[0]?.rows ?? []).map(({ cells }) => wide(cells));
}

/** The content of a file whatever the order of its rows. */
const hashOf = ([heads = [], ...rows]: Cells): string =>
  createHash('sha256')
    .update(JSON.stringify([heads, ...rows.toSorted((x, y) => (JSON.stringify(x) < JSON.stringify(y) ? -1 : 1))]))
    .digest('hex');

let founded = 0;
/** Pastes the cells into an empty office of the other installation, as they are copied from a spreadsheet. */
async function pasteInto(installation: Installation, name: string, cells: Cells): Promise<EmptyOffice> {
  const office = await EmptyOffice.found(installation, name);
  const asked = { officeId: office.office.office, text: joinPaste(cells), columns: [], order: null, sourceId: null, answers: [] };
  const prepared = valueOf(await prepareTies(office.as, asked));
  const pasted = valueOf(await office.as((work) => pasteTies(work, asked, prepared)));
  expect(pasted.rows.flatMap(({ questions, cells: shown }) => (questions.length === 0 ? [] : [{ shown, questions }]))).toEqual([]);
  return office;
}

test(`${rounds} generated registers are pasted into empty offices elsewhere and are equal by hash, in both formats and languages`, async () => {
  const [here, there] = installations;
  const register = fc.array(row, { minLength: 1, maxLength: partners.length });
  await fc.assert(
    fc.asyncProperty(register, fc.constantFrom<Language>('en', 'zh-Hans'), async (rows, language) => {
      founded += 1;
      const from = await EmptyOffice.found(here, `Home ${founded}`);
      await fill(from, here, rows);
      for (const format of ['csv', 'xlsx'] as const) {
        const written = await cellsOf(from, format, language);
        const to = await pasteInto(there, `Home ${founded} ${format}`, written);
        for (const again of ['csv', 'xlsx'] as const)
          expect(hashOf(await cellsOf(to, again, language)), format).toBe(hashOf(await cellsOf(from, again, language)));
        expect(written).toHaveLength(rows.length + 1);
      }
    }),
    { numRuns: rounds, seed: 19, endOnFailure: true },
  );
}, 300_000);
