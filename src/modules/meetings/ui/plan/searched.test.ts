import { expect, test } from 'vitest';
import { endedByItself, searchedSeconds, type Searched } from './searched.ts';

const point = (elapsedMs: number) => ({ elapsedMs, placed: 8, bound: 9, breaks: 0, breaksBound: null });
const figures = {
  ...{ wished: 9, placed: 8, unplaced: 1, musts: 0, mustsPlaced: 0 },
  ...{ breaks: 0, bound: 9, breaksBound: null, hard: 0, warnings: 0 },
};
const plan: Searched = { status: 'ready', stopped: false, seconds: 60, figures, progress: [point(0), point(4_800)] };

test('a search took as long as the axis of its picture says, however long it waited for its turn', () => {
  expect(searchedSeconds(plan)).toBe(5);
  expect(searchedSeconds({ ...plan, progress: [point(0)] })).toBe(1);
});

test('a search ended by itself where it had time left and something was left out', () => {
  expect(endedByItself(plan)).toBe(true);
  expect(endedByItself({ ...plan, seconds: 5 })).toBe(false);
  expect(endedByItself({ ...plan, stopped: true })).toBe(false);
  expect(endedByItself({ ...plan, progress: [] })).toBe(false);
});
