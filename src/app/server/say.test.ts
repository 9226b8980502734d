import { expect, test } from 'vitest';
import { say } from './say.ts';

test('an amount in a refusal is written as pages write it, and nothing else is taken for one', () => {
  const whole = { whole: '139,000,000 GBP' };
  expect(say('en', 'outcomes.part_not_less', whole)).toContain('no more than the whole, £139,000,000.');
  expect(say('zh-Hans', 'outcomes.part_not_less', whole)).toContain('1.39亿英镑');
  expect(say('en', 'outcomes.second_currency', { currency: 'GBP' })).toContain(' GBP.');
  expect(say('zh-Hans', 'outcomes.part_not_less', { whole: '12 ABC' })).toContain('12 ABC');
});
