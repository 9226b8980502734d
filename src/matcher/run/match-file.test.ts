import { expect, test } from 'vitest';
import { readMatchFile } from './match-file.ts';

const entry = { id: 'a', kind: 'company', lang: 'en', title: 'Shore power', text: 'For ferries' };
const problemsOf = (file: unknown): readonly string[] => {
  const read = readMatchFile(typeof file === 'string' ? file : JSON.stringify(file));
  return read.ok ? [] : read.problems;
};

test('tells every problem of a file at once, and reads one that has none', () => {
  expect(
    problemsOf({
      offers: [entry],
      needs: [
        { ...entry, lang: 'zh-Hans' },
        { ...entry, id: 'b', lang: undefined },
      ],
    }),
  ).toEqual([]);
  const offers = [
    { ...entry, text: 'x'.repeat(1_048_576) },
    { ...entry, title: '<script>alert(1)</script>', lang: 'tlh', shoe: 41 },
    { ...entry, id: '', kind: 'river', title: 'two\nlines', text: null },
    7,
  ];
  expect(problemsOf({ offers, needs: {}, more: [] })).toEqual([
    '“more” is no part of the file; there are offers and needs',
    'offers[0]: text is 1,048,576 characters long, at most 20,000',
    'offers[1]: “shoe” is no field; there are id, kind, lang, title, text',
    'offers[1]: lang is “tlh”, a language that the matcher does not read; it reads en and zh-Hans',
    'offers[1]: title has markup or a script, it has to be plain words',
    'offers[1]: id “a” is that of offers[0], too',
    'offers[2]: id is “”, it has to be a text',
    'offers[2]: kind is “river”, it has to be company, city or institution',
    'offers[2]: title has the character U+000A, it has to be one plain line',
    'offers[2]: text is null, it has to be a text',
    'offers[3] is 7, it has to be an object',
    'needs is {}, it has to be a list',
  ]);
  expect(problemsOf('{"offers": [')[0]).toContain('The file is no JSON');
  expect(problemsOf([])).toEqual(['The file is [], it has to be an object with offers and needs']);
});

test('ten thousand times the same offer is refused', () => {
  const offers = Array.from({ length: 10_000 }, (_, at) => ({ ...entry, id: `offer ${at}` }));
  expect(problemsOf({ offers, needs: [] })).toEqual(['offers: 10,000 say the same (“Shore power\nFor ferries”), at most 100 may']);
});
