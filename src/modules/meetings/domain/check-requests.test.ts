import { expect, test } from 'vitest';
import { requestKey, requestProblems, type KnownToRequests } from './check-requests.ts';

const known: KnownToRequests = {
  mayActFor: new Set(['E1', 'E2']),
  participants: new Map([
    ['E1', { code: 'E1', withdrawn: false }],
    ['E2', { code: 'E2', withdrawn: true }],
    ['B1', { code: 'B1', withdrawn: false }],
    ['B2', { code: 'B2', withdrawn: true }],
    ['B3', { code: 'B3', withdrawn: false }],
  ]),
  sessions: new Set([1, 2]),
  standing: new Set([requestKey({ fromId: 'E1', toId: 'B3', round: 1 })]),
};
const asks = (fromId: string, toId: string, more: Partial<{ session: number | null; round: number }> = {}) => ({
  fromId,
  toId,
  session: null,
  round: 1,
  ...more,
});

test('names every problem at once, each at its field', () => {
  const problems = requestProblems(
    [
      asks('E1', 'B1'),
      asks('E1', 'E1'),
      asks('B1', 'B2'),
      asks('E2', 'XX', { session: 3 }),
      asks('E1', 'B1'),
      asks('E1', 'B3'),
      asks('E1', 'B3', { round: 2 }),
    ],
    known,
  );
  expect(problems).toEqual([
    { path: ['requests', 1, 'toId'], code: 'meetings.request_to_oneself' },
    { path: ['requests', 2, 'fromId'], code: 'meetings.request_from_unknown' },
    { path: ['requests', 2, 'toId'], code: 'meetings.request_withdrawn', params: { code: 'B2' } },
    { path: ['requests', 3, 'fromId'], code: 'meetings.request_withdrawn', params: { code: 'E2' } },
    { path: ['requests', 3, 'toId'], code: 'meetings.request_to_unknown' },
    { path: ['requests', 3, 'session'], code: 'meetings.request_session_unknown', params: { session: 3 } },
    { path: ['requests', 4, 'toId'], code: 'meetings.request_twice' },
    { path: ['requests', 5, 'toId'], code: 'meetings.request_exists' },
  ]);
});
