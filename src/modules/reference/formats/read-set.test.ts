import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { valueOf } from '#platform/postgres/test-database.ts';
import { writeWorkbook } from '#platform/files/write-workbook.ts';
import type { WrittenSet } from '../domain/written.ts';
import type { FileBytes } from '#platform/files/read-sheets.ts';
import { readHead, readSet } from './read-set.ts';
import { sisterCitiesQuery } from './sister-cities-query.ts';

const file = (text: string | Uint8Array, name = 'ties.csv'): FileBytes => ({
  name,
  bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
});

async function read(given: FileBytes, names: FileBytes | null = null): Promise<WrittenSet> {
  const { mapping } = valueOf(await readHead(given));
  return valueOf(await readSet(given, names, mapping));
}

/** Each tie as a line: names or numbers of both places, what is said. */
const linesOf = ({ places, ties }: WrittenSet): readonly string[] =>
  ties.map(({ a, b, row, said }) => {
    const [one, other] = [places[a], places[b]].map((place) => place?.name || place?.wikidataId);
    const told = said === null ? '' : ` ${said.since?.text ?? ''}/${said.until?.text ?? ''}/${said.source?.address ?? ''}`;
    return `${row} ${one ?? ''} – ${other ?? ''}${told}`;
  });

const codeOf = async (given: FileBytes): Promise<string> => {
  const head = await readHead(given);
  return head.ok ? 'read' : (head.refusal.problems?.[0]?.code ?? head.refusal.code);
};

test('numbers of Wikidata alone are read with a second file of their names, in both directions', async () => {
  const relations = file('Q36647\tQ365\nQ365\tQ36647\nQ1\tQ365\n', 'relations.tsv');
  const set = await read(relations, file('Q36647\tCork\nQ365\tKöln\n', 'names.tsv'));
  expect(set.directed).toBe(true);
  expect(linesOf(set)).toEqual(['1 Cork – Köln', '2 Köln – Cork', '3 Q1 – Köln']);
  expect(set.places.map(({ key, name, rows }) => [key, name, rows])).toEqual([
    ['Q36647', 'Cork', [1, 2]],
    ['Q365', 'Köln', [1, 2, 3]],
    ['Q1', '', [3]],
  ]);
});

test('names may come in languages, in any order of columns', async () => {
  const names = file('en\tCologne\tQ365\nde\tKöln\tQ365\nzh-Hans\t科隆\tQ365\n', 'names.tsv');
  const { places } = await read(file('Q365\tQ2\nQ2\tQ365\n', 'relations.tsv'), names);
  expect(places[0]).toMatchObject({ name: 'Cologne', names: { en: 'Cologne', 'zh-Hans': '科隆' } });
});

test('a file of names without numbers is refused', async () => {
  const relations = file('Q365\tQ2\nQ2\tQ365\n', 'relations.tsv');
  const { mapping } = valueOf(await readHead(relations));
  expect(await readSet(relations, file('Cork\nCologne\n'), mapping)).toMatchObject({
    ok: false,
    refusal: { code: 'reference.names_without_numbers' },
  });
});

test('a workbook says which sheets it has, and is read like text', async () => {
  const bytes = writeWorkbook([
    { name: 'Ties', header: ['City', 'Country', 'Partner', 'Lat', 'Lng'], rows: [['Cork', 'Ireland', 'Köln', 50.9, 6.96]] },
    { name: 'Other', header: ['x'], rows: [['y']] },
  ]);
  const head = valueOf(await readHead(file(bytes, 'ties.xlsx')));
  expect([head.head.format, head.head.sheets, head.mapping.sheet]).toEqual(['xlsx', ['Ties', 'Other'], 'Ties']);
  expect(head.head.columns[0]).toEqual({ column: 'A', head: 'City', samples: ['Cork'] });
  const set = await read(file(bytes, 'ties.xlsx'));
  expect(set.places[1]).toMatchObject({ name: 'Köln', latitude: 50.9, longitude: 6.96, columns: { name: 'C', position: 'D' } });
});

const entity = (id: string) => `http://www.wikidata.org/entity/${id}`;
const bound = (values: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value.startsWith('http') ? { type: 'uri', value } : { type: 'literal', value }]),
  );
const results = (...bindings: readonly Readonly<Record<string, string>>[]): FileBytes => {
  const vars = [...new Set(bindings.flatMap((row) => Object.keys(row)))];
  return file(JSON.stringify({ head: { vars }, results: { bindings: bindings.map(bound) } }), 'query.json');
};

test('results of a query are read by their variables, dates as precisely as they are meant, and nothing twice', async () => {
  const cork = { item: entity('Q36647'), itemLabel: 'Cork', itemCoord: 'Point(-8.47 51.9)', itemGeonames: '2965140', itemCountry: 'IE' };
  const cologne = { partner: entity('Q365'), partnerLabel: 'Cologne', partnerCoord: 'Point(6.96 50.94)', partnerCountry: 'DE' };
  const tie = { ...cork, ...cologne, start: '1988-01-01T00:00:00Z', startPrecision: '9', reference: 'https://www.corkcity.ie/twinning' };
  const set = await read(
    results(
      tie,
      { ...tie, partnerCoord: 'Point(6.957 50.941)' },
      { ...cork, partner: entity('Q6217'), partnerLabel: 'Q6217', start: '1990-05-01T00:00:00Z', startPrecision: '10' },
      { ...cork, partner: entity('Q62'), start: '2001-01-01T00:00:00Z', end: '2010-03-04T00:00:00Z' },
      { ...cork, partner: 't123456', start: '1850-01-01T00:00:00Z', startPrecision: '7' },
    ),
  );
  expect(linesOf(set)).toEqual([
    '1 Cork – Cologne 1988//https://www.corkcity.ie/twinning',
    '3 Cork – Q6217 1990-05//',
    '4 Cork – Q62 2001/2010-03-04/',
    '5 Cork – ',
  ]);
  expect(set.places[0]).toMatchObject({ wikidataId: 'Q36647', geonamesId: 2965140, country: 'IE', latitude: 51.9, longitude: -8.47 });
  expect(set.problems.map(({ row, column, code }) => [row, column, code])).toEqual([
    [5, 'partner', 'reference.number_unreadable'],
    [5, 'start', 'reference.date_unreadable'],
  ]);
});

const snak = (property: string, value: unknown) => ({ snaktype: 'value', property, datavalue: { value } });
const time = (text: string, precision: number, calendar = 'Q1985727') => ({
  ...{ time: `+${text}T00:00:00Z`, precision, calendarmodel: `http://www.wikidata.org/entity/${calendar}` },
});
const claim = (property: string, value: unknown, more: object = {}) => ({ mainsnak: snak(property, value), rank: 'normal', ...more });

test('entities are read with labels, numbers, position, country, and each statement with its dates and reference', async () => {
  const weimar = {
    id: 'Q3955',
    labels: { de: { value: 'Weimar' }, en: { value: 'Weimar' }, 'zh-hans': { value: '魏玛' } },
    aliases: { en: [{ value: 'Weimar (Thuringia)' }] },
    claims: {
      P17: [claim('P17', { id: 'Q43287' }), claim('P17', { id: 'Q183' }, { rank: 'preferred' })],
      P625: [claim('P625', { latitude: 50.98, longitude: 11.32 })],
      P1566: [claim('P1566', '2812482')],
      P190: [
        claim(
          'P190',
          { id: 'Q160927' },
          {
            qualifiers: { P580: [snak('P580', time('1995-02-18', 11))] },
            references: [
              { snaks: { P854: [snak('P854', 'http://stadt.weimar.de/partner/')], P813: [snak('P813', time('2014-06-00', 10))] } },
            ],
          },
        ),
        claim(
          'P190',
          { id: 'Q2151' },
          {
            qualifiers: { P580: [snak('P580', time('1990-00-00', 9))], P582: [snak('P582', time('1899-10-12', 11, 'Q1985786'))] },
          },
        ),
        claim('P190', { id: 'Q13375' }, { rank: 'deprecated' }),
        { mainsnak: { snaktype: 'somevalue', property: 'P190' }, rank: 'normal' },
        claim('P190', { id: 'Q64' }, { qualifiers: { P580: [snak('P580', time('1800-00-00', 7))] } }),
      ],
    },
  };
  const given = file(JSON.stringify({ entities: { Q3955: weimar }, success: 1 }), 'weimar.json');
  const head = valueOf(await readHead(given));
  expect([head.head.format, head.head.columns, head.mapping.directed, head.mapping.whole]).toEqual(['entities', [], true, false]);
  const set = await read(given);
  expect(set.places[0]).toEqual({
    key: 'Q3955',
    name: 'Weimar',
    names: { en: 'Weimar', 'zh-Hans': '魏玛' },
    otherNames: ['魏玛', 'Weimar (Thuringia)'],
    country: 'DE',
    latitude: 50.98,
    longitude: 11.32,
    wikidataId: 'Q3955',
    geonamesId: 2812482,
    rows: [1, 2, 5],
    columns: { name: 'P190', country: 'P17', position: 'P625' },
  });
  expect(linesOf(set)).toEqual([
    '1 Weimar – Q160927 1995-02-18//http://stadt.weimar.de/partner/',
    '2 Weimar – Q2151 1990/1899/',
    '5 Weimar – Q64',
  ]);
  expect(set.ties[0]?.said?.source).toEqual({
    title: 'http://stadt.weimar.de/partner/',
    address: 'http://stadt.weimar.de/partner/',
    retrieved: { text: '2014-06', qualifier: 'exact' },
    passage: 'Wikidata Q3955, P190',
  });
  expect(set.problems.map(({ row, code, outcome }) => [row, code, outcome])).toEqual([
    [3, 'reference.deprecated', 'left_out'],
    [4, 'reference.partner_unknown', 'left_out'],
    [5, 'reference.date_unreadable', 'kept_without_date'],
  ]);
});

const real = join(import.meta.dirname, '../../../../../shared/data/ties/wikidata-entity-weimar.json');

test.skipIf(!existsSync(real))('a raw entity as Wikidata gives it is read whole', async () => {
  const set = await read(file(readFileSync(real), 'Q3955.json'));
  expect(set.places[0]).toMatchObject({ key: 'Q3955', name: 'Weimar', country: 'DE', geonamesId: null });
  expect(set.problems).toEqual([]);
  expect(set.ties.map(({ said }) => [said?.since === null, said?.source === null])).toEqual(
    Array.from({ length: 5 }, () => [false, false]),
  );
});

test.each([
  ['{"head": {}}', 'reference.json_unknown'],
  ['{"entities": {}', 'reference.json_broken'],
  ['{"head": {"vars": []}, "results": {"bindings": []}}', 'reference.no_variables'],
  ['', 'files.empty'],
  ['a,"b\n', 'files.csv_quote_not_closed'],
  [`${'['.repeat(100_000)}`, 'reference.json_broken'],
])('what is no list of ties is refused: %.30s', async (text, code) => {
  expect(await codeOf(file(text))).toBe(code);
});

test('files that are large or hostile are refused by the rules of all files', async () => {
  expect(await codeOf(file(new Uint8Array(20_000_001).fill(120)))).toBe('files.too_large');
  expect(await codeOf(file('a,b\n'.repeat(200_001)))).toBe('files.too_many_rows');
  expect(await codeOf(file('not a workbook', 'ties.xlsx'))).toBe('files.not_a_workbook');
  expect(await codeOf(file(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0])))).toBe('files.old_workbook');
  expect(await codeOf(file(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])))).toBe('files.zip_damaged');
});

test('a query holds numbers and codes and nothing else that was given', () => {
  const hostile = 'Q1 } SERVICE <http://127.0.0.1/> {';
  expect(sisterCitiesQuery({ by: 'items', items: ['Q3955', hostile, 'Q64'] })).toContain('VALUES ?item { wd:Q3955 wd:Q64 }');
  expect(sisterCitiesQuery({ by: 'places', geonamesIds: [2812482, -1, NaN] })).toContain(
    'VALUES ?number { "2812482" } ?item wdt:P1566 ?number .',
  );
  expect(sisterCitiesQuery({ by: 'country', country: 'DE' })).toContain('?nation wdt:P297 "DE" . ?item wdt:P17 ?nation .');
  expect(sisterCitiesQuery({ by: 'country', country: hostile })).not.toContain('SERVICE <');
});
