import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kindOfWords } from './kind-words.ts';
import { isLonger, likeness, nameKey, numeralsOf, readName, soundOf, stepsBetween } from './name.ts';

test('a name has one key whatever its accents, hyphens and ways to write Saint', () => {
  expect(['Saint-Étienne', 'St. Etienne', 'SAINT ETIENNE'].map(nameKey)).toEqual(['stetienne', 'stetienne', 'stetienne']);
  expect(['Sankt Pölten', 'St. Pölten'].map(nameKey)).toEqual(['stpolten', 'stpolten']);
  expect(['Stuttgart', 'Forth', '上海', '?'].map(nameKey)).toEqual(['stuttgart', 'forth', '上海', '']);
});

test.each([
  ['Frankfurt (Oder)', 'place', ['Frankfurt (Oder)', 'Frankfurt'], 'Oder'],
  ['Bonn – Bad Godesberg', 'place', ['Bonn – Bad Godesberg', 'Bad Godesberg'], 'Bonn'],
  ['Mansfield, Massachusetts', 'place', ['Mansfield, Massachusetts', 'Mansfield'], 'Massachusetts'],
  ['Lohr am Main', 'place', ['Lohr am Main', 'Lohr'], null],
  ['Starnberg (district)', 'district', ['Starnberg (district)', 'Starnberg'], null],
  ['Lubiewo (rural gmina)', 'district', ['Lubiewo (rural gmina)', 'Lubiewo'], null],
  ['Silkeborg Kommune', 'municipality', ['Silkeborg Kommune', 'Silkeborg'], null],
  ['Osaka Prefecture', 'region', ['Osaka Prefecture'], null],
  ['North Canton', 'place', ['North Canton'], null],
  ['City of Wakefield', 'place', ['City of Wakefield', 'Wakefield'], null],
  ['上海市', 'place', ['上海市', '上海'], null],
  ['苏州', 'place', ['苏州', '苏州市'], null],
])('“%s” is a %s with the forms %o', (written, kind, forms, beside) => {
  const read = readName(written);
  expect(read.kind).toBe(kind);
  expect(read.forms.map(({ text }) => text)).toEqual(forms);
  expect(read.beside).toBe(beside);
});

test('an attribute behind a name makes it longer, another word makes it another name', () => {
  expect(isLonger('Frankfurt am Main', 'Frankfurt')).toBe(true);
  expect(isLonger('Naumburg (Saale)', 'Naumburg')).toBe(true);
  expect(isLonger('Praga Północ', 'Praga')).toBe(false);
  expect(isLonger('Newcastle', 'New')).toBe(false);
});

test('names are alike by few steps, but never with other numbers in them', () => {
  expect(stepsBetween('kazakhstah', 'kazakhstan', 2)).toBe(1);
  expect(stepsBetween('ab', 'ba', 2)).toBe(1);
  expect(stepsBetween('liverpool', 'shanghai', 2)).toBe(3);
  expect(likeness('novoselytsia', 'novoselytsya')).toBeGreaterThan(0.9);
  expect(likeness('prague6', 'prague5')).toBe(0);
  expect(likeness('bra', 'bro')).toBe(0);
  expect(numeralsOf('Budapest XV')).not.toBe(numeralsOf('Budapest XVI. kerület'));
});

test('German and English spellings of a foreign name sound alike', () => {
  expect(likeness(soundOf('chassawjurt'), soundOf('khasavyurt'))).toBeGreaterThan(0.8);
  expect(likeness(soundOf('tscherkessk'), soundOf('cherkessk'))).toBe(1);
});

test('no text makes reading fail, and every form has a key', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      kindOfWords(text);
      return readName(text).forms.every(({ key }) => key !== '');
    }),
  );
  fc.assert(fc.property(fc.string(), fc.string(), (a, b) => likeness(a, b) === likeness(b, a)));
});
