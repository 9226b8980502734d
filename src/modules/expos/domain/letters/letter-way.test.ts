import { expect, test } from 'vitest';
import { addressOfWay, shortLetter } from './letter-way.ts';

test('a number is kept with its country code alone, an account as it is; what is neither is nobody’s', () => {
  for (const typed of ['+86 138 0000 0107', '0086-138-0000-0107', '＋８６ (138) 0000.0107'])
    expect(addressOfWay('sms', typed, null)).toBe('+8613800000107');
  for (const typed of ['138 0000 0107', '+0 151 496 0107', '+44', 'iris', '']) expect(addressOfWay('sms', typed, null)).toBeNull();
  expect(addressOfWay('wecom', ' gu.wenqing@fair ', 'CN')).toBe('gu.wenqing@fair');
  for (const typed of ['a|b', '@all', '顾文卿', 'x'.repeat(65)]) expect(addressOfWay('wecom', typed, null)).toBeNull();
});

test('a number without a code is one of the company’s own country, in the way that mobile numbers are written there', () => {
  expect(addressOfWay('sms', '138 0000 0107', 'CN')).toBe('+8613800000107');
  expect(addressOfWay('sms', '07700 900123', 'GB')).toBe('+447700900123');
  expect(addressOfWay('sms', '312 345 6789', 'IT')).toBe('+393123456789');
  expect(addressOfWay('sms', '+44 7700 900123', 'CN')).toBe('+447700900123');
  // A landline of Beijing, a number that lacks its 0, and a country whose numbers are not known here.
  for (const [typed, country] of [
    ['010 6500 0000', 'CN'],
    ['7700 900123', 'GB'],
    ['138 0000 0107', 'AQ'],
  ] as const)
    expect(addressOfWay('sms', typed, country)).toBeNull();
});

test('a short letter holds what it is about and the link', () => {
  expect(shortLetter({ subject: 'Forum: your meetings', body: 'long' }, 'https://fair.example/in#x').body).toBe(
    'Forum: your meetings\nhttps://fair.example/in#x',
  );
});
