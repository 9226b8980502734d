import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, test } from 'vitest';
import { tab } from '#client/session-over.ts';
import { watchHolder } from './holder-watch.ts';
import { sessionQuery, type Session } from './session.ts';

const { queryKey } = sessionQuery();
const of = (id: string): Session => ({
  account: { id, email: `${id}@example.org`, name: id, language: 'en' },
  ...{ holder: 'person', offices: [], invitations: [], demo: false, institution: null, mails: true },
});
const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
  tab.holder = null;
});

function watched(): { readonly client: QueryClient; readonly others: unknown[] } {
  const client = new QueryClient();
  const others: unknown[] = [];
  client.setQueryData(queryKey, of('before'));
  ends.push(
    watchHolder(client, (now) => others.push(now)),
    () => client.clear(),
  );
  expect(tab.holder).toBe('before');
  return { client, others };
}

test('whoever comes in on this page by intent is not somebody else, though the one before is known until the answer is there', async () => {
  const { client, others } = watched();
  tab.holder = null;
  await client.fetchQuery({ queryKey, queryFn: () => Promise.resolve(of('now')), staleTime: 0 });
  expect([tab.holder, others]).toEqual(['now', []]);
});

test('whoever came in by another tab is', async () => {
  const { client, others } = watched();
  await client.fetchQuery({ queryKey, queryFn: () => Promise.resolve(of('other')), staleTime: 0 });
  expect([tab.holder, others]).toEqual(['before', [of('other')]]);
});
