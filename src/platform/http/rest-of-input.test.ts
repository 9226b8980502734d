import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Problem } from '#kernel/result.ts';
import { refusalOfIssues } from './problems.ts';
import { allProblems } from './rest-of-input.ts';

const date = z.object({ text: z.string().regex(/^\d{4}$/) });
const schema = z.object({
  name: z.string(),
  on: date.nullable().default(null),
  from: date,
  until: date,
  kind: z.enum(['visit', 'event']),
  parts: z.array(z.object({ n: z.number().optional(), must: z.string() })).default([]),
  value: z.discriminatedUnion('type', [
    z.object({ type: z.literal('a'), a: z.string() }),
    z.object({ type: z.literal('b'), b: z.object({ c: z.string() }) }),
  ]),
  price: z
    .object({ amount: z.string(), currency: z.string().max(3) })
    .refine(({ amount }) => amount.length < 4, { path: ['amount'], params: { code: 'kernel.amount_too_fine' } }),
});
const right = {
  name: 'x',
  from: { text: '2019' },
  until: { text: '2020' },
  kind: 'event',
  value: { type: 'b', b: { c: 'x' } },
  price: { amount: '1', currency: 'EUR' },
};

/** A use case: three rules, one after another. */
const judge = (input: unknown): Promise<readonly Problem[]> => {
  const { name, from, until, kind, parts } = schema.parse(input);
  const first: readonly Problem[] = name === '' ? [{ path: ['name'], code: 'kernel.required' }] : [];
  const second: readonly Problem[] = parts.length === 0 && kind === 'visit' ? [{ path: ['parts'], code: 'kernel.required' }] : [];
  const third: readonly Problem[] = from.text > until.text ? [{ path: ['until'], code: 'kernel.bad_date' }] : [];
  return Promise.resolve([first, second, third].find((found) => found.length > 0) ?? []);
};

const places = async (changes: Readonly<Record<string, unknown>>): Promise<readonly string[]> => {
  const input = { ...right, ...changes };
  const { error } = schema.safeParse(input);
  const told = error === undefined ? await judge(input) : (refusalOfIssues(error.issues, input).problems ?? []);
  return (await allProblems({ schema, input, told }, judge)).map(({ path }) => path.join('.')).toSorted();
};

test('what a use case finds is told beside what its schema finds, whatever must not be missing', async () => {
  expect(await places({ name: '', on: { text: 'soon' } })).toEqual(['name', 'on.text']);
  expect(await places({ name: '', until: undefined })).toEqual(['name', 'until']);
  expect(await places({ name: '', value: undefined, kind: 'other' })).toEqual(['kind', 'name', 'value']);
  expect(await places({ name: '', parts: [{ n: '1' }] })).toEqual(['name', 'parts.0.must', 'parts.0.n']);
});

test('rules that a use case asks one after another are all told', async () => {
  expect(await places({ name: '', kind: 'visit', from: { text: '2021' } })).toEqual(['name', 'parts', 'until']);
});

test('what depends on a part that is wrong is not told', async () => {
  // The kind may be one that needs no parts, and the day one before the last.
  expect(await places({ kind: undefined, name: '' })).toEqual(['kind', 'name']);
  expect(await places({ from: { text: '99' }, name: '' })).toEqual(['from.text', 'name']);
});

test('a rule over a whole thing is told beside what is missing in it, and of a union what is wrong with the option that was meant', async () => {
  expect(await places({ price: { amount: '1.2345' } })).toEqual(['price.amount', 'price.currency']);
  expect(await places({ value: { type: 'b', b: {} }, name: '' })).toEqual(['name', 'value.b.c']);
  expect(await places({ value: { type: 'c' }, name: '' })).toEqual(['name', 'value.type']);
});
