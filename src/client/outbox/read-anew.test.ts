import { ORPCError } from '@orpc/client';
import { onlineManager, QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, expect, test } from 'vitest';
import { Offline } from '../error.ts';
import { readAnew } from './read-anew.ts';

const queryKey = ['list'];
const ends: (() => void)[] = [];
afterEach(() => {
  onlineManager.setOnline(true);
  for (const end of ends.splice(0)) end();
});

/** A page that shows the list; each reading of it is answered by the next of `answers`. */
function page(...answers: readonly (() => Promise<unknown>)[]): QueryClient {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const left = [...answers];
  const queryFn = (): Promise<unknown> => (left.shift() ?? (() => Promise.reject(new Error('not expected'))))();
  ends.push(
    new QueryObserver(client, { queryKey, queryFn }).subscribe(() => undefined),
    () => client.clear(),
  );
  return client;
}
const given = (words: string) => () => Promise.resolve(words);
const failed = (error: Error) => () => Promise.reject(error);
const opened = (client: QueryClient) => expect.poll(() => client.getQueryData(queryKey)).toBe('before');

test('what the page shows is read anew; a reading that began before counts for nothing', async () => {
  let late: (words: string) => void = () => undefined;
  const client = page(given('before'), () => new Promise((resolve) => (late = resolve)), given('after'));
  await opened(client);
  void client.refetchQueries({ queryKey });
  expect(await readAnew(client, [queryKey])).toBe(true);
  late('before');
  expect(client.getQueryData(queryKey)).toBe('after');
});

test('what is asked for the first time at that moment may be older', async () => {
  const client = page(given('before'), given('after'));
  expect(await readAnew(client, [queryKey])).toBe(false);
  expect(await readAnew(client, [queryKey])).toBe(true);
});

test('without a network it is not read, and nothing waits for that; nor where the page shows nothing of it any more', async () => {
  const client = page(given('before'), failed(new Offline()));
  await opened(client);
  expect(await readAnew(client, [queryKey])).toBe(false);
  onlineManager.setOnline(false);
  expect(await readAnew(client, [queryKey])).toBe(false);
  for (const end of ends.splice(0, 1)) end();
  expect(await readAnew(client, [queryKey])).toBe(false);
});

test('a list that is refused holds nothing back', async () => {
  const client = page(given('before'), failed(new ORPCError('FORBIDDEN', { status: 403 })));
  await opened(client);
  expect(await readAnew(client, [queryKey])).toBe(true);
});
