import { expect, test } from 'vitest';
import { readChoice } from './typed-choice.ts';

const options = [
  { value: 'active', text: 'active' },
  { value: 'quiet', text: 'quiet' },
  { value: 'suspended', text: 'suspended' },
  { value: 'ended', text: 'ended' },
];
const classes = [
  { value: 'sister_city', text: '友好城市' },
  { value: 'friendly_exchange', text: '友好交流城市' },
];

test('a whole word, in either language or by another name, is the choice it means', () => {
  const typed = ['quiet', ' Quiet ', '暂无往来', '沉寂', 'dormant', 'active', 'ended'];
  expect(typed.map((text) => readChoice('status', text, { options, classes: [] }))).toEqual([
    ...['quiet', 'quiet', 'quiet', 'quiet', 'quiet', 'active', 'ended'],
  ]);
  expect(readChoice('class', 'Sister city', { options: classes, classes: [] })).toBe('sister_city');
});

test('a beginning that only one choice has is enough', () => {
  expect(readChoice('status', 'q', { options, classes: [] })).toBe('quiet');
  expect(readChoice('class', '友好交', { options: classes, classes: [] })).toBe('friendly_exchange');
  expect(readChoice('class', '友好', { options: classes, classes: [] })).toBeNull();
});

test('what is no choice is never another one', () => {
  for (const text of ['asleep', 's leep', 'qquiet', 'x', '']) {
    const read = readChoice('status', text, { options, classes: [] });
    expect([text, read]).toEqual([text, null]);
  }
});
