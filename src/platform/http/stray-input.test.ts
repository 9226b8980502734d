import { expect, test } from 'vitest';
import { z } from 'zod';
import { strayInput } from './stray-input.ts';

const schema = z.object({
  name: z.record(z.string(), z.object({ text: z.string() })),
  parts: z.array(z.object({ n: z.number() })).default([]),
  area: z.object({ value: z.string() }).nullable().optional(),
  kind: z.discriminatedUnion('type', [
    z.object({ type: z.literal('a'), a: z.string() }),
    z.object({ type: z.literal('b'), b: z.string() }),
  ]),
});

const keys = (value: unknown): readonly string[] => strayInput(schema, value).map(({ path }) => path.join('.'));

test('a field that no schema names is found at any depth, a known one never', () => {
  const right = { name: { en: { text: 'x' } }, parts: [{ n: 1 }], area: { value: '1' }, kind: { type: 'b', b: 'x' } };
  expect(keys(right)).toEqual([]);
  expect(
    keys({
      ...right,
      sorce: 1,
      name: { en: { text: 'x', origon: 'y' } },
      parts: [{ n: 1 }, { n: 2, m: 3 }],
      area: { value: '1', unit: 'm2' },
    }),
  ).toEqual(['name.en.origon', 'parts.1.m', 'area.unit', 'sorce']);
  expect(keys({ ...right, kind: { type: 'b', b: 'x', a: 'y' } })).toEqual(['kind.a']);
});

test('what does not fit at all is left to the schema', () => {
  for (const value of [null, 5, 'x', [], { name: 'x', parts: {}, kind: { type: 'c', d: 1 } }]) expect(keys(value)).toEqual([]);
  expect(
    keys(
      Object.fromEntries([
        ['__proto__x', 1],
        ['constructor', 2],
      ]),
    ),
  ).toEqual(['__proto__x', 'constructor']);
});

const texts = z.object({
  name: z.string().trim().min(1).max(200),
  title: z
    .record(z.string(), z.object({ text: z.string().trim().max(300) }))
    .nullable()
    .optional(),
  note: z.string().max(4000).nullable().default(null),
  pasted: z.string().max(2_000_000).optional(),
  digest: z.string().optional(),
});
const strays = (value: unknown) =>
  strayInput(texts, value).map(({ path, code, params }) => `${path.join('.')} ${code} ${String(params?.['character'])}`);

test('a name is one line, whatever breaks it; blanks at its ends are none of it', () => {
  for (const hidden of ['\n', '\r\n', '\t', '\u2028', '\u2029', '\u0085', '\u202E', '\u2066', '\u0007', '\u{E0041}'])
    expect(strays({ name: `Liver${hidden}pool`, title: { en: { text: `a${hidden}b` } } }), JSON.stringify(hidden)).toHaveLength(2);
  expect(strays({ name: 'Liver\npool' })).toEqual(['name kernel.not_one_line U+000A']);
  expect(strays({ name: ' Liverpool \n' })).toEqual([]);
});

test('what people write is a line: every script, joiners, marks of direction, emoji', () => {
  for (const name of [
    '上海市',
    'كراتشي',
    'ירושלים\u200E',
    'می\u200Cخواهم',
    '👩‍👩‍👧',
    '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
    'Łódź',
    'Saint\u00A0Denis',
    'O’Neill – “x”',
  ])
    expect(strays({ name }), name).toEqual([]);
});

test('prose has lines and no hidden characters, and the line is told; a pasted list may be parted by form feeds', () => {
  expect(strays({ name: 'x', note: 'one\n\ttwo' })).toEqual([]);
  expect(strayInput(texts, { name: 'x', note: 'one\ntwo\u202Ex' })).toEqual([
    { path: ['note'], code: 'kernel.hidden_character', params: { character: 'U+202E', line: 2 } },
  ]);
  expect(strays({ name: 'x', pasted: 'a\tb\u000B\u000Cc\n' })).toEqual([]);
  expect(strays({ name: 'x', pasted: 'a\tb\u202E' })).toEqual(['pasted kernel.hidden_character U+202E']);
});
