import { createInstance } from 'i18next';
import { expect, test } from 'vitest';
import { translate, type Texts } from '#client/translate.ts';
import { texts } from './texts.ts';

test.each(['en', 'zh-Hans'] as const)('every sentence reads in the browser as on the server: %s', async (language) => {
  const all: Texts = texts[language];
  const i18n = createInstance({
    lng: language,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: { [language]: { translation: all } },
  });
  await i18n.init();
  const rules = new Intl.PluralRules(language);
  for (const [key, sentence] of Object.entries(all)) {
    const names = [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map((found) => found[1] ?? '');
    // A plural form is one whose base has a singular in English; other keys may end alike.
    const plural = key.replace(/_(one|other)$/, '');
    const base = `${plural}_one` in texts.en ? plural : key;
    for (const count of [0, 1, 2, 5, 11]) {
      const params = { ...Object.fromEntries(names.map((name) => [name, `<${name}>`])), count };
      const server = (i18n.t as unknown as (key: string, params: object) => string)(base, params);
      expect(translate(all, rules, base, params), key).toBe(server);
    }
  }
});

test('a key without a text is shown as it is, a placeholder without a value as nothing', () => {
  const rules = new Intl.PluralRules('en');
  expect(translate({}, rules, 'a.b')).toBe('a.b');
  expect(translate({ 'a.b': 'x {{n}} y {{m}}' }, rules, 'a.b', { n: 3 })).toBe('x 3 y ');
});
