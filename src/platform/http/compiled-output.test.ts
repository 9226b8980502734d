import { call, os } from '@orpc/server';
import { z } from 'zod';
import { expect, test } from 'vitest';
import { answersBefore, compilingOutputs } from './compiled-output.ts';

const shown = z.object({ name: z.string().max(5), kept: z.array(z.object({ day: z.iso.date() })), more: z.number().optional() });
const given = { name: 'Quay', kept: [{ day: '2026-05-01', secret: 'of a day' }], secret: 'of all' };

test('a check that is compiled drops and refuses what it did before', async () => {
  const procedure = os
    .input(z.string())
    .output(shown)
    .handler(({ input }) => ({ ...given, name: input }));
  const compiled = compilingOutputs();
  const seen = new Set<unknown>();
  for (let n = 0; n < answersBefore + 5; n += 1) {
    const one = compiled(procedure);
    seen.add(one);
    expect(await call(one, 'Quay')).toEqual({ name: 'Quay', kept: [{ day: '2026-05-01' }] });
    await expect(call(one, 'too long')).rejects.toMatchObject({ message: 'Output validation failed' });
  }
  expect(seen.size).toBe(2);
});

test('a procedure without a shape stays what it is', () => {
  const procedure = os.handler(() => given);
  const compiled = compilingOutputs();
  for (let n = 0; n < answersBefore + 5; n += 1) expect(compiled(procedure)).toBe(procedure);
});
