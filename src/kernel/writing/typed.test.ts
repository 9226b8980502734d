import { expect, test } from 'vitest';
import { typedAs, typedEmail, typedSearch } from './typed.ts';

test('an address, a phone and a search are read as an input method of Chinese writes them', () => {
  expect(typedEmail().parse(' wang＠example．org ')).toBe('wang@example.org');
  expect(typedEmail(/^[a-z]+@example\.org$/).parse('wang＠example。org')).toBe('wang@example.org');
  expect(typedAs(/^\+\d+$/, 'phone').parse('＋８６１３８００')).toBe('+8613800');
  expect(typedSearch(9).parse('Ｅ０７ ')).toBe('E07');
});

test('what is neither is refused, an address as such and another form by its own code', () => {
  expect(typedEmail().safeParse('王＠').error?.issues).toMatchObject([{ code: 'invalid_format', format: 'email' }]);
  expect(
    typedEmail()
      .safeParse(`${'a'.repeat(250)}@example.org`)
      .error?.issues.map(({ code }) => code),
  ).toContain('too_big');
  expect(typedAs(/^\d+$/, 'expos.not_a_phone').safeParse('二').error?.issues).toMatchObject([{ params: { code: 'expos.not_a_phone' } }]);
});
