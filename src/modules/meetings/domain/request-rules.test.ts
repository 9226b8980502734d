import { expect, test } from 'vitest';
import { countsAlone, isClosed, lapsesAt, openRules, overQuota, quotaOf, type RequestQuota } from './request-rules.ts';

const quota = (more: Partial<RequestQuota>): RequestQuota => ({ groupId: null, role: null, most: 10, mostMusts: null, ...more });

test('the quota that says most of a participant counts: group and role, group, role, all', () => {
  const quotas = [
    quota({ most: 1 }),
    quota({ role: 'buyer', most: 2 }),
    quota({ groupId: 'g', most: 3 }),
    quota({ groupId: 'g', role: 'buyer', most: 4 }),
  ];
  const most = (groupId: string | null, role: 'buyer' | 'exhibitor') => quotaOf({ quotas }, { groupId, role })?.most;
  expect([most(null, 'exhibitor'), most(null, 'buyer'), most('g', 'exhibitor'), most('g', 'buyer'), most('x', 'buyer')]).toEqual([
    1, 2, 3, 4, 2,
  ]);
  expect(quotaOf({ quotas: [] }, { groupId: null, role: 'buyer' })).toBeNull();
});

test('wishes of one’s own count, musts apart; a "no" and an answer to somebody who asked do not', () => {
  const of = (...wishes: ('must' | 'want' | 'no')[]) => wishes.map((wish) => ({ wish, isAnswer: false }));
  const few = quota({ most: 2, mostMusts: 1 });
  expect(overQuota(few, of('must', 'want', 'no', 'no'))).toBeNull();
  expect(overQuota(few, [...of('must', 'want'), { wish: 'must', isAnswer: true }])).toBeNull();
  expect(overQuota(few, of('want', 'want', 'want'))).toEqual({ code: 'meetings.request_over_quota', params: { most: 2, count: 3 } });
  expect(overQuota(few, of('must', 'must'))).toEqual({ code: 'meetings.request_over_musts', params: { most: 1, count: 2 } });
  expect(overQuota(null, of('must', 'must', 'must'))).toBeNull();
});

test('requests close at their time, and an unanswered one lapses after its days', () => {
  expect([isClosed(openRules, 9), isClosed({ closesAt: 10 }, 9), isClosed({ closesAt: 10 }, 10)]).toEqual([false, false, true]);
  expect(lapsesAt({ answerDays: 2 }, 5)).toBe(5 + 2 * 86_400_000);
  const lapsing = { agreedOnly: false, answerDays: 2 };
  expect([countsAlone(lapsing, 0, 2 * 86_400_000 - 1), countsAlone(lapsing, 0, 2 * 86_400_000)]).toEqual([true, false]);
  expect(countsAlone({ agreedOnly: true, answerDays: null }, 0, 0)).toBe(false);
});
