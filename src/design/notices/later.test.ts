import { expect, test, vi } from 'vitest';
import { fetchAhead, later } from './later.tsx';

test('parts of pages are fetched in idle time once somebody works here, those of later pages too, and one that fails holds up none', async () => {
  const fetched: string[] = [];
  const part = (name: string, fails = false) =>
    later(() => {
      fetched.push(name);
      return fails ? Promise.reject(new Error('offline')) : Promise.resolve({ Part: () => null });
    }, 'Part');
  part('first', true);
  part('second');
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(fetched).toEqual([]);
  fetchAhead();
  await vi.waitFor(() => expect(fetched).toEqual(['first', 'second']), 3000);
  part('third');
  await vi.waitFor(() => expect(fetched).toEqual(['first', 'second', 'third']), 3000);
});
