import { expect, test } from 'vitest';
import { joinRequests, requestKey, requestProblems, type KnownToRequests } from './check-requests.ts';

const known: KnownToRequests = {
  mayActFor: new Set(['E1', 'E2']),
  participants: new Map([
    ['E1', { code: 'E1', role: 'exhibitor', withdrawn: false }],
    ['E2', { code: 'E2', role: 'exhibitor', withdrawn: true }],
    ['B1', { code: 'B1', role: 'buyer', withdrawn: false }],
    ['B2', { code: 'B2', role: 'buyer', withdrawn: true }],
    ['B3', { code: 'B3', role: 'buyer', withdrawn: false }],
  ]),
  sameSide: false,
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
      asks('E1', 'E2'),
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
    { path: ['requests', 4, 'toId'], code: 'meetings.request_withdrawn', params: { code: 'E2' } },
    { path: ['requests', 4, 'toId'], code: 'meetings.request_same_side_exhibitor', params: { from: 'E1', to: 'E2' } },
    { path: ['requests', 5, 'toId'], code: 'meetings.request_exists' },
  ]);
});

test('the same request said twice in a list is one: the stronger wish, the first session, every note', () => {
  const ask = (wish: 'must' | 'want' | 'no', more: Partial<{ session: number | null; note: string; round: number }> = {}) => ({
    ...asks('E1', 'B1'),
    wish,
    note: '',
    ...more,
  });
  const { requests, joined } = joinRequests([
    ask('want', { note: 'pumps' }),
    ask('must', { session: 2, note: 'valves' }),
    ask('want', { round: 2 }),
    ask('want', { session: 1, note: 'pumps' }),
  ]);
  expect(requests).toEqual([ask('must', { session: 2, note: 'pumps · valves' }), ask('want', { round: 2 })]);
  expect(joined).toEqual([1, 3]);
  expect(joinRequests([ask('must'), ask('no')]).requests).toEqual([ask('no')]);
});
