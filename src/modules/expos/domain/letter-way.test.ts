import { expect, test } from 'vitest';
import { addressOfWay, shortLetter } from './letter-way.ts';

test('a number is kept with its country code alone, an account as it is; what is neither is nobody’s', () => {
  for (const typed of ['+86 138 0000 0107', '0086-138-0000-0107', '＋８６ (138) 0000.0107'])
    expect(addressOfWay('sms', typed)).toBe('+8613800000107');
  for (const typed of ['138 0000 0107', '+0 151 496 0107', '+44', 'iris', '']) expect(addressOfWay('sms', typed)).toBeNull();
  expect(addressOfWay('wecom', ' gu.wenqing@fair ')).toBe('gu.wenqing@fair');
  for (const typed of ['a|b', '@all', '顾文卿', 'x'.repeat(65)]) expect(addressOfWay('wecom', typed)).toBeNull();
});

test('a short letter holds what it is about and the link', () => {
  expect(shortLetter({ subject: 'Forum: your meetings', body: 'long' }, 'https://fair.example/in#x').body).toBe(
    'Forum: your meetings\nhttps://fair.example/in#x',
  );
});
