import { expect, test } from 'vitest';
import { vcardOf } from './card.ts';

const person = {
  surname: '申',
  givenName: '玉兰',
  nameOrder: 'surname_first' as const,
  post: 'Buying | 采购部经理',
  email: 'shen@b.example',
  phone: '+86 21 1',
};

test('a card is one that telephones read: names apart, signs escaped, lines of 75 bytes at most with no character cut', () => {
  const company = '上海某某进出口贸易有限公司（示例）, Ltd; "North"';
  const card = vcardOf(person, { company, met: 'Forum\nB01', language: 'zh-Hans' });
  expect(card.endsWith('END:VCARD\r\n')).toBe(true);
  const lines = card.split('\r\n');
  expect(lines.filter((line) => new TextEncoder().encode(line).length > 75)).toEqual([]);
  const unfolded = card.replaceAll('\r\n ', '').split('\r\n');
  expect(unfolded).toEqual([
    'BEGIN:VCARD',
    'VERSION:3.0',
    'N:申;玉兰;;;',
    'FN:申玉兰',
    String.raw`ORG:上海某某进出口贸易有限公司（示例）\, Ltd\; "North"`,
    'TITLE:采购部经理',
    'EMAIL;TYPE=INTERNET:shen@b.example',
    'TEL;TYPE=WORK,VOICE:+86 21 1',
    String.raw`NOTE:Forum\nB01`,
    'END:VCARD',
    '',
  ]);
});

test('who has no name is called by the company; what nobody entered has no line', () => {
  const card = vcardOf({ ...person, surname: '', givenName: '', post: '', phone: null }, { company: 'Acme', met: '', language: 'en' });
  expect(card).toBe('BEGIN:VCARD\r\nVERSION:3.0\r\nN:;;;;\r\nFN:Acme\r\nORG:Acme\r\nEMAIL;TYPE=INTERNET:shen@b.example\r\nEND:VCARD\r\n');
});
