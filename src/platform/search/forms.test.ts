import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formsOf, soundOf } from './forms.ts';

test('a Chinese name is also found by its pinyin, in one word or two', () => {
  expect(formsOf('上海').all).toEqual(['上海', 'shang hai', 'shanghai']);
  expect(formsOf('上海')).toMatchObject({ written: '上海', compact: 'shanghai' });
});

test('traditional and simplified characters meet', () => {
  expect(formsOf('舊金山').compact).toBe(formsOf('旧金山').compact);
});

test('accents, hyphens, brackets and case make no difference', () => {
  expect(formsOf('  Sāo  PAULO ').all).toEqual(['sao paulo', 'saopaulo']);
  expect(formsOf('Shang-hai').all).toEqual(['shang hai', 'shanghai']);
  expect(formsOf('Xi’an').all).toEqual(['xian']);
});

test('what holds neither letter nor digit has no form', () => {
  expect(formsOf(' … ').all).toEqual([]);
});

test('each form of a form is among the forms', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('上海市', '旧金山 San Francisco', 'Łódź', '臺北')), (text) => {
      const { all } = formsOf(text);
      for (const form of all) expect(formsOf(form).all.length).toBeLessThanOrEqual(all.length);
    }),
  );
});

test('a Chinese name is typed by its sound, whole or by initials; a Latin one has none', () => {
  expect(soundOf('上海港')).toBe('shanghaigang shg');
  expect(soundOf('Cypress Water')).toBe('');
});
