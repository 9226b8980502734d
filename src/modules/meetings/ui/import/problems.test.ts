import { expect, test } from 'vitest';
import { grouped } from './problems.tsx';

const problem = (row: number, column: string, code = 'meetings.file_not_a_number') => ({
  path: ['Requests', row, column],
  code,
  message: '',
});
const lines = (problems: Parameters<typeof grouped>[0]) => grouped(problems).map(({ problem: { path }, more }) => [path[1], more]);

test('of what is wrong alike in one column the first three are told, and how many more', () => {
  const many = Array.from({ length: 285 }, (_, at) => problem(at + 1, 'Session'));
  expect(lines([...many, problem(4, 'Wish')])).toEqual([
    [1, 0],
    [2, 0],
    [3, 0],
    [4, 282],
    [4, 0],
  ]);
  expect(lines(many.slice(0, 4)).map(([, more]) => more)).toEqual([0, 0, 0, 0]);
});

test('in a planner’s file the column is a place and makes no kind of its own', () => {
  const many = Array.from({ length: 9 }, (_, at) => problem(7, String(at + 1)));
  expect(lines(many)).toEqual([
    [7, 0],
    [7, 0],
    [7, 0],
    [7, 6],
  ]);
});
