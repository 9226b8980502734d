import { expect, test } from 'vitest';
import { spokenName } from './spoken-name.ts';

test.each([
  ['桑', '知渔', 'Sang Zhiyu'],
  ['靳', '怀舟', 'Jin Huaizhou'],
  ['单', '田芳', 'Shan Tianfang'],
  ['仇', '英', 'Qiu Ying'],
  ['解', '晓东', 'Xie Xiaodong'],
  ['曾', '国藩', 'Zeng Guofan'],
  ['任', '远', 'Ren Yuan'],
  ['区', '楚良', 'Ou Chuliang'],
  ['查', '良镛', 'Zha Liangyong'],
  ['尉迟', '恭', 'Yuchi Gong'],
  ['欧阳', '修', 'Ouyang Xiu'],
  ['吕', '方', 'Lü Fang'],
])('%s%s is said %s', (surname, givenName, spoken) => {
  expect(spokenName(surname, givenName)).toBe(spoken);
});

test('of a surname that is read in two ways, of a given name that may be, and of no Chinese name nothing is said', () => {
  expect([
    spokenName('盖', '叫天'),
    spokenName('覃', '明'),
    spokenName('李', '长乐'),
    spokenName('Wang', '敏'),
    spokenName('王', ''),
  ]).toEqual([null, null, null, null, null]);
});
