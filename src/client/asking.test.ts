import { ORPCError } from '@orpc/client';
import { expect, test } from 'vitest';
import { meantSo, onAsked } from './asking.ts';

const asks = (...codes: readonly string[]) =>
  new ORPCError('kernel.asks', {
    status: 409,
    data: { status: 409, code: 'kernel.asks', detail: 'Asked', questions: codes.map((code) => ({ code, message: code, like: [] })) },
  });
const input = { markId: 'm', confirmed: ['kernel.read_by_others'] };

test('whatever is asked is heard, and sent with what it asks once it is meant', async () => {
  const heard: string[] = [];
  const end = onAsked(async (questions) => {
    heard.push(...questions.map(({ message }) => message));
    return true;
  });
  expect(await meantSo(asks('kernel.read_at_once'), input)).toEqual({
    markId: 'm',
    confirmed: ['kernel.read_by_others', 'kernel.read_at_once'],
  });
  expect(await meantSo(new ORPCError('kernel.stale', { status: 412 }), input)).toBeNull();
  expect(heard).toEqual(['kernel.read_at_once']);
  end();
  expect(await meantSo(asks('kernel.read_at_once'), input)).toBeNull();
});

test('what is not meant is not sent', async () => {
  const end = onAsked(() => Promise.resolve(false));
  expect(await meantSo(asks('kernel.read_at_once'), input)).toBeNull();
  end();
});
