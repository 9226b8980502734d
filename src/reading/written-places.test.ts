import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPlace } from './written-places.ts';

const last = (typed: string) => readPlace(typed).at(-1);

test.each([
  ['Liverpool, UK', { name: 'Liverpool', country: 'GB' }],
  ['Cork (Ireland)', { name: 'Cork', country: 'IE' }],
  ['Germany / Hamburg', { name: 'Hamburg', country: 'DE' }],
  ['Busan；韩国', { name: 'Busan', country: 'KR' }],
  ['Portland, Oregon', { name: 'Portland', country: null }],
  ['英国利物浦', { name: '利物浦', country: 'GB' }],
  ['日本大阪市', { name: '大阪', country: 'JP' }],
  ['上海市', { name: '上海', country: null }],
])('“%s” may mean %o', (typed, wanted) => {
  expect(last(typed)).toEqual(wanted);
});

test('the plainest reading comes first, and a blank has none', () => {
  expect(readPlace(' Liverpool,  UK ')[0]).toEqual({ name: 'Liverpool, UK', country: null });
  expect(readPlace('  ')).toEqual([]);
});

test('no text makes it fail or answer with an empty name', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (typed) => readPlace(typed).every(({ name }) => name !== '')));
});
