import { expect, test } from 'vitest';
import { partedSurely } from './person-name.ts';

test.each([
  ['王建国', '王', '建国', 'surname_first'],
  ['欧阳明月', '欧阳', '明月', 'surname_first'],
  ['李 娜', '李', '娜', 'surname_first'],
  ["O'Hara, Anne", "O'Hara", 'Anne', 'given_first'],
  ['Anne DE VRIES', 'DE VRIES', 'Anne', 'given_first'],
])('“%s” is parted without a doubt', (written, surname, givenName, nameOrder) => {
  expect(partedSurely(written)).toEqual({ surname, givenName, nameOrder, isUnsure: false });
});

test.each(['Jan de Vries', "Anne O'Hara", 'Wang Xiaoming', '欧阳', '岡田武', '山田太郎', '王小明 Wang Xiaoming', 'PELE', 'JAN VRIES', ''])(
  'of “%s” nothing is guessed',
  (written) => {
    expect(partedSurely(written)).toBeNull();
  },
);
