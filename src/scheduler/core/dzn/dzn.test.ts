import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Instance } from './instance.ts';
import { readDzn as readWithin } from './read-dzn.ts';
import { writeDzn } from './write-dzn.ts';

const folder = new URL('../../../../../shared/data/b2b/', import.meta.url);
const published = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.dzn')) : [];

const limits = { participants: 20_000, requests: 100_000, tables: 2_000, slots: 500 };
const readDzn = (text: string, fileName: string): ReturnType<typeof readWithin> => readWithin(text, fileName, limits);

const small: Instance = {
  participants: 3,
  tables: 2,
  slots: 4,
  morningSlots: 2,
  meetings: [
    { from: 1, to: 2, session: 1 },
    { from: 3, to: 1, session: 3 },
  ],
  forbidden: [[], [2, 4], []],
  fixed: [0, 3],
  precedences: [[], [1]],
};

const problemsOf = (text: string): (readonly [number, string, string])[] => {
  const read = readDzn(text, 'a.dzn');
  return read.ok ? [] : (read.refusal.problems ?? []).map((p) => [Number(p.path[1]), String(p.path[2]), p.code]);
};

test('what is written reads back as equal facts', () => {
  expect(readDzn(writeDzn(small), 'a.dzn')).toEqual({ ok: true, value: small });
});

test.skipIf(published.length === 0)('all 63 published files read, and write back to equal facts', () => {
  expect(published).toHaveLength(63);
  for (const name of published) {
    const read = readDzn(readFileSync(new URL(name, folder), 'utf8'), name);
    expect(read, name).toMatchObject({ ok: true });
    if (read.ok) expect(readDzn(writeDzn(read.value), name), name).toEqual(read);
  }
});

test.skipIf(published.length === 0)('the real forum has its 70 participants, 154 meetings, 21 slots and 14 tables', () => {
  const read = readDzn(readFileSync(new URL('forum-13.original.dzn', folder), 'utf8'), 'forum-13.original.dzn');
  expect(
    read.ok && { ...read.value, meetings: read.value.meetings.length, forbidden: read.value.forbidden[2], fixed: 0, precedences: 0 },
  ).toEqual({
    participants: 70,
    tables: 14,
    slots: 21,
    morningSlots: 13,
    meetings: 154,
    forbidden: [17],
    fixed: 0,
    precedences: 0,
  });
});

test('`fixat` is another word for `fixed`', () => {
  expect(readDzn(writeDzn(small).replace('fixed', 'fixat'), 'a.dzn')).toEqual({ ok: true, value: small });
});

test('comments, ranges and a missing optional array are understood', () => {
  const text =
    'nBusiness = 2; % two\nnMeetings = 1; /* one\nmeeting */ nTables=1;nTotalSlots=5;nMorningSlots=5;requested=[|1,2,3|];forbidden=[{2..4},{}];';
  expect(readDzn(text, 'a.dzn')).toMatchObject({ ok: true, value: { forbidden: [[2, 3, 4], []], fixed: [0], precedences: [[]] } });
});

test('a misspelt key is named with line and column', () => {
  expect(problemsOf(writeDzn(small).replace('nTables', '  nTabels'))).toEqual([[3, '3', 'scheduler.dzn_key_misspelt']]);
});

test('broken syntax is named with line and column', () => {
  expect(problemsOf('nBusiness = 2;\nnMeetings = x;')).toEqual([[2, '13', 'scheduler.dzn_unreadable']]);
  expect(problemsOf('nBusiness = 2;\nrequested = [|1,2,')).toEqual([[2, '19', 'scheduler.dzn_ends_early']]);
  expect(problemsOf('nBusiness = 99999999999;')).toEqual([[1, '13', 'scheduler.dzn_unreadable']]);
});

test('numbers out of range, requests to oneself and wrong lengths are named together', () => {
  const text = 'nBusiness=2;nMeetings=3;nTables=1;nTotalSlots=4;nMorningSlots=9;\nrequested=[|1,1,3|\n1,7,1|];\nforbidden=[{5}];';
  expect(problemsOf(text)).toEqual([
    [1, '63', 'scheduler.dzn_out_of_range'],
    [2, '1', 'scheduler.dzn_wrong_length'],
    [2, '15', 'scheduler.dzn_request_to_oneself'],
    [3, '3', 'scheduler.dzn_out_of_range'],
    [4, '1', 'scheduler.dzn_wrong_length'],
    [4, '13', 'scheduler.dzn_out_of_range'],
  ]);
});

test('a redundant array that contradicts the requests is refused', () => {
  const wrongCount = writeDzn(small).replace('nMeetingsBusiness = [2,1,1]', 'nMeetingsBusiness = [2,1,2]');
  expect(problemsOf(wrongCount).map(([, , code]) => code)).toEqual(['scheduler.dzn_contradicts_requests']);
  const wrongSet = writeDzn(small).replace('{1,2,3}', '{1,2}');
  expect(problemsOf(wrongSet).map(([, , code]) => code)).toEqual(['scheduler.dzn_contradicts_requests']);
});

test('missing keys are all named', () => {
  expect(problemsOf('nBusiness = 2;').map(([, , code]) => code)).toEqual(Array.from({ length: 5 }, () => 'scheduler.dzn_key_missing'));
});

test('one wrong number is told once, not again wherever other arrays repeat it', () => {
  expect(
    problemsOf(writeDzn(small).replace(/requested = \[\|\s*\d+/, (row) => row.replace(/\d+$/, '99'))).map(([, , code]) => code),
  ).toEqual(['scheduler.dzn_out_of_range']);
});
