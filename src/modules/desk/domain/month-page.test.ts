import { expect, test } from 'vitest';
import type { FlexDate } from '#kernel/flex-date.ts';
import { monthPage, type MonthFacts } from './month-page.ts';

const on = (text: string): FlexDate => ({ text, qualifier: 'exact' });
const item = (text: string, late = false) => ({
  kind: 'item' as const,
  tieId: 't',
  on: on(text),
  late,
  title: null,
  years: null,
  round: false,
});
const tie = (tieId: string, since: string | null, ended: string | null = null) => ({
  tieId,
  since: { value: since === null ? null : on(since) },
  ended: ended === null ? null : on(ended),
});
type Ending = { readonly on: FlexDate; readonly late: boolean };
const facts = (part: Partial<MonthFacts<Ending, Ending>>) => ({
  dues: [],
  calls: [],
  rows: [],
  ...part,
});
const days = (entries: readonly { readonly kind: string; readonly on: FlexDate }[]) =>
  entries.map((entry) => `${entry.kind} ${entry.on.text}`);
const today = '2026-11-28';

test('a paper that expires is coming within three months, and overdue once its day is past', () => {
  const paper = (text: string, late = false) => ({ on: on(text), late });
  const page = monthPage(
    { ...facts({}), papers: [paper('2026-10-01', true), paper('2027-02-28'), paper('2027-06-01')] },
    { month: '2026-11', today },
  );
  expect([days(page.overdue), days(page.coming)]).toEqual([['paper 2026-10-01'], ['paper 2027-02-28']]);
});

test('a month holds what falls on its own days and nothing of another month', () => {
  const desk = facts({
    dues: [item('2026-10-12', true), item('2026-11-23', true), item('2026-12-10')],
    calls: [{ on: on('2026-10-31'), late: true }],
    rows: [tie('a', '1999-10-18'), tie('b', '1973-11-30')],
  });
  const october = monthPage(desk, { month: '2026-10', today });
  expect(days(october.within)).toEqual(['item 2026-10-12', 'anniversary 2026-10-18', 'call 2026-10-31']);
  expect([october.isNow, october.overdue, october.coming]).toEqual([false, [], []]);
  expect(days(monthPage(desk, { month: '2026-12', today }).within)).toEqual(['item 2026-12-10']);
});

test('the month of today also says what is overdue from before it, and what comes within three months', () => {
  const desk = facts({
    dues: [item('2026-10-12', true), item('2026-11-23', true), item('2026-12-10'), item('2027-02-28'), item('2027-03-01')],
    rows: [tie('a', '1996-12-01'), tie('b', '1995-12-15'), tie('c', '1973-11-30'), tie('d', '1995-12-31'), tie('e', '1986-11-02')],
  });
  const now = monthPage(desk, { month: '2026-11', today });
  expect(days(now.overdue)).toEqual(['item 2026-10-12']);
  // What has passed stands last, however round it was.
  expect(days(now.within)).toEqual(['item 2026-11-23', 'anniversary 2026-11-30', 'anniversary 2026-11-02']);
  // Of anniversaries to come, those of the next weeks, and later ones only where they are round.
  expect(days(now.coming)).toEqual(['anniversary 2026-12-01', 'item 2026-12-10', 'anniversary 2026-12-15', 'item 2027-02-28']);
});

test('what is known to the year stands in none of its months, but is coming until the year is over', () => {
  const desk = facts({ dues: [item('2026')] });
  expect(monthPage(desk, { month: '2026-05', today }).within).toEqual([]);
  expect(days(monthPage(desk, { month: '2026-11', today }).coming)).toEqual(['item 2026']);
  const past = facts({ dues: [item('2026', true)] });
  expect(days(monthPage(past, { month: '2027-01', today: '2027-01-05' }).overdue)).toEqual(['item 2026']);
});

test('a tie that has ended keeps no anniversaries', () => {
  const desk = facts({ rows: [tie('a', '1980-11-10', '2022-03'), tie('b', '1980-11-12', '2026'), tie('c', '1980', null), tie('d', null)] });
  expect(monthPage(desk, { month: '2026-11', today }).within).toMatchObject([{ tieId: 'b', years: 46 }]);
});
