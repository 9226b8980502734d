import { expect, test } from 'vitest';
import { pausesOf } from '../pauses.ts';
import { freeHours, proposedHours } from './free-hours.ts';

const at = (hour: number): number => hour * 3_600_000;
const span = (start: number, end: number) => ({ start: at(start), end: at(end) });
const day = span(8, 20);

test('what meetings leave of a day is free, from now on, without gaps too short for a queue', () => {
  expect(freeHours(day, [], at(0))).toEqual([day]);
  expect(freeHours(day, [span(13, 15), span(9, 12), span(12, 12.75)], at(0))).toEqual([span(8, 9), span(15, 20)]);
  expect(freeHours(day, [span(9, 12)], at(12) + 60_000)).toEqual([{ start: at(12) + 300_000, end: at(20) }]);
  expect(freeHours(day, [span(7, 21)], at(0))).toEqual([]);
  expect(freeHours(day, [], at(21))).toEqual([]);
});

test('proposed are hours of the usual day, or the longest that are free at all', () => {
  const usual = span(9, 16.5);
  expect(proposedHours([day], usual)).toEqual(usual);
  expect(proposedHours([span(8, 9), span(17, 20)], usual)).toEqual(span(17, 20));
  expect(proposedHours([span(8, 11), span(15, 20)], usual)).toEqual(span(9, 11));
  expect(proposedHours([], usual)).toBeNull();
});

test('the pause for lunch is not free, changing tables and an afternoon between two rounds are none, nor is a night', () => {
  const slots = [span(13.5, 14), span(9, 10), span(10.1, 11), span(11, 12), span(18, 19), span(33, 34)];
  const lunch = span(12, 13.5);
  expect(pausesOf(slots, 'UTC')).toEqual([lunch]);
  expect(pausesOf([span(9, 13), span(10, 11), span(13, 14)], 'UTC')).toEqual([]);
  // Midnight in Auckland was at 12:00 UTC then.
  expect(pausesOf([span(9, 11.5), span(12.5, 13)], 'Pacific/Auckland')).toEqual([]);
  const morning = span(9.5, 12);
  expect(freeHours(day, [morning, span(13.5, 16.75), lunch], at(0))).toEqual([span(8, 9.5), span(16.75, 20)]);
  expect(proposedHours([span(8, 9.5), span(16.75, 20)], span(9, 16.5))).toEqual(span(16.75, 20));
});
