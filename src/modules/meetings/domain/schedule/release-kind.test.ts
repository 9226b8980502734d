import { expect, test } from 'vitest';
import { changeKind } from './release-kind.ts';

test('a change is one on the day only where something was reported on the day', () => {
  expect(changeKind({ takesBack: null, onTheDay: false })).toBe('change');
  expect(changeKind({ takesBack: null, onTheDay: true })).toBe('on_the_day');
  expect(changeKind({ takesBack: 2, onTheDay: false })).toBe('takes_back');
});
