import { expect, test } from 'vitest';
import { z } from 'zod';
import { refusalOfIssues } from './problems.ts';

const problems = (schema: z.ZodType, value: unknown) => refusalOfIssues(schema.safeParse(value).error?.issues ?? [], value).problems;
const step = z.object({ result: z.enum(['no_interest', 'good_to_know']) });

test.each([null, undefined, '', 'other'])('a choice of %o is told once and without the codes of the choices', (result) => {
  expect(problems(step, { result })).toEqual([{ path: ['result'], code: 'kernel.wrong_choice' }]);
});

test('a choice of literals is a choice, too', () => {
  expect(problems(z.literal([15, 30]), 20)).toEqual([{ path: [], code: 'kernel.wrong_choice' }]);
});

test('an empty date, address or instant is missing; one that is mistyped is wrong', () => {
  const schema = z.object({ days: z.array(z.iso.date()), website: z.url(), email: z.email() });
  expect(problems(schema, { days: ['', '2026-13-01'], website: ' ', email: 'someone' })).toEqual([
    { path: ['days', 0], code: 'kernel.required' },
    { path: ['days', 1], code: 'kernel.bad_date' },
    { path: ['website'], code: 'kernel.required' },
    { path: ['email'], code: 'kernel.bad_email' },
  ]);
});
