import { expect, test } from 'vitest';
import { personWords, placeInHall } from './agenda-words.ts';

test('a name in Han characters begins with the surname, in either language; others end with it', () => {
  const shen = { surname: '申', givenName: '玉兰', post: '采购部经理' };
  const moreau = { surname: 'Moreau', givenName: 'Anne', post: '' };
  expect([personWords(shen, 'zh-Hans'), personWords(shen, 'en')]).toEqual(['申玉兰，采购部经理', '申玉兰, 采购部经理']);
  expect([personWords(moreau, 'zh-Hans'), personWords({ ...moreau, post: 'Sales' }, 'en')]).toEqual(['Anne Moreau', 'Anne Moreau, Sales']);
  const both = { surname: 'Shen | 申', givenName: 'Yulan | 玉兰', post: 'Purchasing manager | 采购部经理' };
  expect([personWords(both, 'zh-Hans'), personWords(both, 'en')]).toEqual(['申玉兰，采购部经理', 'Shen Yulan, Purchasing manager']);
});

test('a hall by letter, by number and by name have sentences of their own', () => {
  expect(['A', '2', '西厅'].map(placeInHall)).toEqual([
    'meetings.place_in_hall_letter',
    'meetings.place_in_hall_number',
    'meetings.place_in_hall_named',
  ]);
});
