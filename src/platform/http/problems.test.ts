import { expect, test } from 'vitest';
import { z } from 'zod';
import { refusalOfIssues } from './problems.ts';

const problems = (schema: z.ZodType, value: unknown) => refusalOfIssues(schema.safeParse(value).error?.issues ?? []).problems;
const step = z.object({ result: z.enum(['no_interest', 'good_to_know']) });

test.each([null, undefined, '', 'other'])('a choice of %o is told once and without the codes of the choices', (result) => {
  expect(problems(step, { result })).toEqual([{ path: ['result'], code: 'kernel.wrong_choice' }]);
});

test('a choice of literals is a choice, too', () => {
  expect(problems(z.literal([15, 30]), 20)).toEqual([{ path: [], code: 'kernel.wrong_choice' }]);
});
