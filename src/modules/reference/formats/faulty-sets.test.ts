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
