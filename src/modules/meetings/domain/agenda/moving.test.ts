import { expect, test } from 'vitest';
import { lapsesAt, stateOf } from './moving.ts';

const hour = 3_600_000;

test('a proposal lapses at the deadline before either time, a day at the latest, and cannot be made after it', () => {
  expect(lapsesAt({ now: 50 * hour, then: 60 * hour }, 120, 40 * hour)).toBe(48 * hour);
  expect(lapsesAt({ now: 60 * hour, then: 50 * hour }, 120, 40 * hour)).toBe(48 * hour);
  expect(lapsesAt({ now: 50 * hour, then: 60 * hour }, 0, 0)).toBe(24 * hour);
  expect(lapsesAt({ now: 50 * hour, then: 60 * hour }, 120, 48 * hour)).toBeNull();
  expect(lapsesAt({ now: 50 * hour, then: 60 * hour }, null, 0)).toBeNull();
});

test('an open proposal is over when it has lapsed, or when the meeting stands elsewhere by now', () => {
  const open = { state: 'open' as const, lapsesAt: 10, fromSlot: 's' };
  expect([stateOf(open, 9, 's'), stateOf(open, 10, 's'), stateOf(open, 9, 't'), stateOf(open, 9, null)]).toEqual([
    'open',
    'lapsed',
    'lapsed',
    'lapsed',
  ]);
  expect(stateOf({ ...open, state: 'declined' }, 99, null)).toBe('declined');
});
