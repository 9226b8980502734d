// Lists of ties as they come from elsewhere: other heads, other encodings, swapped positions, countries in other languages, half of it empty.
import { expect, test } from 'vitest';
import { valueOf } from '#platform/postgres/test-database.ts';
import type { WrittenSet } from '../domain/written.ts';
import { readHead, readSet } from './read-set.ts';

const encode: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'utf-8 with a mark': (text) => new TextEncoder().encode(`\uFEFF${text}`),
  'utf-16le': (text) => new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])),
  'utf-16be': (text) => new Uint8Array(Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()])),
  'windows-1252': (text) => new Uint8Array(Buffer.from(text, 'latin1')),
};

async function read(
  bytes: string | Uint8Array,
  name = 'list.csv',
): Promise<{ readonly set: WrittenSet; readonly columns: readonly string[] }> {
  const file = { name, bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes };
  const head = valueOf(await readHead(file));
  return { set: valueOf(await readSet(file, null, head.mapping)), columns: head.mapping.columns };
}

const pairsOf = ({ places, ties }: WrittenSet): readonly string[] =>
  ties.map(({ a, b }) => [places[a], places[b]].map((place) => `${place?.name ?? ''} ${place?.country ?? ''}`.trim()).join(' – '));

const five = ['a_name', 'a_country', 'b_name', 'b_country', 'since'];

test.each([
  ['stadt_a;land_a;stadt_b;land_b\nKöln;Deutschland;Lille;Frankreich', ['a_name', 'a_country', 'b_name', 'b_country']],
  ['Ville 1;Pays 1;Ville 2;Pays 2\nLyon;France;Francfort;Allemagne', ['a_name', 'a_country', 'b_name', 'b_country']],
  ['Ciudad,País,Ciudad hermana,País hermano\nSevilla,España,Kansas City,Estados Unidos', ['a_name', 'a_country', 'b_name', 'b_country']],
  [
    'municipality_1\tcountry_code_1\tmunicipality_2\tcountry_code_2\nBergen\tNO\tGöteborg\tSE',
    ['a_name', 'a_country', 'b_name', 'b_country'],
  ],
  ['我方城市,对方城市,对方国家,结好时间\n上海,汉堡,德国,1986年', ['a_name', 'b_name', 'b_country', 'since']],
  ['City,Country,Twinned with,Twin country,Year\nCork,IE,Rennes,FR,1982', ['a_name', 'a_country', 'b_name', 'b_country', 'since']],
  [
    'from_city,from_country,from_lat,from_lon,to_city,to_country,to_lat,to_lon\nCork,IE,51.9,-8.47,Rennes,FR,48.11,-1.68',
    ['a_name', 'a_country', 'a_latitude', 'a_longitude', 'b_name', 'b_country', 'b_latitude', 'b_longitude'],
  ],
  ['source,target\nCork,Rennes', ['a_name', 'b_name']],
  ['Comune;Stato;Città gemellata;Stato gemellato;Anno\nTorino;Italia;Lyon;Francia;1957', five],
  ['Cidade;País;Cidade-irmã;País da cidade-irmã;Ano\nPorto;Portugal;Bordéus;França;1978', five],
  ['Stad;Land;Zusterstad;Land zusterstad;Jaar\nUtrecht;Nederland;Brno;Tsjechië;1993', five],
  ['Miasto;Kraj;Miasto partnerskie;Kraj partnera;Rok\nKraków;Polska;Lipsk;Niemcy;1973', five],
  ['Город;Страна;Город-побратим;Страна побратима;Год\nКазань;Россия;Брауншвейг;Германия;1988', five],
  ['Gemeinde;Staat;Partnergemeinde;Partnerland;Beginn der Partnerschaft\nKöln;Deutschland;Lille;Frankreich;1958', five],
  ['都市,国,姉妹都市,相手国,提携年\n大阪,日本,上海,中国,1974', five],
  ['自治体名,国名,提携先,提携先国名,提携年月日\n大阪,日本,上海,中国,1974-04-18', five],
  ['城市甲,国家甲,城市乙,国家乙,结好年份\n上海,中国,汉堡,德国,1986', five],
  ['城市,國家,姊妹市,姊妹市國家,締結日期\n高雄,台灣,休士頓,美國,1976', five],
  ['도시,국가,자매도시,자매도시 국가,체결일\n부산,대한민국,상하이,중국,1993', five],
])('heads in another language or style are understood: %.40s', async (text, columns) => {
  const found = await read(text);
  expect(found.columns).toEqual(columns);
  expect(found.set.ties).toHaveLength(1);
});

test.each(Object.keys(encode))('a list in %s is read with its letters', async (encoding) => {
  const { set } = await read(
    encode[encoding]?.('City;Country;Partner;Partner country\r\nKöln;Germany;Liège;Belgium\r\nMálaga;Spain;"Faro";Portugal\r\n') ?? '',
  );
  expect(pairsOf(set)).toEqual(['Köln Germany – Liège Belgium', 'Málaga Spain – Faro Portugal']);
});

test.each([
  ['GB 18030', 'b3c7cad02cb6d4b7bdb3c7cad00ac9cfbaa32cbabab1a40a', '上海', '汉堡'],
  ['Big5', 'abb0a5ab2cb9efa4e8abb0a5ab0aa457aefc2cba7eb3f90a', '上海', '漢堡'],
])('a Chinese list in %s is read with its characters', async (_, hex, one, other) => {
  const { set } = await read(Uint8Array.from(Buffer.from(hex, 'hex')));
  expect(pairsOf(set)).toEqual([`${one} – ${other}`]);
});

test('blanks that nobody sees, quotes in cells, lines in cells and a mark at the beginning change nothing', async () => {
  const text =
    '\uFEFF City , Country ,Partner,Partner country,Notes\r\n Cork ,Ireland\u00a0,"Saint-Malo",France ,"said ""twin"", then\nsister"\r\n\u200bCork,  Ireland,Saint-Malo\t,France,\r\n';
  const { set } = await read(text);
  expect(new Set(pairsOf(set))).toEqual(new Set(['Cork Ireland – Saint-Malo France']));
  expect(set.places).toHaveLength(2);
});

test('a list that is half empty keeps its ties and loses nothing else; rows without a partner are known as such', async () => {
  const rows = Array.from({ length: 20 }, (_, n) =>
    n % 2 === 0 ? `Town ${String.fromCharCode(65 + n)},,Partner ${String.fromCharCode(65 + n)},,,` : ',,,,,',
  );
  rows.push('Lonely,Ireland,,,,', ',,Nobody,France,,');
  const { set } = await read(['City,Country,Partner,Partner country,Since,Note', ...rows].join('\n'));
  expect(set.rows).toBe(12);
  const isNamed = (at: number): boolean => (set.places[at]?.name ?? '') !== '';
  expect(set.ties.filter(({ a, b }) => isNamed(a) && isNamed(b))).toHaveLength(10);
  // The two that name one city alone are left out, and told, once places are resolved.
  expect(set.ties.filter(({ a, b }) => !isNamed(a) || !isNamed(b)).map(({ row }) => row)).toEqual([22, 23]);
});

test('positions that are swapped, unreadable or of nowhere are told or read as what they must be', async () => {
  const head = 'City,Country,Lat,Lng,Partner,Partner country,Partner lat,Partner lng';
  const { set } = await read(
    [
      head,
      'Shanghai,China,121.47,31.23,Osaka,Japan,135.50,34.69',
      'Shanghai,China,31.23,121.47,Osaka,Japan,north,east',
      'Shanghai,China,"31,23","121,47",Osaka,Japan,34.69,135.50',
    ].join('\n'),
  );
  expect(set.ties).toHaveLength(3);
  const positions = set.places.map(({ name, latitude, longitude }) => `${name} ${String(latitude)} ${String(longitude)}`);
  expect(positions).not.toContain('Shanghai 121.47 31.23');
  expect(set.problems.some(({ row, code }) => row === 3 && code === 'reference.position_unreadable')).toBe(true);
});

const body = 'Cologne,Germany,Lille,France,1958\nTurin,Italy,Lyon,France,1957\nCork,Ireland,Rennes,France,1982\n';

test('heads in words that nobody knows are no tie: they are of another kind than all that stands below them', async () => {
  const { set, columns } = await read(`Bajarri,Tír,Bajarri eile,Tír eile,Bliain\n${body}`);
  expect([columns, set.ties.length]).toEqual([five, 3]);
  // A row among others that has one slip of the pen is no row of heads.
  expect((await read(`Berat,Albanai,Fermo,Italy,1999\n${body}`)).set.ties).toHaveLength(4);
});

test('a title above the heads is no tie, and rows keep the numbers that they have in the file', async () => {
  const { set, columns } = await read(`List of ties,,,,\nas of 2020,,,,\n\nCity 1,Country 1,City 2,Country 2,Year\n${body}`);
  expect([columns, set.ties.map(({ row }) => row)]).toEqual([five, [5, 6, 7]]);
});

test('of a hundred heads two that are known are enough', async () => {
  const wide = (cells: Readonly<Record<number, string>>, other: string): string =>
    Array.from({ length: 100 }, (_, at) => cells[at] ?? `${other}${String(at)}`).join();
  const heads = wide({ 0: 'City 1', 1: 'Country 1', 50: 'City 2', 51: 'Country 2' }, 'x');
  const { set } = await read(`${heads}\n${wide({ 0: 'Cologne', 1: 'Germany', 50: 'Lille', 51: 'France' }, 'v')}`);
  expect(pairsOf(set)).toEqual(['Cologne Germany – Lille France']);
});

test('rows that end by other marks than the first line are rows of their own', async () => {
  const { set } = await read('City 1,Country 1,City 2,Country 2\r\nCologne,Germany,Lille,France\nTurin,Italy,Lyon,France\r\n');
  expect(pairsOf(set)).toEqual(['Cologne Germany – Lille France', 'Turin Italy – Lyon France']);
});

test('marks that nobody sees are no part of a name', async () => {
  const { set } = await read('City 1,City 2\nCol\u200bogne,\u200eLille\u200f\nKo\u0308ln\u00a0,Li\u200dlle\u2060\n');
  expect(pairsOf(set)).toEqual(['Cologne – Lille', 'Köln – Lille']);
});

test('since when and until when are read of one cell; an end before the beginning is told, and “present” is none', async () => {
  const rows = ['1958–2010,', '(1958-2001),', '1958-present,', 'since 1987,', '1999,1950', '1999,ongoing', '1999,n/a', 'unknown,2001'];
  const { set } = await read(`City 1,City 2,Since,Until\n${rows.map((row, at) => `Cologne,Town ${String(at)},${row}`).join('\n')}`);
  expect(set.ties.map(({ said }) => `${said?.since?.text ?? ''}–${said?.until?.text ?? ''}`)).toEqual([
    ...['1958–2010', '1958–2001', '1958–', '1987–', '1999–', '1999–', '1999–', '–2001'],
  ]);
  expect(set.problems.map(({ row, code, column }) => [row, code, column])).toEqual([[6, 'reference.date_unreadable', 'D']]);
});

test('positions with their letters in front, with blanks, and two figures without a comma are read', async () => {
  const { set } = await read(
    'City 1\tLat 1\tLng 1\tCity 2\tCoordinates 2\nTurin\tN45°04′12″\tE7°41′12″\tLille\t50.63 3.06\nBern\t46 57 00 N\t7 27 00 E\tLyon\t45.76N 4.85E\n',
  );
  expect(set.problems).toEqual([]);
  expect(set.places.map(({ latitude, longitude }) => [latitude?.toFixed(2), longitude?.toFixed(2)])).toEqual([
    ['45.07', '7.69'],
    ['50.63', '3.06'],
    ['46.95', '7.45'],
    ['45.76', '4.85'],
  ]);
});

test('a partner that a query only knows to be there is nobody, whatever stands as its label; an end at an unknown time is told', async () => {
  const value = (text: string, type = 'uri') => ({ type, value: text });
  const [item, genid] = ['http://www.wikidata.org/entity/Q365', 'http://www.wikidata.org/.well-known/genid/xyz'];
  const row = { item: value(item), itemLabel: value('Cologne', 'literal'), sister: value(genid), sisterLabel: value('t1', 'literal') };
  const results = {
    head: { vars: ['item', 'itemLabel', 'sister', 'sisterLabel'] },
    results: { bindings: [row, { ...row, sister: value(item), sisterLabel: value('Cologne', 'literal') }] },
  };
  const { set } = await read(JSON.stringify(results), 'results.json');
  expect(set.places.map(({ name }) => name)).toEqual(['Cologne', '']);
  const partner = { snaktype: 'value', datavalue: { value: { id: 'Q1085' } } };
  const claim = { rank: 'normal', mainsnak: partner, qualifiers: { P582: [{ snaktype: 'somevalue' }], P580: [{ snaktype: 'novalue' }] } };
  const { set: entities } = await read(JSON.stringify({ entities: { Q365: { id: 'Q365', claims: { P190: [claim] } } } }), 'entities.json');
  expect(entities.problems.map(({ code, column }) => [code, column])).toEqual([['reference.date_unreadable', 'P582']]);
});

test('a cell that says more than a name is read as the name, its country and since when; a sum at the end is no tie', async () => {
  const partners = [
    'Cologne, Germany (1952)[68]',
    'Lille, France[3]',
    'Turin*',
    'Porto (Portugal), 1984–2004',
    '<b>Nice</b>, France',
    '6. Oktober',
    'Total: 7',
  ];
  const { set } = await read(`City 1;City 2\n${partners.map((cell) => `Cork;${cell}`).join('\n')}\n`);
  expect(set.ties.map(({ b, said }) => [set.places[b]?.name, said?.since?.text, said?.until?.text])).toEqual([
    ['Cologne, Germany', '1952', undefined],
    ['Lille, France', undefined, undefined],
    ['Turin', undefined, undefined],
    ['Porto, Portugal', '1984', '2004'],
    ['Nice, France', undefined, undefined],
    ['6. Oktober', undefined, undefined],
    ['', undefined, undefined],
  ]);
});
