import { expect, test } from 'vitest';
import { readDegrees, readGeonamesId, readPoint } from './positions.ts';
import { itemOf, plainText, sayingText } from './written-cells.ts';

test.each([
  ['40.7022', 40.7022],
  ['-8,47', -8.47],
  ['50°58′48″N', 50.98],
  ['11° 19\' 12" E', null],
  ['51.5° S', -51.5],
  ['91', null],
  ['', null],
  ['12.x', null],
  ['50°61′', null],
])('%s is a latitude of %d', (cell, degrees) => {
  const read = readDegrees(cell, 90);
  if (degrees === null) expect(read).toBeNull();
  else expect(read).toBeCloseTo(degrees, 6);
});

test('a longitude reaches further, and west is negative', () => {
  expect(readDegrees('139.7', 180)).toBe(139.7);
  expect(readDegrees('2° 58\' 30" W', 180)).toBeCloseTo(-2.975, 6);
  expect(readDegrees('180.5', 180)).toBeNull();
});

test('a position is read from one cell, longitude first only in well-known text', () => {
  expect(readPoint('Point(11.32 50.98)')).toEqual({ latitude: 50.98, longitude: 11.32 });
  expect(readPoint('<http://www.opengis.net/def/crs/OGC/1.3/CRS84> POINT(-8.47 51.9)')).toEqual({ latitude: 51.9, longitude: -8.47 });
  expect(readPoint('51.9, -8.47')).toEqual({ latitude: 51.9, longitude: -8.47 });
  expect(readPoint('51.9,-8.47')).toEqual({ latitude: 51.9, longitude: -8.47 });
  expect(readPoint('51,9; -8,47')).toEqual({ latitude: 51.9, longitude: -8.47 });
  expect(['51.9', '40,65'].map(readPoint)).toEqual([null, null]);
  expect(readPoint('Berlin, Germany')).toBeNull();
});

test('numbers of Wikidata and GeoNames are read plainly and from their addresses', () => {
  expect(['Q3955', 'http://www.wikidata.org/entity/Q3955', 'https://www.wikidata.org/wiki/Q3955', 'wd:Q3955'].map(itemOf)).toEqual(
    Array.from({ length: 4 }, () => 'Q3955'),
  );
  expect(['Q', 'Q0', 'P190', 'Weimar', 'http://example.org/Q3955'].map(itemOf)).toEqual([null, null, null, null, null]);
  expect(['2812482', 'https://www.geonames.org/2812482/weimar.html'].map(readGeonamesId)).toEqual([2812482, 2812482]);
  expect(['0', '-4', 'x', '99999999999'].map(readGeonamesId)).toEqual([null, null, null, null]);
});

test('texts are kept with single blanks and without control characters', () => {
  expect(plainText(' San\u00a0 Francisco\u200b\t')).toBe('San Francisco');
  expect(plainText('Cafe\u0301')).toBe('Café');
});

test('what stands for nothing is nothing, but for names that towns have', () => {
  expect(['N/A', '-', '?', 'null', 'None', 'Nan', 'Å'].map((text) => sayingText(text, 'name'))).toEqual([
    '',
    '',
    '',
    '',
    'None',
    'Nan',
    'Å',
  ]);
  expect(['n/a', 'NaN', 'none', 'unknown', '—', 'Norway'].map((text) => sayingText(text, 'other'))).toEqual(['', '', '', '', '', 'Norway']);
});
