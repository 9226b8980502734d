import { createInstance } from 'i18next';
import { expect, test } from 'vitest';
import { rounds } from '#platform/full-size.ts';
import { sentence as told, type Texts } from '#kernel/sentence.ts';
import { texts } from './texts.ts';

test.each(['en', 'zh-Hans'] as const)('every sentence reads as i18next would tell it: %s', async (language) => {
  const all: Texts = texts[language];
  const i18n = createInstance({
    lng: language,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: { [language]: { translation: all } },
  });
  await i18n.init();
  const keys = Object.keys(all);
  const share = keys.length / rounds(keys.length);
  for (const key of keys.filter((_, at) => at % share < 1)) {
    // A plural form is one whose base has a singular in English; other keys may end alike.
    const plural = key.replace(/_(one|other)$/, '');
    const base = `${plural}_one` in texts.en ? plural : key;
    // "One deal" needs no number where "45 deals" does: both are given what either says.
    const sentences = base === key ? [all[key]] : [all[`${base}_one`], all[`${base}_other`]];
    const names = sentences.flatMap((sentence = '') => [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map((found) => found[1] ?? ''));
    for (const count of [0, 1, 2, 5, 11]) {
      const params = { ...Object.fromEntries(names.map((name) => [name, `<${name}>`])), count };
      const expected = (i18n.t as unknown as (key: string, params: object) => string)(base, params);
      expect(told(all, language, base, params), key).toBe(expected);
    }
  }
});

test('a key without a text is shown as it is, a placeholder without a value as nothing', () => {
  expect(told({}, 'en', 'a.b')).toBe('a.b');
  expect(told({ 'a.b': 'x {{n}} y {{m}}' }, 'en', 'a.b', { n: 3 })).toBe('x 3 y ');
});
