// The modules that a key can be limited to are those of the API, but for the one about people.
import { expect, test } from 'vitest';
import { contract } from '#app/contract.ts';
import { keyModules } from '#modules/accounts/domain/keys.ts';

test('every module of the API but that of people can be given to a key', () => {
  expect([...keyModules].sort()).toEqual(
    Object.keys(contract)
      .filter((module) => module !== 'accounts')
      .sort(),
  );
});
