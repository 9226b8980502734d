import { expect, test } from 'vitest';
import { z } from 'zod';
import { amount, correctionOf, decimal, flexDate } from './procedure.ts';

/** The codes of everything wrong, each with its place; zod's own issues by their kind. */
const wrong = (schema: z.ZodType, value: unknown): readonly string[] => {
  const result = schema.safeParse(value);
  return result.success
    ? []
    : result.error.issues.map((issue) =>
        `${issue.path.join('/')} ${String('params' in issue ? issue.params?.['code'] : issue.code)}`.trim(),
      );
};

test('a date is written at its precision and exists', () => {
  expect(flexDate.parse({ text: '1999-10' })).toEqual({ text: '1999-10', qualifier: 'exact' });
  expect(wrong(flexDate, { text: '1999-02-30' })).toEqual(['text kernel.no_such_date']);
  expect(wrong(flexDate, { text: '18 Oct', qualifier: 'perhaps' })).toEqual(['text kernel.bad_date', 'qualifier invalid_value']);
  expect(wrong(flexDate, { text: '1999-10-18T00:00:00Z' })).toEqual(['text too_big']);
  expect(wrong(flexDate, { text: '' })).toEqual(['text kernel.date_missing']);
});

test('an amount has a currency and is no finer than it', () => {
  expect(amount.parse({ value: '139000000', currency: 'GBP' })).toEqual({ value: '139000000', currency: 'GBP' });
  expect(wrong(amount, { value: '139000000' })).toEqual(['currency invalid_type']);
  expect(wrong(amount, { value: '1e3', currency: 'XXX' })).toEqual(['value kernel.bad_decimal', 'currency kernel.currency_unknown']);
  expect(wrong(amount, { value: '0.5', currency: 'JPY' })).toEqual(['value kernel.amount_too_fine']);
});

test('a decimal is plain, however long a text is sent', () => {
  expect(wrong(decimal, '1,000')).toEqual(['kernel.bad_decimal']);
  expect(wrong(decimal, '9'.repeat(5000))).toEqual(['too_big']);
});

test('what is left out of a correction stays left out, where it has a default in a new thing; what is given is held to the same bounds', () => {
  const fields = z.object({ note: z.string().max(3).nullable().default(null), kind: z.enum(['a', 'b']) });
  const correction = correctionOf(fields);
  expect(fields.parse({ kind: 'a' })).toEqual({ kind: 'a', note: null });
  expect(correction.parse({})).toEqual({});
  expect(correction.parse({ note: null })).toEqual({ note: null });
  expect(wrong(correction, { note: 'long' })).toEqual(['note too_big']);
});
