import { expect, test } from 'vitest';
import type { FlexDate } from '#kernel/flex-date.ts';
import { becameOf, cycleOf, isSettled, leadsBackTo, renewalOf } from './memoranda.ts';

const on = (text: string): FlexDate => ({ text, qualifier: 'exact' });
const ending = (validTo: string | null, noticeMonths: number | null, renewBy: string | null = null) => ({
  validTo: validTo === null ? null : on(validTo),
  noticeMonths,
  renewBy: renewBy === null ? null : on(renewBy),
});

test('an agreement is renewed by the day that is entered, else by its end less the notice, as precisely as the end is known', () => {
  expect(renewalOf(ending('2019-12-31', 3, '2019-06'))).toEqual(on('2019-06'));
  expect(renewalOf(ending('2019-12-31', 3))).toEqual(on('2019-09-30'));
  expect(renewalOf(ending('2020-03-31', 1))).toEqual(on('2020-02-29'));
  expect(renewalOf(ending('2019-12', 3))).toEqual(on('2019-09'));
  expect(renewalOf(ending('2019', 3))).toEqual(on('2019'));
  expect(renewalOf(ending('2019', 12))).toEqual(on('2018'));
  expect([renewalOf(ending(null, 3)), renewalOf(ending('2019', null))]).toEqual([null, null]);
});

test('an item is settled once somebody calls it done, dropped or not agreed and nobody open', () => {
  const states = [null, 'open', 'done', 'dropped'] as const;
  const settled = states.flatMap((a) => states.flatMap((b) => (isSettled({ a, b }) ? [`${a} ${b}`] : [])));
  expect(settled).toEqual([
    'null done',
    'null dropped',
    'done null',
    'done done',
    'done dropped',
    'dropped null',
    'dropped done',
    'dropped dropped',
  ]);
  expect([isSettled({ a: null, b: 'not_agreed' }), isSettled({ a: 'open', b: 'not_agreed' })]).toEqual([true, false]);
  expect([becameOf({ a: null, b: 'not_agreed' }), becameOf({ a: 'open', b: 'not_agreed' })]).toEqual(['not_agreed', 'differing']);
  expect([becameOf({ a: 'done', b: 'open' }), becameOf({ a: null, b: 'done' }), becameOf({ a: null, b: null })]).toEqual([
    'differing',
    'done',
    'unsaid',
  ]);
});

test('a frame stands before the memoranda under it, and these in the order of their days', () => {
  const of = (id: string, frameId: string | null, signedOn: string | null, followsId: string | null = null) => ({
    ...{ id, frameId, followsId, validFrom: null, signedOn: signedOn === null ? null : on(signedOn) },
  });
  const all = [
    of('second', 'frame', '2010-08-11', 'first'),
    of('undated', 'frame', null),
    of('frame', null, '2007-11-19'),
    of('first', 'frame', '2008'),
  ];
  const ids = (id: string) => cycleOf(all, id).map((agreement) => agreement.id);
  expect(ids('frame')).toEqual(['frame', 'first', 'second', 'undated']);
  expect(ids('second')).toEqual(ids('frame'));
  expect(cycleOf([of('alone', 'not seen', null)], 'alone').map(({ id }) => id)).toEqual(['alone']);
  expect([leadsBackTo(all, 'second', 'first'), leadsBackTo(all, 'first', 'second')]).toEqual([true, false]);
});
