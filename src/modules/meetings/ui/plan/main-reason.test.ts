import { expect, test } from 'vitest';
import { mainReason } from './main-reason.ts';

const taken = (slots: number) => ({ code: 'meetings.blocked_seats_taken', params: { slots } });
const full = (slots: number) => ({ code: 'meetings.blocked_places_full', params: { slots } });

test('the main reason is the one that rules out most slots of most meetings', () => {
  const leftOut = [{ reasons: [taken(7), full(2)] }, { reasons: [full(8), taken(1)] }, { reasons: [taken(5), full(4)] }];
  expect(mainReason(leftOut)).toEqual({ reason: 'no_time', count: 2 });
  expect(mainReason([{ reasons: [{ code: 'meetings.blocked_no_such_interpreter', params: { languages: 'pt' } }, taken(9)] }])).toEqual({
    reason: 'interpreter',
    count: 1,
  });
  expect(mainReason([])).toBeNull();
});
