import { expect, test } from 'vitest';
import { halfTexts } from './profile.ts';

const text = (...tags: readonly string[]) => Object.fromEntries(tags.map((tag) => [tag, { text: 'words', origin: 'human' as const }]));

test('a text stands in a language with title and body, or not at all', () => {
  const halves = (title: readonly string[], body: readonly string[]) =>
    halfTexts({ title: text(...title), body: text(...body) }).map(({ path, code }) => `${path.join('.')} ${code}`);
  expect(halves(['zh-Hans'], ['zh-Hans', 'en'])).toEqual(['title.en cities.title_missing_en']);
  expect(halves(['en', 'zh-Hans'], ['en'])).toEqual(['body.zh-Hans cities.body_missing_zh']);
  expect(halves(['zh-Hans'], ['en'])).toEqual(['title.en cities.title_missing_en', 'body.zh-Hans cities.body_missing_zh']);
  expect([halves(['en'], ['en']), halves(['en', 'zh-Hans'], ['zh-Hans', 'en'])]).toEqual([[], []]);
});
