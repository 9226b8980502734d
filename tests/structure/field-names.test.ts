// The audit log names fields by their words: every field that a changing operation takes, and every one the source names, has one.
import { expect, test } from 'vitest';
import { z } from 'zod';
import { contract } from '#app/contract.ts';
import { texts } from '#app/texts/texts.ts';
import { languages } from '#kernel/language.ts';
import { sentence } from '#kernel/sentence.ts';
import { fieldName, useCaseName } from '#modules/accounts/ui/log/log-words.ts';
import { cityAttributes } from '#modules/cities/domain/city-attributes.ts';
import { editionAttributes, participationAttributes } from '#modules/expos/domain/said-attributes.ts';
import { lessonAttributes } from '#modules/matching/domain/lessons/lesson.ts';
import { outcomeAttributes } from '#modules/outcomes/domain/attributes.ts';
import { markAttributes } from '#modules/outcomes/domain/project/mark.ts';
import { tieAttributes } from '#modules/ties/domain/attributes.ts';
import { readTree } from '../../scripts/structure/tree.ts';
import { root } from './small-house.ts';

interface Described {
  readonly '~orpc': { readonly route: { readonly method?: string }; readonly inputSchema?: z.ZodType };
}

interface Shape {
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** What tells which row is meant, or how the request is made: the log names rows by their ids. */
const isAbout = (field: string): boolean =>
  /(Id|Ids)$/.test(field) || ['office', 'confirm', 'confirmed', 'firstStart', 'minutes'].includes(field);

function fieldsTaken(): readonly string[] {
  const operations = Object.values(contract).flatMap((module) => Object.values(module as unknown as Readonly<Record<string, Described>>));
  return operations.flatMap(({ '~orpc': { route, inputSchema } }) => {
    if (route.method === 'GET' || inputSchema === undefined) return [];
    return Object.keys((z.toJSONSchema(inputSchema, { io: 'input', unrepresentable: 'any' }) as Shape).properties ?? {});
  });
}

/** `fields: ['name', 'licence']` of the use cases. */
function fieldsNamed(): readonly string[] {
  const sources = [...tree].filter(([file]) => /\/api\/[^/]+\.ts$/.test(file) && !file.endsWith('.test.ts'));
  const lists = sources.flatMap(([, text]) => [...text.matchAll(/\bfields(?: =|:) \[([^\]]*)\]/g)].map(([, list = '']) => list));
  return lists.flatMap((list) => [...list.matchAll(/'([a-zA-Z_]+)'/g)].map(([, field = '']) => field));
}

const tree = readTree(root, ['src', 'scripts']);
const tellers = languages.map((language) => (key: string) => sentence(texts[language], language, key));

const wordless = (fields: readonly string[]): readonly string[] => [
  ...new Set(fields.filter((field) => tellers.some((say) => fieldName(say, '', field) === null))),
];

/** `useCase: 'add-tie'` of the use cases. */
const recorded = (): readonly string[] => [
  ...new Set(
    [...tree]
      .filter(([file]) => /^src\/modules\/.*\.ts$/.test(file) && !file.endsWith('.test.ts'))
      .flatMap(([, text]) =>
        [...text.matchAll(/\buseCase:([^,;}]*)/g)].flatMap(([, said = '']) => said.match(/(?<=')[a-z]+(-[a-z]+)*(?=')/g) ?? []),
      ),
  ),
];

test('what the log says was done has words', () => {
  expect(recorded().length).toBeGreaterThan(150);
  expect(recorded().filter((useCase) => tellers.some((say) => useCaseName(say, useCase) === useCase))).toEqual([]);
});

test('no word is kept for what nothing does', () => {
  const named = Object.keys(texts.en).flatMap((key) =>
    /^\w+\.log_/.test(key) ? [key.replace(/^\w+\.log_/, '').replaceAll('_', '-')] : [],
  );
  const quoted = new Set(
    [...tree].flatMap(([file, text]) => (/\.(ts|sql)$/.test(file) ? (text.match(/(?<=')[a-z]+(-[a-z]+)*(?=')/g) ?? []) : [])),
  );
  expect(named.length).toBeGreaterThan(250);
  expect(named.filter((useCase) => !quoted.has(useCase))).toEqual([]);
});

test('a field that two modules have is called as the module whose use case it is calls it', () => {
  const [say] = tellers;
  const called = ['draw-sample', 'add-participant'].map((useCase) => fieldName(say ?? String, useCase, 'size'));
  expect(called).toEqual(['how many are drawn', 'size']);
});

test('fields that people send have a word', () => {
  const taken = fieldsTaken().filter((field) => !isAbout(field));
  expect(taken.length).toBeGreaterThan(200);
  expect(wordless(taken)).toEqual([]);
});

test('fields that use cases name, and attributes that are stated, have a word', () => {
  expect(fieldsNamed().length).toBeGreaterThan(80);
  const stated = [
    ...[tieAttributes, cityAttributes, outcomeAttributes, markAttributes, editionAttributes, participationAttributes, lessonAttributes],
  ].flat();
  expect(wordless([...fieldsNamed(), ...stated])).toEqual([]);
});

test('a field without a word is found', () => {
  expect(wordless(['name', 'nobodyCallsItSo'])).toEqual(['nobodyCallsItSo']);
});
