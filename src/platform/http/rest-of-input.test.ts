import { expect, test } from 'vitest';
import { z } from 'zod';
import { furtherProblems, restOfInput } from './rest-of-input.ts';

const schema = z.object({
  name: z.string(),
  on: z
    .object({ text: z.string().regex(/^\d+$/) })
    .nullable()
    .default(null),
  parts: z.array(z.object({ n: z.number().optional(), must: z.string() })).default([]),
});

test('of what is wrong as little is left out as the schema can do without', () => {
  const input = { name: 'x', on: { text: 'soon' }, parts: [{ n: '1', must: 'y' }], more: 1 };
  expect(restOfInput(schema, input, [['on', 'text'], ['parts', 0, 'n'], ['more']])).toEqual({ name: 'x', parts: [{ must: 'y' }] });
  expect(restOfInput(schema, { name: 1 }, [['name']])).toBe(undefined);
});

test('what is found besides is told where nothing was told before', () => {
  const told = [{ path: ['on', 'text'], code: 'kernel.bad_date' }];
  const found = [
    { path: ['on'], code: 'kernel.required' },
    { path: ['name'], code: 'kernel.required' },
  ];
  expect(furtherProblems(told, found)).toEqual([{ path: ['name'], code: 'kernel.required' }]);
});
