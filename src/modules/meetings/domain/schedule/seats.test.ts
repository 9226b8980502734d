import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlaps } from '#kernel/intervals.ts';
import { assignSeats, freeSeat } from './seats.ts';

const span = (start: number, end: number) => ({ start, end });

test('gives the lowest free seat; touching spans share one', () => {
  expect(assignSeats([span(0, 10), span(5, 15), span(10, 20)], 2)).toEqual([1, 2, 1]);
});

test('gives null where more meet at once than there are seats', () => {
  expect(assignSeats([span(0, 10), span(5, 15), span(9, 20)], 2)).toEqual([1, 2, null]);
  expect(freeSeat([{ ...span(0, 10), seat: 1 }], span(5, 6), 1)).toBeNull();
});

test('never gives one seat to two spans at once, and needs no more seats than meet at once', () => {
  const spans = fc.array(
    fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 10 })).map(([start, length]) => span(start, start + length)),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(spans, (all) => {
      const most = Math.max(0, ...all.map((one) => all.filter((other) => other.start <= one.start && one.start < other.end).length));
      const seats = assignSeats(all, most);
      expect(seats).not.toContain(null);
      all.forEach((one, i) => all.forEach((other, j) => i < j && overlaps(one, other) && expect(seats[i]).not.toBe(seats[j])));
    }),
  );
});
