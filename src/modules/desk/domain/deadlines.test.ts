import { expect, test } from 'vitest';
import type { FlexDate } from '#kernel/flex-date.ts';
import { calendarDay, isDay, tellable, type Deadline } from './deadlines.ts';
import type { TieId } from '#modules/ties/domain/tie.ts';

const on = (text: string, qualifier: FlexDate['qualifier'] = 'exact'): FlexDate => ({ text, qualifier });
const deadline = (kind: Deadline['kind'], text: string): Deadline => ({
  ...{ kind, key: text, tieId: 'tie' as TieId, on: on(text), title: null, years: null },
});

test('a date stands on the first day it can mean, which is the day itself only where a day is known', () => {
  expect(['2019', '2019-10', '2019-10-18'].map((text) => calendarDay(on(text)))).toEqual(['2019-01-01', '2019-10-01', '2019-10-18']);
  expect([isDay(on('2019-10-18')), isDay(on('2019-10')), isDay(on('2019-10-18', 'about'))]).toEqual([true, false, false]);
});

test('the week tells what is late or begins within its time, and no anniversary that is past', () => {
  const all = ['2019-10-31', '2019-11', '2019-11-20', '2019-12-30'].map((text) => deadline('item', text));
  const told = tellable([...all, deadline('anniversary', '2019-11-01')], '2019-11-04', '2019-12-02');
  expect(told.map(({ key, late }) => [key, late])).toEqual([
    ['2019-10-31', true],
    ['2019-11', false],
    ['2019-11-20', false],
  ]);
});
