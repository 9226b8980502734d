import { expect, test } from 'vitest';
import { z } from 'zod';
import { unknownKeys } from './unknown-keys.ts';

const schema = z.object({
  name: z.record(z.string(), z.object({ text: z.string() })),
  parts: z.array(z.object({ n: z.number() })).default([]),
  area: z.object({ value: z.string() }).nullable().optional(),
  kind: z.discriminatedUnion('type', [
    z.object({ type: z.literal('a'), a: z.string() }),
    z.object({ type: z.literal('b'), b: z.string() }),
  ]),
});

const keys = (value: unknown): readonly string[] => unknownKeys(schema, value).map(({ path }) => path.join('.'));

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
