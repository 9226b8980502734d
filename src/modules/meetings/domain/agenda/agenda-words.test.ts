import { expect, test } from 'vitest';
import { personWords, placeInHall } from './agenda-words.ts';

test('a name in Han characters begins with the surname, in either language; others stand in the order that was entered', () => {
  const shen = { surname: '申', givenName: '玉兰', nameOrder: 'given_first', post: '采购部经理' } as const;
  const moreau = { surname: 'Moreau', givenName: 'Anne', nameOrder: 'given_first', post: '' } as const;
  const wang = { surname: 'Wang', givenName: 'Min', nameOrder: 'surname_first', post: '' } as const;
  expect([personWords(wang, 'zh-Hans'), personWords(wang, 'en')]).toEqual(['Wang Min', 'Wang Min']);
  expect([personWords(shen, 'zh-Hans'), personWords(shen, 'en')]).toEqual(['申玉兰，采购部经理', '申玉兰, 采购部经理']);
  const said = { ...shen, spoken: 'Shen Yulan' };
  expect([personWords(said, 'zh-Hans'), personWords(said, 'en')]).toEqual(['申玉兰，采购部经理', 'Shen Yulan 申玉兰, 采购部经理']);
  expect([personWords(moreau, 'zh-Hans'), personWords({ ...moreau, post: 'Sales' }, 'en')]).toEqual(['Anne Moreau', 'Anne Moreau, Sales']);
  const both = {
    surname: 'Shen | 申',
    givenName: 'Yulan | 玉兰',
    nameOrder: 'given_first',
    post: 'Purchasing manager | 采购部经理',
  } as const;
  expect([personWords(both, 'zh-Hans'), personWords(both, 'en')]).toEqual(['申玉兰，采购部经理', 'Shen Yulan, Purchasing manager']);
});

test('a hall by letter, by number and by name have sentences of their own', () => {
  expect(['A', '2', '西厅'].map(placeInHall)).toEqual([
    'meetings.place_in_hall_letter',
    'meetings.place_in_hall_number',
    'meetings.place_in_hall_named',
  ]);
});
