import { expect, test } from 'vitest';
import { NotUnderstood } from './address-text.ts';
import { readAddress } from './use-address.ts';

const read = ({ year, kind }: Readonly<Record<string, unknown>>): { readonly year?: number; readonly kind?: string } => ({
  ...(Number.isInteger(Number(year)) ? { year: Number(year) } : {}),
  ...(kind === 'deal' ? { kind } : {}),
});

test('an address is read by its page, and says nothing where it says nothing', () => {
  expect(readAddress({ year: 2019, kind: 'deal' }, read)).toEqual({ year: 2019, kind: 'deal' });
  expect(readAddress({ year: 2019, kind: '', utm_source: 'letter' }, read)).toEqual({ year: 2019 });
});

test('a word that its page does not know is told', () => {
  expect(() => readAddress({ year: 'abc' }, read)).toThrow(NotUnderstood);
  expect(() => readAddress({ year: 2019, kind: 'foo' }, read)).toThrow(NotUnderstood);
});
